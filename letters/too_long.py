"""What no letter holds: words so long that nobody could read them in it; a gap says which."""

from dataclasses import replace
from typing import Final

from babel.numbers import format_decimal

from letters.letter import Letter, LetterBlock, NextStep
from letters.paragraph import Missing, Paragraph, Source
from letters.wording import Wording
from models.problems import N_
from models.review_sheet import ReviewSheet

MOST_OF_A_LINE: Final = 6_000
"""Characters of one paragraph: two whole pages of a letter."""
_SHOWN: Final = 60
_STEP_OF_TABLE: Final = {"decision": "A11", "decision_progress": "A3", "review": "A12"}


def is_too_long(words: str) -> bool:
    """Whether these words can stand in no letter."""
    return len(words) > MOST_OF_A_LINE


def without_too_long(letter: Letter, say: Wording, sheet: ReviewSheet) -> Letter:
    """The letter with a gap in place of each paragraph that is too long, saying what and where."""
    if not any(
        is_too_long(each.text) for block in letter.blocks for each in block.every_paragraph()
    ):
        return letter
    return replace(letter, blocks=tuple(_of_block(each, say, sheet) for each in letter.blocks))


def _of_block(block: LetterBlock, say: Wording, sheet: ReviewSheet) -> LetterBlock:
    def bounded(paragraph: Paragraph) -> Paragraph:
        return _bounded(paragraph, block, say, sheet)

    return replace(
        block,
        paragraphs=tuple(map(bounded, block.paragraphs)),
        rows=tuple(
            NextStep(row.picture, bounded(row.what), bounded(row.who), bounded(row.by_when),
                     None if row.why is None else bounded(row.why))
            for row in block.rows
        ),
        after=tuple(map(bounded, block.after)),
    )  # fmt: skip


def _bounded(
    paragraph: Paragraph, block: LetterBlock, say: Wording, sheet: ReviewSheet
) -> Paragraph:
    whole = paragraph.text
    if not is_too_long(whole):
        return paragraph
    pieces = say.pieces(
        N_("“{beginning}…” is too long for a letter: {count} characters. Write it shorter."),
        beginning=" ".join(whole[:_SHOWN].split()),
        count=format_decimal(len(whole), locale=say.locale),
    )
    source = paragraph.source or Source("review", sheet.id)
    told = "".join(piece.text for piece in pieces)
    missing = Missing(
        block.key, told, source.table, source.field, _step(sheet, source), source.row_id
    )
    return replace(paragraph, pieces=pieces, gap=missing, proposed="")


def _step(sheet: ReviewSheet, source: Source) -> str:
    """The step of the meeting in which these words are written, where one is."""
    steps = {note.id: note.step for note in sheet.notes}
    steps.update({wish.id: wish.step for wish in sheet.wishes})
    return steps.get(source.row_id, _STEP_OF_TABLE.get(source.table, ""))
