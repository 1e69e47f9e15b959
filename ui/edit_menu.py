"""The Edit menu follows the page that is shown: what it would undo and redo, in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui.acts import Acts
from ui.menus import Menus
from ui.page_stack import PageStack


class EditMenu(QObject):
    """Undo and Redo are on only where a page has something to take back."""

    def __init__(self, menus: Menus, pages: PageStack, is_locked: Callable[[], bool]) -> None:
        super().__init__(pages)
        self._menus, self._pages, self._is_locked = menus, pages, is_locked
        self._acts: Acts | None = None
        pages.page_shown.connect(self._follow)
        menus.connect("undo", self._undo)
        menus.connect("redo", self._redo)
        self.show_acts()

    def show_acts(self) -> None:
        """Name what would be undone and redone now; nothing while it is locked."""
        acts = self._there()
        if acts is None or self._is_locked():
            self._menus.show_acts("", "")
        else:
            self._menus.show_acts(acts.undo_words, acts.redo_words)

    def _follow(self) -> None:
        before, page = self._there(), self._pages.page()
        if before is not None:
            before.changed.disconnect(self.show_acts)
        self._acts = page.acts() if page is not None else None
        if self._acts is not None:
            self._acts.changed.connect(self.show_acts)
        self.show_acts()

    def _undo(self) -> None:
        if (acts := self._there()) is not None:
            acts.undo()

    def _redo(self) -> None:
        if (acts := self._there()) is not None:
            acts.redo()

    def _there(self) -> Acts | None:
        return self._acts if self._acts is not None and isValid(self._acts) else None
