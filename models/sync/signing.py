"""What a person signs with: the digest of everything that was on their screen."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final  # a field may hold any JSON value

from sqlalchemy import inspect

from models.every_record import BY_TABLE
from models.pending import NEW, base_to_send
from models.plain_reading import Connection
from models.review import ReviewState
from models.sync.canonical import content_hash
from models.sync.dirty import WaitingRow, as_accepted

_NEVER_IN: Final = frozenset({
    "document", "conflict", "plain_word", "child_letter", "paper_copy", "delivery", "recipient",
    "copy_change", "disclosure_answer", "convening", "invitation", "returned_form",
})  # fmt: skip
_OF_LETTER: Final = ("letter_line", "letter_waiver", "letter_translation")


def signs(table: str, changes: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether these changes finish a review, open a finished one again, or issue a paper."""
    if table == "document":
        return "digest" in changes
    if table != "review" or "state" not in changes:
        return False
    state = changes["state"]
    return ReviewState.FINISHED in (state[NEW], base_to_send(state))


def signed(connection: Connection, row: WaitingRow) -> dict[str, str] | None:
    """What is signed, and its digest as the shared database will work it out.

    Nothing where that was never accepted: nobody else can have changed it.
    """
    if row.table == "review":
        return _signed(connection, "review", row.id, row.case_id)
    review_id = row.pending.get("review_id", {}).get(NEW)
    if review_id is not None:
        return _signed(connection, "review", review_id, row.case_id)
    return _signed(connection, "letter", row.pending["letter_id"][NEW], row.case_id)


def _signed(connection: Connection, kind: str, of: str, case_id: str) -> dict[str, str] | None:
    table, rows = _WHOLES[kind]
    version = connection.execute(
        f'SELECT base_version FROM "{table}" WHERE id = ?',  # noqa: S608 - a table of ours
        (of,),
    ).fetchone()
    if version is None or version[0] == 0:
        return None
    content = content_hash(sorted(rows(connection, of, case_id)))
    return {"aggregate": kind, "id": of, "content": content}


def _of_review(connection: Connection, review_id: str, case_id: str) -> Iterator[Any]:
    for table, kind in BY_TABLE.items():
        if table in _NEVER_IN or table.startswith("letter_"):
            continue
        if table == "review":
            yield from _rows(connection, table, "id", review_id, case_id)
        elif "review_id" in inspect(kind).columns:
            yield from _rows(connection, table, "review_id", review_id, case_id)


def _of_letter(connection: Connection, letter_id: str, case_id: str) -> Iterator[Any]:
    yield from _rows(connection, "child_letter", "id", letter_id, case_id)
    for table in _OF_LETTER:
        yield from _rows(connection, table, "letter_id", letter_id, case_id)


def _rows(
    connection: Connection, table: str, column: str, of: str, case_id: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows as the shared database will have them; one of which nothing was sent is not there."""
    found = connection.execute(
        f'SELECT id, base, pending, base_version FROM "{table}"'  # noqa: S608 - names of ours
        f' WHERE "{column}" = ? AND case_id = ?',
        (of, case_id),
    )
    for row_id, base, pending, version in found.fetchall():
        holds = as_accepted(json.loads(base) if base else None, json.loads(pending))
        if holds or version:
            yield row_id, holds


_WHOLES: Final = {"review": ("review", _of_review), "letter": ("child_letter", _of_letter)}
