"""A field in two versions is told where it is shown, leads to both, and nothing is signed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.conflicts_on_sheet import ConflictOnSheet
from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from tests.two_versions import keep_two
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Open
from tests.ui.meeting.summing_up_on_screen import summing_up
from tests.ui.shown import shown
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.letter.issue_card import IssueCard
from ui.letter.letter_in_hand import LetterInHand
from ui.meeting.both_versions import BothVersions
from ui.meeting.decision_slot import DecisionSlot
from ui.meeting.minutes_card import MinutesCard
from ui.parts.buttons import Button
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

LEFT = Qt.MouseButton.LeftButton


def _told(part: QWidget) -> list[str]:
    shown = [each for each in part.findChildren(Notice) if each.isVisible()]
    return [each.title.said for each in shown if isinstance(each.parent(), BothVersions)]


def _decision(desk: Desk, database: Database, sam: sample.Sample) -> tuple[str, str]:
    made = desk.save(lambda s: OpenReview(s, sam.review_id).decide("Before"))
    place = ("decision", made, "what")
    return made, keep_two(database, sam, place, ("Before", "Hers", "Mine"))


def _show_both(part: QWidget, conflict: str) -> Button:
    button = next(
        each for each in part.findChildren(Button, f"show_both_{conflict}") if each.isVisible()
    )
    return button


def test_a_decision_in_two_versions_says_so_over_itself_and_leads_to_both(
    open_review: Open, desk: Desk, database: Database, sam: sample.Sample, qtbot: QtBot
) -> None:
    _made, conflict = _decision(desk, database, sam)
    page = open_review("A11")
    slot = page.findChildren(DecisionSlot)[0]
    assert _told(slot) == ["Two versions are kept of “what will happen”."]
    with qtbot.waitSignal(page.meeting.both_asked) as asked:
        qtbot.mouseClick(_show_both(slot, conflict), LEFT)
    assert asked.args == [conflict]
    slot.open_editor()
    type_text(qtbot, slot.editor().why.control, "Typing is never stopped")
    slot.close_editor()
    assert page.meeting.sheet.decisions[0].why == "Typing is never stopped"
    assert _told(slot) == ["Two versions are kept of “what will happen”."]


def test_a_field_of_a_step_says_so_over_the_step(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    keep_two(database, sam, ("review", sam.review_id, "warm_line"), ("", "One", "Two"))
    page = open_review("A12")
    assert "Two versions are kept of “a warm line for the letter”." in _told(page)
    page.go("A4")
    assert _told(page) == []


@pytest.mark.parametrize("height", [300, 3_000], ids=["it scrolls", "all is seen"])
def test_a_notice_over_a_field_that_somebody_types_in_does_not_move_it(
    qtbot: QtBot, height: int
) -> None:
    page, versions, field = ScrollingPage(), BothVersions(), QLineEdit()
    for part in (versions, Words("Before", "h2"), field, other := QPushButton("Leave")):
        page.column.addWidget(part)
    page.column.addSpacing(600)
    page.column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(600, height)
    shown(qtbot, page)
    field.setFocus()
    type_text(qtbot, field, "You draw")
    stood = field.mapTo(page, QPoint(0, 0))
    versions.show_conflicts([ConflictOnSheet("c", "r", "warm_line", "review")])
    qtbot.waitUntil(lambda: versions.isVisible() == page.can_scroll_on)
    type_text(qtbot, field, " well")
    assert field.mapTo(page, QPoint(0, 0)) == stood
    other.setFocus()
    qtbot.waitUntil(lambda: bool(_told(versions)))


@pytest.mark.usefixtures("begun")
def test_a_review_is_not_finished_before_the_choice_and_the_list_leads_to_it(
    open_review: Open,
    desk: Desk,
    database: Database,
    sam: sample.Sample,
    read: Callable[[], ReviewSheet],
    qtbot: QtBot,
) -> None:
    _made, conflict = _decision(desk, database, sam)
    review = open_review("A12")
    page = summing_up(review)
    qtbot.mouseClick(page.finish.finish_button, LEFT)
    assert page.finish.anyway_button.isHidden()
    link = next(x for x in page.finish.summary.links if "Two versions are kept" in x.text())
    with qtbot.waitSignal(review.meeting.both_asked) as asked:
        qtbot.mouseClick(link, LEFT)
    assert asked.args == [conflict]
    page.finish.finish_anyway()
    assert read().state == "open"


def test_neither_the_minutes_nor_the_letter_are_issued_before_the_choice(
    desk: Desk, database: Database, sam: sample.Sample, qtbot: QtBot
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).finish(sample.NOW, "17:10", sample.calendar())
    _made, conflict = _decision(desk, database, sam)
    letter = LetterInHand(desk, sam.review_id)
    minutes, issue = MinutesCard(letter), IssueCard(letter)
    for card in (minutes, issue):
        qtbot.addWidget(card)
    minutes.show_sheet()
    assert minutes.act_button.is_off
    issue.show_letter(letter.composed(), 0)
    assert issue.issue_button.reason.said == "Choose between the two versions first."
    with qtbot.waitSignal(letter.both_asked) as asked:
        issue.both.findChildren(Button, f"show_both_{conflict}")[0].click()
    assert asked.args == [conflict]


def test_a_fact_of_the_child_in_two_versions_says_so_on_the_childs_page(
    desk: Desk, database: Database, sam: sample.Sample, qtbot: QtBot
) -> None:
    place = ("child", sam.child_id, "school")
    conflict = keep_two(database, sam, place, ("", "The Oak", "Oakfield"), review_id="")
    page = ChildPage(desk, sam.child_id)
    qtbot.addWidget(page)
    page.show()
    assert _told(page) == ["Two versions are kept of “school”."]
    with qtbot.waitSignal(page.both_asked) as asked:
        qtbot.mouseClick(_show_both(page, conflict), LEFT)
    assert asked.args == [conflict]
