"""The place Sync: lists in words, set-aside work with its text, and what a person is asked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.sync.laptop_facts import FETCHING, write_fact
from models.sync.link import HostNotFound, LoginRefused
from models.sync.sealing import opened
from models.sync.standing import change_standing
from tests.sample import NOW, Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from tests.ui.sync import shared_record
from tests.ui.sync.conftest import Shared
from ui.desk import Desk
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.sync.manager_parts import LookedPart
from ui.sync.sync_page import SyncPage

WORDS = "She wants the cat to come too."


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, shared: Shared) -> Iterator[SyncPage]:
    made = SyncPage(desk, shared.sharing)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    yield made
    desk.background.close()


@pytest.fixture
def made(shared_sam: tuple[Database, Sample]) -> Sample:
    return shared_sam[1]


def _decide(desk: Desk, made: Sample) -> str:
    with desk.database.saving(made.iro_id) as session:
        row = made.earlier_decisions[0]
        put(session, "decision", row, "what", "Swimming on Mondays")
    return row


def _sealed(desk: Desk) -> list[dict[str, object]]:
    with desk.database.reading() as connection:
        rows = connection.execute("select payload from outbox order by place").fetchall()
    return [op for (payload,) in rows for op in opened(payload)["ops"]]


def test_what_waits_is_told_by_child_thing_and_time(
    page: SyncPage, desk: Desk, made: Sample, qtbot: QtBot
) -> None:
    assert page.summary.said.startswith("Nothing waiting. Last shared today at ")
    _decide(desk, made)
    qtbot.waitUntil(lambda: len(page.here.waits.rows) == 1)
    (row,) = page.here.waits.rows
    assert row.accessibleName().startswith("Sam Tillbrook. Decision 1: what will happen. You, ")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.child_opened) as opened_child:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened_child.args == [made.child_id]


def test_what_came_says_who_and_whether_it_was_joined(
    page: SyncPage, desk: Desk, made: Sample, qtbot: QtBot
) -> None:
    place = (made.child_id, "decision", made.earlier_decisions[1])
    with desk.database.sharing() as hand:
        shared_record.arrive(hand, "joined", place, NOW, made.iro_id)
        shared_record.arrive(hand, "came", ("", "council", "c"), NOW)
    qtbot.waitUntil(lambda: len(page.here.came.rows) == 2)
    council, joined = page.here.came.rows
    assert council.accessibleName().startswith("Your service. The council")
    assert "Nadia Brightwell, " in joined.accessibleName()
    assert joined.accessibleName().endswith("Joined with yours")


def test_a_list_that_is_drawn_anew_keeps_the_focus(
    page: SyncPage, desk: Desk, made: Sample, qtbot: QtBot
) -> None:
    place = (made.child_id, "decision", made.earlier_decisions[1])
    with desk.database.sharing() as hand:
        shared_record.arrive(hand, "came", place, NOW)
    qtbot.waitUntil(lambda: len(page.here.came.rows) == 1)
    page.here.came.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    with desk.database.sharing() as hand:
        shared_record.arrive(hand, "came", place, NOW)
    qtbot.waitUntil(lambda: len(page.here.came.rows) == 2)
    assert page.here.came.rows[0].hasFocus()


def test_work_that_was_set_aside_can_be_read_and_copied(
    page: SyncPage, desk: Desk, made: Sample, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        shared_record.hold(hand, made.child_id, NOW - timedelta(hours=1), WORDS, by=made.iro_id)
    qtbot.waitUntil(lambda: len(page.here.held.cards) == 1)
    (card,) = page.here.held.cards
    assert card.text.said == WORDS
    assert card.why.said.startswith("Sam is not among your children any more. You wrote it ")
    assert not card.add_button.isVisible()
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == WORDS
    assert unnamed(page) == []


def test_one_who_does_not_need_their_words_lets_them_go_with_the_next_round(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        shared_record.hold(hand, made.child_id, NOW, WORDS, by=made.iro_id)
    qtbot.waitUntil(lambda: len(page.here.held.cards) == 1)
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(page.here.held.cards[0].drop_button, Qt.MouseButton.LeftButton)
    (op,) = _sealed(desk)
    assert (op["kind"], op["held"], op["add"]) == ("held", "op no_access", False)


def test_what_a_restored_shared_database_lost_is_put_back_with_one_press(
    page: SyncPage, desk: Desk, made: Sample, qtbot: QtBot
) -> None:
    row = made.earlier_decisions[0]
    with desk.database.sharing() as hand:
        shared_record.hold_decision(hand, made.child_id, NOW, row, "Swimming on Mondays")
    qtbot.waitUntil(lambda: len(page.here.held.cards) == 1)
    (card,) = page.here.held.cards
    assert card.add_button.text() == "Put it back"
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    with desk.database.reading() as connection:
        found = connection.execute("select what from decision where id = ?", (row,)).fetchone()
    assert found == ("Swimming on Mondays",)
    qtbot.waitUntil(lambda: page.here.held.cards[0].why.said == "It was added to the record.")


def test_who_is_allocated_now_is_asked_whether_to_add_the_work_of_another(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    others = {
        "op_id": "0192f000-0000-7000-8000-0000000000aa", "person": "another",
        "case": made.child_id, "table": "note", "row": "r", "why": "no_access",
        "at": NOW.isoformat(), "op": {"set": {"words": WORDS}}, "outcome": None,
    }  # fmt: skip
    shared.line.answers = {"held": {"held": [others]}}
    with desk.database.sharing() as hand:
        change_standing(hand.connection, held_news=1)
    page.enter()
    qtbot.waitUntil(lambda: len(page.here.held.cards) == 1)
    (card,) = page.here.held.cards
    assert card.text.said == WORDS
    assert card.add_button.isVisible()
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    (op,) = _sealed(desk)
    assert (op["kind"], op["held"], op["add"]) == ("held", others["op_id"], True)


def test_share_now_begins_a_round_and_says_when_there_is_no_network(
    page: SyncPage, shared: Shared, qtbot: QtBot
) -> None:
    shared.line.fails = HostNotFound()
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(page.share_button, Qt.MouseButton.LeftButton)
    assert page.standing.offline.isVisible()
    assert "does not know the computer" in page.standing.offline.accessibleName()
    shared.line.fails = None
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(page.share_button, Qt.MouseButton.LeftButton)
    assert not page.standing.offline.isVisible()


def test_one_signs_in_on_the_page_and_the_password_stays_nowhere(
    page: SyncPage, shared: Shared, qtbot: QtBot
) -> None:
    shared.line.fails = LoginRefused()
    with qtbot.waitSignal(shared.sharing.round_ended):
        page.share()
    assert page.standing.sign_in.isVisible()
    page.share()
    field = page.standing.sign_in.password
    assert QApplication.focusWidget() is field.control
    shared.line.fails = None
    with qtbot.waitSignal(shared.sharing.round_ended):
        type_text(qtbot, field.control, "blue horse\n")
    assert shared.passwords[-1] == "blue horse"
    assert field.text() == ""
    assert not page.standing.sign_in.isVisible()


def test_many_children_leave_only_once_the_person_has_seen_their_names(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    shared_record.leave_together(desk.database, [made.child_id])
    shared.sharing.look()
    card = page.standing.leaving
    assert card.isVisible()
    assert card.names.said == "Sam Tillbrook"
    qtbot.mouseClick(card.keep_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    page._said_not_yet = ()
    shared.sharing.look()
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(card.do_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    assert shared.sharing.state is not None
    assert shared.sharing.state.purge_waits == ()


def test_a_first_fetch_shows_how_far_it_is_and_can_be_stopped(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        write_fact(hand.connection, FETCHING, {"done": 500, "total": 16_000})
    shared.line.waits = True
    shared.sharing.look()
    shared.sharing.share_now()
    qtbot.waitUntil(page.standing.progress.isVisible)
    qtbot.waitUntil(lambda: page.standing.progress.count.said == "500 of 16,000")
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(page.standing.progress.stop_button, Qt.MouseButton.LeftButton)
    assert not page.standing.progress.isVisible()


def test_the_lease_is_told_three_days_before_it_ends(
    page: SyncPage, desk: Desk, shared: Shared
) -> None:
    assert not page.standing.lease.isVisible()
    with desk.database.sharing() as hand:
        change_standing(hand.connection, lease_until=NOW + timedelta(days=2))
    shared.sharing.look()
    assert page.standing.lease.accessibleName() == "Connect to your council within 2 days"


def test_only_a_manager_sees_laptops_people_and_who_looked(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    assert not page.tabs.isVisible()
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    assert page.tabs.isVisible()
    line = {"person": made.iro_id, "case": made.child_id, "act": "printed", "what": "",
            "at": NOW.isoformat(), "laptop": "NB-0412"}  # fmt: skip
    laptop = {"device": "d1", "person": made.iro_id, "laptop": "NB-0412", "waiting": 2,
              "seen_at": NOW.isoformat(), "app_version": "0.1.0", "state": "ok"}  # fmt: skip
    shared.line.answers = {
        "laptops": {"laptops": [laptop]},
        "people": {"people": [{"person": made.iro_id, "role": "iro", "cases": 3}]},
        "looked": {"lines": [line]},
    }
    said = {"laptops": "2 changes waited there when last heard of", "people": "3 children"}
    for tab, words in said.items():
        page.show_tab(tab)
        qtbot.waitUntil(lambda tab=tab, words=words: words in _told(page, tab))
    page.show_tab("looked")
    looked = page.managing["looked"]
    looked.child.control.setFocus()
    looked.child.set_value(made.child_id)
    looked.child.chosen.emit(made.child_id)
    qtbot.waitUntil(lambda: "Printed. Sam Tillbrook. Nadia Brightwell" in _told(page, "looked"))
    asked = {"name": "pull", "what": "looked", "limit": 100, "case": made.child_id}
    assert shared.line.asked[-1] == asked
    assert unnamed(page) == []


def test_that_a_laptop_is_to_be_revoked_is_told_until_it_is_done(
    page: SyncPage, desk: Desk, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    shared.line.answers = {"laptops": {"laptops": []}}
    page.show_tab("laptops")
    shared.line.waits = True
    page._revoke("d1")
    waits = "The laptop is revoked with the next round of sharing."
    told = [each.title.said for each in page.notices.findChildren(Notice)]
    assert told == [waits]
    with qtbot.waitSignal(shared.sharing.round_ended):
        shared.line.may_go_on.set()
    assert page.notices.isHidden()


def test_a_look_of_a_false_clock_says_when_it_was_handed_in(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    look = {"person": made.iro_id, "case": made.child_id, "what": ""}
    old, now = "1999-01-01T00:00:00+00:00", NOW.isoformat()
    false = {**look, "act": "exported", "at": old, "placed": now, "server_at": now}
    before = (NOW - timedelta(hours=1)).isoformat()
    right = {**look, "act": "printed", "at": before, "placed": before, "server_at": now}
    shared.line.answers = {"looked": {"lines": [right, false]}}
    page.show_tab("looked")
    looked = page.managing["looked"]
    assert isinstance(looked, LookedPart)
    looked.child.chosen.emit(made.child_id)
    qtbot.waitUntil(lambda: "Printed" in _told(page, "looked"))
    said = _told(page, "looked")
    assert said.index("Handed in") < said.index("Printed")
    assert "Handed in" not in said[said.index("Printed") :]


def test_who_looked_goes_back_page_by_page_to_the_first_look(
    page: SyncPage, desk: Desk, made: Sample, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    looks = [
        {"id": str(number), "person": made.iro_id, "case": made.child_id, "act": "printed",
         "what": "", "at": (NOW - timedelta(hours=number // 2)).isoformat()}
        for number in range(101)
    ]  # fmt: skip
    shared.line.answers = {"looked": {"lines": looks[:100]}}
    page.show_tab("looked")
    looked = page.managing["looked"]
    assert isinstance(looked, LookedPart)
    looked.child.chosen.emit(made.child_id)
    qtbot.waitUntil(looked.earlier_button.isVisible)
    assert len(_rows(looked)) == 100
    shared.line.answers = {"looked": {"lines": looks[98:]}}
    looked.earlier_button.setFocus()
    qtbot.keyClick(looked.earlier_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: looked.earlier_button.is_off)
    oldest = NOW - timedelta(hours=49) + timedelta(microseconds=1)
    assert shared.line.asked[-1]["before"] == oldest.isoformat()
    assert len(_rows(looked)) == 101
    assert looked.earlier_button.reason.said == "Nobody looked earlier"


def _rows(looked: LookedPart) -> list[QWidget]:
    return [each for each in looked.card.findChildren(QWidget)
            if each.accessibleName().startswith("Printed.")]  # fmt: skip


def test_a_lost_laptop_is_revoked_after_a_question(
    page: SyncPage, desk: Desk, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    shared.line.answers = {"laptops": {"laptops": [{"device": "d1", "laptop": "NB-1"}]}}
    page.show_tab("laptops")
    qtbot.waitUntil(lambda: "NB-1" in _told(page, "laptops"))
    page.managing["laptops"]._ask_to_revoke("d1", "NB-1")
    (question,) = page.findChildren(Question)
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(question.do_button, Qt.MouseButton.LeftButton)
    (op,) = _sealed(desk)
    assert (op["kind"], op["device"], op["revoke"]) == ("device", "d1", True)


def test_the_laptop_in_use_is_marked_and_not_offered_to_be_revoked(
    page: SyncPage, desk: Desk, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        change_standing(hand.connection, role="manager")
    shared.sharing.look()
    laptops = [
        {"device": shared_record.DEVICE, "laptop": "NB-1"},
        {"device": "d2", "laptop": "NB-2"},
    ]
    shared.line.answers = {"laptops": {"laptops": laptops}}
    page.show_tab("laptops")
    qtbot.waitUntil(lambda: "NB-2" in _told(page, "laptops"))
    rows = [each.accessibleName() for each in page.managing["laptops"].findChildren(QWidget)]
    marked = [name for name in rows if ". This laptop. " in name]
    assert [name.split(".")[0] for name in marked] == ["NB-1"]
    buttons = page.managing["laptops"].findChildren(QWidget, "revoke_laptop")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in buttons))
    offered = [each.accessibleName() for each in buttons if not each.isHidden()]
    assert offered == ["Revoke NB-2"]


def test_words_twice_as_long_still_fit(
    long_words: None, desk: Desk, shared: Shared, made: Sample, qtbot: QtBot
) -> None:
    page = SyncPage(desk, shared.sharing)
    qtbot.addWidget(page)
    page.resize(940, 640)
    shown(qtbot, page)
    assert page.minimumSizeHint().width() <= 940


def _told(page: SyncPage, tab: str) -> str:
    card = page.managing[tab].card
    return " ".join(each.accessibleName() for each in card.findChildren(QWidget))
