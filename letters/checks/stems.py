"""Words as they are compared: without case, endings, and who is spoken of."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

import resources
from letters.plain.small_words import (
    ADVERBS,
    BEFORE_A_NOUN,
    BEING,
    LINKS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    set_of,
)
from letters.plain.terms import terms

SOMEBODY = "*"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WHO = set_of(
    """i me my mine myself you your yours yourself he him his himself she her hers herself they
    them their theirs themself themselves"""
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])")
_CYRILLIC = (
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456"
    "\u0410\u0421\u0415\u041e\u0420\u0425\u0423\u0406"
)
_GREEK = (
    "\u03b1\u03f2\u03b5\u03bf\u03c1\u03c7\u03c5\u03b9"
    "\u0391\u03f9\u0395\u039f\u03a1\u03a7\u03a5\u0399"
)
_LATIN = "aceopxyiACEOPXYI"
_LOOK_ALIKES = str.maketrans(_CYRILLIC + _GREEK, _LATIN * 2)
"""Letters of other alphabets that are read as one of ours."""
_SHORT = re.compile(r"(?:n't|'(?:s|m|re|ve|ll|d))$")
_BE = set_of("am is are was were be been being")
_HAVE = set_of("have has had having")
_DO = set_of("do does did doing done")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly")
_FEWEST_LETTERS = 3
_UNLIKE = {
    "drank": "drink", "drunk": "drink", "drunken": "drink", "stole": "steal", "stolen": "steal",
    "theft": "steal", "thief": "steal", "fought": "fight", "died": "die", "dying": "die",
    "death": "die", "dead": "die", "violent": "violence", "prisoner": "prison",
    "suicidal": "suicide", "pregnancy": "pregnant", "psychotic": "psychosis",
    "alcoholic": "alcohol", "depression": "depress", "depressed": "depress",
    "eviction": "evict", "addiction": "addict", "addicted": "addict", "ran": "run",
    "took": "take", "taken": "take", "went": "go", "gone": "go", "told": "tell", "hid": "hide",
    "hidden": "hide", "gave": "give", "given": "give", "hurting": "hurt", "beaten": "beat",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word of a text, how it is compared, and whether it begins a sentence."""

    written: str
    stem: str
    is_first: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is written like a name."""
        return self.written[:1].isupper() and self.written[1:2].islower()


def folded(text: str) -> str:
    """A text as a reader sees it: without unseen characters, look-alikes, hyphens in words."""
    plain = unicodedata.normalize("NFKC", text.translate(_LOOK_ALIKES))
    seen = "".join(each for each in plain if unicodedata.category(each) != "Cf")
    return _HYPHEN.sub("", seen)


def words_of_text(text: str, child: Collection[str] = ()) -> tuple[Word, ...]:
    """The words of a text; `child` are names, in small letters, that mean the child.

    Verbs that only help, as in "has relapsed", are left out, as they change with who is meant.
    """
    return tuple(_words(folded(text), frozenset(child)))


def _words(text: str, child: frozenset[str]) -> Iterator[Word]:
    end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        is_first = not end or any(mark in ".!?…:;\n" for mark in between)
        end = found.end()
        bare = _SHORT.sub("", found.group().casefold().replace("’", "'"))
        if bare in _HAVE or bare in _BE or bare in _DO or not bare:
            continue
        is_child = bare in _WHO or bare in child
        yield Word(found.group(), SOMEBODY if is_child else stem(bare), is_first)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word in small letters without its ending, so that "drinking" is as "drinks"."""
    if word in _UNLIKE:
        return _UNLIKE[word]
    for ending in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _FEWEST_LETTERS and not word.endswith(("ss", "us")):
            word = f"{bare}y" if ending in {"ied", "ies"} else bare
            break
    if len(word) > _FEWEST_LETTERS and word[-1] == word[-2] and word[-1] not in "slze":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _FEWEST_LETTERS else word


@cache
def linking() -> frozenset[str]:
    """Stems that only join others, and tell nothing even beside a name."""
    every = BEFORE_A_NOUN | PREPOSITIONS | LINKS | MODALS | PRONOUNS | set_of("to no yes not as")
    return frozenset(stem(word) for word in every)


@cache
def small() -> frozenset[str]:
    """Stems that stand in any sentence, whatever it is about."""
    every = (
        BEFORE_A_NOUN | PREPOSITIONS | LINKS | BEING | MODALS | PRONOUNS | ADVERBS | VERBS
        | set_of("to no yes not if as than able bit lot thing")
    )  # fmt: skip
    return frozenset(stem(word) for word in every) | {SOMEBODY}


@cache
def common() -> frozenset[str]:
    """Stems of words that are said every day, at home and in every review."""
    everyday = resources.text("dictionary/common_words.txt").split()
    of_reviews = (
        word for term in terms() for form in term.forms for word in _WORD.findall(form.lower())
    )
    return small() | frozenset(map(stem, (*everyday, *of_reviews))) - telling().keys()


@cache
def telling() -> Mapping[str, int]:
    """Stems of words each of which can give something away alone, and the matter it is of.

    Words of one matter give each other away, as "drugs" does where "heroin" is kept back.
    """
    lines = resources.text("dictionary/telling_words.txt").splitlines()
    return MappingProxyType(
        {stem(word): matter for matter, line in enumerate(lines) for word in line.split()}
    )
