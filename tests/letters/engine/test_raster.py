"""A child's drawing on the page: whole, described, on white paper, the same bytes each time."""

import io
from datetime import date
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from letters.engine import BuiltPdf, Frame, PageDesign, Text, TextStyle, build, family
from letters.engine.raster import Raster
from tests.letters.reading import everything, pictures_told

MILLIMETRE = 72 / 25.4
STYLE = TextStyle(family("Andika"), 12, 18)
DESIGN = PageDesign(Frame(20, 277, 20, 20), Frame(20, 277, 20, 20), lambda _furniture: None)


def drawing(width: int = 400, height: int = 300) -> bytes:
    """A yellow disc on nothing."""
    paper = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(paper).ellipse(
        (width // 4, height // 4, width * 3 // 4, height * 3 // 4), fill=(240, 180, 0, 255)
    )
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()


def built(png: bytes, *, right_to_left: bool = False) -> BuiltPdf:
    elements = [
        Text("Above", STYLE, role="H1"),
        Raster(png, "A drawing by Sam", 200, 120, place="drawing"),
        Text("Below", STYLE),
    ]
    return build(
        elements, DESIGN, title="A drawing", language="en-GB", author="Nadia",
        created=date(2026, 8, 12), right_to_left=right_to_left,
    )  # fmt: skip


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert built(drawing()).bytes == built(drawing()).bytes


@pytest.mark.parametrize(("size", "box"), [((400, 300), (160, 120)), ((800, 200), (200, 50))])
def test_a_drawing_is_as_large_as_there_is_room_for_and_keeps_its_shape(
    size: tuple[int, int], box: tuple[float, float]
) -> None:
    with pypdfium2.PdfDocument(built(drawing(*size)).bytes) as document:
        (image,) = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, top = image.get_bounds()
    assert (round(right - left), round(top - bottom)) == box


def test_what_is_see_through_is_white_paper() -> None:
    with pypdfium2.PdfDocument(built(drawing()).bytes) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    assert page.getpixel((60, 100)) == (255, 255, 255)
    assert (240, 180, 0) in set(page.get_flattened_data())


def test_a_drawing_is_described_for_those_who_cannot_see_it() -> None:
    with pikepdf.open(io.BytesIO(built(drawing()).bytes)) as document:
        (figure,) = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert str(figure["/Alt"]) == "A drawing by Sam"
        assert len(figure["/A"]["/BBox"]) == 4


def test_it_begins_on_the_right_where_the_words_do() -> None:
    with pypdfium2.PdfDocument(built(drawing(), right_to_left=True).bytes) as document:
        (image,) = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        assert round(image.get_bounds()[2]) == round((210 - 20) * 72 / 25.4)


@pytest.mark.parametrize(("align", "left_mm"), [("start", 20), ("centre", 85), ("end", 150)])
def test_a_drawing_stands_where_it_is_put(
    align: Literal["start", "centre", "end"], left_mm: float
) -> None:
    square = Raster(drawing(300, 300), "", 40 * MILLIMETRE, 40 * MILLIMETRE, align)
    pdf = build([Text("Above", STYLE, role="H1"), square], DESIGN, "A drawing", "en-GB", "Nadia",
                date(2026, 8, 12))  # fmt: skip
    with pypdfium2.PdfDocument(pdf.bytes) as document:
        (image,) = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        assert image.get_bounds()[0] / MILLIMETRE == pytest.approx(left_mm, abs=0.1)


def test_a_drawing_without_words_is_decoration() -> None:
    square = Raster(drawing(), "", 100, 100)
    pdf = build([Text("Above", STYLE, role="H1"), square], DESIGN, "A drawing", "en-GB", "Nadia",
                date(2026, 8, 12))  # fmt: skip
    assert pictures_told(pdf.bytes) == ()
    assert b"Figure" not in everything(pdf.bytes)
