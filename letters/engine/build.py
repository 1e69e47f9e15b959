"""From elements to the bytes of a tagged PDF, the same bytes every time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from letters.engine.elements import Element, Setting
from letters.engine.family import Family
from letters.engine.furniture import Furniture
from letters.engine.pages import PageDesign, cut_into_pages
from letters.engine.pen import Pen, Place
from letters.engine.space import MILLIMETRE
from letters.engine.stack import Stack
from letters.engine.tagged_canvas import TaggedCanvas

_WARMING_WORDS = "Hello there, 12 March 2026."


@dataclass(frozen=True)
class BuiltPdf:
    """A finished document: its bytes, its pages, and where its named elements stand."""

    bytes: bytes
    page_count: int
    places: Mapping[str, Sequence[Place]] = field(default_factory=dict)


def build(  # noqa: PLR0913  # each is said once, by name, at the end of composing
    elements: Sequence[Element],
    design: PageDesign,
    title: str,
    language: str,
    author: str,
    created: date,
    right_to_left: bool = False,
) -> BuiltPdf:
    """Set elements on pages and write them as a PDF that conforms to PDF/UA-1."""
    language = language.replace("_", "-")
    setting = Setting(language, right_to_left)
    stack = Stack.of(elements, design.width_pt, setting)
    pages = cut_into_pages(stack, design)
    canvas = TaggedCanvas(design.size_pt, language)
    canvas.describe(title, author, language, created)
    pen = Pen(canvas, design.size_pt)
    for page in pages:
        pen.begin_page()
        design.furniture(Furniture(pen, setting, len(pages), design.size_pt[1]))
        frame = design.frame(pen.page)
        left = frame.right_mm if right_to_left else frame.left_mm
        page.draw(pen, left * MILLIMETRE, frame.top_mm * MILLIMETRE, canvas.structure.root)
        canvas.showPage()
    return BuiltPdf(canvas.finished(), len(pages), pen.places)


def warm(families: Iterable[Family]) -> None:
    """Read the fonts in idle time, so that the first letter is as quick as the next."""
    for family in families:
        for face in (family.regular, family.bold):
            face.word(_WARMING_WORDS, "en")
            _ = face.covered, face.ascent, face.bounding_box, face.postscript_name
