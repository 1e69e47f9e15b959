"""Rounds run by themselves in a thread of their own, one at a time, and stop within a second."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.sync.link import HostNotFound, LoginRefused, NotTheCouncil
from tests import sample
from tests.ui.at_desk import at_desk
from tests.ui.sync.conftest import Shared
from ui.desk import Desk
from ui.sync.saved_words import Reach
from ui.sync.typed_password import TypedPassword


def _change(desk: Desk, words: str) -> None:
    with desk.database.reading() as connection:
        (row,) = connection.execute("select id from child").fetchone()
    with desk.database.saving(desk.me.id) as session:
        put(session, "child", row, "lives_with", words)


def _round(qtbot: QtBot, shared: Shared, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(shared.sharing.round_ended):
        act()


def test_a_record_that_works_alone_opens_no_line_and_shares_nothing(
    sam: tuple[Database, sample.Sample], qtbot: QtBot
) -> None:
    database, made = sam
    with at_desk(database, made.iro_id, sample.NOW) as desk:
        shared = Shared(desk)
        shared.sharing.begin(desk)
        assert shared.sharing.is_alone
        assert not shared.sharing.share_now()
        assert shared.passwords == []
        shared.sharing.end()


def test_a_round_runs_in_a_thread_of_its_own_and_its_end_is_told_here(
    shared: Shared, qtbot: QtBot
) -> None:
    told: list[str] = []
    shared.sharing.round_ended.connect(
        lambda _report: told.append(threading.current_thread().name)
    )
    _round(qtbot, shared, shared.sharing.share_now)
    here = threading.current_thread().name
    assert told == [here]
    assert shared.line.threads != [here]
    assert shared.sharing.going.reach is Reach.ONLINE


def test_one_round_runs_at_a_time(shared: Shared, qtbot: QtBot) -> None:
    shared.line.waits = True
    shared.sharing.share_now()
    shared.sharing.share_now()
    qtbot.waitUntil(lambda: shared.line.rounds == 1)
    assert shared.sharing.going.is_sharing
    _round(qtbot, shared, shared.line.may_go_on.set)
    assert shared.line.rounds == 1
    assert not shared.sharing.going.is_sharing


def test_ending_cuts_a_round_that_waits_on_the_network(shared: Shared, qtbot: QtBot) -> None:
    shared.line.waits = True
    shared.sharing.share_now()
    qtbot.waitUntil(lambda: shared.line.rounds == 1)
    shared.sharing.end()
    assert shared.line.is_cut.is_set()
    assert not [each for each in threading.enumerate() if "RoundThread" in each.name]
    assert shared.sharing.desk is None


def test_what_a_cut_round_brings_late_is_told_nobody(shared: Shared, qtbot: QtBot) -> None:
    ended: list[object] = []
    shared.sharing.round_ended.connect(ended.append)
    shared.line.waits = True
    shared.sharing.share_now()
    qtbot.waitUntil(lambda: shared.line.rounds == 1)
    shared.sharing.end()
    qtbot.wait(10)
    assert ended == []


def test_without_a_network_it_tries_again_by_itself(shared: Shared, qtbot: QtBot) -> None:
    shared.line.fails = HostNotFound()
    _round(qtbot, shared, shared.sharing.share_now)
    assert shared.sharing.going.reach is Reach.OFFLINE
    shared.line.fails = None
    shared.sharing._next.setInterval(1)
    with qtbot.waitSignal(shared.sharing.round_ended):
        shared.sharing._next.start(1)
    assert shared.sharing.going.reach is Reach.ONLINE
    assert shared.sharing._next.isActive()


def test_a_network_that_appears_starts_a_round_at_once(shared: Shared, qtbot: QtBot) -> None:
    there = QNetworkInformation.Reachability
    _round(qtbot, shared, lambda: shared.sharing.network_changed(there.Online))
    assert shared.line.rounds == 1
    shared.sharing.network_changed(there.Disconnected)
    assert shared.line.rounds == 1


def test_a_refused_login_waits_for_a_password_and_then_shares(
    shared: Shared, qtbot: QtBot
) -> None:
    shared.line.fails = LoginRefused()
    _round(qtbot, shared, shared.sharing.share_now)
    assert shared.sharing.going.reach is Reach.SIGNED_OUT
    assert shared.sharing.going.problem is None  # none was typed, so none was wrong
    assert not shared.sharing.share_now()
    assert not shared.sharing._next.isActive()
    _round(qtbot, shared, lambda: shared.sharing.sign_in("wrong"))
    assert isinstance(shared.sharing.going.problem, LoginRefused)
    shared.line.fails = None
    _round(qtbot, shared, lambda: shared.sharing.sign_in("blue horse"))
    assert shared.passwords == ["", "wrong", "blue horse"]
    assert shared.sharing.going.reach is Reach.ONLINE


def test_something_wrong_with_the_server_is_told_once(shared: Shared, qtbot: QtBot) -> None:
    told: list[object] = []
    shared.sharing.troubled.connect(told.append)
    shared.line.fails = NotTheCouncil()
    for _time in range(2):
        _round(qtbot, shared, shared.sharing.share_now)
    assert [type(each) for each in told] == [NotTheCouncil]


def test_what_is_saved_is_counted_as_waiting(shared: Shared, desk: Desk, qtbot: QtBot) -> None:
    _change(desk, "Alma and Joe")
    shared.sharing.note_saved()
    qtbot.waitUntil(lambda: shared.sharing.state is not None and shared.sharing.state.waiting == 1)


def test_a_question_is_answered_here_and_not_after_the_record_was_locked(
    shared: Shared, qtbot: QtBot
) -> None:
    shared.line.answers = {"people": {"people": [1]}}
    came: list[object] = []

    def ask() -> bool:
        return shared.sharing.ask(
            lambda line, _progress, _stop: line.call("pull", {"what": "people"}),
            came.append,
            came.append,
        )

    assert ask()
    qtbot.waitUntil(lambda: came == [{"people": [1]}])
    ask()
    shared.sharing.end()
    qtbot.wait(10)
    assert len(came) == 1
    assert not ask()


def test_a_fault_of_the_program_is_raised_and_rounds_go_on(shared: Shared, qtbot: QtBot) -> None:
    shared.line.fails = ZeroDivisionError()
    with qtbot.captureExceptions() as raised:
        _round(qtbot, shared, shared.sharing.share_now)
    assert [kind for kind, _failure, _trace in raised] == [ZeroDivisionError]
    assert shared.sharing._next.isActive()


def test_what_was_typed_is_not_asked_for_again_after_a_lock(shared: Shared, qtbot: QtBot) -> None:
    _round(qtbot, shared, lambda: shared.sharing.sign_in("blue horse"))
    shared.sharing.end()
    assert shared.sharing._password == ""
    shared.begin(qtbot)
    _round(qtbot, shared, shared.sharing.share_now)
    assert shared.passwords[-1] == "blue horse"
    shared.line.fails = LoginRefused()
    _round(qtbot, shared, shared.sharing.share_now)
    shared.sharing.end()
    shared.begin(qtbot)
    assert shared.sharing._password == "", "it is not tried again once it was refused"


def test_a_password_is_for_one_record_and_one_login_and_is_written_over() -> None:
    kept = TypedPassword()
    mine = (Path("a"), "postgresql://shared/waymark", "nadia")
    kept.keep(mine, "blue horse")
    held = kept._held
    assert kept.find(mine) == "blue horse"
    assert kept.find((*mine[:2], "omar")) == ""
    assert held == bytes(len("blue horse"))
    assert kept.find(mine) == ""


def test_closing_the_program_forgets_the_password(shared: Shared, qtbot: QtBot) -> None:
    _round(qtbot, shared, lambda: shared.sharing.sign_in("blue horse"))
    shared.sharing.forget_password()
    shared.sharing.end()
    shared.begin(qtbot)
    assert shared.sharing._password == ""


def test_the_folder_of_a_record_that_shares_holds_no_password(
    shared: Shared, desk: Desk, qtbot: QtBot
) -> None:
    _round(qtbot, shared, lambda: shared.sharing.sign_in("blue horse seven lamp"))
    files = [file for file in Path(desk.database.folder).rglob("*") if file.is_file()]
    assert not [file for file in files if b"blue horse" in file.read_bytes()]
