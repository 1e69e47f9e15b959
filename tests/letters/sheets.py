"""Reviews made in memory for the paper: Sam and one review, and the hard cases of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from models.review_sheet import (
    AttendanceOnSheet,
    ChildOnSheet,
    CouncilOnSheet,
    DecisionOnSheet,
    DocumentOnSheet,
    EarlierReview,
    MilestoneOnSheet,
    NoteOnSheet,
    ParticipationOnSheet,
    PersonOnSheet,
    ProgressOnSheet,
    ReviewSheet,
    RightOnSheet,
    ScaleAnswerOnSheet,
    SittingOnSheet,
    StaffOnSheet,
    StepMarkOnSheet,
    WishOnSheet,
)

DATED = date(2026, 11, 17)
HELD = date(2026, 11, 12)
REVIEW = "review-4"

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


def person(key: str, name: str, called: str, role: str, **given: Any) -> PersonOnSheet:
    """Somebody round Sam."""
    fields: dict[str, Any] = {
        "what_they_are": "", "parental_responsibility": False, "phone": "", "position": 0, **given
    }  # fmt: skip
    return PersonOnSheet(id=key, name=name, called=called, role=role, **fields)


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


def attendance(person_id: str, attended: str = "in_room", **given: Any) -> AttendanceOnSheet:
    """How somebody took part."""
    fields: dict[str, Any] = {
        "consulted": True, "invited": True, "not_invited_why": "", "part": "",
        "sent_views": False, "views": "", "apologies": False, **given,
    }  # fmt: skip
    return AttendanceOnSheet(id=f"a-{person_id}", person_id=person_id, attended=attended, **fields)


def wish(key: str, words: str, **given: Any) -> WishOnSheet:
    """Something Sam said."""
    fields: dict[str, Any] = {
        "way": "said", "heard_by": "", "heard_on": None, "column": "", "life_area": "",
        "step": "A2", "asked_for": False, "answer": "", "decision_id": None,
        "private": False, "in_letter": True, "position": 0, **given,
    }  # fmt: skip
    return WishOnSheet(id=key, words=words, **fields)


def note(key: str, column: str, words: str, **given: Any) -> NoteOnSheet:
    """Something said in the meeting."""
    fields: dict[str, Any] = {
        "step": "A4", "life_area": "home", "letter_words": "", "said_by": "",
        "person_id": None, "restricted": False, "restriction_kinds": (), "in_letter": True,
        "position": 0, **given,
    }  # fmt: skip
    return NoteOnSheet(id=key, column=column, words=words, **fields)


def decision(
    number: int, what: str, who: str, by_when: date | None, **given: Any
) -> DecisionOnSheet:
    """One decision; its id is made from its number."""
    fields: dict[str, Any] = {
        "id": f"d-{number}", "review_id": REVIEW, "person_id": None, "why": "",
        "how_we_will_know": "", "life_area": "", "picture": "", "letter_words": "",
        "in_letter": True, "restricted": False, "outcome": "", **given,
    }  # fmt: skip
    return DecisionOnSheet(number=number, what=what, who=who, by_when=by_when, **fields)


def scale_answer(key: str, number: int | None, **given: Any) -> ScaleAnswerOnSheet:
    """Somebody's number."""
    fields: dict[str, Any] = {
        "review_id": REVIEW, "scale": "overall", "person_id": None, "who": "",
        "is_child": False, "answered": "number" if number is not None else "rather_not",
        "reason": "", "one_more": "", **given,
    }  # fmt: skip
    return ScaleAnswerOnSheet(id=key, number=number, **fields)


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


def full(**changes: Any) -> ReviewSheet:
    """Sam's fourth review with everything an IRO would write; `changes` replace fields."""
    sheet = ReviewSheet(
        id=REVIEW,
        case_id="child-1",
        child_id="child-1",
        number=4,
        kind="later",
        state="finished",
        chair_id="staff-1",
        due_on=date(2026, 11, 14),
        due_clock="T12",
        counted_from=date(2026, 5, 14),
        booked_on=HELD,
        booked_time="16:00",
        place="at home with Jo and Dele",
        mode="in_person",
        held_on=HELD,
        completed_on=HELD,
        finished_at=datetime(2026, 11, 12, 17, 22, tzinfo=UTC),
        late_why="",
        what_for="",
        warm_line="You showed everyone where to sit, and you let me meet Biscuit.",
        home_line="You live with Jo and Dele. The plan is for you to stay with them until you "
        "are grown up.",
        plan_agreed="yes",
        permanence_plan="Long-term fostering with Jo and Dele Brambleden, to be agreed by panel.",
        legal_line="",
        iro_view="The plan is right for Sam and is too slow. I have raised the delay with the "
        "team manager.",
        one_more_line="",
        no_words_why="",
        next_review_on=date(2027, 5, 12),
        next_review_time="16:00",
        next_review_place="at home with Jo and Dele",
        midpoint_on=date(2027, 2, 8),
        see_child_by=date(2027, 2, 12),
        see_child_how="ring",
        council=COUNCIL,
        chair=CHAIR,
        child=SAM,
        care_began_on=date(2025, 7, 24),
        sittings=(
            SittingOnSheet(
                "s-1", 1, HELD, "16:04", "17:22", "at home with Jo and Dele", False, ""
            ),
        ),
        people=PEOPLE,
        attendances=(
            attendance("p-jo"),
            attendance("p-dele"),
            attendance("p-bea", part="asked for by Sam"),
            attendance("p-samir"),
            attendance("p-fenn", part="to 5:00pm"),
            attendance("p-carys", "no", sent_views=True, views="I want Sam to stay settled.",
                       apologies=True),
        ),
        wishes=WISHES,
        notes=NOTES,
        scale_answers=(
            scale_answer("sc-1", 6, is_child=True, reason="Because I don’t know yet.",
                         one_more="if I knew I was staying"),
            scale_answer("sc-2", 8, person_id="p-jo", reason="She laughs again."),
            scale_answer("sc-3", 7, person_id="p-samir", reason="Settled; no panel date."),
            scale_answer("sc-4", None, person_id="p-bea"),
        ),
        earlier_scale_answers=(
            scale_answer("sc-0", 5, is_child=True, review_id="review-3"),
            scale_answer("sc-00", 7, person_id="p-samir", review_id="review-3"),
        ),
        decisions=DECISIONS,
        earlier_decisions=(
            decision(1, "Ask the permanence panel for a date", "Samir Oakenshaw",
                     date(2026, 9, 30), id="e-1", review_id="review-3", outcome="not_done"),
            decision(2, "Family time every other Sunday at her grandmother’s", "Samir Oakenshaw",
                     date(2026, 7, 1), id="e-2", review_id="review-3", outcome="done"),
        ),
        progress=(
            ProgressOnSheet("pr-1", "e-1", REVIEW, "not_done", "Raised again, see decision 1.",
                            date(2027, 1, 29)),
            ProgressOnSheet("pr-2", "e-2", REVIEW, "done", "Every fortnight since July.", None),
        ),
        participation=PARTICIPATION,
        step_marks=tuple(
            StepMarkOnSheet(f"m-{number}", f"A{number}", True, "") for number in range(1, 13)
        ),
        rights=tuple(
            RightOnSheet(f"r-{key}", key, True, "")
            for key in (
                "advocate", "independent_visitor", "complain", "early_review", "own_records",
                "legal_advice", "contact_details", "copy_of_plan",
            )
        ),
        milestones=(MilestoneOnSheet("mi-1", "T31", date(2026, 11, 16), ""),),
        documents=(),
        earlier_reviews=EARLIER,
    )  # fmt: skip
    return replace(sheet, **changes)


def empty() -> ReviewSheet:
    """A review that has only been planned: nothing is written yet."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("sittings", "people", "attendances", "wishes", "notes", "scale_answers", "decisions",
         "earlier_scale_answers", "earlier_decisions", "progress", "step_marks", "rights",
         "milestones", "earlier_reviews"), (),
    )  # fmt: skip
    blank = dict.fromkeys(
        ("warm_line", "home_line", "plan_agreed", "permanence_plan", "iro_view", "place",
         "next_review_time", "next_review_place", "see_child_how", "booked_time"), "",
    )  # fmt: skip
    unset = dict.fromkeys(
        ("held_on", "completed_on", "finished_at", "due_on", "next_review_on", "midpoint_on",
         "see_child_by", "participation", "care_began_on", "booked_on"),
    )  # fmt: skip
    council = replace(COUNCIL, advocacy_name="", advocacy_phone="", complaints_phone="")
    chair = replace(CHAIR, name="", phone="", email="", days="")
    child = replace(SAM, legal_status="", legal_status_from=None)
    return full(**nothing, **blank, **unset, council=council, chair=chair, child=child)


def with_decisions(count: int, **given: Any) -> ReviewSheet:
    """Sam's review with so many decisions."""
    return full(
        decisions=tuple(
            decision(
                number, f"Thing {number} that somebody will do for Sam this winter",
                "Samir Oakenshaw", date(2027, 1, 1 + number % 28), person_id="p-samir",
                why=f"Reason {number}.", how_we_will_know=f"Sign {number}.", **given,
            )
            for number in range(1, count + 1)
        ),
        wishes=tuple(replace(one, decision_id=None, asked_for=False) for one in WISHES),
    )  # fmt: skip


LONG_NAME = "Anastasia-Wilhelmina Featherstonehaugh-Cholmondeley"


def with_long_names() -> ReviewSheet:
    """Sam's review where everyone's name is long, one of them without a space."""
    people = tuple(
        replace(one, name=f"{one.name} {LONG_NAME}", called="Grandmother-Antoinette-Josephine")
        for one in PEOPLE
    )
    child = replace(SAM, chosen_name=LONG_NAME, given_name=LONG_NAME, family_name="N" * 60)
    return full(people=people, child=child, chair=replace(CHAIR, name=LONG_NAME))


def said(*words: str) -> ReviewSheet:
    """Sam's review where she said just these words."""
    return full(wishes=tuple(wish(f"w-{place}", one) for place, one in enumerate(words)))


def issued(kind: str) -> DocumentOnSheet:
    """The first version of a document, given out."""
    at = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    return DocumentOnSheet(f"doc-{kind}", kind, 1, None, "", at, "staff-1", "ab" * 32)
