"""The convening page in a window, and what every test of it does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from models.editing import put
from ui.convening.convening_page import ConveningPage
from ui.convening.invited_slot import InvitedSlot


def slot(page: ConveningPage, reader: str) -> InvitedSlot:
    return page.people.slots[reader]


def press(page: ConveningPage, name: str, within: QWidget | None = None) -> None:
    button = (within or page).findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.keyClick(button, Qt.Key.Key_Space)


def everybody_has_an_address(page: ConveningPage) -> None:
    def put_each(session: object) -> None:
        for line in page.convened.lines[1:]:
            put(
                session, "person", line.reader, "address", f"{len(line.name)} Quay Road, Penhallow"
            )  # type: ignore[arg-type]

    page.convened.meeting.save(put_each)


def everyone(page: ConveningPage) -> list[str]:
    return [line.reader for line in page.convened.lines]
