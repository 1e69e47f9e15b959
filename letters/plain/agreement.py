"""What the child does: the verbs after "you", and whether they surely go with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.small_words import ADVERBS, LINKS, PREPOSITIONS
from letters.plain.tokens import Tokens
from letters.plain.verbs import AFTER_YOU, SURELY_VERBS, after_you

_ADVERBS = ADVERBS - {"well", "more", "most", "less", "much", "a", "lot", "both", "together"}
_JOINS = frozenset({"and", "but", "or", "then"})


class NotSure(Exception):
    """It cannot be said to the child without a person to judge."""


@dataclass(frozen=True)
class Change:
    """Words to be put in place of a stretch."""

    start: int
    end: int
    words: str


def verb_after(tokens: Tokens, last: int) -> str:
    """The word after a subject and its adverbs, in small letters; empty where there is none."""
    place = _verb_place(tokens, last)
    return tokens.low(place) if place is not None else ""


def agreeing(tokens: Tokens, first: int, last: int) -> Iterator[Change]:
    """The verb after the subject, and those that go with it.

    Raises: NotSure where a verb may or may not belong to the subject.
    """
    place = _verb_place(tokens, last)
    verb = tokens.low(place) if place is not None else ""
    if verb == "and":
        return
    said = after_you(verb) if verb else None
    if place is None or said is None:
        if verb and (verb == "to" or (verb not in PREPOSITIONS and verb not in LINKS)):
            raise NotSure  # as in "Sam to see the dentist": somebody has to say who sees to it
        if has_verb_to_change(tokens, last + 1):
            raise NotSure
        return
    yield from _verb(tokens, place, said)
    yield from _joined(tokens, first, place)


def has_verb_to_change(tokens: Tokens, start: int) -> bool:
    """Whether a verb from here on would have to change with its subject."""
    return any(tokens.low(place) in AFTER_YOU for place in range(start, len(tokens.words)))


def _verb_place(tokens: Tokens, last: int) -> int | None:
    place = last + 1
    while tokens.goes_on(place - 1):
        if tokens.low(place) not in _ADVERBS:
            return place
        place += 1
    return None


def _joined(tokens: Tokens, first: int, place: int) -> Iterator[Change]:
    """Verbs after "and" that have the child as their subject too."""
    has_link = False
    for each in range(place + 1, len(tokens.words)):
        low = tokens.low(each)
        has_link = has_link or (low in LINKS and low not in _JOINS)
        if low not in AFTER_YOU or not _follows_a_join(tokens, each):
            continue
        if low not in SURELY_VERBS or has_link or first:
            raise NotSure
        yield from _verb(tokens, each, AFTER_YOU[low])


def _follows_a_join(tokens: Tokens, place: int) -> bool:
    before = place - 1
    while tokens.low(before) in _ADVERBS:
        before -= 1
    return tokens.low(before) in _JOINS or "," in tokens.after(place - 1)


def _verb(tokens: Tokens, place: int, said: str) -> Iterator[Change]:
    word = tokens.words[place]
    if said != tokens.low(place):
        yield Change(word.start, word.end, said.replace("'", "’") if "’" in word.text else said)
