"""The parts of a child's life: reworded, moved to another step, hidden, and added to."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import FormArea, MeetingForm
from models.form_changes import add_area, with_area
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import NAME_LENGTH, ChoiceField, LineField
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.settings.form.form_part import FormPart


class AreasPart(FormPart):
    """A card for each, and a line for one more; none is ever deleted."""

    def build(self) -> None:
        """Make the cards and the line."""
        self.steps: dict[str, ChoiceField] = {}
        self.ticks: dict[str, Tick] = {}
        self.cards: dict[str, Card] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.name = LineField(_("One more part of life"), most=NAME_LENGTH)
        self.name.setObjectName("new_area")
        self.name.control.setObjectName("new_area_box")
        self.add_button = SmallButton(_("Add it"), "plus")
        self.add_button.setObjectName("add_area")
        self.column.addLayout(self._cards)
        self.column.addWidget(self.name)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self._add)
        self.name.control.returnPressed.connect(self._add)

    def show_form(self) -> None:
        """Show each part of life, with a card for those that are new."""
        for area in self.form.areas:
            if area.key not in self.ticks:
                self._add_card(area)
        super().show_form()
        steps = [(step.id, _(step.name)) for step in self.form.steps]
        for key, area in self.form.area.items():
            self.steps[key].set_choices(steps)
            self.steps[key].set_value(area.step)
            spoken = _("{area}: spoken of in").format(area=_(area.name))
            self.steps[key].control.setAccessibleName(spoken)
            offered = _("{area}: offered in reviews").format(area=_(area.name))
            self.ticks[key].setAccessibleName(offered)
            blocked = self.ticks[key].blockSignals(True)
            self.ticks[key].setChecked(not area.hidden)
            self.ticks[key].blockSignals(blocked)
        for key, card in self.cards.items():
            show_if(card, key in self.form.area)

    def _add_card(self, area: FormArea) -> None:
        key = area.key
        step = self.steps[key] = ChoiceField(_("Spoken of in"))
        step.let_shrink()
        step.control.setObjectName(f"area_{key}_step")
        tick = self.ticks[key] = Tick(_("Offered in reviews"))
        tick.setObjectName(f"area_{key}_offered")
        name = self.add_line(
            f"area_{key}", _("Part of life"), partial(_name, key), partial(_with_name, key)
        )
        beside = FieldsLayout()
        beside.add(name)
        beside.add(step)
        around = QWidget()
        around.setLayout(beside)
        card = self.cards[key] = Card()
        card.column.addWidget(around)
        card.column.addWidget(tick)
        self._cards.addWidget(card)
        step.chosen.connect(lambda chosen: self._change(key, step=chosen))
        tick.toggled.connect(lambda on: self._change(key, hidden=not on))

    def _change(self, key: str, **fields: object) -> None:
        if not self.form_desk.try_change(lambda form: with_area(form, key, **fields)):
            self.show_form()

    def _add(self) -> None:
        words = " ".join(self.name.text().split())
        if not words:
            self.name.show_error(_("Write what it is called."))
            return
        step = next((each.id for each in self.form.steps if each.columns), self.form.steps[0].id)
        if self.form_desk.try_change(lambda form: add_area(form, words, step)[0]):
            self.name.clear_error()
            self.name.set_text("")


def _name(key: str, form: MeetingForm) -> str:
    return form.area[key].name if key in form.area else ""


def _with_name(key: str, form: MeetingForm, words: str) -> MeetingForm:
    return with_area(form, key, name=words)
