"""A brought picture as the window draws it: from the bytes of the record, never from a file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from models.images import CleanImage, ToBeDrawn, clean_image


class PictureDrawing:
    """A clean PNG or SVG, ready to be painted. A picture that is none is not painted."""

    def __init__(self, form: str, data: bytes) -> None:
        self._image = QImage() if form == "svg" else QImage.fromData(data)
        self._lines = QSvgRenderer(QByteArray(data)) if form == "svg" else None

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint it whole, in the middle of this box."""
        size = self._size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        if self._lines is not None:
            self._lines.render(painter, place)
        elif not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)

    def _size(self) -> QSizeF:
        if self._lines is not None:
            return self._lines.viewBoxF().size()
        return QSizeF(self._image.size())


def in_points(drawing: ToBeDrawn) -> CleanImage:
    """Draw what the page cannot draw as lines, and give it back as clean points.

    Raises: PictureRefused if nothing of it is seen.
    """
    image = QImage(drawing.width, drawing.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.svg.encode())).render(painter)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(written, "PNG")  # type: ignore[call-overload]  # its stubs want bytes here
    clean = clean_image(bytes(written.data().data()))
    if not isinstance(clean, CleanImage):
        raise TypeError("points are never to be drawn again")
    return clean
