"""One page of a reader's finished copy, with what is found framed and what is left out beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import tokens
from ui.appearance import appearance
from ui.caseload.row import Row, paint_ring
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.meeting.pages_view import image_of
from ui.meeting.paper_pages import PagePicture
from ui.overriding import override
from ui.parts.widgets_layout import WidgetsLayout
from ui.parts.words import Words

WIDTH_MM, HEIGHT_MM = 210, 297
PAGE_PT: Final = 595.28
MARGIN_PX: Final = 220
LEAST_PAGE_PX: Final = 320
MOST_PAGE_PX: Final = 760
GAP_PX: Final = 12
FRAME_PX: Final = 2
_ON_PAPER = tokens.colours("light")
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True)
class Frame:
    """Round what the check found: its page from 1, and its box in points from the top left."""

    key: str
    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class CutShown:
    """Something that was left out, beside where it would stand. Units: points from the top."""

    key: str
    page: int
    top: float
    words: str


@dataclass(frozen=True)
class CopyShown:
    """One copy for the screen."""

    pages: tuple[PagePicture, ...]
    frames: tuple[Frame, ...] = ()
    cuts: tuple[CutShown, ...] = ()
    is_released: bool = False


class CutBox(Row):
    """A dashed box beside the page: what kind of words are left out; Enter shows them."""

    def __init__(self, cut: CutShown) -> None:
        super().__init__(cut.words)
        self.cut = cut
        self.setObjectName(f"cut_{cut.key}")
        self.setAccessibleDescription(_("Enter shows what is left out."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = Words(cut.words, "label", "lock", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self.words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_dashed("lock_line"))
        painter.setBrush(appearance().paint("lock_tint"))
        half = appearance().edge / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 5, 5)
        painter.end()
        if self.hasFocus():
            paint_ring(self)


class _Beside(WidgetsLayout):
    """Holds the boxes, so that whoever goes through the window finds them; the page puts them."""

    def __init__(self, page: "CopyPage") -> None:
        super().__init__(page)
        self._page = page

    @override
    def arrange(self, rect: QRect, *, move: bool) -> int:
        return self._page.height_in(rect.width())

    @override
    def heightForWidth(self, width: int) -> int:
        return self._page.height_in(width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._page.height_in(self._page.width()))

    @override
    def minimumSize(self) -> QSize:
        return QSize(0, 0)


class CopyPage(ShowsFocus, QWidget):
    """Left and Right turn the pages, Enter the next; past the ends it asks to go back, or on."""

    page_changed = Signal()
    back_asked = Signal()
    on_asked = Signal()
    passed = Signal(int)  # the page that was read, when the next one is turned to
    cut_asked = Signal(str)
    words_clicked = Signal(float, float)  # where, in points from the top left of the page
    size_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._copy = CopyShown(())
        self._images: list[QImage] = []
        self._number, self._ratio, self._boxes_end = 1, 1.0, 0
        self.boxes: list[CutBox] = []
        self._marked: tuple[Frame, ...] = ()
        self._beside = _Beside(self)
        self.setObjectName("copy_page")
        self.setAccessibleName(_("The page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> int:
        """Which page is shown, from 1."""
        return self._number

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._images)

    @property
    def width_to_draw(self) -> int:
        """How wide the page is drawn, in px of the screen's own grid."""
        return max(1, round(self._page_width() * self.devicePixelRatioF()))

    def show_copy(self, copy: CopyShown, *, from_start: bool) -> None:
        """Show this copy, from its first page or at the page that was shown."""
        self._copy, self._ratio = copy, self.devicePixelRatioF()
        self._images = [image_of(page, self._ratio) for page in copy.pages]
        self._go(1 if from_start else self._number)

    def turn(self, by: int) -> None:
        """Turn to another page, or say that there is none that way."""
        wanted = self._number + by
        if by > 0 and self._images:
            self.passed.emit(self._number)
        if wanted < 1:
            self.back_asked.emit()
        elif wanted > len(self._images):
            self.on_asked.emit()
        else:
            self._go(wanted)

    def go_to(self, number: int) -> None:
        """Show this page."""
        self._go(number)

    def go_to_next_cut(self) -> None:
        """Put the keyboard on the next place that is left out, after the last on the first."""
        here = next((at for at, box in enumerate(self.boxes) if box.hasFocus()), -1)
        if here + 1 < len(self.boxes):
            self.boxes[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        pages = sorted({cut.page for cut in self._copy.cuts})
        if not pages:
            return
        self._go(next((page for page in pages if page > self._number), pages[0]))
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def mark(self, places: Sequence[Frame]) -> QRectF | None:
        """Mark these places; gives where the first on the page that is shown stands. Units: px."""
        self._marked = tuple(places)
        self.update()
        return next((self._box(each) for each in places if each.page == self._number), None)

    def frame_box(self, key: str) -> QRectF | None:
        """Where a find stands on the page that is shown. Units: px."""
        found = (each for each in self._frames() if each.key == key)
        return next((self._box(each) for each in found), None)

    def _go(self, number: int) -> None:
        self._number = min(max(number, 1), max(1, len(self._images)))
        self._make_boxes()
        self._arrange()
        self.update()
        self.page_changed.emit()

    def _frames(self) -> Sequence[Frame]:
        return [each for each in self._copy.frames if each.page == self._number]

    def _make_boxes(self) -> None:
        wanted = [cut for cut in self._copy.cuts if cut.page == self._number]
        if wanted == [box.cut for box in self.boxes]:
            return
        had_focus = any(box.hasFocus() for box in self.boxes)
        for box in self.boxes:
            self._beside.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for cut in wanted:
            box = CutBox(cut)
            self._beside.addWidget(box)
            box.opened.connect(lambda key=cut.key: self.cut_asked.emit(key))
            box.show()
            self.boxes.append(box)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_in(self, width: int) -> int:
        """Say how tall the page and its boxes are where it is so wide. Units: px."""
        page = round(self._page_width(width) * HEIGHT_MM / WIDTH_MM) + 2 * GAP_PX
        return max(page, self._boxes_end if width == self.width() else 0)

    def _margin(self, width: int) -> int:
        """How wide the margin for what is left out is; the same on every page of a copy."""
        if not self._copy.cuts:
            return 0
        wanted = appearance().px(MARGIN_PX)
        return min(wanted, max(0, width - LEAST_PAGE_PX), width // 2)

    def _page_width(self, width: int = 0) -> int:
        width = width or self.width()
        most = appearance().px(MOST_PAGE_PX)
        return max(1, min(most, width - self._margin(width) - 2 * GAP_PX))

    def _page_left(self) -> int:
        return GAP_PX

    def _scale(self) -> float:
        return self._page_width() / PAGE_PT

    def _page_box(self) -> QRectF:
        width = self._page_width()
        left = self._page_left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRectF(left, GAP_PX, width, width * HEIGHT_MM / WIDTH_MM)

    def _box(self, frame: Frame) -> QRectF:
        page, scale = self._page_box(), self._scale()
        box = QRectF(
            page.left() + frame.left * scale, page.top() + frame.top * scale,
            frame.width * scale, frame.height * scale,
        )  # fmt: skip
        return box.adjusted(-3, -2, 3, 2)

    def _arrange(self) -> None:
        """Put each box level with its place, and below the one before it."""
        page, scale, bottom = self._page_box(), self._scale(), GAP_PX
        width = max(60, self.width() - round(page.width()) - 3 * GAP_PX)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = GAP_PX if mirrored else round(page.right()) + GAP_PX
        for box in self.boxes:
            height = box.heightForWidth(width) if box.hasHeightForWidth() else -1
            height = max(height, box.sizeHint().height() if height < 0 else height)
            top = max(bottom, round(page.top() + box.cut.top * scale) - height // 2)
            box.setGeometry(left, top, width, height)
            bottom = top + height + 6
        self._boxes_end = bottom
        self.setMinimumHeight(self.height_in(self.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(LEAST_PAGE_PX + MARGIN_PX, LEAST_PAGE_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.size_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._images:
            return
        painter, page = QPainter(self), self._page_box()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._images[self._number - 1])
        painter.setPen(QPen(appearance().paint("line_strong"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self.boxes:
            self._lead(painter, page, box)
        for frame in self._frames():
            self._paint_frame(painter, self._box(frame))
        for marked in self._marked:
            if marked.page == self._number:
                self._paint_mark(painter, self._box(marked))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Tint chosen words, with a bar before them."""
        colour = QColor(_ON_PAPER["primary"])
        start = box.right() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        x = start + 5 if start else max(2.0, box.left() - 5)
        painter.setPen(QPen(colour, 3))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        colour.setAlpha(26)
        painter.fillRect(box, colour)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        colour = QColor(_ON_PAPER["due_line"])
        painter.setPen(QPen(colour, FRAME_PX))
        colour.setAlpha(40)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _lead(self, painter: QPainter, page: QRectF, box: CutBox) -> None:
        """Draw the line from the place on the page to its box."""
        pen = QPen(QColor(_ON_PAPER["lock_line"]), 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        y = page.top() + box.cut.top * self._scale()
        beside = QRectF(box.geometry())
        mirrored = beside.left() < page.left()
        start = page.left() if mirrored else page.right()
        inside = start + 26 if mirrored else start - 26
        painter.drawLine(QPointF(inside, y), QPointF(start, y))
        end = beside.right() if mirrored else beside.left()
        painter.setPen(_dashed("lock_line"))
        painter.drawLine(QPointF(start, y), QPointF(end, beside.center().y()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        page, at = self._page_box(), event.position()
        if event.button() == Qt.MouseButton.LeftButton and self._images and page.contains(at):
            inside = (at - page.topLeft()) / self._scale()
            self.words_clicked.emit(inside.x(), inside.y())
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.isAutoRepeat() and (key in _ON or key in _TURNS):
            return  # a key that is held turns no page: each is looked at by itself
        if key in _ON:
            self.turn(1)
            return
        if key == Qt.Key.Key_N and not event.modifiers():
            self.go_to_next_cut()
            return
        by = _TURNS.get(key)
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.turn(-by if mirrored else by)


def _dashed(colour: str) -> QPen:
    pen = QPen(appearance().paint(colour), max(1, appearance().edge))
    pen.setDashPattern([3.0, 2.0])
    return pen
