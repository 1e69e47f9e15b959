"""What the eye sees: tints, bars, borders and rules where the design puts them."""

import pypdfium2
import pytest
from PIL import Image

from letters.engine import (
    Beside,
    BuiltPdf,
    Column,
    Element,
    Panel,
    Picture,
    Space,
    Table,
    TableStyle,
    Text,
)  # fmt: skip
from tests.letters.engine.readers import BODY, built

MM = 72 / 25.4
LEFT = TOP = 20 * MM
WIDE = 170 * MM
SCALE = 4
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def seen(pdf: BuiltPdf) -> Image.Image:
    with pypdfium2.PdfDocument(pdf.bytes) as document:
        return document[0].render(scale=SCALE).to_pil().convert("RGB")


def colour(picture: Image.Image, x: float, y: float) -> object:
    return picture.getpixel((round(x * SCALE), round(y * SCALE)))


def test_a_panel_has_its_tint_and_its_bar_where_reading_starts() -> None:
    panel = Panel([Space(40)], background="#FF0000", bar="#0000FF", bleed_pt=6 * MM, bar_pt=6)
    for rtl in (False, True):
        picture = seen(built(panel, rtl=rtl))
        ends = [LEFT - 6 * MM + 3, LEFT + WIDE + 6 * MM - 3]
        bar, other = ends[::-1] if rtl else ends
        assert colour(picture, bar, TOP + 30) == BLUE
        assert colour(picture, other, TOP + 30) == RED
        assert colour(picture, LEFT - 6 * MM - 3, TOP + 30) == WHITE


def test_a_panel_has_a_border_with_round_corners() -> None:
    picture = seen(built(Panel([Space(60)], border="#00FF00", border_pt=2, radius_pt=10)))
    assert colour(picture, LEFT + WIDE / 2, TOP + 1) == GREEN
    assert colour(picture, LEFT + 1, TOP + 40) == GREEN
    assert colour(picture, LEFT + 0.5, TOP + 0.5) == WHITE
    assert colour(picture, LEFT + 20, TOP + 40) == WHITE


@pytest.mark.parametrize("radius", [0.0, 8.0])
def test_a_table_has_a_tinted_head_and_a_border(radius: float) -> None:
    style = TableStyle(
        BODY, BODY, head_background="#FF0000", border=(2, "#0000FF"), row_rule=(1, "#00FF00"),
        radius_pt=radius, padding_pt=(6, 6), rule_after_last=False,
    )  # fmt: skip
    picture = seen(built(Table([Column(0, "")], [("",), ("",)], style)))
    row = BODY.line_pt + 12
    assert colour(picture, LEFT + WIDE / 2, TOP + row / 2) == RED
    assert colour(picture, LEFT + 1, TOP + row * 2) == BLUE
    assert colour(picture, LEFT + WIDE / 2, TOP + row * 2) == GREEN
    assert colour(picture, LEFT + WIDE / 2, TOP + row * 2.5) == WHITE
    corner = colour(picture, LEFT + 0.4, TOP + 0.4)
    assert corner == (WHITE if radius else BLUE)


def test_a_table_has_a_rule_above_and_one_after_each_row() -> None:
    style = TableStyle(BODY, BODY, top_rule=(2, "#FF0000"), row_rule=(1, "#00FF00"))
    picture = seen(built(Table([Column(100, "")], [("",)], style)))
    row = BODY.line_pt + 8
    assert colour(picture, LEFT + 50, TOP) == RED
    assert colour(picture, LEFT + 50, TOP + row) == WHITE
    assert colour(picture, LEFT + 50, TOP + row * 2) == GREEN


def test_in_the_middle_of_a_row_means_in_the_middle() -> None:
    square = '<svg viewBox="0 0 8 8"><rect width="8" height="8" fill="#0000FF"/></svg>'
    small: Element = Picture(square, "", 10)
    tall = Space(100)
    style = TableStyle(BODY, BODY, row_align="middle", padding_pt=(0, 0))
    head = BODY.line_pt
    in_table = seen(built(Table([Column(50, ""), Column(0, "")], [([small], [tall])], style)))
    assert colour(in_table, LEFT + 5, TOP + head + 50) == BLUE
    assert colour(in_table, LEFT + 5, TOP + head + 20) == WHITE
    beside = seen(built(Beside(small, tall, 50, 5, align="middle")))
    assert colour(beside, LEFT + 5, TOP + 50) == BLUE


def test_words_stand_where_their_line_is() -> None:
    pdf = built(Text("H", BODY, place="line"))
    (place,) = pdf.places["line"]
    picture = seen(pdf)
    box = (place.left * SCALE, place.top * SCALE, (place.left + 20) * SCALE, picture.height)
    dark = picture.crop(tuple(map(round, box))).convert("L").point(lambda value: 255 - value)
    bounds = dark.getbbox()
    assert bounds is not None
    middle = (bounds[1] + bounds[3]) / 2 / SCALE
    assert middle == pytest.approx(place.height / 2, abs=2)
