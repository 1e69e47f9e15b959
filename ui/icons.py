"""Icons drawn in a colour of the theme, beside words and as tall as they are."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.appearance import appearance


def icon(name: str, colour: str = "ink", size: int = 20) -> QIcon:
    """Give an icon, such as `envelope-simple`, in a named colour. Units: px at 100% text."""
    return QIcon(pixmap(name, colour, size))


def pixmap(name: str, colour: str = "ink", size: int = 20) -> QPixmap:
    """Give the same as a picture, grown with the text. Units: px at 100% text."""
    ratio = _sharpest_screen()
    return _drawn(name, appearance().colour(colour), appearance().px(size), ratio)


def icon_before(words: str, name: str, colour: str, size: int, *, mirrored: bool) -> QIcon:
    """Give an icon with room on the side of the words that follow it, for buttons."""
    drawn = pixmap(name, colour, size)
    if not words:
        return QIcon(drawn)
    return QIcon(_with_room(drawn, _room_px(), mirrored=mirrored))


def icon_before_size(words: str, size: int) -> QSize:
    """Give the size of the same. Units: px."""
    side = appearance().px(size)
    return QSize(side + (_room_px() if words else 0), side)


def icon_size(size: int = 20) -> QSize:
    """Give the size of an icon after the text size setting. Units: px."""
    return QSize(appearance().px(size), appearance().px(size))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    svg = resources.text(f"icons/{name}.svg").replace("currentColor", colour)
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _room_px() -> int:
    """Room beyond the 4 px that Qt leaves between an icon and its words. Units: px."""
    return appearance().px(5)


def _with_room(drawn: QPixmap, room_px: int, *, mirrored: bool) -> QPixmap:
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(room_px * ratio), drawn.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(room_px if mirrored else 0, 0, drawn)
    painter.end()
    return wide


def _sharpest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
