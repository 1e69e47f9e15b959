"""The type of each band: sizes and room between, in other scripts, large and where room is short.

Type is in points, room in millimetres. Source: design reference 6.3 and 6.5.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from letters.bands import Band
from letters.engine import Family, TextStyle, family_for
from letters.letter import Letter
from letters.looks.paper import letter_colour
from letters.page import INK, MUTED

TYPEFACES = ("Andika", "Atkinson Hyperlegible Next", "Lexend", "OpenDyslexic")
"""What a letter in Latin letters may be set in."""
LEAST_FOR_A_CHILD_PT = 12.0
FOOT_PT, LARGE_FOOT_PT = 10.0, 12.0
_NASTALIQ, _NASTALIQ_LINE, _OTHER_LINE = "Noto Nastaliq Urdu", 2.2, 23 / 13
_LEAST_NASTALIQ_PT, _OTHER_PT = 14.0, 13.0
_SNUG, _CLOSER, _LESS, _FINE = 0.95, 0.9, 0.6, 6 / 7
_RUNNING = ("body", "heading", "rights", "table")
_LEAST_RIGHTS_PT = 13.0
Changed = dict[str, Any]  # styles by name, for dataclasses.replace
_MOST_PICTURES = 1.25
_WIDE = {"OpenDyslexic": 0.86}  # looks as large as the others when it is set so much smaller


class Room(StrEnum):
    """How much room the words are given."""

    USUAL = "usual"
    SNUG = "snug"
    RUNNING = "running"
    CLOSE = "close"
    SMALL = "small"
    SMALL_CLOSE = "small_close"
    LEAST = "least"


class Sizes(NamedTuple):
    """The typeface of a band, and each size with the distance between its lines."""

    typeface: str
    body: tuple[float, float]
    heading: tuple[float, float]
    title: tuple[float, float]
    small: tuple[float, float]
    rights: tuple[float, float]
    table: tuple[float, float]


@dataclass(frozen=True)
class Gaps:
    """The room between the parts of a letter, in millimetres."""

    section_mm: float = 4.5
    heading_mm: float = 0.4
    row_padding_mm: float = 2.3
    picture_mm: float = 17.0
    picture_gap_mm: float = 6.0
    table_picture_mm: float = 13.0
    sign_mm: float = 15.0
    panel_padding_mm: float = 4.0


_ANDIKA, _ATKINSON, _LEXEND = TYPEFACES[0], TYPEFACES[1], TYPEFACES[2]
_ELDER_GAPS = Gaps(section_mm=6, heading_mm=1, row_padding_mm=1.8, panel_padding_mm=3.2)
SIZES: Mapping[Band, Sizes] = MappingProxyType(
    {
        Band.A: Sizes(_ANDIKA, (18, 27), (18, 27), (25, 31), (14, 21), (18, 27), (18, 27)),
        Band.B: Sizes(_ANDIKA, (14, 21), (17, 23), (25, 31), (13, 19.5), (13, 19.5), (14, 21)),
        Band.C: Sizes(_LEXEND, (12, 18.5), (15, 21), (24, 30), (12, 16.5), (12, 18), (12, 17)),
        Band.D: Sizes(_ATKINSON, (12, 18), (14, 20), (18, 24), (12, 16.5), (12, 18), (12, 16.5)),
        Band.E: Sizes(_ANDIKA, (16, 25), (18, 26), (25, 31), (14, 21), (16, 25), (16, 25)),
        Band.U: Sizes(_LEXEND, (14, 21.5), (16, 22.5), (24, 30), (13, 18), (14, 21), (14, 20)),
    }
)
GAPS: Mapping[Band, Gaps] = MappingProxyType(
    {
        Band.A: Gaps(picture_mm=34, picture_gap_mm=9, sign_mm=14),
        Band.B: Gaps(),
        Band.C: _ELDER_GAPS,
        Band.D: replace(_ELDER_GAPS, section_mm=5, heading_mm=0.6),
        Band.E: Gaps(picture_mm=34, picture_gap_mm=9, sign_mm=14),
        Band.U: _ELDER_GAPS,
    }
)


@dataclass(frozen=True)
class LetterType:
    """The type of a letter, and the room between its parts."""

    body: TextStyle
    heading: TextStyle
    title: TextStyle
    small: TextStyle
    rights: TextStyle
    table: TextStyle
    gaps: Gaps
    scale: float = 1.0
    least_pt: float = 0.0
    runs_on: bool = False
    is_small: bool = False

    @property
    def is_large(self) -> bool:
        """Whether it is large print."""
        return self.scale > 1 or self.least_pt > 0

    @property
    def styles(self) -> dict[str, TextStyle]:
        """Each style by its name."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: style for name, style in found.items() if isinstance(style, TextStyle)}

    @property
    def fine(self) -> TextStyle:
        """Small print for who reads the letter out, smaller still where room is short."""
        if not self.runs_on or self.is_large:
            return self.small
        size_pt = max(LEAST_FOR_A_CHILD_PT, self.small.size_pt * _FINE)
        return _closer_lines(replace(self.small, size_pt=size_pt), _FINE * _CLOSER)

    def snug(self) -> "LetterType":
        """The same sizes with a little less room between."""
        snug: Changed = {name: _closer_lines(self.styles[name], _SNUG) for name in _RUNNING}
        gaps = replace(
            self.gaps,
            section_mm=min(self.gaps.section_mm, 3.6),
            heading_mm=min(self.gaps.heading_mm, 0.4),
            row_padding_mm=min(self.gaps.row_padding_mm, 1.6),
            panel_padding_mm=min(self.gaps.panel_padding_mm, 2.8),
            sign_mm=min(self.gaps.sign_mm, 13.0),
        )
        return replace(self, **snug, gaps=gaps)

    def closer(self) -> "LetterType":
        """The same sizes with less room between and sentences run on, so that one sheet does."""
        close: Changed = {name: _closer_lines(self.styles[name]) for name in _RUNNING}
        gaps = replace(
            self.gaps,
            section_mm=min(self.gaps.section_mm, 2.8),
            row_padding_mm=min(self.gaps.row_padding_mm, 1.4),
            table_picture_mm=min(self.gaps.table_picture_mm, 11.0),
            sign_mm=min(self.gaps.sign_mm, 11.0),
            panel_padding_mm=min(self.gaps.panel_padding_mm, 2.6),
        )
        return replace(self, **close, gaps=gaps, runs_on=True)

    def smaller(self) -> "LetterType":
        """A size down: never below what a child is given. Source: design 7."""
        small: Changed = {name: _smaller(self.styles[name]) for name in _RUNNING}
        small["rights"] = _smaller(self.rights, _LEAST_RIGHTS_PT)
        return replace(self, **small, is_small=True)

    def least(self) -> "LetterType":
        """Closer, and a size down, with the least room between that is still calm."""
        small = self.closer().smaller()
        gaps = replace(
            small.gaps,
            section_mm=min(small.gaps.section_mm, 1.8),
            row_padding_mm=min(small.gaps.row_padding_mm, 0.8),
            panel_padding_mm=min(small.gaps.panel_padding_mm, 1.6),
            sign_mm=min(small.gaps.sign_mm, 8.0),
            picture_mm=min(small.gaps.picture_mm, 15.0),
        )
        return replace(small, gaps=gaps)

    def with_lines_of(self, other: "LetterType") -> "LetterType":
        """The same room between the parts, and the lines of another."""
        return replace(other, gaps=self.gaps, runs_on=self.runs_on)

    def with_less_between(self) -> "LetterType":
        """The same type with less room between its parts."""
        gaps = replace(
            self.gaps,
            section_mm=self.gaps.section_mm * _LESS,
            sign_mm=min(self.gaps.sign_mm, 12.0),
            panel_padding_mm=self.gaps.panel_padding_mm * _LESS,
        )
        return replace(self, gaps=gaps)

    def larger(self, body_pt: float, least_pt: float = 0.0) -> "LetterType":
        """The body at this size, all other type in proportion and in large print no smaller."""
        by = max(body_pt / self.body.size_pt, 1.0)
        large: Changed = {
            name: _scaled(style, max(by, least_pt / style.size_pt))
            for name, style in self.styles.items()
        }
        share = min(by, _MOST_PICTURES)
        gaps = replace(
            self.gaps,
            section_mm=self.gaps.section_mm * by,
            picture_mm=self.gaps.picture_mm * share,
            table_picture_mm=self.gaps.table_picture_mm * share,
        )
        return replace(self, **large, gaps=gaps, scale=by, least_pt=least_pt)


def letter_type(letter: Letter, band: Band, room: Room = Room.USUAL) -> LetterType:
    """The type of a letter set as this band, with so much room.

    In large print only the room between its parts is ever less: no type, and no line.
    """
    setting = letter.setting
    typeface = setting.typeface if setting.typeface in TYPEFACES else SIZES[band].typeface
    usual = _usual(band, letter.language, letter_colour(letter.colour), typeface)
    if setting.text_size.isdigit():
        size_pt = float(setting.text_size)
        large = usual.larger(size_pt, size_pt)
        return large if room is Room.USUAL else large.with_less_between()
    made = {
        Room.SNUG: usual.snug,
        Room.RUNNING: lambda: replace(usual.snug(), runs_on=True),
        Room.CLOSE: usual.closer,
        Room.SMALL: lambda: usual.snug().smaller(),
        Room.SMALL_CLOSE: lambda: replace(usual.closer(), runs_on=False).smaller(),
        Room.LEAST: usual.least,
    }
    return made[room]() if room in made else usual


def typeface_of(letter: Letter, band: Band) -> Family:
    """The family that a letter of this band is set in."""
    return letter_type(letter, band).body.family


@cache
def _usual(band: Band, language: str, colour: str, typeface: str) -> LetterType:
    sizes = SIZES[band]
    chosen = family_for(language, typeface)

    def style(size: tuple[float, float], colour: str = INK, *, bold: bool = False) -> TextStyle:
        own = size if chosen.name in TYPEFACES else _for_script(chosen.name, size)
        own = _as_large(chosen.name, own)
        return TextStyle(chosen, *own, colour=colour, bold=bold)

    return LetterType(
        body=style(sizes.body),
        heading=style(sizes.heading, colour, bold=True),
        title=style(sizes.title, colour, bold=True),
        small=style(sizes.small, MUTED),
        rights=style(sizes.rights),
        table=style(sizes.table),
        gaps=GAPS[band],
    )


def _as_large(name: str, size: tuple[float, float]) -> tuple[float, float]:
    """The size at which a wide typeface looks as large as others: not below a child's least."""
    size_pt = max(size[0] * _WIDE.get(name, 1.0), min(LEAST_FOR_A_CHILD_PT, size[0]))
    return size_pt, size[1] * size_pt / size[0]


def _for_script(name: str, size: tuple[float, float]) -> tuple[float, float]:
    """The size and line for a script that needs more room between lines. Source: design 6.5."""
    size_pt = size[0]
    if name == _NASTALIQ:
        size_pt = max(size_pt, _LEAST_NASTALIQ_PT)
        return size_pt, size_pt * _NASTALIQ_LINE
    size_pt = _OTHER_PT if size_pt in (LEAST_FOR_A_CHILD_PT, 14) else size_pt
    return size_pt, size_pt * _OTHER_LINE


def _smaller(style: TextStyle, least_pt: float = LEAST_FOR_A_CHILD_PT) -> TextStyle:
    size_pt = max(style.size_pt - 1, min(least_pt, style.size_pt))
    return replace(style, size_pt=size_pt, line_pt=style.line_pt * size_pt / style.size_pt)


def _closer_lines(style: TextStyle, by: float = _CLOSER) -> TextStyle:
    return replace(style, line_pt=style.line_pt * by)


def _scaled(style: TextStyle, by: float) -> TextStyle:
    return replace(style, size_pt=style.size_pt * by, line_pt=style.line_pt * by)
