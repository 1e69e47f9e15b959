"""Words that may not stand in the record are kept beside it, where their author can read them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final  # Any: a field may hold any JSON value

from models.encrypted_file import Driver
from models.one_id import one_id

ERASED: Final = "erased"
"""They were typed in a row that was erased meanwhile."""
NOT_IN_RESTORED_COPY: Final = "not_in_restored_copy"
"""The council's copy, restored from a backup, no longer has them."""
NEVER_SAVED: Final = "never_saved"
"""They were typed, the program was cut off, and the child's record has left this laptop."""
HALF_TYPED: Final = "half_typed"
"""They were half typed and not yet added when the child's record left this laptop."""


COUNCIL_SETS_THIS: Final = "council_sets_this"
"""They were typed for the council on a laptop that worked alone, and the council sets them."""


@dataclass(frozen=True, repr=False)
class Words:
    """Fields of one row with the words that are kept, and why."""

    table: str
    row_id: str
    case_id: str
    fields: Mapping[str, Any]
    why: str
    author: str = ""


def keep_words(connection: Driver, words: Words, at: datetime) -> str:
    """Keep them with what the child is called, for the record itself may go; twice keeps once.

    Gives the id they are kept under; "" where there are none.
    """
    if not words.fields:
        return ""
    op_id = _id_of(words)
    connection.execute(
        "INSERT OR IGNORE INTO held_work (op_id, case_id, child_called, table_name, row_id,"
        " fields, why, at, author_id, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'held')",
        (
            op_id,
            words.case_id,
            _called(connection, words.case_id),
            words.table,
            words.row_id,
            json.dumps(dict(words.fields)),
            words.why,
            at.isoformat(),
            words.author,
        ),
    )
    return op_id


def _id_of(words: Words) -> str:
    held = json.dumps(dict(words.fields), sort_keys=True)
    return one_id("held_work", words.table, words.row_id, words.why, held)


def _called(connection: Driver, case_id: str) -> str:
    row = connection.execute(
        "SELECT coalesce(nullif(chosen_name, ''), given_name) FROM child WHERE id = ?", (case_id,)
    ).fetchone()
    return "" if row is None else str(row[0])
