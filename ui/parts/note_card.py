"""The card of a note: its words, whose they are, and what can be done with it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import _
from ui.overriding import override
from ui.parts.badges import Tag
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.one_line import OneLine
from ui.parts.showing import show_if
from ui.parts.words import Icon, IconWords, Words

LONG_NOTE: Final = 1_200
NOTE_KINDS: Final = ("child", "other", "restricted")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_AND_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ACROSS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class NoteCard(Card):
    """A note of the review: the child's words, anyone else's, or a restricted one, folded.

    What is seldom shown is made when it is first shown: a review may hold hundreds of notes.
    """

    edit_asked = Signal()
    restrict_asked = Signal()
    move_asked = Signal()  # everything that can be done with it, as a list
    shift_asked = Signal(int)  # so many places down
    across_asked = Signal(int)  # so many columns on
    decision_asked = Signal()
    drag_asked = Signal(QPoint)  # where in the card it was taken
    unfolded = Signal()

    def __init__(
        self,
        words: str,
        who: str,
        *,
        tags: Sequence[str] = (),
        kind: str = "other",
        foot: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind if kind != "other" else "plain", parent)
        self._kind = kind
        self._pressed_at: QPoint | None = None
        self._restrict_words = _("Restrict")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._whole = _quoted(words) if kind == "child" else words
        self._open = QWidget(self)
        self.words = Words(_in_part(words, kind), wrap=True, parent=self._open)
        self.who = OneLine(who, "label", parent=self._open)
        icon, colour = _foot_icon(kind)
        self.foot = IconWords(icon, foot, colour=colour)
        self.foot.setParent(self._open)
        show_if(self.foot, bool(foot))
        self._show_all: SmallButton | None = None
        self._buttons: _Buttons | None = None
        self._folded: _FoldedLine | None = None
        self._second = QHBoxLayout()
        self._build(tags)
        self._name()
        if kind == "restricted":
            self.fold()

    def _build(self, tags: Sequence[str]) -> None:
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        if self.words.said != self._whole:
            column.addWidget(self.show_all)
        self._second.setSpacing(8)
        self._second.addWidget(self.who)
        for tag in tags:
            self._second.addWidget(Tag(tag, on_tint=self._kind != "other"))
        self._second.addStretch(1)
        self._second.addWidget(self.foot)
        column.addLayout(self._second)
        self.column.addWidget(self._open)

    @property
    def show_all(self) -> SmallButton:
        """The button that shows the rest of a long note."""
        if self._show_all is None:
            self._show_all = SmallButton(_("Show all"), in_row=True)
            self._show_all.clicked.connect(self._show_whole)
        return self._show_all

    @property
    def acts(self) -> "_Buttons":
        """The buttons that come with the focus or the mouse."""
        if self._buttons is None:
            self._buttons = buttons = _Buttons(self._restrict_words)
            buttons.hide()
            self._second.addWidget(buttons)
            for button, asked in (
                (buttons.edit, self.edit_asked),
                (buttons.restrict, self.restrict_asked),
                (buttons.move_on, self.move_asked),
            ):
                button.clicked.connect(asked)
                button.installEventFilter(self)
            self._put_in_tab_order(buttons)
        return self._buttons

    def _put_in_tab_order(self, buttons: "_Buttons") -> None:
        before: QWidget = self
        for button in (buttons.edit, buttons.restrict, buttons.move_on):
            QWidget.setTabOrder(before, button)
            before = button

    @property
    def edit(self) -> SmallButton:
        """The button that opens the note."""
        return self.acts.edit

    @property
    def restrict(self) -> SmallButton:
        """The button that restricts the note, or takes that back."""
        return self.acts.restrict

    @property
    def move_on(self) -> SmallButton:
        """The button that shows where the note can go, and what can be made of it."""
        return self.acts.move_on

    def say_restrict(self, words: str) -> None:
        """Let the button that restricts say these words."""
        self._restrict_words = words
        if self._buttons is not None:
            self._buttons.restrict.say(words)

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
        if self._kind != "restricted":
            return
        if self._folded is None:
            self._folded = _FoldedLine(self.who.said)
            self._folded.show_button.clicked.connect(self.unfold)
            self.column.insertWidget(0, self._folded)
        self._open.hide()
        self._folded.show()
        self._name()

    def unfold(self) -> None:
        """Show a restricted note's words."""
        if self._folded is not None:
            self._folded.hide()
        self._open.show()
        self._name()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def _name(self) -> None:
        if self._folded is not None and self.is_folded:
            self.setAccessibleName(self._folded.words.said)
            return
        said = _("{who}: {words}").format(who=self.who.said, words=self.words.said)
        self.setAccessibleName(said)

    def _show_actions(self, *, on: bool) -> None:
        if self.is_folded or (not on and self._buttons is None):
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
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.move_asked.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left else None

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed_at = None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None:
            return
        away = (event.position().toPoint() - start).manhattanLength()
        if away >= QApplication.startDragDistance():
            self._pressed_at = None
            self.drag_asked.emit(start)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = Qt.KeyboardModifier
        key, held = event.key(), event.modifiers()
        if key in _ENTER and not held & modifiers.ControlModifier:
            self._open_or_unfold()
        elif held == modifiers.AltModifier and key in _UP_AND_DOWN:
            self.shift_asked.emit(_UP_AND_DOWN[Qt.Key(key)])
        elif held == modifiers.AltModifier and key in _ACROSS:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.across_asked.emit(_ACROSS[Qt.Key(key)] * (-1 if mirrored else 1))
        elif held == modifiers.ControlModifier and key == Qt.Key.Key_D:
            self.decision_asked.emit()
        else:
            super().keyPressEvent(event)

    def _open_or_unfold(self) -> None:
        if self.is_folded:
            self.unfold()
        else:
            self.edit_asked.emit()


class _Buttons(QWidget):
    """Edit, restrict, move."""

    def __init__(self, restrict_words: str) -> None:
        super().__init__()
        self.edit = SmallButton(_("Edit"), in_row=True)
        self.restrict = SmallButton(restrict_words, in_row=True)
        self.move_on = SmallButton(_("Move"), in_row=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.edit, self.restrict, self.move_on):
            row.addWidget(button)


class _FoldedLine(QWidget):
    """One line in place of a restricted note."""

    def __init__(self, who: str) -> None:
        super().__init__()
        restricted = _("Restricted note from {who}.").format(who=who)
        self.words = Words("", wrap=True)
        self.words.say(
            _("{restricted} Folded while others can see the screen.").format(
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


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=words)


def _in_part(words: str, kind: str) -> str:
    """As much of a note as a card shows at first."""
    if len(words) > LONG_NOTE:
        words = _("{words}…").format(words=words[:LONG_NOTE].rstrip())
    return _quoted(words) if kind == "child" else words


def _foot_icon(kind: str) -> tuple[str, str]:
    return ("lock-simple-fill", "lock") if kind == "restricted" else ("envelope-simple", "ink2")
