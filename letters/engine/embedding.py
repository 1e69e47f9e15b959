"""A face inside one PDF: the glyphs that were used, their widths and their true characters."""

import hashlib
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFObjectReference

from letters.engine.faces import Face
from letters.engine.pdf_values import add_object, stream, utf16_hex
from letters.engine.shaping import Piece, ShapedWord, encode, plain_operand

_TABLES_LEFT_OUT = (
    *("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "kern", "STAT", "meta", "DSIG"),
    *("gasp", "vhea", "vmtx", "VORG", "Silt", "Silf", "Glat", "Gloc", "Sill", "Feat"),
)
_CODES_IN_A_BLOCK = 100
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CODE_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n"
    "/Supplement 0 def\nend def\n/CMapName /Waymark-Codes def\n/CMapType 1 def\n/WMode 0 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CODE_MAP = (
    "/Type/CMap/CMapName/Waymark-Codes/WMode 0"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class EmbeddedFace:
    """The part of a face that a document uses; ReportLab writes it when the document ends."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._texts: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self.operands = _Operands(self._admit)

    def addObjects(self, document: Any) -> None:  # noqa: N802  # ReportLab's name
        """Write the font into the document; called by ReportLab for its delayed fonts."""
        font = _Writer(self.face, self._texts, self._codes).write(document)
        document.idToObject["BasicFonts"].dict[self.name] = font

    def _admit(self, word: ShapedWord) -> str | tuple[Piece, ...]:
        is_usual = True
        for glyph in word.glyphs:
            text = self._texts.setdefault(glyph.number, glyph.text)
            if text != glyph.text:
                is_usual = False
                code = self.face.glyph_count + len(self._codes)
                self._codes.setdefault((glyph.number, glyph.text), code)
        pieces = word.pieces if is_usual else encode(word.glyphs, self._codes)
        plain = word.plain if is_usual else plain_operand(pieces)
        return pieces if plain is None else plain


class _Operands(dict[ShapedWord, str | tuple[Piece, ...]]):
    """What TJ draws for each word: one operand, or pieces if any of it is raised."""

    def __init__(self, admit: Callable[[ShapedWord], str | tuple[Piece, ...]]) -> None:
        self._admit = admit

    def __missing__(self, word: ShapedWord) -> str | tuple[Piece, ...]:
        operand = self[word] = self._admit(word)
        return operand


class _Writer:
    def __init__(
        self, face: Face, texts: dict[int, str], codes: dict[tuple[int, str], int]
    ) -> None:
        self._face = face
        self._codes = codes
        self._text_by_code = dict(texts)
        self._glyph_by_code = {glyph: glyph for glyph in texts}
        for (glyph, text), code in codes.items():
            self._text_by_code[code] = text
            self._glyph_by_code[code] = glyph

    def write(self, document: Any) -> PDFObjectReference:  # PDFDocument
        glyphs = frozenset(self._glyph_by_code.values()) | {0}
        program, plain_length = subset(self._face, glyphs)
        name = f"{_subset_tag(glyphs)}+{self._face.postscript_name}"
        is_cubic = self._face.is_cubic
        about = "/Subtype/OpenType" if is_cubic else f"/Length1 {plain_length}"
        file = _add_stream(document, about, program)
        unicode_map = _add_stream(document, "", zlib.compress(self._to_unicode()))
        encoding, glyph_map = self._maps(document)
        descriptor = add_object(document, lambda: self._descriptor(name, file))
        descendant = add_object(document, lambda: self._descendant(name, descriptor, glyph_map))
        whole = add_object(
            document,
            lambda: (
                f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding{encoding}"
                f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode_map} 0 R>>"
            ).encode("ascii"),
        )
        return PDFObjectReference(document.numberToId[whole])

    def _maps(self, document: Any) -> tuple[str, str]:  # PDFDocument
        """How codes lead to glyphs: by the encoding where outlines are cubic, else by a table."""
        if self._face.is_cubic:
            if not self._codes:
                return "/Identity-H", ""
            codes = _add_stream(document, _CODE_MAP, zlib.compress(self._code_map()))
            return f" {codes} 0 R", ""
        if not self._codes:
            return "/Identity-H", "/CIDToGIDMap/Identity"
        table = _add_stream(document, "", zlib.compress(self._glyph_map()))
        return "/Identity-H", f"/CIDToGIDMap {table} 0 R"

    def _descriptor(self, name: str, file: int) -> bytes:
        face = self._face
        box = " ".join(map(str, face.bounding_box))
        key = "FontFile3" if face.is_cubic else "FontFile2"
        return (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {round(face.ascent)}/Descent {round(face.descent)}"
            f"/CapHeight {round(face.capital_height)}/StemV 80/{key} {file} 0 R>>"
        ).encode("ascii")

    def _descendant(self, name: str, descriptor: int, glyph_map: str) -> bytes:
        face = self._face
        places = (
            {glyph: glyph for glyph in self._glyph_by_code.values()}
            if face.is_cubic
            else self._glyph_by_code
        )
        widths = " ".join(
            f"{place}[{face.width(glyph):g}]" for place, glyph in sorted(places.items())
        )
        kind = "CIDFontType0" if face.is_cubic else "CIDFontType2"
        return (
            f"<</Type/Font/Subtype/{kind}/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 0/W[{widths}]{glyph_map}>>"
        ).encode("ascii")

    def _to_unicode(self) -> bytes:
        codes = sorted(self._text_by_code.items())
        lines = [f"<{code:04X}> <{utf16_hex(text)}>\n" for code, text in codes]
        return _in_blocks(_CMAP_HEAD, lines, "bfchar")

    def _code_map(self) -> bytes:
        codes = sorted(self._glyph_by_code.items())
        lines = [f"<{code:04X}> {glyph}\n" for code, glyph in codes]
        return _in_blocks(_CODE_MAP_HEAD, lines, "cidchar")

    def _glyph_map(self) -> bytes:
        table = bytearray(2 * (max(self._glyph_by_code) + 1))
        for code, glyph in self._glyph_by_code.items():
            table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
        return bytes(table)


@lru_cache(maxsize=32)
def subset(face: Face, glyphs: frozenset[int]) -> tuple[bytes, int]:
    """Cut a font down to these glyphs: its compressed program and the plain length."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags = hb.SubsetFlags
    wanted.flags = (
        flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    )
    for table in _TABLES_LEFT_OUT:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
    program = bytes(hb.subset(face.font.face, wanted).blob.data)
    return zlib.compress(program), len(program)


def _in_blocks(head: str, lines: Sequence[str], kind: str) -> bytes:
    """Write a map of codes, so many lines at a time."""
    parts = [head]
    for start in range(0, len(lines), _CODES_IN_A_BLOCK):
        block = lines[start : start + _CODES_IN_A_BLOCK]
        parts.append(f"{len(block)} begin{kind}\n{''.join(block)}end{kind}\n")
    parts.append(_CMAP_TAIL)
    return "".join(parts).encode("ascii")


def _subset_tag(glyphs: frozenset[int]) -> str:
    digest = hashlib.sha256(repr(sorted(glyphs)).encode("ascii")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _add_stream(document: Any, entries: str, content: bytes) -> int:  # PDFDocument
    return add_object(document, lambda: stream(entries, content))
