"""Every part in every theme, named and whole; WAYMARK_PICTURES names a folder for pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import gallery
from tests.ui.accessibility import unnamed
from ui import tokens
from ui.appearance import appearance
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.ticks import Tick

Make = Callable[[], QWidget]
PAGES = [("controls", gallery.controls), ("content", gallery.content)]


def _show(qtbot: QtBot, make: Make) -> ScrollingPage:
    scrolling = ScrollingPage(0)
    qtbot.addWidget(scrolling)
    scrolling.column.setContentsMargins(0, 0, 0, 0)
    scrolling.column.addWidget(make())
    scrolling.resize(1366, 860)
    scrolling.show()
    for _round in range(3):  # words that wrap settle their heights in turns
        QApplication.processEvents()
    return scrolling


def _picture(page: ScrollingPage, name: str) -> QImage:
    picture = page.widget().grab().toImage()
    folder = os.environ.get("WAYMARK_PICTURES")
    if folder:
        picture.save(str(Path(folder) / f"{name}.png"))
    return picture


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize(("name", "make"), PAGES)
def test_every_part_is_drawn_on_the_ground_of_its_theme(
    qtbot: QtBot, theme: str, name: str, make: Make
) -> None:
    appearance().apply(theme)
    picture = _picture(_show(qtbot, make), f"{name}-{theme}")
    assert picture.pixelColor(3, 3).name().upper() == appearance().colour("background")


@pytest.mark.parametrize(("name", "make"), PAGES)
def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot, name: str, make: Make) -> None:
    assert unnamed(_show(qtbot, make)) == []


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize(("name", "make"), PAGES)
def test_no_words_are_cut_off(qtbot: QtBot, size: int, name: str, make: Make) -> None:
    appearance().apply(text_size=size)
    page = _show(qtbot, make)
    _picture(page, f"{name}-{size}")
    cut = [one.text() for one in page.findChildren(QLabel) if one.isVisible() and _is_cut(one)]
    assert cut == []
    ticks = [
        one for one in page.findChildren(Tick) if one.height() < one.heightForWidth(one.width())
    ]
    assert ticks == []


@pytest.mark.parametrize(("name", "make"), PAGES)
def test_right_to_left_everything_changes_sides(qtbot: QtBot, name: str, make: Make) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = _show(qtbot, make)
        _picture(page, f"{name}-rtl")
        first = next(one for one in page.findChildren(QWidget) if one.property("part") == "card")
        assert first.mapTo(page, first.rect().center()).x() > page.width() / 2
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_changing_the_theme_redraws_what_is_open(qtbot: QtBot) -> None:
    page = _show(qtbot, gallery.controls)
    appearance().apply("contrast", 150)
    QApplication.processEvents()
    changed = _picture(page, "controls-changed")
    fresh = _picture(_show(qtbot, gallery.controls), "controls-fresh")
    assert changed.pixelColor(3, 3) == fresh.pixelColor(3, 3)
    assert changed.size() == fresh.size()


def _is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return False
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.width() + 1 < label.sizeHint().width()
