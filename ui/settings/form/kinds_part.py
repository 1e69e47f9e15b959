"""The kinds of review: what each is called, and the steps that it has."""

from functools import partial

from models.form import MeetingForm
from models.form_changes import with_kind_name
from models.rules.papers import PAPERS
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.timescales import TIMESCALES
from ui.language import N_, _
from ui.parts.cards import Card
from ui.parts.words import Words
from ui.settings.form.form_part import FormPart

_LETTERS = {
    "review": N_("the usual one."),
    "adoption": N_("it says that it was an adoption review."),
    "placed": N_("it says that it was an adoption review, in a new family."),
    "short_breaks": N_("it speaks of short breaks, not of being looked after."),
    "moving_on": N_("it says that it was the last meeting, why, and whom to ring."),
}


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
            card.column.addWidget(Words(_by_law(key), "small", "ink2", wrap=True))
            self.column.addWidget(card)

    def show_form(self) -> None:
        """Show the names, and the steps in their order."""
        super().show_form()
        for key, words in self.steps.items():
            names = ", ".join(_(step.name) for step in self.form.steps_of(key))
            words.say(_("Steps: {names}").format(names=names))


def _by_law(key: str) -> str:
    """Say what of a kind is not the council's to change: its clock, papers and letter."""
    kind = REVIEW_KINDS[key]
    clocks = ", ".join(_(TIMESCALES[clock].name) for clock in kind.clocks)
    papers = ", ".join(_(PAPERS[paper].name) for paper in kind.papers)
    words = _("Clock: {clocks}. Papers: {papers}. Letter: {letter}")
    said = words.format(clocks=clocks, papers=papers, letter=_(_LETTERS[kind.letter]))
    if kind.in_return:
        return said
    return _("{kind} Not in the national return.").format(kind=said)


def _name(key: str, form: MeetingForm) -> str:
    return form.kind_name(key)


def _with_name(key: str, form: MeetingForm, words: str) -> MeetingForm:
    return with_kind_name(form, key, words)
