"""Whether a pronoun can mean nobody but the child: all that was said before it is known.

An unknown word may be anybody, so it is enough to leave a text as it was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.safe_words import (
    ARTICLES,
    DESCRIBING,
    PAST_AND_DOING,
    PLACES,
    PLURALS,
    SAFE,
    STARTERS,
    THINGS,
)
from letters.plain.sentences import WORD, is_sentence_start
from letters.plain.small_words import ADVERBS, set_of
from letters.plain.verbs import is_verb
from letters.plain.who_is_meant import Meant

_BE = set_of("am is are was were be been being isn't aren't wasn't weren't get gets got getting")
_AT_A_PLACE = set_of("at in into from after before during around outside inside near for since")
_LIKING = set_of(
    """like likes liked enjoy enjoys enjoyed love loves loved hate hates hated start starts started
    begin begins began leave leaves left attend attends attended miss misses missed finish
    finishes finished change changes changed"""
)
_MOVING = set_of("go goes going went gone walk walks walked walking back travel return returned")
_A_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Eid|Year|English|French|Maths"
    r"|January|February|March|July|September|October|November|December|PE|PEP|Art|Drama"
)
_ALSO_A_NAME = set_of("April May June August")
_BEFORE_A_MONTH = set_of("in by until till since from early late mid last next this")


def nobody_else_is_meant(text: str, end: int, meant: Meant) -> bool:
    """Whether the child was named before this place, and nobody and nothing else that may be.

    Where the child is "they", nothing in the plural and no two things may have been named.
    """
    return _Before(text, end, meant).is_clear()


def others_are_named(text: str, end: int, meant: Meant) -> bool:
    """Whether anybody else was named before this place."""
    return _Before(text, end, meant).has_a_name()


@dataclass(frozen=True)
class _Said:
    """One word before the pronoun."""

    start: int
    written: str

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.written.lower()


class _Before:
    """All that is said before one pronoun, word by word."""

    def __init__(self, text: str, end: int, meant: Meant) -> None:
        self._text, self._meant = text, meant
        self._own = {part for name in meant.names for part in name}
        self._words = [
            _Said(each.start(), _bare(each.group())) for each in WORD.finditer(text, 0, end)
        ]

    def is_clear(self) -> bool:
        """Whether every word is known to be nobody."""
        if not any(word.written in self._own for word in self._words):
            return False
        places = range(len(self._words))
        if not all(self._is_nobody(place) for place in places) or self._waits_for_a_noun():
            return False
        return self._meant.pronouns[:1] != ("they",) or self._is_one_thing_at_most()

    def has_a_name(self) -> bool:
        """Whether somebody else's name, or what looks like one, is there."""
        return any(
            word.written not in self._own
            and word.written != "I"
            and not is_verb(word.low)
            and not self._may_be_written_so(place)
            for place, word in enumerate(self._words)
        )

    def _is_nobody(self, place: int) -> bool:
        word = self._words[place]
        if word.written in self._own or word.written == "I" or word.low[0].isdigit():
            return True
        if word.low in self._meant.pronouns or self._is_up_to_date(place):
            return True
        if self._meant.is_somebody_elses(word.low) or not self._has_a_noun(place):
            return False
        return self._may_be_written_so(place) and self._is_known(place)

    def _is_known(self, place: int) -> bool:
        """Whether a word is on a list, and here means what is on it."""
        low = self._words[place].low
        if low in PLACES:
            return self._is_only_a_place(place)
        return low in SAFE and not self._is_done_by_somebody(place)

    def _is_up_to_date(self, place: int) -> bool:
        last = [each.low for each in self._words[max(0, place - 2) : place + 1]]
        return last == ["up", "to", "date"]

    def _may_be_written_so(self, place: int) -> bool:
        """Whether its capital, if it has one, does not make it a name."""
        word = self._words[place]
        if not word.written[0].isupper() or _A_DAY.fullmatch(word.written):
            return True
        before = self._words[place - 1].low if place else ""
        if word.written in _ALSO_A_NAME:
            return before in _BEFORE_A_MONTH or before[:1].isdigit()
        return is_sentence_start(self._text, word.start) and word.low in STARTERS

    def _has_a_noun(self, place: int) -> bool:
        """Whether an article leads to a thing, and not to "the older" or "the cook"."""
        if self._words[place].low not in ARTICLES or self._is_how_much(place):
            return True
        after = next(self._after_describing(place), None)
        return after is None or after.low in THINGS | PLACES or after.written in self._own

    def _waits_for_a_noun(self) -> bool:
        """Whether an article stands before the pronoun without its noun, as in "the other"."""
        return any(
            word.low in ARTICLES
            and not self._is_how_much(place)
            and next(self._after_describing(place), None) is None
            for place, word in enumerate(self._words)
        )

    def _is_how_much(self, place: int) -> bool:
        """Whether it is "a lot" or "a bit", which lead to no noun."""
        after = self._words[place + 1 : place + 2]
        return self._words[place].low == "a" and any(each.low in {"lot", "bit"} for each in after)

    def _after_describing(self, place: int) -> Iterator[_Said]:
        for word in self._words[place + 1 :]:
            if word.low in THINGS | PLACES or not (
                word.low in DESCRIBING or word.low[0].isdigit()
            ):
                yield word

    def _is_only_a_place(self, place: int) -> bool:
        """Whether a school is where the child is, and not those who were spoken with there."""
        if self._meant.pronouns[:1] == ("they",):
            return False
        before = place - 1
        while before >= 0 and self._words[before].low in DESCRIBING | ARTICLES | {"her", "his"}:
            before -= 1
        if before < 0:
            return False
        low = self._words[before].low
        is_way_to = low == "to" and before > 0 and self._words[before - 1].low in _MOVING
        return low in _AT_A_PLACE | _LIKING or is_way_to

    def _is_done_by_somebody(self, place: int) -> bool:
        """Whether something is done to the child by somebody who is not named."""
        low = self._words[place].low
        if low not in PAST_AND_DOING or low.endswith("ing") or low in DESCRIBING:
            return False
        before = place - 1
        while before >= 0 and self._words[before].low in ADVERBS:
            before -= 1
        return before >= 0 and self._words[before].low in _BE

    def _is_one_thing_at_most(self) -> bool:
        things = [word.low for word in self._words if word.low in THINGS]
        return len(things) < 2 and PLURALS.isdisjoint(things)


def _bare(word: str) -> str:
    """A word with a straight apostrophe, and without the 's of an owner."""
    return word.replace("’", "'").removesuffix("'s")
