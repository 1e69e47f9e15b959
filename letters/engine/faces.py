"""One font file, read once per process: what it covers, its measures, its shaped words."""

import struct
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from letters.engine.shaping import Glyph, ShapedWord, share_text

_REMEMBERED_WORDS = 20_000
_FEATURES = {"kern": True, "liga": True}
_EVEN_FEATURES = {"kern": False, "liga": True}
_EVENLY_SPACED = "OpenDyslexic"  # its pairs would undo the even gaps that it is drawn for
_MARKS = "\ufffd\u25a1?"


class Face:
    """A font file, read when it is first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._words: dict[tuple[str, bool, str], ShapedWord] = {}
        self._widths: dict[int, float] = {}

    @staticmethod
    def from_file(path: Path | str) -> "Face":
        """Give the face of this file; the same file is one face in the whole process."""
        place = Path(path).resolve()
        return _KNOWN.get(place) or _KNOWN.setdefault(place, Face(place))

    def __repr__(self) -> str:
        return f"Face({self.path.name})"

    @cached_property
    def font(self) -> hb.Font:
        """The HarfBuzz font."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))

    @cached_property
    def is_cubic(self) -> bool:
        """Whether its outlines are those of PostScript (CFF), not of TrueType."""
        return bool(self.font.face.reference_table("CFF ").data)

    @cached_property
    def covered(self) -> frozenset[str]:
        """The characters that it has a glyph for; HarfBuzz gives each space for the other."""
        found = frozenset(map(chr, self.font.face.unicodes))
        return found | {"\u00a0"} if " " in found else found

    @cached_property
    def thousandths(self) -> float:
        """One unit of the font in thousandths of the type size."""
        return 1000.0 / float(self.font.face.upem)

    @cached_property
    def ascent(self) -> float:
        """Height above the baseline in thousandths of the type size."""
        return self._extents()[0]

    @cached_property
    def descent(self) -> float:
        """Depth below the baseline in thousandths of the type size, below zero."""
        return self._extents()[1]

    @cached_property
    def capital_height(self) -> float:
        """Height of a capital H in thousandths of the type size."""
        glyph = self.font.get_nominal_glyph(ord("H"))
        extents = self.font.get_glyph_extents(glyph) if glyph else None
        return float(extents.y_bearing) * self.thousandths if extents else self.ascent

    @cached_property
    def bounding_box(self) -> tuple[int, ...]:
        """The box that holds every glyph, in thousandths of the type size."""
        head = bytes(self.font.face.reference_table("head").data)
        return tuple(
            round(value * self.thousandths) for value in struct.unpack(">4h", head[36:44])
        )

    @cached_property
    def postscript_name(self) -> str:
        """The name that a PDF calls it by."""
        name = self.font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return "".join(mark for mark in name if mark.isalnum() or mark == "-")

    @cached_property
    def glyph_count(self) -> int:
        """How many glyphs it has."""
        return int(self.font.face.glyph_count)

    def covers(self, text: str) -> bool:
        """Tell whether it has every character of the text."""
        return self.covered.issuperset(text)

    def width(self, glyph: int) -> float:
        """Give the width of a glyph in thousandths of the type size, as written in the PDF."""
        width = self._widths.get(glyph)
        if width is None:
            width = round(self.font.get_glyph_h_advance(glyph) * self.thousandths, 1)
            self._widths[glyph] = width
        return width

    def word(self, text: str, language: str, *, right_to_left: bool = False) -> ShapedWord:
        """Shape a word, or remember it."""
        key = (text, right_to_left, language)
        word = self._words.get(key)
        if word is None:
            if len(self._words) > _REMEMBERED_WORDS:
                self._words.clear()
            word = self._words[key] = self._shape(text, language, right_to_left=right_to_left)
        return word

    def mark(self, text: str) -> ShapedWord:
        """Give the visible mark that stands for characters which no font has."""
        glyph = next(
            (number for mark in _MARKS if (number := self.font.get_nominal_glyph(ord(mark)))), 0
        )
        return ShapedWord((Glyph(glyph, text, 0, 0, 0),), self.width(glyph))

    def forget_words(self) -> None:
        """Forget the words that it shaped; the font itself stays read."""
        self._words.clear()

    def _extents(self) -> tuple[float, float]:
        extents = self.font.get_font_extents("ltr")
        return extents.ascender * self.thousandths, extents.descender * self.thousandths

    def _shape(self, text: str, language: str, *, right_to_left: bool) -> ShapedWord:
        if not text:
            return ShapedWord((), 0.0)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        is_even = self.path.stem.startswith(_EVENLY_SPACED)
        hb.shape(self.font, buffer, _EVEN_FEATURES if is_even else _FEATURES)
        clusters = [info.cluster for info in buffer.glyph_infos]
        texts = share_text(clusters, text, right_to_left=right_to_left)
        k = self.thousandths
        glyphs = []
        advance = 0.0
        for info, place, share in zip(
            buffer.glyph_infos, buffer.glyph_positions, texts, strict=True
        ):
            own = self.width(info.codepoint)
            before = round(-place.x_offset * k, 1) + 0.0
            after = round(own - (place.x_advance - place.x_offset) * k, 1)
            after = after if abs(after) > 0.1 else 0.0
            glyphs.append(
                Glyph(info.codepoint, share, before, after, round(place.y_offset * k, 1))
            )
            advance += own - before - after
        return ShapedWord(tuple(glyphs), advance)


_KNOWN: dict[Path, Face] = {}


def faces_read() -> tuple[Face, ...]:
    """Give every face that was asked for in this process."""
    return tuple(_KNOWN.values())
