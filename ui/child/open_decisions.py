"""The decisions that are still open, the late ones said so in words."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory, StillOpen
from ui.language import _, day_in_words, ngettext
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Icon, Words

FEW = 5


class OpenDecisions(QWidget):
    """A row for each, the earliest first; a restricted one is named and not told."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[StillOpen, ...] | None = None
        self._all = False
        self._today = date.min
        self.card = CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(_("Decisions still open"), "h2", wrap=True))
        column.addWidget(self.card)

    def show_story(self, story: ChildStory, today: date) -> None:
        """Show what is open today."""
        if story.open_decisions == self._shown and today == self._today:
            return
        self._shown, self._today = story.open_decisions, today
        self._lay_out()

    def _lay_out(self) -> None:
        self.card.clear()
        found = sorted(self._shown or (), key=lambda each: each.by_when or date.max)
        if not found:
            done = _("Everything that was decided is done, or nothing is decided yet.")
            self.card.add_row(EmptyState("check-circle", _("No decision is open"), done))
        for decision in found if self._all else found[:FEW]:
            self.card.add_row(_row(decision, self._today))
        rest = len(found) - FEW
        if rest > 0 and not self._all:
            words = ngettext("Show {count} more", "Show {count} more", rest).format(count=rest)
            more = QuietButton(words, size="small")
            more.setObjectName("more_decisions")
            more.clicked.connect(self._show_all)
            self.card.add_row(more)

    def _show_all(self) -> None:
        self._all = True
        self._lay_out()


def decision_words(decision: StillOpen, today: date) -> tuple[str, str, str]:
    """Say a decision's words, when it is or was due, and "late", "partly" or "open"."""
    what = decision.what if not decision.restricted else _("A restricted decision")
    if decision.by_when is None:
        return what, _("No day set."), "open"
    day = day_in_words(decision.by_when, today)
    if decision.by_when < today:
        return what, _("Late, was due {day}.").format(day=day), "late"
    if decision.outcome == "partly":
        return what, _("Partly done, by {day}.").format(day=day), "open"
    return what, _("By {day}.").format(day=day), "open"


def _row(decision: StillOpen, today: date) -> QWidget:
    what, when, kind = decision_words(decision, today)
    row = QWidget()
    row.setAccessibleName(
        _("{what}. {when} {who}").format(what=what.rstrip("."), when=when, who=decision.who)
    )
    late = kind == "late"
    icon, colour = ("warning-circle-fill", "over") if late else ("circle", "ink2")
    second = QWidget()
    flow = FlowLayout(second, gap_across=6, gap_down=0)
    flow.addWidget(Words(when, "label" if late else "small", "over" if late else "ink2"))
    flow.addWidget(Words(decision.who, "small", "ink2"))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(what, wrap=True))
    words.addWidget(second)
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 10, 16, 10)
    line.setSpacing(12)
    line.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return row
