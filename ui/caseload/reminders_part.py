"""What this person is reminded of today, and children new in care: shown here, never sent."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.convening_queue import NewInCare, new_in_care
from models.plain_reading import Connection
from models.reminders import Reminder, reminders
from models.rules.working_days import BeyondCalendar
from ui.convening.convening_words import new_words
from ui.convening.invite_row import InviteRow
from ui.desk import Desk
from ui.language import _, day_in_words, ngettext
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words

SHOWN = 3
CONVENING = frozenset({"T22", "T23", "T24", "forms_back", "handed_back"})
"""What these remind of is done where a review is called together."""


class RemindersPart(QWidget):
    """It takes no room while there is nothing to be reminded of."""

    review_asked = Signal(str)
    convening_asked = Signal(str)
    child_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self._desk = desk
        self._all = False
        self.reminders: tuple[Reminder, ...] = ()
        self.new: tuple[NewInCare, ...] = ()
        self.rows: list[InviteRow] = []
        self.head = Words(_("Reminders"), "h2", wrap=True)
        self.new_head = Words(_("New in care, with no IRO or no day"), "h2", wrap=True)
        self._inbox, self._list = CardRows(), CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.new_head, self._inbox, self.head, self._list):
            column.addWidget(part)

    def read(self, connection: Connection, told: Collection[tuple[str, str]]) -> None:
        """Read what is to be shown; `told` is what stands in what is due, by clock and review."""
        desk, reach = self._desk, self._desk.reach()
        whose = None if reach.works_for_others else desk.me.id
        today = desk.today()
        found = reminders(connection, desk.me.id, reach.role, today, desk.calendar)
        try:
            self.new = new_in_care(connection, whose, desk.calendar)
        except BeyondCalendar:
            self.new = ()
        new = {each.child.id for each in self.new}
        self.reminders = tuple(
            each
            for each in found
            if each.has_gone_on
            or ((each.clock, each.review_id) not in told and each.child_id not in new)
        )

    def show_all(self) -> None:
        """Show what was read."""
        self.rows = []
        self._list.clear()
        self._inbox.clear()
        for new in self.new:
            self._add_new(new)
        for reminder in self.reminders if self._all else self.reminders[:SHOWN]:
            self._add_reminder(reminder)
        if len(self.reminders) > SHOWN and not self._all:
            more = QuietButton(_("See every reminder"), size="small")
            more.setObjectName("see_every_reminder")
            more.clicked.connect(self._unfold)
            self._list.add_row(more)
        for part, is_there in (
            (self.new_head, self.new), (self._inbox, self.new),
            (self.head, self.reminders), (self._list, self.reminders),
        ):  # fmt: skip
            show_if(part, bool(is_there))
        show_if(self, bool(self.new or self.reminders))

    def _unfold(self) -> None:
        self._all = True
        self.show_all()
        if len(self.rows) > SHOWN:
            self.rows[len(self.new) + SHOWN].setFocus()

    def _add_new(self, new: NewInCare) -> None:
        today = self._desk.today()
        task, said = new_words(new, today)
        is_late = new.due_on < today
        row = InviteRow(new.child.id, task, said, name=new.child.full_name, is_late=is_late)
        row.opened.connect(lambda: self.child_asked.emit(new.child.id))
        self.rows.append(row)
        self._inbox.add_row(row)

    def _add_reminder(self, reminder: Reminder) -> None:
        task, said = reminder_words(reminder, self._desk)
        key = f"{reminder.clock}_{reminder.review_id or reminder.child_id}"
        row = InviteRow(key, task, said, name=reminder.full_name, is_late=reminder.is_late)
        row.opened.connect(lambda: self._open(reminder))
        self.rows.append(row)
        self._list.add_row(row)

    def _open(self, reminder: Reminder) -> None:
        if not reminder.review_id:
            self.child_asked.emit(reminder.child_id)
        elif reminder.clock in CONVENING:
            self.convening_asked.emit(reminder.review_id)
        else:
            self.review_asked.emit(reminder.review_id)


def reminder_words(reminder: Reminder, desk: Desk) -> tuple[str, str]:
    """Say what somebody is reminded of, for whom, by when, and the which-th time it is."""
    task = _("{task}: {name}").format(task=_(reminder.name), name=reminder.full_name)
    day = day_in_words(reminder.due_on, desk.today())
    by = _("Late since {day}.") if reminder.is_late else _("By {day}.")
    times = ngettext("{count} reminder.", "{count} reminders.", reminder.number)
    said = f"{by.format(day=day)} {times.format(count=reminder.number)}"
    if reminder.has_gone_on:
        said = f"{said} {_('It came to you because it was not done.')}"
    return task, said
