"""A page to put into the main window: two fields, a search box, and a note of what was asked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page import Page
from ui.parts.buttons import PrimaryButton
from ui.parts.fields import LineField, SearchField
from ui.parts.words import Words


class PlainPage(Page):
    """Counts how often it was entered and flushed."""

    def __init__(self, title: str, *, searches: bool = False) -> None:
        super().__init__(title)
        self.entered = 0
        self.flushed = 0
        self.is_saved = True
        self.box = SearchField("Find a child", "Ctrl K") if searches else None
        self.name = LineField("Name")
        self.button = PrimaryButton("Open review")
        column = QVBoxLayout(self)
        column.addWidget(Words(title, "h1"))
        if self.box is not None:
            column.addWidget(self.box)
        column.addWidget(self.name)
        column.addWidget(self.button)
        column.addStretch(1)

    def regions(self) -> list[QWidget]:
        return [self.name, self.button]

    def search(self) -> QWidget | None:
        return self.box

    def enter(self) -> None:
        self.entered += 1

    def flush(self) -> bool:
        self.flushed += 1
        return self.is_saved

    def help_words(self) -> str:
        return "This page is for trying things."
