"""The child's own words: how they want things to be called in letters to them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.whose_words import WhoseWords
from ui.desk import Desk
from ui.language import _
from ui.parts.words import Words
from ui.plain.own_words import OwnWords


class OwnWordsCard(QWidget):
    """These come before the council's words and those of Waymark."""

    changed = Signal()

    def __init__(self, desk: Desk, child_id: str) -> None:
        super().__init__()
        self.title = Words(_("Own words"), "h2", wrap=True)
        self.told = Words("", "small", "ink2", wrap=True)
        self.words = OwnWords(desk, WhoseWords("child", child_id), _("Own words"))
        self.words.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.told, self.words):
            column.addWidget(part)

    def show_child(self, called: str) -> None:
        """Name whose they are, and show what the record holds."""
        self.title.say(_("What {name} calls things").format(name=called))
        told = _(
            "Ask {name}: some say family time for contact, or home for placement. These come "
            "first in letters to {name}."
        )
        self.told.say(told.format(name=called))
        self.words.card.setAccessibleName(self.title.said)
        self.words.add_button.setAccessibleDescription(self.title.said)
        self.words.reload()

    def flush(self) -> bool:
        """Keep what is half written; say whether nothing is left unsaved."""
        return self.words.flush()
