"""Sam's finished review on the page of what follows it, used with keys and clicks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import Issue
from models.managers_reply import send_decisions
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.finalising import Standing
from tests import sample
from tests.typing_keys import type_text
from tests.ui.every_window import settle
from ui.background import Background
from ui.desk import Desk
from ui.send.after_meeting_page import AfterMeetingPage
from ui.send.standing_words import standing_on


class Here:
    """Sam's finished review at a desk, some days later."""

    def __init__(self, database: Database, made: sample.Sample) -> None:
        self.days = 1
        self.made, self.background = made, Background()
        now = sample.NOW.astimezone()
        self.desk = Desk(
            database, made.me, sample.calendar(), lambda: now + timedelta(days=self.days),
            self.background,
        )  # fmt: skip

    @property
    def sheet(self) -> ReviewSheet:
        """The review as it stands."""
        return sample.sheet(self.desk.database, self.made)

    @property
    def standing(self) -> Standing:
        """Where the decisions stand."""
        return standing_on(self.sheet, self.desk.today(), self.desk.calendar).state

    def send(self) -> None:
        """Send the decisions without the window."""
        new = Issue(DocumentKind.DECISIONS, b"%PDF", "words")
        desk = self.desk
        self.act(lambda review: send_decisions(review, desk.today(), new, desk.me.id, desk.now()))

    def act(self, act: Callable[[OpenReview], object]) -> None:
        """Do one thing without the window."""
        with self.desk.database.saving(self.made.iro_id, self.desk.now()) as session:
            act(OpenReview(session, self.made.review_id))


@contextmanager
def finished(folder: Path) -> Iterator[Here]:
    """Sam's review, finished an hour ago."""
    database, made = sample.open_filled(folder / "record")
    sample.write_whole_review(database, made)
    found = Here(database, made)
    found.act(lambda review: review.finish(sample.NOW, "17:00", sample.calendar()))
    yield found
    found.background.close()
    database.close()


def show(qtbot: QtBot, here: Here, part: str = "") -> AfterMeetingPage:
    """The page in a window."""
    page = AfterMeetingPage(here.desk, here.made.review_id, part)
    qtbot.addWidget(page)
    page.resize(1282, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    return page


def press(page: QWidget, name: str) -> None:
    """Press a button by its name, with the keyboard."""
    settle()
    found = [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def write(qtbot: QtBot, page: QWidget, name: str, words: str) -> None:
    """Type into a field by its name."""
    settle()
    field = next(each for each in page.findChildren(QWidget, name) if each.isVisible())
    field.setFocus()
    type_text(qtbot, field, words)
