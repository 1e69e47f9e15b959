"""One brought picture on a little sheet of paper, or where one would stand."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.letter_making import LetterPictureOnSheet
from ui import icons
from ui.appearance import appearance
from ui.language import _
from ui.overriding import override

THUMBNAIL_PX: Final = 64
_AROUND: Final = 4
_ICON_PX: Final = 24


class ShownPicture(QWidget):
    """Its accessible name is what the picture shows. Units: px at 100% text."""

    def __init__(self, side_px: int = THUMBNAIL_PX) -> None:
        super().__init__()
        self._side_px = side_px
        self._picture: LetterPictureOnSheet | None = None
        self._drawing: object = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_picture(None)

    def show_picture(self, picture: LetterPictureOnSheet | None) -> None:
        """Show this one, or that there is none."""
        from ui.pictures.picture_drawing import PictureDrawing  # loads what reads pictures

        if picture is None or not picture.image:
            self._drawing = None
        elif self._drawing is None or not self._shows(picture):
            self._drawing = PictureDrawing(picture.form, picture.image)
        self._picture = picture
        says = picture.says if picture else ""
        if picture is not None and not picture.image:
            says = _("This picture has not come to this laptop yet")
        nothing = _("A picture nobody has said in words yet") if picture else _("No picture yet")
        self.setAccessibleName(says or nothing)
        self.update()

    def _shows(self, picture: LetterPictureOnSheet) -> bool:
        return self._picture is not None and self._picture.digest == picture.digest

    @override
    def sizeHint(self) -> QSize:
        side = appearance().px(self._side_px)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        from ui.pictures.picture_drawing import PictureDrawing

        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(looks.paint("paper" if self._drawing else "ground"))
        painter.setPen(QPen(looks.paint("line"), looks.edge))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        if isinstance(self._drawing, PictureDrawing):
            self._drawing.paint(painter, box.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND))
            return
        icon = icons.pixmap("image", "ink2", _ICON_PX)
        half = icon.deviceIndependentSize() / 2
        painter.drawPixmap(box.center() - QPointF(half.width(), half.height()), icon)
