"""Engines that are wrong on purpose: the world must find each of them, or it proves nothing."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Final
from unittest import mock

from models import database
from models.hand import Hand
from models.record import new_id
from models.security import erase
from models.sync import (
    acknowledging,
    arriving,
    device,
    leaving,
    placing,
    restored,
    sending,
)
from models.sync.first_fetch import LAST_ID
from models.sync.sealing import closed, opened
from models.sync.standing import change_standing, standing_of


@dataclass(frozen=True)
class Mutant:
    """One thing that is wrong; `sql` changes the functions of the shared database."""

    name: str
    patches: tuple[tuple[Any, str, Any], ...] = ()
    sql: tuple[tuple[str, str, str], ...] = ()  # function, what stands in it, what is to be there
    seed: int = 0  # the first history to look at
    kind: str = ""  # the kind of history that shows it soonest

    @contextmanager
    def at_large(self, admin: Any) -> Iterator[None]:
        """Let the engine of this process be wrong in this way."""
        with ExitStack() as stack:
            for where, name, to in self.patches:
                stack.enter_context(mock.patch.object(where, name, to))
            for function, old, new in self.sql:
                stack.enter_context(_other_function(admin, function, old, new))
            yield


@contextmanager
def _other_function(admin: Any, function: str, old: str, new: str) -> Iterator[None]:
    """Let one function of the shared database be another for a while."""
    found = admin.execute(
        "SELECT pg_get_functiondef(oid) FROM pg_proc"
        " WHERE pronamespace = 'waymark'::regnamespace AND proname = %s",
        (function,),
    ).fetchall()
    assert len(found) == 1 and old in found[0][0], f"{function} has changed: mend its mutant"
    admin.execute(found[0][0].replace(old, new).encode())
    try:
        yield
    finally:
        admin.execute(found[0][0].encode())


_still_pending = placing._still_pending


def _laundered(shape: Any, before: Any, row: Any) -> dict[str, Any]:
    """What came is taken for what the typist had seen."""
    kept = _still_pending(shape, before, row)
    return {name: {**each, "base": row.data.get(name)} for name, each in kept.items()}


def _cursor_first(under_way: Any) -> None:
    with under_way.database.sharing() as hand:
        change_standing(hand.connection, cursor=(under_way.greeting.seq, LAST_ID))
    cursor = _before(under_way)
    at, more = cursor, True
    while more:
        page = under_way.call("pull", arriving._request(at))
        at, more = arriving._read_cursor(page["cursor"]), bool(page["more"])
        with under_way.database.sharing() as hand:
            arriving.stage(hand.connection, page["rows"])
    arriving._take_in(under_way, cursor=at)


_cursors: dict[int, Any] = {}


def _before(under_way: Any) -> Any:
    return _cursors.pop(id(under_way))


def _cursor_first_begun(under_way: Any) -> None:
    with under_way.database.reading() as connection:
        cursor = standing_of(connection).cursor
    if cursor < (under_way.greeting.seq, ""):
        _cursors[id(under_way)] = cursor
        _cursor_first(under_way)


_ask = sending.ask


def _anew_on_retry(self: Any) -> bool:
    """A batch whose answer was lost is made again, with new ids, on a new device."""
    try:
        return _send_all(self)
    except Exception:
        with self._database.sharing() as hand:
            _with_new_ids(hand)
            device.take_new(hand)
        raise


_send_all = sending.Sender._send_all


def _with_new_ids(hand: Hand) -> None:
    rows = hand.connection.execute("SELECT place, payload FROM outbox WHERE state = 'sealed'")
    for place, payload in rows.fetchall():
        batch = opened(payload)
        ops = [{**op, "op": new_id()} for op in batch["ops"]]
        hand.connection.execute(
            "UPDATE outbox SET payload = ? WHERE place = ?", (closed({**batch, "ops": ops}), place)
        )


def _nothing(*_given: Any, **_named: Any) -> None:
    return None


def _none_unsent(_connection: Any, _cases: Any) -> set[str]:
    return set()


def _dropped(hand: Hand, op: Any, _why: str, _is_typed: Any) -> None:
    """Held work is put back and its words are kept nowhere."""
    from models.sync import held

    held._put_back(hand, op["table"], op["id"], op["set"])


@contextmanager
def _not_whole(connection: Any, at: Any) -> Iterator[Hand]:
    """Every statement is a transaction of its own."""
    connection.execute("PRAGMA foreign_keys=OFF")
    yield Hand(connection, at)


def _in(function: str, old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    return ((function, old, new),)


MUTANTS: Final = (
    Mutant("the base is laundered", ((placing, "_still_pending", _laundered),), seed=1),
    Mutant("an answer clears what was typed after", (
        (acknowledging, "after_acknowledging", _nothing),), seed=3),
    Mutant("the cursor moves before the rows are kept", (
        (arriving, "_pull", _cursor_first_begun),), seed=4, kind="moves"),
    Mutant("what comes wipes what is typed", (
        (placing, "_still_pending", lambda *_told: {}),), seed=1),
    Mutant("nothing is brought back after a restore", (
        (restored, "_bring_back", _nothing),), kind="server"),
    Mutant("the second half of the cursor is lost", (
        (arriving, "_read_cursor", lambda told: (int(told[0]), LAST_ID)),), seed=17),
    Mutant("a batch gets new ids when it is sent again", (
        (sending.Sender, "_send_all", _anew_on_retry),), seed=16),
    Mutant("a record leaves before it is handed in", (
        (leaving, "unsent_cases", _none_unsent),), seed=13, kind="moves"),
    Mutant("mine always wins", sql=_in(
        "_merge_field", "RETURN ROW(theirs, 'both')", "RETURN ROW(mine, 'applied')"), seed=1),
    Mutant("a conflict is kept without my words", sql=_in(
        "_keep_both", "'mine', asked.fields -> of_field,", "'mine', NULL,"), seed=1),
    Mutant("nobody looks whether the signed is what stands", sql=_in(
        "_is_exact", "IF jsonb_typeof(signed)", "RETURN true; IF jsonb_typeof(signed)"), seed=1),
    Mutant("held work is not kept by the council", sql=_in(
        "_keep_held", "BEGIN", "BEGIN RETURN true;"), kind="moves"),
    Mutant("held work is not kept by the laptop", (
        (acknowledging.held, "hold", _dropped),), kind="moves"),
    Mutant("words go into what was removed", sql=_in(
        "_verdict", "IF stays_removed THEN", "IF false THEN"), seed=6),
    Mutant("a grant is no news", sql=_in(
        "_streams", "WHEN m.granted > behind.seq THEN none", "WHEN false THEN none"),
        seed=4, kind="moves"),
    Mutant("a record leaves and the journal stays", (
        (erase, "_owe", _nothing),), seed=5, kind="moves"),
    Mutant("sees without access", sql=_in(
        "_has", "AND a.revoked_seq IS NULL", "") + _in(
        "_streams", "AND a.revoked_seq IS NULL", ""), kind="moves"),
    Mutant("one batch is taken for another", sql=_in(
        "_counted", "AND w.payload_hash = hash", ""), seed=3, kind="clone"),
    Mutant("a transaction is none", ((database, "one_transaction", _not_whole),), seed=30),
)  # fmt: skip


def caught_after(ground: Any, mutant: Mutant, most: int) -> tuple[int, str]:
    """How many histories it took to find this mutant, and what was said; 0 where it got by."""
    from tests.world.world import Broken, World

    with mutant.at_large(ground.admin):
        for seed in range(mutant.seed, mutant.seed + most):
            try:
                World(ground, seed, kind=mutant.kind).live()
            except Broken as found:
                return seed - mutant.seed + 1, str(found).splitlines()[0]
    return 0, ""
