"""The decisions of the minutes beside those of the letter, and why one is in only one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from letters.letter import Letter
from models.problems import N_
from models.review_sheet import DecisionOnSheet, ReviewSheet


class WhyNot(StrEnum):
    """Why a decision is in the minutes and not in the letter, or a step in the letter alone."""

    NOT_MISSING = ""
    LEFT_OUT = "left_out"
    BEYOND_ROWS = "beyond_rows"
    RESTRICTED = "restricted"
    SWITCHED_OFF = "switched_off"
    ONLY_IN_LETTER = "only_in_letter"


WHY_NOT: Mapping[WhyNot, str] = MappingProxyType(
    {
        WhyNot.LEFT_OUT: N_("Left out of the letter: {why}"),
        WhyNot.BEYOND_ROWS: N_("The letter shows only the first steps, and says how many more."),
        WhyNot.RESTRICTED: N_("Restricted, so it is never in the letter."),
        WhyNot.SWITCHED_OFF: N_("Not marked for the letter, and nobody has said why."),
        WhyNot.ONLY_IN_LETTER: N_("The letter says this, and no decision does."),
    }
)
"""Each reason in words; {why} is what the IRO gave."""


@dataclass(frozen=True)
class Compared:
    """One decision: whether the letter tells it, and if not why.

    What only the letter says has no number, and the id of its note. `key` is its line's.
    """

    number: int | None
    id: str
    key: str
    what: str
    in_letter: bool
    why_not: WhyNot = WhyNot.NOT_MISSING
    why: str = ""


def decisions_compared(sheet: ReviewSheet, letter: Letter) -> tuple[Compared, ...]:
    """Every decision of the review by its number, then every next step that is none."""
    told = _told(letter)
    return (
        *(_compared(decision, letter, told) for decision in sheet.decisions),
        *_only_in_letter(sheet, told),
    )


def _compared(decision: DecisionOnSheet, letter: Letter, told: frozenset[str]) -> Compared:
    key = f"decision/{decision.id}"
    found = Compared(decision.number, decision.id, key, decision.what, key in told)
    if found.in_letter:
        return found
    why_not, why = _why_not(decision, letter, key)
    return Compared(found.number, found.id, key, found.what, False, why_not, why)


def _why_not(decision: DecisionOnSheet, letter: Letter, key: str) -> tuple[WhyNot, str]:
    aside = next((each for each in letter.left_out if each.paragraph.key == key), None)
    if decision.restricted:
        return WhyNot.RESTRICTED, ""
    if aside is not None:
        return (
            (WhyNot.BEYOND_ROWS, "") if aside.holds is not None else (WhyNot.LEFT_OUT, aside.why)
        )
    if not decision.in_letter:
        return WhyNot.SWITCHED_OFF, ""
    return WhyNot.BEYOND_ROWS, ""


def _only_in_letter(sheet: ReviewSheet, told: frozenset[str]) -> Iterator[Compared]:
    """Notes told as next steps, which are the note of no decision."""
    decided = {decision.note_id for decision in sheet.decisions}
    for note in sheet.notes_in("next"):
        key = f"note/{note.id}"
        if key in told and note.id not in decided:
            yield Compared(None, note.id, key, note.words, True, WhyNot.ONLY_IN_LETTER)


def _told(letter: Letter) -> frozenset[str]:
    """The keys of the lines that stand in the letter, and the decisions that answer a request."""
    lines = [each for each in letter.every_paragraph() if each.gap is None]
    answers = (each.source for each in lines if each.key.endswith("/answer") and each.source)
    return frozenset(
        (
            *(each.key for each in lines if each.key),
            *(f"decision/{each.row_id}" for each in answers if each.table == "decision"),
        )
    )
