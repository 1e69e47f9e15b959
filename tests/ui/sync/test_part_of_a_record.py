"""Whoever sees a part of a record is told so, and can do there what the council takes of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.sync.registry import SUPPORT
from tests import released, sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, cell, desk_of, refused, said
from ui.appearance import appearance
from ui.caseload.children_page import ChildrenPage
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.meeting.asked_slot import AskedSlot
from ui.meeting.part_of_review_page import PartOfReviewPage

NOTICE = "You see the part of Sam’s record that business support works with."
REST = "What Sam said, notes, decisions, numbers and the letter are not shown here."


@pytest.fixture
def desk(sam: Sam, qapp: object) -> Iterator[Desk]:
    """Give the desk of business support, with Sam's record on the laptop."""
    with desk_of(sam, SUPPORT) as desk:
        yield desk


@pytest.fixture
def review(qtbot: QtBot, desk: Desk, sam: Sam) -> PartOfReviewPage:
    """Show Sam's planned review as business support sees it."""
    return _review(qtbot, desk, sam[1].review_id)


def _review(qtbot: QtBot, desk: Desk, review_id: str) -> PartOfReviewPage:
    page = PartOfReviewPage(desk, review_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def test_the_review_begins_with_what_is_shown_and_what_is_not(
    review: PartOfReviewPage, sam: Sam
) -> None:
    notice = review.part.notice
    assert notice.isVisible()
    assert (notice.title.said, notice.detail.said) == (NOTICE, REST)
    assert not notice.close_button.isVisible()
    shown_words = said(review)
    heads = {"When and where", "Who is asked to come", "The papers that go out", "The next review"}
    assert heads <= {*shown_words}
    assert "Booked for Wednesday 12 August at 4:00pm" in shown_words
    assert not review.bar.hand_button.isVisible()
    assert not review.bar.letter_button.isVisible()
    assert unnamed(review) == []
    assert [each for each in shown_words if "still needed" in each or "told you" in each] == []


def test_what_was_said_in_a_review_stands_nowhere_in_the_part(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    page = _review(qtbot, desk, made.review_id)
    words = " ".join(said(page))
    with database.reading() as connection:
        secret = connection.execute(
            "select words from note union select words from wish union select iro_view from review"
            " union select one_more_line from review"
        ).fetchall()
        decided = connection.execute(
            "select what from decision where review_id = ? and restricted = 0", (made.review_id,)
        ).fetchall()
    assert len(secret) > 5
    assert [text for (text,) in secret if text and text in words] == []
    assert decided
    assert [text for (text,) in decided if text in words] == []
    assert "No copy is released yet. Sam’s IRO releases them." in words


def test_the_copies_that_go_out_stand_there_with_where_they_stand(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    released.release_all(*sam)
    page = _review(qtbot, desk, sam[1].earlier_review_id)
    assert {"Rosa Tillbrook, parent", "Record. Post. To print", "Letter. By hand. To print",
            "Record. Secure e-mail. To e-mail"} <= {*said(page)}  # fmt: skip


def test_the_day_is_moved_by_keys_with_who_asked_and_why(
    review: PartOfReviewPage, desk: Desk, sam: Sam, qtbot: QtBot
) -> None:
    booking = review.part.booking
    assert booking.change_button.hasFocus()
    QTest.keyClick(booking.change_button, Qt.Key.Key_Space)
    panel = booking.panel
    assert panel is not None
    assert panel.day.control.hasFocus()
    panel.day.control.selectAll()
    type_text(qtbot, panel.day.control, "19 August 2026")
    QTest.keyClick(panel.day.control, Qt.Key.Key_Tab)
    type_text(qtbot, panel.asked.asked_by.control, "The school")
    panel.asked.reason.control.setFocus()
    QTest.keyClick(panel.asked.reason.control, Qt.Key.Key_Down)
    type_text(qtbot, panel.asked.words.control, "A school trip")
    QTest.keyClick(panel.do_button, Qt.Key.Key_Space)
    assert booking.panel is None
    assert booking.change_button.hasFocus()
    assert booking.when.said == "Booked for Wednesday 19 August at 4:00pm"
    assert cell(desk, "review", sam[1].review_id, "booked_on") == "2026-08-19"
    with desk.database.reading() as connection:
        assert connection.execute("select asked_by from rearranged").fetchall() == [
            ("The school",)
        ]
    assert refused(desk.database, SUPPORT) == []


def test_somebody_is_not_asked_to_come_and_why_is_typed(
    review: PartOfReviewPage, desk: Desk, sam: Sam, qtbot: QtBot
) -> None:
    slot = review.findChild(AskedSlot, f"asked_{sam[1].people['worker']}")
    assert isinstance(slot, AskedSlot)
    assert slot.asked.isChecked()
    slot.asked.setFocus()
    QTest.keyClick(slot.asked, Qt.Key.Key_Space)
    assert slot.why.control.hasFocus()
    type_text(qtbot, slot.why.control, "Is away that week")
    assert review.flush()
    with desk.database.reading() as connection:
        row = connection.execute(
            "select invited, not_invited_why from attendance where person_id = ?"
            " and review_id = ?", (sam[1].people["worker"], sam[1].review_id),
        ).fetchone()  # fmt: skip
    assert row == (0, "Is away that week")
    assert refused(desk.database, SUPPORT) == []


def test_a_finished_review_is_only_read_and_leads_to_the_next(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    page = _review(qtbot, desk, sam[1].earlier_review_id)
    assert "Find out if Sam can sleep over at Nana Bea’s" not in said(page)
    assert not [each for each in page.part.findChildren(QLineEdit) if each.isVisible()]
    assert "Who was asked to come" in said(page)
    with qtbot.waitSignal(page.review_asked) as asked:
        QTest.keyClick(page.part.next.open_button, Qt.Key.Key_Space)
    assert asked.args == [sam[1].review_id]


def test_the_childs_page_shows_what_there_is_and_who_changes_it(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    page = ChildPage(desk, sam[1].child_id)
    qtbot.addWidget(page)
    shown(qtbot, page)
    page.enter()
    assert not page.head.status.isVisible()  # their laptop does not hold the legal status
    assert page.part_notice.title.said == NOTICE
    parts = (page.scaling, page.letters, page.own_words, page.own_pictures, page.head.write)
    assert [part for part in parts if part.isVisible()] == []
    assert page.head.start.text() == "Open review 3"
    assert not {"school", "plan", "lives_with", "legal_status"} & set(page.about.rows)
    language, worker = page.about.rows["first_language"], page.about.rows["social_worker"]
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Return)
    assert language.editor is None
    assert language.toolTip() == "The child’s IRO changes this"
    assert "You can change: Social worker, Team." in page.about.who.said
    worker.setFocus()
    QTest.keyClick(worker, Qt.Key.Key_Return)
    assert worker.editor is not None
    type_text(qtbot, worker.editor.control, " and Ann")
    QTest.keyClick(worker.editor.control, Qt.Key.Key_Return)
    assert cell(desk, "child", sam[1].child_id, "social_worker").endswith(" and Ann")
    assert unnamed(page) == []


def test_without_a_planned_review_it_says_who_plans_one(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    with desk.database.sharing() as hand:
        hand.connection.execute(
            "update review set removed_at = ? where id = ?",
            (sample.NOW.isoformat(), sam[1].review_id),
        )
    page = ChildPage(desk, sam[1].child_id)
    qtbot.addWidget(page)
    shown(qtbot, page)
    assert "Sam’s IRO plans the review; then you can book it." in page.timeline.explained.said
    assert not page.timeline.book.isVisible()
    assert not page.head.start.isVisible()
    listed = ChildrenPage(desk)
    qtbot.addWidget(listed)
    shown(qtbot, listed)
    listed.start_review(sam[1].child_id)
    assert "No review is planned yet" in said(listed)
    assert listed._desk.database is desk.database


@pytest.mark.parametrize(("theme", "size"), [("light", 200), ("contrast", 100)])
def test_no_words_are_cut_off(
    qtbot: QtBot, desk: Desk, sam: Sam, theme: str, size: int, long_words: None
) -> None:
    appearance().apply(theme, size)
    page = _review(qtbot, desk, sam[1].review_id)
    page.part.booking.open()
    settle()
    assert cut_off(page) == []
