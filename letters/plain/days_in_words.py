"""Days written in digits, as 12/12/26, told in words, as a letter has them."""

import re
from datetime import date

from letters.plain.protected import quoted, touches

_DIGITS = re.compile(r"(?<![\w/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|\.\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def with_days_in_words(text: str) -> str:
    """The text with each day in words that surely is one; what is quoted stays as it is."""
    quotes = quoted(text)

    def in_words(found: re.Match[str]) -> str:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        if touches(quotes, found.start(), found.end()) or not _is_day(year, month, day):
            return found[0]
        return f"{day} {_MONTHS[month - 1]} {year}"

    return _DIGITS.sub(in_words, text)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1990 <= year < 2100
