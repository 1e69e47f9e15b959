"""A note or a decision that stands here already is sent to a brother or a sister as well."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import DecisionOnSheet, NoteOnSheet
from models.sent_copies import change_there, restrict_there
from models.together import write_for_child
from ui.language import _
from ui.meeting.also_for import AlsoFor, WhomItNames
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Send = Callable[["Session", str, Sequence[str]], None]


def put_letter_words(meeting: Meeting, table: str, row_id: str, words: str) -> bool:
    """Say how the child will hear it; a copy goes into the letter once it is written for them."""
    rows: Sequence[NoteOnSheet | DecisionOnSheet] = (
        *meeting.sheet.notes,
        *meeting.sheet.decisions,
    )
    row = next((each for each in rows if each.id == row_id), None)
    if row is None or not row.shared_key:
        return meeting.put_while_typing(table, row_id, "letter_words", words)
    return meeting.save(lambda session: write_for_child(session, table, row_id, words))


class SendPart(QWidget):
    """Where it also stands, the children left to choose from, and the button that sends it."""

    def __init__(self, meeting: Meeting, table: str, row_id: str, send: Send) -> None:
        super().__init__()
        self._meeting, self._table, self._id, self._send = meeting, table, row_id, send
        self._words, self._is_restricted = "", False
        self.also_for = AlsoFor(meeting)
        self.whom = WhomItNames(meeting, self.also_for, lambda: self._words)
        self.told = Words("", "small", "ink2")
        self.send_button = SmallButton(_("Send"), in_row=True)
        self.send_button.setAccessibleName(_("Send it to their records too"))
        self.send_button.setObjectName("send_also")
        self.restrict_button = SmallButton(_("Restrict it there too"), in_row=True)
        self.restrict_button.setObjectName("restrict_there_too")
        self.change_button = SmallButton(_("Change it there too"), in_row=True)
        self.change_button.setObjectName("change_there_too")
        self._label = Words(_("Also for"), "label")
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self._label, self.also_for, self.send_button):
            line.addWidget(part)
        line.addStretch(1)
        stands = FlowLayout(gap_across=12, gap_down=4)
        for part in (self.told, self.restrict_button, self.change_button):
            stands.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addLayout(stands)
        column.addWidget(self.whom)
        self.also_for.chosen_changed.connect(self._show_button)
        self.send_button.clicked.connect(self.send)
        self.restrict_button.clicked.connect(lambda: self._do_there(restrict_there))
        self.change_button.clicked.connect(lambda: self._do_there(change_there))

    def show_row(self, words: str, *, restricted: bool) -> None:
        """Show where it also stands; what is restricted cannot be sent."""
        sitting = self._meeting.sitting
        self._words, self._is_restricted = words, restricted
        self.told.say(sitting.also_words(self._table, self._id))
        show_if(self.told, bool(self.told.said))
        show_if(self.restrict_button, bool(sitting.left_open(self._table, self._id)))
        show_if(self.change_button, bool(sitting.said_otherwise(self._table, self._id)))
        left = self.also_for.offer(but=sitting.also_in(self._table, self._id))
        for part in (self._label, self.also_for):
            show_if(part, left and not restricted)
        self._show_button()
        self.whom.follow()
        show_if(self, bool(sitting.others) and (bool(self.told.said) or not restricted))

    def send(self) -> None:
        """Put it into the records of those chosen."""
        chosen, row_id = self.also_for.all_chosen(), self._id
        if self._meeting.save(lambda session: self._send(session, row_id, chosen)):
            self.also_for.choose()
            self.show_row(self._words, restricted=False)

    def _do_there(self, act: "Callable[[Session, str, str], object]") -> None:
        """Do in the others' records what was done here."""
        table, row_id = self._table, self._id
        if self._meeting.save(lambda session: act(session, table, row_id)):
            self._meeting.changed.emit()  # what stands in another record is in no sheet
            self.show_row(self._words, restricted=self._is_restricted)

    def _show_button(self) -> None:
        may_be_sent = not self.also_for.isHidden() and bool(self.also_for.all_chosen())
        show_if(self.send_button, may_be_sent)
