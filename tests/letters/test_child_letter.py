"""The letter to the child: its blocks, its gaps, and what is never in it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import child_letter
from letters.correction import correction_of
from letters.wording import Wording, wording
from letters.words_of import words_of
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.papers_expected import letter
from tests.letters.said import gaps, words


def test_a_full_review_makes_a_letter_without_a_gap() -> None:
    found = letter(sheets.full())
    assert found.missing == ()
    assert [block.key for block in found.blocks] == [
        "L1", "L2", "L3", "L4", "L9", "L5", "L6", "L10", "L7", "L8", "L11", "L12", "L13", "L15",
    ]  # fmt: skip
    assert (found.title, found.author, found.colour) == (
        "A letter for Sam", "Nadia Thistlemere", "green",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("block", "table", "field"),
    [
        ("L1", "staff_member", "name"),
        ("L2", "review", "warm_line"),
        ("L3", "review", "held_on"),
        ("L3", "attendance", ""),
        ("L4", "review", "no_words_why"),
        ("L5", "note", "words"),
        ("L7", "decision", "what"),
        ("L10", "review", "home_line"),
        ("L11", "review", "next_review_on"),
        ("L11", "review", "see_child_by"),
        ("L12", "council", "advocacy_phone"),
        ("L12", "council", "complaints_phone"),
        ("L13", "staff_member", "phone"),
    ],
)
def test_each_block_a_letter_must_have_is_named_when_it_lacks(
    block: str, table: str, field: str
) -> None:
    missing = letter(sheets.empty()).missing
    named = [each for each in missing if (each.block, each.table, each.field) == (
        block, table, field)]  # fmt: skip
    assert len(named) == 1
    assert named[0].words
    assert named[0].row_id


def test_nothing_else_is_missing_from_an_empty_letter() -> None:
    assert len(letter(sheets.empty()).missing) == 13


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"warm_line": " "}, ("L2", "review", "warm_line")),
        ({"home_line": ""}, ("L10", "review", "home_line")),
        ({"next_review_on": None}, ("L11", "review", "next_review_on")),
        ({"see_child_by": None}, ("L11", "review", "see_child_by")),
        ({"decisions": ()}, ("L7", "decision", "what")),
        ({"wishes": ()}, ("L4", "review", "no_words_why")),
        ({"sittings": (), "held_on": None}, ("L3", "review", "held_on")),
    ],
)
def test_one_thing_missing_is_one_gap(change: dict[str, Any], gap: tuple[str, str, str]) -> None:
    assert gap in gaps(letter(sheets.full(**change)))


def test_a_decision_must_say_who_and_by_when() -> None:
    open_ended = sheets.decision(1, "Find a club", " ", None)
    found = letter(sheets.full(decisions=(open_ended,), wishes=sheets.WISHES[1:2]))
    assert gaps(found) == [("L7", "decision", "who"), ("L7", "decision", "by_when")]
    assert {missing.row_id for missing in found.missing} == {"d-1"}


def test_a_request_without_an_answer_is_a_gap() -> None:
    found = letter(sheets.full(wishes=(sheets.wish("w", "A dog", asked_for=True),)))
    assert gaps(found) == [("L8", "wish", "answer")]


def test_the_childs_words_are_quoted_exactly() -> None:
    nasty = ("I like <football> & dogs", "“Quoted” 'already' {name} %s", "😀 أريد أن أبقى", "<3")
    found = letter(sheets.said(*nasty))
    block = found.block("L4")
    assert block is not None
    quotes = [piece.text for each in block.paragraphs for piece in each.pieces if piece.quoted]
    assert quotes == list(nasty)
    assert [each.source.row_id for each in block.paragraphs if each.source] == [
        "w-0", "w-1", "w-2", "w-3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "heard_by", "said"),
    [
        ("said", "", "You said: “Hello”."),
        ("told_me", "", "You told me: “Hello”."),
        ("told_someone", "Jo", "You told Jo: “Hello”."),
        ("told_someone", "", "You said: “Hello”."),
        ("wrote", "", "You wrote: “Hello”."),
        ("drew", "", "You drew this: Hello."),
        ("showed", "", "You showed us: Hello."),
        ("a way of later", "", "You said: “Hello”."),
    ],
)
def test_the_letter_says_how_the_words_came(way: str, heard_by: str, said: str) -> None:
    told = sheets.wish("w", "Hello", way=way, heard_by=heard_by)
    assert words(letter(sheets.full(wishes=(told,))), "L4") == [said]


def test_words_said_one_after_the_other_are_not_introduced_again() -> None:
    assert words(letter(sheets.said("One", "Two")), "L4") == ["You said: “One”.", "“Two”"]
    drawn = tuple(sheets.wish(key, key, way="drew") for key in "ab")
    assert words(letter(sheets.full(wishes=drawn)), "L4") == [
        "You drew this: a.", "You drew this: b.",
    ]  # fmt: skip


def test_without_words_it_says_how_we_tried_and_that_the_door_is_open() -> None:
    found = letter(sheets.full(wishes=(), no_words_why="I rang you twice."))
    assert words(found, "L4")[0] == "I rang you twice."
    assert "at any time" in words(found, "L4")[1]
    assert found.missing == ()


def test_private_words_are_not_in_the_letter() -> None:
    assert "SECRETWISH" not in words_of(letter(sheets.full()))
    kept = sheets.wish("w", "SECRETWISH", in_letter=False)
    assert "SECRETWISH" not in words_of(letter(sheets.full(wishes=(kept,))))


def test_only_notes_for_the_letter_are_in_it() -> None:
    found = words_of(letter(sheets.full()))
    assert "SECRETNOTE" not in found
    assert "Kept from the letter" not in found
    assert "before Easter" not in found


def test_without_worries_for_the_child_there_is_no_such_block() -> None:
    notes = tuple(each for each in sheets.NOTES if each.column != "worry")
    assert letter(sheets.full(notes=notes)).block("L6") is None


def test_the_letters_own_words_are_used_and_otherwise_the_note() -> None:
    found = words(letter(sheets.full()), "L5")
    assert found[0].startswith("Ms Fennimore is proud")
    assert found[1].startswith("You asked to try football")


PRESENCE = [
    ("in_room", "Thank you for coming to your meeting on Thursday 12 November."),
    ("video", "Thank you for joining your meeting by video on Thursday 12 November."),
    ("phone", "Thank you for joining your meeting by phone on Thursday 12 November."),
    ("no", "We had your meeting on Thursday 12 November. You were not there"),
    ("", "We had your meeting on Thursday 12 November."),
]


@pytest.mark.parametrize(("was_there", "said"), PRESENCE)
def test_the_child_is_thanked_for_how_they_came(was_there: str, said: str) -> None:
    told = replace(sheets.PARTICIPATION, was_there=was_there)
    assert words(letter(sheets.full(participation=told)), "L3")[0].startswith(said)


def test_without_answers_nobody_is_thanked_for_coming() -> None:
    found = words(letter(sheets.full(participation=None, sittings=())), "L3")
    assert found[0].startswith("We had your meeting on Thursday 12 November.")


def test_why_we_met_is_as_typed() -> None:
    found = words(letter(sheets.full(what_for="We met to talk about school.")), "L3")
    assert found[0].endswith("We met to talk about school.")


def test_a_review_in_two_parts_has_both_days() -> None:
    second = replace(sheets.full().sittings[0], number=2, held_on=date(2026, 11, 16))
    sheet = sheets.full(sittings=(*sheets.full().sittings, second))
    assert "Thursday 12 November and Monday 16 November" in words(letter(sheet), "L3")[0]


NUMBER = [
    (sheets.scale_answer("s", 6, is_child=True),
     ["You chose 6 out of 10. 10 is the best. On Thursday 14 May your number was 5."]),
    (sheets.scale_answer("s", 0, is_child=True, reason="Bad", one_more="A hug"),
     ["You chose 0 out of 10. 10 is the best. You said why: “Bad”. "
      "On Thursday 14 May your number was 5.", "You said one more would be: “A hug”."]),
    (sheets.scale_answer("s", None, is_child=True),
     ["You would rather not give a number this time. That is all right."]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "said"), NUMBER)
def test_the_childs_number_is_said_with_its_reason(answer: Any, said: list[str]) -> None:
    assert words(letter(sheets.full(scale_answers=(answer,))), "L9") == said


def test_a_number_not_asked_for_is_not_mentioned() -> None:
    answer = sheets.scale_answer("s", None, is_child=True, answered="not_asked")
    assert letter(sheets.full(scale_answers=(answer,))).block("L9") is None
    assert letter(sheets.full(scale_answers=())).block("L9") is None


def test_what_one_more_would_take_is_as_the_chair_wrote_it() -> None:
    found = letter(sheets.full(one_more_line="One more would be a date."))
    assert words(found, "L9")[1] == "One more would be a date."


def test_a_number_before_is_left_out_when_there_was_none() -> None:
    found = letter(sheets.full(earlier_scale_answers=()))
    assert "your number was" not in words(found, "L9")[0]


def test_the_law_is_told_when_the_chair_wrote_it() -> None:
    found = letter(sheets.full(legal_line="A judge decided this."))
    assert words(found, "L10")[1] == "A judge decided this."


@pytest.mark.parametrize(
    ("time", "place", "said"),
    [
        ("16:00", "at school", "We will meet again on Wednesday 12 May 2027 at 4:00pm. "
         "Place: at school."),
        ("16:00", "", "We will meet again on Wednesday 12 May 2027 at 4:00pm."),
        ("", "at school.", "We will meet again on Wednesday 12 May 2027. Place: at school."),
        ("", "", "We will meet again on Wednesday 12 May 2027."),
        ("", "2 Fuller’s Row, WR0 7FR", "We will meet again on Wednesday 12 May 2027."),
    ],
)  # fmt: skip
def test_the_next_meeting_is_told_and_never_an_address(time: str, place: str, said: str) -> None:
    sheet = sheets.full(next_review_time=time, next_review_place=place)
    assert words(letter(sheet), "L11")[0] == said


@pytest.mark.parametrize(
    ("how", "said"),
    [("see", "come and see you"), ("ring", "ring you"), ("video", "call you by video"),
     ("", "be in touch with you")],
)  # fmt: skip
def test_the_chair_says_how_they_will_be_in_touch(how: str, said: str) -> None:
    found = words(letter(sheets.full(see_child_how=how)), "L11")[1]
    assert found == f"I will {said} before then, by Friday 12 February 2027."


def test_without_an_advocate_of_their_own_the_service_is_named() -> None:
    found = words(letter(sheets.full(people=sheets.PEOPLE[:-1])), "L12")[0]
    assert found.endswith("Ring Speak Up Wrenshire on 0800 496 0210.")


@pytest.mark.parametrize(
    ("chair", "said"),
    [
        ({"phone": "01632 960 120", "email": "", "days": ""}, ["Ring me on 01632 960 120."]),
        ({"phone": "", "email": "n@w.example", "days": "Fridays."},
         ["My email is n@w.example.", "The days I work: Fridays."]),
    ],
)  # fmt: skip
def test_the_child_is_told_how_to_reach_the_chair(chair: dict[str, str], said: list[str]) -> None:
    found = letter(sheets.full(chair=replace(sheets.CHAIR, **chair)))
    assert words(found, "L13")[:-3] == said
    assert found.missing == ()


def test_a_hard_word_that_was_kept_is_explained_at_the_end() -> None:
    found = letter(sheets.full(home_line="CAMHS will help. CAMHS is near. An order of chips."))
    assert words(found, "L14") == ["CAMHS: people who help with big feelings and worries."]
    assert found.blocks[-1].heading == "What some words mean"
    assert letter(sheets.said("CAMHS CAMHS")).block("L14") is None


def test_the_glossary_is_for_english_letters_only() -> None:
    sheet = sheets.full(home_line="CAMHS will help.")
    assert child_letter.compose(sheet, Wording("cy"), sheets.DATED).block("L14") is None


def test_a_correction_names_the_letter_it_takes_the_place_of() -> None:
    sheet = sheets.full(documents=(sheets.issued("letter"),))
    correction = correction_of(sheet, "letter", "A wrong date")
    assert correction is not None
    assert (correction.version, correction.replaces_version) == (2, 1)
    found = child_letter.compose(sheet, wording(), sheets.DATED, correction)
    assert words(found, "L1")[-1] == (
        "This letter takes the place of the one from Wednesday 18 November."
    )
    assert correction_of(sheet, "minutes") is None


def test_no_address_is_in_the_letter() -> None:
    child = replace(sheets.SAM, lives_with="2 Fuller’s Row, Little Wren, WR0 7FR")
    assert "WR0" not in words_of(letter(sheets.full(child=child)))


TYPED = st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip()))


@given(TYPED, TYPED, TYPED, TYPED)
def test_whatever_is_typed_comes_out_and_nothing_breaks(
    warm: str, home: str, said: str, noted: str
) -> None:
    found = letter(typed(warm, home, said, noted))
    assert warm in words(found, "L2")
    assert home in words(found, "L10")
    assert said in "".join(words(found, "L4"))
    assert noted in words(found, "L5")
    assert noted in "".join(words(found, "L7"))


def typed(warm: str, home: str, said: str, noted: str) -> ReviewSheet:
    """Make a review with these words typed in its fields."""
    return sheets.full(
        warm_line=warm,
        home_line=home,
        what_for=said,
        wishes=(sheets.wish("w", said),),
        notes=(sheets.note("n", "going_well", noted), sheets.note("m", "worry", noted)),
        decisions=(sheets.decision(1, noted, said, sheets.DATED),),
        iro_view=home,
    )


def test_a_colleague_who_came_says_so_and_names_the_childs_own_iro() -> None:
    written = letter(sheets.full(covering_for="Ruth Castlemaine"))
    opening, ending = written.block("L1"), written.block("L13")
    assert opening is not None
    assert ending is not None
    assert ending.after[-1].text == "For Ruth Castlemaine, your Independent Reviewing Officer"
    said = opening.paragraphs[1].text
    assert "Ruth Castlemaine is yours, and could not come this time, so I came." in said
    assert "your Independent Reviewing Officer" not in said


@pytest.mark.parametrize(
    ("chaired", "said"),
    [
        ("all", "Thank you for chairing your own meeting on Thursday 12 November."),
        (
            "part",
            "Thank you for coming to your meeting on Thursday 12 November. You chaired part of it",
        ),
    ],
)
def test_a_child_who_chaired_is_thanked_for_it(chaired: str, said: str) -> None:
    told = replace(sheets.PARTICIPATION, chaired=chaired)
    meeting = letter(sheets.full(participation=told)).block("L3")
    assert meeting is not None
    assert meeting.paragraphs[0].text.startswith(said)


def test_a_letter_about_short_breaks_lacks_no_home() -> None:
    sheet = sheets.full(kind="short_breaks", home_line="", permanence_plan="")
    assert letter(sheet).block("L10") is None
    assert "home_line" not in {gap.field for gap in letter(sheet).missing}


def test_a_sentence_that_ends_in_the_childs_words_has_its_full_stop() -> None:
    wishes = (
        sheets.wish("w-1", "I am fine", way="told_someone", heard_by="Tolu Merrivale"),
        sheets.wish("w-2", "Lunch is too loud."),
        sheets.wish("w-3", "A dog", way="drew"),
    )
    made = letter(sheets.full(wishes=wishes))
    assert words(made, "L4") == [
        "You told Tolu Merrivale: “I am fine”.",
        "You said: “Lunch is too loud.”",
        "You drew this: A dog.",
    ]
    assert words(made, "L9")[-1] == "You said one more would be: “if I knew I was staying”."
