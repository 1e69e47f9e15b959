"""Decisions: what, who and by when as people type them; requests answered; order; taking back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
Decide = Callable[[str], str]
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
pytestmark = [
    pytest.mark.usefixtures("begun"),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen has no popups' keys
]


def _page(review: ReviewPage) -> DecisionsPage:
    page = review.page()
    assert isinstance(page, DecisionsPage)
    return page


def _edit(page: DecisionsPage, decision_id: str) -> None:
    page.decisions.slots[decision_id].open_editor()


@pytest.fixture
def decided(database: Database, sam: Sample) -> list[str]:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        return [review.decide(what) for what in ("First", "Second", "Third")]


def test_a_decision_is_typed_with_who_and_when_and_added_by_ctrl_enter(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = _page(open_review("A11"))
    capture = page.capture
    assert QApplication.focusWidget() is capture.what.control
    type_text(qtbot, capture.what.control, "Show Sam the photos\t")
    type_text(qtbot, capture.who.control, "samir oakenshaw\t")
    type_text(qtbot, capture.by_when.control, "18 dec")
    qtbot.keyClick(capture.by_when.control, Qt.Key.Key_Return, CTRL)
    decision = read().decisions[0]
    assert (decision.what, decision.by_when) == ("Show Sam the photos", date(2026, 12, 18))
    assert decision.person_id == sam.people["worker"]
    assert QApplication.focusWidget() is capture.what.control
    assert capture.heading.said == "Decision 2"


def test_somebody_not_in_the_list_can_be_named(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A11"))
    type_text(qtbot, page.capture.what.control, "Fix the door")
    type_text(qtbot, page.capture.who.control, "The housing team")
    page.capture.add()
    decision = read().decisions[0]
    assert (decision.who, decision.person_id) == ("The housing team", None)


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_lost(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A11"))
    type_text(qtbot, page.capture.what.control, "Fix the door")
    type_text(qtbot, page.capture.by_when.control, "soonish")
    qtbot.mouseClick(page.capture.add_button, LEFT)
    assert page.capture.by_when.has_error
    assert page.capture.what.text() == "Fix the door"
    assert read().decisions == ()


def test_everything_about_a_decision_is_changed_in_its_place(
    qtbot: QtBot, open_review: Open, read: Read, decided: list[str]
) -> None:
    page = _page(open_review("A11"))
    slot = page.decisions.slots[decided[1]]
    slot.edit_button.setFocus()
    qtbot.keyClick(slot.edit_button, Qt.Key.Key_Return)
    editor = slot.editor()
    type_text(qtbot, editor.why.control, "She asked")
    type_text(qtbot, editor.how_we_will_know.control, "Sam says so")
    type_text(qtbot, editor.letter_words.control, "We will do it.")
    type_text(qtbot, editor.by_when.control, "2 weeks\t")
    editor.picture.control.setFocus()
    qtbot.keyClick(editor.picture.control, Qt.Key.Key_Down)
    qtbot.mouseClick(editor.about.chip("home"), LEFT)
    qtbot.mouseClick(editor.done_button, LEFT)
    decision = read().decisions[1]
    assert (decision.why, decision.how_we_will_know) == ("She asked", "Sam says so")
    assert (decision.letter_words, decision.by_when) == ("We will do it.", date(2026, 8, 26))
    assert decision.picture
    assert decision.life_area == "home"
    assert QApplication.focusWidget() is slot.edit_button


def test_decisions_change_places(
    qtbot: QtBot, open_review: Open, read: Read, decided: list[str]
) -> None:
    page = _page(open_review("A11"))
    _edit(page, decided[2])
    qtbot.mouseClick(page.decisions.slots[decided[2]].editor().up_button, LEFT)
    assert [(each.number, each.what) for each in read().decisions] == [
        (1, "First"), (2, "Third"), (3, "Second"),
    ]  # fmt: skip


def test_a_removed_decision_closes_the_ranks_and_comes_back_in_its_place(
    qtbot: QtBot, open_review: Open, read: Read, decided: list[str]
) -> None:
    review = open_review("A11")
    page = _page(review)
    _edit(page, decided[0])
    qtbot.mouseClick(page.decisions.slots[decided[0]].editor().remove_button, LEFT)
    assert [(each.number, each.what) for each in read().decisions] == [(1, "Second"), (2, "Third")]
    qtbot.mouseClick(review.notices.findChild(object, "undo"), LEFT)
    assert [each.what for each in read().decisions] == ["First", "Second", "Third"]


def test_each_request_is_answered_by_a_decision_or_in_words(
    qtbot: QtBot,
    open_review: Open,
    read: Read,
    decided: list[str],
    database: Database,
    sam: Sample,
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        asked = [review.add_wish(words, asked_for=True) for words in ("A sleepover", "A phone")]
    page = _page(open_review("A11"))
    first, second = (page.requests.requests.slots[wish] for wish in asked)
    assert page.requests.heading.said == "Sam asked for 2 things"
    qtbot.mouseClick(first.answer_button, LEFT)
    for _ in range(2):
        qtbot.keyClick(first.decision.control, Qt.Key.Key_Down)
    qtbot.mouseClick(second.answer_button, LEFT)
    type_text(qtbot, second.answer.control, "Not before you are eleven.")
    page.flush()
    wishes = {wish.id: wish for wish in read().wishes}
    assert wishes[asked[0]].decision_id == decided[1]
    assert wishes[asked[1]].answer == "Not before you are eleven."
    assert first.answered.said == "Decision 2"
    assert second.answered.said == "Answered"


def test_a_private_request_is_folded_until_it_is_shown_and_again_on_leaving(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        wish = OpenReview(session, sam.review_id).add_wish("zebra", asked_for=True, private=True)
    page = _page(open_review("A11"))
    slot = page.requests.requests.slots[wish]
    assert slot.words.said == "Sam asked for something in private"
    assert not _read_aloud(page, "zebra")
    qtbot.mouseClick(slot.words.show_button, LEFT)
    assert "zebra" in slot.words.said
    page.leave()
    assert not _read_aloud(page, "zebra")


def test_a_restricted_decision_is_folded_and_named_by_its_number_where_one_is_chosen(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        made = review.decide("zebra", restricted=True)
        wish = review.add_wish("A phone", asked_for=True)
    page = _page(open_review("A11"))
    assert not _read_aloud(page, "zebra")
    offered = page.requests.requests.slots[wish].decision.control
    words = [offered.itemText(at) for at in range(offered.count())]
    assert words == ["None of them", "Decision 1: restricted"]
    slot = page.decisions.slots[made]
    qtbot.mouseClick(slot.what.show_button, LEFT)
    assert _read_aloud(page, "zebra")
    page.leave()
    assert not _read_aloud(page, "zebra")
    slot.open_editor()
    assert slot.editor().what.text() == "zebra"
    slot.fold()
    assert not _read_aloud(page, "zebra")


def test_who_does_a_restricted_decision_and_when_is_folded_with_it(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        key = review.decide("Ring", "Harrowgate", date(2026, 9, 4), restricted=True)
    page = _page(open_review("A11"))
    slot = page.decisions.slots[key]
    assert not _read_aloud(page, "Harrowgate")
    assert not _read_aloud(page, "4 September")
    qtbot.mouseClick(slot.what.show_button, LEFT)
    assert _read_aloud(slot, "Harrowgate")
    assert _read_aloud(slot, "4 September")
    page.leave()
    assert not _read_aloud(slot, "Harrowgate")


def _read_aloud(page: QWidget, word: str) -> bool:
    """Whether the word stands on anything that can be seen, or is said of it."""
    seen = [each for each in page.findChildren(QWidget) if each.isVisible()]
    shown = [each.text() for each in seen if isinstance(each, QLabel)]
    return any(word in said for said in (*shown, *(each.accessibleName() for each in seen)))


def test_a_day_before_the_review_or_years_on_is_refused_where_it_is_typed(
    qtbot: QtBot, open_review: Open, read: Read, decided: list[str]
) -> None:
    page = _page(open_review("A11"))
    type_text(qtbot, page.capture.what.control, "Fix the door")
    type_text(qtbot, page.capture.by_when.control, "11/8/2026\t")
    assert "not before this review" in page.capture.by_when.error.said
    page.capture.add()
    assert len(read().decisions) == 3
    _edit(page, decided[0])
    editor = page.decisions.slots[decided[0]].editor()
    type_text(qtbot, editor.by_when.control, "1/1/2036\t")
    assert "at most 3 years" in editor.by_when.error.said
    assert read().decisions[0].by_when is None


def test_escape_closes_a_decision(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        one = OpenReview(session, sam.review_id).decide("Ring the school", "Alma", None)
    slot = _page(open_review("A11")).decisions.slots[one]
    slot.open_editor()
    qtbot.keyClick(slot.editor().what.control, Qt.Key.Key_Escape)
    with pytest.raises(LookupError):
        slot.editor()
    assert QApplication.focusWidget() is slot.edit_button


def test_a_decision_that_stood_open_for_a_while_closes_again(
    qtbot: QtBot, open_review: Open, decided: list[str]
) -> None:
    slot = _page(open_review("A11")).decisions.slots[decided[0]]
    qtbot.mouseClick(slot.edit_button, LEFT)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.mouseClick(slot.editor().done_button, LEFT)
    assert QApplication.focusWidget() is slot.edit_button
