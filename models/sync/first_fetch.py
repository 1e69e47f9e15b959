"""The first fetch of a caseload: child by child, the newest review first, then what was before.

It may be stopped after any page and goes on from there; the first child is usable at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final  # Any: JSON values

from models.hand import Hand
from models.plain_reading import Connection
from models.sync.applying import Taking, apply_stage
from models.sync.caseload import NEWEST, NOTHING, WHOLE, Fetching, note_fetched, still_to_fetch
from models.sync.laptop_facts import COMPARED, FETCHING, forget_fact, read_fact, write_fact
from models.sync.recounting import recount_owed
from models.sync.restored_rows import all_is_back, take_out_unseen
from models.sync.round import Round
from models.sync.staging import end_of, note_staged_to, stage
from models.sync.standing import change_standing, on_wire

LAST_ID: Final = "ffffffff-ffff-ffff-ffff-ffffffffffff"
"""An id behind all others: the place behind everything of one seq."""
PAGE_ROWS: Final = 500
_COUNCIL: Final = "council"


def begin(hand: Hand, seq: int, total: int) -> None:
    """Everything granted up to here is fetched child by child; ordinary pages begin after it."""
    fact = {"head": seq, "is_on": True, "done": 0, "total": total, _COUNCIL: [0, ""]}
    write_fact(hand.connection, FETCHING, fact)
    note_staged_to(hand.connection, None)
    change_standing(hand.connection, cursor=(seq, LAST_ID))


def has_begun(connection: Connection) -> bool:
    """Whether this laptop has ever begun its first fetch."""
    return bool(read_fact(connection, FETCHING))


def head(connection: Connection) -> int:
    """Up to which number rows come child by child; what was granted later comes in pages."""
    return int(read_fact(connection, FETCHING).get("head", 0))


def progress(connection: Connection) -> tuple[int, int] | None:
    """How many rows have come of how many; nothing when no first fetch is under way."""
    fact = read_fact(connection, FETCHING)
    if not fact or not fact.get("total"):
        return None
    return min(fact["done"], fact["total"]), fact["total"]


def go_on(under_way: Round) -> None:
    """Fetch what is still to be fetched.

    Raises: Stopped, and the other Problems of models.sync.link.
    """
    _fetch_council(under_way)
    for has in (NOTHING, NEWEST):
        for each in _waiting(under_way):
            if each.has == has:
                _fetch_part(under_way, each)
    with under_way.database.reading() as connection:
        is_on = bool(read_fact(connection, FETCHING).get("is_on"))
    if is_on:
        _end(under_way)


def _waiting(under_way: Round) -> list[Fetching]:
    with under_way.database.reading() as connection:
        return still_to_fetch(connection, head(connection))


def _fetch_council(under_way: Round) -> None:
    """What belongs to the council and to no child comes first."""
    with under_way.database.reading() as connection:
        after = read_fact(connection, FETCHING).get(_COUNCIL)
    while after is not None:
        request = {"what": "council", "after": _after(after), "limit": PAGE_ROWS}
        page = under_way.call("pull", request)
        rows, more = page["rows"], bool(page["more"])
        after = list(end_of(rows)) if more else None
        with under_way.database.sharing() as hand:
            stage(hand.connection, rows)
            _count(under_way, hand, rows, {_COUNCIL: after})
            if not more:
                _take_in(under_way, hand, "")
                take_out_unseen(hand, "")
        recount_owed(under_way.database, under_way.calendar)


def _fetch_part(under_way: Round, each: Fetching) -> None:
    """One part of one case, page by page; its rows stand in their tables when it is all there."""
    part, now = ("newest", each) if each.has == NOTHING else ("rest", each)
    more = True
    while more:
        request = {"what": "case", "case": each.case_id, "part": part, "limit": PAGE_ROWS,
                   "after": _after(now.after), "without": list(now.without)}  # fmt: skip
        page = under_way.call("pull", request)
        if "error" in page:
            return  # the child is this person's no more: the next hello says so
        rows, more = page["rows"], bool(page["more"])
        newest = tuple(page.get("reviews", now.without))
        now = replace(now, after=end_of(rows) if rows else now.after, without=newest)
        with under_way.database.sharing() as hand:
            stage(hand.connection, rows)
            _count(under_way, hand, rows, {})
            if not more:
                now = _part_is_there(under_way, hand, now)
            note_fetched(hand.connection, now)
    recount_owed(under_way.database, under_way.calendar)


def _part_is_there(under_way: Round, hand: Hand, now: Fetching) -> Fetching:
    _take_in(under_way, hand, now.case_id)
    if now.has == NOTHING:
        return replace(now, has=NEWEST, after=None)
    take_out_unseen(hand, now.case_id)
    return Fetching(now.case_id, WHOLE)


def _take_in(under_way: Round, hand: Hand, case_id: str) -> None:
    holds = under_way.database.typing.holds
    told = apply_stage(hand, Taking(holds, hand.at, is_told=False, case_id=case_id))
    under_way.report.came += len(told.came)
    under_way.report.conflicts += len(told.conflicts)


def _count(under_way: Round, hand: Hand, rows: Sequence[Any], changes: dict[str, Any]) -> None:
    fact = {**read_fact(hand.connection, FETCHING), **changes}
    if fact.get("total"):
        fact["done"] = fact["done"] + len(rows)
        under_way.progress("first_fetch", min(fact["done"], fact["total"]), fact["total"])
    write_fact(hand.connection, FETCHING, fact)


def _end(under_way: Round) -> None:
    """Nothing is left to fetch: next the laptop looks whether it has the same as the council."""
    with under_way.database.sharing() as hand:
        fact = read_fact(hand.connection, FETCHING)
        write_fact(hand.connection, FETCHING, {**fact, "is_on": False, "done": 0, "total": 0})
        forget_fact(hand.connection, COMPARED)
        all_is_back(hand.connection)


def _after(at: Sequence[Any] | None) -> list[Any]:
    seq, row_id = at or (0, "")
    return [seq, on_wire(row_id)]
