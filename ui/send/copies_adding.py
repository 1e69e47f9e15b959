"""Gives papers to somebody who is round the child and not on the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.people_on_sheet import PersonOnSheet
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words


class AddReader(Card):
    """Whom to add is chosen by name; what they get then follows the council's rule."""

    added = Signal(str)
    closed = Signal()

    def __init__(self, child: str) -> None:
        super().__init__("info")
        self.setObjectName("add_reader")
        self.who = ChoiceField(_("Who else gets something"))
        self.who.control.setObjectName("add_reader_box")
        self.who.let_shrink()
        told = _(
            "Everybody round {name} is on the list. Somebody new is first added on {name}’s page."
        )
        self.nobody = Words(told.format(name=child), "small", wrap=True)
        self.add_button = SmallButton(_("Add them"), "user-plus", kind="primary", in_row=True)
        self.add_button.setObjectName("add_them")
        self.close_button = SmallButton(_("Not now"), in_row=True)
        self.close_button.setObjectName("not_now")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.add_button, self.close_button):
            flow.addWidget(button)
        for part in (self.who, self.nobody, buttons):
            self.column.addWidget(part)
        self.add_button.clicked.connect(self._add)
        self.close_button.clicked.connect(self.close_it)
        self.hide()

    def ask(self, people: Sequence[PersonOnSheet]) -> None:
        """Ask which of these people."""
        self.who.set_choices([(each.id, each.name or each.called) for each in people])
        for part in (self.who, self.add_button):
            show_if(part, bool(people))
        show_if(self.nobody, not people)
        if people:
            self.who.set_value(people[0].id)
        self.show()
        control = self.who.control if people else self.close_button
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Add nobody."""
        self.hide()
        self.closed.emit()

    def _add(self) -> None:
        key = self.who.value()
        self.hide()
        self.added.emit(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)
