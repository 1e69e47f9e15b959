"""What is written about a child on their page: each fact, what it is called, how it is typed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from models.review_sheet import ChildOnSheet
from models.rules.legal_status import LEGAL_STATUSES
from ui.language import N_, _, date_in_words

LINE, TEXT, CHOICE, DAY = "line", "text", "choice", "day"

LETTER_COLOURS: Final = (
    ("green", N_("Green")),
    ("plum", N_("Plum")),
    ("blue", N_("Blue")),
    ("lake", N_("Lake blue")),
    ("brown", N_("Brown")),
    ("ink", N_("Black")),
)


@dataclass(frozen=True)
class Fact:
    """One fact: its field, its label with {name} in it, how it is typed, and a hint."""

    field: str
    label: str
    kind: str = LINE
    hint: str = ""

    def label_for(self, name: str) -> str:
        """Say what it is, of this child."""
        return _(self.label).format(name=name)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Give what can be chosen, as (key, words)."""
        if self.field == "letter_colour":
            return tuple((key, _(words)) for key, words in LETTER_COLOURS)
        return tuple(
            (status.code, _("{code} {words}").format(code=status.code, words=status.official))
            for status in LEGAL_STATUSES.values()
        )

    def said(self, child: ChildOnSheet) -> str:
        """Say what is written, or nothing."""
        value = getattr(child, self.field)
        if isinstance(value, date):
            return date_in_words(value)
        if self.kind == CHOICE:
            return dict(self.choices()).get(str(value), str(value or ""))
        return str(value or "")


FACTS: Final = (
    Fact("lives_with", N_("Lives with"), TEXT),
    Fact("lives_there_since", N_("Living there since"), DAY),
    Fact("plan", N_("Plan"), TEXT),
    Fact("school", N_("School"), TEXT),
    Fact("chosen_name", N_("Likes to be called")),
    Fact("pronouns", N_("Pronouns"), LINE, N_("Such as she/her, he/him or they/them")),
    Fact("first_language", N_("First language")),
    Fact("interpreter", N_("Interpreter"), LINE, N_("Leave this empty when none is needed")),
    Fact("communication", N_("How {name} communicates"), TEXT),
    Fact("what_helps", N_("What helps {name}"), TEXT),
    Fact("letter_wishes", N_("Letters to {name}"), TEXT),
    Fact("letter_colour", N_("The colour of the letter"), CHOICE),
    Fact("chosen_words", N_("Words {name} chose"), TEXT),
    Fact("legal_status", N_("Legal status"), CHOICE),
    Fact("legal_status_from", N_("Legal status since"), DAY),
    Fact("born_on", N_("Date of birth"), DAY),
    Fact("social_worker", N_("Social worker")),
    Fact("team", N_("Team")),
)
