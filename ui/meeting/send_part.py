"""A note or a decision that stands here already is sent to a brother or a sister as well."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import _
from ui.meeting.also_for import AlsoFor
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Send = Callable[["Session", str, Sequence[str]], None]


class SendPart(QWidget):
    """Where it also stands, the children left to choose from, and the button that sends it."""

    def __init__(self, meeting: Meeting, table: str, row_id: str, send: Send) -> None:
        super().__init__()
        self._meeting, self._table, self._id, self._send = meeting, table, row_id, send
        self.also_for = AlsoFor(meeting)
        self.told = Words("", "small", "ink2")
        self.send_button = SmallButton(_("Send"), in_row=True)
        self.send_button.setAccessibleName(_("Send it to their records too"))
        self.send_button.setObjectName("send_also")
        self._label = Words(_("Also for"), "label")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self._label, self.also_for, self.send_button, self.told):
            line.addWidget(part)
        line.addStretch(1)
        self.also_for.chosen_changed.connect(self._show_button)
        self.send_button.clicked.connect(self.send)

    def show_row(self, *, restricted: bool) -> None:
        """Show where it also stands; what is restricted cannot be sent."""
        sitting = self._meeting.sitting
        self.told.say(sitting.also_words(self._table, self._id))
        show_if(self.told, bool(self.told.said))
        left = self.also_for.offer(but=sitting.also_in(self._table, self._id))
        for part in (self._label, self.also_for):
            show_if(part, left)
        self._show_button()
        show_if(self, bool(sitting.others) and not restricted)

    def send(self) -> None:
        """Put it into the records of those chosen."""
        chosen, row_id = self.also_for.all_chosen(), self._id
        if self._meeting.save(lambda session: self._send(session, row_id, chosen)):
            self.also_for.choose()
            self.show_row(restricted=False)

    def _show_button(self) -> None:
        show_if(self.send_button, bool(self.also_for.all_chosen()))
