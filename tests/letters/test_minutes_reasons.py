"""What the minutes say where something has a reason to be missing, or may not be shared."""

from dataclasses import replace
from datetime import date

import pytest

from letters.minutes_form import Minutes
from letters.pdf import render
from letters.words_of import words_of
from tests.letters import sheets
from tests.letters.papers_expected import record
from tests.letters.reading import whole_text


def words(found: Minutes, key: str) -> list[str]:
    """Give the paragraphs of one section."""
    section = next(section for section in found.sections if section.key == key)
    return [paragraph.text for paragraph in section.every_paragraph()]


def facts(found: Minutes) -> dict[str, str]:
    """Give the facts by their labels."""
    return {fact.label: fact.words.text for column in found.facts for fact in column}


def test_a_long_name_at_the_foot_leaves_room_for_the_version() -> None:
    foot = record(sheets.with_long_names()).foot.first
    name, rest = foot.split("…")
    assert len(name) < 40
    assert rest == ", review of 12 November 2026, record, version 1"
    assert record(sheets.full()).foot.first.startswith("Samantha Larkhollow, review")


NO_CODE = replace(sheets.PARTICIPATION, suggested_code="", spoke=None)
YOUNG = replace(sheets.SAM, born_on=date(2023, 1, 5))


def test_the_reason_for_no_code_stands_where_the_code_would() -> None:
    found = record(sheets.full(participation=NO_CODE, no_code_why="Sam was in hospital."))
    assert facts(found)["Took part"] == "No code yet, because: Sam was in hospital."
    assert found.missing == ()
    assert "hospital" not in words_of(record(sheets.full(no_code_why="Sam was in hospital.")))
    assert [each.block for each in record(sheets.full(participation=NO_CODE)).missing] == ["about"]


def test_the_reason_for_no_next_review_stands_where_its_day_would() -> None:
    found = record(sheets.full(next_review_on=None, no_next_review_why="Jo moves.",
                               midpoint_on=None))  # fmt: skip
    assert facts(found)["Next review"] == "No day yet, because: Jo moves."
    assert (
        words(found, "next_review")[0] == "No day is set for the next review, because: Jo moves."
    )
    assert found.missing == ()
    assert "Jo moves" not in words_of(record(sheets.full(no_next_review_why="Jo moves.")))


def test_before_18_no_next_review_is_asked_for() -> None:
    child = replace(sheets.SAM, born_on=date(2009, 5, 12))
    found = record(sheets.full(child=child, next_review_on=None, midpoint_on=None))
    said = "No further review is due: Sam will be 18 on 12 May 2027."
    assert words(found, "next_review")[0] == said
    assert found.missing == ()


def test_of_a_child_under_four_nobody_asks_whether_they_were_there() -> None:
    told = replace(sheets.PARTICIPATION, was_there="", suggested_code="", how_known="He smiled.")
    found = record(sheets.full(child=YOUNG, participation=told))
    assert found.missing == ()
    assert facts(found)["Took part"] == "PN0: Under 4"
    assert "Samantha Larkhollow | whose review this is | Under four at the time." in words_of(
        found
    )
    assert any(line.startswith("Participation code PN0:") for line in words(found, "control"))
    assert "He smiled." in words(found, "voice")
    there = replace(told, was_there="in_room")
    said = words_of(record(sheets.full(child=YOUNG, participation=there)))
    assert "Samantha Larkhollow | whose review this is | In the room." in said


ASKED = [
    ("PN0", True, False), ("PN1", False, False), ("PN2", False, True), ("PN3", False, False),
    ("PN5", False, True), ("PN7", False, False), ("", False, False),
]  # fmt: skip


@pytest.mark.parametrize(("code", "how_known", "who_spoke"), ASKED)
def test_only_answers_that_the_code_asks_for_are_told(
    code: str, how_known: bool, who_spoke: bool
) -> None:
    told = replace(sheets.PARTICIPATION, chosen_code=code, suggested_code="", spoke=None,
                   how_known="By watching.", who_spoke="Tolu")  # fmt: skip
    found = words(record(sheets.full(participation=told)), "voice")
    assert ("By watching." in found) is how_known
    assert ("Who spoke for Sam: Tolu" in found) is who_spoke


NOTHING_TO_SHARE = "Nothing that may be shared in this copy."


@pytest.mark.parametrize("key", ["worry", "going_well", "next", "decisions", "since"])
def test_where_all_is_restricted_nothing_is_said_to_be_missing(key: str) -> None:
    sheet = sheets.full()
    found = record(
        sheets.full(
            notes=tuple(replace(each, restricted=True) for each in sheet.notes),
            decisions=tuple(replace(each, restricted=True) for each in sheet.decisions),
            earlier_decisions=tuple(
                replace(each, restricted=True) for each in sheet.earlier_decisions
            ),
            wishes=sheet.wishes[1:2],
        )
    )
    assert words(found, key) == [NOTHING_TO_SHARE]
    assert found.missing == ()


def test_a_day_that_is_not_recorded_keeps_its_label() -> None:
    found = record(sheets.full(midpoint_on=None))
    assert [each.field for each in found.missing] == ["midpoint_on"]
    assert "\nCheck half-way: not recorded.\n" in words_of(found)
    assert "Check half-way: not recorded." in whole_text(render(found).pdf)


def test_a_request_with_a_restricted_answer_is_not_said_to_lack_one() -> None:
    secret = tuple(replace(each, restricted=True) for each in sheets.DECISIONS)
    found = record(sheets.full(decisions=secret, wishes=sheets.WISHES[:1]))
    assert NOTHING_TO_SHARE in words(found, "voice")
    assert found.missing == ()
