"""Theme and text size dress the whole program at once."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import tokens
from ui.appearance import TEXT_SIZES, appearance, text_size_after
from ui.overriding import override
from ui.parts.buttons import PrimaryButton
from ui.parts.words import Words


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_theme_has_a_whole_style_sheet_at_every_size(theme: str, size: int) -> None:
    looks = appearance()
    looks.choice, looks.text_size = theme, size
    looks.apply(theme, size)
    sheet = looks.style_sheet()
    assert "${" not in sheet
    assert looks.colour("surface") in sheet


def test_a_theme_changes_the_palette_too(qapp: QApplication) -> None:
    appearance().apply("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#12191C"


class _Listening(QWidget):
    """Notes, each time Qt tells it of a change, whether a collector may run meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.collects: list[bool] = []

    @override
    def changeEvent(self, event: QEvent) -> None:
        self.collects.append(gc.isenabled())
        super().changeEvent(event)


def test_no_window_is_collected_while_qt_dresses_them_all(qtbot: QtBot) -> None:
    listening = _Listening()
    qtbot.addWidget(listening)
    listening.show()
    listening.collects.clear()
    gc.enable()
    appearance().apply("dark", 200)
    assert set(listening.collects) == {False}
    assert gc.isenabled()


def test_an_unknown_theme_or_size_changes_nothing() -> None:
    looks = appearance()
    looks.apply("mauve", 110)
    assert (looks.choice, looks.text_size) == ("light", 100)


def test_the_system_theme_is_one_of_ours() -> None:
    appearance().apply("system")
    assert appearance().theme in tokens.THEMES


def test_words_are_set_in_the_bundled_font(qtbot: QtBot) -> None:
    words = Words("Kit")
    qtbot.addWidget(words)
    words.ensurePolished()
    assert QFontInfo(words.font()).family() == tokens.APP_FAMILY


def test_the_childs_font_is_there_when_it_is_asked_for() -> None:
    assert QFontInfo(appearance().font("child_body")).family() == tokens.CHILD_FAMILY


def test_a_button_is_forty_four_pixels_tall_and_grows_with_the_text(qtbot: QtBot) -> None:
    button = PrimaryButton("Add note")
    qtbot.addWidget(button)
    button.show()
    assert button.sizeHint().height() == 44
    appearance().apply(text_size=200)
    assert button.sizeHint().height() == 67


def test_larger_and_smaller_stop_at_the_ends() -> None:
    assert text_size_after(100, 1) == 125
    assert text_size_after(200, 1) == 200
    assert text_size_after(100, -1) == 100
    assert text_size_after(175, 0) == 100


def test_the_rail_becomes_a_menu_at_175() -> None:
    appearance().apply(text_size=150)
    assert not appearance().menu_replaces_rail
    appearance().apply(text_size=175)
    assert appearance().menu_replaces_rail
