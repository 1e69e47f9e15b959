"""The scales: what each is called, and what 0 and 10 mean."""

from functools import partial

from models.form import FormScale, MeetingForm
from models.form_changes import with_scale
from ui.language import _
from ui.parts.cards import Card
from ui.parts.words import Words
from ui.settings.form.form_part import NAME, SENTENCE, FormPart


class ScalesPart(FormPart):
    """A card for each scale."""

    def build(self) -> None:
        """Make the cards."""
        told = _("Each person gives a number. Numbers are kept one by one and never averaged.")
        self.column.addWidget(Words(told, wrap=True))
        self._cards: dict[str, Card] = {}

    def show_form(self) -> None:
        """Show each scale, with a card for those that are new."""
        for scale in self.form.scales:
            if scale.key not in self._cards:
                self._add_card(scale)
        super().show_form()

    def _add_card(self, scale: FormScale) -> None:
        card = self._cards[scale.key] = Card()
        for field, label, kind in (
            ("name", _("Name of the scale"), NAME),
            ("zero", _("0 means"), SENTENCE),
            ("ten", _("10 means"), SENTENCE),
        ):
            key = f"scale_{scale.key}_{field}"
            read, write = partial(_read, scale.key, field), partial(_write, scale.key, field)
            card.column.addWidget(self.add_line(key, label, read, write, kind))
        self.column.addWidget(card)


def _read(key: str, field: str, form: MeetingForm) -> str:
    return str(getattr(form.scale[key], field)) if key in form.scale else ""


def _write(key: str, field: str, form: MeetingForm, words: str) -> MeetingForm:
    return with_scale(form, key, **{field: words})
