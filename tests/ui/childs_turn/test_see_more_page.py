"""Who I want to see more, what everyone should know, and what to leave alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from models.wishes import Question
from tests.typing_keys import type_text
from tests.ui.childs_turn.conftest import Open, press, tap
from tests.ui.childs_turn.test_houses_page import click, making, write
from ui.childs_turn.childs_turn import ChildsTurn
from ui.childs_turn.see_more_page import SeeMorePage

Read = Callable[[], ReviewSheet]


def page_of(window: ChildsTurn) -> SeeMorePage:
    page = window.pages["see_more"]
    assert isinstance(page, SeeMorePage)
    return page


def test_people_stand_there_by_the_childs_own_words(open_turn: Open) -> None:
    people = page_of(open_turn("see_more")).people
    assert list(people) == ["Mum", "Alma", "Nana Bea", "Samir", "Ms Fennimore"]


def test_a_tick_keeps_and_taking_it_off_takes_out(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("see_more")
    press(qtbot, window, Qt.Key.Key_Return)
    tap(page_of(window).people["Nana Bea"])
    wishes = read().wishes
    assert [(wish.words, wish.question, wish.asked_for) for wish in wishes] == [
        ("Mum", Question.SEE_MORE, True),
        ("Nana Bea", Question.SEE_MORE, True),
    ]
    press(qtbot, window, Qt.Key.Key_Space)
    assert [wish.words for wish in read().wishes] == ["Mum"]


def test_somebody_else_is_typed_and_never_forgotten(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("see_more")
    type_text(qtbot, page_of(window).somebody, "My friend Zoë\n")
    type_text(qtbot, page_of(window).somebody, "My cat")
    qtbot.mouseClick(page_of(window).done, Qt.MouseButton.LeftButton)
    assert [wish.words for wish in read().wishes] == ["My friend Zoë", "My cat"]


def test_who_may_see_them_is_asked_once_for_all(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("see_more")
    assert not page_of(window).who.isVisible()
    qtbot.mouseClick(page_of(window).people["Mum"], Qt.MouseButton.LeftButton)
    click(qtbot, window, "private")
    qtbot.mouseClick(page_of(window).people["Alma"], Qt.MouseButton.LeftButton)
    assert [(wish.private, wish.in_letter) for wish in read().wishes] == [(True, False)] * 2


def test_what_everyone_should_know_is_for_everyone(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("know")
    write(qtbot, window, "I like my room")
    (wish,) = read().wishes
    assert (wish.question, wish.private, wish.in_letter) == (Question.KNOW, False, True)


def test_what_to_leave_alone_is_for_the_chair_only(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("not_today")
    click(qtbot, window, "make_picture")
    pictures = making(window).pictures
    assert pictures is not None
    qtbot.mouseClick(pictures.picker.tile("worry"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    write(qtbot, window, "Mum")
    assert [(wish.question, wish.private, wish.in_letter) for wish in read().wishes] == [
        (Question.NOT_TODAY, True, False)
    ] * 2
