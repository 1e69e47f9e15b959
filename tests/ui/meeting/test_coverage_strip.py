"""The strip of matters of law: a cell each, moved through and answered by keys and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.considering import consider
from models.coverage import standing_of
from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.schedule7 import Considered
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Open
from ui.appearance import appearance
from ui.meeting.coverage_strip import CoverageStrip
from ui.meeting.matter_panel import MatterPanel
from ui.meeting.summing_up_page import SummingUpPage

Read = Callable[[], ReviewSheet]
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def _panel(strip: CoverageStrip) -> MatterPanel:
    assert strip.panel is not None
    return strip.panel


def _state(read: Read, matter: str) -> tuple[Considered | None, str]:
    found = standing_of(read(), matter)
    return found.state, found.words


def test_fourteen_cells_fit_the_centre_and_say_what_became_of_each(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    strip = open_review("A5").coverage
    assert len(strip.cells) == 14
    assert strip.row.isVisible()
    assert strip.folded_button.isHidden()
    for cell in strip.cells.values():
        assert cell.height() >= 28
        assert cell.mapTo(strip, QPoint(cell.width(), 0)).x() <= strip.width()
    names = {matter: cell.accessibleName() for matter, cell in strip.cells.items()}
    assert names["S7.4"] == "4 of 14, Family time: considered, with a note"
    assert names["S7.7"] == "7 of 14, Leisure: considered, nothing to add"
    assert names["S7.13"] == "13 of 14, Social worker’s visits: does not apply"
    assert strip.cells["S7.7"].toolTip().endswith("The law asks: leisure interests.")


def test_the_matters_of_the_step_are_outlined(open_review: Open) -> None:
    review = open_review("A5")
    cells = review.coverage.cells
    assert [key for key, cell in cells.items() if cell.property("here")] == ["S7.4", "S7.9"]
    review.go("A11")
    assert not [key for key, cell in cells.items() if cell.property("here")]


def test_the_strip_is_one_stop_of_tab_and_arrows_go_along_it(
    qtbot: QtBot, open_review: Open
) -> None:
    strip = open_review("A5").coverage
    stops = [c for c in strip.cells.values() if c.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [strip.cells["S7.1"]]
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key, reached in (
        (KEY.Key_Right, "S7.2"), (KEY.Key_Left, "S7.1"), (KEY.Key_Left, "S7.1"),
        (KEY.Key_End, "S7.14"), (KEY.Key_Right, "S7.14"), (KEY.Key_Home, "S7.1"),
    ):  # fmt: skip
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is strip.cells[reached]


def test_by_keys_alone_a_matter_is_said_not_to_have_been_considered_and_why(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    strip = open_review("A5").coverage
    cell = strip.cells["S7.9"]
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cell, KEY.Key_Return)
    chips = _panel(strip).answer.chips
    assert QApplication.focusWidget() is chips.chip("with_note")
    for _time in range(3):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Space)
    why = _panel(strip).answer.why
    assert QApplication.focusWidget() is why.control
    assert cell.accessibleName() == "9 of 14, Identity: the reason is still to be said"
    type_text(qtbot, why.control, "No time")
    qtbot.keyClick(why.control, KEY.Key_Escape)
    assert strip.panel is None
    assert QApplication.focusWidget() is cell
    assert _state(read, "S7.9") == (Considered.NOT_CONSIDERED, "No time")
    assert cell.accessibleName() == "9 of 14, Identity: not considered"


def test_one_click_says_that_a_matter_of_some_children_does_not_apply(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    strip = open_review("A8").coverage
    qtbot.mouseClick(strip.cells["S7.14"], LEFT)
    (ready,) = _panel(strip).answer.ready
    qtbot.mouseClick(ready, LEFT)
    assert _state(read, "S7.14") == (
        Considered.NOT_APPLICABLE,
        "Sam is not unaccompanied, and nothing points to trafficking.",
    )
    assert strip.panel is None


def test_a_ready_reason_for_not_considering_is_offered_until_there_is_one(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    strip = open_review("A6").coverage
    qtbot.mouseClick(strip.cells["S7.8"], LEFT)
    answer = _panel(strip).answer
    assert answer.ready == []
    qtbot.mouseClick(answer.chips.chip("not_considered"), LEFT)
    words = [button.text() for button in answer.ready]
    assert words[0] == "Sam asked not to talk about it today."
    qtbot.mouseClick(answer.ready[1], LEFT)
    assert _state(read, "S7.8") == (Considered.NOT_CONSIDERED, "There was no time today.")


def test_what_was_said_can_be_taken_back_and_the_notes_then_speak_again(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.add_note("worry", "x", step="A6", life_area="health")
        consider(review, "S7.8", "nothing_to_add")
    strip = open_review("A6").coverage
    qtbot.mouseClick(strip.cells["S7.8"], LEFT)
    qtbot.mouseClick(_panel(strip).answer.chips.chip("nothing_to_add"), LEFT)
    assert _state(read, "S7.8") == (Considered.WITH_NOTE, "")
    assert _panel(strip).answer.chips.chosen() == "with_note"
    qtbot.mouseClick(_panel(strip).close_button, LEFT)
    assert strip.panel is None


def test_the_cell_closes_the_card_it_opened_and_another_step_closes_it_too(
    qtbot: QtBot, open_review: Open
) -> None:
    review = open_review("A5")
    strip = review.coverage
    for _time in range(2):
        qtbot.mouseClick(strip.cells["S7.4"], LEFT)
    assert strip.panel is None
    qtbot.mouseClick(strip.cells["S7.4"], LEFT)
    qtbot.mouseClick(strip.cells["S7.9"], LEFT)
    assert _panel(strip).matter == "S7.9"
    review.go("A6")
    assert strip.panel is None


def test_words_half_typed_in_the_card_are_kept_when_the_review_is_left(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A5")
    qtbot.mouseClick(review.coverage.cells["S7.9"], LEFT)
    answer = _panel(review.coverage).answer
    qtbot.mouseClick(answer.chips.chip("with_note"), LEFT)
    type_text(qtbot, answer.why.control, "We lit the candles")
    review.leave()
    assert _state(read, "S7.9") == (Considered.WITH_NOTE, "We lit the candles")


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups' keys
def test_in_a_low_window_one_button_counts_and_its_list_leads_to_the_summing_up(
    open_review: Open,
) -> None:
    review = open_review("A5", 1282, 640)
    strip = review.coverage
    assert strip.row.isHidden()
    assert strip.folded_button.text() == "Considered: 0 of 14"
    strip.folded_button.click()
    menu = strip.findChild(QMenu, "coverage_list")
    assert [action.text() for action in menu.actions()][1] == (
        "2 of 14, Legal status: not said yet"
    )
    menu.actions()[1].trigger()
    menu.close()
    assert review.step == "A12"
    page = review.page()
    assert isinstance(page, SummingUpPage)
    answer = page.matters.lines["S7.2"].answer
    assert answer is not None
    assert answer.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("size", [150, 200])
def test_at_large_text_it_is_one_button_and_an_open_card_goes(
    qtbot: QtBot, open_review: Open, size: int
) -> None:
    strip = open_review("A5").coverage
    qtbot.mouseClick(strip.cells["S7.4"], LEFT)
    appearance().apply("light", size)
    qtbot.wait(0)
    assert strip.panel is None
    assert strip.row.isHidden()
    assert strip.folded_button.isVisible()


def test_a_short_breaks_review_has_the_cells_of_its_own_matters(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    review = open_review("A4")
    with database.saving(sam.iro_id) as session:
        put(session, "review", sam.review_id, "kind", "short_breaks")
    review.meeting.reload()
    assert len(review.coverage.cells) == 9
    assert "S7.4" not in review.coverage.cells


def test_what_is_likely_is_not_counted_and_one_click_confirms_it(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample, read: Read
) -> None:
    sample.begin(database, sam)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).add_note("going_well", "She bakes.", step="A5")
    strip = open_review("A5").coverage
    assert strip.cells["S7.4"].accessibleName() == "4 of 14, Family time: likely, say so"
    assert strip.folded_button.text() == "Considered: 0 of 14"
    qtbot.mouseClick(strip.cells["S7.4"], LEFT)
    assert _panel(strip).standing.text() == "Likely: say so"
    assert _panel(strip).answer.chips.chosen() == ""
    (ready,) = _panel(strip).answer.ready
    assert ready.text() == "Yes, it was considered"
    qtbot.mouseClick(ready, LEFT)
    assert strip.panel is None
    assert _state(read, "S7.4") == (Considered.WITH_NOTE, "")
    assert strip.cells["S7.4"].accessibleName() == "4 of 14, Family time: considered, with a note"
    assert strip.cells["S7.9"].accessibleName() == "9 of 14, Identity: likely, say so"
