"""What the columns and the kinds of answer are called, and whether the prompts are shown."""

from dataclasses import replace
from functools import partial

from models.form import MeetingForm, shipped_form
from models.form_changes import names_of, with_column_name, with_names, with_sort_name
from models.rules.note_sorts import NAME_SETS
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Words
from ui.settings.form.form_desk import Change
from ui.settings.form.form_part import FormPart


class NamesPart(FormPart):
    """Two ready sets of names, each of which may be changed word by word."""

    def build(self) -> None:
        """Make the choice, the ticks and the names."""
        choices = [(key, _(each.name)) for key, each in NAME_SETS.items()]
        self.names = RoundChoices(_("Names of the columns"), choices)
        self.names.setObjectName("names")
        self.own = Words(_("Your own names are in use."), "small", "ink2", wrap=True)
        self.adult_prompts = Tick(_("Show the questions for adults"))
        self.adult_prompts.setObjectName("adult_prompts")
        self.child_prompts = Tick(_("Show the questions for the child"))
        self.child_prompts.setObjectName("child_prompts")
        self.column.addWidget(self.names)
        self.column.addWidget(self.own)
        for column in self.form.columns:
            self._add_column(column.key)
        self.column.addWidget(Words(_("Questions in each step"), "h3", wrap=True))
        self.column.addWidget(self.adult_prompts)
        self.column.addWidget(self.child_prompts)
        self.names.chosen_changed.connect(self._use_names)
        self.adult_prompts.toggled.connect(
            lambda on: self._change(lambda form: replace(form, adult_prompts=on))
        )
        self.child_prompts.toggled.connect(
            lambda on: self._change(lambda form: replace(form, child_prompts=on))
        )

    def _add_column(self, key: str) -> None:
        usual = shipped_form()
        name = self.add_line(
            f"column_{key}",
            _("Column: {name}").format(name=_(usual.column[key].name)),
            lambda form: form.column[key].name,
            lambda form, words: with_column_name(form, key, words),
        )
        self.column.addSpacing(8)
        self.column.addWidget(name)
        beside = FieldsLayout()
        for sort, _words in self.form.column[key].sorts:
            label = _("In it: {name}").format(name=_(usual.sort_names[sort]))
            read, write = partial(_sort_name, sort), partial(_with_sort, sort)
            beside.add(self.add_line(f"sort_{sort}", label, read, write))
        self.column.addLayout(beside)

    def show_form(self) -> None:
        """Show the names and the ticks."""
        super().show_form()
        names = names_of(self.form)
        if names:
            self.names.choose(names)
        self.own.setVisible(not names)
        for tick, on in (
            (self.adult_prompts, self.form.adult_prompts),
            (self.child_prompts, self.form.child_prompts),
        ):
            blocked = tick.blockSignals(True)
            tick.setChecked(on)
            tick.blockSignals(blocked)

    def _use_names(self, names: str) -> None:
        self.flush()
        self._change(lambda form: with_names(form, names))
        self.show_afresh()

    def _change(self, change: Change) -> None:
        self.form_desk.try_change(change)
        self.show_form()


def _sort_name(sort: str, form: MeetingForm) -> str:
    return form.sort_names[sort]


def _with_sort(sort: str, form: MeetingForm, words: str) -> MeetingForm:
    return with_sort_name(form, sort, words)
