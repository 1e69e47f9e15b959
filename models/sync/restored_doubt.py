"""Words that a restored copy may have lost: the history of the row says whether it had them.

A row that was changed again after the restoring has a higher number than it had here, whether
or not what this laptop knew was among what came back. Its words are set aside at once, and let
go when the history shows that they were there and gave way to a newer change.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final  # Any: JSON values

from models.encrypted_file import Driver
from models.sync.laptop_facts import DOUBTFUL, RESTORED, forget_fact, read_fact, write_fact
from models.sync.round import Round
from models.sync.standing import standing_of

_HELD: Final = "held"
_MOST_TOLD: Final = 500  # changes of one row in one answer


def known_to(connection: Driver) -> int:
    """Up to which place in the order of all changes this laptop had what the council had."""
    cursor = standing_of(connection).cursor[0]
    return min(cursor, int(read_fact(connection, RESTORED).get("since", cursor)))


def doubt(connection: Driver, op_id: str) -> None:
    """Let the history be asked about these words, which were set aside just now."""
    if not op_id:
        return
    ops = read_fact(connection, DOUBTFUL).get("ops", {})
    since = read_fact(connection, RESTORED).get("since", 0)
    write_fact(connection, DOUBTFUL, {"ops": {**ops, op_id: since}})


def weigh(under_way: Round) -> None:
    """Ask about all words that are in doubt, and let go of those that were not lost.

    Raises: Stopped, and the other Problems of models.sync.link.
    """
    with under_way.database.reading() as connection:
        ops: dict[str, int] = read_fact(connection, DOUBTFUL).get("ops", {})
        lines = {op_id: _line(connection, op_id) for op_id in ops}
    for op_id, since in ops.items():
        lost: dict[str, Any] | None = None
        if line := lines[op_id]:
            row_id, fields = line
            told = under_way.call("pull", {"what": "history", "row": row_id, "limit": _MOST_TOLD})
            lost = {
                name: value
                for name, value in fields.items()
                if not was_there(told.get("changes", ()), name, value, since)
            }
        with under_way.database.sharing() as hand:
            _settle(hand.connection, op_id, lost)
            hand.changed.add("held_work")


def was_there(changes: Sequence[Mapping[str, Any]], name: str, value: Any, since: int) -> bool:
    """Whether a field held this at that place in the order or behind it.

    What came back stands where it stood before, or behind everything; what is not told is no yes.
    """
    at_since = None
    for change in changes:
        patch = change["patch"] or {}
        if name not in patch:
            continue
        holds = patch[name][1]
        if change["seq"] <= since:
            at_since = holds
        elif holds == value:
            return True
    return bool(at_since == value)


def _line(connection: Driver, op_id: str) -> tuple[str, dict[str, Any]] | None:
    """The row and the words of what is set aside; nothing where somebody has seen to it."""
    found = connection.execute(
        "SELECT row_id, fields FROM held_work WHERE op_id = ? AND state = ?", (op_id, _HELD)
    ).fetchone()
    return None if found is None else (found[0], json.loads(found[1]))


def _settle(connection: Driver, op_id: str, lost: dict[str, Any] | None) -> None:
    """Keep what was lost, and doubt no more; None leaves what somebody has seen to."""
    given = (op_id, _HELD)
    if lost:
        connection.execute(
            "UPDATE held_work SET fields = ? WHERE op_id = ? AND state = ?",
            (json.dumps(lost), *given),
        )
    elif lost is not None:
        connection.execute("DELETE FROM held_work WHERE op_id = ? AND state = ?", given)
    ops = read_fact(connection, DOUBTFUL).get("ops", {})
    ops.pop(op_id, None)
    if ops:
        write_fact(connection, DOUBTFUL, {"ops": ops})
    else:
        forget_fact(connection, DOUBTFUL)
