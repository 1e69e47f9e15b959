"""A flow fills a line, goes on to the next, and is mirrored right to left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

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
