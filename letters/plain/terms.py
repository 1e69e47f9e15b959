"""The terms of the glossary as data: their forms, and what is said in place of each."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import resources
from letters.plain.suggestion import Mode


class Hold(StrEnum):
    """When the words for a form may be put in its place without asking."""

    ALWAYS = "="
    NOT_BEFORE_A_NOUN = ">"
    NEVER = "~"


class Takes(StrEnum):
    """Which word before the term goes with it.

    NONE: the new words stand just where the old ones did, and a or an follows them. A: they
    can have no a or an, as in "help". THE: they are whole, as in "your plan", and take the
    place of "the care plan", "a care plan" and "your care plan". NAME: they are people by their
    names, before whom no article stands.
    """

    NONE = ""
    A = "*"
    THE = "^"
    NAME = "@"


_HOLDS = frozenset(Hold)


@dataclass(frozen=True)
class Said:
    """What is said in place of one form. Empty `words`: nobody but the writer can say."""

    words: str
    hold: Hold = Hold.NEVER
    takes: Takes = Takes.NONE


@dataclass(frozen=True)
class Term:
    """One hard word, its other forms, and plain words for it.

    `everyday_forms` mean something else as well ("order", "visit"): they may be pointed out,
    and are never explained or replaced unasked. Those that are mostly said `at_home` are no
    warning before a letter goes out. `said` is what is said for a form.
    """

    term: str
    forms: tuple[str, ...]
    plain_words: str
    mode: Mode
    everyday_forms: frozenset[str] = frozenset()
    said: tuple[tuple[str, Said], ...] = ()
    at_home: frozenset[str] = frozenset()

    def said_for(self, form: str) -> Said:
        """What is said in place of this form."""
        return next((said for each, said in self.said if each == form), Said(""))


@cache
def terms() -> tuple[Term, ...]:
    """Every term that Waymark brings. Source: domain reference 5.9."""
    rows = csv.DictReader(io.StringIO(resources.text("glossary.csv")))
    return tuple(
        Term(
            row["term"],
            tuple(_listed(row["forms"])),
            row["plain_words"],
            Mode(row["mode"]),
            frozenset(_listed(row["everyday_forms"])),
            tuple(_said(each) for each in _listed(row["said"])),
            frozenset(_listed(row["at_home"])),
        )
        for row in rows
    )


@cache
def everyday_forms() -> frozenset[str]:
    """Every form, in small letters, that is also said at home."""
    return frozenset(form.lower() for term in terms() for form in term.everyday_forms)


def _listed(cell: str) -> Iterable[str]:
    return filter(None, cell.split("; "))


def _said(written: str) -> tuple[str, Said]:
    """Read such as "care plan=^your plan"; the signs are those of Hold and Takes."""
    place = next(place for place, sign in enumerate(written) if sign in _HOLDS)
    form, hold, words = written[:place], Hold(written[place]), written[place + 1 :]
    takes = Takes(words[0]) if words[:1] in {Takes.A, Takes.THE} else Takes.NONE
    return form, Said(words.removeprefix(takes), hold, takes)
