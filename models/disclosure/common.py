"""Words of every day, which a name may be spelled like."""

import re
from functools import cache, lru_cache

import resources
from models.disclosure.folding import plain

_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers", "ly", "ies", "ied", "ness")


def set_of(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


MODALS = frozenset({"will", "may", "can", "might", "must", "should", "would", "could"})
MONTHS = frozenset({"april", "may", "june", "august", "march", "january"})
KIN = set_of(
    """nan nana nanny gran granny grandma grandad grandpa aunt aunty auntie uncle mum mummy mam
    mother dad daddy father brother sister cousin baby mr mrs ms miss mx dr doctor sir madam prof
    professor rev reverend the and of foster carer family"""
)
AFTER_A_NAME = set_of(
    """and is was has had said says asked asks told tells came comes went goes lives lived likes
    liked wants wanted felt feels thinks thought knows knew hopes hoped helps helped cares sees
    saw rang rings met meets spoke did does loves loved misses missed gave gives also still who
    whose with sent sends cannot drove drives works worked stays stayed"""
)
NEVER_AFTER_A_NAME = set_of(
    """the a an each every all any some no your my his her its our their this that these those
    people person persons children child adults carers parents to for you it them us of up down"""
)
NOT_A_PERSON = set_of(
    """road rd street st lane ln avenue ave close drive court crescent gardens place terrace
    square grove park way hill row mews walk green rise view house cottage farm school academy
    primary secondary college nursery church chapel hospital surgery centre ward hall library
    station bank holiday day"""
)


@cache
def _dictionary() -> frozenset[str]:
    """Every word that the dictionary has in small letters."""
    entries = resources.text("dictionary/en-GB.dic")
    return frozenset(re.findall(r"^([a-z]+)(?:/|$)", entries, re.MULTILINE))


@cache
def very_common() -> frozenset[str]:
    """The few hundred words that stand in every text."""
    return frozenset(resources.text("dictionary/common_words.txt").casefold().split())


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether this is a word of every day and not only a name."""
    small = plain(word)
    if small in _dictionary() or small in very_common():
        return True
    return any(_has_stem(small, ending) for ending in _ENDINGS if small.endswith(ending))


def _has_stem(word: str, ending: str) -> bool:
    stem = word[: -len(ending)]
    if len(stem) <= 2:
        return False
    stems = {stem, f"{stem}e", f"{stem}y"}
    if stem[-1] == stem[-2]:
        stems.add(stem[:-1])
    return not stems.isdisjoint(_dictionary())
