"""How far the fixed words of a language can be relied on, counted from its catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType

from babel.messages import Message
from babel.messages.pofile import read_po

import resources
from letters.languages import ENGLISH, language_of
from models.problems import N_, Problem

# Translators: give your name here, what qualifies you and the day, once you have read every
# sentence that a child will read. While this is empty the program says that the words are a draft.
CHECKED_BY = N_("Who checked these words, and when")
FOR_ADULTS = "No child reads this. It need not be translated."
"""The comment that a catalogue has at a sentence that no child reads."""


class Standing(StrEnum):
    """How far the fixed words of a language can be relied on."""

    SOURCE = "source"
    CHECKED = "checked"
    DRAFT = "draft"
    NONE = "none"


STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.SOURCE: N_("The words of the letter are written in this language."),
        Standing.CHECKED: N_("The fixed words were checked by {who}."),
        Standing.DRAFT: N_("The fixed words are a draft. No translator has checked them yet."),
        Standing.NONE: N_("There are no fixed words yet. A translator gives every sentence."),
    }
)


@dataclass(frozen=True)
class FixedWords:
    """The fixed words of a language: how they stand, who checked them, how many there are."""

    standing: Standing
    checked_by: str
    translated: int
    all_words: int

    @property
    def per_cent(self) -> int:
        """The share of a letter's sentences that have words, rounded down."""
        return self.translated * 100 // self.all_words if self.all_words else 0


class WordsNotChecked(Problem):
    """A letter is to go out in fixed words that no translator has checked."""

    what = N_("No translator has checked the fixed words of this language yet.")
    kept = N_("The letter is as it was.")
    next = N_("Ask somebody who is qualified to read the letter, and give their name.")


def standing(code: str) -> FixedWords:
    """How the fixed words of a language stand, counted from its catalogue."""
    if code == ENGLISH:
        return FixedWords(Standing.SOURCE, "", 1, 1)
    return _counted(language_of(code).folder)


@cache
def _counted(folder: str) -> FixedWords:
    path = resources.path("locale") / folder / "LC_MESSAGES" / "letters.po"
    if not path.exists():
        return FixedWords(Standing.NONE, "", 0, 0)
    with path.open("rb") as written:
        catalogue = read_po(written)
    words = [message for message in catalogue if message.id and is_for_a_child(message)]
    done = sum(1 for message in words if has_words(message))
    checked = catalogue.get(CHECKED_BY)
    who = str(checked.string).strip() if checked else ""
    how = Standing.CHECKED if who else Standing.DRAFT if done else Standing.NONE
    return FixedWords(how, who, done, len(words))


def has_words(message: Message) -> bool:
    """Whether a sentence is translated, in every one of its forms."""
    if not message.string or isinstance(message.string, str):
        return bool(message.string)
    return all(message.string)


_NOT_IN_LETTERS = frozenset(
    {"adult_words", "agreement", "bands", "broken_template", "copies", "decisions_compared",
     "decisions_pages", "decisions_sheet", "envelope", "fields", "fixed_words", "giving_out",
     "languages", "lines", "own_words", "papers", "pdf", "two_languages"}
)  # fmt: skip
_PACKAGES_IN_LETTERS = frozenset({"looks", "templates"})


def is_for_a_child(message: Message) -> bool:
    """Whether a sentence stands in letters to children, by the file that it comes from."""
    if FOR_ADULTS in message.auto_comments:
        return False
    return any(in_letters(PurePosixPath(place)) for place, _line in message.locations)


def in_letters(place: PurePosixPath) -> bool:
    """Whether what stands in a file of the program stands in letters to children."""
    if place.parts[:2] == ("resources", "letters"):
        return True
    if place.parts[0] != "letters" or place.stem in _NOT_IN_LETTERS:
        return False
    if len(place.parts) > 2:
        return place.parts[1] in _PACKAGES_IN_LETTERS
    return not place.stem.startswith("minutes")


def may_go_out(code: str, checked_by: str) -> bool:
    """Whether a letter in this language may be given out: its words are checked, by whomever."""
    how = standing(code).standing
    return how in (Standing.SOURCE, Standing.CHECKED) or bool(checked_by.strip())
