"""Words painted in a box of their own: measured as they wrap, long ones broken anywhere."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

_ENDLESS = 100_000


def longest_word(words: str, font: QFont) -> int:
    """How wide the longest word is. Units: px."""
    letters = QFontMetrics(font)
    return max((letters.horizontalAdvance(word) for word in words.split()), default=0)


def size_of(words: str, font: QFont, width: int = _ENDLESS) -> QSize:
    """How much room words take where there is so much across. Units: px."""
    room = QRect(0, 0, max(1, width), _ENDLESS)
    size = QFontMetrics(font).boundingRect(room, _wrap(words, font, width), words).size()
    return QSize(size.width() + 1, size.height())


def paint_words(
    painter: QPainter, room: QRect, words: str, font: QFont, *, centred: bool = False
) -> None:
    """Paint words into their room, from the top, or in the middle."""
    middle = Qt.AlignmentFlag.AlignCenter if centred else Qt.AlignmentFlag.AlignLeading
    flags = int(middle) | _wrap(words, font, room.width())
    painter.setFont(font)
    painter.drawText(room, flags, words)


def shortened(words: str, most: int) -> str:
    """The beginning of long words."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def _wrap(words: str, font: QFont, width: int) -> int:
    fits = longest_word(words, font) <= width
    return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)
