"""Reads a date as people type it: day first, in figures, in words, or so long from today."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from models.problems import N_, Problem

Towards = Literal["future", "past"]

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_COUNTING: Final = (
    *("two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS: Final = {
    **dict.fromkeys(("a", "an", "one"), 1),
    **{word: place for place, word in enumerate(_COUNTING, start=2)},
}
_LEAST_YEAR: Final = 1900
_MOST_YEAR: Final = 2199

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?([a-z]{3,9})\.?,?(?: ?(\d{4}|\d{2}))?"
)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_LENGTH = re.compile(r"(?:in )?(\d{1,3}|[a-z]+) ?(d|w|m|y|days?|weeks?|months?|years?)( ago)?")
_WEEKDAY = re.compile(r"(?:(next|last|on|this) )?([a-z]{3,9})")
_WEEKDAY_FIRST = re.compile(r"([a-z]{3,9}),? (?=.*\d)")


class UnreadableDay(Problem):
    """What was typed is not a day."""

    what = N_("That could not be read as a date.")
    kept = N_("What you typed is still there.")
    next = N_("Write a date such as 18 December 2026, 18/12/2026, Friday or 2 weeks.")


def read_day(typed: str, today: date, towards: Towards = "future") -> date:
    """Give the day that was typed; one without a year is the nearest that way from today.

    Raises: UnreadableDay where it is not a day of the calendar.
    """
    words = " ".join(typed.lower().replace(",", " , ").split()).replace(" ,", ",")
    for reader in _READERS:
        day = reader(_without_weekday(words), today, towards)
        if day is not None and _LEAST_YEAR <= day.year <= _MOST_YEAR:
            return day
    raise UnreadableDay


def _without_weekday(words: str) -> str:
    """Drop the weekday of "fri 18 dec": the date says it already."""
    found = _WEEKDAY_FIRST.match(words)
    if found and _named(_WEEKDAYS, found[1]) is not None:
        return words[found.end() :]
    return words


def _iso(words: str, _today: date, _towards: Towards) -> date | None:
    found = _ISO.fullmatch(words)
    return _date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _figures(words: str, today: date, towards: Towards) -> date | None:
    found = _FIGURES.fullmatch(words)
    if not found:
        return None
    return _with_year(found[3], int(found[2]), int(found[1]), today, towards)


def _day_month(words: str, today: date, towards: Towards) -> date | None:
    found = _DAY_MONTH.fullmatch(words)
    month = _named(_MONTHS, found[2]) if found else None
    if not found or month is None:
        return None
    return _with_year(found[3], month + 1, int(found[1]), today, towards)


def _month_day(words: str, today: date, towards: Towards) -> date | None:
    found = _MONTH_DAY.fullmatch(words)
    month = _named(_MONTHS, found[1]) if found else None
    if not found or month is None:
        return None
    return _with_year(found[3], month + 1, int(found[2]), today, towards)


def _named_day(words: str, today: date, _towards: Towards) -> date | None:
    steps = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
    return today + timedelta(days=steps[words]) if words in steps else None


def _weekday(words: str, today: date, towards: Towards) -> date | None:
    found = _WEEKDAY.fullmatch(words)
    place = _named(_WEEKDAYS, found[2]) if found else None
    if not found or place is None:
        return None
    if found[1] == "last" or (towards == "past" and found[1] != "next"):
        return today - timedelta(days=(today.weekday() - place - 1) % 7 + 1)
    if found[1] == "next":
        monday = today + timedelta(days=7 - today.weekday())
        return monday + timedelta(days=place)
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)


def _length(words: str, today: date, towards: Towards) -> date | None:
    found = _LENGTH.fullmatch(words)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
    if count is None:
        return None
    back = found[3] is not None or (towards == "past" and not words.startswith("in "))
    return _after(today, -count if back else count, found[2][0])


def _after(today: date, count: int, unit: str) -> date | None:
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    if not _LEAST_YEAR <= year <= _MOST_YEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(today.day, last))


def _with_year(
    year: str | None, month: int, day: int, today: date, towards: Towards
) -> date | None:
    if year is None:
        return _nearest(month, day, today, towards)
    if len(year) == 4:
        return _date(int(year), month, day)
    this_century = today.year // 100 * 100 + int(year)
    found = _date(this_century, month, day)
    if towards == "past" and found is not None and found > today:
        return _date(this_century - 100, month, day)
    return found


def _nearest(month: int, day: int, today: date, towards: Towards) -> date | None:
    """Give the nearest such day; 29 February may be some years away."""
    step = 1 if towards == "future" else -1
    for years in range(9):
        found = _date(today.year + step * years, month, day)
        if found is not None and (found - today).days * step >= 0:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(names: tuple[str, ...], short: str) -> int | None:
    """Give the place of the one name that begins so, from three letters on."""
    least = 3
    found = [place for place, name in enumerate(names) if name.startswith(short.rstrip("."))]
    return found[0] if len(found) == 1 and len(short) >= least else _other_short_form(short)


def _other_short_form(short: str) -> int | None:
    return {"sept": 8, "tues": 1, "weds": 2, "thur": 3, "thurs": 3}.get(short)


_Reader = Callable[[str, date, Towards], date | None]
_READERS: Final[tuple[_Reader, ...]] = (
    *(_iso, _figures, _named_day, _length, _weekday, _day_month, _month_day),
)
