"""Where a line may end: after blanks, hyphens between letters, and between Chinese characters."""

import re
from itertools import pairwise
from typing import NamedTuple

_BLANKS = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_WORD = re.compile(f"([^{_BLANKS}\n]*)([{_BLANKS}]*)(\n?)")
_PHONE = re.compile(r"[+(]?\d[\d()]*(?: [\d()]+){1,6}")
_PHONE_DIGITS = 8
_CJK = (
    "\u2e80-\u2fdf\u3001-\u30ff\u3100-\u9fff\ua000-\ua4cf\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_CHINESE = re.compile(f"[{_CJK}]")
_NEVER_FIRST = frozenset(
    "，。、；：？！”’）》」』】〉〕,.;:?!)]}%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NEVER_LAST = frozenset("“‘（《「『【〈〔([{")
_INSIDE = re.compile(
    "(?<=[^\\W\\d_])[-\u2010](?=[^\\W\\d_])"
    "|[\u2014\u1361](?=\\w)"
    "|(?<=[\\w/])[/?&=](?=[^\\W\\d_]{3})"
)


_LAST_RESORT = re.compile("[ \u00a0]+|[@/._?&=-]+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b(?: \d{{4}}\b)?")
_NEEDS_CARE = re.compile(
    f"[\n\u1680\u2000-\u2006\u2008-\u200b\u205f{_CJK}]|[0-9)] [0-9(]|{_INSIDE.pattern}"
    f"|\\d(?:st|nd|rd|th)? (?:{_MONTHS})"
)
_PLAIN = re.compile("[^ ]* *")


class Word(NamedTuple):
    """A stretch that stays on one line: its end, the end of the blanks after it, a forced end."""

    start: int
    end: int
    after: int
    ends_line: bool


def plain_words(text: str) -> list[str] | None:
    """Cut a text after each run of blanks; None if lines may also end elsewhere."""
    if _NEEDS_CARE.search(text):
        return None
    found: list[str] = _PLAIN.findall(text)
    return found[:-1] or found


def words(text: str) -> list[Word]:
    """Cut a text into words at each place where a line may end."""
    found: list[Word] = []
    kept = _kept_blanks(text)
    is_cut_inside = bool(_INSIDE.search(text) or _CHINESE.search(text))
    start = 0
    matches = list(_WORD.finditer(text))
    for match in matches[:-1] or matches:
        end, after = match.end(1), match.end(2)
        if end in kept:
            continue
        ends_line = match.end(3) > after
        word = Word(start, end, after, ends_line)
        found += _inside(text, word) if is_cut_inside else [word]
        start = match.end()
    return found


def parts_of(text: str, word: Word) -> list[Word]:
    """Cut a word too wide for its line after blanks kept in it and after marks of addresses."""
    cuts = [match.span() for match in _LAST_RESORT.finditer(text, word.start, word.end)]
    parts: list[Word] = []
    start = word.start
    for first, after in cuts:
        is_blank = text[first].isspace()
        if after < word.end:
            parts.append(Word(start, first if is_blank else after, after, ends_line=False))
            start = after
    return [*parts, word._replace(start=start)]


def _kept_blanks(text: str) -> frozenset[int]:
    """Name the blanks inside telephone numbers and dates, where no line ends."""
    kept: set[int] = set()
    for match in _DATE.finditer(text):
        kept.update(match.start() + at for at, mark in enumerate(match.group()) if mark == " ")
    for match in _PHONE.finditer(text):
        number = match.group()
        if sum(character.isdigit() for character in number) >= _PHONE_DIGITS:
            kept.update(match.start() + place for place, mark in enumerate(number) if mark == " ")
    return frozenset(kept)


def _inside(text: str, word: Word) -> list[Word]:
    body = text[word.start : word.end]
    cuts = [match.end() for match in _INSIDE.finditer(body)]
    if _CHINESE.search(body):
        cuts += _chinese_cuts(body)
    if not cuts:
        return [word]
    places = [word.start, *sorted({word.start + cut for cut in cuts}), word.end]
    pieces = [
        Word(start, end, end, ends_line=False) for start, end in pairwise(places) if end > start
    ]
    pieces[-1] = pieces[-1]._replace(after=word.after, ends_line=word.ends_line)
    return pieces


def _chinese_cuts(body: str) -> list[int]:
    return [
        place
        for place in range(1, len(body))
        if (_CHINESE.match(body[place]) or _CHINESE.match(body[place - 1]))
        and body[place] not in _NEVER_FIRST
        and body[place - 1] not in _NEVER_LAST
    ]
