"""Worries, numbers and decisions with everything open fit the smallest window, and are named."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.mapping import make_pair
from models.numbers_given import Given, give
from models.open_review import OpenReview
from tests.sample import Sample
from tests.ui.accessibility import unnamed
from ui.appearance import appearance
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.review_page import ReviewPage
from ui.meeting.staying_safe_page import StayingSafePage
from ui.meeting.step_page import StepPage

Open = Callable[..., ReviewPage]
pytestmark = pytest.mark.usefixtures("begun")


@pytest.fixture
def filled(database: Database, sam: Sample) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        for key in ("carer", "worker"):
            review.attendance_of(sam.people[key]).attended = "in_room"
        worry = make_pair(review, "Mum’s calls stop and nobody says why", "She rings each week")
        make_pair(review, "A second worry", restricted=True)
        give(review, Given("overall_young_child", number=7.5, face="face-3"))
        give(review, Given(f"w:{worry}", sam.people["carer"], "Alma", number=3))
        review.add_note("next", "Nobody smokes indoors", step="A8", sort="bottom_line")
        review.decide("Buy a phone card")


def open_everything(page: StepPage) -> QWidget:
    if isinstance(page, StayingSafePage):
        page.pairs.write()
        next(iter(page.pairs.pairs.slots.values())).open_editor()
    if isinstance(page, DecisionsPage):
        next(iter(page.decisions.slots.values())).open_editor()
    return page.widget()


@pytest.mark.usefixtures("filled", "long_words")
@pytest.mark.parametrize("size", [100, 200])
def test_words_twice_as_long_fit_the_smallest_window(
    size: int, open_review: Open, qtbot: QtBot
) -> None:
    appearance().apply("light", size)
    review = open_review(width=940 if size == 100 else 1024, height=600)
    for step in ("A8", "A10", "A11"):
        review.go(step)
        page = review.page()
        assert page is not None
        inside = open_everything(page)
        qtbot.wait(5)
        assert inside.width() <= page.viewport().width(), step


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("step", ["A8", "A10", "A11"])
def test_every_control_has_a_name(step: str, open_review: Open, qtbot: QtBot) -> None:
    page = open_review(step).page()
    assert page is not None
    inside = open_everything(page)
    qtbot.wait(5)
    assert unnamed(inside) == []
