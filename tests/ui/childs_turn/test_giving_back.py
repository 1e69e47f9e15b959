"""Nothing the child began is lost by giving back, and what they chose about it stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.half_made import read_half_made
from models.review_sheet import ReviewSheet
from models.wishes import HOPE
from tests import sample
from tests.typing_keys import type_text
from tests.ui.childs_turn.conftest import Open
from tests.ui.childs_turn.test_houses_page import card, click, draw, making, write
from ui.childs_turn.childs_turn import ChildsTurn

Read = Callable[[], ReviewSheet]
Sam = tuple[Database, sample.Sample]


def begin(qtbot: QtBot, window: ChildsTurn, words: str) -> None:
    click(qtbot, window, "make_words")
    go_on(qtbot, window, words)


def go_on(qtbot: QtBot, window: ChildsTurn, words: str) -> None:
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, words)


def done(qtbot: QtBot, window: ChildsTurn) -> None:
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)


def is_begun(sam: Sam) -> bool:
    database, made = sam
    with database.reading() as connection:
        newest = database.journal.newest()
        return read_half_made(connection, newest, made.review_id, ()) is not None


def test_giving_back_keeps_the_words_with_the_childs_choices(
    qtbot: QtBot, open_turn: Open, read: Read, sam: Sam
) -> None:
    window = open_turn("houses")
    begin(qtbot, window, "A secret of mine")
    click(qtbot, window, "private")
    click(qtbot, window, "worry")
    click(qtbot, window, "give_back")
    (wish,) = read().wishes
    assert (wish.words, wish.column) == ("A secret of mine", "worry")
    assert (wish.private, wish.in_letter, wish.made_by_child) == (True, False, True)
    assert not is_begun(sam)


def test_giving_back_keeps_a_drawing_once(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_drawing")
    draw(window)
    click(qtbot, window, "not_in_letter")
    click(qtbot, window, "give_back")
    (wish,) = read().wishes
    assert wish.drawing_id
    assert not wish.in_letter
    assert window.card is not None
    window.card.cancelled.emit()
    done(qtbot, window)
    assert read().wishes == (wish,)


def test_nothing_empty_is_kept(qtbot: QtBot, open_turn: Open, read: Read, sam: Sam) -> None:
    window = open_turn("houses")
    begin(qtbot, window, "   ")
    click(qtbot, window, "give_back")
    assert window.card is not None
    assert read().wishes == ()
    assert not is_begun(sam)


def test_carrying_on_after_giving_back_goes_on_with_the_same_thing(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    begin(qtbot, window, "A dog")
    click(qtbot, window, "give_back")
    assert window.card is not None
    window.card.cancelled.emit()
    go_on(qtbot, window, " called Bo")
    click(qtbot, window, HOPE)
    done(qtbot, window)
    (wish,) = read().wishes
    assert (wish.words, wish.column) == ("A dog called Bo", HOPE)


def test_words_changed_in_an_opened_thing_are_kept_and_its_choices_stay(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    write(qtbot, window, "Lunch")
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    click(qtbot, window, "private")
    go_on(qtbot, window, " is loud")
    click(qtbot, window, "give_back")
    (wish,) = read().wishes
    assert (wish.words, wish.private, wish.in_letter) == ("Lunch is loud", True, False)


def test_a_dead_battery_keeps_the_choices_as_they_stood(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    begin(qtbot, window, "A secret of mine")
    assert making(window).flush()  # as a pause in typing does
    click(qtbot, window, "private")
    click(qtbot, window, "worry")
    window.let_go()  # nothing was given back
    again = open_turn()
    click(qtbot, again, "go_on")
    page = making(again)
    assert (page.who.private, page.house.chosen(), page.title) == (True, "worry", "Worries")
    done(qtbot, again)
    (wish,) = read().wishes
    assert (wish.private, wish.in_letter, wish.column) == (True, False, "worry")


def test_a_changed_drawing_gone_on_with_takes_the_place_of_the_one_before(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_drawing")
    draw(window)
    done(qtbot, window)
    (before,) = read().drawings
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    draw(window, high=True)
    assert making(window).flush()
    window.let_go()
    again = open_turn()
    click(qtbot, again, "go_on")
    done(qtbot, again)
    (after,) = read().drawings
    assert after.png != before.png


def test_what_was_begun_before_is_kept_when_something_else_is_begun(
    qtbot: QtBot, open_turn: Open, read: Read, sam: Sam
) -> None:
    window = open_turn("houses")
    begin(qtbot, window, "First")
    click(qtbot, window, "private")
    window.let_go()
    again = open_turn()
    again.go("know")
    write(qtbot, again, "Second")
    first, second = read().wishes
    assert (first.words, first.private, first.column) == ("First", True, "going_well")
    assert (second.words, second.private) == ("Second", False)
    assert not is_begun(sam)
