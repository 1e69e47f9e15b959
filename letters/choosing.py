"""How many lines a letter takes from the record by itself; the others stand aside for the IRO.

Source: domain reference 5.3 and 5.4.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from letters.bands import Band
from letters.letter import LeftOut, LetterBlock
from letters.paragraph import Paragraph
from letters.writing import Writing
from models.review_sheet import DecisionOnSheet, NoteOnSheet

T = TypeVar("T", NoteOnSheet, DecisionOnSheet)


@dataclass(frozen=True)
class Holds:
    """How many good things, worries, steps, and wishes for the next time one design holds."""

    going_well: int
    worry: int
    steps: int = 5
    next: int = 2

    def of(self, column: str) -> int:
        """How many notes of a column."""
        return {"going_well": self.going_well, "worry": self.worry, "next": self.next}[column]


HOLDS: Mapping[Band, Holds] = MappingProxyType(
    {
        Band.U: Holds(going_well=2, worry=1, steps=3, next=0),
        Band.A: Holds(going_well=2, worry=1, steps=2, next=0),
        Band.B: Holds(going_well=4, worry=2, next=1),
        Band.C: Holds(going_well=6, worry=4),
        Band.D: Holds(going_well=6, worry=4),
        Band.E: Holds(going_well=3, worry=1, steps=3, next=0),
    }
)
_BLOCKS = MappingProxyType({"L5": "going_well", "L6": "worry", "L7": "next"})
_MUCH_ASKED, _MUCH_SAID = 3, 25
"""So many requests leave a letter to the youngest room for one step; so many words of the
child's own, for one good thing."""
STEPS_ALONE = 5
"""How many steps a letter holds that tells of little else. Source: domain reference 5.3, L7."""


def holds_of(writing: Writing) -> Holds:
    """What the letter being written holds: less where a small child said or asked for much."""
    holds = HOLDS[writing.band]
    if writing.band is not Band.A:
        return holds
    wishes = writing.letter_wishes()
    asked = [each for each in wishes if each.asked_for and each.answer.strip()]
    said_much = sum(len(each.words.split()) for each in wishes) > _MUCH_SAID
    steps = 1 if len(asked) >= _MUCH_ASKED else holds.steps
    return replace(holds, going_well=1, steps=steps) if asked or said_much else holds


def chosen_notes(writing: Writing, column: str) -> tuple[NoteOnSheet, ...]:
    """The notes of a column that the letter takes by itself, and those that were taken in."""
    notes = writing.letter_notes(column)
    return _chosen(writing, notes, notes, holds_of(writing).of(column))


def chosen_decisions(writing: Writing) -> tuple[DecisionOnSheet, ...]:
    """The steps that the letter takes: what the child asked for first, in the order of numbers."""
    asked = {wish.decision_id for wish in writing.letter_wishes() if wish.asked_for}
    decisions = writing.letter_decisions()
    first = sorted(decisions, key=lambda decision: decision.id not in asked)
    return _chosen(writing, decisions, first, _most_steps(writing))


def _most_steps(writing: Writing) -> int:
    return writing.most_steps or holds_of(writing).steps


def _chosen(writing: Writing, rows: Sequence[T], first: Sequence[T], most: int) -> tuple[T, ...]:
    lines = writing.sheet.making.line
    kept = {row.id for row in first[:most]}
    taken = {row.id for row in rows if (line := lines.get(_key(row))) and line.taken_in}
    return tuple(row for row in rows if row.id in kept | taken)


def _key(row: NoteOnSheet | DecisionOnSheet) -> str:
    return f"{'note' if isinstance(row, NoteOnSheet) else 'decision'}/{row.id}"


def standing_aside(writing: Writing, blocks: Sequence[LetterBlock]) -> Iterator[LeftOut]:
    """What the record holds for these blocks and the letter does not take by itself."""
    holds = holds_of(writing)
    for block in blocks:
        if block.key == "L7":
            steps, kept = writing.letter_decisions(), chosen_decisions(writing)
            yield from _aside(writing, block, steps, kept, _most_steps(writing))
        if block.key in _BLOCKS:
            column = _BLOCKS[block.key]
            notes, told = writing.letter_notes(column), chosen_notes(writing, column)
            yield from _aside(writing, block, notes, told, holds.of(column))


def _aside(
    writing: Writing, block: LetterBlock, rows: Sequence[T], kept: Sequence[T], most: int
) -> Iterator[LeftOut]:
    keys = [each.key for each in block.every_paragraph() if each.key]
    told: Callable[[T], Paragraph] = writing.told
    before = ""
    for row in rows:
        key = _key(row)
        if row in kept:
            before = next((each for each in reversed(keys) if _is_of(each, key)), before)
            continue
        yield LeftOut(block.key, block.heading, before, replace(told(row), key=key), "", most)
        before = key


def _is_of(key: str, row: str) -> bool:
    return key == row or key.startswith(f"{row}/")
