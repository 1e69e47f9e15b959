"""Takes what is in the stage into the tables, in one transaction, and notes what came."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from models.encrypted_file import Driver
from models.hand import Hand
from models.security.erase import take_words
from models.sync.answered import let_go_of_answered
from models.sync.placing import Placed, join_references, place
from models.sync.recounting import COUNTED_FROM, owe
from models.sync.restored_rows import is_restoring, set_aside_lost
from models.sync.staging import StagedRow, staged, unstage
from models.sync.standing import Standing, standing_of
from models.sync.values import tables_in_order

Holds = Callable[[str, str], bool]
ARRIVALS_KEPT: Final = timedelta(days=60)
CONFLICT: Final = "conflict"
CHILD: Final = "child"


@dataclass
class Arrived:
    """What came, as ids: `kept_still` are typed in at this moment, `without_place` wait for more.

    `joined` were changed here too; `erased` lost their words for good.
    """

    came: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    kept_still: list[str] = field(default_factory=list)
    without_place: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Taking:
    """How the stage is taken in: what is typed in now, and whether each row that came is told.

    `case_id` and `row_id` take in only what is of that child, or only that row.
    """

    holds: Holds
    at: datetime
    is_told: bool = True
    case_id: str | None = None
    row_id: str | None = None


def apply_stage(hand: Hand, how: Taking) -> Arrived:
    """Put every staged row into its table that has a place there and is not typed in now."""
    taken = _Applying(hand, how)
    waiting = staged(hand.connection, how.case_id)
    wanted = [row for row in waiting if how.row_id in (None, row.id)]
    for table, rows in _by_table(_of_mine(hand.connection, wanted)):
        taken.take(table, rows)
    taken.finish()
    return taken.told


class _Applying:
    """One taking in: it goes from table to table, each after those its rows name."""

    def __init__(self, hand: Hand, how: Taking) -> None:
        self.told = Arrived()
        self._hand, self._how = hand, how
        self._standing: Standing = standing_of(hand.connection)
        self._placed: list[Placed] = []

    def take(self, table: str, rows: list[StagedRow]) -> None:
        still = [row for row in rows if self._how.holds(table, row.id)]
        free = [row for row in rows if row not in still]
        erased = [row for row in free if row.is_erased]
        take_words(self._hand, erased, self._how.at)
        connection = self._hand.connection
        rest = [row for row in free if not row.is_erased]
        done = place(connection, self._standing.authority, table, rest)
        gone = [*done.known_already, *(row.id for row in erased), *(p.row.id for p in done.placed)]
        unstage(connection, gone)
        self._placed += done.placed
        self.told.kept_still += [row.id for row in still]
        self._hand.changed |= {"stage"} if still else set()  # the windows tell of it
        self.told.erased += [row.id for row in erased]
        self.told.without_place += done.without_place

    def finish(self) -> None:
        """Join what names each other, set aside what a restoring lost, and tell of the rest."""
        hand, connection = self._hand, self._hand.connection
        tables = {each.row.table for each in self._placed}
        cases = {each.row.case_id for each in self._placed}
        join_references(connection, tables, cases)
        hand.changed |= tables
        hand.cases |= {e.row.case_id for e in self._placed if e.row.table in COUNTED_FROM}
        if "council" in tables:
            let_go_of_answered(hand)
            hand.cases |= _every_child(connection)
        owe(connection, hand.cases)
        restoring = is_restoring(connection)
        new_children = {
            each.row.id for each in self._placed if each.row.table == CHILD and each.before is None
        }
        for each in self._placed:
            row = each.row
            for name, change in each.over.items():
                hand.settle(row.table, row.id, name, change)
            if restoring:
                set_aside_lost(connection, each, self._how.at)
            self._tell(each, is_of_new=row.case_id in new_children)
        if self._placed and self._how.is_told:
            before = self._how.at - ARRIVALS_KEPT
            connection.execute("DELETE FROM arrival WHERE at < ?", (before.isoformat(),))

    def _tell(self, each: Placed, *, is_of_new: bool) -> None:
        """Count it, and note it for the page that tells; of a new child only that they came."""
        row = each.row
        if row.table == CONFLICT:
            if not row.data.get("outcome") and not (each.before and each.before.base):
                self.told.conflicts.append(row.id)
            return
        if row.updated_by == self._standing.person or not each.changed:
            return
        is_joined = bool(each.before and each.before.pending)
        (self.told.joined if is_joined else self.told.came).append(row.id)
        if self._how.is_told and (row.table == CHILD or not is_of_new):
            _note_arrival(self._hand.connection, each, is_joined, self._how.at)


def _by_table(rows: Iterable[StagedRow]) -> list[tuple[str, list[StagedRow]]]:
    """The rows of each table, in the order of the tables; those of unknown ones stay staged."""
    found = defaultdict(list)
    for row in rows:
        found[row.table].append(row)
    return [(table, found[table]) for table in tables_in_order() if table in found]


def _of_mine(connection: Driver, rows: list[StagedRow]) -> list[StagedRow]:
    """Drop rows of a child who is not this person's and of whom nothing is here."""
    found = connection.execute(
        "SELECT case_id FROM shared_case WHERE kind <> '' UNION SELECT id FROM child"
    )
    mine = {"", *(case_id for (case_id,) in found.fetchall())}
    unstage(connection, [row.id for row in rows if row.case_id not in mine])
    return [row for row in rows if row.case_id in mine]


def _every_child(connection: Driver) -> set[str]:
    return {case_id for (case_id,) in connection.execute("SELECT id FROM child").fetchall()}


def _note_arrival(connection: Driver, each: Placed, is_joined: bool, at: datetime) -> None:
    row = each.row
    connection.execute(
        "INSERT INTO arrival (at, kind, case_id, table_name, row_id, by_id, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            at.isoformat(),
            "joined" if is_joined else "came",
            row.case_id,
            row.table,
            row.id,
            row.updated_by,
            json.dumps(each.changed),
        ),
    )
