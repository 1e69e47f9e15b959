"""The workspace: keys, steps in any order, what is still needed, and the letter beside it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from letters.paragraph import Source
from models.database import Database
from models.problems import DiskFull
from models.review_sheet import ReviewSheet
from models.rules.meeting_steps import MEETING_STEPS
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from ui.appearance import appearance
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage
from ui.meeting.tab_order import stops

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
CTRL = Qt.KeyboardModifier.ControlModifier


def _press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, CTRL)


def _drawn(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.waitUntil(lambda: page.letter.live.paper is not None and page.letter.live.is_at_rest)


@pytest.mark.parametrize("whole", [False, True], ids=["planned", "whole"])
def test_every_control_of_every_step_has_a_name(
    whole: bool, open_review: Open, database: Database, sam: sample.Sample
) -> None:
    if whole:
        sample.write_whole_review(database, sam)
    page = open_review()
    for step in MEETING_STEPS:
        page.go(step)
    assert unnamed(page) == []


@pytest.mark.usefixtures("begun")
def test_going_through_the_steps_opens_no_window_of_its_own_and_keeps_the_keyboard(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A1")
    for step in MEETING_STEPS:
        page.go(step)
        qtbot.wait(5)
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert shown == [page], step
        focused = QApplication.focusWidget()
        assert focused is not None, step
        assert page.centre.isAncestorOf(focused), step


@pytest.mark.usefixtures("begun")
def test_ctrl_down_and_up_go_through_the_steps_and_ctrl_g_to_their_list(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    _press(qtbot, Qt.Key.Key_Down)
    assert page.step == "A5"
    _press(qtbot, Qt.Key.Key_Up)
    _press(qtbot, Qt.Key.Key_Up)
    assert page.step == "A3"
    _press(qtbot, Qt.Key.Key_G)
    assert QApplication.focusWidget() is page.steps.rail.row("A3")
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.step == "A6"


@pytest.mark.usefixtures("begun")
def test_tab_goes_field_chips_tick_button_list_foot_in_reading_order(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        from models.open_review import OpenReview

        OpenReview(session, sam.review_id).add_note("worry", "A note", step="A4")
    page = open_review("A4")
    order = list(stops(page))
    capture = page.page().capture
    wanted = [
        page.bar.back_button,
        page.steps.rail.row("A4"),
        page.steps.lacking_button,
        capture.field.control,
        capture.column_chips.chip("going_well"),
        capture.said_by.chip("child"),
        capture.about.chip("home"),
        capture.restricted,
        capture.add_button,
        page.page().facts.open_button,
        page.page().notes.slot(sample.sheet(database, sam).notes[0].id).card(),
        page.foot.back_button,
        page.foot.next_button,
        page.letter.view,
        page.letter.open_button,
    ]
    assert [stop for stop in order if stop in wanted] == wanted
    capture.add_button.setFocus()
    qtbot.keyClick(capture.add_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wanted[9]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is capture.add_button


@pytest.mark.usefixtures("begun")
@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups' keys
def test_what_is_still_needed_is_counted_listed_and_leads_to_its_field(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    count = len(page.steps.lacking())
    assert page.steps.lacking_button.text() == f"{count} things still needed"
    page.steps.open_list()
    menu = page.steps.findChild(QMenu, "still_needed_list")
    assert menu is not None
    action = next(one for one in menu.actions() if "your own view" in one.text())
    action.trigger()
    menu.close()
    assert page.step == "A12"
    assert QApplication.focusWidget().objectName() == "iro_view_box"


def test_each_thing_still_needed_leads_to_a_control_of_its_own(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    from ui.meeting.lacking_words import key_of, step_and_place

    sample.begin(database, sam)
    with database.saving(sam.iro_id) as session:
        from models.open_review import OpenReview

        review = OpenReview(session, sam.review_id)
        review.decide("Ask the panel")
        review.add_wish("A phone", asked_for=True)
        review.give_number(4)
        review.attendance_of(sam.people["mum"]).invited = False
    page = open_review("A1")
    for each in page.steps.lacking():
        step, place = step_and_place(key_of(each))
        page.go(step)
        assert page.page().go_to(place), place


def test_a_whole_review_needs_nothing_more_and_every_step_is_done(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    page = open_review("A4")
    assert page.steps.lacking_button.text() == "Nothing more is needed"
    assert "done" in page.steps.rail.row("A1").accessibleName()


@pytest.mark.usefixtures("begun")
def test_the_letter_follows_the_typing_and_marks_what_is_being_written(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    _drawn(qtbot, page)
    before = page.letter.live.paper
    assert before is not None
    assert before.missing
    type_text(qtbot, page.page().capture.field.control, "Sam likes the new shelf.")
    source = Source("note", "being typed", "words")
    qtbot.waitUntil(lambda: source in page.letter.live.paper.places)
    _drawn(qtbot, page)
    assert page.letter.view.sheets.mark(source) is not None
    assert page.letter.place.said.startswith("Page 1 of about")


@pytest.mark.usefixtures("begun")
def test_clicking_a_gap_in_the_letter_goes_to_its_field(qtbot: QtBot, open_review: Open) -> None:
    page = open_review("A4")
    _drawn(qtbot, page)
    source = Source("review", page.meeting.review_id, "home_line")
    box = page.letter.view.sheets.mark(source)
    assert box is not None
    qtbot.mouseClick(page.letter.view.sheets, Qt.MouseButton.LeftButton, pos=box.center())
    assert page.step == "A9"
    assert QApplication.focusWidget().objectName() == "home_line_box"


@pytest.mark.usefixtures("begun")
def test_ctrl_e_asks_for_the_letter_once_everything_is_saved(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    with qtbot.waitSignal(page.letter_asked):
        _press(qtbot, Qt.Key.Key_E)
    with qtbot.waitSignal(page.letter_asked):
        page.letter.open_button.click()


@pytest.mark.usefixtures("begun")
def test_the_letter_is_shown_large_and_goes_back_to_where_the_keyboard_was(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    field = QApplication.focusWidget()
    page.swap_letter()
    large = page.centre.currentWidget()
    qtbot.waitUntil(lambda: large.live.paper is not None)
    assert page.letter.isHidden()
    assert unnamed(page) == []
    page.swap_letter()
    assert QApplication.focusWidget() is field
    assert page.letter.isVisible()


@pytest.mark.usefixtures("begun")
def test_a_narrow_window_folds_the_letter_into_a_button(open_review: Open) -> None:
    page = open_review("A4", width=1100)
    assert page.letter.isHidden()
    assert page.bar.letter_button.isVisible()
    page.bar.letter_button.click()
    assert page.centre.currentWidget() in page.papers.values()


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("size", [150, 175, 200])
def test_large_text_folds_the_letter_and_from_175_the_steps_into_one_line(
    size: int, open_review: Open, qtbot: QtBot
) -> None:
    page = open_review("A4", height=1_000)
    appearance().apply("light", size)
    qtbot.wait(5)
    assert page.letter.isHidden()
    folded = size >= 175
    assert page.steps.rail.drop_down.isVisible() == folded
    assert page.fold_bar.isVisible() == folded
    assert page.bar.isVisible() != folded
    if folded:
        assert page.steps.rail.drop_down.currentText() == "4 of 12: Home"
        _press(qtbot, Qt.Key.Key_G)
        assert QApplication.focusWidget() is page.steps.rail.drop_down


@pytest.mark.usefixtures("begun")
def test_steps_that_do_not_fit_down_the_side_become_one_line_under_the_bar(
    open_review: Open,
) -> None:
    page = open_review("A4", height=560)
    assert page.steps.rail.drop_down.isVisible()
    assert page.bar.isVisible()
    page.resize(1282, 800)
    assert not page.steps.rail.drop_down.isVisible()


@pytest.mark.usefixtures("long_words", "begun")
def test_words_twice_as_long_do_not_push_a_step_out_of_its_frame(
    open_review: Open, qtbot: QtBot
) -> None:
    page = open_review()
    for step in MEETING_STEPS:
        page.go(step)
        qtbot.wait(5)
        inside = page.page().widget()
        assert inside.width() <= page.page().viewport().width(), (step, _widest(inside))


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("size", [100, 200])
def test_every_step_fits_the_smallest_window(size: int, open_review: Open, qtbot: QtBot) -> None:
    appearance().apply("light", size)
    beside = 0 if size >= 175 else 84
    page = open_review(width=1024 - beside, height=600)
    for step in MEETING_STEPS:
        page.go(step)
        qtbot.wait(5)
        assert page.minimumSizeHint().width() <= 1024 - beside, step
        inside = page.page().widget()
        assert inside.width() <= page.page().viewport().width(), (step, _widest(inside))


def _widest(inside: QWidget) -> list[str]:
    wide = [
        f"{type(each).__name__} {each.objectName()} {each.minimumSizeHint().width()}"
        for each in inside.findChildren(QWidget)
        if each.minimumSizeHint().width() > 440
    ]
    return wide


@pytest.mark.usefixtures("begun")
def test_a_full_disk_is_told_in_words_and_what_was_typed_stays(
    qtbot: QtBot, open_review: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_review("A4")
    capture = page.page().capture

    def full(_act: object) -> None:
        raise DiskFull

    type_text(qtbot, capture.field.control, "Sam sleeps")
    monkeypatch.setattr(desk, "save", full)
    _press(qtbot, Qt.Key.Key_Return)
    assert capture.field.text() == "Sam sleeps"
    assert "disk is full" in page.bar.saved.accessibleName()
    assert page.notices.isVisible()
    monkeypatch.undo()
    _press(qtbot, Qt.Key.Key_Return)
    assert capture.field.text() == ""


@pytest.mark.usefixtures("begun")
def test_leaving_saves_what_is_half_typed(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = open_review("A9")
    type_text(qtbot, page.page().home_line.control, "You will live")
    with qtbot.waitSignal(page.left):
        page.bar.back_button.click()
    assert read().home_line == "You will live"


@pytest.mark.usefixtures("begun")
def test_typing_is_saved_soon_after_a_pause(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = open_review("A9")
    type_text(qtbot, page.page().home_line.control, "You will")
    qtbot.waitUntil(lambda: read().home_line == "You will")
