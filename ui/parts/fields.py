"""Fields: the label above, the hint below, and what is wrong just over the box."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
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
from ui.parts.error_line import ErrorLine, error_bar
from ui.parts.showing import show_if
from ui.parts.words import KeyCap, Words

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
        self.label = Words(said, "label", wrap=True, parent=self)
        self._column = QVBoxLayout()
        self._error: ErrorLine | None = None  # these are made when there is something to say
        self._too_long: Words | None = None
        self._hint: Words | None = None
        self._build()
        self.set_label(self.label.said)
        self.set_hint(hint)

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(self._column, 1)
        self._column.setSpacing(4)
        self._column.addWidget(self.label)
        self._column.addWidget(self.control)
        self.setFocusProxy(self.control)
        self.label.setBuddy(self.control)

    def set_label(self, label: str) -> None:
        """Name the field; the control says the same to a screen reader."""
        if label != self.label.said:
            self.label.say(label)
        self.control.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Show this hint below the box, or none."""
        if hint or self._hint is not None:
            self.hint.say(hint)
            show_if(self.hint, bool(hint))
        if not self.has_error:
            self.control.setAccessibleDescription(hint)

    @property
    def hint(self) -> Words:
        """The words below the box."""
        if self._hint is None:
            self._hint = self._words("small", "ink2")
            self._column.addWidget(self._hint)
        return self._hint

    @property
    def too_long(self) -> Words:
        """The words that say that not all fits."""
        if self._too_long is None:
            self._too_long = self._words("label", "over")
            self._column.insertWidget(self._column.indexOf(self.control) + 1, self._too_long)
        return self._too_long

    def _words(self, style: str, colour: str) -> Words:
        words = Words("", style, colour, wrap=True, parent=self)
        words.hide()
        return words

    @property
    def error(self) -> Words:
        """The words that say what is wrong."""
        if self._error is None:
            self._error, self._error_bar = ErrorLine(self), error_bar(self)
            self._column.insertWidget(1, self._error)
            self._row.insertWidget(0, self._error_bar)
        return self._error.words

    @property
    def has_error(self) -> bool:
        """Whether it shows what is wrong."""
        return self._error is not None and bool(self._error.words.said)

    def show_error(self, words: str) -> None:
        """Say what is wrong, over the box, and keep what was typed."""
        self.error.say(words)
        if self._error is not None:
            show_if(self._error, bool(words))
            show_if(self._error_bar, bool(words))
        self.control.setAccessibleDescription(words or self._said_below())
        self.control.setProperty("error", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def say_too_long(self, words: str = "") -> None:
        """Say that not all of what was put in fits, or nothing more of it."""
        if words == (self._too_long.said if self._too_long is not None else ""):
            return
        self.too_long.say(words)
        show_if(self.too_long, bool(words))
        wrong = self.error.said if self.has_error else ""
        self.control.setAccessibleDescription(words or wrong or self._said_below())

    def _said_below(self) -> str:
        return self._hint.said if self._hint is not None else ""

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
