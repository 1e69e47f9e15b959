"""Sam's review told in one of the six bands."""

from dataclasses import replace
from typing import Any

from letters.bands import Band
from letters.letter import Letter
from models.letter_making import LetterMaking, LetterOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.papers_expected import letter


def letter_in(band: Band, **changes: Any) -> Letter:
    """Compose Sam's letter in this band; `changes` replace fields of her review."""
    return letter(in_band(band, sheets.full(**changes)))


def in_band(band: Band, sheet: ReviewSheet) -> ReviewSheet:
    """Choose this band for the letter of a review."""
    return replace(sheet, making=LetterMaking(LetterOnSheet(band=band.value)))
