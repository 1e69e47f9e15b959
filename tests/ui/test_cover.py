"""F8 blanks every window at once, and brings each back as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests import sample
from tests.real_program import Program, copy_of, make_sam, running
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.childs_turn.handing import Handing
from ui.cover import CoverButton, CoverSheet, cover
from ui.overriding import override

SAM = "Sam"


@pytest.fixture(autouse=True)
def uncovered() -> Iterator[None]:
    yield
    if cover().is_on:
        cover().uncover()


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def program(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> Iterator[Program]:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as opened:
        opened.unlock()
        opened.at_rest()
        yield opened


def _press(window: QWidget, key: Qt.Key = Qt.Key.Key_F8) -> None:
    """Press a key as the keyboard does: it reaches the window before anything in it."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key)


def _sheets(window: QWidget) -> list[CoverSheet]:
    own = Qt.FindChildOption.FindDirectChildrenOnly
    return [each for each in window.findChildren(CoverSheet, options=own) if each.isVisible()]


def _is_plain(window: QWidget) -> bool:
    """Whether nothing but the ground, the disc and the way back is to be seen on it."""
    (sheet,) = _sheets(window)
    if sheet.geometry() != window.rect():
        return False
    middle = window.rect().center()
    seen, ground = window.grab().toImage(), appearance().paint("background").rgb()
    spots = [QPoint(x, y) for x in range(2, seen.width(), 9) for y in range(2, seen.height(), 9)]
    around = [spot for spot in spots if (spot - middle).manhattanLength() > 260]
    return bool(around) and all(seen.pixel(spot) == ground for spot in around)


def _same(one: QImage, other: QImage) -> bool:
    kind = QImage.Format.Format_RGB32
    return one.convertToFormat(kind) == other.convertToFormat(kind)


def _find_box(program: Program) -> QLineEdit:
    program.waymark.window.find_child()
    program.at_rest()
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    return box


def test_the_key_covers_the_window_and_its_title_and_brings_them_back(
    program: Program, sam_made: tuple[Path, sample.Sample]
) -> None:
    window = program.waymark.window
    program.waymark.open_child(sam_made[1].child_id)
    title, before = window.windowTitle(), window.grab().toImage()
    assert SAM in title
    _press(window)
    assert cover().is_on
    assert _is_plain(window)
    assert window.windowTitle() == "Waymark"
    _press(window)
    assert not cover().is_on
    assert _sheets(window) == []
    assert window.windowTitle() == title
    assert _same(window.grab().toImage(), before)


def test_the_keyboard_is_back_where_it_was_and_types_nothing_meanwhile(
    qtbot: QtBot, program: Program
) -> None:
    window = program.waymark.window
    box = _find_box(program)
    type_text(qtbot, box, "Half a sen")
    assert box.hasFocus()
    _press(window)
    assert isinstance(QApplication.focusWidget().parent(), CoverSheet)
    for key in (Qt.Key.Key_X, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Y):
        _press(window, key)
    _press(window)
    assert box.hasFocus()
    assert box.text() == "Half a sen"


def test_the_button_of_the_sheet_uncovers(qtbot: QtBot, program: Program) -> None:
    window = program.waymark.window
    _press(window)
    (sheet,) = _sheets(window)
    assert unnamed(sheet) == []
    qtbot.mouseClick(sheet.uncover_button, Qt.MouseButton.LeftButton)
    assert not cover().is_on
    _press(window)
    _press(window, Qt.Key.Key_Space)
    assert not cover().is_on


def test_the_menu_and_the_rail_cover_too(qtbot: QtBot, program: Program) -> None:
    window = program.waymark.window
    window.menus.actions["cover"].trigger()
    assert cover().is_on
    cover().uncover()
    qtbot.mouseClick(window.rail.cover, Qt.MouseButton.LeftButton)
    assert cover().is_on
    assert "F8" in window.rail.cover.accessibleName()


def test_with_large_text_a_button_stands_in_the_bar(qtbot: QtBot, program: Program) -> None:
    appearance().apply("light", 200)
    QApplication.processEvents()
    button = program.waymark.window.top_bar.findChild(CoverButton)
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cover().is_on


def test_a_dialog_is_covered_with_its_window(qtbot: QtBot, program: Program) -> None:
    window = program.waymark.window
    window.show_settings()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    qtbot.waitUntil(dialog.isActiveWindow)
    _press(dialog)
    assert _is_plain(window)
    assert _is_plain(dialog)
    assert dialog.windowTitle() == "Waymark"
    _press(dialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Settings"
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_menu_is_closed(qtbot: QtBot, program: Program) -> None:
    window = program.waymark.window
    menu = window.menus.in_one_menu()
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    assert QApplication.activePopupWidget() is menu
    _press(window)
    assert cover().is_on
    assert QApplication.activePopupWidget() is None
    assert not menu.isVisible()


def test_a_second_full_screen_window_is_covered_as_well(qtbot: QtBot, program: Program) -> None:
    turn = QMainWindow()
    turn.resize(1000, 700)
    turn.setCentralWidget(QLabel("Only for me"))
    qtbot.addWidget(turn)
    shown(qtbot, turn)
    _press(turn)
    assert _is_plain(turn)
    assert _is_plain(program.waymark.window)
    _press(turn)
    assert _sheets(turn) == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_childs_turn_is_covered_and_comes_back(
    qtbot: QtBot, program: Program, sam_made: tuple[Path, sample.Sample]
) -> None:
    desk = program.waymark.desk
    assert desk is not None
    owner = QWidget()
    qtbot.addWidget(owner)
    handing = Handing(desk, sam_made[1].review_id, owner)
    handing.begin()
    turn = handing.window
    assert turn is not None
    qtbot.waitUntil(turn.isActiveWindow)
    _press(turn)
    assert _is_plain(turn)
    assert not program.waymark.window.isVisible()
    _press(turn)
    assert not cover().is_on
    qtbot.mouseClick(turn.cover, Qt.MouseButton.LeftButton)
    assert _is_plain(turn)
    qtbot.mouseClick(_sheets(turn)[0].uncover_button, Qt.MouseButton.LeftButton)
    assert turn.isVisible()
    assert _sheets(turn) == []
    turn.let_go()


def test_a_window_that_opens_under_the_cover_is_covered(qtbot: QtBot, program: Program) -> None:
    _press(program.waymark.window)
    late = QMainWindow()
    late.resize(1000, 700)
    qtbot.addWidget(late)
    shown(qtbot, late)
    assert _is_plain(late)


def test_the_idle_lock_goes_on_under_the_cover(
    program: Program, sam_made: tuple[Path, sample.Sample]
) -> None:
    window = program.waymark.window
    program.waymark.open_child(sam_made[1].child_id)
    _press(window)
    program.waymark.idle.went_idle.emit()
    assert window.is_locked
    assert _is_plain(window)
    _press(window)
    assert window.windowTitle() == "Waymark"
    assert program.door.passphrase.control.hasFocus()


def test_a_larger_window_stays_covered(program: Program) -> None:
    window = program.waymark.window
    _press(window)
    window.resize(1500, 900)
    QApplication.processEvents()
    assert _is_plain(window)


def test_holding_the_key_covers_once(program: Program) -> None:
    window = program.waymark.window
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_F8)
    assert cover().is_on
    repeated = QTest.keyPress
    repeated(handle, Qt.Key.Key_A)
    assert cover().is_on


class FirstPainted(QObject):
    """Notes what came first: the sheet's painting, or the focus leaving what was typed in."""

    def __init__(self, box: QWidget) -> None:
        super().__init__()
        self.box, self.came = box, list[str]()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CoverSheet) and event.type() == QEvent.Type.Paint:
            self.came.append("painted")
        if watched is self.box and event.type() == QEvent.Type.FocusOut:
            self.came.append("left the field")
        return False


def test_it_is_painted_before_anything_is_saved(
    qtbot: QtBot, qapp: QApplication, program: Program
) -> None:
    box = _find_box(program)
    type_text(qtbot, box, "Half a sen")
    watch = FirstPainted(box)
    qapp.installEventFilter(watch)
    _press(program.waymark.window)
    qapp.removeEventFilter(watch)
    assert watch.came[:2] == ["painted", "left the field"]


def test_the_sheet_is_the_colour_of_the_page_in_every_theme(
    qtbot: QtBot, program: Program
) -> None:
    window = program.waymark.window
    for theme in ("light", "dark", "contrast"):
        appearance().apply(theme, 100)
        _press(window)
        picture: QPixmap = window.grab()
        corner = picture.toImage().pixelColor(5, 5).name()
        assert corner == appearance().paint("background").name()
        _press(window)
