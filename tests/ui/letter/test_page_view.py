"""The page is shown so that it can be read: whole where there is room, else by its width."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.letter.page_sheet import PageSheet
from ui.letter.page_view import ZOOMS, PageView


def _view(qtbot: QtBot, width: int, height: int) -> PageView:
    view = PageView(PageSheet("Sam’s letter"))
    qtbot.addWidget(view)
    view.resize(width, height)
    shown(qtbot, view)
    return view


def _drawn(view: PageView) -> int:
    sheet = view.widget()
    assert isinstance(sheet, PageSheet)
    size = sheet.size_to_draw()
    return size.width_px if size else 0


def test_the_whole_page_is_shown_where_it_can_be_read_and_else_its_width(qtbot: QtBot) -> None:
    whole = _view(qtbot, 600, 700)
    assert whole.zoom == 0
    assert 480 < _drawn(whole) < 495
    assert whole.says == "Fit the width"
    narrow = _view(qtbot, 600, 400)
    assert narrow.zoom == 1
    assert _drawn(narrow) > 550
    assert narrow.says == "See the whole page"
    narrow.swap()
    qtbot.waitUntil(lambda: _drawn(narrow) < 280)


def test_keys_and_the_wheel_make_it_larger_and_smaller(qtbot: QtBot) -> None:
    view = _view(qtbot, 600, 700)
    sheet = view.widget()
    assert sheet is not None
    sheet.setFocus()
    widths = []
    for _zoom in ZOOMS:
        qtbot.keyClick(sheet, Qt.Key.Key_Plus)
        widths.append(_drawn(view))
    assert widths[0] < widths[1] < widths[2] == widths[3]
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(sheet, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: _drawn(view) == widths[1])
    qtbot.keyClick(sheet, Qt.Key.Key_0)
    assert view.zoom == 0
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0)
