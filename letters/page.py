"""Paper, margins and type of the letter and the minutes, in millimetres and points."""

from dataclasses import dataclass, replace
from functools import cache

from letters.engine import Family, Frame, TextStyle, family, family_for

MILLIMETRE = 72 / 25.4

INK = "#1B262B"
MUTED = "#424D53"
LAKE = "#17505C"
GAP_INK, GAP_TINT, GAP_BAR = "#7A2E0E", "#FBE9E1", "#B3541E"
CHILD_HEADING, CHILD_TINT, CHILD_BAR = "#5A4200", "#FFF5D6", "#F0B400"
FACTS_TINT, HEAD_TINT, ROW_RULE = "#F3F1EC", "#DFECEE", "#A8A296"

LETTER_COLOURS = {
    "plum": "#74305E",
    "green": "#1A5A31",
    "blue": "#1A4F87",
    "lake": LAKE,
    "brown": "#5A4200",
    "ink": INK,
}
_TINT_SHARE = 0.14
_CLOSER = 0.9
LEAST_FOR_A_CHILD_PT = 12.0

LETTER_FIRST = Frame(top_mm=14, bottom_mm=278, left_mm=20, right_mm=20)
LETTER_LATER = Frame(top_mm=16, bottom_mm=278, left_mm=20, right_mm=20)
LETTER_WIDTH_MM = 170.0
MINUTES_FIRST = Frame(top_mm=31, bottom_mm=277, left_mm=20, right_mm=20)
MINUTES_LATER = Frame(top_mm=20, bottom_mm=277, left_mm=20, right_mm=20)
MINUTES_WIDTH_MM = 170.0
FOOT_BASELINE_MM = 287.0
ART_WIDTH_MM, ART_HEIGHT_MM = 62.0, 40.0  # the most that a child's drawing takes
CHOSEN_MM = 17.0  # a picture that the child chose


def mm(millimetres: float) -> float:
    """Give millimetres in points."""
    return millimetres * MILLIMETRE


def letter_colour(name: str) -> str:
    """Give the colour the child picked, or green."""
    return LETTER_COLOURS.get(name, LETTER_COLOURS["green"])


def tint_of(colour: str) -> str:
    """Give a pale tint of a colour, for the head of a table."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT_SHARE):02X}" for part in parts)


@dataclass(frozen=True)
class LetterType:
    """The type of a letter for age 8 to 11, and the room between its parts in millimetres."""

    body: TextStyle
    heading: TextStyle
    title: TextStyle
    small: TextStyle
    rights: TextStyle
    table: TextStyle
    section_gap_mm: float = 4.5
    row_padding_mm: float = 2.3
    picture_mm: float = 17.0
    picture_gap_mm: float = 6.0
    table_picture_mm: float = 13.0
    head_gap_mm: float = 6.0
    sign_mm: float = 15.0
    panel_padding_mm: float = 4.0
    runs_on: bool = False

    def closer(self) -> "LetterType":
        """The same sizes with less room between and sentences run on, so that one sheet does."""
        return replace(
            self,
            body=_closer_lines(self.body),
            heading=_closer_lines(self.heading),
            rights=_closer_lines(self.rights),
            table=_closer_lines(self.table),
            section_gap_mm=2.8,
            row_padding_mm=1.4,
            table_picture_mm=11.0,
            head_gap_mm=4.0,
            sign_mm=11.0,
            panel_padding_mm=2.6,
            runs_on=True,
        )

    def smaller(self) -> "LetterType":
        """Closer, and a size down: never below what a child is given. Source: design 7."""
        closer = self.closer()
        return replace(
            closer,
            body=_smaller(closer.body),
            heading=_smaller(closer.heading),
            rights=_smaller(closer.rights),
            table=_smaller(closer.table),
            section_gap_mm=2.2,
            row_padding_mm=1.0,
            picture_mm=15.0,
        )


def _smaller(style: TextStyle) -> TextStyle:
    size_pt = max(style.size_pt - 1, LEAST_FOR_A_CHILD_PT)
    return replace(style, size_pt=size_pt, line_pt=style.line_pt * size_pt / style.size_pt)


def _closer_lines(style: TextStyle) -> TextStyle:
    return replace(style, line_pt=style.line_pt * _CLOSER)


@cache
def letter_type(language: str, colour: str) -> LetterType:
    """The type for a language; scripts that need more room between lines get it."""
    chosen = family_for(language, "Andika")
    if chosen.name == "Andika":
        return _letter_type(chosen, (14, 21), (17, 23), (13, 19.5), colour)
    if chosen.name == "Noto Nastaliq Urdu":
        return _letter_type(chosen, (14, 31), (17, 37), (13, 29), colour)
    return _letter_type(chosen, (13, 23), (16, 27), (12, 20), colour)


def _letter_type(
    chosen: Family,
    body: tuple[float, float],
    heading: tuple[float, float],
    small: tuple[float, float],
    colour: str,
) -> LetterType:
    plain = TextStyle(chosen, *body, colour=INK)
    return LetterType(
        body=plain,
        heading=TextStyle(chosen, *heading, colour=colour, bold=True),
        title=TextStyle(chosen, 25, max(31, heading[1] * 1.4), colour=colour, bold=True),
        small=TextStyle(chosen, *small, colour=MUTED),
        rights=TextStyle(chosen, *small, colour=INK),
        table=plain,
    )


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
def foot_style(language: str, *, is_letter: bool) -> TextStyle:
    """The type at the foot of a page: 10 pt to a child, 9 to an adult."""
    chosen = family_for(language, "Andika" if is_letter else "Atkinson Hyperlegible Next")
    return TextStyle(chosen, 10 if is_letter else 9, 14, colour=MUTED)


def all_families() -> tuple[Family, ...]:
    """The families that a letter and minutes in English are set in, to be read in idle time."""
    return (family("Andika"), family("Atkinson Hyperlegible Next"))
