"""What waits to be sent, as lines of today: to send, to look at, given back, came back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.caseload import DueLine
from models.held_copies import is_held_by_chair
from models.plain_reading import Connection
from models.sending_queue import CopyLine, CopyState, Group, QueueLine, queue
from ui.caseload.marking_done import SENDING
from ui.convening.invite_row import InviteRow
from ui.desk import Desk
from ui.language import _, ngettext
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.queue_lists import Which

SHOWS = frozenset({"paper_copy", "delivery"})


@dataclass(frozen=True)
class SendingLine:
    """One line: what waits, which list of the place Send shows it, and whether any is late."""

    which: Which
    task: str
    standing: str
    is_late: bool = False


class SendingPart(QWidget):
    """It takes no room while nothing waits."""

    send_asked = Signal(str)  # which list

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("sending_today")
        self._desk = desk
        self.lines: tuple[SendingLine, ...] = ()
        self._reviews: set[str | None] = set()
        self.rows: list[InviteRow] = []
        self._list = CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(_("To send"), "h2", wrap=True))
        column.addWidget(self._list)
        self.hide()

    def read(self, connection: Connection) -> None:
        """Read what waits."""
        found = queue(connection, self._desk.today(), self._desk.calendar)
        self.lines = sending_lines(found, self._desk.me.id)
        self._reviews = {each.review_id for each in found if each.waiting}

    def of_these(self, due: Sequence[DueLine]) -> tuple[DueLine, ...]:
        """What of all that is due can be sent now; the rest is for others to do first."""
        return tuple(
            each for each in due if each.clock in SENDING and each.review_id in self._reviews
        )

    def show_all(self) -> None:
        """Show what was read."""
        self.rows = []
        self._list.clear()
        for number, line in enumerate(self.lines):
            row = InviteRow(
                f"send_{number}", line.task, line.standing, name=line.task, is_late=line.is_late
            )
            row.opened.connect(lambda which=line.which: self.send_asked.emit(which))
            self.rows.append(row)
            self._list.add_row(row)
        show_if(self, bool(self.lines))


def sending_lines(lines: tuple[QueueLine, ...], me: str) -> tuple[SendingLine, ...]:
    """Say what waits, the most pressing first; what has gone on its way is not told."""
    copies = [copy for line in lines for copy in line.copies]
    back = sum(each.state is CopyState.RETURNED for each in copies)
    to_look = sum(each.state is CopyState.TO_CHECK and each.maker != me for each in copies)
    waiting = sum(each.is_waiting for each in copies)
    late = sum(len(line.waiting) for line in lines if line.group is Group.LATE)
    found: list[SendingLine] = []
    if back:
        words = ngettext("{count} copy came back", "{count} copies came back", back)
        told = _("Send it again, or say why not")
        found.append(SendingLine(Which.CAME_BACK, words.format(count=back), told, is_late=True))
    found += _stopped_lines(copies)
    if to_look:
        words = ngettext(
            "{count} copy waits for a second look", "{count} copies wait for a second look",
            to_look,
        )  # fmt: skip
        told = _("Right words, right person?")
        found.append(SendingLine(Which.TO_SEND, words.format(count=to_look), told))
    if waiting:
        words = ngettext("{count} copy to send", "{count} copies to send", waiting)
        told = ngettext("{count} is late", "{count} are late", late).format(count=late)
        told = told if late else _("None of them is late")
        line = SendingLine(Which.TO_SEND, words.format(count=waiting), told, is_late=late > 0)
        found.append(line)
    return tuple(found)


def _stopped_lines(copies: list[CopyLine]) -> Iterator[SendingLine]:
    """What is held on its chair's laptop, and what a second person gave back."""
    held = sum(is_held_by_chair(each) for each in copies)
    stopped = sum(each.state is CopyState.STOPPED for each in copies) - held
    if held:
        words = ngettext("{count} copy is held", "{count} copies are held", held)
        told = _("Something in it, or its address, is now kept from who gets it")
        yield SendingLine(Which.TO_SEND, words.format(count=held), told, is_late=True)
    if stopped:
        words = ngettext(
            "{count} copy was given back to its chair", "{count} copies were given back",
            stopped,
        )  # fmt: skip
        told = _("Somebody found something wrong in it")
        yield SendingLine(Which.TO_SEND, words.format(count=stopped), told, is_late=True)
