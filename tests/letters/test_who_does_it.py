"""Who will do what was decided, as it is told to the child and as it is looked at before issue."""

from dataclasses import replace
from datetime import date

import pytest

from letters.bands import Band
from letters.checks import checks_of
from letters.letter import Letter
from letters.who_does_it import doers_of, names_nobody
from models.letter_making import LetterMaking, LetterOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import person
from tests.letters.papers_expected import letter
from tests.letters.said import words

DAY = date(2026, 12, 4)


def sheet_of(who: str, what: str = "Find a club", band: Band = Band.B) -> ReviewSheet:
    made = LetterMaking(letter=LetterOnSheet("letter-1", band=band.value))
    decided = sheets.decision(1, what, who, DAY)
    return sheets.full(decisions=(decided,), wishes=(), making=made)


def row_of(found: Letter) -> tuple[str, str]:
    block = found.block("L7")
    assert block is not None
    return block.rows[0].what.text, block.rows[0].who.text


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Sam", "You"),
        ("Sam and Samir", "You and Samir"),
        ("Samir Oakenshaw", "Samir"),
        ("SW", "Samir"),
        ("Sam’s social worker", "Samir"),
        ("foster carers", "Jo and Dele"),
        ("Nan and a tutor", "Nan and a tutor"),
        ("a tutor", "A tutor"),
        ("All", "Everyone who was there"),
        ("IRO", "Me"),
        ("Samir and IRO", "Samir and Nadia Thistlemere"),
        ("PA", "PA"),
    ],
)
def test_who_is_told_as_the_child_knows_them(who: str, told: str) -> None:
    assert row_of(letter(sheet_of(who)))[1] == told


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Sam", "You will do this by Friday 4 December."),
        ("Sam and Samir", "You and Samir will do this by Friday 4 December."),
        ("SW", "Samir will do this by Friday 4 December."),
        ("IRO", "I will do this by Friday 4 December."),
        ("All", "Everyone who was there will do this by Friday 4 December."),
    ],
)
def test_in_letters_without_a_table_it_is_a_sentence(who: str, told: str) -> None:
    assert told in words(letter(sheet_of(who, band=Band.E)), "L7")


def test_with_two_social_workers_the_short_form_names_nobody() -> None:
    sheet = sheet_of("SW")
    other = person("p-x", "Ann Other", "", "social_worker")
    two = replace(sheet, people=(*sheet.people, other))
    assert doers_of(two, two.decisions[0]).others == ("SW",)
    assert names_nobody(two, two.decisions[0])


@pytest.mark.parametrize(
    ("who", "warned"),
    [("All", True), ("PA", True), ("", True), ("SW", False), ("Sam", False), ("IRO", False),
     ("A tutor", False)],
)  # fmt: skip
def test_a_decision_for_all_is_one_without_a_person(who: str, warned: bool) -> None:
    sheet = sheet_of(who)
    checks = [each.check for each in checks_of(sheet, letter(sheet), sheets.DATED)]
    assert ("who" in checks) == warned


def test_what_somebody_is_to_do_is_told_once() -> None:
    found = letter(sheet_of("SW", "Samir to find a swimming club for Sam"))
    assert row_of(found) == ("Find a swimming club for you.", "Samir")


def test_what_was_typed_in_fields_of_the_review_is_said_to_the_child() -> None:
    made = sheets.full(
        wishes=(), no_words_why="Sam did not want to talk. I asked on 10 November.",
        home_line="Sam lives with Jo and Dele.",
    )  # fmt: skip
    found = letter(made)
    first = found.block("L4")
    assert first is not None
    assert first.paragraphs[0].text == "You did not want to talk. I asked on 10 November."
    assert first.paragraphs[0].source is not None
    assert first.paragraphs[0].source.field == "no_words_why"
    assert words(found, "L10")[0] == "You live with Jo and Dele."


def test_an_answer_is_said_to_the_child() -> None:
    asked = sheets.wish("w", "My own phone.", asked_for=True, answer="Sam is too young.")
    assert words(letter(sheets.full(wishes=(asked,))), "L8")[-1] == "You are too young."


def test_why_this_was_the_last_meeting_is_said_to_the_child() -> None:
    last = sheets.full(
        moving_on=True, next_review_on=None, no_next_review_why="Sam is going home to Mum."
    )
    assert "You are going home to Mum." in words(letter(last), "L11")


def test_a_request_that_sam_answers_by_a_decision_of_hers_is_a_whole_sentence() -> None:
    decided = replace(sheets.decision(7, "Sam to see the zoo", "Sam", DAY), id="d-7")
    many = sheets.with_decisions(6)
    wishes = tuple(
        sheets.wish(f"w-{n}", f"Thing {n}", asked_for=True, decision_id=f"d-{n}")
        for n in range(1, 8)
    )
    sheet = sheets.agreed(replace(many, decisions=(*many.decisions, decided), wishes=wishes))
    found = words(letter(sheet), "L8")
    assert "We decided this: You will see the zoo. You will do this by Friday 4 December." in found
