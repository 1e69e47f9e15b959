"""Text on a page in one of the type styles, and small marks made of text."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.overriding import override


class Words(QLabel):
    """Words in a type style and a colour of the tokens; wrapped ones keep the line height."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self._strong: tuple[str, ...] = ()
        self._style, self._look = style, appearance().number
        self.setProperty("words", style)
        self.setProperty("colour", colour)
        if bold:
            self.setProperty("bold", bold)
        self.setWordWrap(wrap)
        self._align()
        self.say(text)

    @property
    def said(self) -> str:
        """The plain words shown now."""
        return self._said

    def say(self, text: str, strong: Sequence[str] = ()) -> None:
        """Show these plain words instead, those in `strong` in bold."""
        self._said, self._strong = text, tuple(strong)
        rich = self.wordWrap() or bool(strong)
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setText(self._as_paragraph() if rich else text)
        self.setAccessibleName(text)

    def set_colour(self, colour: str) -> None:
        """Use another colour of the tokens."""
        self.setProperty("colour", colour)
        self.style().unpolish(self)
        self.style().polish(self)

    def _align(self) -> None:
        """Begin at the side the window begins at, whatever script the words are in."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | absolute)

    def _as_paragraph(self) -> str:
        if not self._said:
            return ""
        lines = _escaped(self._said).replace("\n", "<br>")
        for words in self._strong:
            lines = lines.replace(_escaped(words), f"<b>{_escaped(words)}</b>")
        height = appearance().line_px(self._style)
        return f'<p style="margin:0; white-space:pre-wrap; line-height:{height}px">{lines}</p>'

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind == QEvent.Type.LayoutDirectionChange:
            self._align()
        if kind != QEvent.Type.StyleChange or self._look == appearance().number:
            return
        self._look = appearance().number
        if self.textFormat() == Qt.TextFormat.RichText:
            fresh = self._as_paragraph()
            if fresh != self.text():
                self.setText(fresh)


class Icon(QLabel):
    """An icon of the theme beside words; it says nothing to a screen reader."""

    def __init__(
        self, name: str, colour: str = "ink", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def _draw(self) -> None:
        self._look = appearance().number
        picture: QPixmap = icons.pixmap(self._name, self._colour, self._size)
        self.setPixmap(picture)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != appearance().number:
            self._draw()


class IconWords(QWidget):
    """An icon and words on one line, such as a person or a date under a decision."""

    def __init__(
        self,
        icon: str,
        text: str,
        style: str = "small",
        colour: str = "ink",
        *,
        bold: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.icon = Icon(icon, colour, 18, self)
        self.words = Words(text, style, colour, bold=bold, wrap=wrap, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1 if wrap else 0)
        policies = QSizePolicy.Policy
        if not wrap:
            self.setSizePolicy(policies.Maximum, policies.Fixed)


class KeyCap(QLabel):
    """The name of a key in a little box, such as Ctrl K."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setProperty("part", "key_cap")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Disc(QLabel):
    """A round mark with an initial or a number; kinds: person, child, next, well."""

    def __init__(
        self, mark: str, kind: str = "person", size: int = 34, parent: QWidget | None = None
    ) -> None:
        super().__init__(mark, parent)
        self._kind, self._size = kind, size
        self._grow()

    def _grow(self) -> None:
        side = appearance().px(self._size)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_disc(painter, self.rect(), self.text(), self._kind)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()


class SectionIcon(QLabel):
    """The tinted square before a step's title; kinds: well, worry, next, voice, primary."""

    def __init__(self, icon: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._kind = icon, kind
        self.setProperty("part", "section_icon")
        self.setProperty("kind", kind)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grow()

    def _grow(self) -> None:
        side = appearance().px(34)
        self.setFixedSize(side, side)
        self.setPixmap(icons.pixmap(self._icon, self._kind, 20))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()


_DISCS = {
    "person": ("primary_tint", "primary"),
    "child": ("voice_mark", "on_voice"),
    "next": ("next_tint", "next"),
    "well": ("well_tint", "well"),
}


def paint_disc(painter: QPainter, place: QRect, mark: str, kind: str = "person") -> None:
    """Paint the round mark with an initial that stands before a person's name."""
    looks = appearance()
    ground, ink = _DISCS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    contrast = looks.theme == "contrast" and kind != "child"
    painter.setPen(QPen(looks.paint("line"), looks.edge) if contrast else Qt.PenStyle.NoPen)
    painter.setBrush(looks.paint(ground))
    painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))
    font = looks.font("body", bold=True)
    font.setPixelSize(max(1, round(place.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(looks.paint(ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()


def _escaped(words: str) -> str:
    """Keep words from being read as markup; the library for it costs 2 ms at each start."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
