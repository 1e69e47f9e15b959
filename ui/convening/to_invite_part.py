"""The desk of convening: children new in care with no IRO or day, and reviews to call together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.convening_queue import ConveningLine, NewInCare, ToDo, new_in_care, to_convene
from models.rules.working_days import BeyondCalendar
from ui.caseload.record_changes import changes_of
from ui.convening.convening_words import new_words, standing_words, task_words
from ui.convening.invite_row import InviteRow
from ui.convening.todays_invitations import TodaysInvitations
from ui.desk import Desk
from ui.language import _
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState
from ui.parts.words import Words

SHOWS = frozenset({"convening", "invitation", "returned_form", "attendance", "person", "review",
                   "child", "care_period", "rearranged"})  # fmt: skip
_WAITS_FOR_OTHERS = frozenset({ToDo.SOCIAL_WORKER, ToDo.CANCELLED, ToDo.NOTHING})


class ToInvitePart(QWidget):
    """Up and Down go through the rows, Enter opens one; the oldest limit stands first."""

    review_asked = Signal(str)
    child_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("to_invite_part")
        self._desk = desk
        self.new: tuple[NewInCare, ...] = ()
        self.lines: tuple[ConveningLine, ...] = ()
        self.rows: list[InviteRow] = []
        self.new_head = Words(_("New in care, with no IRO or no day"), "h2", wrap=True)
        self.head = Words(_("Reviews to call together"), "h2", wrap=True)
        self.today = TodaysInvitations(desk)
        self._inbox, self._list = CardRows(), CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.today, self.new_head, self._inbox, self.head, self._list):
            column.addWidget(part)
        column.addStretch(1)
        changes_of(desk.database).changed.connect(self._follow)
        self.today.noted.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the desk again; the row that had the keyboard keeps it."""
        desk, today = self._desk, self._desk.today()
        whose = None if desk.reach().works_for_others else desk.me.id
        with desk.database.reading() as connection:
            try:
                self.new = new_in_care(connection, whose, desk.calendar)
                self.lines = to_convene(connection, whose, today, desk.calendar)
            except BeyondCalendar:
                self.new, self.lines = (), ()
        self.today.show_lines(self.lines)
        self._show(next((row.key for row in self.rows if row.hasFocus()), ""))

    def print_today(self) -> None:
        """Print what is to go out today."""
        if not self.today.print_button.isHidden():
            self.today.print()

    def focus_first(self) -> None:
        """Put the keyboard on the first row."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, focused: str) -> None:
        self.rows = []
        self._inbox.clear()
        self._list.clear()
        self._show_new()
        self._show_lines()
        again = next((row for row in self.rows if row.key == focused), None)
        if again is not None:
            again.show()
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_new(self) -> None:
        today = self._desk.today()
        for new in self.new:
            task, said = new_words(new, today)
            row = InviteRow(new.child.id, task, said, name=new.child.full_name,
                            is_late=new.due_on < today)  # fmt: skip
            row.opened.connect(lambda child_id=new.child.id: self.child_asked.emit(child_id))
            self._add(self._inbox, row)
        self.new_head.setVisible(bool(self.new))
        self._inbox.setVisible(bool(self.new))

    def _show_lines(self) -> None:
        today = self._desk.today()
        late = [line for line in self.lines if line.is_late(today)]
        waits = [line for line in self.lines if line.to_do in _WAITS_FOR_OTHERS]
        now = [line for line in self.lines if line.is_due(today)]
        rest = [line for line in self.lines if line not in (*late, *waits, *now)]
        for words, colour, lines in (
            (_("Late"), "over", late),
            (_("Due today"), "due", now),
            (_("Later"), "ink", rest),
            (_("Nothing to do here"), "ink2", waits),
        ):
            self._add_group(words, colour, lines)
        if not self.lines:
            where = _("Reviews that are booked stand here until everybody is invited.")
            self._list.add_row(EmptyState("check-circle", _("Nobody to invite"), where))

    def _add_group(self, words: str, colour: str, lines: Sequence[ConveningLine]) -> None:
        if not lines:
            return
        today = self._desk.today()
        self._list.add_head(words, colour)
        for line in lines:
            row = InviteRow(line.review.id, task_words(line), standing_words(line, today),
                            name=line.review.full_name, is_late=line.is_late(today))  # fmt: skip
            row.opened.connect(lambda review_id=line.review.id: self.review_asked.emit(review_id))
            self._add(self._list, row)

    def _add(self, card: CardRows, row: InviteRow) -> None:
        self.rows.append(row)
        card.add_row(row)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS and self.isVisible():
            self.reload()
