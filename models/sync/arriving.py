"""Takes in what others did: pages into the stage, from there into the tables in one commit."""

from typing import TYPE_CHECKING, Any, Final  # Any: JSON values

from models.plain_reading import Connection
from models.rules.working_days import WorkingDays
from models.sync import caseload, digests, first_fetch, held, leaving, parts, restored_doubt
from models.sync.applying import Arrived, Taking, apply_stage
from models.sync.first_fetch import LAST_ID, PAGE_ROWS
from models.sync.recounting import recount_owed
from models.sync.round import Round
from models.sync.sealing import opened
from models.sync.staging import note_staged_to, stage, staged_to
from models.sync.standing import Position, change_standing, on_wire, standing_of

if TYPE_CHECKING:
    from models.database import Database

_OWN_KINDS: Final = frozenset({"row", "part", "looked"})
"""Operations whose answers say all that they changed."""


def receive(under_way: Round) -> None:
    """Take in everything that is new for this person; a poll with nothing new asks nothing.

    Raises: Stopped, and the other Problems of models.sync.link; the Problems of the disk.
    """
    _take_cases(under_way)
    _take_in(under_way)
    _begin_first_fetch(under_way)
    first_fetch.go_on(under_way)
    _pull(under_way)
    parts.bring(under_way)
    if digests.compare_if_due(under_way):
        first_fetch.go_on(under_way)
    restored_doubt.weigh(under_way)
    leaving.leave(under_way)
    recount_owed(under_way.database, under_way.calendar)


def take_in_row(database: "Database", calendar: WorkingDays, table: str, row_id: str) -> None:
    """Let in what came for a row while somebody typed in it, now that they have left it.

    Raises: the Problems of the disk.
    """
    with database.reading() as connection:
        waits = connection.execute("SELECT 1 FROM stage WHERE row_id = ?", (row_id,)).fetchone()
        if waits is None and (table, row_id) not in held.leaving(connection):
            return
    with database.sharing() as hand:
        held.let_go(hand, database.typing.holds)
        apply_stage(hand, Taking(database.typing.holds, hand.at, row_id=row_id))
    recount_owed(database, calendar)


def without_place(connection: Connection) -> list[tuple[str, str]]:
    """The rows, as table and id, that have come and stand in no table yet."""
    found = connection.execute(
        "SELECT json_extract(body, '$[1]'), row_id FROM stage ORDER BY seq, row_id"
    )
    return list(found.fetchall())


def _take_cases(under_way: Round) -> None:
    """Keep whose records are this person's, where hello said that they are others now."""
    greeting = under_way.greeting
    with under_way.database.reading() as connection:
        is_same = standing_of(connection).cases_hash == greeting.cases_hash
        is_told = leaving.is_to_be_told(connection)
    if (greeting.cases is None or is_same) and not is_told:
        return
    with under_way.database.sharing() as hand:
        leaving.told_of(hand.connection)
        if greeting.cases is not None:
            caseload.note_cases(hand.connection, greeting.cases)
            hand.changed.add("shared_case")
            change_standing(hand.connection, cases_hash=greeting.cases_hash)


def _take_in(under_way: Round, cursor: Position | None = None) -> None:
    """Apply what is staged; with the place up to which everything has come, if it has."""
    with under_way.database.reading() as connection:
        is_staged = connection.execute("SELECT 1 FROM stage LIMIT 1").fetchone() is not None
    if not is_staged and cursor is None:
        return
    with under_way.database.sharing() as hand:
        told = apply_stage(hand, Taking(under_way.database.typing.holds, hand.at))
        if cursor is not None:
            note_staged_to(hand.connection, None)
            change_standing(hand.connection, cursor=cursor)
            head = first_fetch.head(hand.connection)
            caseload.note_whole(hand.connection, head, cursor[0])
    _report(under_way, told)
    recount_owed(under_way.database, under_way.calendar)


def _report(under_way: Round, told: Arrived) -> None:
    report = under_way.report
    report.came += len(told.came)
    report.joined += len(told.joined)
    report.conflicts += len(told.conflicts)


def _begin_first_fetch(under_way: Round) -> None:
    """Begin it once on each laptop; children whose record is here already are only compared."""
    with under_way.database.reading() as connection:
        if first_fetch.has_begun(connection):
            return
        here = _with_rows(connection)
    same = here - set(digests.differing(under_way, here)) if here else set()
    total = sum(each.rows for each in under_way.greeting.cases or () if each.case_id not in same)
    with under_way.database.sharing() as hand:
        first_fetch.begin(hand, under_way.greeting.seq, total)
        caseload.note_same(hand.connection, same)


def _with_rows(connection: Connection) -> set[str]:
    """The children of whom something is here that the council has accepted."""
    found = connection.execute(
        "SELECT case_id FROM shared_case WHERE case_id IN (SELECT id FROM child"
        " WHERE base_version > 0)"
    )
    return {case_id for (case_id,) in found.fetchall()}


def _pull(under_way: Round) -> None:
    """Fetch the pages behind the cursor; they are applied when the last of them has come."""
    with under_way.database.reading() as connection:
        cursor, begun = standing_of(connection).cursor, staged_to(connection)
        seq = under_way.greeting.seq
        if begun is None and cursor >= (seq, ""):
            return
        is_own = begun is None and _is_all_own(connection, cursor, seq)
    if is_own:
        _take_in(under_way, cursor=(seq, LAST_ID))
        return
    at, more = begun or cursor, True
    while more:
        page = under_way.call("pull", _request(at))
        at, more = _read_cursor(page["cursor"]), bool(page["more"])
        with under_way.database.sharing() as hand:
            stage(hand.connection, page["rows"])
            note_staged_to(hand.connection, at)
    _take_in(under_way, cursor=at)


def _request(at: Position) -> dict[str, Any]:
    return {"what": "rows", "after": [at[0], on_wire(at[1])], "limit": PAGE_ROWS}


def _read_cursor(told: list[Any]) -> Position:
    return int(told[0]), str(told[1])


def _is_all_own(connection: Connection, cursor: Position, seq: int) -> bool:
    """Whether everything since the cursor was handed in from here, and its answers told it all."""
    if cursor[1] != LAST_ID:
        return False
    sent = connection.execute(
        "SELECT payload FROM outbox WHERE seq > ? AND seq <= ?", (cursor[0], seq)
    ).fetchall()
    if len(sent) != seq - cursor[0]:
        return False
    return all(op["kind"] in _OWN_KINDS for (payload,) in sent for op in opened(payload)["ops"])
