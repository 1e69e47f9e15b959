"""A decision that is in the minutes and not in the letter is shown, and is decided on."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from letters.decisions_compared import WHY_NOT, WhyNot
from models.database import Database
from models.editing import put
from models.letters_written import choose, letter_of_review
from models.open_review import OpenReview
from models.review_sheet import DecisionOnSheet
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read
from ui.letter.composer_page import ComposerPage
from ui.letter.leaving_out import LeftOutRow

Off = Callable[[], tuple[ComposerPage, str]]


@pytest.fixture
def off(compose: Compose, database: Database, sam: sample.Sample, read: Read) -> Off:
    """Open the composer when the second decision is not marked for the letter."""

    def opened() -> tuple[ComposerPage, str]:
        decision = read().decisions[1]
        with database.saving(sam.iro_id) as session:
            put(session, "decision", decision.id, "in_letter", value=False)
        return compose(), decision.id

    return opened


def _decision(read: Read, row_id: str) -> DecisionOnSheet:
    return next(each for each in read().decisions if each.id == row_id)


def test_with_every_decision_in_both_nothing_is_shown(compose: Compose) -> None:
    assert compose().lines.decisions.isHidden()


def test_it_is_taken_into_the_letter(qtbot: QtBot, off: Off, read: Read) -> None:
    page, row_id = off()
    row = page.lines.decisions.rows[row_id]
    qtbot.mouseClick(row.in_button, Qt.MouseButton.LeftButton)
    assert _decision(read, row_id).in_letter
    assert page.lines.decisions.isHidden()
    assert f"decision/{row_id}" in {each.line.id for each in page.lines.rows()}


def test_how_many_are_missing_stands_at_the_top_and_leads_there(
    qtbot: QtBot, off: Off, read: Read
) -> None:
    page, row_id = off()
    badge = page.standing.not_told
    assert badge.isVisible()
    assert badge.text() == "1 decision is not in both the letter and the minutes"
    qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    row = page.lines.decisions.rows[row_id]
    assert row.in_button.hasFocus()
    page.meeting.leave_out_decision(row_id, f"decision/{row_id}", "Sam is told by her teacher.")
    assert badge.isHidden()


def test_it_is_left_out_on_purpose_with_a_reason(qtbot: QtBot, off: Off, read: Read) -> None:
    page, row_id = off()
    row = page.lines.decisions.rows[row_id]
    qtbot.mouseClick(row.out_button, Qt.MouseButton.LeftButton)
    type_text(qtbot, row.leaving.why.control, "Sam is told by her teacher.\n")
    fresh = page.lines.decisions.rows[row_id]
    assert fresh.why.said == "Left out of the letter: Sam is told by her teacher."
    qtbot.mouseClick(fresh.back_button, Qt.MouseButton.LeftButton)
    assert page.lines.decisions.isHidden()
    assert not read().making.line[f"decision/{row_id}"].left_out


def test_what_the_design_has_no_room_for_is_taken_in_with_one_press(
    qtbot: QtBot, compose: Compose, database: Database, sam: sample.Sample, read: Read
) -> None:
    with database.saving(sam.iro_id) as session:
        choose(session, letter_of_review(session, sam.review_id), "band", "A")
        for what in ("Buy boots", "Find a club"):
            OpenReview(session, sam.review_id).decide(what, "Alma Dunmore", date(2027, 1, 8))
    page = compose()
    key, row = next(iter(page.lines.decisions.rows.items()))
    assert row.why.said == WHY_NOT[WhyNot.BEYOND_ROWS]
    aside = [each for each in page.findChildren(LeftOutRow) if each.isVisible()]
    assert any("holds 2 of these by itself" in each.because.said for each in aside)
    qtbot.mouseClick(row.in_button, Qt.MouseButton.LeftButton)
    assert read().making.line[f"decision/{key}"].taken_in
    assert key not in page.lines.decisions.rows
    assert f"decision/{key}" in {each.line.id for each in page.lines.rows()}
