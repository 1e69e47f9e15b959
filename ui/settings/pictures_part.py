"""The council's pictures, for letters: added from files, each said in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.whose_picture import WhosePicture
from ui.desk import Desk
from ui.language import _
from ui.parts.words import Words
from ui.pictures.own_pictures import OwnPictures


class PicturesPart(QWidget):
    """Every letter of the council may use them."""

    saved = Signal()

    def __init__(self, desk: Desk, council_id: str) -> None:
        super().__init__()
        title = _("Your council’s pictures")
        self.pictures = OwnPictures(desk, WhosePicture("council", council_id), title)
        self.pictures.changed.connect(self.saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(Words(title, "h2", wrap=True))
        told = _(
            "Letters show them beside the words you choose, before the pictures that come with "
            "Waymark. Bring only what your council may use: sets such as Makaton, Widgit and PECS "
            "have licences of their own."
        )
        column.addWidget(Words(told, wrap=True))
        column.addWidget(self.pictures)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self.pictures.flush()
