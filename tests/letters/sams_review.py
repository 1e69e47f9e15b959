"""Sam's fourth review: she, the people round her, what she said and what was decided."""

from datetime import date

from models.review_sheet import (
    ChildOnSheet,
    CouncilOnSheet,
    EarlierReview,
    ParticipationOnSheet,
    StaffOnSheet,
)
from tests.letters.on_sheet import decision, note, person, wish

HELD = date(2026, 11, 12)

COUNCIL = CouncilOnSheet(
    7,
    "Wrenshire County Council",
    "Children’s reviewing service",
    "Speak Up Wrenshire",
    "0800 496 0210",
    "01632 960 175",
    False,
)
CHAIR = StaffOnSheet(
    "staff-1",
    "Nadia Thistlemere",
    "iro",
    "07700 900 120",
    "nadia.thistlemere@wrenshire.example",
    "Monday to Thursday",
)
SAM = ChildOnSheet(
    id="child-1",
    identifier="WR-20417",
    given_name="Samantha",
    family_name="Larkhollow",
    chosen_name="Sam",
    pronouns="she/her",
    born_on=date(2016, 3, 14),
    legal_status="C2",
    legal_status_from=date(2025, 10, 2),
    first_language="English",
    interpreter="",
    communication="",
    lives_with="Jo and Dele Brambleden, foster carers",
    lives_there_since=date(2025, 8, 1),
    plan="To stay with Jo and Dele",
    school="Millpond Primary",
    what_helps="",
    letter_wishes="",
    letter_colour="green",
    chosen_words="",
    social_worker="Samir Oakenshaw",
    team="Team 3",
    iro_id="staff-1",
    review_due_on=None,
    review_due_clock="",
    review_counted_from=None,
    reviews_held=3,
    last_reviewed_on=HELD,
    booked_on=None,
    in_care=True,
)

PEOPLE = (
    person("p-jo", "Jo Brambleden", "Jo", "carer", what_they_are="foster carer"),
    person("p-dele", "Dele Brambleden", "Dele", "carer", what_they_are="foster carer"),
    person("p-bea", "Bea Larkhollow", "Nana Bea", "family", what_they_are="grandmother"),
    person("p-samir", "Samir Oakenshaw", "Samir", "social_worker"),
    person(
        "p-fenn", "Hester Fennimore", "Ms Fennimore", "teacher",
        what_they_are="class teacher, Millpond Primary",
    ),
    person("p-carys", "Carys Larkhollow", "Mum", "parent", what_they_are="mother",
           parental_responsibility=True),
    person("p-tolu", "Tolu Merrivale", "Tolu", "advocate", phone="01632 960 114"),
)  # fmt: skip

DECISIONS = (
    decision(
        1, "Present Sam’s plan to the permanence panel, so that Jo and Dele’s is agreed as her "
        "home until she is grown up", "Samir Oakenshaw", date(2027, 1, 29),
        person_id="p-samir", why="Sam has waited since May for an answer.",
        how_we_will_know="Sam hears the answer from Samir in person, the same week.",
        life_area="moving_on", letter_words="Ask the people who decide if Jo and Dele’s can be "
        "your home until you are grown up.",
    ),
    decision(
        2, "Assess overnight stays at Bea Larkhollow’s and tell Sam the answer",
        "Samir Oakenshaw", date(2026, 12, 4), person_id="p-samir",
        how_we_will_know="Sam knows yes or no, and why.", life_area="family_time",
        letter_words="Find out if you can sleep over at Nana Bea’s, and tell you.",
    ),
    decision(
        3, "Give Sam a quiet place at lunch and a card to show staff", "Hester Fennimore",
        date(2026, 11, 20), person_id="p-fenn", how_we_will_know="Sam says lunch is easier.",
        life_area="learning", letter_words="Give you a quiet place at lunch, and a card to show.",
    ),
    decision(
        4, "Begin life story work with photos and the story of how she came to live here",
        "Samir Oakenshaw", date(2026, 12, 18), person_id="p-samir",
        how_we_will_know="Sam has her first pages to keep.", life_area="identity",
        letter_words="Show you the photos and story of how you came to live here.",
    ),
)  # fmt: skip

WISHES = (
    wish("w-1", "I want to know if I’m staying.", asked_for=True, decision_id="d-1"),
    wish("w-2", "Lunch is too loud.", life_area="learning"),
    wish(
        "w-3", "A sleepover at Nana Bea’s.", way="told_me", asked_for=True, decision_id="d-2",
        heard_by="Nadia Thistlemere", heard_on=date(2026, 11, 10),
    ),
    wish(
        "w-4", "My own phone.", asked_for=True,
        answer="The answer is not yet. Jo and Dele want to wait until you start Year 7. Until "
        "then you can ring Nana Bea on Jo’s phone whenever you like.",
    ),
    wish("w-5", "SECRETWISH I told only you.", private=True),
)  # fmt: skip

NOTES = (
    note("n-1", "going_well", "Sam’s reading is up two book bands.", life_area="learning",
         step="A7", said_by="Hester Fennimore", person_id="p-fenn",
         letter_words="Ms Fennimore is proud of your reading. On Fridays you read to the Year 1 "
         "class."),
    note("n-2", "going_well", "You asked to try football, and you have been four weeks in a row.",
         life_area="friends_and_fun", step="A7"),
    note("n-3", "worry", "The permanence panel has had no date since May.",
         life_area="moving_on", step="A9", said_by="Nadia Thistlemere",
         letter_words="You are still waiting to hear if you will stay with Jo and Dele. Waiting "
         "is hard. It should have been sorted by now, and I have told Samir’s manager so."),
    note("n-4", "worry", "SECRETNOTE about a parent’s health.", restricted=True,
         restriction_kinds=("R4",)),
    note("n-5", "worry", "Kept from the letter: bedtimes slip at weekends.", in_letter=False,
         life_area="health", step="A6"),
    note("n-6", "next", "Sam knows where she will grow up before Easter.", in_letter=False,
         life_area="moving_on", step="A9"),
)  # fmt: skip

PARTICIPATION = ParticipationOnSheet(
    id="part-1",
    was_there="in_room",
    spoke=True,
    someone_spoke=None,
    showed_without_speech=None,
    someone_spoke_who_child_asked=None,
    own_words_reached=None,
    suggested_code="PN1",
    chosen_code="",
    override_reason="",
    pn7_reason="",
    who_spoke="",
    how_known="She drew three houses with the IRO and agreed that everyone could see them.",
    seen_alone="yes",
    seen_alone_on=date(2026, 11, 10),
    seen_alone_why="",
    also=(),
)

EARLIER = (
    EarlierReview("review-2", 2, "finished", date(2025, 11, 20)),
    EarlierReview("review-3", 3, "finished", date(2026, 5, 14)),
)
