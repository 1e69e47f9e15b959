"""What changed between one reader's earlier copy of a paper and the one they get now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from letters.closing_up import is_version
from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.words_of import words_of

_ALIKE: Final = 0.6
_NUMBERED: Final = re.compile(r"^\d{1,3}\.\s+")
_ROW_NUMBER: Final = re.compile(r"^\d{1,3} \| ")
_DECISION: Final = re.compile(r"(\bdecisions? )\d+", re.IGNORECASE)
_NOT_COMPARED: Final = frozenset({"control", "annexe", "changed"})


class How(StrEnum):
    """What became of a line."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """One line that is new, reads otherwise, or is gone, and the heading it stands under.

    `now` is empty for what is gone, and `before` for what is new.
    """

    how: How
    heading: str
    before: str
    now: str


class _Line(NamedTuple):
    """A line as it stands, and as it is compared: without a number that only counts."""

    heading: str
    words: str
    key: str


def compared_words(document: Letter | Minutes | DecisionsSheet) -> str:
    """The words of a paper without what every version has of its own: its day and its number."""
    if isinstance(document, Letter):
        blocks = tuple(each for each in document.blocks if each.key != "L1")
        other = document.other
        if other is not None:
            rest = tuple(each for each in other.blocks if each.key != "L1")
            other = replace(other, blocks=rest)
        return words_of(replace(document, blocks=blocks, other=other))
    if isinstance(document, DecisionsSheet):
        return words_of(
            replace(document, subtitle="", copy_for="", changed=None, standing=None, box=None)
        )
    sections = tuple(each for each in document.sections if each.key not in _NOT_COMPARED)
    facts = tuple(
        tuple(fact for fact in column if not is_version(fact, document.language))
        for column in document.facts
    )
    return words_of(replace(document, sections=sections, facts=facts, copy_for=""))


def what_changed(before: str, now: str, whole: str = "") -> tuple[Change, ...]:
    """What this reader's copy says now that the earlier one did not, line by line.

    `whole` are the words of the paper with nothing left out: what stands there and not in `now`
    is kept from the reader today, and passed over in silence.
    """
    old, new = _lines(before), _lines(now)
    kept_back = _without(_lines(whole), new)
    gone, come = _without(old, new), _without(new, old)
    found: list[Change] = []
    for line in come:
        earlier = _like(line, gone)
        if earlier is None:
            found.append(Change(How.NEW, line.heading, "", line.words))
            continue
        gone.remove(earlier)
        if not (_says_no_more(line, earlier) and _like(earlier, kept_back)):
            found.append(Change(How.CHANGED, line.heading, earlier.words, line.words))
    return (*found, *_gone(gone, kept_back))


def _gone(gone: Sequence[_Line], kept_back: Sequence[_Line]) -> tuple[Change, ...]:
    """What is not there any more for everybody; what is only kept back is not told."""
    return tuple(
        Change(How.GONE, line.heading, line.words, "")
        for line in gone
        if _like(line, kept_back) is None
    )


def _lines(words: str) -> list[_Line]:
    found: list[_Line] = []
    heading = ""
    for each in words.splitlines():
        line = each.strip()
        if _NUMBERED.match(line):
            heading = _NUMBERED.sub("", line)
        elif line:
            said = _ROW_NUMBER.sub("", line)
            found.append(_Line(heading, said, _DECISION.sub(r"\1#", said)))
    return found


def _without(lines: Sequence[_Line], others: Sequence[_Line]) -> list[_Line]:
    """The lines that the others do not have, each as often as it is missing."""
    there: dict[str, int] = {}
    for other in others:
        there[other.key] = there.get(other.key, 0) + 1
    left = []
    for line in lines:
        if there.get(line.key, 0):
            there[line.key] -= 1
        else:
            left.append(line)
    return left


def _like(line: _Line, others: Sequence[_Line]) -> _Line | None:
    """The line among others that says most nearly the same under its heading."""
    best, most = None, _ALIKE
    for other in others:
        if other.heading != line.heading:
            continue
        matcher = SequenceMatcher(None, line.key, other.key, autojunk=False)
        if matcher.quick_ratio() >= most and (alike := matcher.ratio()) >= most:
            best, most = other, alike
    return best


def _says_no_more(now: _Line, before: _Line) -> bool:
    """Whether every word of a line stood in the earlier one."""
    return set(now.key.split()) <= set(before.key.split())
