"""One side of the letter, whole, as it will print; PgUp and PgDn turn it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from letters.engine import Place
from ui import tokens
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.letter.line_places import key_at, place_of
from ui.meeting.pages_view import image_of
from ui.meeting.paper_pages import DrawnPaper, PageSize
from ui.overriding import override

WIDTH_MM, HEIGHT_MM = 210, 297
CREAM = "#FFFBF0"
LEAST_PX = 160
MARK_PX = 3
AROUND_PX = 8
_ON_PAPER = tokens.colours("light")
_TURNS = {
    Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip


class PageSheet(ShowsFocus, QWidget):
    """Shows one page, marks the line that is being written, and tells which line is clicked."""

    line_clicked = Signal(str)
    page_changed = Signal()
    shown_anew = Signal()  # new pages, or another line is marked

    def __init__(self, name: str) -> None:
        super().__init__()
        self._paper: DrawnPaper | None = None
        self._images: list[QImage] = []
        self._number, self._marked, self._ratio = 1, "", 1.0
        self._is_cream = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", 2)
        self.setMinimumSize(LEAST_PX, LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def number(self) -> int:
        """Which page is shown, from 1."""
        return self._number

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._images)

    @property
    def marked(self) -> str:
        """The key of the line that is marked, on whichever page it stands."""
        return self._marked

    def size_to_draw(self) -> PageSize | None:
        """How wide a page is drawn so that the whole of it fits here."""
        if not self.isVisible():
            return None
        width = min(self.width() - AROUND_PX, (self.height() - AROUND_PX) * WIDTH_MM / HEIGHT_MM)
        return PageSize(max(LEAST_PX, round(width * self.devicePixelRatioF())))

    def be_at_least(self, width: int) -> None:
        """Have room for a page this wide. Units: px."""
        width = max(LEAST_PX, width)
        height = round(width * HEIGHT_MM / WIDTH_MM)
        self.setMinimumSize(width + AROUND_PX, height + AROUND_PX)

    def show_paper(self, paper: DrawnPaper) -> None:
        """Show these pages, where the mark is or else where it was."""
        self._paper, self._ratio = paper, self.devicePixelRatioF()
        self._images = [image_of(page, self._ratio) for page in paper.pages]
        self._go(self._number)
        self.shown_anew.emit()

    def be_cream(self, *, is_cream: bool) -> None:
        """Look like cream paper, on the screen only."""
        self._is_cream = is_cream
        self.update()

    def mark(self, key: str) -> None:
        """Mark the line that is being written, and turn to the page it stands on."""
        self._marked = key
        places = self._places(key)
        if places and all(place.page != self._number for place in places):
            self._go(places[0].page)
        self.update()
        self.shown_anew.emit()

    def turn(self, by: int) -> None:
        """Turn to another page."""
        self._go(self._number + by)

    def marks(self) -> list[QRectF]:
        """Where the mark stands on the page that is shown. Units: px."""
        return [self._box(place) for place in self._places(self._marked) if self._shows(place)]

    def _go(self, number: int) -> None:
        self._number = min(max(number, 1), max(1, len(self._images)))
        self.update()
        self.page_changed.emit()

    def _places(self, key: str) -> tuple[Place, ...]:
        if self._paper is None or not key:
            return ()
        return self._paper.places.get(place_of(key), ())

    def _shows(self, place: Place) -> bool:
        return place.page == self._number

    def _page_box(self) -> QRectF:
        """Where the page lies: in the middle."""
        image = self._images[self._number - 1]
        width, height = image.width() / self._ratio, image.height() / self._ratio
        left = round((self.width() - width) / 2)
        return QRectF(left, max(0, round((self.height() - height) / 2)), width, height)

    def _box(self, place: Place) -> QRectF:
        if self._paper is None:
            return QRectF()
        page, scale = self._page_box(), self._paper.pages[place.page - 1].scale / self._ratio
        return QRectF(
            page.left() + place.left * scale, page.top() + place.top * scale,
            place.width * scale, place.height * scale,
        )  # fmt: skip

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH_MM * 2, HEIGHT_MM * 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._images:
            return
        painter, page = QPainter(self), self._page_box()
        painter.drawImage(page.topLeft(), self._images[self._number - 1])
        if self._is_cream:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(page, QColor(CREAM))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for box in self.marks():
            self._paint_mark(painter, box)
        painter.setPen(QPen(appearance().paint("line_strong"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        colour = QColor(_ON_PAPER["primary"])
        painter.setPen(QPen(colour, MARK_PX))
        x = box.left() - 2 * MARK_PX
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        colour.setAlpha(20)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), colour)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._paper is None or not self._images:
            return
        point = event.position()
        under = [
            (box.width() * box.height(), key_at(source))
            for source, places in self._paper.places.items()
            if key_at(source)
            for box in map(self._box, filter(self._shows, places))
            if box.contains(point)
        ]
        if under:
            self.line_clicked.emit(min(under)[1])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _TURNS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(by)


def side_words(number: int, pages: int) -> str:
    """Say which side is shown: of one sheet its front and back, else the page."""
    words = _("Page {number} of {pages}")
    if pages == 2:
        words = _("Front, {number} of {pages}") if number == 1 else _("Back, {number} of {pages}")
    return words.format(number=number, pages=pages)
