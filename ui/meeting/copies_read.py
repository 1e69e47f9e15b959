"""The released copies of a review, each with where it stands; they are sent in the place Send."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.sending_queue import CopyLine, copies_of
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.queue_words import copy_words, reader_words


class CopiesRead(QWidget):
    """A row for each copy; with none, it says who releases them."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._shown: tuple[CopyLine, ...] | None = None
        self.card = CardRows()
        self.who = Words("", "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.who)
        column.addWidget(self.card)

    def show_sheet(self) -> None:
        """Show the copies as they now stand."""
        meeting, today = self._meeting, self._meeting.desk.today()
        with meeting.desk.database.reading() as connection:
            found = copies_of(connection, meeting.sheet.id)
        if found == self._shown:
            return
        self._shown = found
        words = _("They are printed, e-mailed and marked as sent in the place Send.")
        none = _("No copy is released yet. {name}’s IRO releases them.")
        self.who.say(words if found else none.format(name=meeting.name))
        self.card.clear()
        show_if(self.card, bool(found))
        for copy in found:
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(16, 10, 16, 10)
            column.setSpacing(2)
            who, said = reader_words(copy), copy_words(copy, today)
            column.addWidget(Words(who, bold=True, wrap=True))
            column.addWidget(Words(said, "small", "ink2", wrap=True))
            row.setAccessibleName(_("{who}. {what}").format(who=who, what=said))
            self.card.add_row(row)
