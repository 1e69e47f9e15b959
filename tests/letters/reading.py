"""Reads finished papers back, as a person, a search or a screen reader would."""

import io
from collections.abc import Iterator
from pathlib import Path

import page
import pdfua
import pikepdf
import pypdfium2

from letters.pdfium import opened

MILLIMETRE = 72 / 25.4
_FAR_MM = 6.0
Box = tuple[float, float, float, float]  # left, bottom, right and top, in points


def page_texts(pdf: bytes) -> list[str]:
    """Give the words of each page in reading order, a line for each line."""
    with opened(pdf) as document:
        return [one.get_textpage().get_text_range().replace("\r\n", "\n") for one in document]


def whole_text(pdf: bytes) -> str:
    """Give all words with single blanks, as a search sees them."""
    return " ".join(" ".join(page_texts(pdf)).replace("\u00a0", " ").split())


def layout(pdf: bytes) -> str:
    """Give each line with the millimetres from the left and the top at which it stands."""
    found: list[str] = []
    with opened(pdf) as document:
        for number, one in enumerate(document, start=1):
            found.append(f"--- page {number}")
            found += _lines(one)
    return "\n".join(found) + "\n"


def _lines(one: pypdfium2.PdfPage) -> Iterator[str]:
    """Each run of words on one line; what stands far from it, as the next column, is another."""
    height, words = one.get_height(), one.get_textpage()
    text = words.get_text_range(0, words.count_chars())
    run, boxes = "", list[Box]()
    for at, mark in enumerate(text):
        box = words.get_charbox(at)
        is_drawn = not mark.isspace() and box[2] > box[0]
        if mark in "\r\n" or (is_drawn and boxes and _is_far(boxes[-1], box)):
            yield from _line(run, boxes, height)
            run, boxes = "", []
        run += mark
        if is_drawn:
            boxes.append(box)
    yield from _line(run, boxes, height)


def _is_far(before: Box, box: Box) -> bool:
    """Whether there is wide empty room between two characters, whichever comes first."""
    return max(box[0] - before[2], before[0] - box[2]) > _FAR_MM * MILLIMETRE


def _line(run: str, boxes: list[Box], height: float) -> Iterator[str]:
    if boxes:
        left = min(box[0] for box in boxes)
        middle = height - (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
        words = " ".join(run.replace("\u00a0", " ").split())
        yield f"{round(left / MILLIMETRE):4}{round(middle / MILLIMETRE):4}  {words}"


def everything(pdf: bytes) -> bytes:
    """Give every stream and text of the file, unpacked, to look for what must not be in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [str(document.Root), str(document.trailer), str(document.docinfo)]
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes().decode("latin-1"))
            parts.append(str(thing))
    return "\n".join(parts).encode("utf-8", "replace")


def headings(pdf: bytes) -> list[list[str]]:
    """Give the roles of headings and paragraphs on each page, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {one.obj.objgen: place for place, one in enumerate(document.pages)}
        found: list[list[str]] = [[] for _ in pages]
        _walk(document.Root.StructTreeRoot.K, pages, found, "")
    return found


def pictures_told(pdf: bytes) -> tuple[str, ...]:
    """Give what each picture is said to show, to those who listen to the paper."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return tuple(
            str(thing.Alt)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
        )


def _walk(node: object, pages: dict[object, int], found: list[list[str]], role: str) -> None:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            _walk(kid, pages, found, role)
        return
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        role = str(node["/S"])[1:]
    if node.get("/Type") == "/MCR" and "/Pg" in node:
        on = found[pages[node["/Pg"].objgen]]
        if not on or on[-1] != role:
            on.append(role)
    if "/K" in node:
        kids, own = node["/K"], node.get("/Pg")
        marks = kids if isinstance(kids, pikepdf.Array) else [kids]
        if own is not None and any(isinstance(kid, int) for kid in marks):
            found[pages[own.objgen]].append(role)
        _walk(kids, pages, found, role)


def faults(pdf: bytes, folder: Path) -> list[str]:
    """Give what two validators of PDF/UA-1 find wrong."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    outcome = str(page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1))
    report = pdfua.validate(str(path))
    found = [] if "no failures" in outcome else [outcome]
    return found if report.exit_code == 0 else [*found, str(report)]
