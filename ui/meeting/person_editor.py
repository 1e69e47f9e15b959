"""Everything about one person at this review: asked, why not, part attended, views, apologies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import AttendanceOnSheet, PersonOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import KeptField
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import (
    ADDRESS_LENGTH,
    EMAIL_LENGTH,
    NAME_LENGTH,
    ChoiceField,
    LineField,
)
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick

TICKS = ("invited", "apologies", "sent_views", "consulted")


class PersonEditor(QWidget):
    """Fields that save themselves; nothing here is required but the name."""

    closed = Signal()

    def __init__(
        self, page: StepPage, person: PersonOnSheet, attendance: AttendanceOnSheet
    ) -> None:
        super().__init__()
        self._meeting, self._person, self._attendance = page.meeting, person, attendance
        child = page.meeting.name
        self.name = LineField(_("Name"), most=NAME_LENGTH)
        self.called = LineField(
            _("{name}’s word for them").format(name=child), optional=True, most=NAME_LENGTH
        )
        self.role = ChoiceField(_("Role"), choices.roles())
        self.what_they_are = LineField(_("What they are, in words"), optional=True)
        self.phone = LineField(_("Phone"), optional=True)
        self.email = LineField(_("E-mail"), optional=True, most=EMAIL_LENGTH)
        self.address = LineField(_("Address"), optional=True, most=ADDRESS_LENGTH)
        self.part = LineField(_("Which part they came for"), optional=True)
        self.not_invited_why = LineField(_("Why they were not asked to come"))
        self.views = TextField(_("The views they sent"), lines=1)
        self.ticks = {
            "invited": Tick(_("Asked to come")),
            "apologies": Tick(_("Sent apologies")),
            "sent_views": Tick(_("Sent their views")),
            "consulted": Tick(_("Was asked what they think before the review")),
        }
        self.responsibility = Tick(_("Has parental responsibility"))
        self.remove_button = SmallButton(_("Remove this person"), in_row=True)
        self._build()
        self._kept = self._keep(page)
        self._connect()
        self.show_row(person, attendance)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        for pair in (
            (self.name, self.called),
            (self.role, self.what_they_are),
            (self.phone, self.email),
            (self.address, self.part),
        ):
            line = FieldsLayout()
            for field in pair:
                line.add(field)
            column.addLayout(line)
        for tick in (*self.ticks.values(), self.responsibility):
            column.addWidget(tick)
        column.addWidget(self.not_invited_why)
        column.addWidget(self.views)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _keep(self, page: StepPage) -> dict[str, KeptField]:
        person, own = ("person", self._person.id), ("attendance", self._attendance.id)
        kept = {"name": page.keep(self.name, (*person, "name"), empty=_("Write their name"))}
        for field in ("called", "role", "what_they_are", "phone", "email", "address"):
            kept[field] = page.keep(getattr(self, field), (*person, field))
        for field in ("part", "not_invited_why", "views"):
            kept[field] = page.keep(getattr(self, field), (*own, field))
        return kept

    def _connect(self) -> None:
        for field, tick in self.ticks.items():
            tick.clicked.connect(
                lambda on, field=field: self._meeting.put(
                    "attendance", self._attendance.id, field, on
                )
            )
        self.responsibility.clicked.connect(
            lambda on: self._meeting.put("person", self._person.id, "parental_responsibility", on)
        )
        self.remove_button.clicked.connect(self._remove)

    def show_row(self, person: PersonOnSheet, attendance: AttendanceOnSheet | None) -> None:
        """Show the person and how they took part."""
        for field, kept in self._kept.items():
            owner = person if hasattr(person, field) else attendance
            kept.show(getattr(owner, field, ""))
        self.responsibility.setChecked(person.parental_responsibility)
        if attendance is None:
            return
        for field, tick in self.ticks.items():
            tick.setChecked(getattr(attendance, field))
        show_if(self.not_invited_why, not attendance.invited)
        show_if(self.views, attendance.sent_views)

    def flush(self) -> None:
        """Save now what still waits."""
        for kept in self._kept.values():
            kept.flush()

    def _remove(self) -> None:
        words = _("{person} was removed.").format(person=self._person.short)
        self._meeting.remove("person", self._person.id, words)
