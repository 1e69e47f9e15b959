"""Reads finished papers back, as a person, a search or a screen reader would."""

import io
from pathlib import Path

import page
import pdfua
import pikepdf
import pypdfium2

MILLIMETRE = 72 / 25.4


def page_texts(pdf: bytes) -> list[str]:
    """Give the words of each page in reading order, a line for each line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [one.get_textpage().get_text_range().replace("\r\n", "\n") for one in document]


def whole_text(pdf: bytes) -> str:
    """Give all words with single blanks, as a search sees them."""
    return " ".join(" ".join(page_texts(pdf)).replace("\u00a0", " ").split())


def layout(pdf: bytes) -> str:
    """Give each line with the millimetres from the left and the top at which it stands."""
    found: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, one in enumerate(document, start=1):
            found.append(f"--- page {number}")
            found += _lines(one)
    return "\n".join(found) + "\n"


def _lines(one: pypdfium2.PdfPage) -> list[str]:
    height, words = one.get_height(), one.get_textpage()
    lines: list[tuple[float, float, float, str]] = []  # left, middle, right, words
    for place in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(place)
        text = words.get_text_bounded(left, bottom, right, top)
        middle = height - (top + bottom) / 2
        last = lines[-1] if lines else None
        if (
            last
            and abs(middle - last[1]) < 2 * MILLIMETRE
            and -1 < left - last[2] < MILLIMETRE * 3
        ):
            lines[-1] = (last[0], last[1], right, f"{last[3]} {text}")
        else:
            lines.append((left, middle, right, text))
    return [
        f"{round(left / MILLIMETRE):4}{round(middle / MILLIMETRE):4}  {' '.join(text.split())}"
        for left, middle, _right, text in lines
    ]


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
