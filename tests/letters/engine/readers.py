"""Reads finished pages back, as a screen reader, a search or an eye would."""

import io
from collections import Counter
from datetime import date
from typing import Any

import pikepdf
import pypdfium2

from letters.engine import (
    BuiltPdf,
    Element,
    Frame,
    Furniture,
    PageDesign,
    TextStyle,
    build,
    family,
)  # fmt: skip

WRITTEN_ON = date(2026, 11, 12)
BODY = TextStyle(family("Andika"), 12, 18)
HEADING = TextStyle(family("Andika"), 16, 22, bold=True)


def no_furniture(furniture: Furniture) -> None:
    """Leave the page bare."""


BARE = PageDesign(Frame(20, 277, 20, 20), Frame(20, 277, 20, 20), no_furniture)


def built(
    *elements: Element, language: str = "en-GB", rtl: bool = False, design: PageDesign = BARE
) -> BuiltPdf:
    """Build a document of these elements."""
    return build(elements, design, "A letter", language, "Nadia Thistlemere", WRITTEN_ON, rtl)


def page_texts(pdf: BuiltPdf) -> list[str]:
    """Give the text of each page, as copying from a viewer gives it."""
    with pypdfium2.PdfDocument(pdf.bytes) as document:
        return [page.get_textpage().get_text_range() for page in document]


def plain(text: str) -> str:
    """Leave out blanks, line ends and what has no width."""
    return "".join(mark for mark in text if not mark.isspace() and mark not in "\u200b\ufeff\xa0")


def characters(text: str) -> Counter[str]:
    """Count the characters of a passage."""
    return Counter(plain(text))


def extent(pdf: BuiltPdf, page: int = 0) -> tuple[float, float]:
    """Give the left and right edge of all characters of a page, in points."""
    with pypdfium2.PdfDocument(pdf.bytes) as document:
        words = document[page].get_textpage()
        boxes = [words.get_charbox(at, loose=True) for at in range(words.count_chars())]
    drawn = [box for box in boxes if box[2] > box[0]]
    return min(box[0] for box in drawn), max(box[2] for box in drawn)


def opened(pdf: BuiltPdf) -> pikepdf.Pdf:
    """Open the document to look at its objects."""
    return pikepdf.open(io.BytesIO(pdf.bytes))


def tree(pdf: BuiltPdf) -> list[Any]:
    """Give the structure below the document as [role, kid, ...], content left out."""
    with opened(pdf) as document:
        return _branch(document.Root.StructTreeRoot.K[0])[1:]


def roles(pdf: BuiltPdf) -> list[str]:
    """Give the roles of all elements in reading order."""
    found: list[str] = []

    def walk(branch: list[Any]) -> None:
        found.append(branch[0])
        for kid in branch[1:]:
            walk(kid)

    for branch in tree(pdf):
        walk(branch)
    return found


def _branch(element: Any) -> list[Any]:  # a pikepdf dictionary
    kids = element.get("/K", [])
    branch: list[Any] = [str(element.S)[1:]]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            branch.append(_branch(kid))
    return branch


def elements_of(document: pikepdf.Pdf, role: str) -> list[Any]:
    """Give all structure elements of a role."""
    return [
        found
        for found in document.objects
        if isinstance(found, pikepdf.Dictionary)
        and found.get("/Type") == "/StructElem"
        and f"/{role}" == found.S
    ]
