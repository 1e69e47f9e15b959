"""The words a letter is checked against: the child's own, then the council's, then Waymark's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from letters.plain.by_name import is_by_name, may_be_no_name
from letters.plain.everyday import is_everyday
from letters.plain.fitting import suggestion_for
from letters.plain.hard_words import Finder, HardWord, is_acronym
from letters.plain.protected import Spans, protected, touches
from letters.plain.suggestion import Mode, Suggestion
from letters.plain.terms import Hold, Said, Takes, Term, everyday_forms, terms
from models.letter_making import PlainWordOnSheet

_WHOLE = frozenset({"a", "an", "the", "my", "your", "our", "what", "how", "who", "where", "when"})
_HARD_PLURAL = ("s", "x", "z", "ch", "sh", "y", "f", "fe", "o")


@dataclass(frozen=True)
class Glossary:
    """Terms in the order of who has the say; the first that has a form has it alone.

    `kept` are words that a child or the council wants left as they are.
    """

    terms: tuple[Term, ...]
    kept: frozenset[str] = frozenset()

    @classmethod
    def of(cls, plain_words: Sequence[PlainWordOnSheet] = ()) -> "Glossary":
        """The glossary of one letter; a word without other words is left as it is."""
        return _glossary(tuple(plain_words))

    def findings(self, text: str, names: Collection[str] = ()) -> tuple[Suggestion, ...]:
        """What to say instead of each hard word, in the order of the text."""
        return tuple(
            replace(suggestion_for(text, word), at_home=word.form in word.term.at_home)
            for word in self.hard_words(text, names)
        )

    def hard_words(self, text: str, names: Collection[str] = ()) -> Iterator[HardWord]:
        """Each hard word outside quotations, names and addresses; one to be explained, once."""
        spans: Spans | None = None
        explained: set[str] = set()
        for word in self._finder.find(text):
            if not word.term.plain_words or is_everyday(text, word):
                continue
            is_told_once = (
                word.term.mode is Mode.EXPLAIN and not word.term.said_for(word.form).words
            )
            if is_told_once and word.term.term in explained:
                continue
            if _is_told_already(text, word):
                explained.add(word.term.term)
                continue
            if spans is None:
                spans = protected(text, self._real_names(names))
            if not touches(spans, word.start, word.end):
                if is_told_once:
                    explained.add(word.term.term)
                yield word

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form in small letters."""
        return frozenset(form.lower() for term in self.terms for form in term.forms)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.terms)

    def _real_names(self, names: Collection[str]) -> frozenset[str]:
        """Names but for what is no name, as where a social worker is put down for who does it."""
        return frozenset(name for name in names if name.strip().lower() not in self.forms)


def _is_told_already(text: str, word: HardWord) -> bool:
    """Whether it is explained where it stands, as in "Samir, your social worker"."""
    if word.term.mode is Mode.EXPLAIN and text[word.end :].lstrip().startswith("("):
        return True
    return word.form == "social worker" and text[: word.start].lower().endswith("your ")


@lru_cache(maxsize=16)
def _glossary(plain_words: tuple[PlainWordOnSheet, ...]) -> Glossary:
    own = sorted(plain_words, key=lambda word: word.child_id is None)
    wanted = tuple(_term_of(word) for word in own if word.term.strip())
    kept = frozenset(term.term for term in wanted if not term.plain_words)
    return Glossary((*wanted, *terms()), kept)


def _term_of(word: PlainWordOnSheet) -> Term:
    """A term that somebody added; its plural is only offered."""
    term, instead = word.term.strip(), word.instead.strip()
    mode = Mode(word.mode) if word.mode in set(Mode) else Mode.SWAP
    plural = _plural(term)
    forms = (term, plural) if plural else (term,)
    if instead == term:
        instead = ""
    takes = _takes(instead)
    hold = Hold.NEVER if may_be_no_name(instead) else Hold.NOT_BEFORE_A_NOUN
    said = [(term, Said(instead, hold, takes))]
    if plural and takes is Takes.NONE and _plural(instead):
        said.append((plural, Said(_plural(instead), Hold.NEVER)))
    everyday = frozenset(form for form in forms if form.lower() in everyday_forms())
    swaps = () if mode is Mode.EXPLAIN else tuple(said)
    return Term(term, forms, instead, mode, everyday, swaps)


def _takes(instead: str) -> Takes:
    first = instead.split(" ")[0]
    is_in_capitals = len(first) > 1 and first.isupper()
    if is_by_name(instead) and not is_in_capitals:
        return Takes.NAME
    return Takes.THE if first.lower() in _WHOLE else Takes.NONE


def _plural(words: str) -> str:
    """The plural where adding an s makes it; empty where that is not plain."""
    if not words or not words[-1].isalpha() or words.lower().endswith(_HARD_PLURAL):
        return ""
    return f"{words}s" if " " not in words or is_acronym(words) else ""
