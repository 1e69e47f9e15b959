"""A peer of the page engine: the same words drawn bare, each run where it stands, untagged."""

import io
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from letters.page import all_families


@dataclass(frozen=True)
class Drawn:
    """Words of one font and line, and where they begin, in points from the foot of the page."""

    page: int
    font: str
    size_pt: float
    left: float
    height: float
    words: str


def read(pdf: bytes) -> tuple[Drawn, ...]:
    """What stands on the pages of a finished paper; the fonts are made known to ReportLab."""
    found: list[Drawn] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            texts = page.get_textpage()
            for each in page.get_objects([FPDF_PAGEOBJ_TEXT], textpage=texts):
                _a, _b, _c, _d, left, height = each.get_matrix().get()
                font, words = each.get_font().get_base_name(), each.extract()
                name, size_pt = font.partition("+")[2], each.get_font_size()
                found.append(Drawn(number, name, size_pt, left, height, words))
    _register({drawn.font for drawn in found})
    return tuple(found)


def _register(fonts: set[str]) -> None:
    """Make the fonts of the papers known to ReportLab, each read once."""
    faces = [face for each in all_families() for face in (each.regular, each.bold)]
    paths = {face.postscript_name: face.path for face in faces}
    for name in fonts.difference(pdfmetrics.getRegisteredFontNames()):
        pdfmetrics.registerFont(TTFont(name, paths[name]))


def draw(paper: tuple[Drawn, ...]) -> bytes:
    """Draw it on ReportLab's own canvas and give the bytes."""
    canvas = Canvas(io.BytesIO(), pagesize=A4, pageCompression=1)
    for _page, runs in groupby(paper, lambda drawn: drawn.page):
        for run in runs:
            canvas.setFont(run.font, run.size_pt)
            canvas.drawString(run.left, run.height, run.words)
        canvas.showPage()
    pdf: bytes = canvas.getpdfdata()
    return pdf
