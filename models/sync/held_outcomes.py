"""What became of work that was held: it was added to the record, left out, or put back here."""

import base64
from typing import TYPE_CHECKING, Any, Final  # a field may hold any JSON value

from sqlalchemy import inspect, select

from models.every_record import BY_TABLE
from models.problems import N_, Problem
from models.record import MergeRule, Shared
from models.sync.held import ADDED, HELD
from models.sync.kept_here import HeldWork
from models.sync.round import Round
from models.sync.standing import standing_of
from models.sync.values import shape_of
from models.undo_changes import as_held

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.database import Database


class NoPlaceForIt(Problem):
    """What the words belonged to is not on this laptop any more."""

    what = N_("These words cannot be put back: what they belonged to is no longer on this laptop.")
    kept = N_("The words stay here, where you can read and copy them.")
    next = N_("Copy them, and give them to the IRO who has this child's record now.")


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

    Raises: NoPlaceForIt.
    """
    with database.reading() as connection:
        authority = standing_of(connection).authority
    with database.saving(by) as session:
        _put_line_back(session, session.get_one(HeldWork, op_id), authority)


def _put_line_back(session: "Session", line: HeldWork, authority: int) -> None:
    """Put one back; what it belongs to comes first, where that was set aside with it."""
    if line.table_name not in BY_TABLE:
        raise NoPlaceForIt
    kind = BY_TABLE[line.table_name]
    row = session.get(kind, line.row_id)
    if row is not None:
        _type_again(row, line.fields)
    else:
        session.add(_made(kind, _with_a_place(session, line, authority), authority))
    line.state = ADDED
    session.flush()


def _with_a_place(session: "Session", line: HeldWork, authority: int) -> HeldWork:
    """See that what this row names is there; what it can do without is left out.

    Raises: NoPlaceForIt.
    """
    fields = dict(line.fields)
    for each in shape_of(line.table_name).references:
        named = fields.get(each.name)
        if named is None or session.get(BY_TABLE[each.refers_to], named) is not None:
            continue
        parent = select(HeldWork).where(HeldWork.row_id == named, HeldWork.state == HELD)
        found = session.scalars(parent).first()
        if found is not None:
            _put_line_back(session, found, authority)
        elif each.is_needed:
            raise NoPlaceForIt
        else:
            del fields[each.name]
    line.fields = fields
    return line


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
