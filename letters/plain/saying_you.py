"""Turns what is said about the child into what is said to them.

A text is changed as a whole where each word that means the child can surely be said to them, and
else not at all, so that nobody reads of "you" and of themselves as somebody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.agreement import Change, NotSure, agreeing, has_verb_to_change, verb_after
from letters.plain.belongings import OWNED
from letters.plain.deeds import is_deed
from letters.plain.hard_words import is_acronym
from letters.plain.nobody_else import nobody_else_is_meant, others_are_named
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
from letters.plain.verbs import AFTER_YOU, is_the_same_for_all, is_verb
from letters.plain.who_is_meant import Meant
from models.people_on_sheet import ChildOnSheet

_SUBORDINATE = frozenset({"after", "as", "before", "since", "until", "once"})
_OWN_A_PHRASE = set_of("about around by for from of to with")
"""Those that the child stands behind as one to whom something is done, whatever comes next."""
_ASKING = set_of("is was has does isn't wasn't hasn't doesn't are were have do am did didn't")
_YOU = frozenset({"you", "your", "yours", "yourself"})
_ANYBODY = frozenset({"they", "them"})
"""Said as well of those who decide and are not named, as in "Lee asked, and they said no"."""
_TITLES = set_of("mr mrs ms miss mx dr sir master little young")
_GIVING = set_of(
    """give gives gave given bring brings brought buy buys bought show shows showed watch
    watched see saw heard let made make help helped felt kept got"""
)
_TO_YOU = {
    "him": "you", "them": "you", "hers": "yours", "theirs": "yours", "himself": "yourself",
    "herself": "yourself", "themself": "yourself", "themselves": "yourself",
}  # fmt: skip
_SHORT = {"'ll": "you’ll", "'d": "you’d", "'re": "you’re", "'ve": "you’ve"}
_AFTER_OBJECT = AFTER_A_NOUN - BEING


def said_to(text: str, child: ChildOnSheet) -> str | None:
    """A text said to the child; what is quoted stays as it is.

    None where the child may be meant by a word that cannot surely be said to them. A text that
    does not speak of the child stays as it is.
    """
    meant = Meant.of(child)
    quotes = quoted(text)
    sentences = [Tokens.of(text, each, quotes) for each in sentences_in(text)]
    if not any(_names(tokens, meant) for tokens in sentences):
        return None if _is_spoken_of(sentences, meant, child) else text
    try:
        changes = [change for tokens in sentences for change in _Speech(tokens, meant).changes()]
    except NotSure:
        return None
    for change in sorted(changes, key=lambda each: -each.start):
        text = f"{text[: change.start]}{change.words}{text[change.end :]}"
    return text


def _is_spoken_of(sentences: list[Tokens], meant: Meant, child: ChildOnSheet) -> bool:
    """Whether the child may be meant by a pronoun, or by a name in other letters."""
    called = {name.lower() for name in (child.given_name, child.chosen_name) if name.strip()}
    known = {name[0].lower() for name in meant.names}
    return any(
        meant.is_pronoun(low) or low.removesuffix("'s") in called & known
        for tokens in sentences
        for low in map(tokens.low, range(len(tokens.words)))
    )


def _names(tokens: Tokens, meant: Meant) -> bool:
    return any(meant.name_at(_bare(tokens, place)) for place in range(len(tokens.words)))


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
    is_spoken_of: bool = False

    def changes(self) -> Iterator[Change]:
        """Every change of this sentence.

        Raises: NotSure where a word that means the child cannot surely be said to them.
        """
        place = 0
        while place < len(self.tokens.words):
            length = self.meant.name_at(_bare(self.tokens, place))
            low = self.tokens.low(place)
            if length:
                self.is_spoken_of = True
                yield from self._named(place, place + length - 1)
            elif low in _YOU or (self.meant.may_be_pronoun(low) and self._is_unclear(place)):
                raise NotSure
            elif self.meant.is_pronoun(low):
                yield from self._pronoun(place)
            place += max(1, length)

    def _is_unclear(self, place: int) -> bool:
        """Whether "they" may be the child after all."""
        start = self.tokens.words[place].start
        return not self.meant.pronouns or not others_are_named(self.tokens.text, start, self.meant)

    def _is_alone(self, place: int) -> bool:
        """Whether a pronoun can mean nobody but the child."""
        return nobody_else_is_meant(self.tokens.text, self.tokens.words[place].start, self.meant)

    # the child's name

    def _named(self, first: int, last: int) -> Iterator[Change]:
        self._look_round(first, last)
        if self.tokens.as_written(last).endswith("'s"):
            yield self._owner(first, last)
            return
        low = self.tokens.low(first - 1)
        if low in PREPOSITIONS and low not in _SUBORDINATE:
            yield self._object(first, last)
        elif self._is_subject(first, last):
            yield self._change(first, last, "you")
            yield from agreeing(self.tokens, first, last)
        else:
            yield self._object(first, last)

    def _look_round(self, first: int, last: int) -> None:
        """Make sure that the name is a name by itself, and of this child."""
        tokens = self.tokens
        before, after = tokens.words[first].start, tokens.words[last].end
        if tokens.text[before - 1 : before] not in {"", " ", "\n", "(", "\t"} and before:
            raise NotSure
        if tokens.text[after : after + 1] not in {"", " ", "\n", ",", ".", ";", "?", "!", "…"}:
            raise NotSure
        if first and tokens.goes_on(first - 1):
            beside = tokens.as_written(first - 1)
            low = beside.lower()
            is_capital = beside[:1].isupper() and not self._begins(first - 1)
            if low in _TITLES or low in BEFORE_A_NOUN or is_capital or not beside:
                raise NotSure
        if tokens.goes_on(last) and not tokens.as_written(last).endswith("'s"):
            beside = tokens.as_written(last + 1)
            if beside[:1].isupper() and beside != "I":
                raise NotSure

    def _begins(self, place: int) -> bool:
        return is_sentence_start(self.tokens.text, self.tokens.words[place].start)

    def _owner(self, first: int, last: int) -> Change:
        """The child as owner; where 's may stand for "is", it is not sure."""
        owned = self.tokens.low(last + 1)
        if not self.tokens.goes_on(last) or not owned or owned in BEFORE_A_NOUN:
            raise NotSure
        is_after_preposition = bool(first) and self.tokens.low(first - 1) in PREPOSITIONS
        is_thing = owned in OWNED or is_acronym(self.tokens.as_written(last + 1))
        if not is_thing and not is_after_preposition:
            raise NotSure
        return self._change(first, last, "your")

    def _is_subject(self, first: int, last: int) -> bool:
        """Whether the child does what comes next."""
        low = self.tokens.low(first - 1) if first else ""
        if low in _ASKING:
            raise NotSure
        starts = not first or low in LINKS or low in _SUBORDINATE or low in ADVERBS
        if starts or self.tokens.after(first - 1).strip() == ",":
            if low in {"and", "or", "nor"} and self._may_be_joined_to_an_object(first, last):
                raise NotSure
            return True
        verb = verb_after(self.tokens, last)
        if verb in AFTER_YOU and low not in {"says", "said", "thinks", "knows", "feels"}:
            raise NotSure
        return low in {"says", "said", "thinks", "knows", "feels"} and bool(verb)

    def _may_be_joined_to_an_object(self, first: int, last: int) -> bool:
        """As in "the bond between Jo and Sam is strong", where not Sam is strong."""
        has_one_verb = verb_after(self.tokens, last) in AFTER_YOU
        before = map(self.tokens.low, range(first - 1))
        return has_one_verb and any(low in PREPOSITIONS for low in before)

    def _object(self, first: int, last: int) -> Change:
        """The child as one to whom something is done."""
        low, after = self.tokens.low(first - 1), self.tokens.low(last + 1)
        is_done = is_verb(low) or is_deed(low) or low.endswith("ing")
        if low not in PREPOSITIONS and not is_done:
            raise NotSure
        if low not in _OWN_A_PHRASE and verb_after(self.tokens, last) in AFTER_YOU:
            raise NotSure
        if self.tokens.goes_on(last) and not (
            after in _AFTER_OBJECT or after in BEING or after.endswith(("ing", "ed"))
        ):
            raise NotSure
        return self._change(first, last, "you")

    # pronouns

    def _pronoun(self, place: int) -> Iterator[Change]:
        bare = self.tokens.low(place).partition("'")[0]
        if bare in _ANYBODY or not self._is_alone(place):
            raise NotSure
        low = self.tokens.low(place)
        if low == self.meant.pronouns[0]:
            if self.tokens.low(place - 1) in _ASKING and place:
                raise NotSure
            self.is_spoken_of = True
            yield self._change(place, place, "you")
            yield from agreeing(self.tokens, place, place)
        elif "'" in low:
            yield self._change(place, place, self._shortened(place))
        else:
            yield self._change(place, place, self._said_for(place, low))

    def _shortened(self, place: int) -> str:
        ending = f"'{self.tokens.low(place).partition(chr(39))[2]}"
        if ending != "'s":
            return _SHORT[ending]
        after = verb_after(self.tokens, place)
        if after in {"been", "got", "had"}:
            return "you’ve"
        if not after or is_the_same_for_all(after) or has_verb_to_change(self.tokens, place + 1):
            raise NotSure
        return "you’re"

    def _said_for(self, place: int, low: str) -> str:
        if low in _TO_YOU:
            return self._object_pronoun(_TO_YOU[low])
        after = self.tokens.low(place + 1) if self.tokens.goes_on(place) else ""
        owns = bool(after) and after not in (AFTER_A_NOUN - {"own"})
        if low in {"his", "their"}:
            if not owns:
                raise NotSure
            return "your"
        return self._her(place, owns)

    def _object_pronoun(self, words: str) -> str:
        """Beside the child as subject it means somebody else, as in "Sam is proud of her"."""
        if words == "you" and self.is_spoken_of:
            raise NotSure
        return words

    def _her(self, place: int, owns: bool) -> str:
        before = self.tokens.low(place - 1)
        if not owns:
            return self._object_pronoun("you")
        if before in _GIVING or not (
            before in PREPOSITIONS or before in BEING or before in LINKS
            or self.tokens.low(place + 1) in OWNED or not place
        ):  # fmt: skip
            raise NotSure
        return "your"

    def _change(self, first: int, last: int, words: str) -> Change:
        start, end = self.tokens.words[first].start, self.tokens.words[last].end
        if is_sentence_start(self.tokens.text, start):
            words = words.capitalize()
        return Change(start, end, words)
