"""The summary takes the focus and leads to each field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.error_summary import ErrorSummary


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


def test_a_long_line_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    summary = ErrorSummary("Before you finish this review")
    column = QVBoxLayout(window)
    column.addWidget(summary)
    column.addStretch(1)
    window.resize(360, 500)
    shown(qtbot, window)
    long = "Say why it was not done: “Find out if Sam can sleep over at Nana Bea’s on Fridays”"
    summary.show_missing([("a", "Short"), ("b", long)])
    qtbot.wait(0)
    short, wrapped = summary.links
    assert window.width() == 360
    assert wrapped.text() == long
    assert wrapped.width() <= 360
    assert wrapped.height() >= 2 * short.height()
    with qtbot.waitSignal(summary.link_followed):
        qtbot.mouseClick(wrapped, Qt.MouseButton.LeftButton)
