"""The edge of a page where notices stand: what went wrong, and what can be taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.problems import Problem
from ui.language import _
from ui.parts.notices import Notice
from ui.problem_box import problem_notice


class NoticeArea(QWidget):
    """Holds at most one problem and one offer to undo; empty, it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: dict[str, Notice] = {}
        self.hide()

    def tell(self, problem: Problem) -> None:
        """Say what went wrong, in place of the problem told before."""
        self._put("problem", problem_notice(problem))

    def say(self, title: str, detail: str = "", kind: str = "info") -> None:
        """Say something quietly."""
        self._put("said", Notice(title, detail, kind=kind))

    def offer_undo(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with a button that takes it back."""
        notice = Notice(words, action=_("Undo"), kind="well")
        notice.setObjectName("undo_notice")
        notice.action.setObjectName("undo")
        notice.action_asked.connect(lambda: take_back())
        self._put("undo", notice)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do this; if the world prevents it, say so. Gives whether it was done."""
        try:
            act()
        except Problem as problem:
            self.tell(problem)
            return False
        return True

    def clear(self, kind: str) -> None:
        """Take the notice of this kind away."""
        found = self._shown.pop(kind, None)
        if found is not None:
            found.hide()
            found.deleteLater()
        self.setVisible(bool(self._shown))

    def _put(self, kind: str, notice: Notice) -> None:
        self.clear(kind)
        notice.read.connect(lambda: self._forget(kind, notice))
        self._shown[kind] = notice
        self._column.addWidget(notice)
        self.show()

    def _forget(self, kind: str, notice: Notice) -> None:
        if self._shown.get(kind) is notice:
            self.clear(kind)
