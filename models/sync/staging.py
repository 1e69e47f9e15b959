"""Pages that have come wait here, until the last of them is there; each is kept as it comes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any  # JSON values

from models.encrypted_file import Driver
from models.plain_reading import Connection
from models.sync.laptop_facts import STAGE, forget_fact, read_fact, write_fact
from models.sync.standing import Position, from_wire


@dataclass(frozen=True, repr=False)
class StagedRow:
    """One row as the shared database has it; `case_id` is empty for what is the council's."""

    seq: int
    table: str
    id: str
    case_id: str
    version: int
    data: dict[str, Any]
    created_by: str
    created_at: str | None
    updated_by: str
    updated_at: str | None

    @classmethod
    def of(cls, wire: Sequence[Any]) -> "StagedRow":
        """Read one row of a page."""
        seq, table, row_id, case_id, *rest = wire
        return cls(seq, table, row_id, from_wire(case_id or ""), *rest)

    @property
    def is_erased(self) -> bool:
        """Whether the words of this row were erased for good."""
        return self.data == {"erased": True}

    def __repr__(self) -> str:
        """Leave out the words, so that they reach no log."""
        return f"StagedRow({self.table!r}, {self.id!r}, version={self.version})"


def stage(connection: Driver, page: Iterable[Sequence[Any]]) -> None:
    """Put a page into the stage; a newer version of a row takes the place of an older one."""
    connection.executemany(
        "INSERT INTO stage (row_id, seq, case_id, body) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (row_id) DO UPDATE SET seq = excluded.seq, body = excluded.body"
        " WHERE json_extract(excluded.body, '$[4]') >= json_extract(stage.body, '$[4]')",
        [(wire[2], wire[0], from_wire(wire[3] or ""), json.dumps(list(wire))) for wire in page],
    )


def staged(connection: Connection, case_id: str | None = None) -> list[StagedRow]:
    """What waits, in the order it was accepted; of one case, if one is named."""
    rest, given = ("", ()) if case_id is None else (" WHERE case_id = ?", (case_id,))
    found = connection.execute(
        f"SELECT body FROM stage{rest} ORDER BY seq, row_id",  # noqa: S608 - our own words
        given,
    )
    return [StagedRow.of(json.loads(body)) for (body,) in found.fetchall()]


def unstage(connection: Connection, row_ids: Iterable[str]) -> None:
    """Let these rows leave the stage."""
    connection.execute(
        "DELETE FROM stage WHERE row_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(row_ids)),),
    )


def staged_to(connection: Connection) -> Position | None:
    """Where the last page ended, while pages wait for the rest of them."""
    at = read_fact(connection, STAGE).get("at")
    return None if at is None else (int(at[0]), str(at[1]))


def note_staged_to(connection: Connection, at: Position | None) -> None:
    """Remember where a page ended; nothing, when all of them have come."""
    if at is None:
        forget_fact(connection, STAGE)
        return
    write_fact(connection, STAGE, {"at": list(at)})


def end_of(page: Sequence[Sequence[Any]]) -> Position:
    """Where a page ends: the next one begins after it."""
    return int(page[-1][0]), str(page[-1][2])
