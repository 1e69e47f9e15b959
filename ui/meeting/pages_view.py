"""The pages of a paper one under the other, with a mark where words are being written."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
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
        self._images = [_image(page, self._ratio) for page in paper.pages]
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
        painter.setFont(looks.font("tiny", bold=True))
        words = _("Being written now")
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 8
        left = max(0.0, min(box.right(), self.width() - 4.0) - width)
        room = QRectF(left, box.bottom() + 1, width, metrics.height())
        painter.fillRect(room, QColor(_ON_PAPER["paper"]))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

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


def _image(page: PagePicture, ratio: float) -> QImage:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    image = image.copy()
    image.setDevicePixelRatio(ratio)
    return image
