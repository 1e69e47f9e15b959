"""Twenty years of invented history in the shared database: Sam's rows, many times over."""

import json
import random
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final  # Any: JSON

from psycopg.types.json import Jsonb

from tests.benchmarks.sharing_ground import SEED, Ground, sentence
from tests.sample import AUTHORITY, Sample

REVIEWS_A_YEAR: Final = 2
_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FROM: Final = date(2026, 8, 12)
_AT: Final = datetime(2026, 8, 12, 15, tzinfo=UTC)
_LEAST_WORDS: Final = 25
Row = tuple[str, str, dict[str, Any]]


class History:
    """Makes children with so many reviews each out of one whole record that is there."""

    def __init__(self, ground: Ground, family: Sample, login: str, years: int) -> None:
        self._reviews = years * REVIEWS_A_YEAR
        self._admin = ground.council.admin
        self._person = ground.council.people[login].id
        self._chance = random.Random(SEED)
        self._seq = int(ground.council.one("SELECT seq FROM waymark.clock"))
        found = self._admin.execute(
            "SELECT table_name, id::text, data, review_id::text FROM waymark.row"
            " WHERE case_id = %s AND table_name <> 'decision_progress' ORDER BY server_seq, id",
            (family.child_id,),
        ).fetchall()
        before = {row[1] for row in found if row[0] == "review" and row[1] != family.review_id}
        kept = [row for row in found if row[1] not in before and row[3] not in before]
        self._child = [row[:3] for row in kept if row[3] is None and row[1] != family.review_id]
        self._review = [row[:3] for row in kept if row[3] or row[1] == family.review_id]

    @property
    def rows_of_a_child(self) -> int:
        """How many rows one child has."""
        return len(self._child) + self._reviews * len(self._review)

    def make(self, children: int) -> int:
        """Put so many children into the shared database, all of them this person's.

        Gives how many rows they have.
        """
        cases = [str(uuid.uuid4()) for _ in range(children)]
        with self._admin.transaction():
            self._make_cases(cases)
            with (
                self._admin.cursor() as cursor,
                cursor.copy(
                    "COPY waymark.row (authority_id, id, case_id, table_name, review_id,"
                    " row_version, server_seq, data, created_by, created_at,"
                    " updated_by, updated_at, schema_v)"
                    " FROM STDIN"
                ) as copy,
            ):
                for case in cases:
                    for row in self._rows(case):
                        copy.write_row(row)
            self._close_the_chain()
        self._admin.execute("ANALYZE waymark.row")
        return children * self.rows_of_a_child

    def _make_cases(self, cases: list[str]) -> None:
        self._seq += 1
        own = [(AUTHORITY, case, self._person, self._seq) for case in cases]
        with self._admin.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO waymark.child_case (authority_id, case_id, made_by)"
                " VALUES (%s, %s, %s)", [each[:3] for each in own],
            )  # fmt: skip
            cursor.executemany(
                "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
                " VALUES (%s, %s, %s, 'allocated', %s)", own,
            )  # fmt: skip

    def _rows(self, case: str) -> Iterator[tuple[Any, ...]]:
        mine = {row_id: str(uuid.uuid4()) for _, row_id, _ in self._child}
        mine[next(row_id for table, row_id, _ in self._child if table == "child")] = case
        for row in self._child:
            yield self._told(case, row, mine, {"identifier": f"H-{case[:8]}"})
        for place in range(self._reviews):
            its = {**mine, **{row_id: str(uuid.uuid4()) for _, row_id, _ in self._review}}
            held_on = (_FROM - timedelta(days=182 * (self._reviews - 1 - place))).isoformat()
            is_last = place == self._reviews - 1
            of_review = {
                "number": place + 1, "held_on": held_on, "booked_on": held_on,
                "state": "open" if is_last else "finished",
                **({} if is_last else {"completed_on": held_on}),
            }  # fmt: skip
            for row in self._review:
                yield self._told(case, row, its, of_review if row[0] == "review" else {})

    def _told(
        self, case: str, row: Row, ids: dict[str, str], sets: dict[str, Any]
    ) -> tuple[Any, ...]:
        table, row_id, data = row
        self._seq += 1
        new = {
            name: sentence(self._chance, len(value))
            if isinstance(value, str) and len(value) > _LEAST_WORDS and not _ID.fullmatch(value)
            else value
            for name, value in data.items()
        }
        words = _ID.sub(lambda found: ids.get(found[0], found[0]), json.dumps({**new, **sets}))
        told = json.loads(words)
        review = told.get("review_id") or None
        return (
            AUTHORITY, ids[row_id], case, table, review, 1, self._seq, Jsonb(told),
            self._person, _AT, self._person, _AT, 1,
        )  # fmt: skip

    def _close_the_chain(self) -> None:
        self._admin.execute(
            "INSERT INTO waymark.link (authority_id, seq, prev, hash)"
            " SELECT authority_id, %s, head, sha256(head) FROM waymark.clock"
            " WHERE authority_id = %s", (self._seq, AUTHORITY),
        )  # fmt: skip
        self._admin.execute(
            "UPDATE waymark.clock SET seq = %s, head = sha256(head) WHERE authority_id = %s",
            (self._seq, AUTHORITY),
        )
