"""Asks for somebody new round the child: a name, and who they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.child.person_form import ROLES
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import NAME_LENGTH, ChoiceField, LineField


class NewPersonForm(Card):
    """Enter in the name adds them."""

    added = Signal(str, str)  # name, role
    closed = Signal()

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("new_person_form")
        self.name = LineField(_("Name"), most=NAME_LENGTH)
        roles = [(key, _(words)) for key, words in ROLES]
        self.role = ChoiceField(_("Who they are to {name}").format(name=child), roles)
        self.role.set_value("family")
        self.add_button = SmallButton(_("Add"), "user-plus", kind="primary")
        self.add_button.setObjectName("add")
        self.close_button = SmallButton(_("Not now"))
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.role, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addLayout(fields)
        self.column.addLayout(buttons)
        self.add_button.clicked.connect(self._add)
        self.name.control.returnPressed.connect(self._add)
        self.close_button.clicked.connect(self.closed)

    def _add(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.show_error(_("Write a name first."))
            self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit(name, self.role.value())
