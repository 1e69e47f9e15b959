"""Sets words of any script on pages and writes them as a tagged PDF.

Units: points, except where a name ends in `_mm`. Words are a str, a `Span`, or a sequence of
both. A cell or an item of a list is words, an element, or a sequence of elements. Each element
of the flow also takes `space_before`, `space_after` (the larger of two neighbours counts),
`keep_with_next` and `place`, a name under which `BuiltPdf.places` tells where it stands.

    Face.from_file(path)                            one per file and process
    Family(name, regular, bold, fallbacks=(), bold_fallbacks=())
    family(name), semibold(name), family_for(language, latin="Andika"), family_names()
    TextStyle(family, size_pt, line_pt, colour="#1B262B", bold=False)
    Span(text, bold=False, colour=None, link=None)  link is a URI: "tel:...", "https://..."
    Text(spans, style, role="P"|"H1"|"H2"|"H3", language=None,
         align="start"|"end"|"centre"|"left"|"right", balanced=False)
    Bullets(items, style, indent_pt=None, item_gap_pt=0, numbered=False)
    Column(width_pt, head, heads_rows=False)        width 0 shares what is left over
    TableStyle(head, body, head_background=None, top_rule=None, row_rule=None, border=None,
               radius_pt=0, padding_pt=(4, 6), row_align="top"|"middle", rule_after_last=True)
    Table(columns, rows, style)                     a rule or border is (width_pt, colour)
    Picture(name_or_svg, alt, width_pt, ink="#1B262B", align="start"|"centre"|"end",
            most_height_pt=inf)
    Raster(png, alt, width_pt, most_height_pt, align)   a drawing made of points, whole
    Beside(left, right, left_width_pt, gap_pt, align="top"|"middle")
    Panel(children, background=None, bar=None, border=None, padding_pt=12 or (vertical, side),
          radius_pt=0, bleed_pt=0, bar_pt=2 mm, border_pt=1)
    Columns(lists, widths, gap_pt=12)
    Space(height)
    Placed(children, start_mm, top_mm, width_mm, mirrored=True)   at a fixed place of its page
    Frame(top_mm, bottom_mm, left_mm, right_mm)
    PageDesign(first, later, furniture, size_mm=(210, 297))
    Furniture: page_number, page_count, is_first, right_to_left, width_mm, height_mm,
        text(words, style, start_mm, top_mm, width_mm, align="start") -> height in mm,
        foot(start, end, style, baseline_mm), rule(start_mm, top_mm, length_mm, width_pt, colour),
        tick(left_mm, top_mm, length_mm, colour), picture(name, start_mm, top_mm, width_mm, ink),
        rectangle(start_mm, top_mm, width_mm, height_mm, colour)
    build(elements, design, title, language, author, created, right_to_left=False) -> BuiltPdf
    lay_out(elements, design, language, right_to_left=False) -> LaidPages
        page_count, write(title, author, created) -> BuiltPdf; for asking before writing
    BuiltPdf(bytes, page_count, places)             places: name -> [Place(page, left, top, ...)]
    warm(families, pictures=())                     reads fonts and pictograms in idle time
    forget_words()                                  forgets the words of every paper made so far

A value put into right-to-left words is isolated by its writer: U+2068 value U+2069.
"""

from letters.engine.beside import Beside, Columns
from letters.engine.build import BuiltPdf, LaidPages, build, forget_words, lay_out, warm
from letters.engine.elements import Element
from letters.engine.faces import Face
from letters.engine.families import family, family_for, family_names, semibold
from letters.engine.family import Family, Span, TextStyle, Words
from letters.engine.furniture import Furniture
from letters.engine.lists import Bullets
from letters.engine.pages import Frame, PageDesign
from letters.engine.panel import Panel
from letters.engine.pen import Place
from letters.engine.pictures import Picture
from letters.engine.raster import Raster
from letters.engine.space import Placed, Space
from letters.engine.table import Cell, Column, Table, TableStyle
from letters.engine.text import Text

__all__ = [
    "Beside",
    "BuiltPdf",
    "Bullets",
    "Cell",
    "Column",
    "Columns",
    "Element",
    "Face",
    "Family",
    "Frame",
    "Furniture",
    "LaidPages",
    "PageDesign",
    "Panel",
    "Picture",
    "Place",
    "Placed",
    "Raster",
    "Space",
    "Span",
    "Table",
    "TableStyle",
    "Text",
    "TextStyle",
    "Words",
    "build",
    "family",
    "family_for",
    "family_names",
    "forget_words",
    "lay_out",
    "semibold",
    "warm",
]
