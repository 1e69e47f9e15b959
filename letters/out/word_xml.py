"""Words, paragraphs and tables as the XML of a Word file. Source: ISO/IEC 29500-1, part 17."""

import re
from collections.abc import Iterable
from unicodedata import bidirectional
from xml.sax.saxutils import escape, quoteattr

from letters.engine.clean import clean
from letters.languages import ENGLISH, Script, language_of
from letters.out.word_form import Line, Picture, Table, WordPart
from letters.paragraph import Piece

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS_A_MM, EMU_A_MM = 1440 / 25.4, 36000
TEXT_WIDTH_MM = 170.0
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
_ISOLATES = re.compile("[\u2066-\u2069]")  # a run of its own keeps words apart in Word
_BLANK, _DAY_OF_MONTH = re.compile(" "), re.compile(r"(?<=\d) (?=\D)")
_STRONG_RIGHT, _STRONG_LEFT = frozenset({"R", "AL"}), "L"
_FIELD = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def tag(name: str, /, *inner: str, **attributes: object) -> str:
    """Write an element; an attribute `w_val` is written as `w:val`."""
    said = "".join(
        f" {key.replace('_', ':', 1)}={quoteattr(str(value))}" for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(inner)}</{name}>" if inner else f"<{name}{said}/>"


def root(name: str, *inner: str) -> str:
    """Write the outermost element of a part, with the names it uses."""
    named = {f"xmlns_{short}": long for short, long in NAMESPACES.items()}
    return DECLARATION + tag(name, *inner, **named)


def text_of(words: str) -> str:
    """Words as the text of XML, with what no file can hold marked."""
    return escape(clean(words))


def twips(millimetres: float) -> int:
    """Give millimetres in twentieths of a point."""
    return round(millimetres * TWIPS_A_MM)


def languages(language: str) -> dict[str, object]:
    """A language as Word takes it, by the kind of its script; names in it are in English."""
    spoken = language_of(language)
    if spoken.right_to_left:
        return {"w_val": ENGLISH, "w_bidi": language}
    if spoken.script is Script.HAN:
        return {"w_val": ENGLISH, "w_eastAsia": language}
    return {"w_val": language}


class WordXml:
    """Writes the parts of one file, and gathers the pictures that they show."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.images: dict[bytes, str] = {}
        self._drawings = 0

    def body(self, parts: Iterable[WordPart]) -> str:
        """Every part one after another; a table never ends a file or touches another."""
        found: list[str] = []
        for part in parts:
            if isinstance(part, Table):
                found += [self._table(part), self.line(Line("AfterTable"))]
            else:
                found.append(self.line(part))
        return "".join(found)

    def line(self, line: Line) -> str:
        """One paragraph with its style, direction and words."""
        properties = [tag("w:pStyle", w_val=line.style)]
        if line.begins_page:
            properties.append(tag("w:pageBreakBefore"))
        if line.right_to_left:
            properties.append(tag("w:bidi"))
        runs = [self._drawing(picture) for picture in line.pictures]
        if line.pictures and line.pieces:
            runs.append(tag("w:r", self._text("  ")))
        runs += [self._run(piece, line) for piece in line.pieces if piece.text]
        return tag("w:p", tag("w:pPr", *properties), *runs)

    def _run(self, piece: Piece, line: Line) -> str:
        words = _ISOLATES.sub("", piece.text)
        if not words:
            return ""
        properties = [tag("w:b"), tag("w:bCs")] if piece.bold else []
        right_to_left = (line.right_to_left and not _is_latin(words)) or _is_right_to_left(words)
        if right_to_left:
            properties.append(tag("w:rtl"))
        if line.language != self._language:
            properties.append(tag("w:lang", **languages(line.language)))
        if piece.together:
            is_narrow = line.style == "TableText"
            kept = _DAY_OF_MONTH if is_narrow else _BLANK
            words = kept.sub("\u00a0", words, count=1 if is_narrow else 0)
        inner = [self._fields(words) if line.has_fields else self._text(words)]
        return tag("w:r", tag("w:rPr", *properties), *inner) if not line.has_fields else inner[0]

    def _text(self, words: str) -> str:
        """Words with the ends of their lines; a tab parts what stands left and right."""
        found: list[str] = []
        for at, stretch in enumerate(words.split("\t")):
            if at:
                found.append(tag("w:tab"))
            for place, said in enumerate(clean(stretch).split(" \n")):
                if place:
                    found.append(tag("w:br"))
                if said:
                    found.append(f'<w:t xml:space="preserve">{escape(said)}</w:t>')
        return "".join(found)

    def _fields(self, words: str) -> str:
        """Words in which {page} and {pages} are counted by Word."""
        found: list[str] = []
        for place, stretch in enumerate(_FIELD.split(words)):
            if place % 2:
                shown = tag("w:r", tag("w:t", "1"))
                found.append(tag("w:fldSimple", shown, w_instr=_FIELDS[stretch]))
            elif stretch:
                found.append(tag("w:r", self._text(stretch)))
        return "".join(found)

    def _table(self, table: Table) -> str:
        widths = [twips(TEXT_WIDTH_MM * share) for share in table.shares]
        properties = [tag("w:tblStyle", w_val="WaymarkTable")]
        if table.right_to_left:
            properties.append(tag("w:bidiVisual"))
        properties += [
            tag("w:tblW", w_w=sum(widths), w_type="dxa"),
            tag("w:tblLayout", w_type="fixed"),
            tag("w:tblLook", w_val="0020", w_firstRow="1", w_lastRow="0", w_firstColumn="0",
                w_lastColumn="0", w_noHBand="1", w_noVBand="1"),
        ]  # fmt: skip
        grid = tag("w:tblGrid", *(tag("w:gridCol", w_w=width) for width in widths))
        head = self._row([(line,) for line in table.head], widths, is_head=True)
        rows = (self._row(row, widths, is_head=False) for row in table.rows)
        return tag("w:tbl", tag("w:tblPr", *properties), grid, head, *rows)

    def _row(
        self, cells: Iterable[tuple[Line, ...]], widths: Iterable[int], *, is_head: bool
    ) -> str:
        """One row, never cut over two pages; the head comes again on each page."""
        properties = [tag("w:cantSplit")]
        if is_head:
            properties.append(tag("w:tblHeader"))
        written = (
            tag("w:tc", tag("w:tcPr", tag("w:tcW", w_w=width, w_type="dxa")),
                *map(self.line, cell or (Line("TableText"),)))
            for cell, width in zip(cells, widths, strict=True)
        )  # fmt: skip
        return tag("w:tr", tag("w:trPr", *properties), *written)

    def _drawing(self, picture: Picture) -> str:
        """A picture in the line, with its words for those who cannot see it."""
        name = self.images.setdefault(picture.png, f"image{len(self.images) + 1}")
        self._drawings += 1
        number = self._drawings
        size = {
            "cx": round(picture.width_mm * EMU_A_MM), "cy": round(picture.height_mm * EMU_A_MM),
        }  # fmt: skip
        about = {"id": number, "name": f"Picture {number}", "descr": clean(picture.alt)}
        told = tag("wp:docPr", **about) if picture.alt else tag("wp:docPr", _DECORATIVE, **about)
        shape = tag(
            "pic:spPr",
            tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", **size)),
            tag("a:prstGeom", tag("a:avLst"), prst="rect"),
        )
        shown = tag(
            "pic:pic",
            tag("pic:nvPicPr", tag("pic:cNvPr", id=number, name=f"Picture {number}"),
                tag("pic:cNvPicPr")),
            tag("pic:blipFill", tag("a:blip", r_embed=name),
                tag("a:stretch", tag("a:fillRect"))),
            shape,
        )  # fmt: skip
        graphic = tag("a:graphic", tag("a:graphicData", shown, uri=NAMESPACES["pic"]))
        none = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}
        inline = tag("wp:inline", tag("wp:extent", **size), told, graphic, **none)
        return tag("w:r", tag("w:drawing", inline))


def _is_right_to_left(words: str) -> bool:
    """Whether every letter of words runs from right to left."""
    kinds = {bidirectional(mark) for mark in words}
    return bool(kinds & _STRONG_RIGHT) and _STRONG_LEFT not in kinds


def _is_latin(words: str) -> bool:
    """Whether words have letters, and all run from left to right."""
    kinds = {bidirectional(mark) for mark in words}
    return _STRONG_LEFT in kinds and not kinds & _STRONG_RIGHT
