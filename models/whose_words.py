"""Words that a child or a council wants said otherwise: whose, and what may be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.letter_making import PlainWordOnSheet
from models.plain_reading import Connection, read_all
from models.problems import N_, Problem

SWAP, EXPLAIN, AVOID, KEEP = "swap", "explain", "avoid", "keep"
WAYS: Final = (SWAP, EXPLAIN, AVOID, KEEP)
"""How a word may be treated. KEEP leaves it as it is: a swap for nothing, in the record."""
LONGEST_TERM, MOST_WORDS_OF_A_TERM = 100, 6
MOST_OWN_WORDS: Final = 300

_RESTS = {
    "council": "authority_id = (select authority_id from council where id = ?) "
    "and child_id is null",
    "child": "child_id = ?",
}
_NOTHING_CHANGED = N_("Nothing has been changed.")


@dataclass(frozen=True)
class WhoseWords:
    """A council, whose words are for every letter, or a child, whose words come first."""

    table: str
    row_id: str


@dataclass(frozen=True)
class WantedWord:
    """A word, what to say instead, and in which of the WAYS."""

    term: str
    instead: str = ""
    way: str = SWAP


class BadWord(Problem):
    """What was written cannot be used; `field` is where: "term" or "instead"."""

    field = "term"
    kept = _NOTHING_CHANGED


class NoTerm(BadWord):
    """There is no word."""

    what = N_("Type the hard word first.")
    next = N_("Write one word, or a few that belong together.")


class TooLongATerm(BadWord):
    """More words than are looked for together."""

    what = N_("That is too long to be found in a letter.")
    next = N_("Write no more than {most} words.")


class SameWordAgain(BadWord):
    """The word is in the list already."""

    what = N_("This word is in the list already.")
    next = N_("Change the one in the list, or write another word.")


class TooManyOwnWords(BadWord):
    """So many words that looking for them would become slow."""

    what = N_("There are {most} words here, and no more fit.")
    next = N_("Remove one that is not needed, then add this one again.")


class NothingInstead(BadWord):
    """There is nothing to say instead."""

    field = "instead"
    what = N_("Type what to say instead.")
    next = N_("Or choose to leave the word as it is.")


class NoMeaning(NothingInstead):
    """A word is to be explained, or left out, without a word of help."""

    what = N_("Type what the word means.")


class SaysItself(BadWord):
    """The words to say instead hold the very word."""

    field = "instead"
    what = N_("The words to say instead hold the word itself.")
    next = N_("Say it without that word, or choose to explain it.")


def words_of(connection: Connection, whose: WhoseWords) -> tuple[PlainWordOnSheet, ...]:
    """The words of one owner, in the order of the alphabet."""
    rest = f"where {_RESTS[whose.table]} and removed_at is null order by lower(term), id"
    return read_all(connection, PlainWordOnSheet, "plain_word", rest, (whose.row_id,))


def way_of(word: PlainWordOnSheet) -> str:
    """How a word is treated."""
    return word.mode if word.instead.strip() else KEEP


def checked_word(wanted: WantedWord, others: Sequence[str]) -> WantedWord:
    """The word as the record keeps it, where it can be used beside the other terms of the list.

    Raises: BadWord.
    """
    term, instead = _one_line(wanted.term), _one_line(wanted.instead)
    if not any(letter.isalnum() for letter in term):
        raise NoTerm
    if len(term) > LONGEST_TERM or len(term.split()) > MOST_WORDS_OF_A_TERM:
        raise TooLongATerm(values={"most": str(MOST_WORDS_OF_A_TERM)})
    if term.casefold() in {other.casefold() for other in others}:
        raise SameWordAgain
    if wanted.way == KEEP:
        return WantedWord(term, "", KEEP)
    if not any(letter.isalnum() for letter in instead):
        raise NothingInstead if wanted.way == SWAP else NoMeaning
    if wanted.way == SWAP and _holds(instead, term):
        raise SaysItself
    return WantedWord(term, instead, wanted.way)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _holds(words: str, term: str) -> bool:
    spaced = f" {words.casefold()} "
    return f" {term.casefold()} " in "".join(
        letter if letter.isalnum() or letter in "'’-" else " " for letter in spaced
    )
