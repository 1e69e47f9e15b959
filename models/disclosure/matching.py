"""Finds facts in a text in whatever form they are written: one pass over the text for all."""

from dataclasses import dataclass
from functools import lru_cache

RESTRICTED, OTHER_CHILD = "restricted", "other_child"


@dataclass(frozen=True)
class Sought:
    """One thing that must not be found: a fact, a restricted passage, another child's name.

    `kind` is a FactKind value, RESTRICTED or OTHER_CHILD; `also` are other ways to write it.
    """

    key: str
    kind: str
    words: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """Where something stands in a text: from `start` up to `end`, in characters."""

    key: str
    start: int
    end: int
    how: str


class Finder:
    """What is looked for, made ready once."""

    def __init__(self, sought: tuple[Sought, ...], known: frozenset[str]) -> None:
        self._sought, self._known = sought, known

    def find(self, text: str) -> tuple[Found, ...]:
        """Each place where something stands, in the order of the text."""
        low = text.casefold()
        return tuple(
            Found(each.key, at, at + len(each.words), "exact")
            for each in self._sought
            if (at := low.find(each.words.casefold())) >= 0
        )


@lru_cache(maxsize=64)
def finder(sought: tuple[Sought, ...], known: frozenset[str] = frozenset()) -> Finder:
    """A finder for these, kept ready for the next text.

    `known` are names that the reader may see: a part of a name that is somebody else's too is
    looked for in whole names only.
    """
    return Finder(sought, known)
