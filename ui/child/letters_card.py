"""The letters to a child for moments other than a review: each opens, issued or only begun."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.reading_letters import LetterInList
from ui.caseload.row import Row
from ui.language import _, date_in_words
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState
from ui.parts.words import Icon, Words


class LettersCard(QWidget):
    """A row for each, newest first."""

    letter_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LetterRow] = []
        self._shown: object = None
        self.title = Words("", "h2", wrap=True)
        self.card = CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.card)

    def show_letters(
        self, letters: Sequence[LetterInList], names: Mapping[str, str], called: str
    ) -> None:
        """Show these; `names` says what each kind of letter is called."""
        if self._shown == (letters, names, called):
            return
        self._shown = (letters, names, called)
        self.title.say(_("Letters to {name}").format(name=called))
        self.card.clear()
        self.rows = [LetterRow(each, names.get(each.template, "")) for each in letters]
        for row in self.rows:
            row.opened.connect(lambda row=row: self.letter_opened.emit(row.letter_id))
            self.card.add_row(row)
        if not letters:
            told = _("A letter after a review stands with its review. Others stand here.")
            self.card.add_row(EmptyState("envelope-simple", _("No other letter yet"), told))


class LetterRow(Row):
    """One letter: its moment, and when it was issued or begun."""

    def __init__(self, letter: LetterInList, name: str) -> None:
        self.letter_id = letter.id
        title = _(name) if name else _("A letter")
        when = standing_words(letter)
        super().__init__(_("{letter}. {when}").format(letter=title, when=when))
        self.setAccessibleDescription(_("Enter opens the letter"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, "h3", wrap=True))
        words.addWidget(Words(when, "small", "ink2", wrap=True))
        icon = "envelope-simple-fill" if letter.issued_at else "note-pencil"
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        line.addWidget(Icon(icon, "ink2", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)


def standing_words(letter: LetterInList) -> str:
    """Say when a letter was issued, or that it has only been begun."""
    if letter.issued_at is not None:
        day = date_in_words(letter.issued_at.astimezone().date())
        return _("Issued {day}.").format(day=day)
    if letter.created_at is None:
        return _("Begun, not issued yet.")
    day = date_in_words(letter.created_at.astimezone().date())
    return _("Begun {day}, not issued yet.").format(day=day)
