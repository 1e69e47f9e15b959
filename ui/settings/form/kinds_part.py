"""The kinds of review: what each is called, and the steps that it has."""

from functools import partial

from models.form import MeetingForm
from models.form_changes import with_kind_name
from ui.language import _
from ui.parts.cards import Card
from ui.parts.words import Words
from ui.settings.form.form_part import FormPart


class KindsPart(FormPart):
    """The clocks and papers of a kind are law and stay; its name and its steps may change."""

    def build(self) -> None:
        """Make a card for each kind."""
        told = _("Which kinds of review have a step is said at the step.")
        self.column.addWidget(Words(told, wrap=True))
        self.steps: dict[str, Words] = {}
        for kind in self.form.kinds:
            key = kind.key
            name = self.add_line(
                f"kind_{key}", _("Kind of review"), partial(_name, key), partial(_with_name, key)
            )
            self.steps[key] = Words("", "small", "ink2", wrap=True)
            card = Card()
            card.column.addWidget(name)
            card.column.addWidget(self.steps[key])
            self.column.addWidget(card)

    def show_form(self) -> None:
        """Show the names, and the steps in their order."""
        super().show_form()
        for key, words in self.steps.items():
            names = ", ".join(_(step.name) for step in self.form.steps_of(key))
            words.say(_("Steps: {names}").format(names=names))


def _name(key: str, form: MeetingForm) -> str:
    return form.kind_name(key)


def _with_name(key: str, form: MeetingForm, words: str) -> MeetingForm:
    return with_kind_name(form, key, words)
