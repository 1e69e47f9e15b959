"""The council's own words for its letters: what to say instead of which hard word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.whose_words import WhoseWords
from ui.desk import Desk
from ui.language import _
from ui.parts.words import Words
from ui.plain.own_words import OwnWords


class WordsPart(QWidget):
    """Every letter of the council is looked through for them."""

    saved = Signal()

    def __init__(self, desk: Desk, council_id: str) -> None:
        super().__init__()
        title = _("Your council’s words")
        self.words = OwnWords(desk, WhoseWords("council", council_id), title)
        self.words.changed.connect(self.saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(Words(title, "h2", wrap=True))
        told = _(
            "While a letter is written, each hard word is underlined and a plainer one offered. "
            "Your words come before those that come with Waymark. The words that a child chose, "
            "on that child’s page, come before yours."
        )
        column.addWidget(Words(told, wrap=True))
        column.addWidget(self.words)

    def flush(self) -> bool:
        """Keep what is half written; say whether nothing is left unsaved."""
        return self.words.flush()
