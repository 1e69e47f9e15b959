"""From elements to the bytes of a tagged PDF, the same bytes every time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from letters.engine.elements import Element, Laid, Setting
from letters.engine.faces import faces_read
from letters.engine.family import Family
from letters.engine.furniture import Furniture
from letters.engine.pages import PageDesign, cut_into_pages
from letters.engine.paragraph import forget_set_words
from letters.engine.pdf_values import utf16_hex
from letters.engine.pen import Pen, Place
from letters.engine.pictures import find_drawing
from letters.engine.raster import forget_images
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


@dataclass(frozen=True)
class LaidPages:
    """Elements set on pages and not yet written, so that their number can be asked first."""

    pages: Sequence[Laid]
    design: PageDesign
    setting: Setting

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def write(self, title: str, author: str, created: date) -> BuiltPdf:
        """Write them as a PDF that conforms to PDF/UA-1; once, for what is drawn is noted."""
        canvas = TaggedCanvas(self.design.size_pt, self.setting.language)
        canvas.describe(title, author, self.setting.language, created)
        pen = Pen(canvas, self.design.size_pt)
        for page in self.pages:
            self._draw(page, pen)
            canvas.showPage()
        return BuiltPdf(canvas.finished(), self.page_count, pen.places)

    def _draw(self, page: Laid, pen: Pen) -> None:
        pen.begin_page()
        height_pt = self.design.size_pt[1]
        self.design.furniture(Furniture(pen, self.setting, self.page_count, height_pt))
        frame = self.design.frame(pen.page)
        left = frame.right_mm if self.setting.right_to_left else frame.left_mm
        root = pen.canvas.structure.root
        page.draw(pen, left * MILLIMETRE, frame.top_mm * MILLIMETRE, root)


def lay_out(
    elements: Sequence[Element], design: PageDesign, language: str, right_to_left: bool = False
) -> LaidPages:
    """Set elements on pages, without writing them."""
    setting = Setting(language.replace("_", "-"), right_to_left)
    stack = Stack.of(elements, design.width_pt, setting)
    return LaidPages(cut_into_pages(stack, design), design, setting)


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
    laid = lay_out(elements, design, language, right_to_left)
    return laid.write(title, author, created)


def warm(families: Iterable[Family], pictures: Iterable[str] = ()) -> None:
    """Read fonts and pictograms in idle time, so that the first letter is as quick as the next."""
    for family in families:
        for face in (family.regular, family.bold):
            face.word(_WARMING_WORDS, "en")
            _ = face.covered, face.ascent, face.bounding_box, face.postscript_name
    for name in pictures:
        find_drawing(name)
    utf16_hex(_WARMING_WORDS)


def forget_words() -> None:
    """Forget the words of every paper made so far, as when the record is locked."""
    forget_set_words()
    forget_images()
    for face in faces_read():
        face.forget_words()
