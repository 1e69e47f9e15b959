"""Words that are nearly another word: a letter missed, doubled, changed or swapped."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_ONE_FROM, _TWO_FROM = 4, 9


def allowed(length: int) -> int:
    """How many slips a word of so many letters may have and still be taken for it."""
    if length < _ONE_FROM:
        return 0
    return 1 if length < _TWO_FROM else 2


def distance(one: str, other: str, most: int) -> int:
    """How many letters are missed, added, changed or swapped; more than `most` if too many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, beside in enumerate(other, 1):
            cost = min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != beside))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside:
                cost = min(cost, earlier[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        earlier, before = before, now
    return before[-1]


class NearWords:
    """Finds which of many words a word is nearly, without comparing it with each."""

    def __init__(self, words: Iterable[str]) -> None:
        self._shortened: defaultdict[str, set[str]] = defaultdict(set)
        self._drawn: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            if word.isascii() and any(mark.isdigit() for mark in word):
                continue
            most = allowed(len(word))
            if most:
                self._drawn[drawn(word)].add(word)
            for each in _without(word, most) if most else ():
                self._shortened[each].add(word)

    def of(self, word: str) -> tuple[tuple[str, int], ...]:
        """The words that this is nearly, each with how far off; itself is not among them."""
        if not allowed(len(word) + 1):
            return ()
        close: set[str] = set()
        for each in _without(word, 2 if len(word) >= _TWO_FROM - 2 else 1):
            close |= self._shortened.get(each, set())
        close.discard(word)
        found = ((each, distance(word, each, allowed(len(each)))) for each in sorted(close))
        near = {each: far for each, far in found if far <= allowed(len(each))}
        alike = self._drawn.get(drawn(word), set()) - {word}
        return tuple({**near, **dict.fromkeys(sorted(alike), 1)}.items())


def drawn(word: str) -> str:
    """A word in which letters that look like one letter together are that letter."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d")


@lru_cache(maxsize=8192)
def _without(word: str, most: int) -> frozenset[str]:
    """A word and what is left of it without one letter, or two."""
    found = {word}
    for _ in range(most):
        found |= {each[:at] + each[at + 1 :] for each in found for at in range(len(each))}
    return frozenset(found)


def forget() -> None:
    """Let go of every word that was compared."""
    _without.cache_clear()
