"""Help for the screen one is on: what it is for, and the keys of the whole program."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import N_, _
from ui.parts.buttons import SecondaryButton
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import KeyCap, Words

KEYS: Final = (
    (N_("Ctrl K"), N_("Find a child")),
    (N_("Ctrl 1, Ctrl 2"), N_("Go to Today, go to Children")),
    (N_("F6, Shift F6"), N_("Go to the next or the last part of the window")),
    (N_("Ctrl L"), N_("Lock")),
    (N_("Ctrl S"), N_("Hear that everything is saved")),
    (N_("Ctrl plus, minus, 0"), N_("Larger, smaller or usual text")),
    (N_("Ctrl Down, Ctrl Up"), N_("In a review: the next or the last step")),
    (N_("Ctrl Enter"), N_("In a review: add the note or decision")),
    (N_("F8"), N_("Cover the screen at once, or uncover it")),
    (N_("F1"), N_("Help for this screen")),
)


class HelpBox(QDialog):
    """Words about one page, and the keys."""

    def __init__(self, page_title: str, page_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.accept)
        page = ScrollingPage(24)
        if page_words:
            page.column.addWidget(Words(page_title, "h2", wrap=True))
            page.column.addWidget(Words(page_words, wrap=True))
        page.column.addWidget(Words(_("Keys"), "h2"))
        page.column.addLayout(_key_table())
        nothing = _("There is no Save button. What you type is saved as you type it.")
        page.column.addWidget(Words(nothing, wrap=True))
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.addWidget(page, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        self.resize(620, 600)


def _key_table() -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(16)
    table.setVerticalSpacing(8)
    table.setColumnStretch(1, 1)
    for row, (keys, does) in enumerate(KEYS):
        table.addWidget(KeyCap(_(keys)), row, 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(Words(_(does), wrap=True), row, 1)
    return table
