"""Plays keys into the real windows, as a person at the keyboard would."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PATIENCE_MS = 60_000
STEP_MS = 10


class PlayStopped(RuntimeError):
    """The window did not come to what the play expects. A fault of the program."""


class Player:
    """Finds what is on a page by its name, puts the focus there and presses keys."""

    def __init__(self, page: Callable[[], QWidget | None]) -> None:
        self._page = page

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Let the windows work until this is so.

        Raises: PlayStopped, naming `what`, when it never is.
        """
        clock = QElapsedTimer()
        clock.start()
        while not reached():
            if clock.elapsed() > PATIENCE_MS:
                raise PlayStopped(what)
            turn = QEventLoop()
            QTimer.singleShot(STEP_MS, turn.quit)
            turn.exec()

    def all_named(self, name: str) -> list[QWidget]:
        """Every visible control of this object name, in the order of the page."""
        page = self._page()
        if page is None:
            return []
        found = [each for each in page.findChildren(QWidget, name) if each.isVisibleTo(page)]
        return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def go_to(self, name: str, place: int = 0) -> None:
        """Put the focus on a control; it may take a moment to appear."""
        self.until(lambda: self._focus(name, place), name)

    def _focus(self, name: str, place: int) -> bool:
        """Look afresh each time: a page may make its controls anew when something is saved."""
        found = self.all_named(name)
        if not found or len(found) <= place:
            return False
        if not found[place].isActiveWindow():  # with no screen, a closed list stays the active one
            found[place].activateWindow()
        found[place].setFocus(Qt.FocusReason.TabFocusReason)
        return found[place].hasFocus()

    def type(self, words: str) -> None:
        """Type into whatever has the focus, a key for each character."""
        for letter in words:
            self._key(0, Qt.KeyboardModifier.NoModifier, letter)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        self._key(key.value, modifiers, " " if key == Qt.Key.Key_Space else "")

    def choose(self, name: str, place: int = 0) -> None:
        """Go to a control and press Space on it."""
        self.go_to(name, place)
        self.press(Qt.Key.Key_Space)
        QCoreApplication.processEvents()

    def choose_and_agree(self, name: str) -> None:
        """Press Space on a control that asks first, and go on to the button that does it."""
        answering = QTimer()
        answering.setInterval(STEP_MS)
        answering.timeout.connect(lambda: self._agree(answering))
        answering.start()
        self.choose(name)
        answering.stop()

    def _agree(self, answering: QTimer) -> None:
        question = QApplication.activeModalWidget()
        do_it = question.findChild(QWidget, "do_button") if question is not None else None
        if question is not None and do_it is not None:
            answering.stop()
            question.activateWindow()
            do_it.setFocus(Qt.FocusReason.TabFocusReason)
            self._send(do_it, Qt.Key.Key_Space.value, Qt.KeyboardModifier.NoModifier, " ")

    def write(self, name: str, words: str, place: int = 0) -> None:
        """Go to a field and type; leaving it saves it."""
        self.go_to(name, place)
        self.type(words)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        if target is not None:
            self._send(target, key, modifiers, text)

    @staticmethod
    def _send(target: QWidget, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(target):
                QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
