"""One thing the child made, as a card: the words, the drawing or the picture."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

import resources
from models.review_sheet import WishOnSheet
from ui import icons
from ui.appearance import appearance
from ui.childs_turn.arrow_keys import LeavesArrows
from ui.childs_turn.lettering import paint_words, shortened, size_of
from ui.childs_turn.picture_cards import card_words
from ui.childs_turn.spoken import _
from ui.focus_ring import ShowsFocus
from ui.overriding import override

LONG = 200
_SIDE = 16
_PICTURE_PX, _DRAWING_PX = 124, 150


class ThingCard(ShowsFocus, LeavesArrows, QAbstractButton):
    """Opens what is in it; a private one shows only its lock. 48 px tall or more."""

    def __init__(self, wish: WishOnSheet, png: bytes, chair: str) -> None:
        super().__init__()
        self.wish_id = wish.id
        self._wish = wish
        shows_drawing = bool(png) and not wish.private
        self._drawing = QPixmap.fromImage(QImage.fromData(png)) if shows_drawing else QPixmap()
        self._picture = "" if wish.private else wish.picture
        self._words = spoken_of(wish, chair) if wish.private else wish.words
        self.setObjectName(f"thing_{wish.id}")
        self.setAccessibleName(spoken_of(wish, chair))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 10)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _room_of_words(self, width: int) -> int:
        lock = appearance().px(20) + 8 if self._wish.private else 0
        return width - 2 * _SIDE - lock

    def _picture_height(self, width: int) -> int:
        if not self._drawing.isNull():
            across = width - 2 * _SIDE
            whole = self._drawing.height() * across // max(1, self._drawing.width())
            return min(whole, appearance().px(_DRAWING_PX))
        return appearance().px(_PICTURE_PX) if self._picture else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = 2 * 9
        if self._words.strip():
            height += self._words_size(width).height()
        picture = self._picture_height(width)
        return max(48, height + picture + (8 if picture and self._words.strip() else 0))

    def _words_size(self, width: int) -> QSize:
        font = appearance().font("child_body")
        return size_of(shortened(self._words, LONG), font, self._room_of_words(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shows_picture = self._picture_height(self.width()) > 0
        ground = "paper" if shows_picture else "surface"
        painter.setBrush(looks.paint("sunken" if self.isDown() else ground))
        painter.setPen(QPen(looks.paint("ink"), 3 if self.underMouse() else 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        top = self._paint_picture(painter)
        painter.setPen(looks.paint("paper_ink" if shows_picture else "ink"))
        painter.setLayoutDirection(self.layoutDirection())
        if self._words.strip():
            words = self._words_size(self.width())
            if not shows_picture:
                top = (self.height() - words.height()) // 2
            room = QRect(_SIDE, top, self._room_of_words(self.width()), words.height() + 2)
            room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
            text = shortened(self._words, LONG)
            paint_words(painter, room, text, looks.font("child_body"))
        self._paint_lock(painter, "paper_ink" if shows_picture else "ink")

    def _paint_picture(self, painter: QPainter) -> int:
        """Paint the drawing or picture; gives where the words below it begin. Units: px."""
        height = self._picture_height(self.width())
        if not height:
            return 9
        room = QRect(_SIDE, 9, self.width() - 2 * _SIDE, height)
        if not self._drawing.isNull():
            size = self._drawing.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            box = QRect(0, 0, size.width(), size.height())
            box.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, self._drawing)
        else:
            box = QRect(0, 0, height, height)
            box.moveCenter(room.center())
            pictogram(self._picture).render(painter, QRectF(box))
        return room.bottom() + 9

    def _paint_lock(self, painter: QPainter, ink: str) -> None:
        if not self._wish.private:
            return
        side = appearance().px(20)
        box = QRect(self.width() - _SIDE - side, 14, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.drawPixmap(box.topLeft(), icons.pixmap("lock-simple-fill", ink, 20))


def spoken_of(wish: WishOnSheet, chair: str) -> str:
    """Say a thing the child made as the room may hear it: of a private one, only that it is."""
    if wish.private:
        return _("Only {name} may see it").format(name=chair)
    return what_is_in(wish)


def what_is_in(wish: WishOnSheet) -> str:
    """Say a thing the child made, in words."""
    if wish.words.strip():
        return wish.words
    if wish.picture:
        return _("A picture: {name}").format(name=card_words(wish.picture))
    return _("A drawing")


@lru_cache(maxsize=40)
def pictogram(name: str, line: str = "2.5") -> QSvgRenderer:
    """The drawing of a pictogram; a very large one looks better with a thinner line."""
    drawn = resources.text(f"pictograms/{name}.svg")
    drawn = drawn.replace('stroke-width="2.5"', f'stroke-width="{line}"')
    return QSvgRenderer(QByteArray(drawn.encode()))
