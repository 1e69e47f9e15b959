"""Seals what waits into batches that are never changed again; each is sent as it stands."""

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple  # batches are JSON

from models.conflicts_on_sheet import CONFLICT
from models.hand import Hand
from models.pending import NEW, as_sealed
from models.plain_reading import Connection
from models.record import new_id
from models.sync import held
from models.sync.dirty import KINDS, WaitingRow, is_blank, is_no_change, waiting_rows
from models.sync.operations import (
    LINES_AT_ONCE,
    LONGEST_OP,
    Op,
    Sized,
    in_pieces,
    looked_op,
    packed,
    part_ops,
    row_op,
    sized,
)
from models.sync.registry import SCHEMA
from models.sync.short_rows import SHORT
from models.sync.signing import signed, signs
from models.sync.standing import change_standing, read_standing, standing_of
from models.sync.values import shape_of

SEALED, ACKNOWLEDGED = "sealed", "done"
KEPT_FOR: Final = timedelta(days=120)
"""Longer than any backup of the shared database is kept: what it lost can be brought back."""

IsTyped = Callable[[str, str], bool]


class Batch(NamedTuple):
    """A sealed batch: its place in the order of sealing, and what is sent."""

    place: int
    n: int
    sent: dict[str, Any]


def nobody_types(_table: str, _row_id: str) -> bool:
    """Nothing is held still."""
    return False


def seal(hand: Hand, cases: Collection[str], is_typed: IsTyped = nobody_types) -> int:
    """Seal all that waits of these cases, in the transaction that is open; give how many batches.

    Choices between two versions come first: words that meet a third version after them ask anew.
    Then rows come parents first, then what is signed or removed, then pages; a row that is to be
    put back as soon as nobody types in it waits for that.
    """
    leaving = held.leaving(hand.connection)
    rows = [
        row for row in waiting_rows(hand.connection, cases) if (row.table, row.id) not in leaving
    ]
    rows.sort(key=lambda row: row.table != CONFLICT)
    ops: list[Sized] = []
    for row in rows:
        _tidy(hand, row, is_typed)
        ops += _sealed(hand, row, _plain_names(row), is_typed)
    for row in rows:
        ops += _sealed(hand, row, list(row.dirty()), is_typed)
    ops += _pages(hand.connection, [op for op, _ in ops])
    return _keep(hand, ops)


def seal_at_once(hand: Hand, cases: Collection[str], is_typed: IsTyped) -> int:
    """Seal what is signed in the commit that signs it, so that it goes out as it was seen."""
    return seal(hand, cases, is_typed) if read_standing(hand.connection) else 0


def seal_acts(hand: Hand, acts: Iterable[Mapping[str, Any]]) -> int:
    """Seal acts that are no rows: who may see a child, a laptop that is lost, held work."""
    at = hand.at.isoformat()
    return _keep(hand, [sized({"op": new_id(), "at": at, **act}) for act in acts])


def seal_looked(hand: Hand) -> int:
    """Seal the lines of who looked that have not gone out yet."""
    sealed = 0
    while lines := _looked(hand.connection):
        sealed += _keep(hand, [sized(looked_op(lines))])
        place = hand.connection.execute("SELECT max(place) FROM outbox").fetchone()[0]
        hand.connection.executemany(
            "UPDATE looked SET batch_place = ? WHERE id = ?",
            [(place, line["id"]) for line in lines],
        )
    return sealed


def next_batch(connection: Connection) -> Batch | None:
    """The oldest batch that is not acknowledged."""
    row = connection.execute(
        "SELECT place, n, payload FROM outbox WHERE state = ? ORDER BY place LIMIT 1", (SEALED,)
    ).fetchone()
    return None if row is None else Batch(row[0], row[1], opened(row[2]))


def batches_waiting(connection: Connection) -> int:
    """How many batches are not acknowledged."""
    counted = connection.execute("SELECT count(*) FROM outbox WHERE state = ?", (SEALED,))
    return int(counted.fetchone()[0])


def let_old_go(connection: Connection, now: datetime) -> None:
    """Let go of batches, and of lines of who looked, that were acknowledged long ago."""
    before = (now - KEPT_FOR).isoformat()
    old = "SELECT place FROM outbox WHERE state = ? AND acknowledged_at < ?"
    connection.execute(
        f"DELETE FROM looked WHERE batch_place IN ({old})",  # noqa: S608 - our own words
        (ACKNOWLEDGED, before),
    )
    connection.execute(
        "DELETE FROM outbox WHERE state = ? AND acknowledged_at < ?", (ACKNOWLEDGED, before)
    )


def closed(sent: Mapping[str, Any]) -> bytes:
    """A batch as the outbox keeps it."""
    return zlib.compress(json.dumps(sent, ensure_ascii=False, separators=(",", ":")).encode())


def opened(payload: bytes) -> dict[str, Any]:
    """A batch from the outbox."""
    sent: dict[str, Any] = json.loads(zlib.decompress(payload))
    return sent


def _plain_names(row: WaitingRow) -> list[str]:
    """The fields that need not wait for others; of a new row all, unless it is signed."""
    dirty = row.dirty()
    if row.is_new:
        return [] if signs(row.table, dirty) else list(dirty)
    return [name for name in dirty if name not in KINDS[row.table].exact]


def _sealed(hand: Hand, row: WaitingRow, names: Collection[str], is_typed: IsTyped) -> list[Sized]:
    """Give the operations of these fields of a row, and note in the row that they are sealed."""
    if not names:
        return []
    op = row_op(row, names)
    changes = {name: row.pending[name] for name in names}
    sign = signed(hand.connection, row) if signs(row.table, changes) else None
    if sign is not None:
        op["signed"] = sign
    row.pending = {
        name: as_sealed(each) if name in names else each for name, each in row.pending.items()
    }
    hand.connection.execute(
        f'UPDATE "{row.table}" SET pending = ? WHERE id = ?',  # noqa: S608 - a table of ours
        (json.dumps(row.pending), row.id),
    )
    kept = []
    for piece, length in in_pieces(op):
        if length > LONGEST_OP:
            held.hold(hand, piece, "too_long", is_typed)
        else:
            kept.append((piece, length))
    return kept


def _tidy(hand: Hand, row: WaitingRow, is_typed: IsTyped) -> None:
    """Let go of what was typed and taken back, and mend what no database can hold."""
    if row.version < 0:
        return  # the council's copy is fetched again first
    cells: dict[str, Any] = {}
    before = dict(row.pending)
    fields = {each.name: each for each in shape_of(row.table).fields}
    blank = KINDS[row.table].blank
    for name, change in row.dirty().items():
        new = mended(change[NEW])
        if new != change[NEW]:
            row.pending[name] = {**change, NEW: new}
            cells[name] = fields[name].cell(new)
        elif is_no_change(change) and is_blank(blank.get(name)):
            theirs = row.base.get(name)
            if theirs != new and not (is_blank(theirs) and is_blank(new)):
                if is_typed(row.table, row.id):
                    continue
                cells[name] = fields[name].cell(theirs)
            hand.settle(row.table, row.id, name, row.pending.pop(name))
    if cells or row.pending != before:
        _write(hand, row, cells)


def _write(hand: Hand, row: WaitingRow, cells: Mapping[str, Any]) -> None:
    """Put cells and what is pending into a row; its operations are noted after that."""
    sets = "".join(f', "{name}" = ?' for name in cells)
    hand.connection.execute(
        f'UPDATE "{row.table}" SET pending = ?{sets} WHERE id = ?',  # noqa: S608 - names of ours
        (json.dumps(row.pending), *cells.values(), row.id),
    )
    if cells:
        hand.changed.add(row.table)


def mended(value: Any) -> Any:
    """The same without the characters that PostgreSQL's JSON refuses."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
    if isinstance(value, list):
        return [mended(part) for part in value]
    if isinstance(value, dict):
        return {mended(name): mended(part) for name, part in value.items()}
    return value


def _pages(connection: Connection, ops: Iterable[Op]) -> list[Sized]:
    """The parts of the pages and pictures whose digests go out."""
    found: list[Sized] = []
    for op in ops:
        columns = shape_of(op["table"]).digests if op["kind"] == "row" else ()
        if not columns or "digest" not in op["set"]:
            continue
        whole = connection.execute(
            f'SELECT "{columns[0]}" FROM "{op["table"]}" WHERE id = ?',  # noqa: S608 - names of ours
            (op["id"],),
        ).fetchone()[0]
        if whole is not None:
            found += map(sized, part_ops(op["case"], op["set"]["digest"], whole))
    return found


def _looked(connection: Connection) -> list[dict[str, Any]]:
    rows = connection.execute(
        'SELECT id, case_id, act, what, at FROM looked WHERE batch_place IS NULL ORDER BY "at"'
        " LIMIT ?",
        (LINES_AT_ONCE,),
    )
    return [
        dict(zip(("id", "case", "act", "what", "at"), cells, strict=True))
        for cells in rows.fetchall()
    ]


def _keep(hand: Hand, ops: Iterable[Sized]) -> int:
    """Write batches into the outbox, each with the next number of this device."""
    connection, at = hand.connection, hand.at
    standing = standing_of(connection)
    n = standing.next_n
    for batch in packed(ops):
        sent = {"device": standing.device, "n": n, "schema": SCHEMA, SHORT: True,
                "sealed_at": at.isoformat(), "ops": batch}  # fmt: skip
        if standing.former:
            sent["was"] = standing.former
        connection.execute(
            "INSERT INTO outbox (device_id, n, payload, sealed_at, state) VALUES (?, ?, ?, ?, ?)",
            (standing.device, n, closed(sent), at.isoformat(), SEALED),
        )
        n += 1
    if n != standing.next_n:
        change_standing(connection, next_n=n)
    return n - standing.next_n
