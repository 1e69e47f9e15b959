"""What the child does: the verbs after "you", and whether they surely go with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.deeds import is_deed
from letters.plain.small_words import (
    ADVERBS,
    BEFORE_A_NOUN,
    DESCRIBING,
    LINKS,
    PLURALS_NEVER_VERBS,
    PREPOSITIONS,
    set_of,
)
from letters.plain.tokens import Tokens
from letters.plain.verbs import AFTER_YOU, SURELY_VERBS, after_you

_ADVERBS = ADVERBS - {"well", "more", "most", "less", "much", "a", "lot", "both", "together"}
_JOINS = frozenset({"and", "but", "or", "then"})
_BEGIN_A_CLAUSE = (LINKS | {"yet", "plus", "nor", "as"}) - set_of("who which that what")
_ITS_OWN = set_of("it this that which who there what everyone everybody someone somebody nobody")
_OTHERS = set_of("i we")
_NO_VERBS = PLURALS_NEVER_VERBS | set_of(
    """this his hers its is as us was always sometimes besides perhaps less across plus yes thus
    towards afterwards besides overnights indoors outdoors upstairs downstairs twos lots"""
)


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
        if place is not None and _own_together(tokens, place):
            raise NotSure
        return
    said = after_you(verb) if verb else None
    if place is not None and verb == "to" and not first and is_deed(tokens.low(place + 1)):
        return  # as in "Sam to see the dentist", which is told as a deed
    if place is None or said is None:
        if verb and (verb == "to" or (verb not in PREPOSITIONS and verb not in LINKS)):
            raise NotSure
        if _has_verb_to_change(tokens, last + 1):
            raise NotSure
        return
    yield from _verb(tokens, place, said)
    yield from _joined(tokens, first, place)


def _own_together(tokens: Tokens, place: int) -> bool:
    """Whether something belongs to both, as in "Sam and Leo's contact"."""
    after = (tokens.as_written(each) for each in range(place + 1, place + 4))
    return any(word.endswith(("'s", "s'")) for word in after)


def _has_verb_to_change(tokens: Tokens, start: int) -> bool:
    """Whether a verb from here on would have to change with its subject."""
    return any(_may_change(tokens, place) for place in range(start, len(tokens.words)))


def _may_change(tokens: Tokens, place: int, *, is_verb_place: bool = False) -> bool:
    """Whether a word is, or may be, a verb after "he" or "she": an unknown one counts."""
    low, written = tokens.low(place), tokens.as_written(place)
    if low in AFTER_YOU:
        return True
    may_be_one = low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "'s", "ous"))
    return may_be_one and low not in _NO_VERBS and (is_verb_place or not written[:1].isupper())


def _verb_place(tokens: Tokens, last: int) -> int | None:
    place = last + 1
    while tokens.goes_on(place - 1):
        if not _is_adverb(tokens.low(place)):
            return place
        place += 1
    return None


def _joined(tokens: Tokens, first: int, place: int) -> Iterator[Change]:
    """Verbs after "and" that have the child as their subject too.

    Raises: NotSure where there may be one that is not known, or not surely the child's.
    """
    has_link, is_loose = False, False
    for each in range(place + 1, len(tokens.words)):
        low = tokens.low(each)
        begins = _follows_a_join(tokens, each)
        has_link = has_link or (low in LINKS and low not in _JOINS)
        if begins:
            is_loose = low in PREPOSITIONS or low in LINKS
        if not _may_change(tokens, each, is_verb_place=begins):
            continue
        if begins:
            if low not in SURELY_VERBS or has_link or first:
                raise NotSure
            yield from _verb(tokens, each, AFTER_YOU[low])
        elif is_loose and not _has_its_own_subject(tokens, each):
            raise NotSure


def _follows_a_join(tokens: Tokens, place: int) -> bool:
    before = place - 1
    while before >= 0 and _is_adverb(tokens.low(before)) and not tokens.after(before).strip():
        before -= 1
    between = tokens.after(before).strip()
    return tokens.low(before) in _BEGIN_A_CLAUSE or bool(between)


def _is_adverb(low: str) -> bool:
    return low in _ADVERBS or (low.endswith("ly") and low not in {"family", "only"})


def _has_its_own_subject(tokens: Tokens, place: int) -> bool:
    """Whether the word is a noun here, or the verb of somebody or something else."""
    before = place - 1
    while before >= 0 and _is_adverb(tokens.low(before)):
        before -= 1
    low, written = tokens.low(before), tokens.as_written(before)
    is_noun = low in BEFORE_A_NOUN or low in DESCRIBING or low in PREPOSITIONS
    return is_noun or low in _ITS_OWN or low in _OTHERS or written[:1].isupper()


def _verb(tokens: Tokens, place: int, said: str) -> Iterator[Change]:
    word = tokens.words[place]
    if said != tokens.low(place):
        yield Change(word.start, word.end, said.replace("'", "’") if "’" in word.text else said)
