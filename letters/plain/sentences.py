"""Sentences and words of a text, where they stand, without names, dates and numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)[.?!…]+[”’\"')\]»]*(?=\s|$)|\n+"
)
_OF = re.compile(r"['’]s?$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE_OR_NUMBER = re.compile(
    rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?\s*)?\d{{1,2}}(?:st|nd|rd|th)?\s"
    rf"(?:{_MONTHS})(?:\s\d{{4}})?|\b\d[\d:. ]*\d(?:am|pm)?\b|\b\d+(?:am|pm|st|nd|rd|th)?\b"
)


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text, from `start` to just before `end`."""

    start: int
    end: int
    text: str


def sentences_in(text: str) -> Iterator[Stretch]:
    """Each sentence where it stands, without the space round it."""
    start = 0
    for stop in SENTENCE_END.finditer(text):
        yield from _stripped(text, start, stop.end())
        start = stop.end()
    yield from _stripped(text, start, len(text))


def words_in(text: str) -> Iterator[Stretch]:
    """Each word where it stands."""
    for word in WORD.finditer(text):
        yield Stretch(word.start(), word.end(), word.group())


def parts_of(names: Iterable[str]) -> frozenset[str]:
    """The single words of names."""
    return frozenset(part for name in names for part in WORD.findall(name))


def without_ending(word: str) -> str:
    """A word without the 's of somebody to whom a thing belongs."""
    return _OF.sub("", word)


def is_sentence_start(text: str, place: int) -> bool:
    """Whether a sentence begins here, if only after a bullet or an opening bracket."""
    before = text[:place].rstrip(" \t([-–—•*")
    if not before or before[-1] == "\n":
        return True
    before = before.rstrip("”’\"')]»")
    return bool(before) and before[-1] in ".?!…" and SENTENCE_END.search(before) is not None


def _stripped(text: str, start: int, end: int) -> Iterator[Stretch]:
    part = text[start:end]
    bare = part.strip()
    if WORD.search(bare):
        begin = start + part.index(bare)
        yield Stretch(begin, begin + len(bare), bare)
