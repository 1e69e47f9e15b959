"""The first fetch of a caseload with twenty years of history: bytes, the first child, all."""

import time
from collections.abc import Iterator
from typing import Any, Final  # Any: a request is JSON

from tests.benchmarks import one_pack
from tests.benchmarks.many_years import History
from tests.benchmarks.sharing_ground import Ground, share
from tests.benchmarks.sharing_table import BYTES, MS, ROWS, SECONDS, Line
from tests.laptop import Laptop

USABLE_SECONDS: Final = 5
ROWS_A_SECOND: Final = 3000  # the least that the study's shared database gave


class _FirstChild:
    """Looks when the second child is asked for: the first one is on the laptop then."""

    def __init__(self, its: Laptop) -> None:
        self.usable_after = 0.0
        self._cases: set[str] = set()
        self._began = time.perf_counter()
        its.link.before = self._before

    def _before(self, _name: str, request: Any) -> None:
        self._cases |= {request["case"]} if "case" in request else set()
        if len(self._cases) > 1 and not self.usable_after:
            self.usable_after = time.perf_counter() - self._began


def lines(ground: Ground, children: int, slow_children: int, years: int) -> Iterator[Line]:
    """On the socket so many children; on the slow link fewer, of the same length."""
    first, family = ground.filled("nadia")
    first.close()
    ground.council.person("owen")
    ground.council.person("petra")
    yield from _on_the_socket(ground, History(ground, family, "owen", years), children)
    yield from _slowly(ground, History(ground, family, "petra", years), slow_children)


def _on_the_socket(ground: Ground, history: History, children: int) -> Iterator[Line]:
    rows = history.make(children)
    its = ground.empty("owen")
    looked = _FirstChild(its)
    began = time.perf_counter()
    share(its)
    took = time.perf_counter() - began
    what = f"first sync of {children} children, {rows:,} rows"
    here = its.one("SELECT count(*) FROM note") + its.one("SELECT count(*) FROM review")
    assert here > children, "the records have not come"
    its.close()
    yield Line(f"{what}, on the socket", took, SECONDS)
    yield Line(f"{what}, usable after", looked.usable_after, SECONDS, USABLE_SECONDS)
    yield Line(f"{what}, stored", rows / took, ROWS, ROWS_A_SECOND,
               is_least=True)  # fmt: skip


def _slowly(ground: Ground, history: History, children: int) -> Iterator[Line]:
    rows = history.make(children)
    its = ground.empty("petra")
    with ground.over_slow_link(its) as slow:
        looked = _FirstChild(its)
        began = time.perf_counter()
        share(its)
        took = (time.perf_counter() - began) * 1000
        counted = slow.counted
    its.close()
    pack_ms, packed = one_pack.fetched_over_slow_link(_pack(ground))
    what, peer = f"first sync of {children} children, {rows:,} rows", "one compressed pack"
    yield Line(f"{what}, slow link", took, MS, 1.5, peer, pack_ms)
    yield Line(f"{what}, slow link, usable after", looked.usable_after, SECONDS, USABLE_SECONDS)
    yield Line(f"{what}, bytes", counted.bytes, BYTES, 1.5, peer, packed.bytes)


def _pack(ground: Ground) -> bytes:
    petra = ground.council.people["petra"].id
    rows = ground.council.admin.execute(
        "SELECT r.server_seq, r.table_name, r.id::text, r.case_id::text, r.row_version, r.data,"
        " r.updated_by::text, r.updated_at::text FROM waymark.row r JOIN waymark.access a"
        " USING (authority_id, case_id) WHERE a.person_id = %s ORDER BY r.server_seq",
        (petra,),
    ).fetchall()
    return one_pack.pack_of(rows)
