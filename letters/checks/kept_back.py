"""What of a review is kept back from the letter, and what is told openly."""

from collections.abc import Iterator
from typing import NamedTuple

from models.review_sheet import ReviewSheet


class Open(NamedTuple):
    """A text that is told openly, and the row in which it stands."""

    row_id: str
    words: str


def kept_back(sheet: ReviewSheet) -> Iterator[str]:
    """Every text that is restricted, or that the child asked to keep private."""
    for note in sheet.notes:
        if note.restricted:
            yield from (note.words, note.detail, note.letter_words)
    for decision in (*sheet.decisions, *sheet.earlier_decisions):
        if decision.restricted:
            yield from (decision.what, decision.why, decision.letter_words)
    for wish in sheet.wishes:
        if wish.private:
            yield from (wish.words, wish.answer)
    for answer in (*sheet.scale_answers, *sheet.earlier_scale_answers):
        if answer.private:
            yield from (answer.reason, answer.one_more)


def told_openly(sheet: ReviewSheet) -> Iterator[Open]:
    """Notes, decisions and wishes that anybody at the meeting may read."""
    for note in sheet.notes:
        if not note.restricted:
            yield from (Open(note.id, each) for each in (note.words, note.detail))
    for decision in (*sheet.decisions, *sheet.earlier_decisions):
        if not decision.restricted:
            yield from (Open(decision.id, each) for each in (decision.what, decision.why))
    for wish in sheet.wishes:
        if not wish.private:
            yield from (Open(wish.id, each) for each in (wish.words, wish.answer))
