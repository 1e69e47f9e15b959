"""Turns what is said about the child into what is said to them, sentence by sentence.

A sentence is changed as a whole where each word that means the child can surely be said to them,
and else not at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.belongings import OWNED
from letters.plain.hard_words import is_acronym
from letters.plain.protected import quoted
from letters.plain.sentences import is_sentence_start, sentences_in
from letters.plain.small_words import (
    ADVERBS,
    AFTER_A_NOUN,
    BEFORE_A_NOUN,
    BEING,
    LINKS,
    PREPOSITIONS,
    set_of,
)
from letters.plain.tokens import Tokens
from letters.plain.verbs import AFTER_YOU, SURELY_VERBS, after_you, is_the_same_for_all, is_verb
from letters.plain.who_is_meant import Meant, many_are_meant, others_are_meant
from models.people_on_sheet import ChildOnSheet

_ADVERBS = ADVERBS - {"well", "more", "most", "less", "much", "a", "lot", "both", "together"}
_SUBORDINATE = frozenset({"after", "before", "since", "until", "once"})
_ASKING = set_of("is was has does isn't wasn't hasn't doesn't are were have do am did didn't")
_TITLES = set_of("mr mrs ms miss mx dr sir master little young")
_GIVING = set_of("give gives gave given bring brings brought buy buys bought show shows showed")
_JOINS = frozenset({"and", "but", "or", "then"})
_TO_YOU = {
    "him": "you", "them": "you", "hers": "yours", "theirs": "yours", "himself": "yourself",
    "herself": "yourself", "themself": "yourself", "themselves": "yourself",
}  # fmt: skip
_SHORT = {"'ll": "you’ll", "'d": "you’d", "'re": "you’re", "'ve": "you’ve"}
_AFTER_OBJECT = AFTER_A_NOUN - BEING


class _NotSure(Exception):
    """It cannot be said to the child without a person to judge."""


@dataclass(frozen=True)
class _Change:
    start: int
    end: int
    words: str


def said_to(text: str, child: ChildOnSheet) -> str:
    """A text said to the child, wherever that is sure; what is quoted stays as it is."""
    meant = Meant.of(child)
    quotes = quoted(text)
    alone = not others_are_meant(text, meant)
    if alone and meant.pronouns[:1] == ("they",):
        alone = not many_are_meant(text)
    is_named, changes = False, list[_Change]()
    for sentence in sentences_in(text):
        speech = _Speech(Tokens.of(text, sentence, quotes), meant, alone, is_named)
        said = speech.changes()
        changes += said
        if speech.names_the_child:
            is_named = bool(said)
    for change in sorted(changes, key=lambda each: -each.start):
        text = f"{text[: change.start]}{change.words}{text[change.end :]}"
    return text


def speaks_of(text: str, start: int, end: int, child: ChildOnSheet) -> bool:
    """Whether a stretch still names the child, as to somebody else."""
    meant = Meant.of(child)
    stretch = Tokens.of(text, next(sentences_in(text[start:end])), ())
    return any(meant.name_at(_bare(stretch, place)) for place in range(len(stretch.words)))


def _bare(tokens: Tokens, place: int) -> tuple[str, ...]:
    """The words from here on, the possessive ending taken off."""
    return tuple(
        tokens.as_written(each).removesuffix("'s") for each in range(place, len(tokens.words))
    )[:4]


@dataclass
class _Speech:
    """One sentence on its way to be said to the child."""

    tokens: Tokens
    meant: Meant
    is_alone: bool
    is_named: bool
    names_the_child: bool = False
    is_spoken_of: bool = False

    def changes(self) -> list[_Change]:
        """Every change of this sentence, or none."""
        try:
            found = list(self._found())
        except _NotSure:
            return []
        return found

    def _found(self) -> Iterator[_Change]:
        place, last = 0, len(self.tokens.words)
        while place < last:
            length = self.meant.name_at(_bare(self.tokens, place))
            if length:
                self.names_the_child = self.is_spoken_of = True
                yield from self._named(place, place + length - 1)
            elif self.meant.is_pronoun(self.tokens.low(place)):
                yield from self._pronoun(place)
            elif self.meant.is_any_pronoun(self.tokens.low(place)) and self._has_a_name():
                raise _NotSure
            place += max(1, length)
        if self.names_the_child and self._says_you():
            raise _NotSure

    def _has_a_name(self) -> bool:
        places = range(len(self.tokens.words))
        return any(self.meant.name_at(_bare(self.tokens, place)) for place in places)

    def _says_you(self) -> bool:
        """Whether the sentence says "you" to somebody already."""
        return any(
            self.tokens.low(place) in {"you", "your", "yours"}
            for place in range(len(self.tokens.words))
        )

    # the child's name

    def _named(self, first: int, last: int) -> Iterator[_Change]:
        self._look_round(first, last)
        if self.tokens.as_written(last).endswith("'s"):
            yield self._owner(first, last)
            return
        low = self.tokens.low(first - 1)
        if low in PREPOSITIONS and low not in _SUBORDINATE:
            yield self._object(first, last)
        elif self._is_subject(first, last):
            yield self._change(first, last, "you")
            yield from self._agreeing(first, last)
        else:
            yield self._object(first, last)

    def _look_round(self, first: int, last: int) -> None:
        """Make sure that the name is a name by itself, and of this child."""
        tokens = self.tokens
        before, after = tokens.words[first].start, tokens.words[last].end
        if tokens.text[before - 1 : before] not in {"", " ", "\n", "(", "\t"} and before:
            raise _NotSure
        if tokens.text[after : after + 1] not in {"", " ", "\n", ",", ".", ";", "?", "!", "…"}:
            raise _NotSure
        if first and tokens.goes_on(first - 1):
            beside = tokens.as_written(first - 1)
            low = beside.lower()
            is_capital = beside[:1].isupper() and not self._begins(first - 1)
            if low in _TITLES or low in BEFORE_A_NOUN or is_capital or not beside:
                raise _NotSure
        if tokens.goes_on(last) and not tokens.as_written(last).endswith("'s"):
            beside = tokens.as_written(last + 1)
            if beside[:1].isupper() and beside != "I":
                raise _NotSure

    def _begins(self, place: int) -> bool:
        return is_sentence_start(self.tokens.text, self.tokens.words[place].start)

    def _owner(self, first: int, last: int) -> _Change:
        """The child as owner; where 's may stand for "is", it is not sure."""
        owned = self.tokens.low(last + 1)
        if not self.tokens.goes_on(last) or not owned or owned in BEFORE_A_NOUN:
            raise _NotSure
        is_after_preposition = bool(first) and self.tokens.low(first - 1) in PREPOSITIONS
        is_thing = owned in OWNED or is_acronym(self.tokens.as_written(last + 1))
        if not is_thing and not is_after_preposition:
            raise _NotSure
        return self._change(first, last, "your")

    def _is_subject(self, first: int, last: int) -> bool:
        """Whether the child does what comes next."""
        low = self.tokens.low(first - 1) if first else ""
        if low in _ASKING:
            raise _NotSure
        starts = not first or low in LINKS or low in _SUBORDINATE or low in ADVERBS
        if starts or self.tokens.after(first - 1).strip() == ",":
            return True
        verb = self._verb_after(last)
        if verb in AFTER_YOU and low not in {"says", "said", "thinks", "knows", "feels"}:
            raise _NotSure
        return low in {"says", "said", "thinks", "knows", "feels"} and bool(verb)

    def _object(self, first: int, last: int) -> _Change:
        """The child as one to whom something is done."""
        low, after = self.tokens.low(first - 1), self.tokens.low(last + 1)
        if low not in PREPOSITIONS and not is_verb(low) and not low.endswith("ing"):
            raise _NotSure
        if self.tokens.goes_on(last) and not (
            after in _AFTER_OBJECT or after in BEING or after.endswith(("ing", "ed"))
        ):
            raise _NotSure
        if after in AFTER_YOU and low in _SUBORDINATE:
            raise _NotSure
        return self._change(first, last, "you")

    # what the child does

    def _verb_after(self, last: int) -> str:
        place = self._verb_place(last)
        return self.tokens.low(place) if place is not None else ""

    def _verb_place(self, last: int) -> int | None:
        place = last + 1
        while self.tokens.goes_on(place - 1):
            if self.tokens.low(place) not in _ADVERBS:
                return place
            place += 1
        return None

    def _agreeing(self, first: int, last: int) -> Iterator[_Change]:
        """The verb after the subject, and those that go with it."""
        place = self._verb_place(last)
        if place is None:
            if self._any_verb_to_change(last + 1):
                raise _NotSure
            return
        verb = self.tokens.low(place)
        if verb == "and":
            return
        if verb == "to":  # "Kit to see the dentist": somebody has to say who makes it happen
            raise _NotSure
        said = after_you(verb)
        if said is None:
            if verb not in PREPOSITIONS and verb not in LINKS:
                raise _NotSure
            if self._any_verb_to_change(place):
                raise _NotSure
            return
        yield from self._verb(place, said)
        yield from self._joined(first, place)

    def _joined(self, first: int, place: int) -> Iterator[_Change]:
        """Verbs after "and" that have the child as their subject too."""
        links_between = False
        for each in range(place + 1, len(self.tokens.words)):
            low = self.tokens.low(each)
            links_between = links_between or (low in LINKS and low not in _JOINS)
            if low not in AFTER_YOU or not self._follows_a_join(each):
                continue
            if low not in SURELY_VERBS or links_between or first:
                raise _NotSure
            yield from self._verb(each, AFTER_YOU[low])

    def _follows_a_join(self, place: int) -> bool:
        before = place - 1
        while self.tokens.low(before) in _ADVERBS:
            before -= 1
        return self.tokens.low(before) in _JOINS or "," in self.tokens.after(place - 1)

    def _any_verb_to_change(self, start: int) -> bool:
        words = range(start, len(self.tokens.words))
        return any(self.tokens.low(place) in AFTER_YOU for place in words)

    def _verb(self, place: int, said: str) -> Iterator[_Change]:
        word = self.tokens.words[place]
        if said != self.tokens.low(place):
            words = said.replace("'", "’") if "’" in word.text else said
            yield _Change(word.start, word.end, words)

    # pronouns

    def _pronoun(self, place: int) -> Iterator[_Change]:
        if not self.is_alone or not (self.is_named or self.names_the_child):
            if self._has_a_name() or self.names_the_child:
                raise _NotSure
            return
        low = self.tokens.low(place)
        if low == self.meant.pronouns[0]:
            if self.tokens.low(place - 1) in _ASKING and place:
                raise _NotSure
            self.is_spoken_of = True
            yield self._change(place, place, "you")
            yield from self._agreeing(place, place)
        elif "'" in low:
            yield self._change(place, place, self._shortened(place))
        else:
            yield self._change(place, place, self._said_for(place, low))

    def _shortened(self, place: int) -> str:
        ending = f"'{self.tokens.low(place).partition(chr(39))[2]}"
        if ending != "'s":
            return _SHORT[ending]
        after = self._verb_after(place)
        if after in {"been", "got", "had"}:
            return "you’ve"
        if not after or is_the_same_for_all(after) or self._any_verb_to_change(place + 1):
            raise _NotSure
        return "you’re"

    def _said_for(self, place: int, low: str) -> str:
        if low in _TO_YOU:
            return self._object_pronoun(_TO_YOU[low])
        after = self.tokens.low(place + 1) if self.tokens.goes_on(place) else ""
        owns = bool(after) and after not in (AFTER_A_NOUN - {"own"})
        if low in {"his", "their"}:
            if not owns:
                raise _NotSure
            return "your"
        return self._her(place, owns)

    def _object_pronoun(self, words: str) -> str:
        """Beside the child as subject it means somebody else, as in "Sam is proud of her"."""
        if words == "you" and self.is_spoken_of:
            raise _NotSure
        return words

    def _her(self, place: int, owns: bool) -> str:
        before = self.tokens.low(place - 1)
        if not owns:
            return self._object_pronoun("you")
        if before in _GIVING or not (
            before in PREPOSITIONS or before in BEING or before in LINKS
            or self.tokens.low(place + 1) in OWNED or not place
        ):  # fmt: skip
            raise _NotSure
        return "your"

    def _change(self, first: int, last: int, words: str) -> _Change:
        start, end = self.tokens.words[first].start, self.tokens.words[last].end
        if is_sentence_start(self.tokens.text, start):
            words = words.capitalize()
        return _Change(start, end, words)
