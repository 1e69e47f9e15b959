"""Worry statements with their goals, and the bottom lines, as one review has them."""

from dataclasses import dataclass
from typing import Final

from models.problems import N_
from models.review_sheet import NoteOnSheet, ReviewSheet
from models.rules.note_sorts import Sort

MANY: Final = 3
"""About as many worry statements as one review can hold. Source: domain reference 4.1."""


@dataclass(frozen=True)
class WorryPair:
    """A worry statement with the goal that answers it, if one is written."""

    worry: NoteOnSheet
    goal: NoteOnSheet | None

    @property
    def scale(self) -> str:
        """The key of its own scale."""
        return self.worry.scale


def worry_pairs(sheet: ReviewSheet) -> tuple[WorryPair, ...]:
    """The worry statements of this review in their order, each with its goal."""
    return _pairs(sheet.notes)


def to_carry_on(sheet: ReviewSheet) -> tuple[WorryPair, ...]:
    """The worry statements of the review before that are not carried on in this one."""
    here = {pair.scale for pair in worry_pairs(sheet)}
    return tuple(pair for pair in _pairs(sheet.mapped_last_time) if pair.scale not in here)


def goals(sheet: ReviewSheet) -> tuple[NoteOnSheet, ...]:
    """Every goal of this review, in order."""
    return tuple(note for note in sheet.notes if _is_goal(note))


def free_goals(sheet: ReviewSheet) -> tuple[NoteOnSheet, ...]:
    """The goals that no worry statement has yet."""
    taken = {pair.goal.id for pair in worry_pairs(sheet) if pair.goal}
    return tuple(goal for goal in goals(sheet) if goal.id not in taken)


def bottom_lines(sheet: ReviewSheet) -> tuple[NoteOnSheet, ...]:
    """What must be so whatever else is agreed, in order."""
    return tuple(
        note for note in sheet.notes if note.sort == Sort.BOTTOM_LINE and note.column == "next"
    )


def pair_of(sheet: ReviewSheet, note_id: str) -> WorryPair | None:
    """The pair that a note is half of."""
    return next(
        (
            pair
            for pair in worry_pairs(sheet)
            if note_id in (pair.worry.id, pair.goal.id if pair.goal else "")
        ),
        None,
    )


def said_when_removed(sheet: ReviewSheet, note_id: str) -> str:
    """A sentence on what a removal does to the other half of a pair; marked, not translated."""
    pair = pair_of(sheet, note_id)
    if pair is None:
        return N_("The note was removed.")
    if pair.goal is not None and note_id == pair.goal.id:
        return N_("The goal was removed. Its worry statement stays, without a goal.")
    if pair.goal is not None:
        return N_("The worry statement was removed with its scale. Its goal stays, on its own.")
    return N_("The worry statement was removed with its scale.")


def _pairs(notes: tuple[NoteOnSheet, ...]) -> tuple[WorryPair, ...]:
    found = {note.id: note for note in notes if _is_goal(note)}
    return tuple(
        WorryPair(note, found.get(note.goal_id or ""))
        for note in notes
        if note.sort == Sort.WORRY_STATEMENT and note.column == "worry"
    )


def _is_goal(note: NoteOnSheet) -> bool:
    return note.sort == Sort.GOAL and note.column == "next"
