"""Somebody round the child: their name, what they are, and how to ring them; saved as typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from models.review_sheet import PersonOnSheet
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
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
from ui.parts.words import Words
from ui.protected.kept_from import KeptFrom

ROLES = (
    ("parent", N_("Parent")),
    ("carer", N_("Carer")),
    ("family", N_("Family or friend")),
    ("social_worker", N_("Social worker")),
    ("team_manager", N_("Team manager")),
    ("supervising_worker", N_("Supervising social worker")),
    ("teacher", N_("Teacher")),
    ("virtual_school", N_("Virtual school")),
    ("nurse", N_("Nurse")),
    ("advocate", N_("Advocate")),
    ("independent_visitor", N_("Independent visitor")),
    ("personal_adviser", N_("Personal adviser")),
    ("guardian", N_("Children's Guardian")),
    ("interpreter", N_("Interpreter")),
    ("iro", N_("Independent Reviewing Officer")),
    ("adopter", N_("Prospective adopter")),
    ("solicitor", N_("Child’s solicitor")),
    ("youth_justice", N_("Youth justice worker")),
    ("other", N_("Someone else")),
)

SENDING_WAYS = (("post", N_("Post")), ("email", N_("Secure e-mail")), ("hand", N_("By hand")))


class PersonForm(Card):
    """One person; leaving a field saves it. Removing can be undone."""

    remove_asked = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, person: PersonOnSheet, child: str, notices: NoticeArea) -> None:
        super().__init__()
        self.setObjectName("person_form")
        self.person = person
        self._desk, self._notices = desk, notices
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.failed.connect(notices.tell)
        typing = desk.database.typing
        self._autosave.hold_still(typing, lambda field: ("person", person.id, field))
        roles = [(key, _(words)) for key, words in ROLES]
        self.name = LineField(_("Name"), most=NAME_LENGTH)
        self.called = LineField(
            _("What {name} calls them").format(name=child), optional=True, most=NAME_LENGTH
        )
        self.role = ChoiceField(_("Who they are to {name}").format(name=child), roles)
        self.what = LineField(_("In a few words"), optional=True)
        self.phone = LineField(_("Phone"), optional=True)
        self.email = LineField(_("E-mail"), optional=True, most=EMAIL_LENGTH)
        self.address = TextField(_("Address"), optional=True, lines=2, most=ADDRESS_LENGTH)
        hint = _("Nicknames, maiden names, other spellings; a comma between them")
        self.known_as = LineField(_("Also known as"), hint=hint, optional=True)
        ways = [("", _("Not said")), *((key, _(words)) for key, words in SENDING_WAYS)]
        self.send_by = ChoiceField(_("How their papers go to them"), ways)
        self.kept_from = KeptFrom(person)
        self.responsibility = Tick(_("Has parental responsibility"))
        self.remove_button = SmallButton(_("Remove {name}").format(name=person.name))
        self.remove_button.setObjectName("remove")
        self.close_button = SmallButton(_("Close"))
        self.close_button.setObjectName("close")
        self._fill()
        self._build()
        self._connect()

    def _fill(self) -> None:
        person = self.person
        self.name.set_text(person.name)
        self.called.set_text(person.called)
        self.role.set_value(person.role)
        self.what.set_text(person.what_they_are)
        self.phone.set_text(person.phone)
        self.email.set_text(person.email)
        self.address.set_text(person.address)
        self.known_as.set_text(", ".join(person.known_as))
        self.send_by.set_value(person.send_by)
        self.responsibility.setChecked(person.parental_responsibility)
        for field, name in (
            (self.name, "name"),
            (self.called, "called"),
            (self.what, "what_they_are"),
            (self.phone, "phone"),
            (self.email, "email"),
            (self.address, "address"),
            (self.known_as, "known_as"),
        ):
            field.setObjectName(f"person_{name}")
            self._autosave.bind(field, name)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.called, 0, 1)
        grid.addWidget(self.role, 1, 0)
        grid.addWidget(self.what, 1, 1)
        grid.addWidget(self.phone, 2, 0)
        grid.addWidget(self.responsibility, 2, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.email, 3, 0)
        grid.addWidget(self.send_by, 3, 1)
        grid.addWidget(self.address, 4, 0)
        grid.addWidget(self.known_as, 4, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.column.addWidget(Words(_("Saved as you type"), "small", "ink2"))
        self.column.addLayout(grid)
        self.column.addWidget(self.kept_from)
        self.column.addLayout(buttons)
        reach = self._desk.reach()
        show_if(self.known_as, reach.writes("person", "known_as"))
        show_if(self.kept_from, reach.writes("person", "restriction_kinds"))

    def _connect(self) -> None:
        self.role.chosen.connect(lambda role: self._put("role", role))
        self.send_by.chosen.connect(lambda way: self._put("send_by", way))
        self.kept_from.kinds_changed.connect(lambda name, kinds: self._put(name, list(kinds)))
        self.responsibility.toggled.connect(lambda on: self._put("parental_responsibility", on))
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.person.id))
        self.close_button.clicked.connect(self.closed)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _save(self, field: str, text: str) -> None:
        if field == "name" and not text.strip():
            self.name.show_error(_("A person needs a name."))
            return
        self.name.clear_error()
        value: object = text.strip()
        if field == "known_as":
            value = [each.strip() for each in text.split(",") if each.strip()]
        self._desk.put("person", self.person.id, field, value)

    def _note(self, field: str, text: str) -> None:
        self._desk.journal("person", self.person.id, field, text)

    def _put(self, field: str, value: object) -> None:
        self._notices.attempt(lambda: self._desk.put("person", self.person.id, field, value))
