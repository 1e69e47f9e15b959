"""Undo and redo in the review window: by keys, by the Edit menu and by two small buttons."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from models.problems import Problem
from models.review_sheet import ReviewSheet
from models.undo_kind import Standing
from ui.acts import Acts
from ui.language import _
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage
from ui.meeting.step_pages import step_of
from ui.meeting.undo_words import kind_words
from ui.overriding import override

if TYPE_CHECKING:
    from models.undo import Done
    from ui.meeting.review_page import ReviewPage

Place = tuple[str, str, str]
UNDO_KEYS: Final = (QKeySequence("Ctrl+Z"),)
REDO_KEYS: Final = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
_CHANGING: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEP_OF_TABLE: Final[Mapping[str, str]] = {
    "sitting": "A1",
    "rearranged": "A1",
    "consultation": "A2",
    "drawing": "A2",
    "decision_progress": "A3",
    "dispute": "A3",
    "right_explained": "A12",
}
_ON_CARDS: Final = frozenset({"note", "wish", "decision", "drawing"})
"""What is seen on cards that open to be changed."""


class Undoing(Acts):
    """Takes acts of one review back and shows where they were."""

    def __init__(self, page: "ReviewPage") -> None:
        super().__init__(page)
        self._page, self._meeting = page, page.meeting
        self._standing = self._meeting.standing()
        self._field: QWidget | None = None
        self._meeting.saved.connect(self._look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    @property
    def standing(self) -> Standing:
        """What would be undone and redone."""
        return self._standing

    @property
    def undo_words(self) -> str:
        """What would be undone, such as "note added", or nothing."""
        return kind_words(self._standing.undo)

    @property
    def redo_words(self) -> str:
        """What would be redone, or nothing."""
        return kind_words(self._standing.redo)

    def undo(self) -> None:
        """Take the last act back and show where it was."""
        self._turn(self._meeting.undo, _("Undone: {what}."), self.redo, is_undo=True)

    def redo(self) -> None:
        """Do it again and show where it is."""
        self._turn(self._meeting.redo, _("Redone: {what}."), self.undo, is_undo=False)

    def _turn(
        self,
        turn: "Callable[[], Done | None]",
        words: str,
        back: Callable[[], None],
        *,
        is_undo: bool,
    ) -> None:
        page, before = self._page, self._meeting.sheet
        if not page.flush():
            return
        try:
            done = turn()
        except Problem as problem:
            page.notices.tell(problem)
            return
        if done is None:
            return
        self._show(done, before)
        said = words.format(what=kind_words(done.kind))
        page.notices.say_turned(said, back, is_undone=is_undo)

    def _show(self, done: "Done", before: ReviewSheet) -> None:
        """Go to where it was: into its field, or to its card, which stays closed."""
        page, place = self._page, done.places[0]
        step = _step(self._meeting.sheet, place) or _step(before, place) or page.step
        if place[0] not in _ON_CARDS:
            page.go_to(step, place)
            return
        if page.step != step or page.shows_paper:
            page.go(step)
        shown = page.page()
        if shown is None:
            return
        self._leave_keyboard_to_write(shown)
        QTimer.singleShot(0, shown, lambda: _bring_into_sight(shown, place[1]))

    def _leave_keyboard_to_write(self, shown: StepPage) -> None:
        """Leave the keyboard where it was typed with, else where the next words are typed.

        It never goes to words that stand already: what is typed next would go into them.
        """
        field = self._field
        if field is not None and isValid(field) and field.isVisible() and field.hasFocus():
            return
        first = shown.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look(self) -> None:
        """Read what can be undone now; the offer to redo goes once there is nothing to redo."""
        had = self._standing
        self._standing = self._meeting.standing()
        if had.redo is not None and self._standing.redo is None:
            self._page.notices.clear_undo()
        if had != self._standing:
            self.changed.emit()

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Listen to the text field that has the keyboard, and to no other."""
        if not isValid(self) or not isValid(self._page):
            return
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        is_text = isinstance(now, QTextEdit | QLineEdit) and not now.isReadOnly()
        self._field = now if is_text and now and self._page.isAncestorOf(now) else None
        self._meeting.goes_back = False
        if self._field is not None:
            self._field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        is_undo, is_redo = _is_one_of(event, UNDO_KEYS), _is_one_of(event, REDO_KEYS)
        is_press = event.type() == QEvent.Type.KeyPress
        if not (is_undo or is_redo):
            if is_press and _changes_words(event):
                self._meeting.goes_back = False
            return False
        can = _can_undo(watched) if is_undo else _can_redo(watched)
        event.setAccepted(can)
        if can and is_press and isinstance(watched, QTextEdit | QLineEdit):
            self._meeting.goes_back = is_undo
            watched.undo() if is_undo else watched.redo()
        return True


def _is_one_of(event: QKeyEvent, keys: tuple[QKeySequence, ...]) -> bool:
    return QKeySequence(event.keyCombination()) in keys


def _changes_words(event: QKeyEvent) -> bool:
    return (event.text().isprintable() and bool(event.text())) or event.key() in _CHANGING


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QTextEdit):
        return field.document().isUndoAvailable()
    return isinstance(field, QLineEdit) and field.isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QTextEdit):
        return field.document().isRedoAvailable()
    return isinstance(field, QLineEdit) and field.isRedoAvailable()


def _bring_into_sight(page: StepPage, row_id: str) -> None:
    """Scroll to the card of a note, a decision or a pair that stands there."""
    found: list[QWidget] = page.findChildren(QWidget, f"goal_{row_id}")
    for cards in page.findChildren(SlotList):
        slot = cards.slots.get(row_id)
        if slot is not None:
            found.append(slot)
    seen = next((each for each in found if each.isVisible()), None)
    if seen is not None:
        page.ensureWidgetVisible(seen, 12, 60)


def _step(sheet: ReviewSheet, place: Place) -> str:
    """Give the step where a place of the record is seen, or nothing once it is gone."""
    if place[0] == "step_mark":
        return next((mark.step for mark in sheet.step_marks if mark.id == place[1]), "")
    return step_of(sheet, place) or _STEP_OF_TABLE.get(place[0], "")
