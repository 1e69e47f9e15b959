"""Every word twice as long, as in another language: the pages still fit their frame."""

import pytest
from pytestqt.qtbot import QtBot

from ui.caseload.children_page import ChildrenPage
from ui.caseload.today_page import TodayPage
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.page import Page
from ui.parts.scrolling_page import ScrollingPage

WIDTH, HEIGHT = 1282, 736


def _shown(qtbot: QtBot, page: Page) -> Page:
    qtbot.addWidget(page)
    page.resize(WIDTH, HEIGHT)
    page.show()
    page.enter()
    qtbot.wait(0)
    return page


def _too_wide(page: Page) -> list[str]:
    found = [] if page.minimumSizeHint().width() <= WIDTH else [page.objectName()]
    for scrolling in page.findChildren(ScrollingPage):
        inside = scrolling.widget()
        assert inside is not None
        if inside.minimumSizeHint().width() > scrolling.viewport().width():
            found.append(f"inside {page.objectName()}")
    return found


@pytest.mark.usefixtures("long_words")
def test_today_fits(qtbot: QtBot, desk: Desk) -> None:
    assert _too_wide(_shown(qtbot, TodayPage(desk))) == []


@pytest.mark.usefixtures("long_words")
def test_the_list_of_children_fits(qtbot: QtBot, desk: Desk) -> None:
    assert _too_wide(_shown(qtbot, ChildrenPage(desk))) == []


@pytest.mark.usefixtures("long_words")
def test_a_child_fits(qtbot: QtBot, desk: Desk) -> None:
    with desk.database.reading() as connection:
        child_id = connection.execute("select id from child limit 1").fetchone()[0]
    page = ChildPage(desk, child_id)
    _shown(qtbot, page)
    page.ask_for_the_day()
    page.people.ask_for_someone()
    qtbot.wait(0)
    assert _too_wide(page) == []
