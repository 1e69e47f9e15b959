"""Telephone numbers, in whatever groups they are written, and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.disclosure.folding import FoldedText

_PHONE = re.compile(r"[+(]*\d(?:[\s().\-/]{0,3}\d){5,17}")
_RUN = re.compile(
    r"(?<![^\W\d_])[+(\[]*[\dOolI|](?:(?:[^\w|]{0,3}|[xX_])[\dOolI|]){5,60}(?![^\W\d_])"
)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_DIGIT = re.compile(r"[\dOolI|]")
_DRAWN = str.maketrans("OolI|", "00111")
_AHEAD = re.compile(r"(?:(?:00)?44)?0?$")
_SHORTEST, _NATIONAL, _FEWEST_REAL = 6, 10, 4
_WORDS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:double|treble|triple)\b", re.IGNORECASE)
_FEWEST_IN_WORDS = 3
_SOME_FIGURES = re.compile(r"\d{3}")
_HUNDRED = "hundred"
_BETWEEN = frozenset(
    {_HUNDRED, "ext", "extension", "then", "and", "dash", "hyphen", "space", "dot"}
)
_WORDS_BETWEEN = re.compile(rf"\d\W+(?:{'|'.join(sorted(_BETWEEN))})\b", re.IGNORECASE)
_TIMES = {"double": 2, "treble": 3, "triple": 3}


@dataclass(frozen=True)
class Number:
    """A telephone number as compared: its last ten digits, and what is dialled near by."""

    national: str
    local: str


@dataclass(frozen=True)
class Digits:
    """Digits that stand together in a text, and where each stands."""

    digits: str
    places: tuple[int, ...]


def numbers_in(words: str) -> tuple[Number, ...]:
    """The telephone numbers of a fact."""
    return tuple(number for each in _PHONE.findall(words) if (number := _number(each)) is not None)


def places_of(number: Number, run: Digits) -> Iterator[tuple[int, int]]:
    """Where a telephone number stands among digits: from and up to a character of the text."""
    if number.local and run.digits == number.local:
        yield run.places[0], run.places[-1] + 1
    at = run.digits.find(number.national)
    while at >= 0:
        after = at + len(number.national)
        ahead = _AHEAD.search(run.digits, 0, at)
        yield run.places[ahead.start() if ahead else at], run.places[after - 1] + 1
        at = run.digits.find(number.national, after)


def digits_of(text: FoldedText) -> Iterator[Digits]:
    """Each run of digits that a telephone number may stand in, drawn as figures or in words."""
    plain = _ascii_digits(text.text)
    for found in _RUN.finditer(plain):
        drawn = [
            (mark.group().translate(_DRAWN), found.start() + mark.start())
            for mark in _DIGIT.finditer(found.group())
        ]
        real = sum(plain[place].isdigit() for _digit, place in drawn)
        if len(drawn) >= _SHORTEST and real >= _FEWEST_REAL:
            yield Digits("".join(digit for digit, _ in drawn), tuple(at for _, at in drawn))
    yield from _said(text)


def _said(text: FoldedText) -> Iterator[Digits]:
    """Digits in words, such as "oh seven double seven"."""
    if not _may_be_said(text.text):
        return
    digits: list[tuple[str, int]] = []
    times = 1
    for place, (start, end) in enumerate(zip(text.starts, text.ends, strict=True)):
        written = text.text[start:end].casefold()
        digit = _WORDS.get(written) or (written if written.isdigit() else "")
        if written in _TIMES:
            times = _TIMES[written]
            continue
        if digits and written in _BETWEEN:
            digits += [("0", place)] * (2 * (written == _HUNDRED))
            if place < len(text.starts) - 1:
                continue
        if digit:
            digits += [(each, place) for each in digit * times]
        if (not digit or place == len(text.starts) - 1) and len(digits) >= _SHORTEST:
            yield _in_words(text, digits)
        if not digit:
            digits = []
        times = 1


def _may_be_said(text: str) -> bool:
    """Whether there may be a number in words, or with words between its figures."""
    if _MANY.search(text) or _WORDS_BETWEEN.search(text):
        return True
    few = len(_IN_WORDS.findall(text))
    return few >= _FEWEST_IN_WORDS or (few > 0 and _SOME_FIGURES.search(text) is not None)


def _in_words(text: FoldedText, digits: list[tuple[str, int]]) -> Digits:
    places = [text.starts[place] for _digit, place in digits]
    places[-1] = text.ends[digits[-1][1]] - 1
    return Digits("".join(digit for digit, _place in digits), tuple(places))


def _number(written: str) -> Number | None:
    digits = "".join(mark for mark in written if mark.isdigit())
    local = digits if not written.startswith(("+", "0")) else ""
    national = re.sub(r"^(?:0044|44(?=\d{10})|0)0?", "", digits)
    if len(digits) < _SHORTEST:
        return None
    if len(national) != _NATIONAL:
        return Number(national or digits, local)
    return Number(national, _local(national))


def _local(national: str) -> str:
    """What is dialled from near by; a mobile telephone has nothing of the kind."""
    if national[0] == "2":
        return national[2:]
    if national[0] != "1":
        return ""
    if national[1] == "1" or national[2] == "1":
        return national[3:]
    return national[4:]


def _ascii_digits(text: str) -> str:
    """A text with the digits of every script as ours, each in its place."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda found: str(int(found.group())), text)
