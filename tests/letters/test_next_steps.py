"""What happens next: at most five rows, what the child asked for first, nothing restricted."""

from dataclasses import replace
from datetime import date

import pytest

from letters.words_of import words_of
from tests.letters import sheets
from tests.letters.papers_expected import letter
from tests.letters.said import gaps, words


def test_what_needs_to_happen_is_told_below_the_table() -> None:
    note = sheets.note("n", "next", "Everyone knows the plan.")
    assert words(letter(sheets.full(notes=(*sheets.NOTES, note))), "L7")[-1] == note.words


def test_restricted_decisions_are_not_in_the_letter() -> None:
    secret = sheets.decision(5, "SECRETDECISION", "Samir", date(2027, 1, 1), restricted=True)
    kept = sheets.decision(6, "SECRETKEPT", "Samir", date(2027, 1, 1), in_letter=False)
    found = words_of(letter(sheets.full(decisions=(*sheets.DECISIONS, secret, kept))))
    assert "SECRET" not in found
    assert "more thing" not in found


@pytest.mark.parametrize(
    ("count", "rows", "more"),
    [(1, 1, ""), (5, 5, ""), (6, 5, "We decided 1 more thing."),
     (30, 5, "We decided 25 more things.")],
)  # fmt: skip
def test_at_most_five_rows_and_the_rest_in_words(count: int, rows: int, more: str) -> None:
    block = letter(sheets.agreed(sheets.with_decisions(count))).block("L7")
    assert block is not None
    assert len(block.rows) == rows
    after = [each.text for each in block.after if each.key != "L7/with_manager"]
    assert "".join(after).startswith(more)
    assert bool(after) == bool(more)


def test_what_the_child_asked_for_is_among_the_five() -> None:
    sheet = sheets.with_decisions(9)
    asked = sheets.wish("w", "This one", asked_for=True, decision_id="d-9")
    block = letter(replace(sheet, wishes=(asked,))).block("L7")
    assert block is not None
    numbers = [row.what.source.row_id for row in block.rows if row.what.source]
    assert numbers == ["d-1", "d-2", "d-3", "d-4", "d-9"]


def test_a_request_whose_decision_is_not_in_the_table_is_answered_by_it() -> None:
    sheet = sheets.agreed(sheets.with_decisions(7))
    wishes = tuple(
        sheets.wish(f"w-{number}", f"Thing {number}", asked_for=True, decision_id=f"d-{number}")
        for number in range(1, 7)
    )
    found = words(letter(replace(sheet, wishes=wishes)), "L8")
    assert found[0] == "“Thing 6”"
    assert found[1].startswith("Samir will do this by Thursday 7 January 2027: Thing 6")
    unsaid = tuple(replace(each, who="", person_id=None) for each in sheet.decisions)
    found = words(letter(replace(sheet, wishes=wishes, decisions=unsaid)), "L8")
    assert found[1].startswith("We decided this: Thing 6")
    waits = replace(sheet, wishes=wishes, milestones=())
    assert words(letter(waits), "L8")[1].endswith("We asked for this. It is not decided yet.")


def test_a_request_answered_by_a_restricted_decision_wants_words_of_its_own() -> None:
    secret = sheets.decision(5, "SECRET", "Samir", date(2027, 1, 1), restricted=True)
    asked = sheets.wish("w", "To know", asked_for=True, decision_id="d-5")
    found = letter(sheets.full(decisions=(*sheets.DECISIONS, secret), wishes=(asked,)))
    assert gaps(found) == [("L8", "wish", "answer")]
    assert "SECRET" not in words_of(found)


def test_a_row_has_its_own_picture_or_one_by_its_words() -> None:
    block = letter(sheets.full()).block("L7")
    assert block is not None
    assert [row.picture for row in block.rows] == ["growing-up", "sleep", "quiet", "life-story"]
    chosen = sheets.decision(1, "x", "Samir", date(2027, 1, 1), picture="dog")
    unknown = sheets.decision(2, "x", "Samir", date(2027, 1, 1), picture="../../etc/passwd",
                              life_area="identity")  # fmt: skip
    block = letter(sheets.full(decisions=(chosen, unknown))).block("L7")
    assert block is not None
    assert [row.picture for row in block.rows] == ["dog", "life-story"]
