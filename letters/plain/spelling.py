"""British spelling, offline: words that the dictionary does not know, and ideas for them.

The dictionary takes about a second to read. `make_ready` is for a thread in the background; until
it is done, nothing is called misspelt.
"""

import re
import threading
import time
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

import resources
from letters.plain.dictionary_files import read_dictionary
from letters.plain.protected import protected, touches
from letters.plain.sentences import Stretch, is_sentence_start, without_ending

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

LANGUAGE = "en-GB"
MOST_IDEAS, MOST_SECONDS = 5, 0.4
_LONGEST_WORD = 30
_AS_GOOD_AS_SURE = 0.85
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


class _Shelf:
    """Where the dictionary stands once it is read."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.dictionary: Dictionary | None = None
        self.more: frozenset[str] = frozenset()


_SHELF = _Shelf()


def make_ready() -> None:
    """Read the dictionary; a second call does nothing. Slow: not for the thread of a window."""
    with _SHELF.lock:
        if _SHELF.dictionary is None:
            words = resources.text("dictionary/service_words.txt").split()
            _SHELF.more = frozenset(word.lower() for word in words)
            _SHELF.dictionary = read_dictionary(LANGUAGE)


def is_ready() -> bool:
    """Whether words can be looked up at once."""
    return _SHELF.dictionary is not None


def misspelt(text: str, names: Collection[str] = ()) -> tuple[Stretch, ...]:
    """Words that the dictionary does not know, but for names, quotations and addresses.

    Nothing, until the dictionary is ready.
    """
    if not is_ready():
        return ()
    unknown = list(_unknown(text))
    if not unknown:
        return ()
    spans = protected(text, names)
    return tuple(each for each in unknown if not touches(spans, each.start, each.end))


def is_known(word: str) -> bool:
    """Whether the dictionary has this word. Before it is ready it knows none."""
    return is_ready() and _is_known(word.replace("’", "'"))


def ideas_for(word: str, most: int = MOST_IDEAS, seconds: float = MOST_SECONDS) -> tuple[str, ...]:
    """How a word may have been meant, likeliest first; it gives up after so many seconds.

    Looking for one more idea may run a little over. Not for the thread of a window.
    """
    dictionary = _SHELF.dictionary
    if dictionary is None or len(word) > _LONGEST_WORD or not _WORD.fullmatch(word):
        return ()
    until = time.monotonic() + seconds
    found = dict.fromkeys(get_close_matches(word.lower(), _SHELF.more, 1, _AS_GOOD_AS_SURE))
    with _SHELF.lock:  # one search at a time, so that two do not slow each other
        for idea in dictionary.suggest(word.replace("’", "'")):
            found[idea.replace("'", "’") if "’" in word else idea] = None
            if len(found) >= most or time.monotonic() > until:
                break
    return tuple(found)


def _unknown(text: str) -> Iterator[Stretch]:
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'")
        if not _is_known(word) and _may_be_judged(text, match):
            yield Stretch(match.start(), match.end(), match.group())


def _may_be_judged(text: str, match: re.Match[str]) -> bool:
    """Whether it is a word of English and no name, acronym, code or part of an address."""
    word = match.group()
    if len(word) == 1 or _is_touching_a_figure(text, match):
        return False
    if not word.replace("’", "'").isascii():  # "café", or a word of another script
        return False
    if any(letter.isupper() for letter in without_ending(word)[1:]):
        return False
    return not word[0].isupper() or is_sentence_start(text, match.start())


def _is_touching_a_figure(text: str, match: re.Match[str]) -> bool:
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return any(mark.isdigit() or mark in "_@\\" for mark in beside)


@lru_cache(maxsize=8192)
def _is_known(word: str) -> bool:
    dictionary, bare = _SHELF.dictionary, without_ending(word)
    ways = dict.fromkeys((word, word.lower(), bare, bare.lower()))
    return dictionary is not None and any(
        each in _SHELF.more or dictionary.lookup(each) for each in ways
    )
