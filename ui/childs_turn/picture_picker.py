"""Picture cards for a child who would rather point than write."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QScroller, QSizePolicy, QVBoxLayout, QWidget

import resources
from ui.appearance import appearance
from ui.childs_turn.arrow_keys import ARROWS, beside
from ui.childs_turn.picture_cards import GROUPS, card_words
from ui.childs_turn.spoken import _
from ui.focus_ring import ShowsFocus
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

_WIDTH = 156
_PICTURE = 92
_AROUND = 12
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)


class PictureTile(ShowsFocus, QAbstractButton):
    """One picture with its words under it."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.picture = picture
        self._drawing = QSvgRenderer(
            QByteArray(resources.text(f"pictograms/{picture}.svg").encode()), self
        )
        self.setObjectName(f"picture_{picture}")
        self.setText(card_words(picture))
        self.setAccessibleName(self.text())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def natural_size(self) -> QSize:
        """How large it is for its picture and its words. Units: px."""
        looks = appearance()
        letters = QFontMetrics(looks.font("child_body"))
        longest = max(letters.horizontalAdvance(word) for word in self.text().split())
        width = max(looks.px(_WIDTH), longest + 2 * _AROUND)
        room = QRect(0, 0, width - 2 * _AROUND, 10_000)
        words = letters.boundingRect(room, _WRAPPED, self.text())
        return QSize(width, looks.px(_PICTURE) + words.height() + 3 * _AROUND)

    @override
    def sizeHint(self) -> QSize:
        return self.natural_size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(looks.paint("voice_tint" if self.isDown() else "paper"))
        chosen = self.isDown() or self.underMouse()
        painter.setPen(QPen(looks.paint("voice_line" if chosen else "line_strong"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        side = looks.px(_PICTURE)
        self._drawing.render(painter, QRectF((self.width() - side) / 2, _AROUND, side, side))
        painter.setFont(looks.font("child_body"))
        painter.setPen(looks.paint("ink" if self.isDown() else "paper_ink"))
        words = self.rect().adjusted(_AROUND, side + 2 * _AROUND, -_AROUND, -_AROUND // 2)
        painter.drawText(words, _WRAPPED, self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class PicturePicker(QWidget):
    """Every picture card, in groups; one stop of Tab, and arrows inside."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_picker")
        self.setAccessibleName(_("Pictures to choose from"))
        self.tiles: list[PictureTile] = []
        self._page = ScrollingPage(8)
        QScroller.grabGesture(self._page.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        for heading, pictures in GROUPS:
            self._page.column.addWidget(Words(_(heading), "child_body", bold=True))
            self._page.column.addLayout(self._row(pictures))
        self._page.column.addStretch(1)
        self._make_stop(self.tiles[0])
        self._fit()

    def tile(self, picture: str) -> PictureTile:
        """Give the tile of a picture."""
        return next(tile for tile in self.tiles if tile.picture == picture)

    def _row(self, pictures: Iterable[str]) -> FlowLayout:
        row = FlowLayout(gap_across=12, gap_down=12)
        for picture in pictures:
            tile = PictureTile(picture)
            tile.clicked.connect(lambda _on=False, picture=picture: self.picked.emit(picture))
            tile.pressed.connect(lambda tile=tile: self._make_stop(tile))
            tile.installEventFilter(self)
            row.addWidget(tile)
            self.tiles.append(tile)
        return row

    def _make_stop(self, stop: PictureTile) -> None:
        for tile in self.tiles:
            policies = Qt.FocusPolicy
            tile.setFocusPolicy(policies.StrongFocus if tile is stop else policies.ClickFocus)
        self.setFocusProxy(stop)

    def _fit(self) -> None:
        """Make every tile as large as the largest."""
        size = QSize()
        for tile in self.tiles:
            size = size.expandedTo(tile.natural_size())
        for tile in self.tiles:
            tile.setFixedSize(size)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move by the arrows, before the page takes them for scrolling."""
        if not isinstance(watched, PictureTile) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or event.key() not in ARROWS:
            return False
        target = beside(self.tiles, watched, event.key())
        self._make_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
