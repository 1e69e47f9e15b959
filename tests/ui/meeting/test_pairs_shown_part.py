"""Above the decisions stand the worries with their goals, and the bottom lines to say aloud."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.mapping import make_pair
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")


@pytest.fixture
def page(open_review: Open, database: Database, sam: Sample) -> DecisionsPage:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        make_pair(review, "Mum’s calls stop", "She rings")
        make_pair(review, "The address is known", "Nobody comes", restricted=True)
        review.add_note("next", "Nobody smokes indoors", step="A8", sort="bottom_line")
        review.decide("Buy Mum a phone card")
    page = open_review("A11").page()
    assert isinstance(page, DecisionsPage)
    return page


def test_pairs_and_bottom_lines_are_read_above_the_decisions(page: DecisionsPage) -> None:
    first, second = page.pairs.pairs.slots.values()
    assert (first.worry.said, first.goal.said) == ("Mum’s calls stop", "She rings")
    assert (second.worry.said, second.goal.said) == ("A restricted worry", "A restricted goal")
    (line,) = page.pairs.lines.slots.values()
    assert line.words.said == "Nobody smokes indoors"
    assert page.pairs.lines_card.isVisibleTo(page)


def test_a_decision_names_the_goal_it_serves(
    qtbot: QtBot, page: DecisionsPage, read: Read
) -> None:
    (slot,) = page.decisions.slots.values()
    slot.open_editor()
    box = slot.editor().goal_id.control
    assert [box.itemText(place) for place in range(box.count())] == [
        "None of them", "She rings", "A restricted goal",
    ]  # fmt: skip
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    goal = next(note for note in read().notes if note.words == "She rings")
    assert read().decisions[0].goal_id == goal.id
    first, _second = page.pairs.pairs.slots.values()
    assert first.served.said == "Decisions for this goal: 1"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert read().decisions[0].goal_id is None


def test_deciding_before_any_number_is_met_with_a_sentence_and_not_stopped(
    qtbot: QtBot, page: DecisionsPage
) -> None:
    assert page.nudge.notice.title.said.startswith("No number is given yet")
    assert page.capture.add_button.isEnabled()
