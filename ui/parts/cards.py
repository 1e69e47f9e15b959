"""Cards: white boxes with an edge, lists of rows in one, and the notes of a review."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.badges import Tag
from ui.parts.buttons import SmallButton
from ui.parts.edges import paint_dashes
from ui.parts.one_line import OneLine
from ui.parts.showing import show_if
from ui.parts.words import Icon, IconWords, Words

CARD_KINDS: Final = ("plain", "child", "chosen", "info", "due", "over", "well", "restricted")
VOICE_BAR_PX: Final = 6
FOCUS_EDGE_PX: Final = 3
LONG_NOTE: Final = 1_200
NOTE_KINDS: Final = ("child", "other", "restricted")


class Card(QFrame):
    """A box with an edge; `column` takes what is in it; see `CARD_KINDS`."""

    def __init__(self, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card_kind = kind
        self.setProperty("part", "card")
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Look like another kind of card; the child's carries the yellow bar."""
        self._card_kind = kind
        bar = VOICE_BAR_PX if kind == "child" else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (16, 16 + bar) if mirrored else (16 + bar, 16)
        self.column.setContentsMargins(left, 12, right, 12)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._card_kind == "child":
            self._paint_bar()
        elif self._card_kind == "restricted" and not self.property("focused"):
            paint_dashes(self, 10)

    def _paint_bar(self) -> None:
        edge = FOCUS_EDGE_PX if self.property("focused") else appearance().edge
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        rounded, bar = QPainterPath(), QPainterPath()
        rounded.addRoundedRect(inside, 9, 9)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inside.right() - VOICE_BAR_PX if mirrored else inside.left()
        bar.addRect(QRectF(left, inside.top(), VOICE_BAR_PX, inside.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(rounded.intersected(bar), appearance().paint("voice_mark"))


class CardRows(QFrame):
    """A card of rows parted by lines, with grey heads for its groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_row(self, row: QWidget) -> None:
        """Add a row below the others."""
        self._part()
        self._column.addWidget(row)

    def add_head(self, words: str, colour: str = "ink") -> None:
        """Add the grey head of a group of rows."""
        self._part()
        head = QFrame()
        head.setProperty("part", "group_head")
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(Words(words, "label", colour))
        self._column.addWidget(head)

    def clear(self) -> None:
        """Take every row away."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _part(self) -> None:
        if self._column.count():
            self._column.addWidget(parting())


class NoteCard(Card):
    """A note of the review: the child's words, anyone else's, or a restricted one, folded."""

    edit_asked = Signal()
    restrict_asked = Signal()
    move_asked = Signal()
    unfolded = Signal()

    def __init__(
        self,
        words: str,
        who: str,
        *,
        area: str = "",
        kind: str = "other",
        foot: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind if kind != "other" else "plain", parent)
        self._kind = kind
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._whole = _quoted(words) if kind == "child" else words
        self.words = Words(_in_part(words, kind), wrap=True)
        self.show_all = SmallButton(_("Show all"), in_row=True)
        self.show_all.clicked.connect(self._show_whole)
        self.who = OneLine(who, "label")
        self.foot = IconWords(*_foot_icon(kind), colour="lock" if kind == "restricted" else "ink2")
        self.foot.words.say(foot)
        show_if(self.foot, bool(foot))
        self._folded = _FoldedLine(who)
        self._folded.show_button.clicked.connect(self.unfold)
        self._open = QWidget()
        self.acts = QWidget()
        self._build(area, tinted=kind != "other")
        self._name()
        if kind == "restricted":
            self.fold()
        else:
            self._folded.hide()

    def _build(self, area: str, *, tinted: bool) -> None:
        self.edit = SmallButton(_("Edit"), in_row=True)
        self.restrict = SmallButton(_("Restrict"), in_row=True)
        self.move_on = SmallButton(_("Move"), in_row=True)
        buttons = QHBoxLayout(self.acts)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button, asked in (
            (self.edit, self.edit_asked),
            (self.restrict, self.restrict_asked),
            (self.move_on, self.move_asked),
        ):
            buttons.addWidget(button)
            button.clicked.connect(asked)
            button.installEventFilter(self)
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.show_all)
        show_if(self.show_all, self.words.said != self._whole)
        column.addLayout(self._second_line(area, tinted=tinted))
        self.column.addWidget(self._folded)
        self.column.addWidget(self._open)
        self.acts.hide()

    def _second_line(self, area: str, *, tinted: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.who)
        if area:
            line.addWidget(Tag(area, on_tint=tinted))
        line.addStretch(1)
        line.addWidget(self.foot)
        line.addWidget(self.acts)
        return line

    def _show_whole(self) -> None:
        self.words.say(self._whole)
        self.show_all.hide()
        self._name()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_folded(self) -> bool:
        """Whether its words are hidden from who can see the screen."""
        return self._open.isHidden()

    def fold(self) -> None:
        """Hide a restricted note's words; leaving the step does so."""
        if self._kind == "restricted":
            self._open.hide()
            self._folded.show()
            self._name()

    def unfold(self) -> None:
        """Show a restricted note's words."""
        self._folded.hide()
        self._open.show()
        self._name()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def _name(self) -> None:
        if self._kind == "restricted" and self.is_folded:
            self.setAccessibleName(self._folded.words.said)
            return
        said = _("{who}: {words}").format(who=self.who.said, words=self.words.said)
        self.setAccessibleName(said)

    def _show_actions(self, *, on: bool) -> None:
        if self.is_folded:
            return
        show_if(self.acts, on)
        show_if(self.foot, not on and bool(self.foot.words.said))

    def _settle_soon(self) -> None:
        """Hide the actions once the focus and the mouse are elsewhere."""
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        focused = self.window().focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        self._show_actions(on=inside or self.underMouse())

    def _look_focused(self, *, on: bool) -> None:
        self.setProperty("focused", on)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._look_focused(on=True)
        self._show_actions(on=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_focused(on=False)
        self._settle_soon()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._settle_soon()
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_actions(on=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._settle_soon()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.is_folded:
                self.unfold()
            else:
                self.edit_asked.emit()
            return
        super().keyPressEvent(event)


class _FoldedLine(QWidget):
    """One line in place of a restricted note."""

    def __init__(self, who: str) -> None:
        super().__init__()
        restricted = _("Restricted note from {who}.").format(who=who)
        self.words = Words("", wrap=True)
        self.words.say(
            _("{restricted} Folded while the child can see the screen.").format(
                restricted=restricted
            ),
            strong=[restricted],
        )
        self.show_button = SmallButton(_("Show"), in_row=True)
        self.show_button.setAccessibleName(_("Show the restricted note"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Icon("lock-simple-fill", "lock", 20))
        line.addWidget(self.words, 1)
        line.addWidget(self.show_button)


def parting(*, upright: bool = False) -> QFrame:
    """Give a line that parts rows, or columns."""
    line = QFrame()
    line.setProperty("part", "parting_upright" if upright else "parting")
    return line


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=words)


def _in_part(words: str, kind: str) -> str:
    """As much of a note as a card shows at first."""
    if len(words) > LONG_NOTE:
        words = _("{words}…").format(words=words[:LONG_NOTE].rstrip())
    return _quoted(words) if kind == "child" else words


def _foot_icon(kind: str) -> tuple[str, str]:
    return ("lock-simple-fill", "") if kind == "restricted" else ("envelope-simple", "")
