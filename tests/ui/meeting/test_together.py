"""Brothers and sisters in one sitting, by keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.siblings import add_brothers
from tests.ui.meeting.conftest import Open
from ui.meeting.review_page import ReviewPage
from ui.meeting.welcome_page import WelcomePage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def brothers(database: Database, sam: Sample) -> dict[str, str]:
    return add_brothers(database, sam)


@pytest.fixture
def sheet_of(database: Database) -> Callable[[str], ReviewSheet]:
    def read(review_id: str) -> ReviewSheet:
        with database.reading() as connection:
            return read_review(connection, review_id)

    return read


def _welcome(review: ReviewPage) -> WelcomePage:
    page = review.page()
    assert isinstance(page, WelcomePage)
    return page


def _hold_together(qtbot: QtBot, review: ReviewPage) -> WelcomePage:
    page = _welcome(review)
    together = page.sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    for tick in together.ticks.values():
        qtbot.mouseClick(tick, LEFT)
    return page


def test_no_other_name_is_shown_until_it_is_asked_for(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    together = _welcome(review).sitting.together
    assert together.ticks == {}
    assert review.sitting_bar.isHidden()
    qtbot.keyClick(together.open_button, Qt.Key.Key_Space)
    names = {tick.text() for tick in together.ticks.values()}
    assert names == {"Max Tillbrook", "Theo Tillbrook"}


def test_all_reviews_start_at_once_and_say_who_came_once(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
    sam: Sample,
) -> None:
    review = open_review("A1")
    page = _hold_together(qtbot, review)
    assert "Max, Theo" in page.sitting.together.told.said
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    qtbot.mouseClick(page.people.slots[sam.people["carer"]].attended.chip("in_room"), LEFT)
    qtbot.mouseClick(page.sitting.together.same_button, LEFT)
    for review_id in brothers.values():
        sheet = sheet_of(review_id)
        assert sheet.state == "open"
        assert [person.short for person in sheet.who_came] == ["Alma"]


def test_the_bar_goes_to_the_other_childs_record(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    with qtbot.waitSignal(review.review_asked) as asked:
        qtbot.mouseClick(review.sitting_bar.chips.chip(brothers["Theo"]), LEFT)
    assert asked.args == [brothers["Theo"]]


def test_with_nobody_of_the_same_name_it_says_so(qtbot: QtBot, open_review: Open) -> None:
    together = _welcome(open_review("A1")).sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    assert together.told.said == "No other child of yours has the same family name."
