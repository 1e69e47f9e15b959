"""A person who has only the keyboard: keys go where the focus is, and never past it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from models.coverage import CONDITIONAL, matters_open
from tests.typing_keys import type_text
from ui.meeting.matter_words import name_of
from ui.meeting.review_page import ReviewPage

CTRL, KEY = Qt.KeyboardModifier.ControlModifier, Qt.Key


class Keyboard:
    """Presses keys in whatever has the focus."""

    def __init__(self, qtbot: QtBot, page: ReviewPage) -> None:
        self._qtbot, self.page = qtbot, page

    @property
    def at(self) -> QWidget:
        """What has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def press(self, key: Qt.Key, *, ctrl: bool = False, times: int = 1) -> None:
        """Press a key, so many times."""
        for _ in range(times):
            modifiers = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
            self._qtbot.keyClick(self.at, key, modifiers)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        type_text(self._qtbot, self.at, text)

    def tab_to(self, is_it: Callable[[QWidget], bool]) -> None:
        """Press Tab until the focus is there."""
        seen: list[str] = []
        for _ in range(150):
            self.press(KEY.Key_Tab)
            if is_it(self.at):
                return
            seen.append(self.at.accessibleName() or self.at.objectName())
        raise AssertionError(f"Tab does not come there; it stops at {seen[-40:]}")

    def tab_to_named(self, name: str) -> None:
        """Press Tab until the focus is on the control that is read out so."""
        self.tab_to(lambda control: control.accessibleName() == name)

    def tab_to_answer(self, question: str, answer: str = "") -> None:
        """Press Tab until the focus is on the answers to a question, and choose one of them."""
        self.tab_to(lambda control: control.accessibleDescription() == question)
        for _ in range(10):
            if answer in ("", self.at.accessibleName()):
                self.press(KEY.Key_Space)
                return
            self.press(KEY.Key_Right)
        raise AssertionError(f"there is no answer {answer!r}")

    def next_step(self, expected: str) -> None:
        """Go to the next step."""
        self.press(KEY.Key_Down, ctrl=True)
        assert self.page.step == expected

    def go_to_step(self, step: str) -> None:
        """Go to a step through the list of steps."""
        order = [each.id for each in self.page.meeting.sheet.steps]
        by = order.index(step) - order.index(self.page.step)
        self.press(KEY.Key_G, ctrl=True)
        self.press(KEY.Key_Down if by > 0 else KEY.Key_Up, times=abs(by))
        self.press(KEY.Key_Return)
        assert self.page.step == step

    def quick_note(self, line: str) -> None:
        """Write one line from wherever the keyboard is, and come back there."""
        before = self.at
        self.press(KEY.Key_K, ctrl=True)
        self.type(f"{line}\n")
        self.press(KEY.Key_Escape)
        assert self.at is before

    def consider_the_rest(self) -> None:
        """Say in the summing up what became of each matter of law that is still open."""
        for standing in matters_open(self.page.meeting.sheet):
            self.tab_to_named(f"Say what became of “{name_of(standing.matter)}”")
            self.press(KEY.Key_Return)
            if standing.matter in CONDITIONAL:
                self.press(KEY.Key_Tab)  # a reason that stands ready
                self.press(KEY.Key_Return)
            else:
                self.press(KEY.Key_Right)
                self.press(KEY.Key_Space)
        still = [each.matter for each in matters_open(self.page.meeting.sheet)]
        assert still == []

    def finish(self) -> None:
        """Finish the review, and answer that it is meant; the safe answer has the focus."""
        self.tab_to(lambda control: control.objectName() == "finish")
        asked: list[str] = []
        waited: list[int] = []

        def answer() -> None:
            question = QApplication.activeModalWidget()
            assert isinstance(question, QDialog)
            if not question.isActiveWindow() and len(waited) < 100:
                waited.append(1)
                question.activateWindow()
                QTimer.singleShot(10, answer)
                return
            try:
                asked.append(self.at.objectName())
                self.press(KEY.Key_Backtab)
                asked.append(self.at.objectName())
                self.press(KEY.Key_Return)
            finally:
                if question.isVisible():
                    question.reject()  # a question left open would wait for ever

        QTimer.singleShot(50, answer)
        self.press(KEY.Key_Return)
        assert asked == ["keep_button", "do_button"]
