"""One paper of a review: the day it came, or why it is not here, and what became of it."""

from typing import Any  # a field of a paper may be a day, a mark or words

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.one_id import one_id
from models.papers_on_sheet import PaperNow
from models.papers_received import note_paper
from models.rules.papers import PaperStanding, PaperState
from ui.language import _, ngettext
from ui.meeting.chips_field import ChipsField
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.past_days import not_still_to_come
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.badges import Badge
from ui.parts.date_field import DateField
from ui.parts.fields import Field, LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import Tick

TABLE = "paper_received"
_BADGES = {
    PaperState.HERE: "neutral",
    PaperState.ON_TIME: "ok",
    PaperState.LATE: "due",
    PaperState.ABSENT: "over",
}


class PaperSlot(Slot):
    """A date on the left; on the right why it is not here, or what was done with it."""

    def __init__(self, page: StepPage, paper: PaperNow) -> None:
        super().__init__()
        self._page, self._meeting, self._paper = page, page.meeting, paper
        self._row_id = (
            paper.noted.id
            if paper.noted
            else one_id("paper_received", self._meeting.review_id, paper.paper.key)
        )
        self.key, name = paper.paper.key, _(paper.paper.name)
        label = _("{paper}: came on").format(paper=name)
        self.received_on = DateField(label, self._meeting.desk.today, towards="past")
        self.received_on.check = not_still_to_come(self._meeting.desk.today)
        self.missing_why = LineField(_("Or why it is not here"))
        self.seen = Tick(_("Seen"))
        self.child_friendly = Tick(_("In a form {name} can use").format(name=self._meeting.name))
        self.authorised = ChipsField(
            _("Authorised by a manager"), [("yes", _("Yes")), ("no", _("No"))]
        )
        self._badges = {state: Badge("", kind) for state, kind in _BADGES.items()}
        self._came = QWidget()
        self._name(name)
        self._build()
        self._kept = {
            field: self._keep(getattr(self, field), field)
            for field in ("received_on", "missing_why", "authorised")
        }
        self.seen.clicked.connect(lambda on: self._put(seen=on))
        self.child_friendly.clicked.connect(lambda on: self._put(child_friendly=on))

    def _name(self, name: str) -> None:
        why = _("{paper}: why it is not here").format(paper=name)
        self.missing_why.control.setAccessibleName(why)
        for control in (self.seen, self.child_friendly):
            said = _("{paper}: {mark}").format(paper=name, mark=control.text())
            control.setAccessibleName(said)

    def _build(self) -> None:
        marks = FlowLayout(gap_across=20, gap_down=2)
        marks.addWidget(self.seen)
        marks.addWidget(self.child_friendly)
        show_if(self.child_friendly, self._paper.paper.has_childs_form)
        show_if(self.authorised, self._paper.paper.is_authorised)
        came = QVBoxLayout(self._came)
        came.setContentsMargins(0, 0, 0, 0)
        came.setSpacing(6)
        came.addLayout(marks)
        came.addWidget(self.authorised)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for badge in self._badges.values():
            column.addWidget(badge)
        column.addWidget(self._came)
        column.addWidget(self.missing_why)
        beside = FieldsLayout()
        beside.add(self.received_on)
        beside.add(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(beside)

    def _keep(self, field: Field, name: str) -> KeptField:
        def save(value: Value) -> bool:
            return self._put(**{name: "" if value is None and name != "received_on" else value})

        kept = self._page.keep(field, (TABLE, self._row_id, name), save=save)
        field.setObjectName(f"{self.key}_{name}")
        field.control.setObjectName(f"{self.key}_{name}_box")
        return kept

    def show_row(self, row: PaperNow) -> None:
        """Show what is noted of the paper, and how it stands."""
        self._paper = row
        if row.noted is not None and row.noted.id != self._row_id:
            self._move_to(row.noted.id)
        self._page.mark(self.received_on.control, (TABLE, "", self.key))
        for field, kept in self._kept.items():
            kept.show(getattr(row.noted, field) if row.noted else None)
        self.seen.setChecked(bool(row.noted and row.noted.seen))
        self.child_friendly.setChecked(bool(row.noted and row.noted.child_friendly))
        self._show_right(row)

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        flushed = [kept.flush() for kept in self._kept.values()]
        return all(flushed)

    def _show_right(self, row: PaperNow) -> None:
        state = row.standing.state
        for each, badge in self._badges.items():
            if each is state:
                badge.say(standing_words(row.standing))
            badge.setVisible(each is state)
        has_come = row.noted is not None and row.noted.received_on is not None
        self._came.setVisible(has_come)
        if has_come and self.missing_why.control.hasFocus():
            self.seen.setFocus(Qt.FocusReason.TabFocusReason)
        self.missing_why.setVisible(not has_come)

    def _move_to(self, row_id: str) -> None:
        self._row_id = row_id
        for field, kept in self._kept.items():
            kept.move_to(row_id)
            self._page.mark(getattr(self, field).control, (TABLE, row_id, field))

    def _put(self, **fields: Any) -> bool:
        key, row_id = self.key, self._row_id
        return self._meeting.act(lambda review: note_paper(review, key, row_id, **fields))


def standing_words(standing: PaperStanding) -> str:
    """Say how a paper stands: on time, so many working days late, or not here."""
    if standing.state is PaperState.LATE:
        words = ngettext("{count} working day late", "{count} working days late", standing.late_by)
        return words.format(count=standing.late_by)
    if standing.state is PaperState.ON_TIME:
        return _("On time")
    if standing.state is PaperState.ABSENT:
        return _("Not here")
    return _("Here") if standing.state is PaperState.HERE else _("Not said yet")
