"""Reads a time of day as people type it: 4pm, 4.30, 16:00, half a clock or a whole one."""

import re
from typing import Final

from models.problems import N_, Problem

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap])?\.?(?:m\.?)?")
_SCHOOL_DAY_BEGINS: Final = 7


class UnreadableTime(Problem):
    """What was typed is not a time of day."""

    what = N_("That could not be read as a time.")
    kept = N_("What you typed is still there.")
    next = N_("Write a time such as 4pm, 4:30pm or 16:30.")


def read_time(typed: str) -> str:
    """Give the time as "16:30"; an hour before 7 without am or pm is in the afternoon.

    Raises: UnreadableTime.
    """
    words = " ".join(typed.lower().split())
    if words in {"noon", "midday"}:
        return "12:00"
    found = _TIME.fullmatch(words)
    if found is None:
        raise UnreadableTime
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        raise UnreadableTime
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour < _SCHOOL_DAY_BEGINS and len(found[1]) == 1:
        hour += 12
    if hour > 23 or minute > 59:
        raise UnreadableTime
    return f"{hour:02}:{minute:02}"
