"""A council's shared database in memory, for what must be tried without one: it can be cut."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from models.database import Database
from models.rules.working_days import WorkingDays
from models.sync import arriving
from models.sync.canonical import row_digest
from models.sync.digests import summed
from models.sync.first_fetch import LAST_ID
from models.sync.greeting import SAME, Case, Greeting
from models.sync.link import ConnectionLost
from models.sync.round import Round
from models.sync.standing import NIL_CASE, Standing, write_standing
from tests.sample import AUTHORITY

ME = "019a0000-0000-7000-8000-00000000aaaa"
RUTH = "019a0000-0000-7000-8000-00000000bbbb"
EPOCH = "019a0000-0000-7000-8000-0000000000e1"
AT = "2026-08-12T14:10:00+00:00"
NOW = datetime(2026, 8, 12, 15, 4, tzinfo=UTC)


class FakeCouncil:
    """Rows by id, and the parts of pages; answers what a laptop asks, in small pages."""

    def __init__(self, page: int = 3) -> None:
        self.rows: dict[str, list[Any]] = {}
        self.parts: dict[tuple[str, str], list[bytes]] = {}
        self.cases: dict[str, int] = {}
        self.parked: list[dict[str, Any]] = []
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.page, self.seq, self.epoch, self.state = page, 1, EPOCH, "open"
        self.witness = SAME
        self.cut_after: int | None = None

    def put(self, table: str, at: str, case: str, /, *, by: str = RUTH, **data: Any) -> list[Any]:
        """Accept a change of a row; fields that are not named stay."""
        self.seq += 1
        before = self.rows.get(at)
        version = before[4] + 1 if before else 1
        held = {**(before[5] if before else {}), **data}
        held = {name: value for name, value in held.items() if value is not None}
        made = before[6:8] if before else [by, AT]
        patch = {name: [before[5].get(name) if before else None, data[name]] for name in data}
        told = {"version": version, "seq": self.seq, "patch": patch}
        self.history = {**self.history, at: [*self.history.get(at, []), told]}
        self.rows[at] = [
            self.seq,
            table,
            at,
            case or NIL_CASE,
            version,
            held,
            *made,
            by,
            AT,
        ]
        return self.rows[at]

    def erase(self, row_id: str) -> None:
        self.seq += 1
        row = self.rows[row_id]
        self.rows[row_id] = [self.seq, *row[1:4], row[4] + 1, {"erased": True}, *row[6:]]

    def grant(self, case: str) -> None:
        self.seq += 1
        self.cases[case] = self.seq

    def pages(self, case: str, whole: bytes, part_bytes: int) -> str:
        """Keep pages by their digest; gives it."""
        digest = hashlib.sha256(whole).hexdigest()
        parts = [whole[at : at + part_bytes] for at in range(0, len(whole), part_bytes)]
        self.parts[case or NIL_CASE, digest] = parts
        return digest

    def take_over(self, database: Database, case: str, by: str = ME) -> None:
        """Have everything of this case as the laptop holds it, as if it had been handed in."""
        from tests.models.sync.handing_in import rows_of

        for table, row_id, data in rows_of(database, case):
            self.put(table, row_id, case, by=by, **data)

    def greeting(self) -> Greeting:
        cases = tuple(
            Case(case, "allocated", seq, None, False, self._count(case))
            for case, seq in self.cases.items()
        )
        hashed = hashlib.sha256(repr(sorted(self.cases.items())).encode()).hexdigest()
        return Greeting(
            NOW, AUTHORITY, "council", "Wyrdale", ME, "iro", self.epoch, self.seq,
            "00", self.witness, "ok", 0, self.state, False, 14, hashed, cases, 0,
        )  # fmt: skip

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one call, or lose the connection where the test says so."""
        if self.cut_after is not None:
            if self.cut_after == 0:
                raise ConnectionLost
            self.cut_after -= 1
        self.calls.append((name, dict(request)))
        answer: dict[str, Any] = getattr(self, f"_{name}")(request)
        return answer

    def cut(self) -> None: ...

    def close(self) -> None: ...

    def _count(self, case: str) -> int:
        return sum(row[3] == case for row in self.rows.values())

    def _pull(self, request: Mapping[str, Any]) -> dict[str, Any]:
        if request["what"] == "parts":
            return {"parts": [each for want in request["wants"] for each in self._part(*want)]}
        return getattr(self, f"_pull_{request['what']}")(request)  # type: ignore[no-any-return]

    def _part(self, case: str, digest: str, part: int) -> list[list[Any]]:
        parts = self.parts.get((case, digest), [])
        if part >= len(parts):
            return []
        return [[digest, part, len(parts), base64.b64encode(parts[part]).decode()]]

    def _pull_rows(self, request: Mapping[str, Any]) -> dict[str, Any]:
        mine = {NIL_CASE: 0, **self.cases}
        rows = [
            [max(row[0], mine[row[3]]), *row[1:]] for row in self.rows.values() if row[3] in mine
        ]
        return self._page(rows, request)

    def _pull_history(self, request: Mapping[str, Any]) -> dict[str, Any]:
        return {"changes": self.history.get(request["row"], [])}

    def _pull_council(self, request: Mapping[str, Any]) -> dict[str, Any]:
        return self._page([row for row in self.rows.values() if row[3] == NIL_CASE], request)

    def _pull_case(self, request: Mapping[str, Any]) -> dict[str, Any]:
        if request["case"] not in self.cases:
            return {"error": "no_access"}
        rows = [row for row in self.rows.values() if row[3] == request["case"]]
        reviews = [row for row in rows if row[1] == "review"]
        newest = [r[2] for r in reviews if r[5].get("state") not in ("finished", "known")]
        last = sorted(reviews, key=lambda row: row[5].get("number", 0))[-1:]
        newest = newest or [row[2] for row in last]
        if request["part"] == "newest":
            wanted = [row for row in rows if _review(row) in (None, *newest)]
            return {**self._page(wanted, request), "reviews": newest}
        without = (None, *request["without"])
        return self._page([row for row in rows if _review(row) not in without], request)

    def _page(self, rows: list[list[Any]], request: Mapping[str, Any]) -> dict[str, Any]:
        left = sorted((row for row in rows if [row[0], row[2]] > request["after"]), key=_place)
        page, more = left[: self.page], len(left) > self.page
        cursor = [page[-1][0], page[-1][2]] if more else [self.seq, LAST_ID]
        return {"rows": page, "more": more, "seq": self.seq, "cursor": cursor}

    def _digest(self, request: Mapping[str, Any]) -> dict[str, Any]:
        told = {}
        for case in request["cases"]:
            rows = [row for row in self.rows.values() if row[3] == case]
            count, xored, total = summed(row_digest(row[2], row[4], row[5]) for row in rows)
            told[case] = [count, str(xored), str(total)]
        return {"digests": told}

    def _park(self, request: Mapping[str, Any]) -> dict[str, Any]:
        self.parked += request["batches"]
        return {"parked": len(request["batches"])}


def _review(row: list[Any]) -> Any:
    return row[2] if row[1] == "review" else row[5].get("review_id")


def _place(row: list[Any]) -> list[Any]:
    return [row[0], row[2]]


def join(database: Database) -> None:
    """Let this laptop share, as after joining."""
    with database.sharing() as hand:
        write_standing(
            hand.connection, Standing(AUTHORITY, ME, "iro", "council", "laptop-1", epoch=EPOCH)
        )


def a_round(database: Database, council: FakeCouncil, **told: Any) -> Round:
    """A round under way, its hello said."""
    return Round(
        database, council, told.pop("now", lambda: NOW), WorkingDays.of_england_and_wales(),
        told.pop("progress", lambda *_: None), told.pop("stop", lambda: False), council.greeting(),
    )  # fmt: skip


def receive(database: Database, council: FakeCouncil) -> Any:
    """Take in what is new; gives the report."""
    under_way = a_round(database, council)
    arriving.receive(under_way)
    return under_way.report


def dump(database: Database) -> dict[str, list[Any]]:
    """Everything in the shared tables, for comparing."""
    from models.every_record import BY_TABLE

    with database.reading() as connection:
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()  # noqa: S608
            for table in BY_TABLE
        }
