"""Fields: the label above, the hint below, and what is wrong just over the box."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models.typed_text import without_unseen
from ui import icons
from ui.appearance import appearance
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.buttons import IconButton
from ui.parts.showing import show_if
from ui.parts.words import Icon, KeyCap, Words

NAME_LENGTH: Final = 100
EMAIL_LENGTH: Final = 200
ADDRESS_LENGTH: Final = 500
LINE_LENGTH: Final = 5_000
SHORT_LENGTH: Final = 12


class Field(QWidget):
    """A control with its label, hint and error; `control` is what takes the keyboard."""

    edited = Signal()

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        said = _("{label} (optional)").format(label=label) if optional else label
        self.label = Words(said, "label", wrap=True)
        self.hint = Words(hint, "small", "ink2", wrap=True)
        self.error = Words("", "label", "over", wrap=True)
        self.too_long = Words("", "label", "over", wrap=True)
        self.too_long.hide()
        self._error_line = QWidget()
        self._error_bar = QFrame()
        self._error_bar.setProperty("part", "error_bar")
        self._build()
        self.set_label(self.label.said)
        self.set_hint(hint)

    def _build(self) -> None:
        line = QHBoxLayout(self._error_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        line.addWidget(Icon("warning-circle-fill", "over", 17), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.error, 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self.label, self._error_line, self.control, self.too_long, self.hint):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._error_bar)
        row.addLayout(column, 1)
        self.setFocusProxy(self.control)
        self.label.setBuddy(self.control)
        self._error_line.hide()
        self._error_bar.hide()

    def set_label(self, label: str) -> None:
        """Name the field; the control says the same to a screen reader."""
        self.label.say(label)
        self.control.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Show this hint below the box, or none."""
        self.hint.say(hint)
        show_if(self.hint, bool(hint))
        if not self.has_error:
            self.control.setAccessibleDescription(hint)

    @property
    def has_error(self) -> bool:
        """Whether it shows what is wrong."""
        return bool(self.error.said)

    def show_error(self, words: str) -> None:
        """Say what is wrong, over the box, and keep what was typed."""
        self.error.say(words)
        show_if(self._error_line, bool(words))
        show_if(self._error_bar, bool(words))
        self.control.setAccessibleDescription(words or self.hint.said)
        self.control.setProperty("error", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def say_too_long(self, words: str = "") -> None:
        """Say that not all of what was put in fits, or nothing more of it."""
        if words == self.too_long.said:
            return
        self.too_long.say(words)
        show_if(self.too_long, bool(words))
        said = words or self.error.said or self.hint.said
        self.control.setAccessibleDescription(said)

    def clear_error(self) -> None:
        """Take the error away."""
        if self.has_error:
            self.show_error("")


class LineField(Field):
    """One line of text, of no more than `most` characters."""

    control: QLineEdit

    def __init__(
        self, label: str, *, hint: str = "", optional: bool = False, most: int = LINE_LENGTH
    ) -> None:
        super().__init__(label, QLineEdit(), hint=hint, optional=optional)
        self._most = most
        self.control.setMaxLength(most)
        self.control.textEdited.connect(self._tell)
        self.control.inputRejected.connect(self._say_full)

    def text(self) -> str:
        """Give what is in the box."""
        return self.control.text()

    def set_text(self, text: str) -> None:
        """Fill the box without telling anyone; what is longer already stays whole."""
        if text != self.control.text():
            self.control.setMaxLength(max(self._most, len(text.encode("utf-16-le")) // 2))
            self.control.setText(text)

    def _drop_unseen(self) -> None:
        """Take out what nobody sees, as it may be in words that are pasted."""
        text = self.text()
        shown = without_unseen(text)
        if shown != text:
            place = len(without_unseen(text[: self.control.cursorPosition()]))
            self.control.setText(shown)
            self.control.setCursorPosition(place)

    def _tell(self) -> None:
        self._drop_unseen()
        if len(self.text()) < self._most:
            self.say_too_long()
        self.edited.emit()

    def _say_full(self) -> None:
        words = ngettext(
            "No more than {count} character fits here. The rest was left out.",
            "No more than {count} characters fit here. The rest was left out.",
            self.control.maxLength(),
        )
        self.say_too_long(words.format(count=f"{self.control.maxLength():,}"))


class IconLine(QLineEdit):
    """A line with an icon before its text, and perhaps a small widget at its end."""

    def __init__(self, *, before: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._end: QWidget | None = None
        self._make_room()

    def set_end(self, widget: QWidget) -> None:
        """Put this at the end of the line, inside its edge."""
        self._end = widget
        widget.setParent(self)
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        widget.show()
        self._make_room()

    def _make_room(self) -> None:
        before = appearance().px(20) + 8 if self._before else 0
        end = self._end.sizeHint().width() + 4 if self._end else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        margins = (end, 0, before, 0) if mirrored else (before, 0, end, 0)
        self.setTextMargins(*margins)
        if self._end is None:
            return
        size = self._end.sizeHint()
        left = 8 if mirrored else self.width() - size.width() - 8
        top = (self.height() - size.height()) // 2
        self._end.setGeometry(left, top, size.width(), size.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._before:
            return
        side = appearance().px(20)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side - 12 if mirrored else 12
        picture = icons.pixmap(self._before, "ink", 20)
        QPainter(self).drawPixmap(QPoint(left, (self.height() - side) // 2), picture)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()


class ChoiceBox(QComboBox):
    """A drop-down list; the wheel does not change it in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = appearance().px(17)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 12 if mirrored else self.width() - side - 12
        painter = QPainter(self)
        painter.drawPixmap(
            QPoint(left, (self.height() - side) // 2), icons.pixmap("caret-down", "ink", 17)
        )


class ChoiceField(Field):
    """One of a list, by its key."""

    chosen = Signal(str)
    control: ChoiceBox

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        hint: str = "",
        optional: bool = False,
    ) -> None:
        super().__init__(label, ChoiceBox(), hint=hint, optional=optional)
        self.set_choices(choices)
        self.control.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, as (key, words), and keep the one chosen if it is still there."""
        kept = self.value()
        self.control.clear()
        for key, words in choices:
            self.control.addItem(words, key)
        self.set_value(kept)

    def value(self) -> str:
        """Give the key of the one chosen, or nothing."""
        return str(self.control.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose without telling anyone."""
        self.control.setCurrentIndex(self.control.findData(key))

    def let_shrink(self) -> None:
        """Be as narrow as the place is; the list itself shows its words whole."""
        policies = QComboBox.SizeAdjustPolicy
        self.control.setSizeAdjustPolicy(policies.AdjustToMinimumContentsLengthWithIcon)
        self.control.setMinimumContentsLength(SHORT_LENGTH)

    def _tell(self) -> None:
        self.chosen.emit(self.value())
        self.edited.emit()


class FinalField(Field):
    """A fact that cannot change here; it can be read and copied."""

    control: IconLine

    def __init__(self, label: str, text: str = "", *, hint: str = "") -> None:
        super().__init__(label, IconLine(before="lock-simple-fill"), hint=hint)
        self.control.setText(text)
        self.control.setReadOnly(True)
        self.control.setProperty("final", True)

    def set_text(self, text: str) -> None:
        """Show this fact."""
        self.control.setText(text)


class PassphraseField(Field):
    """A passphrase; the eye shows it while it is held, by mouse or with Space."""

    control: IconLine

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(label, IconLine(), hint=hint)
        self.control.setEchoMode(QLineEdit.EchoMode.Password)
        self.control.textEdited.connect(self.edited)
        self.eye = IconButton("eye", _("Show the passphrase while held"), size="row")
        self.control.set_end(self.eye)
        self.eye.pressed.connect(lambda: self.show_text(shown=True))
        self.eye.released.connect(lambda: self.show_text(shown=False))

    def text(self) -> str:
        """Give the passphrase as typed."""
        return self.control.text()

    def show_text(self, *, shown: bool) -> None:
        """Show the letters, or dots."""
        modes = QLineEdit.EchoMode
        self.control.setEchoMode(modes.Normal if shown else modes.Password)

    def clear(self) -> None:
        """Forget what was typed, past undoing."""
        self.control.setText("")


class SearchField(IconLine):
    """The box that finds a child; the key that goes to it stands at its end."""

    def __init__(self, placeholder: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(before="magnifying-glass", parent=parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        if keys:
            self._cap = KeyCap(keys, self)
            self.set_end(self._cap)
            self.textChanged.connect(lambda text: self._cap.setVisible(not text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)
