"""Turns what is said about the child into what is said to them.

A text is changed as a whole where each word that means the child can surely be said to them, and
else not at all, so that nobody reads of "you" and of themselves as somebody else. Of whom "he" or
"she" is said no program knows for sure: a text with such a word stays as it was typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.plain.agreement import Change, NotSure, agreeing, verb_after
from letters.plain.belongings import OWNED
from letters.plain.deeds import is_deed
from letters.plain.hard_words import is_acronym
from letters.plain.protected import quoted
from letters.plain.sentences import is_sentence_start, sentences_in
from letters.plain.small_words import (
    ADVERBS,
    AFTER_A_NOUN,
    BEFORE_A_NOUN,
    BEING,
    LINKS,
    MODALS,
    PREPOSITIONS,
    set_of,
)
from letters.plain.tokens import Tokens
from letters.plain.verbs import AFTER_YOU, is_verb
from letters.plain.who_is_meant import REFLEXIVES, Meant, says_he_or_she
from models.people_on_sheet import ChildOnSheet

_SUBORDINATE = frozenset({"after", "as", "before", "since", "until", "once"})
_OWN_A_PHRASE = set_of("about around by for from of to with")
"""Those that the child stands behind as one to whom something is done, whatever comes next."""
_ASKING = set_of("is was has does isn't wasn't hasn't doesn't are were have do am did didn't")
_YOU = frozenset({"you", "your", "yours", "yourself"})
_ANYBODY = frozenset({"they", "them", "their", "theirs"})
"""Said as well of those who decide and are not named, as in "Lee asked, and they said no"."""
_BEFORE_A_REFLEXIVE = ADVERBS | BEING | MODALS | PREPOSITIONS | {"not"}
_TITLES = set_of("mr mrs ms miss mx dr sir master little young")
_AFTER_OBJECT = AFTER_A_NOUN - BEING


def said_to(text: str, child: ChildOnSheet) -> str | None:
    """A text said to the child; what is quoted stays as it is.

    None where the child may be meant by a word that cannot surely be said to them, as by any "he"
    or "she". A text that does not speak of the child stays as it is.
    """
    if says_he_or_she(text):
        return None
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
    subject: int | None = None
    """Where the name of the child ends that does what comes next."""

    def changes(self) -> Iterator[Change]:
        """Every change of this sentence.

        Raises: NotSure where a word that means the child cannot surely be said to them.
        """
        place = 0
        while place < len(self.tokens.words):
            length = self.meant.name_at(_bare(self.tokens, place))
            low = self.tokens.low(place)
            if length:
                yield from self._named(place, place + length - 1)
            elif low.partition("'")[0] in _YOU | _ANYBODY:
                raise NotSure
            elif low in REFLEXIVES:
                yield self._reflexive(place)
            place += max(1, length)

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
            self.subject = last
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

    # reflexives

    def _reflexive(self, place: int) -> Change:
        """One that follows the child and what they do, where nobody else can stand between."""
        if self.subject is None or self.tokens.low(place) not in self.meant.pronouns:
            raise NotSure
        between = range(self.subject + 1, place)
        is_near = all(map(self.tokens.goes_on, range(self.subject, place)))
        if not between or not is_near or not all(map(self._is_no_noun, between)):
            raise NotSure
        return self._change(place, place, "yourself")

    def _is_no_noun(self, place: int) -> bool:
        low = self.tokens.low(place)
        is_small = self.tokens.as_written(place) == low
        return is_small and (low in _BEFORE_A_REFLEXIVE or is_verb(low))

    def _change(self, first: int, last: int, words: str) -> Change:
        start, end = self.tokens.words[first].start, self.tokens.words[last].end
        if is_sentence_start(self.tokens.text, start):
            words = words.capitalize()
        return Change(start, end, words)
