"""The address that shows in the window of a DL envelope, and where the sheet is folded.

Millimetres from the top left corner of the sheet. Source: design reference 6.2.
"""

from collections.abc import Sequence
from typing import NamedTuple

from letters.engine import Family, Furniture, Text, TextStyle
from letters.engine.elements import Setting
from letters.page import GAP_INK, INK, MILLIMETRE, mm
from models.problems import N_, Problem


class Box(NamedTuple):
    """A part of the sheet in millimetres: its left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float


ALWAYS_SEEN = Box(20, 57, 100, 81)
MAY_BE_SEEN = Box(10, 46, 110, 92)
KEPT_EMPTY = Box(8, 44, 112, 94)
ADDRESS = Box(22, 58, 100, 81)
TITLE_TOP_MM, TITLE_END_MM, TITLE_LEFT_MM, TITLE_LEFT_RTL_MM = 15.0, 87.0, 122.0, 118.0
WORDS_FROM_MM, WORDS_FROM_HANDED_MM = 103.0, 62.0
FOLDS_MM, FOLD_TICK_MM, FOLD_COLOUR = (99.0, 198.0), 5.0, "#A8A296"
MOST_LINES = 5
_SIZES_PT, _LINE_MM = (11.0, 10.5, 10.0), 4.4
_ENGLISH = Setting("en-GB")


class AddressDoesNotFit(Problem):
    """An address has more lines, or a longer line, than the window of an envelope shows."""

    what = N_("This address does not fit the window of the envelope.")
    kept = N_("The letter is safe, and nothing has been left out.")
    next = N_(
        "Use five short lines, or post it in a C4 envelope with a label, or hand it over: "
        "take the address off the letter."
    )


def fits(lines: Sequence[str], family: Family, box: Box = ADDRESS) -> bool:
    """Tell whether these lines of an address show whole in the window."""
    return len(lines) <= _most_lines(box) and _style_for(lines, family, box) is not None


def address_text(
    lines: Sequence[str], family: Family, *, is_draft: bool, box: Box = ADDRESS
) -> Text:
    """The address as it stands in the window; in a draft one that does not fit is marked.

    Raises: AddressDoesNotFit if it does not fit and this is no draft.
    """
    style = _style_for(lines, family, box) if len(lines) <= _most_lines(box) else None
    if style is None and not is_draft:
        raise AddressDoesNotFit
    chosen = style or _style(family, _SIZES_PT[-1], GAP_INK)
    return Text("\n".join(lines), chosen, language=_ENGLISH.language, align="left")


def draw_folds(page: Furniture) -> None:
    """Mark on the left edge where the sheet is folded."""
    for down in FOLDS_MM:
        page.tick(0, down, FOLD_TICK_MM, FOLD_COLOUR)


def _style_for(lines: Sequence[str], family: Family, box: Box) -> TextStyle | None:
    """The largest type in which each line fits; None if none does."""
    styles = (_style(family, size, INK) for size in _SIZES_PT)
    room = box.right - box.left
    return next((style for style in styles if _widest_mm(lines, style) <= room), None)


def _style(family: Family, size_pt: float, colour: str) -> TextStyle:
    return TextStyle(family, size_pt, mm(_LINE_MM), colour=colour)


def _most_lines(box: Box) -> int:
    """How many lines go in a window; never more than in the usual one."""
    return min(MOST_LINES, int((box.bottom - box.top) / _LINE_MM))


def _widest_mm(lines: Sequence[str], style: TextStyle) -> float:
    laid = (Text(line, style).lay(mm(1000), _ENGLISH) for line in lines)
    return max((each.width for each in laid), default=0.0) / MILLIMETRE
