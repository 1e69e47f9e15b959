"""The child's own pictures: their symbols, people, places and animals, for their letters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.whose_picture import WhosePicture
from ui.desk import Desk
from ui.language import _
from ui.parts.words import Words
from ui.pictures.own_pictures import OwnPictures


class OwnPicturesCard(QWidget):
    """These come before the council's pictures and those of Waymark."""

    changed = Signal()

    def __init__(self, desk: Desk, child_id: str) -> None:
        super().__init__()
        self.title = Words(_("Own pictures"), "h2", wrap=True)
        self.told = Words("", "small", "ink2", wrap=True)
        whose = WhosePicture("child", child_id)
        self.pictures = OwnPictures(desk, whose, _("Own pictures"))
        self.pictures.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.told, self.pictures):
            column.addWidget(part)

    def show_child(self, called: str) -> None:
        """Name whose they are, and show what the record holds."""
        self.title.say(_("{name}’s own pictures").format(name=called))
        told = _(
            "Symbols, photographs and drawings that {name} knows. They come first in letters to "
            "{name}. Bring only what your council may use: symbol sets have licences."
        )
        self.told.say(told.format(name=called))
        self.pictures.card.setAccessibleName(self.title.said)
        self.pictures.add_button.setAccessibleDescription(self.title.said)
        self.pictures.reload()

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self.pictures.flush()
