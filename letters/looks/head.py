"""The head of a letter: the council's crest or our mark, its name, and the service's."""

from dataclasses import replace

from letters.engine import Beside, Element, Picture, Span, Text, TextStyle
from letters.letter import Image
from letters.looks.on_page import OnPage, drawn
from letters.page import INK, MUTED, mm

_MARK, _MARK_MM, _CREST_MM, _GAP_MM = "waymark-logo", 9.0, (22.0, 13.0), 3.0
_TIGHT = 1.15
_COUNCIL_PT, _SERVICE_PT = (12.0, 16.0), (12.0, 15.0)


def head(page: OnPage, scale: float | None = None, *, is_tight: bool = False) -> Element:
    """The head; its type is as much larger as that of the letter, or as is said here.

    Where `is_tight` its lines stand close, before its type is made smaller for want of room.
    """
    by = full_scale(page) if scale is None else scale
    line = (by, _TIGHT * by if is_tight else 0.0)
    council: list[Element] = [
        Text(Span(page.letter.council, bold=True), _style(page, _COUNCIL_PT, INK, line))
    ]
    if page.letter.service:
        council.append(Text(page.letter.service, _style(page, _SERVICE_PT, MUTED, line)))
    crest = page.letter.setting.crest
    if crest is None:
        mark: Element = Picture(_MARK, "", mm(_MARK_MM))
        return Beside(mark, council, mm(_MARK_MM), mm(_GAP_MM), align="middle")
    return Beside(_crest(crest), council, mm(_CREST_MM[0]), mm(_GAP_MM), align="middle")


def full_scale(page: OnPage) -> float:
    """How much larger the head is than usual: in large print no smaller than the words."""
    return max(page.type.scale, page.type.least_pt / _SERVICE_PT[0])


def _crest(crest: Image) -> Element:
    return drawn(crest, _CREST_MM, crest.says)


def _style(
    page: OnPage, size: tuple[float, float], colour: str, larger: tuple[float, float]
) -> TextStyle:
    """The type of a line of the head; scripts that need more room between lines get it."""
    by, tight = larger
    body = page.type.body
    line_pt = max(size[1], size[0] * body.line_pt / body.size_pt * 0.85) * by
    return replace(body, size_pt=size[0] * by, line_pt=size[0] * tight or line_pt, colour=colour)
