"""Acronyms that a child may not know: capitals that stand for words."""

import re
from collections.abc import Collection, Iterator

from letters.plain import spelling
from letters.plain.protected import Spans, touches
from letters.plain.sentences import Stretch
from letters.plain.small_words import set_of

_CAPITALS = re.compile(r"(?<![\w.@/\-])(?:[A-Z]\.){2,}|\b[A-Z](?:&[A-Z]|[A-Z])+(?:s\b|\b)(?!\d)")
_ROMAN = re.compile(r"[IVX]+")
_LONGEST = 5
SAID_AS_WORDS = set_of(
    """UK USA US EU TV PIN SIM DVD CD OK PE IT RE ID BBC ITV PC DJ BMX LEGO MP UN NHS WIFI USB FIFA
    UEFA FA FC SATS GCSE GCSES XL XXL AM PM BC AD BFF LGBT LGBTQ VR RSPCA BFG PS RIP DIY"""
)
"""Capitals that are said at home or at school as they are."""


def acronyms_in(text: str, kept: Collection[str] = (), spans: Spans = ()) -> Iterator[Stretch]:
    """Each run of capitals that is no name, no shouted word and not known to every child.

    `kept` are those that a child or the council wants; `spans` are left alone.
    """
    for found in _CAPITALS.finditer(text):
        word = found.group()
        if word in kept or _is_known(word) or touches(spans, found.start(), found.end()):
            continue
        if not _is_shouted(text, found):
            yield Stretch(found.start(), found.end(), word)


def _is_known(word: str) -> bool:
    bare = word.replace(".", "").upper()
    return bare in SAID_AS_WORDS or bare.removesuffix("S") in SAID_AS_WORDS or _is_number(word)


def _is_number(word: str) -> bool:
    return _ROMAN.fullmatch(word) is not None


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Whether it is a word in capitals among others, or too long to stand for words."""
    word = found.group()
    if not word.isalpha() or not word.isupper():
        return False
    if len(word) > _LONGEST:
        return not spelling.is_ready() or spelling.is_known(word.lower())
    beside = re.findall(r"[A-Z]{3,}", f"{text[: found.start()][-15:]} {text[found.end() :][:15]}")
    return bool(beside) and spelling.is_known(word.lower())
