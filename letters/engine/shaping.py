"""Letters joined and placed by HarfBuzz, each glyph with the characters that it stands for."""

from collections.abc import Mapping
from typing import NamedTuple

ZERO_WIDTH = "\u200b"


class Glyph(NamedTuple):
    """One glyph: its text, and the shifts round it in thousandths of the type size.

    Shifts have the sign of the PDF operator TJ: a positive number moves left.
    """

    number: int
    text: str
    shift_before: float
    shift_after: float
    rise: float


class Piece(NamedTuple):
    """Part of the operand of TJ, raised by so many thousandths of the type size."""

    rise: float
    operand: str


class ShapedWord:
    """A word as glyphs of one face, with its advance in thousandths of the type size."""

    __slots__ = ("advance", "glyphs", "pieces", "plain")

    def __init__(self, glyphs: tuple[Glyph, ...], advance: float) -> None:
        self.glyphs = glyphs
        self.advance = advance
        self.pieces = encode(glyphs, {})
        self.plain = plain_operand(self.pieces)


def plain_operand(pieces: tuple[Piece, ...]) -> str | None:
    """Give the operand of a word that lies wholly on the line, None if any of it is raised."""
    if not pieces:
        return ""
    return pieces[0].operand if len(pieces) == 1 and not pieces[0].rise else None


def encode(glyphs: tuple[Glyph, ...], codes: Mapping[tuple[int, str], int]) -> tuple[Piece, ...]:
    """Write glyphs as operands of TJ; a glyph without a code of its own is its own code."""
    pieces: list[Piece] = []
    parts: list[str] = []
    rise = 0.0
    for glyph in glyphs:
        if glyph.rise != rise:
            if parts:
                pieces.append(Piece(rise, "".join(parts)))
                parts = []
            rise = glyph.rise
        if glyph.shift_before:
            parts.append(f" {glyph.shift_before:g}")
        parts.append(f"<{codes.get((glyph.number, glyph.text), glyph.number):04X}>")
        if glyph.shift_after:
            parts.append(f" {glyph.shift_after:g}")
    if parts:
        pieces.append(Piece(rise, "".join(parts)))
    return tuple(Piece(piece.rise, piece.operand.replace("><", "")) for piece in pieces)


def share_text(clusters: list[int], text: str, *, right_to_left: bool) -> list[str]:
    """Share the characters of a word among its glyphs, in the order of the glyphs."""
    shares = [ZERO_WIDTH] * len(clusters)
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    groups: dict[int, list[int]] = {}
    for place, cluster in enumerate(clusters):
        groups.setdefault(cluster, []).append(place)
    for cluster, places in groups.items():
        ordered = places[::-1] if right_to_left else places
        characters = text[cluster : ends[cluster]]
        for place, character in zip(ordered, characters, strict=False):
            shares[place] = character
        if len(characters) > len(ordered):
            shares[ordered[-1]] = characters[len(ordered) - 1 :]
    return shares
