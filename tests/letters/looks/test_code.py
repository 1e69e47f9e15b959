"""The square code is that of its page, drawn true, and its page stands beside it in words."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from letters.looks.code import CODE_MM, code_svg
from letters.pdf import render
from tests.letters.looks.letters_on_paper import CODE_PAGE, MILLIMETRE, set_as, with_everything
from tests.letters.reading import everything, pictures_told, whole_text

_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def squares(address: str) -> list[list[bool]]:
    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(QR8bitByte(address))
    made.make()
    count = made.getModuleCount()
    return [[bool(made.isDark(down, at)) for at in range(count)] for down in range(count)]


@pytest.mark.parametrize("address", [CODE_PAGE, "https://a.example/" + "b" * 150])
def test_every_square_is_drawn_with_an_empty_edge_round_them(address: str) -> None:
    svg, wanted = code_svg(address), squares(address)
    side = len(wanted) + 8
    drawn = {
        (int(left) - 4 + step, int(down) - 4)
        for left, down, length, back in _RUN.findall(svg)
        if length == back
        for step in range(int(length))
    }
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert drawn == {
        (at, down) for down, row in enumerate(wanted) for at, dark in enumerate(row) if dark
    }


def test_the_code_on_the_page_is_dark_where_it_should_be() -> None:
    pdf = render(with_everything("C")).pdf
    left, top = _place(pdf)
    wanted = squares(CODE_PAGE)
    pixels_mm = 8.0
    with pypdfium2.PdfDocument(pdf) as document:
        image = (
            document[len(document) - 1].render(scale=pixels_mm / MILLIMETRE).to_pil().convert("L")
        )
    step = CODE_MM / (len(wanted) + 8)
    for down, row in enumerate(wanted):
        for at, dark in enumerate(row):
            place = (left + (at + 4.5) * step, top + (down + 4.5) * step)
            shade = image.getpixel((round(place[0] * pixels_mm), round(place[1] * pixels_mm)))
            assert (shade < 128) == dark


def _place(pdf: bytes) -> tuple[float, float]:
    """Where the code begins, in millimetres from the top left corner of its page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figure = next(
            each
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "code" in str(each.get("/Alt", ""))
        )
        left, _low, _right, high = map(float, figure.A.BBox)
        return left / MILLIMETRE, 297 - high / MILLIMETRE


def test_the_page_stands_beside_the_code_in_words_and_can_be_followed() -> None:
    pdf = render(with_everything("B")).pdf
    text = whole_text(pdf)
    assert "A film about reviews" in text
    assert CODE_PAGE.removeprefix("https://") in text.replace(" ", "")
    assert CODE_PAGE.encode() in everything(pdf)
    assert any(CODE_PAGE in alt for alt in pictures_told(pdf))


def test_a_letter_without_a_page_has_no_code() -> None:
    assert not any("code" in alt for alt in pictures_told(render(set_as("B")).pdf))
