"""Quiet notices over the step: what can be taken back, and what could not be saved."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.problems import Problem
from ui.language import _
from ui.parts.notices import Notice
from ui.problem_box import problem_notice


class NoticeLine(QWidget):
    """One notice of each kind at a time; it goes when it is read."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 0)
        self._column.setSpacing(8)
        self.hide()

    def offer_undo(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with a button that takes it back."""
        notice = Notice(words, action=_("Undo"))
        notice.action.setObjectName("undo")
        notice.action_asked.connect(lambda: take_back())
        self._show("undo", notice)

    def say_turned(self, words: str, back: Callable[[], object], *, is_undone: bool) -> None:
        """Say what was undone, with a button that does it again; or what was redone."""
        notice = Notice(words, action=_("Redo") if is_undone else _("Undo"))
        notice.action.setObjectName("redo" if is_undone else "undo")
        notice.action_asked.connect(lambda: back())
        self._show("undo", notice)

    def say(self, words: str) -> None:
        """Say quietly what was done."""
        self._show("said", Notice(words, kind="well"))

    def clear_undo(self) -> None:
        """The moment for taking back has passed."""
        self._take_away("undo")

    def tell(self, problem: Problem) -> None:
        """Say what could not be done, what is safe, and what to do."""
        self._show("problem", problem_notice(problem))

    def _show(self, kind: str, notice: Notice) -> None:
        self._take_away(kind)
        self._shown[kind] = notice
        notice.read.connect(lambda: self._put_away(kind, notice))
        self._column.addWidget(notice)
        self.show()
        said = QAccessibleAnnouncementEvent(notice, notice.title.said)
        QAccessible.updateAccessibility(said)

    def _put_away(self, kind: str, notice: Notice) -> None:
        """Take a notice that was read away, unless another stands in its place by now."""
        if self._shown.get(kind) is notice:
            self._take_away(kind)

    def _take_away(self, kind: str) -> None:
        notice = self._shown.pop(kind, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._shown))
