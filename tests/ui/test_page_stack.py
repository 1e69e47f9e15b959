"""Pages are made when first gone to, saved before they are left, and freed when locked."""

import shiboken6
from pytestqt.qtbot import QtBot

from tests.ui.pages_for_tests import PlainPage
from ui.page_stack import PageStack


def _stack(qtbot: QtBot) -> tuple[PageStack, list[str]]:
    stack, made = PageStack(), []
    qtbot.addWidget(stack)

    def make(title: str) -> PlainPage:
        made.append(title)
        return PlainPage(title)

    stack.add_place("today", lambda: make("Today"))
    stack.add_place("children", lambda: make("Children"))
    return stack, made


def test_a_page_is_made_when_it_is_first_gone_to(qtbot: QtBot) -> None:
    stack, made = _stack(qtbot)
    assert made == []
    today = stack.go("today")
    stack.go("children")
    assert stack.go("today") is today
    assert made == ["Today", "Children"]
    assert isinstance(today, PlainPage)
    assert today.entered == 2


def test_going_away_saves_what_is_half_typed(qtbot: QtBot) -> None:
    stack, _made = _stack(qtbot)
    today = stack.go("today")
    stack.go("children")
    assert isinstance(today, PlainPage)
    assert today.flushed == 1


def test_an_opened_page_is_freed_when_it_is_left(qtbot: QtBot) -> None:
    stack, _made = _stack(qtbot)
    stack.go("children")
    child = PlainPage("Kit")
    stack.open(child)
    assert stack.page() is child
    assert stack.place == "children"
    stack.close_page()
    assert stack.place == "children"
    qtbot.waitUntil(lambda: not shiboken6.isValid(child))


def test_a_new_title_is_told_while_the_page_is_shown(qtbot: QtBot) -> None:
    stack, _made = _stack(qtbot)
    page = stack.go("today")
    with qtbot.waitSignal(stack.page_shown) as told:
        page.set_title("Thursday")
    assert told.args == [page, "today"]


def test_locking_frees_every_page(qtbot: QtBot) -> None:
    stack, made = _stack(qtbot)
    pages = [stack.go("today"), stack.go("children")]
    opened = PlainPage("Kit")
    stack.open(opened)
    stack.forget()
    qtbot.waitUntil(lambda: not any(shiboken6.isValid(one) for one in [*pages, opened]))
    assert stack.page() is None
    stack.go("today")
    assert made == ["Today", "Children", "Today"]


def test_one_unsaved_page_is_enough_to_say_so_and_all_are_asked(qtbot: QtBot) -> None:
    stack, _made = _stack(qtbot)
    today, children = stack.go("today"), stack.go("children")
    assert isinstance(today, PlainPage)
    assert isinstance(children, PlainPage)
    today.is_saved = False
    before = children.flushed
    assert not stack.flush()
    assert children.flushed == before + 1
