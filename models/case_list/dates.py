"""Dates as councils write them: day first or year first, never month first."""

import re
from datetime import date

from models.case_list.faults import Fault, fault
from models.problems import N_

_TIME = re.compile(
    r"(?<=[0-9])(?:[T ,]+)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?"
    r" ?(?:[AaPp][Mm]|Z|[+-][0-9]{2}:?[0-9]{2})?$"
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]*([A-Za-z]{3,9})\.?,?[ -]*([0-9]{4})")
_NAMED_MONTH_FIRST = re.compile(r"[A-Za-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}")
_TWO_DIGIT_YEAR = re.compile(r"[0-9]{1,2}[ /.-](?:[0-9]{1,2}|[A-Za-z]{3,9})[ /.-]'?[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{4,6}(?:\.[0-9]+)?")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2100

NOT_A_DATE = N_(
    "“{column}” should be a date, such as 03/04/2016 or 3 Apr 2016, and says “{given}”."
)
MONTH_FIRST = N_(
    "“{column}” says “{given}”, which has the month first. Waymark reads the day first: "
    "write it as dd/mm/yyyy."
)
SHORT_YEAR = N_("“{column}” says “{given}”. Write the year with four digits, so it is certain.")
SERIAL = N_(
    "“{column}” says “{given}”, which is a number that a spreadsheet keeps in place of a date. "
    "Format that column as a date (dd/mm/yyyy), save the list again and import it."
)
NO_SUCH_DAY = N_("“{column}” says “{given}”, and there is no such day.")
ODD_YEAR = N_("“{column}” says “{given}”, and that year cannot be right.")


def read_date(text: str) -> date | Fault:
    """Give the day that the text names, or why it cannot be taken; a time is left off."""
    shown = _TIME.sub("", text.strip()).strip()
    if found := _YEAR_FIRST.fullmatch(shown):
        return _day(shown, int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_FIRST.fullmatch(shown):
        return _day_first(shown, int(found[1]), int(found[3]), int(found[4]))
    if (found := _NAMED.fullmatch(shown)) and (month := _month(found[2])):
        return _day(shown, int(found[3]), month, int(found[1]))
    return fault(_reason(shown), given=text)


def is_month_first(text: str) -> bool:
    """Tell whether the text is a date only if the month is read first, as 04/13/2016 is."""
    found = read_date(text)
    return isinstance(found, Fault) and found.sentence == MONTH_FIRST


def _day_first(shown: str, day: int, month: int, year: int) -> date | Fault:
    if month > 12 and 1 <= day <= 12 and month <= 31:
        return fault(MONTH_FIRST, given=shown)
    return _day(shown, year, month, day)


def _day(shown: str, year: int, month: int, day: int) -> date | Fault:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return fault(ODD_YEAR, given=shown)
    try:
        return date(year, month, day)
    except ValueError:
        return fault(NO_SUCH_DAY, given=shown)


def _month(word: str) -> int | None:
    word = word.casefold()
    if word == "sept":
        return 9
    for number, name in enumerate(_MONTHS, start=1):
        if word in (name, name[:3]):
            return number
    return None


def _reason(shown: str) -> str:
    if _NUMBER.fullmatch(shown):
        return SERIAL
    if _TWO_DIGIT_YEAR.fullmatch(shown):
        return SHORT_YEAR
    if _NAMED_MONTH_FIRST.fullmatch(shown) and _month(re.split(r"[. ]", shown)[0]):
        return MONTH_FIRST
    return NOT_A_DATE
