"""The decisions of the minutes beside the steps of the letter."""

from dataclasses import replace

from letters.decisions_compared import WHY_NOT, WhyNot, decisions_compared
from letters.lines import decisions_compared as from_lines
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.papers_expected import letter


def why(sheet: ReviewSheet) -> dict[int | None, WhyNot]:
    return {each.number: each.why_not for each in decisions_compared(sheet, letter(sheet))}


def test_a_letter_with_every_decision_lacks_none() -> None:
    found = decisions_compared(sheets.full(), letter(sheets.full()))
    assert [(each.number, each.in_letter, each.why_not) for each in found] == [
        (number, True, WhyNot.NOT_MISSING) for number in (1, 2, 3, 4)
    ]
    assert from_lines is decisions_compared


def test_each_decision_that_is_not_told_says_why() -> None:
    one, two, three, four = sheets.DECISIONS
    gone = LineOnSheet("l", "decision/d-3", "", "", left_out=True, left_out_why="Told her")
    sheet = sheets.full(
        decisions=(
            replace(one, restricted=True), replace(two, in_letter=False), three, four
        ),
        making=LetterMaking(LetterOnSheet(id="letter-1"), (gone,)),
    )  # fmt: skip
    assert why(sheet) == {
        1: WhyNot.RESTRICTED, 2: WhyNot.SWITCHED_OFF, 3: WhyNot.LEFT_OUT, 4: WhyNot.NOT_MISSING,
    }  # fmt: skip
    told = [each.why for each in decisions_compared(sheet, letter(sheet))]
    assert told == ["", "", "Told her", ""]
    assert set(WHY_NOT) == set(WhyNot) - {WhyNot.NOT_MISSING}


def test_a_decision_beyond_the_rows_is_told_where_it_answers_a_request() -> None:
    sheet = sheets.with_decisions(7)
    assert why(sheet)[6] is WhyNot.BEYOND_ROWS
    asked = tuple(
        sheets.wish(f"w-{n}", "Please", asked_for=True, decision_id=f"d-{n}") for n in range(1, 7)
    )
    found = why(replace(sheet, wishes=asked))
    assert (found[6], found[7]) == (WhyNot.NOT_MISSING, WhyNot.BEYOND_ROWS)


def test_a_step_that_only_the_letter_says_is_named() -> None:
    alone = sheets.note("n-9", "next", "Everyone knows the plan.")
    decided = sheets.note("n-8", "next", "Ask for a date.")
    one, *others = sheets.DECISIONS
    sheet = sheets.full(
        notes=(*sheets.NOTES, alone, decided), decisions=(replace(one, note_id="n-8"), *others)
    )
    found = [each for each in decisions_compared(sheet, letter(sheet)) if each.number is None]
    assert [(each.id, each.why_not) for each in found] == [("n-9", WhyNot.ONLY_IN_LETTER)]
