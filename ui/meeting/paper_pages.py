"""A paper of the review drawn as pictures of its pages, away from the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any  # pypdfium2 carries no types

from letters.engine import Place
from letters.engine.pace import breathe
from letters.papers import Paper, paper
from letters.paragraph import Missing, Source
from letters.pdfium import opened
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class PageSize:
    """How wide a page is drawn, in px of the screen's own grid, and how much margin is cut off."""

    width_px: int
    cut_mm: float = 0.0


@dataclass(frozen=True)
class PagePicture:
    """One page as BGRX pixels; `scale` is px for each point, `cut_pt` what is cut off its left."""

    pixels: bytes
    width: int
    height: int
    stride: int
    scale: float
    cut_pt: float


@dataclass(frozen=True)
class DrawnPaper:
    """The pages of a draft, where each source's words stand, and what is missing."""

    pages: tuple[PagePicture, ...]
    places: Mapping[Source, tuple[Place, ...]]
    missing: tuple[Missing, ...]


def draw_paper(sheet: ReviewSheet, kind: DocumentKind, today: date, size: PageSize) -> DrawnPaper:
    """Compose a draft of the paper, set it, and draw its pages."""
    return drawn(paper(sheet, kind, today, draft=True), size)


def drawn(made: Paper, size: PageSize) -> DrawnPaper:
    """Draw the pages of a paper."""
    pictures = draw_pages(made.rendered.pdf, size)
    return DrawnPaper(pictures, made.rendered.places, made.missing)


def draw_pages(pdf: bytes, size: PageSize) -> tuple[PagePicture, ...]:
    """Draw the pages of a PDF."""
    with opened(pdf) as document:
        return tuple(draw_page(page, size) for page in document)


def draw_page(page: Any, size: PageSize) -> PagePicture:
    """Draw one page of a PDF."""
    breathe()
    cut_pt = size.cut_mm * POINTS_PER_MM
    scale = size.width_px / (page.get_width() - 2 * cut_pt)
    bitmap = page.render(scale=scale, crop=(cut_pt, 0, cut_pt, 0), rev_byteorder=False,
                         prefer_bgrx=True)  # fmt: skip
    try:
        pixels = bytes(bitmap.buffer)
        return PagePicture(pixels, bitmap.width, bitmap.height, bitmap.stride, scale, cut_pt)
    finally:
        bitmap.close()
        page.close()
