"""Where somebody round the child is added: their name, the child's word for them, their role."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.people import Role
from ui.language import _
from ui.meeting import choices
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import NAME_LENGTH, ChoiceField, LineField
from ui.parts.words import Words


class AddPersonCard(Card):
    """Three fields and a button; Enter in any of them, or Ctrl+Enter, adds the person."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("add_person")
        self.name = LineField(_("Name"), most=NAME_LENGTH)
        self.name.control.setObjectName("new_name")
        word = _("{name}’s word for them").format(name=meeting.name)
        self.called = LineField(word, optional=True, most=NAME_LENGTH)
        self.called.control.setObjectName("new_called")
        self.role = ChoiceField(_("Role"), choices.roles())
        self.role.set_value(Role.OTHER)
        self.add_button = SmallButton(_("Add person"), "user-plus")
        self.add_button.setObjectName("add_person_button")
        self._build()
        self.add_button.clicked.connect(self.add)
        for field in (self.name, self.called):
            field.control.returnPressed.connect(self.add)

    def _build(self) -> None:
        fields = FieldsLayout()
        for field in (self.name, self.called, self.role):
            fields.add(field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        self.column.addWidget(Words(_("Add somebody"), "h3"))
        self.column.addLayout(fields)
        self.column.addLayout(foot)

    def add(self) -> None:
        """Add the person, and ask them to this review."""
        name, called = self.name.text().strip(), self.called.text().strip()
        if not name:
            self.name.show_error(_("Write their name"))
            self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.name.clear_error()
        role = self.role.value() or Role.OTHER
        if self._meeting.act(lambda review: review.add_person(name, called=called, role=role)):
            self.name.set_text("")
            self.called.set_text("")
            self.role.set_value(Role.OTHER)
            self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
