"""One brought picture in a list: small, with its words; opened to change them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.letter_making import LetterPictureOnSheet
from ui.autosave import Autosave
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.pictures.shown_picture import ShownPicture


class PictureRow(QWidget):
    """`autosave` is that of the list: each row's fields save themselves under the row's id."""

    remove_asked = Signal(str)

    def __init__(self, picture: LetterPictureOnSheet, autosave: Autosave) -> None:
        super().__init__()
        self.picture = picture
        self._autosave = autosave
        self._is_bound = False
        self.setObjectName(f"brought_{picture.id}")
        self.shown = ShownPicture()
        self.said = Words("", "body", wrap=True)
        self.called = Words("", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Change"), in_row=True)
        self.change_button.setObjectName("change_picture")
        self.remove_button = SmallButton(_("Remove"), "trash", in_row=True)
        self.remove_button.setObjectName("remove_picture")
        self.done_button = SmallButton(_("Done"), in_row=True)
        self.done_button.setObjectName("done_picture")
        self.says = LineField(
            _("What the picture shows"), hint=_("A screen reader reads this out.")
        )
        self.says.control.setObjectName("picture_says")
        self.words = LineField(
            _("Words that call it"),
            hint=_("Parted by commas, such as dog, puppy, Biscuit. Where a letter says one of "
                   "them, this picture stands beside it."),
        )  # fmt: skip
        self.words.control.setObjectName("picture_words")
        self._editor = QWidget()
        self._build()
        self._connect()
        self.show_picture(picture)
        self.close_editor()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.said)
        words.addWidget(self.called)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.shown, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.change_button, 0, top)
        inside = QVBoxLayout(self._editor)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(12)
        inside.addWidget(self.says)
        inside.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._editor)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self.open_editor)
        self.done_button.clicked.connect(self.finish)
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.picture.id))

    def show_picture(self, picture: LetterPictureOnSheet) -> None:
        """Show what the record says of it now."""
        self.picture = picture
        self.shown.show_picture(picture)
        has_words = bool(picture.says.strip())
        self.said.say(picture.says or _("Say what it shows, so that letters can use it."))
        self.said.set_colour("ink" if has_words else "due")
        calls = ", ".join(_lines(picture.words_for))
        self.called.say(
            _("Called by: {words}").format(words=calls) if calls else _("No words call it yet.")
        )
        name = _("Change the picture: {says}").format(says=picture.says)
        self.change_button.setAccessibleName(name if has_words else _("Change this picture"))
        gone = _("Remove the picture: {says}").format(says=picture.says)
        self.remove_button.setAccessibleName(gone if has_words else _("Remove this picture"))

    @property
    def is_open(self) -> bool:
        """Whether its words are being changed."""
        return not self._editor.isHidden()

    def open_editor(self) -> None:
        """Show the fields, the keyboard in the first."""
        self.says.set_text(self.picture.says)
        self.words.set_text(", ".join(_lines(self.picture.words_for)))
        for field, line in (("says", self.says), ("words_for", self.words)):
            name = f"{self.picture.id}/{field}"
            if not self._is_bound:
                self._autosave.bind(line, name)
            self._autosave.take(name)
        self._is_bound = True
        show_if(self._editor, True)
        show_if(self.change_button, False)
        self.says.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Close the fields, once what is in them is saved."""
        if self._autosave.flush():
            self.close_editor()
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Show the words alone."""
        self._editor.hide()
        show_if(self.change_button, True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.finish()
            return
        super().keyPressEvent(event)


def as_kept(field: str, text: str) -> str:
    """Give what was typed as the record keeps it: the words that call a picture one on a line."""
    if field != "words_for":
        return text.strip()
    return "\n".join(word for part in text.split(",") if (word := part.strip()))


def _lines(kept: str) -> list[str]:
    return [word for line in kept.splitlines() if (word := line.strip())]
