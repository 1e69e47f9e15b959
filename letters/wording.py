"""The sentences, dates, times and lists of one language, for paper."""

import gettext as catalogues
import re
from collections.abc import Sequence
from datetime import date, time
from functools import cache
from string import Formatter
from unicodedata import normalize

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list

import resources
from letters.languages import ENGLISH, language_of
from letters.paragraph import Piece, Pieces, kept_apart
from models.problems import N_

SOURCE_LANGUAGE = ENGLISH

# Translators: patterns of dates and times, in Unicode date letters.
_DAY, _DAY_WITH_YEAR = N_("EEEE d MMMM"), N_("EEEE d MMMM y")
_DATE, _SHORT_DATE = N_("d MMMM y"), N_("d MMM y")
_SHORT_DAY, _TIME = N_("EEE d MMM y"), N_("h:mma")

_NARROW, _NO_BREAK = "\u202f", "\u00a0"  # few faces have the narrow one

Value = str | int | Piece | Pieces


class Wording:
    """Says whole sentences in one language; words its catalogue lacks stay English.

    Sentences are marked with N_ and take their values by name. Values are plain words, never
    markup; one that runs from right to left, or stands in such a language, is kept apart.
    Numbers are those of the West, as in the English copy, unless `own_digits` is asked for.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, *, own_digits: bool = False) -> None:
        self.language = language
        spoken = language_of(language)
        self.locale = Locale.parse(spoken.for_babel)
        self.right_to_left = spoken.right_to_left
        self._dates = spoken.dates
        self._digits = _digits_of(self.locale) if own_digits else {}
        self._catalogue = catalogues.translation(
            "letters", resources.path("locale"), languages=[spoken.folder], fallback=True
        )

    def knows(self, words: str, many: str = "") -> bool:
        """Whether its catalogue has this sentence; English has every one."""
        if self.language == SOURCE_LANGUAGE:
            return True
        if many:
            return self._catalogue.ngettext(words, many, 1) not in (words, many)
        return self._catalogue.gettext(words) != words

    def say(self, words: str, /, **values: Value) -> str:
        """Give a sentence as plain text."""
        return "".join(piece.text for piece in self.pieces(words, **values))

    def pieces(self, words: str, /, **values: Value) -> Pieces:
        """Give a sentence in pieces, so that a value may be bold or kept on one line."""
        said = self._catalogue.gettext(words) if words else ""  # of nothing it gives its header
        return self._filled(said, values)

    def ngettext(self, one: str, many: str, count: int, /, **values: Value) -> Pieces:
        """Give the form of a sentence that goes with a number, which it may name {count}."""
        form = self._catalogue.ngettext(one, many, count)
        return self._filled(form, {"count": str(count).translate(self._digits), **values})

    def listed(self, names: Sequence[Value]) -> Pieces:
        """Give names as a list in words, as "Jo, Dele and Nana Bea"."""
        pattern = format_list([f"{{{place}}}" for place in range(len(names))], locale=self.locale)
        if self.locale.language == "cy" and names:
            pattern = _WELSH_AND.sub(_and_in_welsh(names[-1]), pattern)
        return self._filled(pattern, {str(place): name for place, name in enumerate(names)})

    def day(self, day: date, near: date) -> Piece:
        """Give a day as "Thursday 12 November", with the year when it is not that of `near`."""
        return self._dated(day, _DAY if day.year == near.year else _DAY_WITH_YEAR)

    def full_day(self, day: date) -> Piece:
        """Give a day with its weekday and year."""
        return self._dated(day, _DAY_WITH_YEAR)

    def plain_date(self, day: date) -> Piece:
        """Give a date without its weekday, as "12 November 2026"."""
        return self._dated(day, _DATE)

    def short_date(self, day: date) -> Piece:
        """Give a date without its weekday for a narrow column, as "29 Jan 2027"."""
        return self._dated(day, _SHORT_DATE)

    def short_day(self, day: date) -> Piece:
        """Give a day for a narrow column, as "Fri 29 Jan 2027"."""
        return self._dated(day, _SHORT_DAY)

    def time(self, clock: str) -> Piece:
        """Give a time kept as "16:04" as "4:04pm"; of anything else nothing."""
        try:
            moment = time.fromisoformat(clock)
        except ValueError:
            return Piece("")
        if self.locale.language == "en":
            said = format_time(moment, _TIME, locale=self.locale).lower()
        else:
            pattern = self._catalogue.gettext(_TIME)
            said = format_time(
                moment, "short" if pattern == _TIME else pattern, locale=self.locale
            )
        return self._together(said)

    def _dated(self, day: date, pattern: str) -> Piece:
        own = self._catalogue.gettext(pattern)
        if own == pattern:
            own = self._dates.get(pattern, pattern)
        return self._together(format_date(day, own, locale=self.locale))

    def _together(self, said: str) -> Piece:
        """A day or a time on one line, in the digits that are asked for."""
        return Piece(said.translate(self._digits).replace(_NARROW, _NO_BREAK), together=True)

    def _filled(self, pattern: str, values: dict[str, Value]) -> Pieces:
        found: list[Piece] = []
        for literal, name, _spec, _conversion in Formatter().parse(pattern):
            if literal.startswith(".") and _is_ended(found):
                literal = literal[1:]  # a date may end with a stop of its own
            if literal:
                found.append(Piece(literal, fixed=True))
            if name is not None:
                found.extend(self._inserted(values[name]))
        return tuple(found)

    def _inserted(self, value: Value) -> Pieces:
        if isinstance(value, tuple):
            return value
        piece = value if isinstance(value, Piece) else Piece(str(value))
        return kept_apart((piece,), always=self.right_to_left)


def _is_ended(pieces: Sequence[Piece]) -> bool:
    """Whether words have their full stop already."""
    return "".join(piece.text for piece in pieces).rstrip("\u2069").endswith(".")


_WELSH_AND = re.compile(r",? a\(c\) ")  # Unicode CLDR leaves the choice open


def _and_in_welsh(last: Value) -> str:
    """The word for "and" before a vowel, or before any other letter."""
    pieces = last if isinstance(last, tuple) else (last,)
    said = "".join(each.text if isinstance(each, Piece) else str(each) for each in pieces)
    first = normalize("NFD", said.lstrip("\u2068 "))[:1].casefold()
    return " ac " if first and first in "aeiouwy" else " a "


_ZERO = {"arab": "٠", "arabext": "۰", "beng": "০", "tamldec": "௦", "guru": "੦"}


def _digits_of(locale: Locale) -> dict[int, int]:
    """The digits of a language for those of the West; none where it has no others."""
    zero = _ZERO.get(str(locale.other_numbering_systems.get("native")))
    return {ord("0") + digit: ord(zero) + digit for digit in range(10)} if zero else {}


def own_digits_of(language: str) -> str:
    """The ten digits of a language, from nought; nothing where it has only those of the West."""
    digits = _digits_of(Locale.parse(language_of(language).for_babel))
    return "".join(map(chr, digits.values()))


@cache
def wording(language: str = SOURCE_LANGUAGE, *, own_digits: bool = False) -> Wording:
    """The wording of a language, loaded once."""
    return Wording(language, own_digits=own_digits)


def strong(text: str) -> Piece:
    """A value printed bold and kept on one line, as a telephone number is."""
    return Piece(text, bold=True, together=True)


def quoted(text: str) -> Piece:
    """The child's own words, exactly as they are."""
    return Piece(text, quoted=True)
