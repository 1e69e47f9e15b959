"""A document as Word takes it: lines in a style, tables and pictures, and what is at its edge."""

from dataclasses import dataclass, field
from datetime import date

from letters.paragraph import Pieces


@dataclass(frozen=True)
class Picture:
    """A PNG image and its size; without `alt` it is decoration."""

    png: bytes = field(repr=False)
    width_mm: float
    height_mm: float
    alt: str = ""


@dataclass(frozen=True)
class Line:
    """A paragraph in a style of `word_styles`; pictures stand before its words.

    In one that `has_fields` Word counts what is written as {page} and {pages}.
    """

    style: str
    pieces: Pieces = ()
    language: str = ""
    right_to_left: bool = False
    pictures: tuple[Picture, ...] = ()
    begins_page: bool = False
    has_fields: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a head; `shares` are the widths of its columns, as parts of the whole."""

    head: tuple[Line, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    shares: tuple[float, ...]
    right_to_left: bool = False


WordPart = Line | Table


@dataclass(frozen=True)
class WordDocument:
    """All that a Word file of ours is made of; `size_pt` is that of its running words."""

    title: str
    language: str
    right_to_left: bool
    dated: date
    parts: tuple[WordPart, ...]
    first_foot: Line
    later_foot: Line
    size_pt: float
    colour: str
