"""Who is spoken of in a text: the child, by which names and which pronouns."""

import re
from dataclasses import dataclass

from letters.plain.protected import blanked, quoted
from letters.plain.sentences import WORD
from letters.plain.small_words import set_of
from models.people_on_sheet import ChildOnSheet

_ALSO_A_WORD = set_of(
    """will may april june august summer autumn hope grace joy faith rose mark art bill pat sky
    star angel charity chance can an so us it he she they you i do in on at or and but to no if
    is as by up we me my his her all any one"""
)
_SETS = {
    "she": ("she", "her", "hers", "herself"),
    "he": ("he", "him", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themself", "themselves"),
}
REFLEXIVES = set_of("himself herself themself themselves")
_HE_OR_SHE = re.compile(r"(?<!\w)(?:he|she|him|her|his|hers)(?!\w)", re.IGNORECASE)
_CONTRACTED = ("'s", "'ll", "'d", "'re", "'ve")


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


def says_he_or_she(text: str) -> bool:
    """Whether "he" or "she" is said of anybody, in any form but "himself", outside quotations."""
    return _HE_OR_SHE.search(blanked(text, quoted(text))) is not None


def _is_plainly_a_name(name: tuple[str, ...]) -> bool:
    return name[0][0].isupper() and (len(name) > 1 or name[0].lower() not in _ALSO_A_WORD)


def _pronouns(child: ChildOnSheet) -> tuple[str, ...]:
    """The one set that is recorded; of two, as in "she/they", none is sure."""
    said = {part.strip().lower() for part in re.split(r"[/,;\s]+", child.pronouns) if part.strip()}
    found = [each for each in _SETS.values() if not said.isdisjoint(each)]
    return found[0] if len(found) == 1 else ()
