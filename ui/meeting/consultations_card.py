"""How the child was asked before the review: each way with its day and by whom."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.checked_on_sheet import ConsultationOnSheet
from models.rules.participation_ways import ASKED_BEFORE
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.meeting import Meeting
from ui.meeting.slot_list import Slot, SlotList
from ui.meeting.step_page import StepPage
from ui.meeting.who_field import WhoField
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField
from ui.parts.words import Words


class ConsultationSlot(Slot):
    """One way that is kept: each field saves itself."""

    def __init__(self, page: StepPage, row_id: str) -> None:
        super().__init__()
        self._page, self._meeting, self._row_id = page, page.meeting, row_id
        self.way = ChoiceField(_("Way"), _ways())
        self.on = DateField(_("When"), self._meeting.desk.today, optional=True, towards="past")
        self.by = WhoField(_("By whom"))
        self.remove_button = SmallButton(_("Remove"), "trash", in_row=True, kind="quiet")
        self.remove_button.setObjectName("remove_consultation")
        self._build()
        keep = page.keep
        self._kept = {
            "way": keep(self.way, ("consultation", row_id, "way")),
            "on": keep(self.on, ("consultation", row_id, "on"), save=self._save_on),
            "by": keep(self.by, ("consultation", row_id, "by")),
        }
        self.remove_button.clicked.connect(self._remove)

    def _build(self) -> None:
        fields = FieldsLayout()
        for field, share in ((self.way, 3), (self.on, 2), (self.by, 2)):
            fields.add(field, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(fields)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_row(self, row: ConsultationOnSheet) -> None:
        """Show the row as it now stands."""
        self.by.offer(self._meeting.sheet)
        for name, kept in self._kept.items():
            kept.show(getattr(row, name))
        said = _("Remove: {way}").format(way=_(ASKED_BEFORE.get(row.way, "")))
        self.remove_button.setAccessibleName(said)

    def _save_on(self, day: object) -> bool:
        if _is_to_come(self.on, day, self._meeting):
            return False
        return self._meeting.put("consultation", self._row_id, "on", day)

    def _remove(self) -> None:
        self._meeting.remove("consultation", self._row_id, _("A way of asking was removed"))


class ConsultationsCard(Card):
    """The ways that are kept, and three fields to add another."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._meeting, name = page.meeting, page.meeting.name
        self.setObjectName("consultations_card")
        asked = _("How was {name} asked before the review?").format(name=name)
        self.heading = Words(asked, "h3", wrap=True)
        self.rows: SlotList[ConsultationSlot] = SlotList(
            lambda row_id: ConsultationSlot(page, row_id)
        )
        self.way = ChoiceField(_("Add a way"), [("", _("Choose a way")), *_ways()])
        self.way.control.setObjectName("new_way")
        self.on = DateField(_("When"), self._meeting.desk.today, optional=True, towards="past")
        self.on.control.setObjectName("new_way_on")
        self.by = WhoField(_("By whom"))
        self.by.control.setObjectName("new_way_by")
        self.add_button = SmallButton(_("Add this way"), "plus")
        self.add_button.setObjectName("add_way")
        self._build()
        self.add_button.clicked.connect(self.add)

    def _build(self) -> None:
        fields = FieldsLayout()
        for field, share in ((self.way, 3), (self.on, 2), (self.by, 2)):
            fields.add(field, share)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.rows)
        self.column.addLayout(fields)
        self.column.addLayout(foot)

    def show_sheet(self) -> None:
        """Show the ways that are kept."""
        sheet = self._meeting.sheet
        self.by.offer(sheet)
        self.rows.show_rows(sheet.consultations)

    def add(self) -> None:
        """Add the way that is chosen, with its day and who asked."""
        from models.consulting import consult  # loads SQLAlchemy

        way, on, by = self.way.value(), self.on.day(), self.by.text()
        if not way:
            self.way.show_error(_("Choose a way first"))
            self.way.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.way.clear_error()
        if self.on.has_error or _is_to_come(self.on, on, self._meeting):
            return
        if self._meeting.act(lambda review: consult(review, way, on, by)):
            self.way.set_value("")
            self.on.set_day(None)
            self.by.set_text("")
            self.way.control.setFocus(Qt.FocusReason.OtherFocusReason)


def _ways() -> list[tuple[str, str]]:
    return [(key, _(words)) for key, words in ASKED_BEFORE.items()]


def _is_to_come(field: DateField, day: object, meeting: Meeting) -> bool:
    """Whether this day is still to come; the field says so."""
    if isinstance(day, date) and day > meeting.desk.today():
        field.show_error(_("This day is still to come. Write the day it was"))
        return True
    return False
