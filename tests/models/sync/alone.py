"""A laptop that shares with nobody yet: it seals, and is answered by hand."""

import json
from typing import Any

from models.database import Database
from models.every_record import BY_TABLE
from models.record import new_id
from models.sync import acknowledging
from models.sync.dirty import dirty_cases
from models.sync.round import RoundReport
from models.sync.sealing import Batch, next_batch, seal
from models.sync.standing import Standing, write_standing
from tests.sample import AUTHORITY, Sample

DEVICE = "019a0000-0000-7000-8000-0000000000d1"


def share(database: Database, sam: Sample) -> None:
    """Let the laptop know whose it is; nothing has gone out."""
    with database.sharing() as hand:
        standing = Standing(AUTHORITY, sam.iro_id, "iro", new_id(), DEVICE)
        write_standing(hand.connection, standing)


def everything_accepted(database: Database, sam: Sample) -> None:
    """Let the laptop share, and the council have all that is on it."""
    share(database, sam)
    with database.sharing() as hand:
        for table in BY_TABLE:
            rows = hand.connection.execute(f'SELECT id, pending FROM "{table}"').fetchall()  # noqa: S608
            for row_id, pending in rows:
                held = {name: each["new"] for name, each in json.loads(pending).items()}
                hand.connection.execute(
                    f"UPDATE \"{table}\" SET base = ?, base_version = 1, pending = '{{}}'"  # noqa: S608
                    " WHERE id = ?",
                    (json.dumps(held), row_id),
                )


def seal_all(database: Database) -> None:
    """Seal whatever waits."""
    with database.reading() as connection:
        cases = dirty_cases(connection)
    with database.sharing() as hand:
        seal(hand, cases, database.typing.holds)


def batch_of(database: Database) -> Batch:
    """The oldest batch that is not acknowledged."""
    with database.reading() as connection:
        batch = next_batch(connection)
    assert batch is not None
    return batch


def ops_of(database: Database) -> list[dict[str, Any]]:
    """The operations of the oldest batch."""
    found: list[dict[str, Any]] = batch_of(database).sent["ops"]
    return found


def answer(database: Database, batch: Batch, seq: int = 9, **result: Any) -> RoundReport:
    """Acknowledge a batch: every operation has the same result, applied where none is said."""
    report = RoundReport()
    results = [{"op": op["op"], "status": "applied", **result} for op in batch.sent["ops"]]
    told = {"seq": seq, "head": "aa", "results": results}
    with database.sharing() as hand:
        acknowledging.acknowledge(hand, batch, told, database.typing.holds, report)
    return report


def pending(database: Database, table: str, row_id: str) -> dict[str, Any]:
    """What a row holds that is not acknowledged."""
    with database.reading() as connection:
        row = connection.execute(
            f'SELECT pending FROM "{table}" WHERE id = ?',  # noqa: S608 - a test's own names
            (row_id,),
        ).fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found
