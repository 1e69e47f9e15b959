"""Sharing while a record is open: rounds on a timer, on demand and when a network appears."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final  # Any: what an errand brings is its own affair

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from models.problems import Problem
from ui.desk import Desk
from ui.sync.round_thread import Errand, Line, Progress, RoundThread, Task
from ui.sync.saved_words import Going, Reach, is_lease_over
from ui.sync.typed_password import Of, TypedPassword

if TYPE_CHECKING:
    from models.sync.state import SharingState

ROUND_EVERY_MS: Final = 60_000
FIRST_ROUND_MS: Final = 2_000
LEAST_WAIT_MS: Final = 2_000
LONGEST_WAIT_MS: Final = 300_000
RECOUNT_MS: Final = 300
LOOK_EVERY_MS: Final = 60_000
OpenLine = Callable[[Desk, str], Line]


class Sharing(QObject):
    """One for the program: it works between `begin` and `end`, while a record is open."""

    changed = Signal()  # the state, or how sharing goes
    round_ended = Signal(object)  # the report of the round
    troubled = Signal(object)  # a Problem, once for each kind

    def __init__(self, open_line: OpenLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_line = open_line
        self.desk: Desk | None = None
        self.state: SharingState | None = None
        self.going = Going()
        self.report: object | None = None
        self._password = ""  # that was typed; without one, the kept one is used
        self._typed = TypedPassword()
        self._thread: RoundThread | None = None
        self._failures = 0
        self._has_round = False
        self._shares = self.is_lease_over = False
        self._asked: list[Errand] = []  # a late answer to the last record is told nobody
        self._next = self._timer(self._share_by_itself)
        self._recount = self._timer(self.look)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._network: QObject | None = None

    def begin(self, desk: Desk, password: str = "") -> None:
        """Begin to share the record that is open now, if it has joined a council."""
        self.end()
        self.desk, self._password = desk, password
        self._failures = 0
        left = _lease_left(desk)
        self._shares = left is not None
        self.is_lease_over = left is not None and left <= timedelta(0)
        self.changed.emit()
        if left is None:
            self._typed.forget()
            return
        self._take_password(password)
        desk.background.run(lambda: _read(desk), self._take, self._not_read)
        desk.database.typing.on_free = self._let_in
        self._clock.start()
        self._watch_the_network()
        self._next.start(FIRST_ROUND_MS)

    def end(self) -> None:
        """Stop within a second, as on locking and closing; nothing half done is left behind."""
        for timer in (self._next, self._recount, self._clock):
            timer.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            _let_go(thread)
        self._has_round = False
        self._asked.clear()
        self._shares = self.is_lease_over = False
        self._password = ""
        self.desk = self.state = self.report = None
        self.going = Going()

    def forget_password(self) -> None:
        """Forget what was typed, as when the program ends; a lock alone does not ask again."""
        self._typed.forget()

    @property
    def is_alone(self) -> bool:
        """Whether this record shares with nobody."""
        return not self._shares

    @property
    def can_share(self) -> bool:
        """Whether a round could begin now."""
        signed_out = self.going.reach is Reach.SIGNED_OUT
        return self.desk is not None and not self.is_alone and not signed_out

    def share_now(self) -> bool:
        """Begin a round unless one runs; say whether one runs now."""
        if not self.can_share:
            return False
        self._failures = 0
        self._begin_round()
        return True

    def sign_in(self, password: str) -> None:
        """Share with this password until the program ends."""
        self._take_password(password)
        self._new_thread()
        self._go(Going(Reach.UNKNOWN))
        self.share_now()

    def stop_round(self) -> None:
        """Stop fetching; what has come stays, and the next round goes on from there."""
        if self._thread is not None:
            self._thread.stop_errand()

    def ask(
        self,
        task: Task,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Do something over the line after what is under way; say whether it can be done."""
        if not self.can_share:
            return False
        self._send(Errand(task, done, failed))
        return True

    def note_saved(self, _tables: object = None) -> None:
        """Count again soon: something was saved, here or by a round."""
        if self._shares and not self._recount.isActive():
            self._recount.start(RECOUNT_MS)

    def look(self) -> None:
        """Read how sharing stands and tell whoever shows it."""
        if self.desk is not None and self._shares:
            self._take(_read(self.desk))

    def _take_password(self, password: str) -> None:
        """Use what is typed now, or else what was typed for this record before it was locked."""
        if self.desk is None:
            return
        of = _whose_password(self.desk)
        if password:
            self._typed.keep(of, password)
        self._password = self._typed.find(of)

    def _take(self, state: "SharingState") -> None:
        self.state = state
        self.is_lease_over = is_lease_over(state)
        self.changed.emit()

    def _let_in(self, table: str, row_id: str) -> None:
        """Let in what came for a row that was typed in until now."""
        desk = self.desk
        if desk is not None:
            desk.background.run(lambda: _take_in(desk, table, row_id), _nothing, self._not_read)

    def _not_read(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.troubled.emit(failure)

    def _share_by_itself(self) -> None:
        if self.can_share:
            self._begin_round()

    def _begin_round(self) -> None:
        if self._has_round:
            return
        self._has_round = True
        self._next.stop()
        waiting = self.state.waiting if self.state is not None else 0
        self._go(replace(self.going, step=(0, waiting)))
        self._send(Errand(_round, self._end_round, self._fail_round))

    def _end_round(self, report: object) -> None:
        self._has_round = False
        self._failures = 0
        self.report = report
        problem = getattr(report, "problem", None)
        self._go(Going(Reach.ONLINE, problem=problem))
        self._next.start(ROUND_EVERY_MS)
        self.look()
        self.round_ended.emit(report)

    def _fail_round(self, failure: Exception) -> None:
        self._has_round = False
        self._failures += 1
        if not isinstance(failure, Problem):
            self._go(Going(self.going.reach))
            self._next.start(LONGEST_WAIT_MS)
            self.look()
            self.round_ended.emit(None)
            raise failure
        reach = reach_after(failure)
        is_new = type(failure) is not type(self.going.problem)
        was_asked = reach is Reach.SIGNED_OUT and not self._password
        if reach is Reach.SIGNED_OUT:
            self._typed.forget()  # it was refused: the next unlock does not try it again
        self._go(Going(reach, problem=None if was_asked else failure))
        if reach is not Reach.SIGNED_OUT:
            asked_to = _was_stopped(failure)
            self._next.start(LONGEST_WAIT_MS if asked_to else wait_after(self._failures, reach))
        self.look()
        self.round_ended.emit(None)
        if is_new and reach is Reach.REFUSED:
            self.troubled.emit(failure)

    def _step(self, _what: str, done: int, total: int) -> None:
        if self._has_round:
            self._go(replace(self.going, step=(done, total)))

    def _go(self, going: Going) -> None:
        self.going = going
        self.changed.emit()

    def _send(self, errand: Errand) -> None:
        self._asked.append(errand)
        (self._thread or self._new_thread()).add(errand)

    def _new_thread(self) -> RoundThread:
        desk, password = self.desk, self._password
        if desk is None:
            raise RuntimeError("the record is locked")
        old, self._thread = self._thread, None
        if old is not None:
            _let_go(old)
            self._has_round = False
            self._asked.clear()
        thread = self._thread = RoundThread(lambda: self._open_line(desk, password), self)
        queued = Qt.ConnectionType.QueuedConnection
        thread.ended.connect(self._hand_over, queued)
        thread.failed.connect(self._hand_over_failure, queued)
        thread.stepped.connect(self._step, queued)
        return thread

    def _hand_over(self, errand: Errand, given: Any) -> None:
        if self._is_wanted(errand, errand.done):
            errand.done(given)

    def _hand_over_failure(self, errand: Errand, failure: Exception) -> None:
        if self._is_wanted(errand, errand.failed):
            errand.failed(failure)

    def _is_wanted(self, errand: Errand, told: Callable[..., object]) -> bool:
        """Whether the record is still open, and the page still there, that asked for this."""
        if errand not in self._asked:
            return False
        self._asked.remove(errand)
        owner = getattr(told, "__self__", None)
        return not isinstance(owner, QObject) or isValid(owner)

    def _watch_the_network(self) -> None:
        """Share at once when a network appears, where the system tells of it."""
        if self._network is not None:
            return
        from PySide6.QtNetwork import QNetworkInformation  # only where something is shared

        if not QNetworkInformation.loadDefaultBackend():
            return  # the timer does it
        network = self._network = QNetworkInformation.instance()
        network.reachabilityChanged.connect(self.network_changed)

    def network_changed(self, reachability: Any) -> None:
        """Share at once if there is a network again."""
        if getattr(reachability, "name", "") in ("Online", "Site", "Local"):
            self.share_now()

    def _timer(self, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer


_LEFT_BEHIND: list[RoundThread] = []


def _let_go(thread: RoundThread) -> None:
    """End a thread; one that sleeps in the network ends by itself, and may not be freed before."""
    if thread.end():
        thread.deleteLater()
    else:
        thread.setParent(None)
        _LEFT_BEHIND.append(thread)


def _lease_left(desk: Desk) -> timedelta | None:
    """Say how long this laptop may still be used; nothing where it works alone."""
    from models.sync.lease import lease_left  # when a record opens, not when the program starts
    from models.sync.standing import read_standing

    with desk.database.reading() as connection:
        standing = read_standing(connection)
    return None if standing is None else lease_left(standing, desk.now())


def _whose_password(desk: Desk) -> Of:
    """Say for which record, address and login a password typed now is."""
    from models.sync.standing import (
        standing_of,
    )  # when a record opens, not when the program starts

    with desk.database.reading() as connection:
        standing = standing_of(connection)
    return desk.database.folder, standing.url, standing.login


def _read(desk: Desk) -> "SharingState":
    """Read how sharing stands, as the record says now."""
    from models.sync.state import read_state  # SQLAlchemy: slow to load

    with desk.database.reading() as connection:
        return read_state(connection, desk.now())


def _take_in(desk: Desk, table: str, row_id: str) -> None:
    from models.sync.arriving import take_in_row  # SQLAlchemy: slow to load

    take_in_row(desk.database, desk.calendar, table, row_id)


def _nothing(_done: object) -> None:
    """Whoever shows the row hears of it from the record."""


def _round(line: Line, progress: Progress, stop: Callable[[], bool]) -> object:
    return line.round(progress, stop)


def reach_after(failure: Problem) -> Reach:
    """Say what a round that ended in this Problem tells of the council's server."""
    from models.sync.link import LoginRefused, NoConnection

    if isinstance(failure, LoginRefused):
        return Reach.SIGNED_OUT
    return Reach.OFFLINE if isinstance(failure, NoConnection) else Reach.REFUSED


def _was_stopped(failure: Problem) -> bool:
    """Whether a person stopped the round, who does not want it to begin again at once."""
    from models.sync.link import Stopped

    return isinstance(failure, Stopped)


def wait_after(failures: int, reach: Reach) -> int:
    """Give how long to wait after so many failures: from 2 s to 5 min, never quite the same.

    Units: milliseconds.
    """
    if reach is Reach.REFUSED:
        return LONGEST_WAIT_MS
    longest = min(LONGEST_WAIT_MS, LEAST_WAIT_MS * 2 ** (min(failures, 10) - 1))
    return int(longest * random.uniform(0.5, 1))  # noqa: S311 - it spreads laptops, no secret
