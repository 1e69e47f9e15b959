"""A TOML file that a council hands in: its text and its tables, or why and where it is none."""

import re
import tomllib
from typing import Any  # Any: a key of a file may hold anything

from models import broken_form as broken
from models.broken_form import BrokenForm

_FAULTS = (
    ("Expected '=' after a key", broken.NO_EQUALS),
    ("Cannot overwrite", broken.TWICE_WRITTEN),
    ("twice", broken.TWICE_WRITTEN),
    ("Cannot mutate", broken.TWICE_WRITTEN),
    ("Illegal character '\\n'", broken.NO_QUOTATION),
    ("Unterminated string", broken.NO_QUOTATION),
    ("Invalid value", broken.NO_QUOTATION),
)


def text_of(data: bytes, most: int) -> str:
    """The text of a file.

    Raises: BrokenForm, with the line and the reason.
    """
    if len(data) > most:
        raise BrokenForm(broken.TOO_LARGE, most=f"{most:,}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        raise BrokenForm(broken.NOT_UTF_8, line) from None


def values_of(text: str, most: int) -> dict[str, Any]:
    """What a text in TOML holds.

    Raises: BrokenForm, with the line and the reason.
    """
    if len(text) > most:
        raise BrokenForm(broken.TOO_LARGE, most=f"{most:,}")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as failure:
        raise _unreadable(text, failure) from None


def _unreadable(text: str, failure: Exception) -> BrokenForm:
    said = str(failure)
    place = re.search(r"at line (\d+)", said)
    line = int(place.group(1)) if place else text.rstrip().count("\n") + 1
    return BrokenForm(
        next((words for fault, words in _FAULTS if fault in said), broken.SYNTAX), line
    )
