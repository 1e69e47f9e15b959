"""That nothing restricted or private stands in a letter, not even a sentence of it."""

import re
from collections.abc import Iterator

from letters.checks.concern import Checked, Concern
from models.problems import N_

_SENTENCE = re.compile(r"[^.!?…;:\n]+")
_WORD = re.compile(r"\w+", re.UNICODE)
FEWEST_WORDS = 4
"""A stretch shorter than this is found only where it is a whole sentence of the letter."""


def restricted_words(checked: Checked) -> Iterator[Concern]:
    """A sentence of a restricted note or decision, or of what the child asked to keep private."""
    secret = {said for text in _kept_back(checked) for said in _said(text)}
    if not secret:
        return
    for line in checked.lines:
        whole = f" {_flat(line.paragraph.text)} "
        own = set(_said(line.paragraph.text))
        if any(
            said in own or (said.count(" ") >= FEWEST_WORDS - 1 and f" {said} " in whole)
            for said in secret
        ):
            said = N_("These words are restricted or private, and must not be in the letter")
            found = line.concern("restricted", said)
            yield Concern(found.key, found.check, found.words, found.values, found.block,
                          found.source, can_be_set_aside=False)  # fmt: skip


def _kept_back(checked: Checked) -> Iterator[str]:
    sheet = checked.sheet
    for note in sheet.notes:
        if note.restricted:
            yield from (note.words, note.detail, note.letter_words)
    for decision in (*sheet.decisions, *sheet.earlier_decisions):
        if decision.restricted:
            yield from (decision.what, decision.why, decision.letter_words)
    for wish in sheet.wishes:
        if wish.private:
            yield from (wish.words, wish.answer)
    for answer in sheet.scale_answers:
        if answer.private:
            yield from (answer.reason, answer.one_more)


def _said(text: str) -> Iterator[str]:
    """Each sentence as plain words, without case, marks and spacing; single words are too few."""
    for sentence in _SENTENCE.findall(text):
        flat = _flat(sentence)
        if " " in flat:
            yield flat


def _flat(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))
