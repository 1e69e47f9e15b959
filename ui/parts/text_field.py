"""A text area that grows with what is typed in it."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from models.typed_text import without_unseen
from ui.appearance import appearance
from ui.language import ngettext
from ui.overriding import override
from ui.parts.fields import LINE_LENGTH, Field

_AROUND: Final = 2 * 10
TEXT_LENGTH: Final = 20_000


class GrowingText(QTextEdit):
    """Plain text in body type, as tall as its lines; Tab leaves it, Ctrl+Enter is told."""

    finished = Signal()
    left_out = Signal(int)  # so many characters did not fit
    around_px = _AROUND  # edge and padding, above and below together

    def __init__(
        self, lines: int = 2, most_lines: int = 12, most: int = TEXT_LENGTH,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._lines, self._most_lines, self._most = lines, most_lines, most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._drop_unseen)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._space_lines()

    def set_plain(self, text: str) -> None:
        """Fill the box; nothing can be undone past this."""
        self.setPlainText(text)
        self._space_lines()

    def go_to_end(self) -> None:
        """Put the keyboard after the last word."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_unseen(self) -> None:
        """Take out what nobody sees, as from the menu of control characters."""
        text = self.toPlainText()
        shown = without_unseen(text)
        if shown == text:
            return
        place = len(without_unseen(text[: self.textCursor().position()]))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        spaced.setLineHeight(appearance().line_px("body"), int(kind.value))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        blocked = self.blockSignals(True)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()
        self.blockSignals(blocked)
        self._grow()

    def _grow(self) -> None:
        line = appearance().line_px("body")
        needed = round(self.document().size().height())
        wanted = min(max(needed, line * self._lines), line * self._most_lines) + self.around_px
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def room(self) -> int:
        """Say how many more characters fit, in place of those selected."""
        held = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        return max(0, self._most - held)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space_lines()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        words = without_unseen(source.text())
        fits = words[: self.room()]
        self.textCursor().insertText(fits)
        if fits != words:
            self.left_out.emit(len(words) - len(fits))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return
        if event.text().isprintable() and event.text() and not self.room():
            self.left_out.emit(len(event.text()))
            return
        super().keyPressEvent(event)


class TextField(Field):
    """A label and a text area that grows."""

    control: GrowingText

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        optional: bool = False,
        lines: int = 2,
        placeholder: str = "",
        most: int = 0,
    ) -> None:
        most = most or (LINE_LENGTH if lines == 1 else TEXT_LENGTH)
        super().__init__(label, self.box(lines, most), hint=hint, optional=optional)
        self.control.setPlaceholderText(placeholder)
        self._most = most
        self.control.textChanged.connect(self._tell)
        self.control.left_out.connect(self._say_left_out)

    def box(self, lines: int, most: int) -> GrowingText:
        """Make the box itself."""
        return GrowingText(lines, most=most)

    def text(self) -> str:
        """Give what is in the box."""
        return self.control.toPlainText()

    def _tell(self) -> None:
        self.say_too_long()
        self.edited.emit()

    def _say_left_out(self, count: int) -> None:
        words = ngettext(
            "No more than {most} characters fit here. {count} character was left out.",
            "No more than {most} characters fit here. {count} characters were left out.",
            count,
        )
        self.say_too_long(words.format(most=f"{self._most:,}", count=f"{count:,}"))

    def set_text(self, text: str) -> None:
        """Fill the box without telling anyone."""
        if text == self.text():
            return
        blocked = self.control.blockSignals(True)
        self.control.set_plain(text)
        self.control.blockSignals(blocked)
