"""The convening desk: reviews in the order of their limits, opened by key."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.convening_acts import hand_back, list_is_in
from models.convening_on_sheet import THE_CHILD
from models.open_review import OpenReview
from tests.ui.accessibility import unnamed
from tests.ui.convening.conftest import Filled
from tests.ui.shown import shown
from ui.convening import wanted_papers
from ui.convening.to_invite_part import ToInvitePart
from ui.convening.wanted_papers import PersonsSheets
from ui.desk import Desk


def test_the_review_waits_for_what_is_next_and_opens_with_enter(
    desk: Desk, filled: Filled, qtbot: QtBot
) -> None:
    part = ToInvitePart(desk)
    qtbot.addWidget(part)
    shown(qtbot, part)
    (row,) = part.rows
    assert row.task.said == "Samantha Tillbrook: Ask for the invitation list"
    assert row.standing.said == (
        "By Friday 31 July. Review on Wednesday 12 August, with Nadia Brightwell."
    )
    with qtbot.waitSignal(part.review_asked) as asked:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [filled[1].review_id]
    part.focus_first()
    desk.save(lambda session: list_is_in(OpenReview(session, filled[1].review_id), desk.today()))
    (row,) = part.rows
    assert row.hasFocus()
    assert row.task.said == "Samantha Tillbrook: Send the forms"
    assert "0 of 6 invited; forms: 0 of 5 sent, 0 back." in row.standing.said
    assert unnamed(part) == []


def test_what_was_handed_back_stands_last_with_nothing_to_do(
    desk: Desk, filled: Filled, qtbot: QtBot
) -> None:
    desk.save(
        lambda session: hand_back(
            OpenReview(session, filled[1].review_id), "No list", desk.today()
        )
    )
    part = ToInvitePart(desk)
    qtbot.addWidget(part)
    assert part.rows[0].task.said == "Samantha Tillbrook: The social worker arranges it"


def test_todays_invitations_of_every_review_are_printed_in_one_press(
    filled: Filled, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_time = filled[1]
    desk.save(lambda session: list_is_in(OpenReview(session, on_time.review_id), desk.today()))
    part = ToInvitePart(desk)
    qtbot.addWidget(part)
    assert part.today.print_button.isHidden(), "nothing is due a month before"
    later = replace(desk, now=lambda: datetime(2026, 7, 30, 9, tzinfo=UTC))
    part = ToInvitePart(later)
    qtbot.addWidget(part)
    shown(qtbot, part)
    assert not part.today.print_button.isHidden()
    monkeypatch.setattr(wanted_papers, "PRINT_WIDTH_PX", 200)
    asked: list[tuple[PersonsSheets, ...]] = []
    monkeypatch.setattr(part.today.printing, "ask_printer", asked.append)
    part.print_today()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    (jobs,) = asked
    assert [job.reader for job in jobs] == [THE_CHILD], "nobody else has an address yet"
    assert "Rosa Tillbrook" in part.today.left_out.said
    part.today.printing.given.emit(tuple(jobs))
    went = part.today.went_out
    went.ticks[f"{on_time.review_id}/{THE_CHILD}"].click()
    went.sent_button.click()
    assert went.isHidden()
    assert "1 of 6 invited" in part.rows[0].standing.said
    assert unnamed(part) == []
