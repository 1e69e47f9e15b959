"""A day's work, ten thousand small changes, and a poll: real laptops, on the socket and slowly."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final  # Any: JSON

from models.editing import put
from models.encrypted_file import connect
from models.open_review import OpenReview
from tests.benchmarks import one_pack
from tests.benchmarks.sharing_ground import SEED, Ground, sentence, share
from tests.benchmarks.sharing_table import BYTES, MS, TURNS, Line, timed_ms
from tests.laptop import Laptop
from tests.sample import KEY, Sample

DAY: Final = 105
POLL_BYTES: Final = 4096


@dataclass
class Heard:
    """Everything that a laptop asked, and how long the answers took."""

    its: Laptop
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    milliseconds: float = 0.0
    _began: float = 0.0

    def __enter__(self) -> "Heard":
        self.its.link.before, self.its.link.after = self._before, self._after
        return self

    def __exit__(self, *_failure: object) -> None:
        self.its.link.before = self.its.link.after = lambda _name, _request: None

    def of(self, name: str) -> list[dict[str, Any]]:
        """The requests of one function."""
        return [request for asked, request in self.asked if asked == name]

    def _before(self, name: str, request: Any) -> None:
        self.asked.append((name, request))
        self._began = time.perf_counter()

    def _after(self, _name: str, _request: Any) -> None:
        self.milliseconds += (time.perf_counter() - self._began) * 1000


def lines(ground: Ground, many: int) -> Iterator[Line]:
    """Every line of one person's work; `many` small changes at once."""
    first, family = ground.filled("nadia")
    second = ground.empty("nadia")
    share(second)
    yield from _day(ground, first, family)
    yield from _poll(ground, first)
    notes = _many_notes(first, family, many)
    share(first)
    share(second)
    yield from _push_slowly(ground, first, notes)
    share(second)
    yield from _push(ground, first, notes)
    yield from _pull(ground, second, notes)
    _change(first, notes, 3)
    share(first)
    yield from _pull_slowly(ground, second, notes)
    second.close()
    first.close()


def _day(ground: Ground, its: Laptop, family: Sample) -> Iterator[Line]:
    chance = random.Random(SEED)
    with its.database.saving(its.person) as session:
        review = OpenReview(session, family.review_id)
        for place in range(DAY):
            words = sentence(chance)
            if place % 7 == 0:
                review.decide(words, "Samir", date(2026, 10, 1))
            else:
                review.add_note("going_well", words, step="A4", life_area="home")
    with Heard(its) as heard, ground.over_slow_link(its) as slow:
        took = timed_ms(lambda: share(its))
        counted = slow.counted
    pack = one_pack.pack_of(heard.of("push"))
    pack_ms, packed = one_pack.sent_over_slow_link(pack)
    peer = "one compressed pack"
    yield Line(f"a day's work ({DAY} rows), slow link", took, MS, 1.5, peer, pack_ms)
    yield Line("a day's work, bytes", counted.bytes, BYTES, 1.5, peer, packed.bytes)
    yield Line("a day's work, turns of its push", len(heard.of("push")), TURNS, 1)
    yield Line("a day's work, turns of the whole round", counted.turns, TURNS, 1, peer, 1)


def _poll(ground: Ground, its: Laptop) -> Iterator[Line]:
    share(its)
    with ground.over_slow_link(its) as slow:
        took = timed_ms(lambda: share(its))
        counted = slow.counted
    yield Line("a poll with nothing new, slow link", took, MS)
    yield Line("a poll with nothing new, turns", counted.turns, TURNS, 1)
    yield Line("a poll with nothing new, bytes", counted.bytes, BYTES, POLL_BYTES)


def _many_notes(its: Laptop, family: Sample, many: int) -> list[str]:
    """Make so many notes, in one save."""
    chance = random.Random(SEED)
    with its.database.saving(its.person) as session:
        review = OpenReview(session, family.review_id)
        return [
            review.add_note("worry", sentence(chance), step="A5", life_area="home")
            for _ in range(many)
        ]


def _change(its: Laptop, notes: list[str], seed: int) -> None:
    """Other words in each."""
    chance = random.Random(seed)
    with its.database.saving(its.person) as session:
        for note in notes:
            put(session, "note", note, "words", sentence(chance, 40))


def _push_slowly(ground: Ground, its: Laptop, notes: list[str]) -> Iterator[Line]:
    _change(its, notes, 1)
    with Heard(its) as heard, ground.over_slow_link(its) as slow:
        took = timed_ms(lambda: share(its))
        counted = slow.counted
    pack_ms, packed = one_pack.sent_over_slow_link(one_pack.pack_of(heard.of("push")))
    peer, what = "one compressed pack", f"push of {len(notes):,} small changes"
    yield Line(f"{what}, slow link", took, MS, 1.5, peer, pack_ms)
    yield Line(f"{what}, bytes up", counted.up, BYTES, 1.5, peer, packed.up)
    yield Line(f"{what}, bytes of the answers", counted.down, BYTES)


def _push(ground: Ground, its: Laptop, notes: list[str]) -> Iterator[Line]:
    _change(its, notes, 2)
    with Heard(its) as heard:
        took = timed_ms(lambda: share(its))
    ops = [op for batch in heard.of("push") for op in batch["ops"]]
    copied = one_pack.binary_copy_ms(ground.council.admin, ops)
    what = f"push of {len(notes):,} small changes"
    yield Line(f"{what}, on the socket", took, MS, 2, "binary COPY", copied)
    yield Line(f"{what}, of that the shared database", heard.milliseconds, MS, None,
               "binary COPY", copied)  # fmt: skip


def _pull(ground: Ground, its: Laptop, notes: list[str]) -> Iterator[Line]:
    with Heard(its) as heard:
        took = timed_ms(lambda: share(its))
    copied = _copied_to_a_file(ground)
    what = f"pull of {len(notes):,} stored"
    peer = "binary COPY into SQLCipher"
    yield Line(f"{what}, on the socket", took, MS, 2, peer, copied)
    yield Line(f"{what}, of that the shared database", heard.milliseconds, MS, None, peer, copied)


def _pull_slowly(ground: Ground, its: Laptop, notes: list[str]) -> Iterator[Line]:
    with ground.over_slow_link(its) as slow:
        took = timed_ms(lambda: share(its))
        counted = slow.counted
    rows = ground.council.admin.execute(
        "SELECT server_seq, table_name, id::text, case_id::text, row_version, data,"
        " updated_by::text, updated_at::text FROM waymark.row"
        " ORDER BY server_seq DESC, id LIMIT %s",
        (len(notes),),
    ).fetchall()
    pack_ms, packed = one_pack.fetched_over_slow_link(one_pack.pack_of(rows))
    what, peer = f"pull of {len(notes):,} stored", "one compressed pack"
    yield Line(f"{what}, slow link", took, MS, 1.5, peer, pack_ms)
    yield Line(f"{what}, bytes", counted.bytes, BYTES, 1.5, peer, packed.bytes)


def _copied_to_a_file(ground: Ground) -> float:
    """The bare rows out of the server and into one table of an encrypted file, in one commit."""
    path = ground.new_folder().with_suffix(".db")
    path.touch()
    file = connect(path, KEY)
    file.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, data TEXT)")
    admin = ground.council.admin

    def act() -> None:
        words = "COPY public.bare TO STDOUT (FORMAT BINARY)"
        with admin.cursor() as cursor, cursor.copy(words) as copy:
            copy.set_types(["uuid", "jsonb"])
            rows = [(str(row[0]), json.dumps(row[1])) for row in copy.rows()]
        file.execute("BEGIN")
        file.executemany("INSERT INTO bare VALUES (?, ?)", rows)
        file.execute("COMMIT")

    took = timed_ms(act)
    file.close()
    return took
