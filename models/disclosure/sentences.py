"""Taking whole sentences, or a stretch that somebody marked, out of words that were typed."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_END: Final = re.compile(r"[.!?…؟۔。]+[\"'”’»)\]]*(?=\s|$)|\n+")
_SHORT: Final = frozenset(
    (
        *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "rd", "ave", "ln", "ct", "sq"),
        *("nos", "ext", "tel", "dept", "etc", "e.g", "i.e", "eg", "ie", "vs", "approx"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
    )
)
_LAST_WORD: Final = re.compile(r"([^\W_](?:[^\s]*[^\W_])?)\W*$")
_SPACES: Final = re.compile(r"[^\S\n]+")
_BEFORE_MARK: Final = re.compile(r"\s+([.,;:!?…])")
_MARKS_IN_A_ROW: Final = re.compile(r"([,;:.])(?:\s*[,;:])+|[,;:]\s*(?=[.!?])")


class Span(NamedTuple):
    """From where up to where, in characters of a text."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


def sentences(text: str) -> tuple[Span, ...]:
    """Each sentence of a text with its end mark and the space after it.

    A mark after a short form or an initial ends none: too little is parted, never too much.
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if not _is_end(text[start : end.start()], text[end.end() :], end.group()):
            continue
        after = end.end()
        while after < len(text) and text[after].isspace():
            after += 1
        found.append(Span(start, after))
        start = after
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def _is_end(before: str, after: str, mark: str) -> bool:
    if "\n" in mark:
        return True
    following = after.lstrip()
    if following[:1].islower():
        return False
    if not mark.startswith("."):
        return True
    word = _LAST_WORD.search(before)
    last = word.group(1).casefold() if word else ""
    return not ((len(last) == 1 and last.isalpha()) or last in _SHORT) or not following


class Shortened(NamedTuple):
    """What is left of a text, and what went."""

    left: str
    gone: tuple[str, ...]


def without_sentences(text: str, touched: Iterable[Span]) -> Shortened:
    """The text without each sentence in which one of these stretches stands, even in part."""
    spans = tuple(touched)
    if not spans:
        return Shortened(text, ())
    left: list[str] = []
    gone: list[str] = []
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        (gone if any(sentence.touches(each) for each in spans) else left).append(words)
    return Shortened("".join(left).strip() if gone else text, tuple(map(str.strip, gone)))


def without_stretch(text: str, words: str) -> Shortened:
    """The text without a stretch that somebody marked, however its spaces run now."""
    parts = words.split()
    if not parts:
        return Shortened(text, ())
    marked = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
    gone = tuple(each.group() for each in marked.finditer(text))
    if not gone:
        return Shortened(text, ())
    return Shortened(_tidy(marked.sub(" ", text)), gone)


def _tidy(text: str) -> str:
    """What is left, without the spaces and marks that parted what is gone."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    left = "\n".join(line for line in lines if line)
    left = _MARKS_IN_A_ROW.sub(r"\1", _BEFORE_MARK.sub(r"\1", left)).lstrip(".,;: ")
    return left if any(mark.isalnum() for mark in left) else ""
