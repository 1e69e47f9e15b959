"""Badges: an icon, words and a tint; and plain tags for life areas."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.language import ngettext
from ui.overriding import override
from ui.parts.edges import edge_pen, paint_dashes
from ui.parts.words import Icon, Words


class _Look(NamedTuple):
    icon: str
    ink: str
    ground: str
    edge: str


KINDS: Final = {
    "ok": _Look("check-circle-fill", "well", "well_tint", ""),
    "due": _Look("clock-fill", "due", "due_tint", ""),
    "over": _Look("warning-circle-fill", "over", "over_tint", ""),
    "info": _Look("info", "primary", "primary_tint", ""),
    "neutral": _Look("", "ink", "sunken", ""),
    "voice": _Look("chat-circle-text-fill", "voice", "voice_tint", "voice_line"),
    "restricted": _Look("lock-simple-fill", "lock", "lock_tint", "lock_line"),
    "tag": _Look("", "ink", "sunken", ""),
    "tag_on_tint": _Look("", "ink", "surface", ""),
}


class Badge(QFrame):
    """A state in words; kinds: ok, due, over, info, neutral, voice, restricted."""

    def __init__(
        self, text: str, kind: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = KINDS[kind]
        self.setProperty("part", "badge")
        self.setProperty("kind", kind)
        self.words = Words(text, "small" if kind.startswith("tag") else "label", look.ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(*((8, 3, 8, 3) if kind.startswith("tag") else (10, 3, 10, 3)))
        row.setSpacing(7)
        if icon or look.icon:
            row.addWidget(Icon(icon or look.icon, look.ink, 17))
        row.addWidget(self.words)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("kind") == "restricted":
            paint_dashes(self, 5)

    def say(self, text: str) -> None:
        """Show these words instead."""
        self.words.say(text)
        self.setAccessibleName(text)


class Tag(Badge):
    """A life area on a note; on a tinted card it is white."""

    def __init__(self, text: str, *, on_tint: bool = False) -> None:
        super().__init__(text, "tag_on_tint" if on_tint else "tag")


class BadgeRow(QWidget):
    """At most two badges, and "and 2 more" for the rest."""

    def __init__(self, badges: Sequence[tuple[str, str, str]], most: int = 2) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, kind, icon in badges[:most]:
            row.addWidget(Badge(text, kind, icon))
        more = len(badges) - most
        if more > 0:
            rest = Words(more_words(more), "small", "ink2")
            rest.setToolTip("\n".join(text for text, _kind, _icon in badges[most:]))
            row.addWidget(rest)
        row.addStretch(1)


def more_words(count: int) -> str:
    """Say how many badges there was no room for."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count)


def badge_width(text: str, kind: str, icon: str = "") -> int:
    """Give the width of a badge that a delegate is to paint. Units: px."""
    looks = appearance()
    painted_icon = icon or KINDS[kind].icon
    metrics = QFontMetrics(looks.font("small" if kind.startswith("tag") else "label"))
    return 20 + metrics.horizontalAdvance(text) + (looks.px(17) + 7 if painted_icon else 0)


def paint_badge(painter: QPainter, place: QRect, text: str, kind: str, icon: str = "") -> None:
    """Paint a badge in a row of a table, `place` being as wide as `badge_width` says."""
    looks, look = appearance(), KINDS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = look.edge or ("line" if looks.theme == "contrast" else "")
    dashed = kind == "restricted"
    painter.setPen(edge_pen(edge, dashed=dashed) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(looks.paint(look.ground))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    inside = place.adjusted(10, 0, -10, 0)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if icon or look.icon:
        picture = icons.pixmap(icon or look.icon, look.ink, 17)
        side = looks.px(17)
        left = inside.right() - side if mirrored else inside.left()
        painter.drawPixmap(left, inside.top() + (inside.height() - side) // 2, picture)
        step = side + 7
        inside.adjust(0 if mirrored else step, 0, -step if mirrored else 0, 0)
    painter.setFont(looks.font("small" if kind.startswith("tag") else "label"))
    painter.setPen(looks.paint(look.ink))
    side_of = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(inside, side_of | Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
