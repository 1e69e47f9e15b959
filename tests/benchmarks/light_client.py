"""Clients without a record of their own: they seal, hand in and fetch, over shared connections."""

import json
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final  # Any: JSON

import psycopg
from psycopg import sql

from models.record import new_id
from models.sync.short_rows import SHORT
from tests.benchmarks.sharing_ground import note_ops, sentence
from tests.postgres import PostgresServer

AT: Final = "2026-11-20T10:00:00+00:00"
LAST_ID: Final = "ffffffff-ffff-ffff-ffff-ffffffffffff"


@dataclass
class Times:
    """How long each function took, in milliseconds, by its name."""

    of: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def every(self) -> list[float]:
        """All of them."""
        return [one for times in self.of.values() for one in times]


class SharedConnection:
    """One kept connection that speaks for one login after another."""

    def __init__(self, server: PostgresServer, database: str) -> None:
        self._connection = psycopg.connect(
            host="127.0.0.1", port=server.port, dbname=database, user="postgres", autocommit=True
        )

    def call(self, login: str, name: str, request: dict[str, Any], times: Times) -> Any:
        """Ask as this login; only the question itself is timed."""
        text = json.dumps(request)
        who = sql.SQL("SET SESSION AUTHORIZATION {}").format(sql.Identifier(login))
        words = sql.SQL("SELECT waymark.{}(%s::jsonb)").format(sql.Identifier(name))
        self._connection.execute(who)
        began = time.perf_counter()
        row = self._connection.execute(words, (text,)).fetchone()
        times.of[name].append((time.perf_counter() - began) * 1000)
        assert row is not None
        return row[0]

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()


class LightClient:
    """One laptop as the shared database meets it, with one child and one review of its own."""

    def __init__(self, login: str, seed: int, at_once: int) -> None:
        self.login = login
        self._chance = random.Random(seed)
        self._at_once = at_once
        self._device, self._n = new_id(), 0
        self._case, self._review = new_id(), new_id()
        self._cursor: list[Any] = [0, LAST_ID]
        self._hash: str | None = None
        self._last: list[dict[str, Any]] = []

    def begin(self, over: SharedConnection) -> None:
        """Make a child and a review, so that there is something to write in."""
        child = {"identifier": f"L-{self._case[-8:]}", "given_name": "Sam"}
        ops = [
            self._op("child", self._case, child),
            self._op("review", self._review, {"child_id": self._case, "number": 1}),
        ]
        self._push(over, ops, Times())
        self.share(over, Times(), ops=[])

    def share(
        self, over: SharedConnection, times: Times, ops: list[dict[str, Any]] | None = None
    ) -> None:
        """A whole round: hello, what waits, what is new, and that it is kept."""
        told = over.call(self.login, "hello", self._hello(), times)
        self._hash = told["cases_hash"]
        ops = self._next() if ops is None else ops
        if ops:
            self._push(over, ops, times)
        more = True
        while more:
            asked = {"what": "rows", "after": self._cursor, "limit": 500, SHORT: True}
            page = over.call(self.login, "pull", asked, times)
            self._cursor, more = page["cursor"], page["more"]
        kept = {"device": self._device, "cursor": self._cursor, "waiting": 0}
        over.call(self.login, "receipt", kept, times)

    def _push(self, over: SharedConnection, ops: list[dict[str, Any]], times: Times) -> None:
        self._n += 1
        batch = {
            "device": self._device, "n": self._n, "schema": 1, SHORT: True, "sealed_at": AT,
            "ops": ops,
        }  # fmt: skip
        told = over.call(self.login, "push", batch, times)
        bad = [one for one in told["results"] if one["status"] != "applied"]
        assert not bad, f"{len(bad)} of {len(ops)} were not applied: {bad[0].get('why')}"

    def _next(self) -> list[dict[str, Any]]:
        """Half of it new notes, half of it other words in the last ones."""
        again = [self._changed(op) for op in self._last[: self._at_once // 2]]
        new = note_ops(
            self._chance, self._case, self._review, self._at_once - len(again), AT
        )  # fmt: skip
        self._last = new
        return again + new

    def _changed(self, op: dict[str, Any]) -> dict[str, Any]:
        words, before = sentence(self._chance), op["set"]["words"]
        return {
            **op,
            "op": new_id(),
            "set": {"words": words},
            "base": {"words": before},
            "seen": 1,
        }

    def _op(self, table: str, row_id: str, sets: dict[str, Any]) -> dict[str, Any]:
        return {
            "op": new_id(), "kind": "row", "table": table, "id": row_id, "case": self._case,
            "set": sets, "base": {}, "seen": 0, "at": AT,
        }  # fmt: skip

    def _hello(self) -> dict[str, Any]:
        return {
            "protocol": 1, "schema": 1, "app": "0.1.0", "device": self._device, "laptop": "light",
            "n": self._n, "epoch": None, "cursor": self._cursor, "witness": None, "clock": AT,
            "cases_hash": self._hash, "waiting": 0,
        }  # fmt: skip
