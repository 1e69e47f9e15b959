"""What is restricted and who is told what, as frozen values of a review's sheet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ProtectedFactOnSheet:
    """A fact of the child that some readers must never find."""

    id: str
    kind: str
    words: str
    also_written: tuple[str, ...]
    person_id: str | None
    tag: str
    hidden_from: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class RestrictionOnSheet:
    """The tags of one field, or of a whole row where `field` is empty."""

    id: str
    of_table: str
    row_id: str
    field: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class RecipientOnSheet:
    """What was changed for one reader; `cuts` is None where the rule stands."""

    id: str
    reader: str
    letter: str
    decisions: str
    record: str
    cuts: tuple[str, ...] | None
    way: str
    address: str
    email: str
    as_word: bool
    agreed: str
    why: str


@dataclass(frozen=True)
class CopyChangeOnSheet:
    """Words that one reader's copies leave out, or keep against the rule."""

    id: str
    reader: str
    of_table: str
    row_id: str
    field: str
    words: str
    leave_out: bool
    why: str


@dataclass(frozen=True)
class DisclosureAnswerOnSheet:
    """Why one find of the check may go to its reader."""

    id: str
    reader: str
    document: str
    hit: str
    why: str
    created_by: str


@dataclass(frozen=True)
class ManagerReplyOnSheet:
    """One answer of the team manager, to all decisions or to one."""

    id: str
    decision_id: str | None
    version: int
    reply: str
    on: date
    who: str
    words: str
    settled: str
    settled_on: date | None
    answer: str
    dispute_id: str | None


@dataclass(frozen=True)
class DecisionChangeOnSheet:
    """How a decision stood before it was amended."""

    id: str
    decision_id: str
    what_happened: str
    version: int
    on: date
    by: str
    reason: str
    what: str
    who: str
    by_when: date | None
    why: str
    how_we_will_know: str
