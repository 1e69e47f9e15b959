"""What a fact of a step is: how it is answered, and of whom it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.rules.marking import N_

SOURCE = "Care Planning Regulations 2010, Schedule 7; domain reference 3.1 and 4.5"


class FactKind(StrEnum):
    """How a fact is answered."""

    TEXT = "text"
    LINE = "line"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


Choices = tuple[tuple[str, str], ...]
YES_OR_NO: Choices = (("yes", N_("Yes")), ("no", N_("No")))


@dataclass(frozen=True, kw_only=True)
class FactAsked:
    """One fact of one step; every one may stay empty. `{name}` in a hint is the child's name.

    Units: `from_age` and `until_age` are whole years, both included. `not_for` names the kinds
    of review that do not ask it.
    """

    key: str
    step: str
    area: str
    label: str
    kind: FactKind = FactKind.LINE
    choices: Choices = ()
    schedule_7: tuple[str, ...] = ()
    from_age: int = 0
    until_age: int | None = None
    hint: str = ""
    not_for: tuple[str, ...] = ()
    source: str = SOURCE

    @property
    def answers(self) -> Choices:
        """The answers to choose from, as (key, words); none where it is written."""
        return YES_OR_NO if self.kind is FactKind.YES_NO else self.choices

    @property
    def answer_words(self) -> Mapping[str, str]:
        """What each answer is called."""
        return dict(self.answers)

    def is_asked(self, age: int, kind_of_review: str) -> bool:
        """Whether it is asked of a child of this age at this kind of review."""
        too_old = self.until_age is not None and age > self.until_age
        return age >= self.from_age and not too_old and kind_of_review not in self.not_for
