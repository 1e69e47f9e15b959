"""The forms of an address: house and street without the town, short words, postcode alone."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from models.disclosure.common import is_word
from models.disclosure.folding import fold, fold_word, plain
from models.disclosure.form import Form, How, Rule

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_ANY_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d)\s?([A-Z]{2})\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;\n]+")
_AFTER_STREET = re.compile(
    r"(?<=\w )\b((?:street|road|avenue|lane|close|drive|crescent|gardens|terrace|rd|ave|ln)\b\.?)"
    r"(?=\s+(?!(?:north|south|east|west|street|road|lane|close|end)\b)[A-Z])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:no|number|house)\.?\s*)?\b(\d+\s?[A-Za-z]?)\b[\s,]+(?=[^\d\s,])", re.I
)
_FLAT = re.compile(r"^\s*(?:flat|apartment|apt|unit|room|floor)\b", re.IGNORECASE)
_SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "street": ("st", "str"), "road": ("rd",), "avenue": ("ave", "av", "avn"), "lane": ("ln", "la"),
    "close": ("cl",), "drive": ("dr", "drv"), "court": ("ct", "crt"), "place": ("pl",),
    "crescent": ("cres", "cr", "cresc"), "gardens": ("gdns", "gdn"), "terrace": ("ter", "terr"),
    "square": ("sq",), "grove": ("gr", "gro"), "mews": ("mws",), "walk": ("wlk",),
    "park": ("pk",), "hill": ("hl",), "rise": ("ri",), "way": ("wy",), "green": ("grn",),
    "row": (), "view": (), "parade": ("pde",), "boulevard": ("blvd",), "estate": ("est",),
}  # fmt: skip
_AHEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "saint": ("st",), "north": ("n",), "south": ("s",), "east": ("e",), "west": ("w",),
    "upper": ("upr",), "lower": ("lwr",), "great": ("gt",), "mount": ("mt",),
}  # fmt: skip
_HOUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "house": ("hse", "ho"), "cottage": ("cott", "ctg"), "farm": ("fm",), "lodge": ("ldg",),
}  # fmt: skip
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                "ninety")  # fmt: skip
_MOST_IN_WORDS, _OF_EVERY_TOWN = 100, 2
_KINDS_OF_PLACE = frozenset(
    (*_SHORT, *(each for short in _SHORT.values() for each in short), *_HOUSES, "hall", "villa")
)
_OF_ANYWHERE = frozenset({"the cottage", "the house", "the bungalow", "the flat", "the lodge"})


def address_forms(words: str) -> Iterator[Form]:
    """What of an address tells where it is; a town alone does not."""
    for written in dict.fromkeys((_POSTCODE.sub(",", words), parted(words))):
        yield from _in_parts([part.strip() for part in _PARTS.split(written) if part.strip()])


def parted(words: str) -> str:
    """An address with a comma for its postcode, and one after each street that has none."""
    return _AFTER_STREET.sub(r"\1,", _POSTCODE.sub(",", words))


def is_postcode(words: str) -> bool:
    """Whether it is a postcode and nothing else."""
    return _POSTCODE.fullmatch(words.strip()) is not None


def streets_alone(words: str) -> Iterator[Form]:
    """Streets without number and kind, and houses without their kind: of a refuge only."""
    for part in _PARTS.split(parted(words)):
        written = _NUMBERED.sub("", part.strip() + " ").split()
        if len(written) > 1 and plain(written[-1].strip(".")) in _KINDS_OF_PLACE:
            own = written[:-1]
            everyday = all(is_word(each) for each in own)
            single = Rule.WITHIN if len(own) == 1 else Rule.CAPITALS
            yield Form(fold(" ".join(own)).words, How.PART, single if everyday else Rule.ANYWHERE)


def _in_parts(parts: list[str]) -> Iterator[Form]:
    for place, part in enumerate(parts):
        number, street = _numbered(part, parts, place)
        if street:
            yield from _streets(number, street)
        elif _is_house(part, parts, place):
            yield from _house(part)


def postcodes(words: str, *, with_area: bool = False) -> Iterator[Form]:
    """Each postcode, in two parts, however its blanks were typed; of some its first part alone."""
    for out, figure, letters in _ANY_POSTCODE.findall(words):
        yield Form((fold_word(out), fold_word(figure + letters)), How.PART, Rule.POSTCODE)
        if with_area:
            yield Form((fold_word(out),), How.PART)


def in_words(number: int) -> str:
    """A number below a hundred as it is said."""
    if number < len(_ONES):
        return _ONES[number]
    return f"{_TENS[number // 10]} {_ONES[number % 10] if number % 10 else ''}".strip()


def _numbered(part: str, parts: list[str], place: int) -> tuple[str, str]:
    """The number and the street of a part of an address, also where a comma parts the two."""
    if _FLAT.match(part) and (found := _NUMBERED.search(part, _flat_end(part))) is None:
        return "", ""
    found = _NUMBERED.search(part, _flat_end(part))
    if found:
        return found[1], part[found.end() :]
    before = parts[place - 1] if place else ""
    if re.fullmatch(r"\d+\s?[A-Za-z]?", before):
        return before, part
    return ("", part) if _ends_as_street(part) else ("", "")


def _flat_end(part: str) -> int:
    found = re.match(r"\s*(?:flat|apartment|apt|unit|room|floor)\s+\w+[\s,]*", part, re.I)
    return found.end() if found else 0


def _ends_as_street(part: str) -> bool:
    last = part.split()[-1].strip(".").casefold()
    return len(part.split()) > 1 and (last in _SHORT or any(last in s for s in _SHORT.values()))


def _streets(number: str, street: str) -> Iterator[Form]:
    name = fold(street).words
    everyday = all(is_word(each) for each in street.split())
    if len(name) > 1 and _ends_as_street(street) and not everyday:
        yield Form((name[-1], *name[:-1]), How.PART)
    for written in _ways(street):
        if number:
            yield from (Form((*said, *written), How.PART) for said in _numbers(number))
            if len(name) > 1 and _ends_as_street(street):
                yield from (Form((*said, *written[:-1]), How.PART) for said in _numbers(number))
        yield Form(written, How.PART, _rule_of(name, everyday=everyday))


def _rule_of(street: tuple[str, ...], *, everyday: bool) -> Rule:
    """Where a street counts without its number: one word and "Road" is in every town."""
    if everyday and len(street) == 1:
        return Rule.AS_NAME
    return Rule.STREET if everyday and len(street) <= _OF_EVERY_TOWN else Rule.ANYWHERE


def _numbers(number: str) -> Iterator[tuple[str, ...]]:
    yield (fold_word(number.replace(" ", "")),)
    if number.isdigit():
        yield from ((fold_word(f"{number}{letter}"),) for letter in "abc")
    if number.isdigit() and int(number) < _MOST_IN_WORDS:
        yield tuple(map(fold_word, in_words(int(number)).split()))


def _ways(street: str) -> Iterator[tuple[str, ...]]:
    """A street with its first and last word whole and in each short way."""
    written = [each.strip(".") for each in street.split()]
    firsts, lasts = _either(written[0], _AHEAD), _either(written[-1], _SHORT)
    if len(written) == 1:
        firsts = [""]
    for first in firsts:
        for last in lasts:
            yield fold(" ".join((first, *written[1:-1], last))).words


def _either(word: str, short: Mapping[str, tuple[str, ...]]) -> list[str]:
    small = word.casefold()
    for whole, others in short.items():
        if small == whole or small in others:
            return list(dict.fromkeys((word, whole, *others)))
    return [word]


def _is_house(part: str, parts: list[str], place: int) -> bool:
    """Whether this part names a house: it stands before the street, or says that it is one."""
    if any(mark.isdigit() for mark in part) or part.casefold() in _OF_ANYWHERE:
        return False
    if re.search(r"\b(?:house|cottage|lodge|farm|court|hall|villa|barn|mill)\b", part, re.I):
        return True
    later = parts[place + 1 :]
    return any(_numbered(each, parts, 0)[1] for each in later) and not _FLAT.match(part)


def _house(part: str) -> Iterator[Form]:
    everyday = all(is_word(each) for each in part.split())
    written = part.split()
    for last in _either(written[-1], _HOUSES):
        words = fold(" ".join((*written[:-1], last))).words
        is_plain = everyday and len(words) == 1
        yield Form(words, How.PART, Rule.AS_NAME if is_plain else Rule.ANYWHERE)
