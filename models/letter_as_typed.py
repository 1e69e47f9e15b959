"""The review as it will be once what is being typed for its letter is saved."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any  # Any: a field of a sheet may be of any kind

from models.letter_making import LineOnSheet, TranslationOnSheet
from models.review_sheet import ReviewSheet

Place = tuple[str, str, str]
TRANSLATION = "letter_translation"
_ROWS = {"note": "notes", "decision": "decisions", "wish": "wishes"}


@dataclass(frozen=True)
class LineTyped:
    """What stands in one line of the letter on the screen: where it is kept, and its words.

    `proposed` is what the program would say; for a translation, the English it is made from.
    """

    place: Place
    key: str
    words: str
    proposed: str = ""


def with_typed(sheet: ReviewSheet, typed: Iterable[LineTyped]) -> ReviewSheet:
    """The review with these words in their places."""
    for line in typed:
        sheet = _with_one(sheet, line)
    return sheet


def _with_one(sheet: ReviewSheet, line: LineTyped) -> ReviewSheet:
    table, row_id, field = line.place
    if table == "review":
        return _with(sheet, {field: line.words})
    if table in _ROWS:
        rows = getattr(sheet, _ROWS[table])
        changed = tuple(
            replace(row, **{field: line.words}) if row.id == row_id else row for row in rows
        )
        return _with(sheet, {_ROWS[table]: changed})
    if table == TRANSLATION:
        return replace(sheet, making=replace(sheet.making, translations=_translated(sheet, line)))
    return replace(sheet, making=replace(sheet.making, lines=_lines(sheet, line)))


def _with(sheet: ReviewSheet, fields: dict[str, Any]) -> ReviewSheet:
    return replace(sheet, **fields)


def _lines(sheet: ReviewSheet, typed: LineTyped) -> tuple[LineOnSheet, ...]:
    known = sheet.making.line.get(typed.key)
    made = LineOnSheet(typed.place[1], typed.key, "", "", left_out=False, left_out_why="")
    fresh = replace(known or made, words=typed.words, proposed=typed.proposed)
    others = (line for line in sheet.making.lines if line.key != typed.key)
    return (*others, fresh)


def _translated(sheet: ReviewSheet, typed: LineTyped) -> tuple[TranslationOnSheet, ...]:
    """The translations with this one, in the language that the letter is in now."""
    language, row_id = sheet.making.letter.language, typed.place[1]
    fresh = TranslationOnSheet(row_id, language, typed.key, typed.proposed, typed.words)
    others = (row for row in sheet.making.translations if row.id != row_id)
    return (*others, fresh)
