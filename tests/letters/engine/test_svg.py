"""Pictures drawn on paper as they look on a screen."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import resources
from letters.engine import Picture
from letters.engine.svg import drawing
from letters.engine.svg_paths import path_operators
from tests.letters.engine.readers import built, elements_of, opened

SIDE = 256
MM = 72 / 25.4
PICTOGRAMS = sorted(found.stem for found in resources.path("pictograms").glob("*.svg"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
ODD = HEAD + (
    '<title>x</title><rect x="4" y="4" width="20" height="12" fill="#0a0" stroke="black"/>'
    '<line x1="2" y1="60" x2="60" y2="58" stroke="currentColor" stroke-linecap="square"/>'
    '<polyline points="2,30 10,40 20,30" fill="none" stroke="#00f" stroke-linejoin="bevel"/>'
    '<polygon points="30,30 40,30 35,40" fill="#F0B400"/>'
    '<g transform="matrix(1 0 0 1 2 3) rotate(10)"><rect x="30" y="8" width="9" height="9"/></g>'
    '<path d="M40 50q4-8 8 0t8 0" fill="none" stroke="#a00" stroke-width="2"/>'
    '<path d="m44 20a6 4 30 10 8 4l-3.5.5zM50 8A5 5 0 0 0 60 8A0 3 0 0 0 61 9" fill="#888"/>'
    '<g transform="scale(.5) translate(8)"><circle cx="90" cy="70" r="9" fill="transparent"/></g>'
    "</svg>"
)  # fmt: skip


def on_paper(picture: str) -> Image.Image:
    """Draw a picture 64 points wide and look at it 4 times as large."""
    pdf = built(Picture(picture, "", 64))
    with pypdfium2.PdfDocument(pdf.bytes) as document:
        page = document[0].render(scale=SIDE / 64).to_pil().convert("RGB")
    corner = round(20 * MM * SIDE / 64)
    return page.crop((corner, corner, corner + SIDE, corner + SIDE))


def on_screen(svg: str) -> Image.Image:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    high = SIDE * renderer.viewBoxF().height() / renderer.viewBoxF().width()
    renderer.render(painter, QRectF(0, 0, SIDE, high))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Give the mean difference of two pictures, from 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", PICTOGRAMS)
def test_a_pictogram_on_paper_is_the_pictogram_on_the_screen(name: str) -> None:
    svg = resources.text(f"pictograms/{name}.svg")
    screen = on_screen(svg)
    assert difference(screen, Image.new("RGB", (SIDE, SIDE), "white")) > 5
    assert difference(on_paper(name), screen) < 3


@pytest.mark.usefixtures("qapp")
def test_every_kind_of_flat_shape_is_drawn() -> None:
    screen = on_screen(ODD.replace("currentColor", "#1B262B"))
    assert difference(on_paper(ODD), screen) < 3


@pytest.mark.parametrize(
    "svg",
    [
        HEAD + "<text>x</text></svg>",
        HEAD + '<path d="M0 0X1"/></svg>',
        HEAD + '<rect transform="skewX(3)" width="3" height="3"/></svg>',
        HEAD,
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        HEAD + "<g/>" * 60_000 + "</svg>",
    ],
)
def test_what_is_no_flat_picture_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match=r"picture|command|transform"):
        drawing(svg)


def test_a_path_may_bend_smoothly_after_a_straight_line() -> None:
    assert path_operators("M0 0s4 4 8 0S12 4 16 0") == ("0 0 m 0 0 4 4 8 0 c 12 -4 12 4 16 0 c")


def test_an_unknown_pictogram_is_our_own_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        built(Picture("no-such-picture", "", 20))


def test_a_picture_can_stand_in_the_middle_or_at_the_end() -> None:
    for align, share in (("centre", 0.5), ("end", 1.0)):
        pdf = built(Picture("home", "A home", 64, align=align))  # type: ignore[arg-type]  # a side
        with opened(pdf) as document:
            (figure,) = elements_of(document, "Figure")
            left = float(figure.A.BBox[0])
        assert left == pytest.approx(20 * MM + (170 * MM - 64) * share, abs=0.1)


def test_a_colour_is_six_digits() -> None:
    with pytest.raises(ValueError, match="six hexadecimal digits"):
        drawing(HEAD + '<rect width="9" height="9" fill="url(#a)"/></svg>')
