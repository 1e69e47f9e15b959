"""The styles, settings and lists of our Word files: headings that are headings, and no traces."""

from dataclasses import dataclass

from letters.out.word_form import WordDocument
from letters.out.word_xml import TEXT_WIDTH_MM, languages, root, tag, twips
from letters.page import CHILD_BAR, CHILD_TINT, HEAD_TINT, INK, LAKE, MUTED, ROW_RULE

FONT = "Arial"
"""A face that every office has; the papers' own faces are on our pages alone."""
BULLETS = 1
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_LINE_TWIPS = 20 * 14


@dataclass(frozen=True)
class _Style:
    """A style of paragraphs: its name, the room after it, and what stands before and after that.

    `is_of_word` is one that Word knows by this name.
    """

    name: str
    after_mm: float = 0.0
    edges: str = ""
    sides: str = ""
    run: str = ""
    is_of_word: bool = False


def _colour(colour: str) -> str:
    return tag("w:color", w_val=colour.removeprefix("#"))


def _size(size_pt: float) -> str:
    halves = round(size_pt * 2)
    return tag("w:sz", w_val=halves) + tag("w:szCs", w_val=halves)


def _border(side: str, eighths_pt: int, space_pt: int, colour: str) -> str:
    return tag(f"w:{side}", w_val="single", w_sz=eighths_pt, w_space=space_pt, w_color=colour[1:])


def _shade(colour: str) -> str:
    return tag("w:shd", w_val="clear", w_color="auto", w_fill=colour[1:])


_TO_THE_END = tag("w:tabs", tag("w:tab", w_val="end", w_pos=twips(TEXT_WIDTH_MM)))
_QUOTED = tag("w:pBdr", _border("left", 36, 8, CHILD_BAR)) + _shade(CHILD_TINT)
_QUOTED_RIGHT = tag("w:pBdr", _border("right", 36, 8, CHILD_BAR)) + _shade(CHILD_TINT)
_FRAME = tag("w:pBdr", *(_border(side, 8, 6, LAKE) for side in ("top", "left", "bottom", "right")))
_WRITTEN_ON = tag(
    "w:tabs", tag("w:tab", w_val="end", w_leader="underscore", w_pos=twips(TEXT_WIDTH_MM))
)
_BULLET = tag("w:numPr", tag("w:ilvl", w_val=0), tag("w:numId", w_val=BULLETS))
_MIDDLE = tag("w:textAlignment", w_val="center")  # words beside the middle of a picture
_BOLD = tag("w:b") + tag("w:bCs")
_STYLES = (
    _Style("Normal", 1.5, sides=_MIDDLE),
    _Style("Head", edges=_TO_THE_END),
    _Style("Edge", sides=tag("w:jc", w_val="end"), run=_BOLD),
    _Style("Small", 1.5, run=_colour(MUTED)),
    _Style("Address"),
    _Style("Facts", 0.4),
    _Style("Quote", 1.2, _QUOTED, tag("w:ind", w_start=twips(5)), is_of_word=True),
    _Style("Quote Right", 1.2, _QUOTED_RIGHT, tag("w:ind", w_start=twips(5))),
    _Style("Rights", 1.2, _FRAME, tag("w:ind", w_start=twips(3), w_end=twips(3))),
    _Style("List Bullet", 0.6, _BULLET, is_of_word=True),
    _Style("Sign Off", 14.0, tag("w:keepNext")),
    _Style("Signing", 5.0, _WRITTEN_ON),
    _Style("Table Text", 0.4),
    _Style("Table Head", 0.4, run=_BOLD),
    _Style("After Table", run=_size(4)),
    _Style("Foot", edges=_TO_THE_END, run=_colour(MUTED) + _size(9)),
)


def styles(document: WordDocument) -> str:
    """The part that names every style."""
    size = document.size_pt
    return root(
        "w:styles",
        _defaults(document),
        *map(_paragraph_style, _STYLES[:1]),
        _heading(1, size + 9, document.colour, before=3.0, after=1.0),
        _heading(2, size + 3, document.colour, before=5.0, after=1.0),
        _heading(3, size, INK, before=2.5, after=0.5),
        *map(_paragraph_style, _STYLES[1:]),
        _table_styles(),
    )


def settings(document: WordDocument) -> str:
    """How Word treats the file: it keeps no names when somebody saves it, and cuts no words."""
    modes = (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    kept = (
        tag("w:compatSetting", w_name=name, w_uri=_COMPATIBILITY, w_val=value)
        for name, value in modes
    )
    return root(
        "w:settings",
        tag("w:removePersonalInformation"),
        tag("w:removeDateAndTime"),
        tag("w:defaultTabStop", w_val=720),
        tag("w:autoHyphenation", w_val="false"),
        tag("w:compat", *kept),
        tag("w:themeFontLang", **languages(document.language)),
        tag("w:decimalSymbol", w_val="."),
        tag("w:listSeparator", w_val=","),
    )


def numbering() -> str:
    """The one list that there is: with bullets."""
    indent = tag("w:pPr", tag("w:ind", w_start=twips(7), w_hanging=twips(5)))
    level = tag(
        "w:lvl",
        tag("w:start", w_val=1), tag("w:numFmt", w_val="bullet"), tag("w:lvlText", w_val="•"),
        tag("w:lvlJc", w_val="left"), indent,
        w_ilvl=0,
    )  # fmt: skip
    kind = tag("w:multiLevelType", w_val="singleLevel")
    return root(
        "w:numbering",
        tag("w:abstractNum", kind, level, w_abstractNumId=0),
        tag("w:num", tag("w:abstractNumId", w_val=0), w_numId=BULLETS),
    )


def _defaults(document: WordDocument) -> str:
    run = tag(
        "w:rPr",
        tag("w:rFonts", w_ascii=FONT, w_hAnsi=FONT, w_eastAsia=FONT, w_cs=FONT),
        _colour(INK),
        _size(document.size_pt),
        tag("w:lang", **languages(document.language)),
    )
    paragraph = tag("w:pPr", tag("w:widowControl"), _spacing(0, 0))
    return tag("w:docDefaults", tag("w:rPrDefault", run), tag("w:pPrDefault", paragraph))


def _paragraph_style(style: _Style) -> str:
    about = {"w_type": "paragraph", "w_styleId": style.name.replace(" ", "")}
    is_default = style is _STYLES[0]
    about |= {"w_default": "1"} if is_default else {}
    about |= {} if is_default or style.is_of_word else {"w_customStyle": "1"}
    based = "" if is_default else tag("w:basedOn", w_val="Normal")
    paragraph = tag("w:pPr", style.edges, _spacing(0, style.after_mm), style.sides)
    run = tag("w:rPr", style.run) if style.run else ""
    return tag(
        "w:style", tag("w:name", w_val=style.name), based, tag("w:qFormat"), paragraph, run,
        **about,
    )  # fmt: skip


def _heading(level: int, size_pt: float, colour: str, *, before: float, after: float) -> str:
    return tag(
        "w:style",
        tag("w:name", w_val=f"heading {level}"),
        tag("w:basedOn", w_val="Normal"),
        tag("w:next", w_val="Normal"),
        tag("w:uiPriority", w_val=9),
        tag("w:qFormat"),
        tag("w:pPr", tag("w:keepNext"), tag("w:keepLines"), _spacing(before, after), _MIDDLE,
            tag("w:outlineLvl", w_val=level - 1)),
        tag("w:rPr", tag("w:b"), tag("w:bCs"), _colour(colour), _size(size_pt)),
        w_type="paragraph", w_styleId=f"Heading{level}",
    )  # fmt: skip


def _table_styles() -> str:
    rule = {"w_val": "single", "w_sz": 2, "w_space": 0, "w_color": ROW_RULE[1:]}
    thick = rule | {"w_sz": 12, "w_color": LAKE[1:]}
    borders = tag(
        "w:tblBorders", tag("w:top", **thick), tag("w:bottom", **rule), tag("w:insideH", **rule)
    )
    side = {"w_w": twips(2), "w_type": "dxa"}
    margins = tag(
        "w:tblCellMar",
        tag("w:top", w_w=twips(1), w_type="dxa"), tag("w:start", **side),
        tag("w:bottom", w_w=twips(1), w_type="dxa"), tag("w:end", **side),
    )  # fmt: skip
    first = tag("w:tblStylePr", tag("w:tcPr", _shade(HEAD_TINT)), w_type="firstRow")
    normal = tag(
        "w:style", tag("w:name", w_val="Normal Table"),
        w_type="table", w_default="1", w_styleId="TableNormal",
    )  # fmt: skip
    return normal + tag(
        "w:style",
        tag("w:name", w_val="Waymark Table"), tag("w:basedOn", w_val="TableNormal"),
        tag("w:tblPr", borders, margins), first,
        w_type="table", w_customStyle="1", w_styleId="WaymarkTable",
    )  # fmt: skip


def _spacing(before_mm: float, after_mm: float) -> str:
    return tag(
        "w:spacing", w_before=twips(before_mm), w_after=twips(after_mm), w_line=_LINE_TWIPS,
        w_lineRule="auto",
    )  # fmt: skip
