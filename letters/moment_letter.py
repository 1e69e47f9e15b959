"""Composes a letter for a moment other than a review, from its template and the record."""

from dataclasses import replace
from datetime import date

from letters import child_letter
from letters.about_me import about_me_block
from letters.bands import band_of
from letters.choosing import STEPS_ALONE
from letters.correction import Correction
from letters.letter import Letter
from letters.road_map import road_map_block
from letters.templates.filling_in import FillingIn
from letters.templates.template import Template
from letters.wording import Wording
from letters.writing import Writing
from models.review_sheet import ReviewSheet

KIND = "other_letter"
INSERTS = (road_map_block, about_me_block)


def compose(
    sheet: ReviewSheet,
    template: Template,
    wording: Wording,
    dated: date,
    correction: Correction | None = None,
) -> Letter:
    """The letter that this template makes of the record, gaps and all.

    How it is set, its foot and the words that the IRO gave its lines are as in any letter.
    """
    band = band_of(sheet.making.letter.band, sheet.child.born_on, dated)
    writing = Writing(sheet, wording, dated, correction, band, most_steps=STEPS_ALONE)
    filling = FillingIn(template, writing)
    letter = child_letter.framed(filling.writing, filling.title(), filling.blocks(), INSERTS)
    return replace(letter, kind=KIND)
