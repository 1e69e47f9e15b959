"""The pages of a paper one under the other, with a mark where words are being written."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from letters.engine import Place
from letters.paragraph import Source
from ui import tokens
from ui.appearance import appearance
from ui.language import _
from ui.meeting.paper_pages import DrawnPaper, PagePicture
from ui.overriding import override

GAP = 12
_ON_PAPER = tokens.colours("light")


class PagesView(QScrollArea):
    """Scrolls to the mark; clicking on words asks to go to where they are written."""

    source_clicked = Signal(object)
    page_changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sheets = _Sheets()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setWidget(self.sheets)
        self.sheets.source_clicked.connect(self.source_clicked)
        self.verticalScrollBar().valueChanged.connect(
            lambda: self.page_changed.emit(self.page_in_view())
        )

    def show_paper(self, paper: DrawnPaper) -> None:
        """Show these pages."""
        self.sheets.show_paper(paper)
        self.page_changed.emit(self.page_in_view())

    def mark(self, source: Source | None) -> None:
        """Mark the words that come from this place of the record, and scroll to them."""
        box = self.sheets.mark(source)
        if box is not None:
            self.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + 80)

    def page_in_view(self) -> int:
        """Give the number of the page at the middle of what is seen, from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return self.sheets.page_at(middle)

    def pages_seen(self) -> frozenset[int]:
        """Give the page at the middle of what is seen, and those that are seen whole."""
        top = self.verticalScrollBar().value()
        return self.sheets.whole_between(top, top + self.viewport().height()) | {
            self.page_in_view()
        }

    def turn(self, by: int) -> None:
        """Go to the top of another page."""
        top = self.sheets.top_of(self.page_in_view() + by)
        self.verticalScrollBar().setValue(top)


class _Sheets(QWidget):
    """The paper itself."""

    source_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._paper: DrawnPaper | None = None
        self._images: list[QImage] = []
        self._marked: Source | None = None
        self._ratio = 1.0

    def show_paper(self, paper: DrawnPaper) -> None:
        """Show these pages, keeping the mark."""
        self._paper, self._ratio = paper, self.devicePixelRatioF()
        self._images = [image_of(page, self._ratio) for page in paper.pages]
        self.setFixedSize(self.sizeHint())
        self.update()

    def mark(self, source: Source | None) -> QRect | None:
        """Mark what comes from there; gives its box, or none where nothing does."""
        self._marked = source
        self.update()
        boxes = self._boxes(source)
        return boxes[0].toAlignedRect() if boxes else None

    def page_at(self, y: int) -> int:
        """Give the number of the page at this height, from 1."""
        passed = 0
        for number, image in enumerate(self._images, start=1):
            passed += self._height(image) + GAP
            if y < passed:
                return number
        return max(1, len(self._images))

    def top_of(self, number: int) -> int:
        """Give where a page begins."""
        number = min(max(number, 1), max(1, len(self._images)))
        return sum(self._height(image) + GAP for image in self._images[: number - 1])

    def whole_between(self, top: int, bottom: int) -> frozenset[int]:
        """Give the numbers of the pages that lie whole between these heights."""
        return frozenset(
            number
            for number, image in enumerate(self._images, start=1)
            if top <= self.top_of(number) and self.top_of(number) + self._height(image) <= bottom
        )

    def _height(self, image: QImage) -> int:
        return round(image.height() / self._ratio)

    def _boxes(self, source: Source | None) -> list[QRectF]:
        if source is None or self._paper is None:
            return []
        places = self._paper.places
        found = places.get(source) or next(
            (
                boxes
                for each, boxes in places.items()
                if (each.table, each.row_id) == (source.table, source.row_id) and source.row_id
                and source.table != "review"
            ),
            (),
        )  # fmt: skip
        return [self._box(place) for place in found]

    def _box(self, place: Place) -> QRectF:
        picture = self._paper.pages[place.page - 1] if self._paper else None
        if picture is None:
            return QRectF()
        scale = picture.scale / self._ratio
        return QRectF(
            (place.left - picture.cut_pt) * scale,
            self.top_of(place.page) + place.top * scale,
            place.width * scale,
            place.height * scale,
        )

    @override
    def sizeHint(self) -> QSize:
        if not self._images:
            return QSize(100, 100)
        width = max(image.width() for image in self._images) / self._ratio
        return QSize(round(width), self.top_of(len(self._images)) + self._height(self._images[-1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, image in enumerate(self._images, start=1):
            top = self.top_of(number)
            painter.drawImage(QPoint(0, top), image)
            edge = QRect(0, top, self.width() - 1, self._height(image) - 1)
            painter.setPen(QPen(appearance().paint("line_strong"), 1))
            painter.drawRect(edge)
        for box in self._boxes(self._marked)[:1]:
            self._paint_mark(painter, box)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        looks = appearance()
        painter.setPen(QPen(QColor(_ON_PAPER["primary"]), 3))
        x = max(2.0, box.left() - 8)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        room = self.mark_room()
        if room is None:
            return
        painter.setFont(looks.font("tiny", bold=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _("Being written now"))

    def mark_room(self) -> QRectF | None:
        """Find where the words of the mark fit on empty paper; with none the line is enough."""
        boxes = self._boxes(self._marked)
        if not boxes:
            return None
        metrics = QFontMetricsF(appearance().font("tiny", bold=True))
        size = QSizeF(metrics.horizontalAdvance(_("Being written now")) + 8, metrics.height())
        places = _round(boxes[0], size, self.width() - 4.0)
        return next((room for room in places if self._is_blank(room)), None)

    def _is_blank(self, room: QRectF) -> bool:
        """Whether nothing is printed there."""
        number = self.page_at(round(room.center().y()))
        if not self._images:
            return False
        image, ratio = self._images[number - 1], self._ratio
        below = room.translated(0, -self.top_of(number))
        area = QRectF(below.topLeft() * ratio, below.size() * ratio).toAlignedRect()
        if not image.rect().contains(area):
            return False
        printed = image.copy(area)
        plain = QImage(printed.size(), printed.format())
        plain.fill(printed.pixelColor(0, 0))
        plain.setDevicePixelRatio(printed.devicePixelRatio())
        return bool(printed == plain)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._paper is None:
            return
        point = event.position()
        under = [
            (box.width() * box.height(), source)
            for source in self._paper.places
            if source.row_id or source.table == "review"
            for box in self._boxes(source)
            if box.contains(point)
        ]
        if under:
            self.source_clicked.emit(min(under, key=lambda each: each[0])[1])


def _round(box: QRectF, size: QSizeF, most: float) -> Iterator[QRectF]:
    """The places round some words, the nearest first: below, above, at the end, then further."""
    right, left = max(0.0, min(box.right(), most) - size.width()), max(0.0, box.left())
    for far in (1.0, 4.0, 8.0):
        for x in (right, left, max(0.0, most - size.width())):
            yield QRectF(QPointF(x, box.bottom() + far), size)
            yield QRectF(QPointF(x, box.top() - far - size.height()), size)
    end = max(0.0, most - size.width())
    for y in (box.bottom() - size.height(), box.top()):
        yield QRectF(QPointF(end, y), size)


def image_of(page: PagePicture, ratio: float) -> QImage:
    """Give a page as Qt paints it."""
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    image = image.copy()
    image.setDevicePixelRatio(ratio)
    return image
