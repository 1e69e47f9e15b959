"""A child draws with mouse, finger, pen or keys, and may take back every line."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.childs_turn.canvas import DrawingCanvas
from ui.childs_turn.drawing import COLOURS, INK
from ui.childs_turn.tool import Tool


@pytest.fixture
def canvas(qtbot: QtBot) -> DrawingCanvas:
    made = DrawingCanvas()
    made.resize(1286, 560)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def _line(qtbot: QtBot, canvas: DrawingCanvas, *points: tuple[int, int]) -> None:
    paper = canvas.paper
    places = [QPoint(paper.width() * x // 100, paper.height() * y // 100) for x, y in points]
    qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(paper, place)
    qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=places[-1])


def _seen(canvas: DrawingCanvas) -> set[str]:
    """Every colour that covers more than a few points of the picture."""
    picture = QImage.fromData(canvas.png()).scaledToWidth(200)
    counts: dict[str, int] = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            name = picture.pixelColor(x, y).name().upper()
            counts[name] = counts.get(name, 0) + 1
    return {name for name, count in counts.items() if count > 5} & set(COLOURS)


def test_a_line_drawn_with_the_mouse_is_in_the_picture(
    qtbot: QtBot, canvas: DrawingCanvas
) -> None:
    assert canvas.is_empty()
    with qtbot.waitSignal(canvas.changed):
        _line(qtbot, canvas, (30, 30), (50, 60), (70, 40))
    assert not canvas.is_empty()
    assert INK in _seen(canvas)


def test_the_picture_is_small_and_as_large_as_it_says(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    for turn in range(12):
        qtbot.mouseClick(canvas.colours[turn % 9], Qt.MouseButton.LeftButton)
        _line(
            qtbot,
            canvas,
            *[(15 + step * 7, 10 + (step * 37 + turn * 11) % 80) for step in range(10)],
        )
    picture = QImage.fromData(canvas.png())
    assert (picture.width(), picture.height()) == canvas.size_px()
    assert picture.width() <= 1600
    assert len(canvas.png()) < 120_000


def test_a_crayon_of_another_colour_draws_in_it(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    green = next(each for each in canvas.colours if each.accessibleName() == "Green")
    qtbot.mouseClick(green, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(canvas.thicknesses[2], Qt.MouseButton.LeftButton)
    _line(qtbot, canvas, (20, 50), (80, 50))
    assert green.colour in _seen(canvas)


def test_the_rubber_takes_away_and_a_crayon_puts_it_down_again(
    qtbot: QtBot, canvas: DrawingCanvas
) -> None:
    _line(qtbot, canvas, (40, 50), (60, 50))
    qtbot.mouseClick(canvas.rubber, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(canvas.thicknesses[2], Qt.MouseButton.LeftButton)
    _line(qtbot, canvas, (38, 50), (62, 50))
    assert canvas.is_empty()
    qtbot.mouseClick(canvas.colours[1], Qt.MouseButton.LeftButton)
    assert not canvas.rubber.isChecked()
    _line(qtbot, canvas, (40, 50), (60, 50))
    assert not canvas.is_empty()


def test_each_line_and_clearing_can_be_taken_back(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    _line(qtbot, canvas, (20, 20), (40, 20))
    one = canvas.png()
    _line(qtbot, canvas, (20, 60), (40, 60))
    both = canvas.png()
    qtbot.mouseClick(canvas.clear_tool, Qt.MouseButton.LeftButton)
    assert canvas.is_empty()
    qtbot.mouseClick(canvas.undo_tool, Qt.MouseButton.LeftButton)
    assert canvas.png() == both
    qtbot.keyClick(canvas.paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.png() == one
    qtbot.keyClick(canvas.undo_tool, Qt.Key.Key_Space)
    assert canvas.is_empty()
    qtbot.keyClick(canvas.undo_tool, Qt.Key.Key_Space)
    assert canvas.is_empty()


def test_the_keys_alone_draw(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    paper = canvas.paper
    paper.setFocus(Qt.FocusReason.TabFocusReason)
    for _turn in range(4):
        qtbot.keyClick(paper, Qt.Key.Key_Left)
    assert canvas.is_empty()
    qtbot.keyClick(paper, Qt.Key.Key_Space)
    assert paper.crayon_is_down
    assert "down" in paper.accessibleDescription()
    for _turn in range(10):
        qtbot.keyClick(paper, Qt.Key.Key_Right)
    with qtbot.waitSignal(canvas.changed):
        qtbot.keyClick(paper, Qt.Key.Key_Space)
    assert not paper.crayon_is_down
    stroke = paper.drawing.strokes[0]
    assert stroke.points[-1].x() - stroke.points[0].x() == 200
    for _turn in range(200):
        qtbot.keyClick(paper, Qt.Key.Key_Up)
    qtbot.keyClick(paper, Qt.Key.Key_Space)
    assert paper.drawing.strokes[-1].points[0].y() == 0


def test_two_arrows_held_go_aslant(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    paper = canvas.paper
    paper.setFocus()
    qtbot.keyClick(paper, Qt.Key.Key_Space)
    qtbot.keyPress(paper, Qt.Key.Key_Right)
    qtbot.keyPress(paper, Qt.Key.Key_Down)
    moved = paper.drawing.strokes[0].points[-1] - paper.drawing.strokes[0].points[1]
    assert moved == QPointF(20, 20)
    qtbot.keyRelease(paper, Qt.Key.Key_Right)
    qtbot.keyRelease(paper, Qt.Key.Key_Down)


def test_leaving_the_paper_lifts_the_crayon(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    canvas.paper.setFocus()
    qtbot.keyClick(canvas.paper, Qt.Key.Key_Space)
    canvas.rubber.setFocus(Qt.FocusReason.TabFocusReason)
    assert not canvas.paper.crayon_is_down


def test_two_fingers_draw_two_lines(canvas: DrawingCanvas) -> None:
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    assert isinstance(screen, QPointingDevice)
    paper = canvas.paper
    one, other = QPoint(200, 100), QPoint(500, 300)
    QTest.touchEvent(paper, screen).press(0, one, paper).press(1, other, paper).commit()
    further = QPoint(60, 60)
    moved = QTest.touchEvent(paper, screen)
    moved.move(0, one + further, paper).move(1, other + further, paper).commit()
    lifted = QTest.touchEvent(paper, screen)
    lifted.release(0, one + further, paper).release(1, other + further, paper).commit()
    assert len(paper.drawing.strokes) == 2
    assert all(len(stroke.points) >= 2 for stroke in paper.drawing.strokes)


def test_a_drawing_is_taken_up_again_and_drawn_on(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    _line(qtbot, canvas, (30, 30), (60, 30))
    kept = canvas.png()
    canvas.load(b"")
    assert canvas.is_empty()
    canvas.load(kept)
    assert not canvas.is_empty()
    qtbot.mouseClick(canvas.colours[1], Qt.MouseButton.LeftButton)
    _line(qtbot, canvas, (30, 70), (60, 70))
    assert {INK, canvas.colours[1].colour} <= _seen(canvas)
    qtbot.mouseClick(canvas.clear_tool, Qt.MouseButton.LeftButton)
    assert canvas.is_empty()
    qtbot.mouseClick(canvas.undo_tool, Qt.MouseButton.LeftButton)
    assert INK in _seen(canvas)


def test_another_size_of_window_shows_the_same_drawing(
    qtbot: QtBot, canvas: DrawingCanvas
) -> None:
    _line(qtbot, canvas, (30, 30), (70, 70))
    before = canvas.png()
    canvas.resize(700, 400)
    QApplication.processEvents()
    assert canvas.png() == before
    grabbed = canvas.paper.grab().toImage()
    middle = grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2)
    assert middle.lightness() < 100


def test_every_tool_is_big_and_has_a_name(qtbot: QtBot, canvas: DrawingCanvas) -> None:
    assert unnamed(canvas) == []
    for tool in canvas.findChildren(Tool):
        assert tool.width() >= 60
        assert tool.height() >= 60


@pytest.mark.usefixtures("long_words")
def test_long_words_fit_their_tools(qtbot: QtBot) -> None:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    shown(qtbot, canvas)
    for tool in (canvas.rubber, canvas.undo_tool, canvas.clear_tool):
        assert tool.width() >= tool.sizeHint().width()


def test_it_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    def make() -> QWidget:
        made = DrawingCanvas()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    freed(make)


def test_the_chosen_crayon_has_its_tick_in_a_colour_that_shows(canvas: DrawingCanvas) -> None:
    for tool in canvas.colours:
        tool.setChecked(True)
        drawn = tool.grab().toImage()
        colours = {drawn.pixelColor(x, y).name() for x in range(20, 42) for y in range(20, 42)}
        light = QColor(tool.colour).lightness()
        assert any(abs(QColor(each).lightness() - light) > 60 for each in colours)
