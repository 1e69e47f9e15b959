"""Today: what is on, due and late, in words; marking as done and taking it back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.caseload import DueLine, what_is_due
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.caseload.due_row import DueRow
from ui.caseload.review_cards import NextReviewRow
from ui.caseload.today_page import TodayPage
from ui.desk import Desk
from ui.parts.notices import Notice


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TodayPage:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    return made


def _met(desk: Desk, line: DueLine) -> list[str]:
    with desk.database.reading() as connection:
        rows = connection.execute(
            "select met_on from milestone where review_id = ? and clock = ? "
            "and removed_at is null",
            (line.review_id, line.clock),
        ).fetchall()
    return [row[0] for row in rows]


def _row(page: TodayPage, clock: str) -> DueRow:
    return next(row for row in page.due.rows if row.line.clock == clock)


def test_the_day_and_its_numbers_are_said(page: TodayPage) -> None:
    assert page.date.said == "Thursday 12 November"
    pressing = len(page.due.group("late")) + len(page.due.group("due"))
    assert page.summary.said == (
        f"Good morning, Nadia. 2 reviews today. {pressing} things due by tomorrow."
    )


def test_today_s_reviews_are_opened_by_their_buttons(page: TodayPage, qtbot: QtBot) -> None:
    names = {card.line.full_name for card in page.cards}
    assert names == {"Kit Larkhollow", "Posy Larkhollow"}
    times = [card.line.booked_time for card in page.cards]
    assert times == sorted(times)
    with qtbot.waitSignal(page.review_opened) as opened:
        QTest.keyClick(page.cards[0].open, Qt.Key.Key_Return)
    assert opened.args == [page.cards[0].line.id]


def test_what_is_due_is_all_that_the_record_says(page: TodayPage, desk: Desk) -> None:
    with desk.database.reading() as connection:
        due = what_is_due(connection, desk.me.id, desk.today(), date(2026, 12, 10), desk.calendar)
    page.due.show_all()
    assert [row.line for row in page.due.rows] == [
        *(line for line in due if line.due_on < desk.today()),
        *(line for line in due if line.due_on >= desk.today()),
    ]
    assert len(page.due.rows) > 10


def test_a_late_review_is_late_in_words(page: TodayPage) -> None:
    late = _row(page, "T12").words
    assert (late.task, late.kind) == ("Review Ives Tallowfield", "late")
    assert late.standing == "9 working days late, was due Friday 30 October"


def test_f1_says_how_a_date_was_counted_and_by_whose_rule(page: TodayPage) -> None:
    row = _row(page, "T12")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F1)
    assert row.explained.counted.isVisible()
    assert row.explained.counted.said == "6 months from 30 April 2026, the review before."
    assert "reg 33(2)" in row.explained.source.said
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.explained.counted.isVisible()


def test_the_arrows_go_from_row_to_row_and_enter_opens(page: TodayPage, qtbot: QtBot) -> None:
    first, second = page.due.rows[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    review, child = _row(page, "T31"), _row(page, "T12")
    with qtbot.waitSignal(page.after_opened) as opened:
        review.setFocus()
        QTest.keyClick(review, Qt.Key.Key_Return)
    assert opened.args == [review.line.review_id, "decisions"]
    child.setFocus()
    with qtbot.waitSignal(page.child_opened) as opened:
        QTest.keyClick(child, Qt.Key.Key_Return)
    assert opened.args == [child.line.child_id]


def test_marking_as_done_asks_for_the_day_and_can_be_taken_back(
    page: TodayPage, qtbot: QtBot, desk: Desk
) -> None:
    row = _row(page, "T31")
    line = row.line
    assert _met(desk, line) == []
    QTest.mouseClick(row.done, Qt.MouseButton.LeftButton)
    assert row.explained.day.control.hasFocus()
    type_text(qtbot, row.explained.day.control, "11 nov\n")
    assert _met(desk, line) == ["2026-11-11"]
    qtbot.waitUntil(lambda: line not in [each.line for each in page.due.rows])
    undo = page.notices.findChild(Notice, "undo_notice")
    assert undo is not None
    assert undo.title.said == f"Marked as done: Write the decisions for {line.full_name}"
    QTest.keyClick(undo.action, Qt.Key.Key_Return)
    assert _met(desk, line) == []
    qtbot.waitUntil(lambda: line in [each.line for each in page.due.rows])


def test_a_day_to_come_cannot_have_been_the_day_it_was_done(
    page: TodayPage, qtbot: QtBot, desk: Desk
) -> None:
    row = _row(page, "T31")
    row.ask_for_the_day()
    type_text(qtbot, row.explained.day.control, "20 november 2026\n")
    assert row.explained.day.error.said == "Choose today or a day before it."
    assert _met(desk, row.line) == []


def test_the_next_reviews_open_their_child(page: TodayPage, qtbot: QtBot) -> None:
    rows = page.next.findChildren(NextReviewRow)
    assert rows[0].accessibleName().startswith("No date yet: Wren Ashcombe-Fell, 8.")
    rows[1].setFocus()
    with qtbot.waitSignal(page.child_opened) as opened:
        QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert opened.args == [rows[1].line.child_id]


def test_the_next_reviews_lead_to_who_is_invited(page: TodayPage, qtbot: QtBot) -> None:
    adjourned, planned = page.next.findChildren(NextReviewRow)[:2]
    assert adjourned.invite.isHidden()
    with qtbot.waitSignal(page.convening_opened) as opened:
        QTest.keyClick(planned.invite, Qt.Key.Key_Return)
    assert opened.args == [planned.line.id]


def test_a_child_is_found_from_here(page: TodayPage, qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(page.child_opened) as opened:
        type_text(qtbot, page.box, "wren ash\n")
    with desk.database.reading() as connection:
        row = connection.execute("select id from child where given_name = 'Wren'").fetchone()
    assert opened.args == [row[0]]


def test_every_control_has_a_name(page: TodayPage) -> None:
    page.due.show_all()
    for row in page.due.rows:
        row.toggle()
    assert unnamed(page) == []


@pytest.mark.parametrize(("size", "text_size"), [((940, 590), 100), ((1282, 736), 200)])
def test_nothing_runs_out_at_the_side(
    page: TodayPage, qtbot: QtBot, size: tuple[int, int], text_size: int
) -> None:
    appearance().apply(text_size=text_size)
    page.resize(*size)
    qtbot.wait(0)
    inside = page._scrolling.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page._scrolling.viewport().width()
