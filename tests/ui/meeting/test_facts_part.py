"""The facts of a step: one line until they are opened, then fields that save themselves."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.step_facts import put_fact
from tests import sample
from tests.typing_keys import type_text
from ui.meeting.facts_part import FactsPart
from ui.meeting.review_page import ReviewPage
from ui.meeting.step_pages import step_of
from ui.parts.fields import ChoiceField

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
pytestmark = pytest.mark.usefixtures("begun")


def _facts(review: ReviewPage) -> FactsPart:
    facts = review.page().findChild(FactsPart)
    assert isinstance(facts, FactsPart)
    return facts


def _opened(qtbot: QtBot, review: ReviewPage) -> FactsPart:
    facts = _facts(review)
    facts.open_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(facts.open_button, Qt.Key.Key_Space)
    qtbot.wait(0)
    return facts


def _box(facts: FactsPart, key: str) -> QWidget:
    return facts.slots[key].field.control


def _focused() -> QWidget | None:
    return QApplication.focusWidget()


def _answer(database: Database, review_id: str, key: str, answer: str | date) -> None:
    with database.saving("") as session:
        put_fact(OpenReview(session, review_id), key, answer)


@pytest.fixture
def last_time(database: Database, sam: sample.Sample) -> None:
    """Sam's second review said something of her health and of school."""
    _answer(database, sam.earlier_review_id, "dentist", date(2026, 1, 20))
    _answer(database, sam.earlier_review_id, "camhs", "waiting")
    _answer(database, sam.earlier_review_id, "medicines", "Blue inhaler")


def test_it_is_one_line_until_a_key_opens_it_with_the_first_field_ready(
    qtbot: QtBot, open_review: Open
) -> None:
    facts = _facts(open_review("A6"))
    assert not facts.is_open
    assert facts.slots == {}
    assert facts.summary.said == "0 of 9 filled"
    facts = _opened(qtbot, open_review("A6"))
    assert facts.is_open
    assert _focused() is _box(facts, "health_check")
    assert facts.open_button.accessibleName() == "Facts of this step: 0 of 9 filled. Fold"


def test_each_kind_of_fact_saves_itself_by_keys_alone(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    facts = _opened(qtbot, open_review("A6"))
    type_text(qtbot, _box(facts, "health_check"), "3 june 2026\t")
    assert _focused() is facts.slots["jabs"].field.control.chip("yes")  # type: ignore[attr-defined]
    qtbot.keyClick(_focused(), Qt.Key.Key_Space)
    type_text(qtbot, _box(facts, "medicines"), "None\t")
    box = _box(facts, "camhs")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    held = {each.fact: each for each in read().facts}
    assert held["health_check"].day == date(2026, 6, 3)
    assert held["jabs"].choice == "yes"
    assert held["medicines"].words == "None"
    assert held["camhs"].choice == "referred"
    assert facts.summary.said == "4 of 9 filled"


def test_an_answer_is_corrected_and_taken_back(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    facts = _opened(qtbot, open_review("A6"))
    type_text(qtbot, _box(facts, "medicines"), "None\t")
    _box(facts, "medicines").setFocus()
    qtbot.keyClick(_box(facts, "medicines"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(qtbot, _box(facts, "medicines"), "Cream\t")
    assert [each.words for each in read().facts] == ["Cream"]
    yes = facts.slots["jabs"].field.control.chip("yes")  # type: ignore[attr-defined]
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert {each.fact: each.choice for each in read().facts}["jabs"] == ""
    assert facts.summary.said == "1 of 9 filled"


@pytest.mark.usefixtures("last_time")
def test_what_was_said_last_time_stands_below_and_one_key_says_the_same(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    facts = _opened(qtbot, open_review("A6"))
    slots = facts.slots
    assert slots["dentist"].last_time.said == "Last time: 20 January 2026"
    assert slots["camhs"].last_time.said == "Last time: On the waiting list"
    assert slots["eyes"].last_time.isHidden()
    assert slots["eyes"].same_button.isHidden()
    for key in ("dentist", "camhs", "medicines"):
        slots[key].same_button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(slots[key].same_button, Qt.Key.Key_Space)
        assert slots[key].same_button.isHidden()
        assert _focused() is _box(facts, key)
    held = {each.fact: each for each in read().facts}
    assert held["dentist"].day == date(2026, 1, 20)
    assert held["camhs"].choice == "waiting"
    assert held["medicines"].words == "Blue inhaler"


def test_an_answer_of_an_older_review_says_of_which_day_it_is(
    qtbot: QtBot, open_review: Open, database: Database
) -> None:
    with database.reading() as connection:
        found = connection.execute("select id from review where number = 1").fetchone()
    _answer(database, found[0], "diagnoses", "Asthma")
    facts = _opened(qtbot, open_review("A6"))
    assert facts.slots["diagnoses"].last_time.said == "On 24 November 2025: Asthma"


@pytest.mark.usefixtures("last_time")
def test_another_answer_than_last_time_keeps_the_way_back(qtbot: QtBot, open_review: Open) -> None:
    facts = _opened(qtbot, open_review("A6"))
    type_text(qtbot, _box(facts, "medicines"), "None\t")
    assert not facts.slots["medicines"].same_button.isHidden()


def test_a_day_still_to_come_is_not_taken(qtbot: QtBot, open_review: Open, read: Read) -> None:
    facts = _opened(qtbot, open_review("A6"))
    type_text(qtbot, _box(facts, "eyes"), "18 december 2026\t")
    assert facts.slots["eyes"].field.has_error
    assert read().facts == ()


def test_leaving_the_step_saves_what_waits_and_folds_it(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A7")
    facts = _opened(qtbot, review)
    type_text(qtbot, _box(facts, "clubs"), "Judo")
    review.go("A8")
    assert [each.words for each in read().facts] == ["Judo"]
    assert not facts.is_open
    review.go("A7")
    facts = _opened(qtbot, review)
    assert facts.slots["clubs"].field.text() == "Judo"  # type: ignore[attr-defined]


def test_a_link_opens_the_facts_at_the_one_it_names(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample, read: Read
) -> None:
    _answer(database, sam.review_id, "attendance", "95%")
    place = ("step_fact", read().facts[0].id, "words")
    assert step_of(read(), place) == "A7"
    review = open_review("A7")
    assert review.page().go_to(place)
    facts = _facts(review)
    assert facts.is_open
    assert _focused() is _box(facts, "attendance")
    assert step_of(read(), ("step_fact", "", "savings")) == "A9"


def test_the_welcome_asks_what_may_be_shared_and_other_pages_ask_nothing(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    facts = _opened(qtbot, open_review("A1"))
    type_text(qtbot, _box(facts, "sharing"), "With school\t")
    recording = facts.slots["recording"].field
    assert isinstance(recording, ChoiceField)
    qtbot.keyClick(recording.control, Qt.Key.Key_Down)
    assert {(each.fact, each.words, each.choice) for each in read().facts} == {
        ("sharing", "With school", ""), ("recording", "", "nobody"),
    }  # fmt: skip


def test_a_journalled_answer_has_its_place_in_the_record_once_it_is_saved(
    qtbot: QtBot, open_review: Open, database: Database
) -> None:
    facts = _opened(qtbot, open_review("A7"))
    type_text(qtbot, _box(facts, "clubs"), "Judo\t")
    facts.slots["clubs"].flush()
    assert database.unsaved() == []
