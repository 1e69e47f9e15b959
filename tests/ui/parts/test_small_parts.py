"""Dialog, notices, summary, progress, saved-state, empty state, badges, words and flow."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.badges import KINDS, Badge, BadgeRow, badge_width, paint_badge
from ui.parts.dialog import Question, ask
from ui.parts.empty_state import EmptyState
from ui.parts.error_summary import ErrorSummary
from ui.parts.flow_layout import FlowLayout
from ui.parts.notices import Clock, Notice
from ui.parts.progress import Progress
from ui.parts.saved_state import SavedState
from ui.parts.words import Words


def _question() -> Question:
    return Question("Finish the record?", "A change makes version 2.", "Finish", "Keep working")


def _answer(key: Qt.Key) -> bool:
    """Ask, and press a key on whatever has the focus in the dialog."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        target = dialog.focusWidget() or dialog
        target.setFocus()
        QTest.keyClick(target, key)

    QTimer.singleShot(0, press)
    return ask(_question())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_esc_and_a_careless_enter_are_the_safe_answer(qtbot: QtBot, key: Qt.Key) -> None:
    assert _answer(key) is False


def test_the_verb_does_it(qtbot: QtBot) -> None:
    question = _question()
    qtbot.addWidget(question)
    shown(qtbot, question)
    with qtbot.waitSignal(question.accepted):
        qtbot.mouseClick(question.do_button, Qt.MouseButton.LeftButton)


def test_a_question_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    freed(_question)


def test_a_notice_stays_until_it_is_read(qtbot: QtBot) -> None:
    notice = Notice("Ruth changed this", "Nothing moved.", action="Show")
    qtbot.addWidget(notice)
    shown(qtbot, notice)
    with qtbot.waitSignals([notice.action_asked, notice.read]):
        qtbot.keyClick(notice.action, Qt.Key.Key_Space)
    assert not notice.isVisible()
    notice.say("Ruth changed it back")
    assert notice.accessibleName() == "Ruth changed it back"


def test_a_clock_is_told_in_words(qtbot: QtBot) -> None:
    clock = Clock("Day 4 of 5", "Due tomorrow, Friday 13 November", "due")
    qtbot.addWidget(clock)
    assert (clock.accessibleName(), clock.accessibleDescription()) == (
        "Day 4 of 5",
        "Due tomorrow, Friday 13 November",
    )


def test_the_summary_takes_the_focus_and_leads_to_the_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    summary = ErrorSummary("Before you finish this review")
    QVBoxLayout(window).addWidget(summary)
    shown(qtbot, window)
    assert not summary.isVisible()
    summary.show_missing([("d4", "Decision 4: say who"), ("code", "Answer it")], "You can print.")
    assert summary.isVisible()
    assert window.focusWidget() is summary.links[0]
    with qtbot.waitSignal(summary.link_followed) as told:
        qtbot.keyClick(summary.links[1], Qt.Key.Key_Return)
    assert told.args == ["code"]
    summary.show_missing([])
    assert not summary.isVisible()


def test_progress_shows_itself_only_for_long_work(qtbot: QtBot) -> None:
    progress = Progress()
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(progress)
    shown(qtbot, window)
    progress.start("Making 12 letters")
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible, timeout=5_000)
    progress.step(7, 12)
    assert progress.count.said == "7 of 12"
    with qtbot.waitSignal(progress.stop_asked):
        qtbot.mouseClick(progress.stop_button, Qt.MouseButton.LeftButton)
    progress.finish()
    assert not progress.isVisible()


def test_quick_work_shows_no_progress(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.start("Making 1 letter")
    progress.finish()
    assert not progress.isVisible()


def test_saved_state_is_always_words(qtbot: QtBot) -> None:
    state = SavedState()
    qtbot.addWidget(state)
    assert state.accessibleName() == "All saved on this laptop"
    state.show_saving()
    assert state.accessibleName() == "Saving on this laptop. You can carry on"
    state.show_trouble("Not saved yet", "What you typed is still here")
    assert state.accessibleName() == "Not saved yet. What you typed is still here"
    with qtbot.waitSignal(state.pressed):
        qtbot.mouseClick(state, Qt.MouseButton.LeftButton)


def test_an_empty_place_offers_one_thing(qtbot: QtBot) -> None:
    empty = EmptyState("cloud", "No worries written yet", "Say what you saw.", action="Write one")
    qtbot.addWidget(empty)
    shown(qtbot, empty)
    with qtbot.waitSignal(empty.action_asked):
        qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    nothing_to_do = EmptyState("cloud", "Nothing", "Nothing at all.")
    qtbot.addWidget(nothing_to_do)
    shown(qtbot, nothing_to_do)
    assert not nothing_to_do.action.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_a_painted_badge_is_as_wide_as_a_real_one(qtbot: QtBot, kind: str) -> None:
    badge = Badge("2 days late", kind)
    qtbot.addWidget(badge)
    badge.ensurePolished()
    margin = 6
    assert abs(badge.sizeHint().width() - badge_width("2 days late", kind)) <= margin
    picture = QImage(QSize(200, 30), QImage.Format.Format_RGB32)
    picture.fill(appearance().paint("surface"))
    plain = picture.copy()
    painter = QPainter(picture)
    width = badge_width("2 days late", kind)
    paint_badge(painter, QRect(QPoint(4, 2), QSize(width, 26)), "2 days late", kind)
    painter.end()
    assert picture != plain


def test_more_than_two_badges_become_and_more(qtbot: QtBot) -> None:
    row = BadgeRow([("a", "ok", ""), ("b", "due", ""), ("c", "over", ""), ("d", "info", "scales")])
    qtbot.addWidget(row)
    assert [badge.accessibleName() for badge in row.findChildren(Badge)] == ["a", "b"]
    assert "and 2 more" in [words.said for words in row.findChildren(Words)]


def test_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    words = Words("Kit & Jo <b>here</b>", wrap=True)
    qtbot.addWidget(words)
    assert words.said == words.accessibleName() == "Kit & Jo <b>here</b>"
    assert "&lt;b&gt;" in words.text()
    words.say("Send Tarn’s minutes", strong=["Tarn"])
    assert "<b>Tarn</b>" in words.text()


def test_flow_wraps_and_mirrors(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap_across=8, gap_down=8)
    buttons = [QPushButton(f"Button {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    first = QPushButton("First")
    flow.insert(0, first)
    holder.resize(300, 400)
    holder.show()
    assert first.x() == 0
    assert flow.heightForWidth(300) > flow.heightForWidth(3_000)
    assert all(button.geometry().right() <= 300 for button in buttons)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.activate()
    QApplication.processEvents()
    assert first.geometry().right() == 299
    assert flow.takeAt(99) is None
    assert flow.itemAt(99) is None
