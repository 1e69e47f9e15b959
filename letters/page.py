"""Colours of every paper, and margins and type of the minutes, in millimetres and points."""

from dataclasses import dataclass
from functools import cache

from letters.engine import Family, Frame, TextStyle, family, family_for

MILLIMETRE = 72 / 25.4

INK = "#1B262B"
MUTED = "#424D53"
LAKE = "#17505C"
GAP_INK, GAP_TINT, GAP_BAR = "#7A2E0E", "#FBE9E1", "#B3541E"
CHILD_HEADING, CHILD_TINT, CHILD_BAR = "#5A4200", "#FFF5D6", "#F0B400"
FACTS_TINT, HEAD_TINT, ROW_RULE = "#F3F1EC", "#DFECEE", "#A8A296"

MINUTES_FIRST = Frame(top_mm=31, bottom_mm=277, left_mm=20, right_mm=20)
MINUTES_LATER = Frame(top_mm=20, bottom_mm=277, left_mm=20, right_mm=20)
MINUTES_WIDTH_MM = 170.0
FOOT_BASELINE_MM = 287.0
ART_WIDTH_MM, ART_HEIGHT_MM = 62.0, 40.0  # the most that a child's drawing takes
CHOSEN_MM = 17.0  # a picture that the child chose


def mm(millimetres: float) -> float:
    """Give millimetres in points."""
    return millimetres * MILLIMETRE


@dataclass(frozen=True)
class MinutesType:
    """The type of the minutes."""

    title: TextStyle
    subtitle: TextStyle
    section: TextStyle
    area: TextStyle
    body: TextStyle
    table: TextStyle
    table_head: TextStyle
    small: TextStyle
    council: TextStyle


@cache
def minutes_type(language: str) -> MinutesType:
    """The type of the minutes in a language."""
    chosen = family_for(language, "Atkinson Hyperlegible Next")

    def style(size: float, line: float, colour: str = INK, *, bold: bool = False) -> TextStyle:
        return TextStyle(chosen, size, line, colour=colour, bold=bold)

    return MinutesType(
        title=style(20, 25, bold=True),
        subtitle=style(12, 18),
        section=style(13, 18, LAKE, bold=True),
        area=style(10.5, 15.5, bold=True),
        body=style(10.5, 15.5),
        table=style(10, 14.5),
        table_head=style(10, 14.5, bold=True),
        small=style(10, 14, MUTED),
        council=style(11.5, 15, bold=True),
    )


@cache
def foot_style(language: str) -> TextStyle:
    """The type at the foot of the minutes."""
    chosen = family_for(language, "Atkinson Hyperlegible Next")
    return TextStyle(chosen, 9, 14, colour=MUTED)


def all_families() -> tuple[Family, ...]:
    """The families that letters and minutes in English are set in, to be read in idle time."""
    return tuple(family(name) for name in ("Andika", "Atkinson Hyperlegible Next", "Lexend"))
