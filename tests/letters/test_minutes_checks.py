"""What the minutes say was considered: each matter of law, what became of it, and why."""

from typing import Any

import pytest

from letters.minutes_form import WordTable
from letters.words_of import words_of
from models.review_sheet import MatterOnSheet, ReviewSheet, StepMarkOnSheet
from tests.letters import sheets
from tests.letters.papers_expected import record

NOTHING: dict[str, Any] = {
    "step_marks": (), "notes": (), "wishes": (), "participation": None, "progress": (),
    "scale_answers": (), "permanence_plan": "", "home_line": "", "plan_agreed": "",
    "iro_view": "", "rights": (), "next_review_on": None, "decisions": (), "matters": (),
}  # fmt: skip
GAP = "Say whether this was considered"


def considered(sheet: ReviewSheet) -> dict[str, str]:
    """Give what is said of each matter, by its number and name."""
    section = next(each for each in record(sheet).sections if each.key == "considered")
    table = section.parts[0]
    assert isinstance(table, WordTable)
    return {name[0].text: state[0].text for name, state in table.rows}


def test_every_matter_of_this_kind_of_review_has_its_line() -> None:
    found = considered(sheets.full(**NOTHING))
    assert len(found) == 14
    assert set(found.values()) == {GAP}
    assert "4: Family time" not in considered(sheets.full(**NOTHING, kind="short_breaks"))


SAID = [
    ("with_note", "We read the report.", "Considered: We read the report."),
    ("nothing_to_add", "", "Considered, with nothing to add."),
    ("nothing_to_add", "All is well", "Considered, with nothing to add: All is well"),
    ("not_applicable", "Sam is not at school yet.", "Does not apply: Sam is not at school yet."),
    ("not_considered", "No time.", "Not considered, because: No time."),
    ("not_considered", "", GAP),
    ("with_note", "", GAP),
]


@pytest.mark.parametrize(("state", "words", "line"), SAID)
def test_what_the_chair_said_of_a_matter_is_told_with_the_reason(
    state: str, words: str, line: str
) -> None:
    matters = (MatterOnSheet("c", "S7.6", state, words),)
    sheet = sheets.full(**{**NOTHING, "matters": matters})
    assert considered(sheet)["6: Education or training"] == line


def test_a_note_means_considered_and_the_copy_does_not_betray_a_restricted_one() -> None:
    for restricted in (False, True):
        note = sheets.note("n", "worry", "x", step="A6", life_area="health", restricted=restricted)
        found = considered(sheets.full(**{**NOTHING, "notes": (note,)}))
        assert found["8: Health"] == "Considered."


def test_a_step_left_out_or_with_nothing_to_add_is_told_of_its_matters() -> None:
    marks = (
        StepMarkOnSheet("m", "A6", False, "The nurse was ill."),
        StepMarkOnSheet("n", "A4", True, ""),
    )
    found = considered(sheets.full(**{**NOTHING, "step_marks": marks}))
    assert found["8: Health"] == "Not considered, because: The nurse was ill."
    assert found["5: Home"] == "Considered, with nothing to add."


def below(sheet: ReviewSheet) -> list[str]:
    """Give what stands below the matters."""
    section = next(each for each in record(sheet).sections if each.key == "considered")
    return [part.text for part in section.parts[1:]]


def test_a_step_left_out_is_told_once_with_its_matter_or_below_them() -> None:
    marks = (
        StepMarkOnSheet("m", "A6", False, "The nurse was ill."),
        StepMarkOnSheet("n", "A10", False, "Sam was tired."),
    )
    sheet = sheets.full(step_marks=marks, notes=(), scale_answers=())
    assert below(sheet) == ["“Where are we, 0 to 10?” was left out, because: Sam was tired."]


def test_why_it_was_finished_with_gaps_stands_below_the_matters() -> None:
    assert below(sheets.full()) == []
    assert below(sheets.full(gaps_why="The fire alarm rang.")) == [
        "The review was finished with some things still to do, because: The fire alarm rang."
    ]


def test_what_is_lacking_leads_to_the_matter() -> None:
    found = [each for each in record(sheets.full(**NOTHING)).missing if each.block == "considered"]
    assert [each.row_id for each in found] == [f"S7.{number}" for number in range(1, 15)]
    assert {(each.table, each.field, each.step) for each in found} == {
        ("matter_considered", "state", "A12")
    }


def test_how_the_child_hears_and_what_people_say_of_it_stand_with_what_comes_next() -> None:
    told = {
        "tell_how": "read_with", "tell_words": "Nana reads it to me", "tell_by": "Alma Dunmore",
        "child_feedback": "Too long", "others_feedback": "Calm",
    }  # fmt: skip
    said = words_of(record(sheets.full(**told)))
    for words in (
        "How Sam wants to be told what was decided: A letter, read with somebody.",
        "In Sam’s words: Nana reads it to me",
        "Who tells Sam: Alma Dunmore",
        "What Sam says about the review: Too long",
        "What others say about the review: Calm",
    ):
        assert words in said
    assert "What Sam says about the review" not in words_of(record(sheets.full()))
