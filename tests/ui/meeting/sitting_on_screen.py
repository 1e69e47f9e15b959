"""Steps that tests of one sitting share: it is held, and something is sent from it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage
from ui.meeting.welcome_page import WelcomePage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def welcome(review: ReviewPage) -> WelcomePage:
    """Give the first page."""
    page = review.page()
    assert isinstance(page, WelcomePage)
    return page


def hold_together(qtbot: QtBot, review: ReviewPage) -> WelcomePage:
    """Hold Max’s and Theo’s reviews with this one."""
    page = welcome(review)
    together = page.sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    qtbot.waitUntil(lambda: together.finder.list.is_open)
    for _each in ("Max", "Theo"):
        qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    return page


def names_shown(review: ReviewPage) -> list[str]:
    """Give the names that are offered."""
    names = welcome(review).sitting.together.finder.list
    if not names.is_open:
        return []
    return [names.item(number).text() for number in range(names.count())]


def notes_at(review: ReviewPage, step: str) -> NotesPage:
    """Go to a step with notes."""
    review.go(step)
    page = review.page()
    assert isinstance(page, NotesPage)
    return page


def send_from_a5(qtbot: QtBot, review: ReviewPage, words: str, review_id: str) -> None:
    """Add a note that is sent as well."""
    capture = notes_at(review, "A5").capture
    qtbot.mouseClick(capture.also_for.chip(review_id), LEFT)
    type_text(qtbot, capture.field.control, words)
    qtbot.keyClick(capture.field.control, Qt.Key.Key_Return, CTRL)
