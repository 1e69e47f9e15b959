"""What a page lets be undone and redone: the Edit menu and the two buttons show it."""

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal


class Acts(QObject):
    """Undo and redo of one page; `changed` tells that there is something else to take back."""

    changed = Signal()

    @property
    @abstractmethod
    def undo_words(self) -> str:
        """What would be undone, such as "note added", or nothing."""

    @property
    @abstractmethod
    def redo_words(self) -> str:
        """What would be redone, or nothing."""

    @abstractmethod
    def undo(self) -> None:
        """Take the last act back and show where it was."""

    @abstractmethod
    def redo(self) -> None:
        """Do it again and show where it is."""
