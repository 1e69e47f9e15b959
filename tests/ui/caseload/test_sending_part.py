"""Today's lines about sending, and the way from them to the place Send."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.sending import NewStep, note_step, queue
from models.sending_steps import Step
from models.sync.registry import SUPPORT
from tests import released, sample
from tests.ui.at_desk import at_desk
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, desk_of
from tests.ui.sync.shared_record import join
from ui.caseload.sending_part import SendingLine, sending_lines
from ui.caseload.today_page import TodayPage
from ui.desk import Desk
from ui.send.queue_lists import Which

TODAY = sample.NOW.date()


def _lines(sam: Sam, me: str) -> tuple[SendingLine, ...]:
    with sam[0].reading() as connection:
        return sending_lines(queue(connection, TODAY, sample.calendar()), me)


def _note(sam: Sam, copy_id: str, step: Step, note: str = "x") -> None:
    with sam[0].saving("bea") as session:
        note_step(session, copy_id, NewStep(step, TODAY, note), "bea")


def test_nothing_is_said_while_nothing_waits(sam: Sam) -> None:
    assert _lines(sam, "bea") == ()


def test_it_says_what_waits_what_was_given_back_and_what_came_back(sam: Sam) -> None:
    copies = released.release_all(*sam, due_on=date(2026, 8, 10))
    _note(sam, copies["child"], Step.STOPPED)
    _note(sam, copies["mum"], Step.PRINTED)
    _note(sam, copies["mum"], Step.POSTED)
    _note(sam, copies["mum"], Step.RETURNED)
    found = _lines(sam, "bea")
    assert [(line.which, line.task, line.is_late) for line in found] == [
        (Which.CAME_BACK, "1 copy came back", True),
        (Which.TO_SEND, "1 copy was given back to its chair", True),
        (Which.TO_SEND, "2 copies to send", True),
    ]
    assert found[-1].standing == "2 are late"


def test_whoever_released_a_copy_is_not_asked_for_the_second_look(sam: Sam) -> None:
    released.release_all(*sam)
    released.want_second_look(sam[0])
    tasks = [line.task for line in _lines(sam, "bea")]
    assert tasks == ["3 copies wait for a second look", "3 copies to send"]
    assert [line.task for line in _lines(sam, sam[1].iro_id)] == ["3 copies to send"]


def test_today_leads_to_the_place_send(qtbot: QtBot, sam: Sam, qapp: object) -> None:
    with at_desk(sam[0], sam[1].iro_id, sample.NOW) as desk:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        shown(qtbot, page)
        assert page.sending.isHidden()
        released.release_all(*sam)
        page.reload()
        assert page.sending.isVisible()
        page.sending.rows[0].show()
        page.sending.rows[0].setFocus()
        with qtbot.waitSignal(page.send_opened) as asked:
            QTest.keyClick(page.sending.rows[0], Qt.Key.Key_Return)
    assert asked.args == [Which.TO_SEND]


def test_business_support_is_told_only_what_they_can_send_now(sam: Sam, qtbot: QtBot) -> None:
    with sam[0].sharing() as hand:
        hand.connection.execute("delete from milestone")
        hand.connection.execute(
            "update review set clocks_open = 1, completed_on = held_on where held_on <> ''"
        )
    with desk_of(sam, "") as desk:
        page = _today(qtbot, desk)
        every = page._due
    assert {"T31", "T36"} <= {line.clock for line in every}
    released.release_all(*sam)
    join(sam[0], sample.NOW, role=SUPPORT)
    with at_desk(sam[0], sam[1].iro_id, sample.NOW) as desk:
        found = _today(qtbot, desk)._due
    assert found
    assert {line.clock for line in found} <= {"T33", "T36", "T37"}
    assert {line.review_id for line in found} == {sam[1].earlier_review_id}


def _today(qtbot: QtBot, desk: Desk) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.reload()
    return page
