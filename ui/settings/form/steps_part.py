"""The steps of the meeting: chosen one at a time, reworded, moved, and put in kinds of review."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models.form import FormStep, MeetingForm
from models.form_changes import add_step, move_step, put_step_in, with_step
from models.rules.schedule7 import SCHEDULE_7
from ui.language import N_, _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.fields import ChoiceField, Field
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words
from ui.settings.form.form_desk import Change
from ui.settings.form.form_part import NAME, PROMPT, FormPart

STANDS_FOR: Final = N_("{name} stands for the child’s name.")


class StepsPart(FormPart):
    """One step is open at a time."""

    def build(self) -> None:
        """Make the choice of a step, and what can be changed of it."""
        self.step_id = self.form.steps[0].id
        self.step = ChoiceField(_("Step"))
        self.step.let_shrink()
        self.step.setObjectName("step")
        self.step.control.setObjectName("step_box")
        self.up = SmallButton(_("Move up"), "arrow-up")
        self.down = SmallButton(_("Move down"), "arrow-down")
        self.new = SmallButton(_("Add a step"), "plus")
        for name, button in (("up", self.up), ("down", self.down), ("new", self.new)):
            button.setObjectName(f"step_{name}")
        self.columns = ChipGroup(_("Notes here usually go under"), several=True)
        matters = [(key, f"{key} {_(each.short_name)}") for key, each in SCHEDULE_7.items()]
        self.matters = ChipGroup(_("Matters of Schedule 7"), matters, several=True)
        self.kinds = ChipGroup(_("Kinds of review with this step"), several=True)
        for name, chips in (
            ("columns", self.columns),
            ("matters", self.matters),
            ("kinds", self.kinds),
        ):
            chips.setObjectName(f"step_{name}")
        self._lay_out()
        self.step.chosen.connect(self._open)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.new.clicked.connect(self._add)
        self.columns.chosen_changed.connect(self._set_columns)
        self.matters.chosen_changed.connect(self._set_matters)
        self.kinds.chosen_changed.connect(self._set_kinds)

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap_across=8, gap_down=8)
        for button in (self.up, self.down, self.new):
            buttons.addWidget(button)
        card = Card()
        card.column.addWidget(self._line("name", _("Name of the step"), NAME))
        card.column.addWidget(self._line("adult_prompt", _("Question for adults"), PROMPT))
        card.column.addWidget(self._line("child_prompt", _("Question for the child"), PROMPT))
        card.column.addWidget(Words(_(STANDS_FOR), "small", "ink2", wrap=True))
        for words, chips in (
            (_("Notes here usually go under"), self.columns),
            (_("Matters of Schedule 7 that are considered here"), self.matters),
            (_("Kinds of review that have this step"), self.kinds),
        ):
            card.column.addSpacing(6)
            card.column.addWidget(Words(words, "label", wrap=True))
            card.column.addWidget(chips)
        self.column.addWidget(self.step)
        self.column.addLayout(buttons)
        self.column.addWidget(card)

    def _line(self, field: str, label: str, kind: str) -> Field:
        return self.add_line(
            f"step_{field}",
            label,
            lambda form: str(getattr(form.step[self.step_id], field)),
            lambda form, words: with_step(form, self.step_id, **{field: words}),
            kind,
        )

    @property
    def _now(self) -> FormStep:
        return self.form.step[self.step_id]

    def show_form(self) -> None:
        """Show the step that is open."""
        super().show_form()
        form, order = self.form, [step.id for step in self.form.steps]
        self.step.set_choices([(step.id, _named(step)) for step in form.steps])
        self.step.set_value(self.step_id)
        self.columns.set_choices([(each.key, _(each.name)) for each in form.columns])
        self.columns.choose(*self._now.columns)
        self.matters.choose(*self._now.schedule_7)
        self.kinds.set_choices([(kind.key, _(kind.name)) for kind in form.kinds])
        self.kinds.choose(*(kind.key for kind in form.kinds if self.step_id in kind.steps))
        _offer(self.up, self.step_id != order[0], _("This is the first step."))
        _offer(self.down, self.step_id != order[-1], _("This is the last step."))

    def _open(self, step_id: str) -> None:
        self.flush()
        self.step_id = step_id
        self.show_form()
        self.show_afresh()

    def _move(self, by: int) -> None:
        self._change(lambda form: move_step(form, self.step_id, by))

    def _add(self) -> None:
        self.flush()
        made: list[str] = []

        def add(form: MeetingForm) -> MeetingForm:
            fresh, step_id = add_step(form, _("New step"))
            made.append(step_id)
            return fresh

        if self.form_desk.try_change(add):
            self._open(made[0])
            name = self.findChild(QLineEdit, "step_name_box")
            if name is not None:
                name.setFocus(Qt.FocusReason.OtherFocusReason)
                name.selectAll()

    def _set_columns(self) -> None:
        order = [column.key for column in self.form.columns]
        chosen = tuple(key for key in order if key in self.columns.all_chosen())
        self._change(lambda form: with_step(form, self.step_id, columns=chosen))

    def _set_matters(self) -> None:
        chosen = tuple(key for key in SCHEDULE_7 if key in self.matters.all_chosen())
        self._change(lambda form: with_step(form, self.step_id, schedule_7=chosen))

    def _set_kinds(self) -> None:
        chosen = self.kinds.all_chosen()
        self._change(lambda form: put_step_in(form, self.step_id, chosen))

    def _change(self, change: Change) -> None:
        """Change the form; what is refused is shown as it was."""
        if not self.form_desk.try_change(change):
            self.show_form()


def _offer(button: SmallButton, can: bool, why_not: str) -> None:
    if can:
        button.turn_on()
    else:
        button.turn_off(why_not)


def _named(step: FormStep) -> str:
    return _("{id}: {name}").format(id=step.id, name=_(step.name))
