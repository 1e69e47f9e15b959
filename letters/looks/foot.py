"""The pages of a letter: their frames, the words at their foot, and the marks of the folds."""

from dataclasses import replace

from letters.engine import Furniture, PageDesign, TextStyle
from letters.letter import Letter
from letters.looks.envelope import draw_folds
from letters.looks.paper import LETTER_FIRST, LETTER_LATER
from letters.looks.type_scale import FOOT_PT, LARGE_FOOT_PT, LetterType
from letters.page import FOOT_BASELINE_MM, MUTED

_MOST_SCALE, _LINE = 1.4, 1.4


def letter_design(letter: Letter, kind: LetterType, *, is_draft: bool) -> PageDesign:
    """The frames of the letter and what stands round its words."""
    style, foot = foot_style(kind), letter.foot

    def furniture(page: Furniture) -> None:
        start = foot.first if page.is_first else foot.later
        number = foot.page_of.format(page=page.page_number, pages=page.page_count)
        end = f"{foot.draft}  {number}" if is_draft else number
        page.foot(start, end, style, FOOT_BASELINE_MM)
        if page.is_first and letter.setting.address:
            draw_folds(page)

    return PageDesign(LETTER_FIRST, LETTER_LATER, furniture)


def foot_style(kind: LetterType) -> TextStyle:
    """The type at the foot: small, and a little larger in large print."""
    size_pt = FOOT_PT * min(kind.scale, _MOST_SCALE)
    if kind.is_large:
        size_pt = max(size_pt, LARGE_FOOT_PT)
    return replace(kind.body, size_pt=size_pt, line_pt=size_pt * _LINE, colour=MUTED)
