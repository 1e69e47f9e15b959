"""A record that shares with a council that is not there: what waits, came and was set aside."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any  # requests and answers are JSON

from models.database import Database
from models.hand import Hand
from models.sync.changes import waiting_tables
from models.sync.laptop_facts import LEAVING, write_fact
from models.sync.link import Stopped
from models.sync.round import RoundReport
from models.sync.standing import Standing, change_standing, write_standing
from models.whose import owner_of

RUTH = "0192f000-0000-7000-8000-00000000ruth"
DEVICE = "0192f000-0000-7000-8000-0000000000d1"
COUNCIL = "0192f000-0000-7000-8000-0000000000c1"
URL = "postgresql://shared.penhallow.gov.uk/waymark"


def join(
    database: Database, now: datetime, *, role: str = "iro", lease_days: float = 14
) -> Standing:
    """Let the record be one that shares; everything in it is acknowledged, and just shared."""
    with database.sharing() as hand:
        me = owner_of(hand.connection)
        for table in waiting_tables(hand.connection):
            statement = f"UPDATE \"{table}\" SET pending = '{{}}', base_version = 1"  # noqa: S608 - our own names
            hand.connection.execute(statement)
        standing = Standing(
            990, me.id, role, COUNCIL, DEVICE, council="Penhallow Council", url=URL,
            login="nadia", laptop="Nadia's laptop", epoch="e", cursor=(7, ""),
            lease_until=now + timedelta(days=lease_days), last_server_time=now,
            latest_local_time=now, receipt_at=now - timedelta(minutes=32),
        )  # fmt: skip
        write_standing(hand.connection, standing)
        hand.changed.add("laptop_fact")
    return standing


def arrive(hand: Hand, kind: str, place: tuple[str, str, str], at: datetime, by: str = "") -> None:
    """Note a line of what came in: of this case, table and row."""
    hand.connection.execute(
        "insert into arrival (at, kind, case_id, table_name, row_id, by_id, fields)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (at.isoformat(), kind, *place, by, json.dumps(["what"])),
    )
    hand.changed.add("arrival")


def hold_decision(hand: Hand, case_id: str, at: datetime, row_id: str, words: str) -> None:
    """Set what was typed in a decision aside, because a restored shared database lost it."""
    hold(hand, case_id, at, words, why="not_in_restored_copy")
    hand.connection.execute(
        "update held_work set table_name = 'decision', row_id = ?, fields = ?",
        (row_id, json.dumps({"what": words})),
    )


def hold(
    hand: Hand, case_id: str, at: datetime, words: str, *, why: str = "no_access", by: str = ""
) -> None:
    """Set a note aside, with its words."""
    hand.connection.execute(
        "insert into held_work (op_id, case_id, child_called, table_name, row_id, fields, why,"
        " at, author_id, state) values (?, ?, 'Sam', 'note', 'r', ?, ?, ?, ?, 'held')",
        (f"op {why}", case_id, json.dumps({"words": words, "in_letter": True}), why,
         at.isoformat(), by),
    )  # fmt: skip
    hand.changed.add("held_work")


def leave_together(database: Database, cases: list[str]) -> None:
    """Let it be that these children are to leave the laptop once the person has seen it."""
    with database.sharing() as hand:
        write_fact(hand.connection, LEAVING, {"cases": cases, "asked_again": True})
        hand.changed.add("laptop_fact")


def lapse(database: Database, now: datetime) -> None:
    """Let the lease be over."""
    with database.sharing() as hand:
        change_standing(
            hand.connection, lease_until=now - timedelta(hours=1), last_server_time=now
        )
        hand.changed.add("laptop_fact")


@dataclass
class FakeLine:
    """A line that does what a test says: it answers, fails, or waits until it is cut."""

    fails: Exception | None = None
    waits: bool = False
    does: Callable[[], None] = lambda: None
    answers: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[tuple[str, int, int], ...] = ()
    rounds: int = 0
    asked: list[Mapping[str, Any]] = field(default_factory=list)
    is_cut: threading.Event = field(default_factory=threading.Event)
    may_go_on: threading.Event = field(default_factory=threading.Event)
    threads: list[str] = field(default_factory=list)

    def round(
        self, progress: Callable[[str, int, int], None], stop: Callable[[], bool]
    ) -> RoundReport:
        """One round."""
        self.rounds += 1
        self.threads.append(threading.current_thread().name)
        for step in self.steps:
            progress(*step)
        while self.waits and not self.may_go_on.wait(0.005):
            if self.is_cut.is_set() or stop():
                raise Stopped
        if self.fails is not None:
            raise self.fails
        self.does()
        return RoundReport()

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """One question."""
        self.asked.append({"name": name, **request})
        if self.fails is not None:
            raise self.fails
        return dict(self.answers.get(request["what"], {}))

    def cut(self) -> None:
        """End whatever waits."""
        self.is_cut.set()

    def close(self) -> None:
        """Nothing is open."""
