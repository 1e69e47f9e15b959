"""Rows that are fetched again: what the council's copy lost and this laptop still has is kept.

Until a row has been fetched again its version here is below 0: the number it had, negative.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final  # Any: JSON values

from models.encrypted_file import Driver
from models.every_record import BY_TABLE
from models.hand import Hand
from models.sync.laptop_facts import RESTORED, forget_fact, read_fact, write_fact
from models.sync.placing import Placed
from models.sync.recounting import owe
from models.sync.restored_doubt import doubt, known_to
from models.sync.values import Field, shape_of, tables_in_order
from models.sync.words_kept import NOT_IN_RESTORED_COPY, Words, keep_words

_NEVER_BACK: Final = frozenset({"removed_at", "removed_by"})


def mark_all(connection: Driver, epoch: str) -> None:
    """The council's copy was put back: every row is only what this laptop had before."""
    write_fact(connection, RESTORED, {"epoch": epoch, "since": known_to(connection)})
    for table in BY_TABLE:
        connection.execute(
            f'UPDATE "{table}" SET base_version = -base_version WHERE base_version > 0'  # noqa: S608 - a table of ours
        )


def mark_cases(connection: Driver, cases: Collection[str]) -> None:
    """The rows of these cases are to be fetched again, whatever versions they have here."""
    for table in BY_TABLE:
        connection.execute(
            f'UPDATE "{table}" SET base_version = -base_version WHERE base_version > 0'  # noqa: S608 - a table of ours
            " AND case_id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(cases)),),
        )


def all_is_back(connection: Driver) -> None:
    """Everything has been fetched again after a restoring; else it goes on."""
    if not any(_is_unseen(connection, table) for table in BY_TABLE):
        forget_fact(connection, RESTORED)


def is_restoring(connection: Driver) -> bool:
    """Whether rows are compared with a copy that was put back from a backup."""
    return bool(read_fact(connection, RESTORED))


def set_aside_lost(connection: Driver, placed: Placed, at: datetime) -> None:
    """Keep the words that the council had accepted and that its restored copy is without.

    Where the row has been changed again, its history is asked whether they were lost.
    """
    before, row = placed.before, placed.row
    if before is None or before.version >= 0:
        return
    lost = {
        name: value
        for name, value in before.base.items()
        if name not in _NEVER_BACK and value not in (None, "", []) and value != row.data.get(name)
    }
    words = Words(
        row.table, row.id, row.case_id, lost, NOT_IN_RESTORED_COPY, str(before.updated[0])
    )
    op_id = keep_words(connection, words, at)
    if row.version > -before.version:
        doubt(connection, op_id)


def take_out_unseen(hand: Hand, case_id: str) -> list[str]:
    """Take out rows of a case that were accepted once and that the restored copy has not at all.

    Their words are kept, with anything typed in them since; a row that something unsent belongs
    to is put back at once. Gives the ids of those that went.
    """
    gone: list[str] = []
    restoring = is_restoring(hand.connection)
    for table in reversed(tables_in_order()):
        for lost in _unseen(hand.connection, table, case_id):
            if _is_needed(hand.connection, table, lost.id):
                _send_again(hand.connection, table, lost)
                continue
            words = _words(table, case_id, lost if restoring else replace(lost, base={}))
            keep_words(hand.connection, words, hand.at)
            _take_out(hand.connection, table, lost.id)
            gone.append(lost.id)
        hand.changed.add(table)
    owe(hand.connection, {case_id} if gone else ())
    return gone


def own_words(connection: Driver, table: str, case_id: str, person: str) -> list[Words]:
    """What this person wrote in rows of a case that were not seen since the restoring."""
    lost = _unseen(connection, table, case_id)
    return [_words(table, case_id, each) for each in lost if each.author == person]


def _is_unseen(connection: Driver, table: str) -> bool:
    unseen = f'SELECT 1 FROM "{table}" WHERE base_version < 0 LIMIT 1'  # noqa: S608 - a table of ours
    return connection.execute(unseen).fetchone() is not None


@dataclass(frozen=True, repr=False)
class _Lost:
    id: str
    base: dict[str, Any]
    pending: dict[str, Any]
    author: str


def _unseen(connection: Driver, table: str, case_id: str) -> list[_Lost]:
    found = connection.execute(
        f'SELECT id, base, pending, updated_by FROM "{table}"'  # noqa: S608 - a table of ours
        " WHERE case_id = ? AND base_version < 0 AND id NOT IN (SELECT row_id FROM stage)",
        (case_id,),
    )
    return [
        _Lost(row_id, json.loads(base or "{}"), json.loads(pending), author)
        for row_id, base, pending, author in found.fetchall()
    ]


def _words(table: str, case_id: str, lost: _Lost) -> Words:
    return Words(table, lost.id, case_id, _all_fields(lost), NOT_IN_RESTORED_COPY, lost.author)


def _all_fields(lost: _Lost) -> dict[str, Any]:
    """What the row held: what was typed last, and else what the council had accepted."""
    typed = {name: change["new"] for name, change in lost.pending.items()}
    held = {**lost.base, **typed}
    return {name: value for name, value in held.items() if value is not None}


def _is_needed(connection: Driver, table: str, row_id: str) -> bool:
    """Whether a row that is not lost belongs to this one."""
    return any(
        connection.execute(
            f'SELECT 1 FROM "{other}" WHERE "{each.name}" = ? LIMIT 1',  # noqa: S608 - names of ours
            (row_id,),
        ).fetchone()
        for other, each in _naming(table)
        if each.is_needed
    )


def _send_again(connection: Driver, table: str, lost: _Lost) -> None:
    """Let it wait to be sent as a new row: something that waits to be sent belongs to it."""
    pending = {name: {"base": None, "new": new} for name, new in _all_fields(lost).items()}
    connection.execute(
        f'UPDATE "{table}" SET base = NULL, base_version = 0, pending = ? WHERE id = ?',  # noqa: S608 - a table of ours
        (json.dumps(pending), lost.id),
    )


def _take_out(connection: Driver, table: str, row_id: str) -> None:
    connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608 - a table of ours
    for other, each in _naming(table):
        if not each.is_needed:
            connection.execute(
                f'UPDATE "{other}" SET "{each.name}" = NULL WHERE "{each.name}" = ?',  # noqa: S608 - names of ours
                (row_id,),
            )


def _naming(table: str) -> list[tuple[str, Field]]:
    """Every field that names a row of this table, with the table that it is in."""
    return [
        (other, each)
        for other in tables_in_order()
        for each in shape_of(other).references
        if each.refers_to == table
    ]
