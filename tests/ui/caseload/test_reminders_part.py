"""What somebody is reminded of stands in Today, and each reminder leads to its place."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.child import CarePeriod, Child
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.caseload.today_page import TodayPage
from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[TodayPage]:
    made = TodayPage(desk)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    yield made


def test_a_reminder_of_convening_leads_to_the_convening_page(
    page: TodayPage, qtbot: QtBot
) -> None:
    part = page.reminders
    assert part.reminders and not part.isHidden()
    clocks = {each.clock for each in part.reminders}
    assert "T22" in clocks
    told = {(row.line.clock, row.line.review_id) for row in page.due.rows}
    assert not told & {(each.clock, each.review_id) for each in part.reminders}
    row = next(row for row in part.rows if row.key.startswith("T22"))
    with qtbot.waitSignal(page.convening_opened) as opened:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == [row.key.removeprefix("T22_")]
    assert unnamed(part) == []


def test_a_child_new_in_care_says_what_is_lacking_and_leads_to_the_child(
    page: TodayPage, desk: Desk, qtbot: QtBot
) -> None:
    def came(session: object) -> None:
        own = {"authority_id": 901, "case_id": "new-1"}
        session.add(  # type: ignore[attr-defined]
            Child(**own, id="new-1", identifier="N1", given_name="Lark", family_name="Ash",
                  born_on=date(2018, 1, 1))
        )  # fmt: skip
        session.flush()  # type: ignore[attr-defined]
        session.add(  # type: ignore[attr-defined]
            CarePeriod(**own, child_id="new-1", began_on=date(2026, 11, 9),
                       told_on=date(2026, 11, 12))
        )  # fmt: skip

    desk.save(came)
    page.reload()
    shown(qtbot, page)
    row = next(row for row in page.reminders.rows if row.key == "new-1")
    qtbot.waitUntil(row.isVisible)
    assert row.task.said == "Lark Ash: no IRO, and no day for the first review"
    assert row.standing.said == (
        "In care since Monday 9 November. IRO by Monday 16 November, first review by "
        "Monday 7 December. The service was told late, on Thursday 12 November."
    )
    with qtbot.waitSignal(page.child_opened) as opened:
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == ["new-1"]
