"""The whole program on a record that shares: its words, its lock, its closing, its lease."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from models.database import Database
from models.security import unlock
from models.sync.link import CertificateRefused, HostNotFound
from models.sync.standing import change_standing
from tests import sample
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, now, running
from tests.ui.sync.shared_record import FakeLine, hold, join, lapse
from ui.language import time_in_words
from ui.meeting.review_page import ReviewPage
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.parts.saved_state import SavedState
from ui.sync.lease_over import LeaseOver

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HALF = "I want to see Nana Bea more, and"


@pytest.fixture(scope="module")
def made_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("shared") / "record"
    made = make_sam(folder)
    database = Database.open(folder, unlock.unlock(folder, PASSPHRASE), now)
    try:
        join(database, now())
    finally:
        database.close()
    return folder, made


@pytest.fixture
def sam(made_in: tuple[Path, sample.Sample]) -> sample.Sample:
    return made_in[1]


@pytest.fixture
def line() -> FakeLine:
    return FakeLine()


@pytest.fixture
def program(
    qtbot: QtBot, made_in: tuple[Path, sample.Sample], tmp_path: Path, line: FakeLine
) -> Iterator[Program]:
    with running(qtbot, copy_of(made_in[0], tmp_path / "record")) as opened:
        opened.waymark.sharing._open_line = lambda _desk, _password: line
        yield opened


def _open(program: Program) -> None:
    program.unlock()
    sharing = program.waymark.sharing
    program.qtbot.waitUntil(lambda: sharing.state is not None)
    sharing._next.stop()
    program.at_rest()


def _database(program: Program) -> Database:
    assert program.waymark.desk is not None
    return program.waymark.desk.database


def _change(program: Program, sam: sample.Sample, words: str = "Swimming on Mondays") -> None:
    assert program.waymark.desk is not None
    program.waymark.desk.put("decision", sam.earlier_decisions[0], "what", words)
    sharing = program.waymark.sharing
    program.qtbot.waitUntil(lambda: sharing.state is not None and sharing.state.waiting > 0)


def _acknowledge(program: Program) -> None:
    with _database(program).sharing() as hand:
        hand.connection.execute("UPDATE decision SET pending = '{}'")
        change_standing(hand.connection, receipt_at=now())
        hand.changed.add("decision")


def _said(program: Program) -> set[tuple[str, str]]:
    window = program.waymark.window
    states = [each for each in window.findChildren(SavedState) if each.isVisible()]
    assert states
    return {(each.title.said, each.detail.said) for each in states}


def test_every_page_says_the_same_of_where_the_work_is_safe(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    shared_at = time_in_words(now() - timedelta(minutes=32))
    assert _said(program) == {(f"Shared at {shared_at}", "Nothing waiting")}
    line.fails = HostNotFound()
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.waymark.sharing.share_now()
    _change(program, sam)
    waits = {("All saved on this laptop", "1 change to share when online")}
    window = program.waymark.window
    assert window.rail.sync.accessibleName() == "Sync, 1 change to share"
    for show in (
        lambda: window.go("today"),
        lambda: window.go("children"),
        lambda: window.go("sync"),
        lambda: program.waymark.open_child(sam.child_id),
        lambda: program.waymark.open_review(sam.review_id),
    ):
        show()
        assert _said(program) == waits


def test_ctrl_shift_s_shares_from_inside_a_field_and_the_page_stays(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    program.waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    page.go("A5")
    in_the_record: list[str] = []

    def look() -> None:
        with _database(program).reading() as connection:
            rows = connection.execute("select iro_view from review where iro_view is not null")
            in_the_record.extend(row[0] for row in rows if row[0])

    line.does = look
    program.type("capture_box", HALF)
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.qtbot.keyClick(program.control("capture_box"), Qt.Key.Key_S, CTRL_SHIFT)
    assert line.rounds == 1
    assert program.page is page
    page.go("A12")
    program.type("iro_view_box", HALF)
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.qtbot.keyClick(program.control("iro_view_box"), Qt.Key.Key_S, CTRL_SHIFT)
    assert in_the_record == [HALF], "what is being typed is saved before the round"


def test_a_row_that_arrives_shows_in_the_open_review_and_moves_no_cursor(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    program.waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    page.go("A5")
    box = program.control("capture_box")
    assert isinstance(box, QPlainTextEdit | QTextEdit)
    program.type("capture_box", HALF)
    cursor = box.textCursor()
    cursor.setPosition(7)
    box.setTextCursor(cursor)

    def arrives() -> None:
        with _database(program).sharing() as hand:
            hand.connection.execute(
                "UPDATE review SET place = 'The library' WHERE id = ?", (sam.review_id,)
            )
            hand.connection.execute("UPDATE sitting SET place = 'The library'")
            hand.changed.update({"review", "sitting"})

    line.does = arrives
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.waymark.sharing.share_now()
    program.qtbot.waitUntil(lambda: "The library" in page.bar.which.accessibleName())
    assert QApplication.focusWidget() is box
    assert (box.toPlainText(), box.textCursor().position()) == (HALF, 7)


def test_locking_stops_a_round_that_hangs(program: Program, line: FakeLine) -> None:
    _open(program)
    line.waits = True
    program.waymark.sharing.share_now()
    program.qtbot.waitUntil(lambda: line.rounds == 1)
    with program.qtbot.waitSignal(program.waymark.locked):
        program.press(Qt.Key.Key_L, ctrl=True)
    assert line.is_cut.is_set()
    assert program.waymark.window.is_locked
    program.at_rest()


def test_closing_with_nothing_waiting_asks_nothing(program: Program) -> None:
    _open(program)
    with program.qtbot.waitSignal(program.waymark.window.closing):
        program.waymark.window.close()


def test_closing_shares_what_waits_in_a_moment(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    _change(program, sam)
    line.waits = True
    line.does = lambda: _acknowledge(program)
    program.waymark.window.close()
    (notice,) = program.waymark.window.findChildren(Notice, "closing")
    assert notice.accessibleName() == "Sharing 1 change, then Waymark closes"
    assert program.waymark.window.isVisible()
    with program.qtbot.waitSignal(program.waymark.window.closing):
        line.may_go_on.set()


def test_closing_without_a_network_says_what_is_kept_and_asks(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    _change(program, sam)
    line.fails = HostNotFound()
    window = program.waymark.window
    window.close()
    program.qtbot.waitUntil(lambda: len(window.findChildren(Question)) == 1)
    (question,) = window.findChildren(Question)
    assert question.windowTitle() == "Close with 1 change not shared?"
    assert "safe on this laptop" in question.accessibleDescription()
    program.qtbot.keyClick(question, Qt.Key.Key_Escape)
    program.qtbot.waitUntil(lambda: window.findChildren(Question) == [])
    assert window.isVisible()
    window.close()
    program.qtbot.waitUntil(lambda: len(window.findChildren(Question)) == 1)
    with program.qtbot.waitSignal(window.closing):
        window.findChildren(Question)[0].do_button.click()


def test_when_the_lease_is_over_it_opens_only_to_share_and_then_where_one_was(
    program: Program, sam: sample.Sample, line: FakeLine
) -> None:
    _open(program)
    program.waymark.open_child(sam.child_id)
    lapse(_database(program), now())
    program.waymark.sharing.look()
    window = program.waymark.window
    (door,) = window.findChildren(LeaseOver)
    assert door.isVisible()
    assert door.title.said == "Your unsent work is safe. Connect to continue."
    assert window.pages.page() is None
    assert not window.menus.actions["find"].isEnabled()

    def renewed() -> None:
        with _database(program).sharing() as hand:
            change_standing(hand.connection, lease_until=now() + timedelta(days=14))

    line.does = renewed
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.qtbot.mouseClick(door.share_button, Qt.MouseButton.LeftButton)
    assert program.page.objectName() == "child_page"


def test_a_record_whose_lease_is_over_shows_no_child_after_unlocking(
    program: Program, sam: sample.Sample
) -> None:
    _open(program)
    lapse(_database(program), now())
    program.press(Qt.Key.Key_L, ctrl=True)
    program.at_rest()
    program.unlock()
    window = program.waymark.window
    assert window.findChildren(LeaseOver)
    assert window.pages.page() is None
    program.at_rest()


def test_a_child_who_leaves_while_their_page_is_open_is_let_go_of(
    program: Program, sam: sample.Sample
) -> None:
    _open(program)
    program.waymark.open_child(sam.child_id)
    with _database(program).sharing() as hand:
        for table in ("care_period", "person", "review", "child"):
            hand.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
            hand.changed.add(table)
    program.qtbot.waitUntil(lambda: program.page.objectName() == "children_page")
    told = [each.accessibleName() for each in program.waymark.window.findChildren(Notice)]
    assert "Sam is not among your children any more" in told


def test_that_a_child_left_says_what_is_set_aside_and_goes_with_the_next_page(
    program: Program, sam: sample.Sample
) -> None:
    _open(program)
    program.waymark.open_review(sam.review_id)
    with _database(program).sharing() as hand:
        hold(hand, sam.child_id, now(), HALF, by=sam.iro_id)
        for table in ("care_period", "person", "review", "child"):
            hand.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
            hand.changed.add(table)
    window = program.waymark.window
    program.qtbot.waitUntil(lambda: program.page.objectName() == "children_page")
    (notice,) = window.findChildren(Notice, "child_left")
    assert notice.title.said == "Sam is not among your children any more"
    assert notice.detail.said == "1 thing you wrote is set aside, with its words."
    assert notice.isVisible()
    program.qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert window.pages.place == "sync"
    assert not notice.isVisible()
    window.go("today")
    assert [one for one in window.findChildren(Notice, "child_left") if one.isVisible()] == []


def test_a_wrong_certificate_is_told_at_the_edge_of_the_page(
    program: Program, line: FakeLine
) -> None:
    _open(program)
    line.fails = CertificateRefused()
    with program.qtbot.waitSignal(program.waymark.sharing.round_ended):
        program.waymark.sharing.share_now()
    told = [each.accessibleName() for each in program.waymark.window.findChildren(Notice)]
    assert any("its certificate is wrong" in each for each in told)
