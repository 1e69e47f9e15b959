"""Hard words: finds the terms of the glossary in plain text, with the words a child knows."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

import resources
from letters.engine.pace import breathe

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_ENDINGS = ("'s", "s'", "s")


class Mode(StrEnum):
    """What to do with a hard word. Source: domain reference 5.9."""

    SWAP = "swap"
    EXPLAIN = "explain"
    AVOID = "avoid"


@dataclass(frozen=True)
class Term:
    """One hard word, its other forms, and plain words for it.

    `everyday_forms` mean something else as well ("order", "visit"): they may be pointed out,
    and are never explained or replaced unasked.
    """

    term: str
    forms: tuple[str, ...]
    plain_words: str
    mode: Mode
    everyday_forms: frozenset[str]


@dataclass(frozen=True)
class HardWord:
    """A term where it stands in a text; `form` is the glossary's spelling of it."""

    term: Term
    form: str
    start: int
    end: int

    @property
    def has_everyday_meaning(self) -> bool:
        """Whether these very words are also said at home."""
        return self.form in self.term.everyday_forms


@dataclass
class _Branch:
    """The terms that go on from here, by their next word."""

    after: dict[str, "_Branch"] = field(default_factory=dict)
    ends: tuple[Term, str] | None = None


@cache
def terms() -> tuple[Term, ...]:
    """Every term of the glossary."""
    rows = csv.DictReader(io.StringIO(resources.text("jargon.csv")))
    return tuple(
        Term(
            row["term"],
            tuple(row["forms"].split("; ")),
            row["plain_words"],
            Mode(row["mode"]),
            frozenset(filter(None, row["everyday_forms"].split("; "))),
        )
        for row in rows
    )


def hard_words(text: str) -> Iterator[HardWord]:
    """Find the terms in a text: whole words, the longest first, acronyms by their capitals."""
    breathe()
    found = [(word.group().replace("’", "'"), word.start(), word.end()) for word in
             _WORD.finditer(text)]  # fmt: skip
    place = 0
    while place < len(found):
        match = _longest([word for word, _start, _end in found[place : place + 6]])
        if match is None:
            place += 1
            continue
        (term, form), length = match
        yield HardWord(term, form, found[place][1], found[place + length - 1][2])
        place += length


def _longest(words: list[str]) -> tuple[tuple[Term, str], int] | None:
    branch, best = _glossary(), None
    for length, word in enumerate(words, start=1):
        last = next((one for one in _endless(word, branch) if one.ends), None)
        if last is not None and last.ends is not None:
            best = last.ends, length
        onward = _step(branch, word)
        if onward is None:
            break
        branch = onward
    return best


def _endless(word: str, branch: _Branch) -> Iterator[_Branch]:
    """The branches of a last word as it is, and without an ending that may be added to it."""
    bare = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    for form in (word, *bare):
        onward = _step(branch, form)
        if onward is not None:
            yield onward


def _step(branch: _Branch, word: str) -> _Branch | None:
    return branch.after.get(word) or branch.after.get(word.lower())


@cache
def _glossary() -> _Branch:
    first = _Branch()
    for term in terms():
        for form in term.forms:
            branch = first
            for word in _WORD.findall(form):
                key = word if _is_acronym(word) else word.lower()
                branch = branch.after.setdefault(key, _Branch())
            branch.ends = (term, form)
    return first


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1
