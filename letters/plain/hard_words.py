"""Hard words: finds terms in plain text, whole words and the longest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from letters.engine.pace import breathe
from letters.plain.sentences import WORD
from letters.plain.terms import Term, terms

_ENDINGS = ("'s", "s'", "s")
_MOST_WORDS = 6


@dataclass(frozen=True)
class HardWord:
    """A term where it stands in a text; `form` is the glossary's spelling of it.

    `ending` is what was added to the form in the text, such as "'s".
    """

    term: Term
    form: str
    start: int
    end: int
    ending: str = ""

    @property
    def has_everyday_meaning(self) -> bool:
        """Whether these very words are also said at home."""
        return self.form in self.term.everyday_forms


@dataclass
class _Branch:
    """The terms that go on from here, by their next word."""

    after: dict[str, "_Branch"] = field(default_factory=dict)
    ends: tuple[Term, str] | None = None

    def onward(self, word: str) -> "_Branch | None":
        """The branch of one more word: an acronym by its capitals, others in any."""
        return self.after.get(word) or self.after.get(word.lower())


class Finder:
    """Finds the forms of some terms; of two terms with one form the first has it."""

    def __init__(self, some: Iterable[Term]) -> None:
        self._first = _Branch()
        for term in some:
            for form in term.forms:
                self._learn(term, form)

    def find(self, text: str) -> Iterator[HardWord]:
        """Find the terms in a text: whole words, the longest first, acronyms by capitals."""
        breathe()
        found = [
            (word.group().replace("’", "'"), word.start(), word.end())
            for word in WORD.finditer(text)
        ]
        place = 0
        while place < len(found):
            match = self._longest(
                [word for word, _start, _end in found[place : place + _MOST_WORDS]]
            )
            if match is None:
                place += 1
                continue
            (term, form), length, ending = match
            start, end = found[place][1], found[place + length - 1][2]
            yield HardWord(term, form, start, end, ending)
            place += length

    def _learn(self, term: Term, form: str) -> None:
        branch = self._first
        for word in WORD.findall(form.replace("’", "'")):
            key = word if is_acronym(word) else word.lower()
            branch = branch.after.setdefault(key, _Branch())
        if branch is not self._first and branch.ends is None:
            branch.ends = (term, form)

    def _longest(self, words: Sequence[str]) -> tuple[tuple[Term, str], int, str] | None:
        branch, best = self._first, None
        for length, word in enumerate(words, start=1):
            for ending, last in _endless(word, branch):
                if last.ends is not None:
                    best = last.ends, length, ending
                    break
            onward = branch.onward(word)
            if onward is None:
                break
            branch = onward
        return best


def hard_words(text: str) -> Iterator[HardWord]:
    """Find the terms that Waymark brings in a text."""
    return _shipped().find(text)


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals, so that they must be there for it to be meant."""
    return sum(letter.isupper() for letter in word) > 1


def _endless(word: str, branch: _Branch) -> Iterator[tuple[str, _Branch]]:
    """The branches of a last word as it is, and without an ending that may be added to it."""
    for ending in ("", *_ENDINGS):
        if word.endswith(ending) and len(word) > len(ending):
            bare = word[: -len(ending)] if ending else word
            onward = branch.onward(bare)
            if onward is not None:
                yield ending, onward


@cache
def _shipped() -> Finder:
    return Finder(terms())
