"""What the minutes say was considered: each step by what fills it, then by its mark."""

from dataclasses import replace
from typing import Any

import pytest

from letters.minutes_form import WordTable
from models.review_sheet import ReviewSheet, StepMarkOnSheet
from tests.letters import sheets
from tests.letters.papers_expected import record

NOTHING: dict[str, Any] = {
    "step_marks": (), "notes": (), "wishes": (), "participation": None, "progress": (),
    "scale_answers": (), "permanence_plan": "", "home_line": "", "plan_agreed": "",
    "iro_view": "", "rights": (), "next_review_on": None,
}  # fmt: skip
FULL = sheets.full()


def considered(sheet: ReviewSheet) -> dict[str, str]:
    """Give what is said of each step, by its name."""
    section = next(each for each in record(sheet).sections if each.key == "considered")
    table = section.parts[0]
    assert isinstance(table, WordTable)
    return {name[0].text: state[0].text for name, _matters, state in table.rows}


FILLED = [
    ("Sam’s own words", {"wishes": FULL.wishes}),
    ("Sam’s own words", {"participation": FULL.participation}),
    ("Sam’s own words", {"no_words_why": "Sam was asleep."}),
    ("Since last time", {"progress": FULL.progress}),
    ("Home", {"notes": (sheets.note("n", "worry", "x", step="A4"),)}),
    ("Health and feelings", {"wishes": (sheets.wish("w", "x", step="A6"),)}),
    ("The long plan", {"permanence_plan": "To stay."}),
    ("The long plan", {"home_line": "You stay."}),
    ("The long plan", {"plan_agreed": "yes"}),
    ("Where are we, 0 to 10?", {"scale_answers": FULL.scale_answers}),
    ("IRO’s summing up", {"iro_view": "Right."}),
    ("IRO’s summing up", {"rights": FULL.rights}),
    ("IRO’s summing up", {"next_review_on": FULL.next_review_on}),
    ("IRO’s summing up", {"no_next_review_why": "Not known."}),
]


@pytest.mark.parametrize(("step", "change"), FILLED)
def test_a_step_filled_in_its_own_place_was_considered(step: str, change: dict[str, Any]) -> None:
    without = considered(sheets.full(**NOTHING))
    assert without[step] == "Say why this was left out"
    assert considered(sheets.full(**{**NOTHING, **change}))[step] == "Considered."


def test_with_nothing_open_from_before_that_is_what_is_said() -> None:
    found = considered(sheets.full(**NOTHING, earlier_decisions=()))
    assert found["Since last time"] == "No decisions were open from before."


@pytest.mark.parametrize("done", [True, False])
def test_what_was_written_outranks_a_mark_that_it_was_left_out(done: bool) -> None:
    marks = (StepMarkOnSheet("m", "A6", done, "The nurse was ill."),)
    assert considered(sheets.full(step_marks=marks))["Health and feelings"] == "Considered."
    left_out = considered(sheets.full(step_marks=marks, notes=()))["Health and feelings"]
    assert left_out == "Left out, because: The nurse was ill."


def test_numbers_that_were_not_asked_for_are_no_content() -> None:
    unasked = replace(FULL.scale_answers[0], answered="not_asked", number=None)
    found = considered(sheets.full(**{**NOTHING, "scale_answers": (unasked,)}))
    assert found["Where are we, 0 to 10?"] == "No numbers were asked for."
