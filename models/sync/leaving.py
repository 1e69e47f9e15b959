"""A child's record leaves this laptop when it is somebody else's now; not before all is handed in.

Many at once may be a mistake: then the shared database is asked a second time, and the person
sees the names before anything goes.
"""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final  # Any: JSON values

from models.every_record import BY_TABLE
from models.plain_reading import Connection
from models.security.erase import finish, forget_handed_in, remains, take_off
from models.sync import caseload, held
from models.sync.laptop_facts import LEAVING, PURGED, forget_fact, read_fact, write_fact
from models.sync.round import Round
from models.sync.sealing import SEALED, opened
from models.sync.standing import change_standing, standing_of

if TYPE_CHECKING:
    from models.database import Database

MANY: Final = 5
SHARE: Final = 10  # one in ten, where it is more than one


def leave(under_way: Round) -> None:
    """Take off what is this person's no more, once it is handed in; the report says what went.

    Raises: the Problems of the disk.
    """
    database, report = under_way.database, under_way.report
    _take_off(under_way)
    finish(database)
    with database.reading() as connection:
        taken: list[str] = read_fact(connection, PURGED).get("cases", [])
    report.purged = tuple(each for each in taken if not remains(database, each))


def leave_all(under_way: Round) -> None:
    """Let no child's record stay on a laptop that may read nothing any more.

    What is not handed in yet stays until it is; held words that the council has go as well.
    Raises: the Problems of the disk.
    """
    with under_way.database.sharing() as hand:
        told_of(hand.connection)
        caseload.note_all_gone(hand.connection)
        forget_handed_in(hand.connection)
        hand.changed.add("held_work")
    leave(under_way)


def agree(database: "Database", case_ids: Collection[str]) -> None:
    """The person has seen that these children's records are to leave the laptop together."""
    with database.sharing() as hand:
        fact = read_fact(hand.connection, LEAVING)
        if set(fact.get("cases", [])) <= set(case_ids):
            write_fact(hand.connection, LEAVING, {**fact, "seen": True})


def waits_to_be_seen(connection: Connection) -> list[str]:
    """The children whose records leave once the person has seen it."""
    fact = read_fact(connection, LEAVING)
    return [] if fact.get("seen") or not fact.get("asked_again") else list(fact["cases"])


def is_many(leaving: int, of: int) -> bool:
    """Whether so many leave at once that it may be a mistake."""
    return leaving > MANY or (leaving > 1 and leaving * SHARE > of)


def unsent_cases(connection: Connection, cases: Collection[str]) -> set[str]:
    """Of these, the ones in which something is typed or sealed and not yet handed in."""
    given = (json.dumps(sorted(cases)),)
    unsent: set[str] = set()
    for table in BY_TABLE:
        found = connection.execute(
            f"SELECT DISTINCT case_id FROM \"{table}\" WHERE pending <> '{{}}'"  # noqa: S608 - a table of ours
            " AND case_id IN (SELECT value FROM json_each(?))",
            given,
        )
        unsent |= {case_id for (case_id,) in found.fetchall()}
    sealed = connection.execute("SELECT payload FROM outbox WHERE state = ?", (SEALED,)).fetchall()
    unsent |= {op.get("case", "") for (payload,) in sealed for op in opened(payload)["ops"]}
    return unsent & set(cases)


def is_to_be_told(connection: Connection) -> bool:
    """Whether records have left of which a receipt is to tell, or has told just now."""
    return bool(read_fact(connection, PURGED))


def told_of(connection: Connection) -> None:
    """Forget whose leaving a receipt has told, so that it is told once."""
    fact = read_fact(connection, PURGED)
    if fact and fact["receipt_at"] != _receipt_at(connection):
        forget_fact(connection, PURGED)


def _take_off(under_way: Round) -> None:
    database = under_way.database
    with database.reading() as connection:
        gone = caseload.gone(connection)
        blocked = unsent_cases(connection, gone) if gone else set()
        kept = caseload.count(connection)
    if blocked:
        with database.sharing() as hand:
            held.let_go(hand, database.typing.holds)
            blocked = unsent_cases(hand.connection, gone)
    going = [each for each in gone if each not in blocked]
    if not gone:
        _none_leaves(database)
    is_asked = not under_way.greeting.is_revoked
    if not going or (is_asked and not _may_go(under_way, gone, kept)):
        return
    newest = database.journal.newest()
    for case_id in going:
        with database.sharing() as hand:
            if _is_typed_in(database, hand.connection, case_id):
                continue
            if unsent_cases(hand.connection, [case_id]):
                continue  # typed since we looked
            take_off(hand, case_id, newest, hand.at)
            _note_taken(hand.connection, case_id)


def _none_leaves(database: "Database") -> None:
    with database.reading() as connection:
        if not read_fact(connection, LEAVING):
            return
    with database.sharing() as hand:
        forget_fact(hand.connection, LEAVING)


def _may_go(under_way: Round, gone: Collection[str], of: int) -> bool:
    """Few may go at once; for many ask the shared database again, then the person."""
    with under_way.database.sharing() as hand:
        connection, names = hand.connection, sorted(gone)
        fact = read_fact(connection, LEAVING)
        if not is_many(len(gone), of) and not fact.get("seen"):
            forget_fact(connection, LEAVING)
            return True
        if fact.get("seen") and set(names) <= set(fact["cases"]):
            return True  # a few that are left of many
        if fact.get("cases") != names:
            write_fact(connection, LEAVING, {"cases": names})
            change_standing(connection, cases_hash="")  # the next hello names them all
        elif standing_of(connection).cases_hash:
            write_fact(connection, LEAVING, {**fact, "asked_again": True})
            under_way.report.purge_waits = tuple(names)
    return False


def _is_typed_in(database: "Database", connection: Connection, case_id: str) -> bool:
    for table, row_id in database.typing.rows():
        if table in BY_TABLE:
            found = connection.execute(
                f'SELECT 1 FROM "{table}" WHERE id = ? AND case_id = ?',  # noqa: S608 - a table of ours
                (row_id, case_id),
            )
            if found.fetchone() is not None:
                return True
    return False


def _note_taken(connection: Connection, case_id: str) -> None:
    known = read_fact(connection, PURGED).get("cases", [])
    fact = {"cases": sorted({*known, case_id}), "receipt_at": _receipt_at(connection)}
    write_fact(connection, PURGED, fact)


def _receipt_at(connection: Connection) -> Any:  # a moment as JSON has it, or none
    at = standing_of(connection).receipt_at
    return None if at is None else at.isoformat()
