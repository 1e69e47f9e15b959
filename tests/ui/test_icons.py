"""Icons take the colour of the words beside them."""

import re

import pytest
from PySide6.QtGui import QColor, QImage

import resources
from ui import icons
from ui.appearance import appearance

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(name: str) -> None:
    picture = icons.pixmap(name, size=80).toImage()
    assert _inks(picture), "nothing was drawn"


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    assert QColor("#942318").rgb() in _inks(icons.pixmap("warning-circle-fill", "over").toImage())


def test_an_icon_grows_with_the_text() -> None:
    before = icons.pixmap("sun", size=20).deviceIndependentSize().width()
    appearance().apply(text_size=200)
    assert icons.pixmap("sun", size=20).deviceIndependentSize().width() == 2 * before


def test_the_same_icon_is_drawn_once() -> None:
    assert icons.pixmap("sun").cacheKey() == icons.pixmap("sun").cacheKey()


def test_every_icon_is_of_one_of_the_three_weights() -> None:
    plain = {name.removesuffix("-fill").removesuffix("-bold") for name in NAMES}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in plain)


def _inks(picture: QImage) -> set[int]:
    inks = set()
    for y in range(picture.height()):
        for x in range(picture.width()):
            colour = picture.pixelColor(x, y)
            if colour.alpha() == 255:
                inks.add(colour.rgb())
    return inks
