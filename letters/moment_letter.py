"""Composes a letter for a moment other than a review, from its template and the record."""

from dataclasses import replace
from datetime import date

from letters import child_letter
from letters.bands import band_of
from letters.correction import Correction
from letters.letter import BlockKind, Letter, LetterBlock
from letters.templates.filling_in import FillingIn
from letters.templates.template import Template
from letters.word_list import word_list
from letters.wording import Wording
from letters.writing import Writing
from models.review_sheet import ReviewSheet

KIND = "other_letter"
INSERTS = (BlockKind.ROAD_MAP, BlockKind.ABOUT_ME)


def compose(
    sheet: ReviewSheet,
    template: Template,
    wording: Wording,
    dated: date,
    correction: Correction | None = None,
) -> Letter:
    """The letter that this template makes of the record, gaps and all.

    How it is set, its foot and its inserts are those of any letter to this child.
    """
    writing = Writing(sheet, wording, dated, correction)
    band = band_of(sheet.making.letter.band, sheet.child.born_on, dated)
    filling = FillingIn(template, writing, band)
    blocks = filling.blocks()
    words = word_list(writing, blocks)
    usual = child_letter.compose(sheet, wording, dated, correction)
    inserts = tuple(block for block in usual.blocks if block.kind in INSERTS)
    last: tuple[LetterBlock, ...] = (words,) if words else ()
    return replace(
        usual, title=filling.title(), blocks=(*blocks, *last, *inserts), kind=KIND, band=band
    )
