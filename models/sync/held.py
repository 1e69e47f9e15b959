"""Work that the shared database did not take in: its words stay readable here, with the reason."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any, Final  # a field may hold any JSON value

from models.hand import Hand
from models.pending import NEW, is_dirty, is_sealed, never_sealed, unsealed
from models.plain_reading import Connection
from models.record import new_id
from models.sync.leant_on import is_leant_on
from models.sync.standing import standing_of
from models.sync.values import TableShape, shape_of

LEAVING, HELD, ADDED, DROPPED = "leaving", "held", "added", "dropped"
OPEN: Final = (LEAVING, HELD)
SET_ASIDE, JOINED = "set_aside", "joined"
SERVICE_SETS: Final = ("role_may_not_write", "council_sets_this")
"""Why what somebody typed for the whole service is not taken in from them."""
_NOT_THEIRS: Final = frozenset({"no_access", "revoked", "erased"})
IsTyped = Callable[[str, str], bool]


def held_count(connection: Connection) -> int:
    """How many pieces of work are held, but for what belongs to the service and it sets."""
    counted = connection.execute(
        "SELECT count(*) FROM held_work WHERE state IN (?, ?)"
        " AND NOT (case_id = '' AND why IN (?, ?))",
        (LEAVING, HELD, *SERVICE_SETS),
    )
    return int(counted.fetchone()[0])


def leaving(connection: Connection) -> set[tuple[str, str]]:
    """The rows that are put back as soon as nobody types in them; nothing of them is sealed."""
    rows = connection.execute(
        "SELECT table_name, row_id FROM held_work WHERE state = ?", (LEAVING,)
    )
    return set(rows.fetchall())


def hold(hand: Hand, op: Mapping[str, Any], why: str, is_typed: IsTyped) -> None:
    """Keep the words of an operation that was not taken in, and put the row back as it was.

    A row that the council never had leaves its table, with all its words kept; in any other,
    the council's own words stand again. Where somebody types this waits until they have left.
    """
    hand.connection.execute(
        "INSERT OR IGNORE INTO held_work (op_id, case_id, child_called, table_name, row_id,"
        ' fields, why, "at", author_id, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        (
            *(op["op"], op["case"], _called(hand.connection, op["case"])),
            *(op["table"], op["id"], json.dumps(op["set"]), why, hand.at.isoformat()),
            *(standing_of(hand.connection).person, LEAVING),
        ),
    )
    tell(hand, op, list(op["set"]))
    hand.changed.add("held_work")
    let_go(hand, is_typed)


def tell(
    hand: Hand, op: Mapping[str, Any], names: list[str], kind: str = SET_ASIDE
) -> None:  # fmt: skip
    """Note for the page of what came in that these fields were set aside, or joined."""
    hand.connection.execute(
        'INSERT INTO arrival ("at", kind, case_id, table_name, row_id, by_id, fields)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(hand.at.isoformat(), kind, op["case"], op["table"], op["id"]),
            *(standing_of(hand.connection).person, json.dumps(sorted(names))),
        ),
    )
    hand.changed.add("arrival")


def let_go(hand: Hand, is_typed: IsTyped) -> None:
    """Put back every row whose work is held and in which nobody types now.

    A new row to which others belong that stay here stays too, and is sent again once it is
    changed; until then it is shared with nobody, and its words stand among what was set aside.
    """
    while sum(_let_line_go(hand, line, is_typed) for line in _leaving_lines(hand.connection)):
        pass  # what belonged to a row may have gone now


def _leaving_lines(connection: Connection) -> list[tuple[str, str, str, str, str, str]]:
    return list(
        connection.execute(
            "SELECT op_id, table_name, row_id, fields, why, case_id FROM held_work"
            " WHERE state = ?",
            (LEAVING,),
        ).fetchall()
    )


def _let_line_go(
    hand: Hand, line: tuple[str, str, str, str, str, str], is_typed: IsTyped
) -> bool:  # fmt: skip
    op_id, table, row_id, fields, why, case_id = line
    if is_typed(table, row_id):
        return False
    words = json.loads(fields)
    if not still_stands(hand.connection, table, row_id, why, case_id):
        words = _put_back(hand, table, row_id, words)
    elif not _is_to_be_sent_again(hand, table, row_id):
        return False
    hand.connection.execute(
        "UPDATE held_work SET state = ?, fields = ? WHERE op_id = ?",
        (HELD, json.dumps(words), op_id),
    )
    hand.changed.update({table, "held_work"})
    return True


def still_stands(connection: Connection, table: str, row_id: str, why: str, case_id: str) -> bool:
    """Whether a row that the council never had is to stay, for what belongs to it stays."""
    row = _row(connection, table, row_id)
    if row is None or row[0] != 0 or why in _NOT_THEIRS:
        return False
    gone = connection.execute(
        "SELECT 1 FROM shared_case WHERE case_id = ? AND kind = ''", (case_id,)
    ).fetchone()
    return gone is None and is_leant_on(connection, table, row_id)


def _is_to_be_sent_again(hand: Hand, table: str, row_id: str) -> bool:
    """Whether it was changed since; then all of it goes out once more."""
    pending = _row(hand.connection, table, row_id)[2]
    if any(map(is_dirty, pending.values())):
        pending = {name: never_sealed(change) for name, change in pending.items()}
        hand.connection.execute(
            f'UPDATE "{table}" SET pending = ? WHERE id = ?',  # noqa: S608 - a table of ours
            (json.dumps(pending), row_id),
        )
    return not any(map(is_sealed, pending.values()))


def put_council_back(hand: Hand, table: str, row_id: str, sent: Mapping[str, Any]) -> None:
    """Let the council's words stand again in these fields, unless something else was put since."""
    row = _row(hand.connection, table, row_id)
    if row is not None:
        _restore(hand, table, row_id, row, sent)
        hand.changed.add(table)


def decide(op_id: str, *, add: bool) -> dict[str, Any]:
    """The act by which held work is added to the record, or left out of it: seal it as an act."""
    return {"op": new_id(), "kind": "held", "held": op_id, "add": add}


def drop_here(hand: Hand, op_id: str) -> bool:
    """Let go of words that were never sent; say whether these are such words."""
    dropped = hand.connection.execute(
        "UPDATE held_work SET state = ? WHERE op_id = ? AND author_id = '' AND state = ?",
        (DROPPED, op_id, HELD),
    )
    if dropped.rowcount > 0:
        hand.changed.add("held_work")
    return bool(dropped.rowcount > 0)


def _put_back(
    hand: Hand, table: str, row_id: str, sent: dict[str, Any]
) -> dict[str, Any]:  # fmt: skip
    """Undo what was sent; give the words to keep, with what was typed since into a new row."""
    row = _row(hand.connection, table, row_id)
    if row is None:
        return sent
    if row[0] != 0:
        _restore(hand, table, row_id, row, sent)
        return sent
    since = {name: change[NEW] for name, change in row[2].items()}
    words = {**sent, **since, **_whole(hand.connection, shape_of(table), row_id)}
    for name, change in row[2].items():
        hand.settle(table, row_id, name, change)
    hand.connection.execute(
        f'DELETE FROM "{table}" WHERE id = ?',  # noqa: S608 - a table of ours
        (row_id,),
    )
    return words


def _restore(hand: Hand, table: str, row_id: str, row: Any, sent: Mapping[str, Any]) -> None:
    """Drop what was sent from what is pending; the columns hold the council's words again."""
    _, base, pending = row
    fields = {each.name: each for each in shape_of(table).fields}
    cells: dict[str, Any] = {}
    for name, value in sent.items():
        change = pending.get(name)
        if change is None:
            continue
        if change[NEW] == value and name in fields:
            cells[name] = fields[name].cell(base.get(name))
            hand.settle(table, row_id, name, pending.pop(name))
        else:
            pending[name] = unsealed(change, value)
    sets = "".join(f', "{name}" = ?' for name in cells)
    hand.connection.execute(
        f'UPDATE "{table}" SET pending = ?{sets} WHERE id = ?',  # noqa: S608 - names of ours
        (json.dumps(pending), *cells.values(), row_id),
    )


def _row(connection: Connection, table: str, row_id: str) -> Any:
    """Read a row's version, the council's copy of it, and what is pending; or nothing."""
    row = connection.execute(
        f'SELECT base_version, base, pending FROM "{table}" WHERE id = ?',  # noqa: S608 - a table of ours
        (row_id,),
    ).fetchone()
    if row is None:
        return None
    version, base, pending = row
    return version, json.loads(base) if base else {}, json.loads(pending)


def _whole(connection: Connection, shape: TableShape, row_id: str) -> dict[str, str]:
    """The pages or the picture of a row that leaves its table, as text."""
    found = {}
    for name in shape.digests:
        whole = connection.execute(
            f'SELECT "{name}" FROM "{shape.name}" WHERE id = ?',  # noqa: S608 - names of ours
            (row_id,),
        ).fetchone()[0]
        if whole is not None:
            found[name] = base64.b64encode(whole).decode()
    return found


def _called(connection: Connection, case_id: str) -> str:
    """What the child is called, while their record is still here."""
    row = connection.execute(
        "SELECT CASE chosen_name WHEN '' THEN given_name ELSE chosen_name END"
        " FROM child WHERE id = ?",
        (case_id,),
    ).fetchone()
    return "" if row is None else str(row[0])
