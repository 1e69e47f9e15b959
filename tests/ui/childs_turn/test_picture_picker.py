"""A child picks a picture with a finger, the mouse, or the arrows and Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import resources
from letters.pictures import PICTURES, SIGNS
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.childs_turn.picture_cards import FEELING_WORDS, GROUPS
from ui.childs_turn.picture_picker import PicturePicker, PictureTile


@pytest.fixture
def picker(qtbot: QtBot) -> PicturePicker:
    made = PicturePicker()
    made.resize(1200, 560)
    qtbot.addWidget(made)
    shown(qtbot, made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def _focused() -> PictureTile:
    tile = QApplication.focusWidget()
    assert isinstance(tile, PictureTile)
    return tile


def test_every_drawing_that_is_shipped_can_be_chosen_once() -> None:
    cards = [picture for _heading, pictures in GROUPS for picture in pictures]
    assert sorted(cards) == sorted({*PICTURES, *FEELING_WORDS})
    shipped = {each.stem for each in resources.path("pictograms").glob("*.svg")}
    assert set(cards) == shipped - {"waymark-logo"} - SIGNS


def test_a_click_picks_a_picture(qtbot: QtBot, picker: PicturePicker) -> None:
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.mouseClick(picker.tile("dog"), Qt.MouseButton.LeftButton)
    assert picked.args == ["dog"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_and_a_key_pick_a_picture(qtbot: QtBot, picker: PicturePicker, key: Qt.Key) -> None:
    assert _focused().picture == "face-4"
    qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    qtbot.keyClick(_focused(), Qt.Key.Key_Left)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(_focused(), key)
    assert picked.args == ["face-3"]


def test_up_and_down_go_to_the_nearest_of_the_next_line(
    qtbot: QtBot, picker: PicturePicker
) -> None:
    for _turn in range(2):
        qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    above = _focused()
    qtbot.keyClick(above, Qt.Key.Key_Up)
    assert _focused() is above
    qtbot.keyClick(above, Qt.Key.Key_Down)
    below = _focused()
    assert below.y() > above.y()
    assert abs(below.x() - above.x()) < below.width()
    qtbot.keyClick(below, Qt.Key.Key_Up)
    assert _focused() is above
    for _turn in range(len(picker.tiles)):
        qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    assert _focused() is picker.tiles[-1]


def test_the_pictures_are_one_stop_of_tab(qtbot: QtBot, picker: PicturePicker) -> None:
    qtbot.keyClick(_focused(), Qt.Key.Key_Right)
    stops = [tile for tile in picker.tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [_focused()]


def test_every_tile_is_big_named_and_shows_all_its_words(picker: PicturePicker) -> None:
    assert unnamed(picker) == []
    for tile in picker.tiles:
        assert min(tile.width(), tile.height()) >= 76
        assert tile.height() >= tile.natural_size().height()


def test_twice_as_long_words_make_larger_tiles(qtbot: QtBot, long_words: None) -> None:
    picker = PicturePicker()
    qtbot.addWidget(picker)
    for tile in picker.tiles:
        assert tile.height() >= tile.natural_size().height()
        assert tile.width() >= tile.natural_size().width()


def test_it_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    def make() -> QWidget:
        made = PicturePicker()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    freed(make)
