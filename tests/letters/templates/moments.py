"""Sam's letters for other moments, from one template each, with or without answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from letters import moment_letter
from letters.bands import Band
from letters.correction import Correction
from letters.letter import Letter
from letters.templates.shipped import shipped
from letters.templates.template import Template
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets

DATED = date(2026, 12, 1)


def sheet_for(
    template: Template,
    band: Band = Band.B,
    answers: Mapping[str, str] | None = None,
    **changes: Any,
) -> ReviewSheet:
    """Sam's review as the sheet of a letter from this template; `answers` by the key asked."""
    lines = tuple(
        LineOnSheet(f"line-{key}", f"ask/{key}", words, "", False, "")
        for key, words in (answers or {}).items()
    )
    letter = LetterOnSheet("letter-1", template=template.key, writer_id="staff-1", band=band)
    return sheets.full(**{"making": LetterMaking(letter, lines), "documents": (), **changes})


def written(
    key: str,
    band: Band = Band.B,
    answers: Mapping[str, str] | None = None,
    correction: Correction | None = None,
    **changes: Any,
) -> Letter:
    """Sam's letter for this moment."""
    template = shipped(key)
    sheet = sheet_for(template, band, answers, **changes)
    return moment_letter.compose(sheet, template, wording(), DATED, correction)


def answered(key: str, band: Band = Band.B, **changes: Any) -> Letter:
    """Sam's letter for this moment, every question answered."""
    answers = {line.key: f"Here is {place}." for place, line in enumerate(shipped(key).asked)}
    return written(key, band, answers, **changes)


def with_letter(sheet: ReviewSheet, **changes: Any) -> ReviewSheet:
    """The sheet with its letter set otherwise."""
    letter = replace(sheet.making.letter, **changes)
    return replace(sheet, making=replace(sheet.making, letter=letter))
