"""The council's shared database was put back from a backup: nothing accepted here may be lost.

While it is being filled again this laptop brings back what it had acknowledged. Afterwards
everything is fetched again and compared; what only this laptop still has is set aside, to be
put back with one press.
"""

from typing import Any, Final  # Any: a batch is JSON

from models.hand import Hand
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.sync.caseload import fetch_all_again
from models.sync.greeting import AHEAD, DIFFERENT, Greeting
from models.sync.laptop_facts import (
    COMPARED,
    FETCHING,
    PARKED,
    STAGE,
    forget_fact,
    read_fact,
    write_fact,
)
from models.sync.restored_rows import mark_all
from models.sync.round import Round
from models.sync.sealing import ACKNOWLEDGED, opened
from models.sync.standing import OPEN, RECOVERING, Standing, change_standing, standing_of

_BYTES_AT_ONCE: Final = 600_000
_BATCHES_AT_ONCE: Final = 50


class OlderCopy(Problem):
    """The shared database answers with less than it had, and nobody has said why."""

    what = N_("The council’s shared database seems to be an older copy of itself.")
    kept = N_("All your work is saved on this laptop. Nothing was sent or fetched.")
    next = N_("Tell your system administrator: it is to be recovered before anybody goes on.")


def meet(under_way: Round) -> bool:
    """See to a restored shared database; whether the round ends here, as while it recovers.

    Raises: OlderCopy, and the Problems of models.sync.link.
    """
    greeting = under_way.greeting
    with under_way.database.reading() as connection:
        standing = standing_of(connection)
    if greeting.state == RECOVERING:
        under_way.report.recovering = True
        _bring_back(under_way, standing)
        return True
    if standing.epoch == greeting.epoch and greeting.witness in (DIFFERENT, AHEAD):
        raise OlderCopy
    if standing.epoch != greeting.epoch:
        with under_way.database.sharing() as hand:
            _begin_anew(hand, greeting)
    return False


def _begin_anew(hand: Hand, greeting: Greeting) -> None:
    """Take over the epoch; where there was another, fetch everything again and compare it."""
    connection = hand.connection
    if standing_of(connection).epoch:
        mark_all(connection, greeting.epoch)
        connection.execute("DELETE FROM stage")
        fetch_all_again(connection)
        for name in (FETCHING, PARKED, STAGE, COMPARED):
            forget_fact(connection, name)
    change_standing(
        connection,
        epoch=greeting.epoch,
        cursor=(0, ""),
        witness=None,
        cases_hash="",
        state=OPEN,
    )


def _bring_back(under_way: Round, standing: Standing) -> None:
    """Park every acknowledged batch that came after what the shared database still has."""
    head = under_way.greeting.seq
    while True:
        with under_way.database.reading() as connection:
            batches, last = _to_park(connection, under_way.greeting.epoch, head)
        if not batches:
            return
        answer = under_way.call("park", {"device": standing.device, "batches": batches})
        if "error" in answer:
            return
        with under_way.database.sharing() as hand:
            fact = {"epoch": under_way.greeting.epoch, "place": last}
            write_fact(hand.connection, PARKED, fact)


def _to_park(connection: Connection, epoch: str, head: int) -> tuple[list[dict[str, Any]], int]:
    """The next batches to bring back, and the place of the last of them."""
    fact = read_fact(connection, PARKED)
    after = int(fact.get("place", 0)) if fact.get("epoch") == epoch else 0
    rows = connection.execute(
        "SELECT place, n, seq, payload FROM outbox WHERE state = ? AND seq > ? AND place > ?"
        " ORDER BY place LIMIT ?",
        (ACKNOWLEDGED, head, after, _BATCHES_AT_ONCE),
    ).fetchall()
    found: list[dict[str, Any]] = []
    size = 0
    for place, n, seq, payload in rows:
        size += len(payload) * 4  # what it takes unpacked, roughly
        if found and size > _BYTES_AT_ONCE:
            break
        found.append({"n": n, "seq": seq, "batch": opened(payload)})
        after = place
    return found, after
