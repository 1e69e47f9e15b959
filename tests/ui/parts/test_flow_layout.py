"""A flow fills a line, goes on to the next, and is mirrored right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLayoutItem, QPushButton, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from ui.meeting.fields_layout import FieldsLayout
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout


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


@pytest.mark.parametrize("layout", [FlowLayout, FieldsLayout])
def test_what_qt_has_let_go_of_is_measured_and_placed_by_no_dead_holder(
    qtbot: QtBot, layout: type[FlowLayout | FieldsLayout]
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = layout()
    buttons = [QPushButton(f"Button {number}") for number in range(3)]
    for button in buttons:
        flow.addWidget(button)
    holder.setLayout(flow)
    holder.resize(600, 100)
    holder.show()
    given = [flow.itemAt(place) for place in range(3)]
    for each in given[:2]:
        assert isinstance(each, QLayoutItem)
        delete(each)
    buttons[0].deleteLater()
    qtbot.waitUntil(lambda: not isValid(buttons[0]))
    flow.invalidate()
    flow.activate()
    assert flow.heightForWidth(600) > 0
    assert flow.minimumSize().width() > 0
    assert buttons[1].x() < buttons[2].x()
    assert flow.count() == 1
    flow.removeWidget(buttons[2])
    assert flow.count() == 0


def test_an_error_in_what_qt_asks_of_us_is_caught_and_fails_a_test(qtbot: QtBot) -> None:
    class Broken(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            raise ValueError

    broken = Broken()
    qtbot.addWidget(broken)
    with qtbot.capture_exceptions() as caught:
        broken.show()
        qtbot.waitUntil(lambda: bool(caught))
    assert {kind for kind, *_rest in caught} == {ValueError}


def test_what_qt_holds_a_widget_by_is_made_here_and_is_known_to_be_gone(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    button = QPushButton("Wren")
    flow.addWidget(button)
    item = flow.itemAt(0)
    assert type(item) is QWidgetItem
    assert isValid(item)
    button.setParent(None)  # Qt lets go of the item, which Python would not be told of its own
    qtbot.addWidget(button)
    assert flow.count() == 0
    assert not isValid(item)
