"""The numbers of the decisions that are left: in a row, in what people said of them too."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final  # Any: rows of many kinds

from models.disclosure.rows import TABLES, text_fields
from models.disclosure.sentences import Span, without_sentences
from models.review_sheet import ReviewSheet

_NAMED: Final = re.compile(
    r"\bdecisions?\s+(?:no\.?\s*)?(\d{1,2}(?:\s*(?:,|and|or|&|to|-|–)\s*\d{1,2})*)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+")
Numbers = Mapping[int, int]


def renumbered(before: ReviewSheet, left: ReviewSheet) -> ReviewSheet:
    """The sheet with its decisions counted from 1, and words that name a number set right.

    A sentence that names a decision which is not there any more goes with it.
    """
    place = {each.id: at for at, each in enumerate(left.decisions, start=1)}
    numbers = {each.number: place[each.id] for each in before.decisions if each.id in place}
    counted = tuple(replace(each, number=place[each.id]) for each in left.decisions)
    left = replace(left, decisions=counted)
    gone = {each.number for each in before.decisions} - numbers.keys()
    if not gone:
        return left
    changed: dict[str, Any] = {
        name: tuple(_row(each, table, numbers, gone) for each in getattr(left, name))
        for name, table in TABLES.items()
        if name not in ("documents", "milestones")
    }
    return _row(replace(left, **changed), "review", numbers, gone)  # type: ignore[no-any-return]


def _row(row: Any, table: str, numbers: Numbers, gone: set[int]) -> Any:
    changed = {}
    for name in text_fields(type(row), table):
        text = getattr(row, name)
        if text and (words := _told(text, numbers, gone)) != text:
            changed[name] = words
    return replace(row, **changed) if changed else row


def _told(text: str, numbers: Numbers, gone: set[int]) -> str:
    touched = [
        Span(*found.span())
        for found in _NAMED.finditer(text)
        if any(int(each) in gone for each in _NUMBER.findall(found.group(1)))
    ]
    left = without_sentences(text, touched).left
    return _NAMED.sub(lambda found: _set(found.group(), numbers), left)


def _set(words: str, numbers: Numbers) -> str:
    def new(found: re.Match[str]) -> str:
        number = int(found.group())
        return str(numbers.get(number, number))

    return _NUMBER.sub(new, words)
