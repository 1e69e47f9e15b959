"""What is due, in groups: late, due by tomorrow, later."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.caseload import DueLine
from models.rules.working_days import WorkingDays
from ui.caseload.clock_words import DueWords, due_words
from ui.caseload.due_row import DueRow
from ui.language import _, day_in_words, ngettext
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState

SHOWN_LATER: Final = 6

Pair = tuple[DueLine, DueWords]


class DueList(QWidget):
    """Groups of rows; the later ones are folded after the first few."""

    open_asked = Signal(object)
    done_asked = Signal(object, object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.may_mark = True
        self._today = today
        self._pairs: list[Pair] = []
        self._soonest = ""
        self._counted = ""
        self._all_shown = False
        self._rows = CardRows()
        self.rows: list[DueRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        column.addStretch(1)

    def show_due(self, lines: Sequence[DueLine], calendar: WorkingDays) -> None:
        """Show these, soonest first.

        Raises: BeyondCalendar.
        """
        today = self._today()
        self._pairs = [(line, due_words(line, today, calendar)) for line in lines]
        following = calendar.after(today, 1)
        tomorrow = following == today + timedelta(days=1)
        day = day_in_words(following, today)
        self._soonest = _("Due by tomorrow") if tomorrow else _("Due by {day}").format(day=day)
        self._counted = _counted(self._pairs, "" if tomorrow else day)
        self._lay_out()

    def group(self, kind: str) -> list[Pair]:
        """Give what is late, due or plain."""
        return [pair for pair in self._pairs if pair[1].kind == kind]

    @property
    def counted(self) -> str:
        """How many things are late or due by the next working day, in words."""
        return self._counted

    def show_all(self) -> None:
        """Unfold the later ones."""
        self._all_shown = True
        hidden = SHOWN_LATER + len(self.group("late")) + len(self.group("due"))
        self._lay_out()
        if hidden < len(self.rows):
            self.rows[hidden].setFocus()

    def _lay_out(self) -> None:
        self._rows.clear()
        self.rows = []
        heads = ((_("Late"), "over", "late"), (self._soonest, "due", "due"))
        for words, colour, kind in heads:
            self._add_group(words, colour, self.group(kind))
        later = self.group("plain")
        few = later if self._all_shown else later[:SHOWN_LATER]
        self._add_group(_("Later"), "ink", few)
        if len(few) < len(later):
            more = QuietButton(_("See all that is due in 4 weeks"), size="small")
            more.setObjectName("see_all_due")
            more.clicked.connect(self.show_all)
            self._rows.add_row(_indented(more))
        if not self._pairs:
            nothing = _("Nothing is due in the next 4 weeks")
            where = _("Reviews, decisions, records and letters stand here when they are due.")
            self._rows.add_row(EmptyState("check-circle", nothing, where))

    def _add_group(self, head: str, colour: str, pairs: Sequence[Pair]) -> None:
        if not pairs:
            return
        self._rows.add_head(head, colour)
        for line, words in pairs:
            row = DueRow(line, words, self._today, may_mark=self.may_mark)
            row.open_asked.connect(self.open_asked)
            row.done_asked.connect(self.done_asked)
            self.rows.append(row)
            self._rows.add_row(row)


def _indented(button: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(8, 8, 8, 8)
    column.addWidget(button)
    return holder


def _counted(pairs: Sequence[Pair], day: str) -> str:
    """Count what is pressing; `day` is the next working day when that is not tomorrow."""
    count = sum(words.kind != "plain" for _line, words in pairs)
    if not count:
        nothing = _("Nothing due by {day}.") if day else _("Nothing due by tomorrow.")
        return nothing.format(day=day)
    if day:
        words = ngettext("{count} thing due by {day}.", "{count} things due by {day}.", count)
    else:
        words = ngettext(
            "{count} thing due by tomorrow.", "{count} things due by tomorrow.", count
        )
    return words.format(count=count, day=day)
