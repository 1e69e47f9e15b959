"""What the main window asks of a page it shows; a page answers what it wants to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.acts import Acts


class Page(QWidget):
    """One page of the main window."""

    title_changed = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setProperty("part", "page")

    def title(self) -> str:
        """Give the words of the window's title, such as a child's name."""
        return self._title

    def set_title(self, title: str) -> None:
        """Be called something else from now on."""
        self._title = title
        self.title_changed.emit(title)

    def regions(self) -> list[QWidget]:
        """Give the parts that F6 goes round, in reading order; by default the page itself."""
        return [self]

    def acts(self) -> Acts | None:
        """Give what can be undone and redone on this page, or none."""
        return None

    def search(self) -> QWidget | None:
        """Give the box that Ctrl+K goes to, or none."""
        return None

    def takes_ctrl_k(self) -> bool:
        """Say whether Ctrl+K belongs to the page itself, in place of finding a child."""
        return False

    def enter(self) -> None:
        """The page is shown: read what may have changed, and put the cursor where it belongs."""

    def flush(self) -> bool:
        """Save whatever is half typed; say whether nothing is left unsaved."""
        return True

    def help_words(self) -> str:
        """Say what this page is for and how it is used, for F1."""
        return ""
