"""Three houses: chosen, filled, changed, moved and emptied by the child."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from models.wishes import HOPE, Question, Way
from tests.typing_keys import type_text
from tests.ui.childs_turn.conftest import Open, press, tap
from ui.appearance import appearance
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.childs_turn import ChildsTurn
from ui.childs_turn.drawing import Stroke
from ui.childs_turn.houses_page import HousesPage
from ui.childs_turn.making import opened
from ui.childs_turn.making_page import MakingPage
from ui.childs_turn.thing_card import ThingCard

Read = Callable[[], ReviewSheet]
Key = Qt.Key


def houses(window: ChildsTurn) -> HousesPage:
    page = window.pages["houses"]
    assert isinstance(page, HousesPage)
    return page


def making(window: ChildsTurn) -> MakingPage:
    assert window.making is not None
    return window.making


def button(window: ChildsTurn, name: str) -> BigButton:
    (found,) = [each for each in window.findChildren(BigButton, name) if each.isVisible()]
    return found


def click(qtbot: QtBot, window: ChildsTurn, name: str) -> None:
    qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, window: ChildsTurn, words: str) -> None:
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, words)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)


def card(window: ChildsTurn) -> ThingCard:
    (found,) = [each for each in window.findChildren(ThingCard) if each.isVisible()]
    return found


def test_a_worry_is_written_with_the_mouse(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("houses")
    house = houses(window).houses["worry"]
    qtbot.mouseClick(house, Qt.MouseButton.LeftButton, pos=QPoint(60, 300))
    assert houses(window).put_in.accessibleName() == "Put in worries"
    write(qtbot, window, "Lunch is  too loud")
    (wish,) = read().wishes
    assert (wish.words, wish.column, wish.way) == ("Lunch is  too loud", "worry", Way.WROTE)
    assert (wish.made_by_child, wish.private, wish.in_letter) == (True, False, True)
    assert card(window).accessibleName() == "Lunch is  too loud"


def test_the_keyboard_alone_makes_opens_and_moves_a_thing(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn()
    press(qtbot, window, Key.Key_Return)  # My three houses has the keyboard
    assert window.focusWidget() is houses(window).houses["going_well"]
    press(qtbot, window, Key.Key_Right)
    assert window.focusWidget() is houses(window).houses[HOPE]
    assert houses(window).put_in.accessibleName() == "Put in hopes and dreams"
    press(qtbot, window, Key.Key_Tab)
    assert window.focusWidget() is button(window, "make_words")
    press(qtbot, window, Key.Key_Return)
    focused = window.focusWidget()
    assert focused is making(window).text
    type_text(qtbot, focused, "A sleepover")
    press(qtbot, window, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    while window.focusWidget() is not making(window).done:
        press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Return)
    assert [wish.column for wish in read().wishes] == [HOPE]
    assert window.focusWidget() is houses(window).houses[HOPE]
    press(qtbot, window, Key.Key_Down)
    assert window.focusWidget() is card(window)
    press(qtbot, window, Key.Key_Return)
    button(window, "worry").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, window, Key.Key_Space)
    assert [wish.column for wish in read().wishes] == ["worry"]


def test_the_houses_are_one_stop_where_the_ring_is_and_then_the_dock(
    qtbot: QtBot, open_turn: Open
) -> None:
    window = open_turn("houses")
    page = houses(window)
    first, second, third = page.houses.values()
    press(qtbot, window, Key.Key_Left)
    assert (window.focusWidget(), page.chosen) == (first, "worry")
    press(qtbot, window, Key.Key_Left)
    assert window.focusWidget() is first
    press(qtbot, window, Key.Key_Tab)
    assert window.focusWidget() is button(window, "make_words")
    assert page.chosen == "worry"
    qtbot.keyClick(button(window, "make_words"), Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, window, Key.Key_Right, Key.Key_Right)
    assert (window.focusWidget(), page.chosen) == (third, HOPE)
    assert not second.is_chosen


def test_a_finger_chooses_and_opens(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("houses")
    tap(houses(window).houses["worry"], QPoint(60, 300))
    assert houses(window).chosen == "worry"
    tap(button(window, "make_picture"))
    pictures = making(window).pictures
    assert pictures is not None
    qtbot.wait(0)
    tap(pictures.picker.tile("face-1"))
    (wish,) = read().wishes
    assert (wish.picture, wish.column, wish.way) == ("face-1", "worry", Way.SHOWED)


def test_a_picture_is_kept_at_once_and_can_be_another(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_picture")
    pictures = making(window).pictures
    assert pictures is not None
    qtbot.mouseClick(pictures.picker.tile("dog"), Qt.MouseButton.LeftButton)
    assert [wish.picture for wish in read().wishes] == ["dog"]
    click(qtbot, window, "another_picture")
    qtbot.mouseClick(pictures.picker.tile("football"), Qt.MouseButton.LeftButton)
    assert [wish.picture for wish in read().wishes] == ["football"]


def draw(window: ChildsTurn, *, high: bool = False) -> None:
    canvas = making(window).canvas
    assert canvas is not None
    line = Stroke("#1B262B", 20)
    line.points = [QPointF(200 + 40 * step, 300 if high else 600) for step in range(20)]
    canvas.paper.drawing.add(line)
    canvas.paper.drawn.emit()


def test_a_drawing_is_kept_and_drawn_on(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_drawing")
    draw(window)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    (drawing,) = read().drawings
    assert (drawing.width, drawing.height) == (1600, 1000)
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    draw(window, high=True)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    (again,) = read().drawings
    assert again.png != drawing.png
    assert [wish.drawing_id for wish in read().wishes] == [again.id]


def test_an_opened_drawing_that_was_not_touched_stays_as_it_is(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_drawing")
    draw(window)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    before = read()
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    assert read() == before


def test_who_may_see_it_and_the_letter_are_the_childs_to_say(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    write(qtbot, window, "My room")
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    click(qtbot, window, "not_in_letter")
    assert not read().wishes[0].in_letter
    assert button(window, "private").text() == "Only Nadia"
    click(qtbot, window, "private")
    assert (read().wishes[0].private, read().wishes[0].in_letter) == (True, False)
    assert making(window).who.letter.isHidden()
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    assert card(window).accessibleName() == "Only Nadia may see it"
    assert "My room" not in houses(window).aloud()


def test_a_thing_is_taken_out_and_put_back(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("houses")
    write(qtbot, window, "My room")
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    click(qtbot, window, "take_out")
    assert not read().wishes
    click(qtbot, window, "strip_button")
    assert [wish.words for wish in read().wishes] == ["My room"]
    qtbot.wait(0)
    assert card(window).accessibleName() == "My room"


def test_words_that_were_all_taken_away_take_the_thing_out(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    write(qtbot, window, "Oh")
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, "\b\b")
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    assert not read().wishes


def test_it_reads_aloud_what_is_in_the_houses(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn("houses")
    write(qtbot, window, "My room")
    aloud = "My three houses. Worries. Good things. My room. Hopes and dreams"
    assert houses(window).aloud() == aloud
    assert [each.question for each in window.turn.things("house", "going_well")] == [
        Question.HOUSE
    ]


def test_a_private_thing_shows_the_room_only_its_lock(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    for words in ("A secret", "Quite something else"):
        write(qtbot, window, words)
    first, second = (houses(window).houses["going_well"].things)[:2]
    assert first.grab().toImage() != second.grab().toImage()
    for wish in read().wishes:
        window.make(opened(wish))
        click(qtbot, window, "private")
        qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    first, second = (houses(window).houses["going_well"].things)[:2]
    assert first.grab().toImage() == second.grab().toImage()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    text = making(window).text
    assert text is not None
    assert text.words() == "Quite something else"


def test_on_a_small_screen_the_whole_paper_is_in_view(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn("houses", 1024, 640)
    click(qtbot, window, "make_drawing")
    canvas, view = making(window).canvas, making(window).body.viewport()
    assert canvas is not None
    paper = canvas.paper
    qtbot.waitUntil(lambda: paper.mapTo(view, paper.rect().bottomLeft()).y() < view.height())
    assert paper.mapTo(view, QPoint()).y() >= 0


def test_a_chosen_house_taller_than_the_screen_is_come_to_at_its_top(
    qtbot: QtBot, open_turn: Open
) -> None:
    appearance().apply(text_size=200)
    window = open_turn("houses", 1024, 640)
    for words in ("My room", "Biscuit", "Football", "My teacher"):
        write(qtbot, window, words)
    house, view = houses(window).houses["going_well"], houses(window).body.viewport()
    assert house.height() > view.height()
    qtbot.waitUntil(lambda: 0 <= house.mapTo(view, QPoint()).y() <= 30)
