"""What became of work that was held: it was added to the record, left out, or put back here."""

import base64
from typing import TYPE_CHECKING, Any, Final  # a field may hold any JSON value

from sqlalchemy import inspect

from models.every_record import BY_TABLE
from models.record import MergeRule, Shared
from models.sync.held import ADDED, HELD
from models.sync.kept_here import HeldWork
from models.sync.round import Round
from models.sync.standing import standing_of
from models.undo_changes import as_held

if TYPE_CHECKING:
    from models.database import Database

_SET_ONCE: Final = frozenset({MergeRule.FIXED, MergeRule.EXACT, MergeRule.REFERENCE})
_LIMIT: Final = 500


def learn(under_way: Round) -> None:
    """Ask what became of one's own held work, where anything new has happened at all.

    Raises: the Problems of models.sync.link.
    """
    with under_way.database.reading() as connection:
        standing = standing_of(connection)
        held = connection.execute(
            "SELECT count(*) FROM held_work WHERE state = ? AND author_id = ?",
            (HELD, standing.person),
        )
        is_any = held.fetchone()[0] > 0
    if not is_any or under_way.greeting.seq <= standing.cursor[0]:
        return
    answer = under_way.call("pull", {"what": "held", "limit": _LIMIT})
    known = [(each["outcome"], each["op_id"]) for each in answer["held"] if each["outcome"]]
    with under_way.database.sharing() as hand:
        changed = hand.connection.executemany(
            "UPDATE held_work SET state = ? WHERE op_id = ? AND state = 'held'", known
        )
        if changed.rowcount > 0:
            hand.changed.add("held_work")


def put_back(database: "Database", op_id: str, by: str) -> None:
    """Put words that were set aside into the record again, as an edit of this person, now.

    A row that is gone is made again as it was; in one that is there, what was typed is typed
    again, and what can be said only once stays as it is.
    """
    with database.reading() as connection:
        authority = standing_of(connection).authority
    with database.saving(by) as session:
        line = session.get_one(HeldWork, op_id)
        kind = BY_TABLE[line.table_name]
        row = session.get(kind, line.row_id)
        if row is None:
            session.add(_made(kind, line, authority))
        else:
            _type_again(row, line.fields)
        line.state = ADDED


def _made(kind: Any, line: HeldWork, authority: int) -> Shared:  # any mapped class
    columns = {column.key: column.columns[0] for column in inspect(kind).column_attrs}
    fields = {
        name: _value(line.table_name, columns[name].info["merge"], name, value)
        for name, value in line.fields.items()
        if name in columns
    }
    made: Shared = kind(id=line.row_id, authority_id=authority, case_id=line.case_id, **fields)
    return made


def _type_again(row: Shared, fields: dict[str, Any]) -> None:
    table = str(inspect(type(row)).local_table)
    for each in inspect(type(row)).column_attrs:
        rule = each.columns[0].info.get("merge")
        if each.key in fields and rule not in _SET_ONCE and rule is not MergeRule.BY_DIGEST:
            setattr(row, each.key, as_held(table, each.key, fields[each.key]))
    row.removed_at, row.removed_by = None, None


def _value(table: str, rule: MergeRule, name: str, kept: Any) -> Any:
    return base64.b64decode(kept) if rule is MergeRule.BY_DIGEST else as_held(table, name, kept)
