"""Who is spoken of in a text: the child, by which names and pronouns, and whether anybody else."""

import re
from dataclasses import dataclass

from letters.plain.protected import blanked, quoted
from letters.plain.sentences import WORD, is_sentence_start
from letters.plain.small_words import (
    ADVERBS,
    BEFORE_A_NOUN,
    BEING,
    LINKS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    set_of,
)
from letters.plain.verbs import AFTER_YOU, is_verb
from models.people_on_sheet import ChildOnSheet

_ALSO_A_WORD = set_of(
    """will may april june august summer autumn hope grace joy faith rose mark art bill pat sky
    star angel charity chance can an so us it he she they you i do in on at or and but to no if
    is as by up we me my his her all any one"""
)
OTHERS = set_of(
    """mum mummy dad daddy mother father parent parents brother brothers sister sisters sibling
    siblings nan nana nanny gran granny grandma grandad granddad grandpa grandfather grandmother
    grandparent grandparents aunt auntie uncle cousin cousins carer carers friend friends teacher
    teachers tutor doctor nurse dentist worker workers adviser advocate visitor mentor therapist
    counsellor manager officer solicitor judge lawyer guardian coach boy boys girl girls man men
    woman women lady ladies child children baby babies person people adult adults somebody someone
    everybody everyone nobody family families partner husband wife boyfriend girlfriend son
    daughter niece nephew twin twins staff police policeman head headteacher driver host
    interpreter psychologist pupil pupils student students peer peers mate mates dog dogs cat cats
    rabbit hamster horse pony pet pets fish bird gerbil snake tortoise kitten puppy team who
    stepdad stepmum stepbrother stepsister stepfather stepmother godmother neighbour"""
)
_STARTERS = (
    ADVERBS | BEFORE_A_NOUN | BEING | LINKS | MODALS | PREPOSITIONS | PRONOUNS
    | set_of("they them their theirs himself herself themselves him hers yes thank please school")
)  # fmt: skip
_SETS = {
    "she": ("she", "her", "hers", "herself"),
    "he": ("he", "him", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themself", "themselves"),
}
_CONTRACTED = ("'s", "'ll", "'d", "'re", "'ve")
_NAME_OF_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Christmas|Easter|Eid|Year|English|French|Maths"
)


@dataclass(frozen=True)
class Meant:
    """The child as a text may speak of them. `pronouns` is one of the sets, or empty."""

    names: tuple[tuple[str, ...], ...]
    pronouns: tuple[str, ...]

    @classmethod
    def of(cls, child: ChildOnSheet) -> "Meant":
        """The names that surely mean this child, the longest first, and their pronouns."""
        first = [name for name in (child.chosen_name, child.given_name) if name.strip()]
        whole = [f"{name} {child.family_name}" for name in first if child.family_name.strip()]
        split = {tuple(WORD.findall(name.replace("’", "'"))) for name in (*whole, *first)}
        known = [name for name in split if name and _is_plainly_a_name(name)]
        return cls(tuple(sorted(known, key=lambda name: (-len(name), name))), _pronouns(child))

    def name_at(self, words: tuple[str, ...]) -> int:
        """How many words of the child's name stand at the beginning of these."""
        return next((len(name) for name in self.names if words[: len(name)] == name), 0)

    def is_pronoun(self, word: str) -> bool:
        """Whether a word in small letters may mean this child."""
        return word in self.pronouns or (
            word.endswith(_CONTRACTED) and word.partition("'")[0] in self.pronouns[:1]
        )

    def may_be_pronoun(self, word: str, *, is_alone: bool) -> bool:
        """Whether a word may mean the child, and nobody knows: "they" is said of anybody."""
        bare = word.partition("'")[0]
        if self.is_pronoun(word):
            return False
        if self.pronouns:
            return is_alone and bare in _SETS["they"]
        return any(bare in each for each in _SETS.values())


def others_are_meant(text: str, meant: Meant) -> bool:
    """Whether a text may speak of anybody, or any animal, besides the child."""
    own = {part for name in meant.names for part in name}
    for found in WORD.finditer(text):
        word = re.split("['’]", found.group())[0]
        if word in own or word == "I":
            continue
        if word.lower() in OTHERS or (word[0].isupper() and _may_be_a_name(text, found, word)):
            return True
    return False


def many_are_meant(text: str) -> bool:
    """Whether a text may speak of several things, so that "they" may mean them."""
    bare = blanked(text, quoted(text))
    return any(
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "'s", "’s", "is"))
        and word not in AFTER_YOU and word not in _STARTERS
        for word in (found.lower() for found in WORD.findall(bare))
    )  # fmt: skip


def _may_be_a_name(text: str, found: re.Match[str], word: str) -> bool:
    if _NAME_OF_TIME.fullmatch(word):
        return False
    low = word.lower()
    is_known = low in _STARTERS or is_verb(low)
    return not (is_sentence_start(text, found.start()) and is_known)


def _is_plainly_a_name(name: tuple[str, ...]) -> bool:
    return name[0][0].isupper() and (len(name) > 1 or name[0].lower() not in _ALSO_A_WORD)


def _pronouns(child: ChildOnSheet) -> tuple[str, ...]:
    """The one set that is recorded; of two, as in "she/they", none is sure."""
    said = {part.strip().lower() for part in re.split(r"[/,;\s]+", child.pronouns) if part.strip()}
    found = [each for each in _SETS.values() if not said.isdisjoint(each)]
    return found[0] if len(found) == 1 else ()
