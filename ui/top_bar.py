"""The bar of large text: a Menu button in place of the rail, where one is, what is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from ui.cover import CoverButton
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.one_line import OneLine
from ui.parts.saved_state import SavedState


class TopBar(QFrame):
    """Stands over the page at 175% and more."""

    menu_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self.menu_button = SecondaryButton(_("Menu"), "list")
        self.menu_button.setObjectName("menu_button")
        self.menu_button.setShortcut("Alt+M")
        self.menu_button.clicked.connect(self.menu_asked)
        self.title = OneLine("", "h2")
        self.saved_state = SavedState()
        bar = QHBoxLayout(self)
        bar.setContentsMargins(24, 10, 24, 10)
        bar.setSpacing(16)
        bar.addWidget(self.menu_button)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.saved_state)
        bar.addWidget(CoverButton())

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu under the button."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
