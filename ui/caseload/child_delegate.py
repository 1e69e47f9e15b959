"""Paints the rows of the list of children: a disc, two lines, badges."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.appearance import appearance
from ui.caseload.child_row_words import Cell, ChildWords, Column
from ui.caseload.child_rows import WORDS_ROLE
from ui.caseload.review_words import BadgeWords
from ui.overriding import override
from ui.parts.badges import badge_width, more_words, paint_badge
from ui.parts.words import paint_disc

MARGIN = 16
DISC = 34
GAP = 12
SEMIBOLD, BOLD = 600, 700
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChildDelegate(QStyledItemDelegate):
    """Whole rows are chosen; the table paints the ring round the one with the focus."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, appearance().height("table_row_tall"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words: ChildWords = index.data(WORDS_ROLE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        looks = appearance()
        painter.save()
        if chosen:
            painter.fillRect(place, looks.paint("chosen_row"))
        painter.fillRect(
            place.left(), place.bottom() - looks.edge + 1, place.width(), looks.edge,
            looks.paint("line"),
        )  # fmt: skip
        painter.setClipRect(place)
        inside = place.adjusted(MARGIN, 0, -4, -looks.edge)
        self._paint_column(painter, inside, words, Column(index.column()), chosen=chosen)
        painter.restore()

    def _paint_column(
        self, painter: QPainter, inside: QRect, words: ChildWords, column: Column, *, chosen: bool
    ) -> None:
        if column is Column.TO_KNOW:
            _paint_badges(painter, inside, words.badges)
            return
        if column is Column.NAME:
            side = appearance().px(DISC)
            disc = QRect(inside.left(), inside.center().y() - side // 2, side, side)
            paint_disc(painter, _mirrored(painter, inside, disc), words.mark)
            inside = _after(painter, inside, side + GAP)
        _paint_cell(
            painter, inside, words.cells[column], large=column is Column.NAME, chosen=chosen
        )


@lru_cache(maxsize=64)
def _type(style: str, weight: int, _text_size: int) -> tuple[QFont, QFontMetrics]:
    """Give the font of a style and its measures, made once for each size of the text."""
    font = appearance().font(style)
    if weight:
        font.setWeight(QFont.Weight(weight))
    return font, QFontMetrics(font)


def _paint_cell(
    painter: QPainter, inside: QRect, cell: Cell, *, large: bool, chosen: bool
) -> None:
    looks = appearance()
    weight = SEMIBOLD if large else BOLD if cell.bold else 0
    fact = _type("body" if large else "small", weight, looks.text_size)
    detail = _type("small", 0, looks.text_size)
    tall = fact[1].height()
    below = detail[1].height() if cell.detail else 0
    top = inside.center().y() - (tall + below) // 2
    on_colour = chosen and looks.theme == "contrast"
    line = QRect(inside.left(), top, inside.width(), tall)
    _draw(painter, line, cell.fact, fact, "on_chosen_row" if on_colour else cell.colour)
    if cell.detail:
        line = QRect(inside.left(), top + tall, inside.width(), below)
        _draw(painter, line, cell.detail, detail, "on_chosen_row" if on_colour else "ink2")


def _draw(
    painter: QPainter, place: QRect, text: str, kind: tuple[QFont, QFontMetrics], colour: str
) -> None:
    if not text:
        return
    font, metrics = kind
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.setFont(font)
    painter.setPen(appearance().paint(colour))
    painter.drawText(place, AT_RIGHT if mirrored else AT_LEFT, shown)


def _paint_badges(painter: QPainter, inside: QRect, badges: tuple[BadgeWords, ...]) -> None:
    """Paint as many as there is room for, and say how many more there are."""
    looks = appearance()
    height = looks.height("badge")
    left = inside.left()
    for number, (text, kind, icon) in enumerate(badges):
        width = badge_width(text, kind, icon)
        rest = len(badges) - number
        room = inside.right() - left
        if number == 2 or (width > room and number):
            _draw(
                painter,
                _mirrored(painter, inside, QRect(left, inside.top(), room, inside.height())),
                more_words(rest), _type("small", 0, looks.text_size), "ink2",
            )  # fmt: skip
            return
        place = QRect(QPoint(left, inside.center().y() - height // 2), QSize(width, height))
        paint_badge(painter, _mirrored(painter, inside, place), text, kind, icon)
        left += width + 8


def _after(painter: QPainter, inside: QRect, used: int) -> QRect:
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return inside.adjusted(0, 0, -used, 0)
    return inside.adjusted(used, 0, 0, 0)


def _mirrored(painter: QPainter, inside: QRect, place: QRect) -> QRect:
    return QStyle.visualRect(painter.layoutDirection(), inside, place)
