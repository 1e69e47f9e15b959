"""Takes a child's record off this laptop, so that no byte of it is left, and proves it.

The rows go in one commit, which also notes what is still to be wiped beside the tables: lines
of the typing journal, freed pages, older backups. `finish` does that, as often as it is cut off.
Held copies of a person's own words stay, because their author must be able to read them.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final  # Any: JSON values

from models import backups
from models.drafts import TABLE as DRAFT
from models.drafts import read_drafts, with_journal
from models.encrypted_file import Driver
from models.every_record import BY_TABLE
from models.half_made import journal_row
from models.hand import Hand
from models.journal import Typed
from models.plain_reading import Connection
from models.recovery import lost_texts
from models.set_aside import let_go
from models.sync.laptop_facts import ERASING, forget_fact, read_fact, write_fact
from models.sync.restored_rows import own_words
from models.sync.sealing import ACKNOWLEDGED, closed, opened
from models.sync.staging import StagedRow
from models.sync.standing import standing_of
from models.sync.values import TableShape, shape_of
from models.sync.words_kept import ERASED, HALF_TYPED, NEVER_SAVED, Words, keep_words

if TYPE_CHECKING:
    from models.database import Database

_ALSO_BY_CASE: Final = ("stage", "arrival", "shared_case")


def take_off(hand: Hand, case_id: str, newest: Iterable[Typed], at: datetime) -> None:
    """Delete every row of one child; `newest` is what the journal holds and was never settled.

    What was typed here and never reached the record, or was half typed, is kept as words.
    """
    connection = hand.connection
    reviews, conflicts = (_ids(connection, table, case_id) for table in ("review", "conflict"))
    rows = {row_id for table in BY_TABLE for row_id in _ids(connection, table, case_id)}
    newest = list(newest)
    _keep_what_never_arrived(connection, case_id, newest, rows, at)
    _keep_drafts(connection, case_id, reviews, newest, at)
    for table in BY_TABLE:
        gone = connection.execute(f'DELETE FROM "{table}" WHERE case_id = ?', (case_id,))  # noqa: S608 - a table of ours
        if gone.rowcount:
            hand.changed.add(table)
    for table in _ALSO_BY_CASE:
        connection.execute(f'DELETE FROM "{table}" WHERE case_id = ?', (case_id,))  # noqa: S608 - a table of ours
    for name in {case_id, *reviews, *conflicts}:
        connection.execute("DELETE FROM undo_step WHERE review_id = ?", (name,))
        connection.execute("DELETE FROM laptop_fact WHERE instr(name, ?)", (name,))
    _cut_out_of_batches(connection, case_id)
    _write_search_again(connection)
    turns = {journal_row(review) for review in reviews}
    _owe(connection, rows | turns)


def take_words(hand: Hand, rows: Sequence[StagedRow], at: datetime) -> None:
    """Leave only the place of rows whose words were erased for good; an unsent word is kept."""
    for row in rows:
        shape = shape_of(row.table)
        found = hand.connection.execute(
            f'SELECT pending FROM "{row.table}" WHERE id = ?',  # noqa: S608 - a table of ours
            (row.id,),
        ).fetchone()
        if found is None:
            continue
        fields = {name: change["new"] for name, change in json.loads(found[0]).items()}
        keep_words(hand.connection, Words(row.table, row.id, row.case_id, fields, ERASED), at)
        _blank(hand.connection, shape, row)
        hand.connection.execute("DELETE FROM undo_step WHERE instr(changes, ?)", (row.id,))
        hand.changed.add(row.table)
    if rows:
        _write_search_again(hand.connection)
        _owe(hand.connection, {row.id for row in rows})


def forget_handed_in(connection: Driver) -> None:
    """Forget a person's own held words where the shared database holds them as well."""
    batches = connection.execute("SELECT payload FROM outbox WHERE state = ?", (ACKNOWLEDGED,))
    ops = {op["op"] for (payload,) in batches.fetchall() for op in opened(payload)["ops"]}
    known = (json.dumps(sorted(ops)),)
    of_them = "FROM held_work WHERE op_id IN (SELECT value FROM json_each(?))"
    rows = connection.execute(f"SELECT row_id {of_them}", known).fetchall()
    connection.execute(f"DELETE {of_them}", known)
    if rows:
        _owe(connection, {row_id for (row_id,) in rows})


def finish(database: "Database") -> bool:
    """Wipe what is left beside the tables; whether it was all done, or is to be tried again.

    Raises: DiskFull, NoRoomForBackup, BackupFailed, DiskFault, FolderMissing, FolderReadOnly.
    """
    with database.reading() as connection:
        rows = read_fact(connection, ERASING).get("rows")
    if rows is None:
        return True
    if not database.journal.forget_rows(rows) or not database.wipe_freed_pages():
        return False
    database.back_up()
    backups.keep_only_newest(database.folder)
    let_go(database.folder)
    with database.sharing() as hand:
        _write_search_again(hand.connection)  # it stands on the numbers of rows
        forget_fact(hand.connection, ERASING)
    return True


def remains(database: "Database", case_id: str) -> tuple[str, ...]:
    """Where anything of this child is still found but held words; nothing once it is gone."""
    with database.reading() as connection:
        tables = [*BY_TABLE, *_ALSO_BY_CASE]
        found = [table for table in tables if _ids_by_case(connection, table, case_id)]
        if read_fact(connection, ERASING):
            found.append(ERASING)
    return tuple(found)


def _keep_what_never_arrived(
    connection: Driver, case_id: str, newest: Iterable[Typed], rows: Collection[str], at: datetime
) -> None:
    of_case = [each for each in newest if each.row_id in rows and each.table != DRAFT]
    for lost in lost_texts(connection, of_case):
        typed = lost.typed
        fields = {typed.field: typed.text}
        words = Words(typed.table, typed.row_id, case_id, fields, NEVER_SAVED, typed.by)
        keep_words(connection, words, at)
    person = standing_of(connection).person
    for table in BY_TABLE:  # after a restoring a child may only seem to be somebody else's
        for own in own_words(connection, table, case_id, person):
            keep_words(connection, own, at)


def _keep_drafts(
    connection: Driver, case_id: str, reviews: Iterable[str], newest: Sequence[Typed], at: datetime
) -> None:
    """Keep what is half typed in a step of a review, or for a choice between two versions."""
    waiting = connection.execute(
        "SELECT id FROM conflict WHERE case_id = ? AND outcome = ''", (case_id,)
    ).fetchall()
    drafts = {review: read_drafts(connection, review) for review in reviews}
    for (conflict,) in waiting:
        drafts[conflict] = with_journal(read_drafts(connection, conflict), newest, conflict, ())
    for row, steps in drafts.items():
        for step, draft in steps.items():
            words = Words(DRAFT, row, case_id, {step: draft.get("words", "")}, HALF_TYPED)
            keep_words(connection, words, at)


def _blank(connection: Driver, shape: TableShape, row: StagedRow) -> None:
    stays = set(BY_TABLE[row.table].ONE_FOR)
    cells: dict[str, Any] = {
        each.name: each.blank
        for each in shape.fields
        if not each.refers_to and each.name not in stays
    }
    cells |= dict(shape.derived) | dict.fromkeys(shape.digests)
    cells |= {"removed_at": row.updated_at, "removed_by": row.updated_by}
    cells |= {"base": json.dumps(row.data), "base_version": row.version, "pending": "{}"}
    told = ", ".join(f'"{name}" = ?' for name in cells)
    connection.execute(
        f'UPDATE "{shape.name}" SET {told} WHERE id = ?',  # noqa: S608 - names of ours
        (*cells.values(), row.id),
    )


def _cut_out_of_batches(connection: Driver, case_id: str) -> None:
    """Acknowledged batches are kept to fill a restored database again, but not with this child."""
    kept = connection.execute(
        "SELECT place, payload FROM outbox WHERE state = ?", (ACKNOWLEDGED,)
    ).fetchall()
    for number, payload in kept:
        batch = opened(payload)
        ops = [op for op in batch["ops"] if op.get("case") != case_id]
        if len(ops) != len(batch["ops"]):
            connection.execute(
                "UPDATE outbox SET payload = ? WHERE place = ?",
                (closed({**batch, "ops": ops}), number),
            )


def _write_search_again(connection: Driver) -> None:
    """The index keeps words of rows that went, until it is written afresh."""
    connection.execute("INSERT INTO child_search (child_search) VALUES ('delete-all')")
    connection.execute(
        "INSERT INTO child_search (rowid, called, name, identifier, social_worker)"
        " SELECT rowid, chosen_name, given_name || ' ' || family_name, identifier, social_worker"
        " FROM child"
    )


def _owe(connection: Driver, rows: Iterable[str]) -> None:
    known = read_fact(connection, ERASING).get("rows", [])
    write_fact(connection, ERASING, {"rows": sorted({*known, *rows})})


def _ids(connection: Connection, table: str, case_id: str) -> list[str]:
    found = connection.execute(f'SELECT id FROM "{table}" WHERE case_id = ?', (case_id,))  # noqa: S608 - a table of ours
    return [row_id for (row_id,) in found.fetchall()]


def _ids_by_case(connection: Connection, table: str, case_id: str) -> bool:
    found = connection.execute(f'SELECT 1 FROM "{table}" WHERE case_id = ? LIMIT 1', (case_id,))  # noqa: S608 - a table of ours
    return found.fetchone() is not None
