"""Whether this laptop has of each child's record what the council has: rows, xor and sum."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Final

from models.every_record import BY_TABLE
from models.plain_reading import Connection
from models.sync.canonical import row_digest
from models.sync.caseload import fetch_again, whole_cases
from models.sync.laptop_facts import COMPARED, read_fact, write_fact
from models.sync.restored_rows import mark_cases
from models.sync.round import Round
from models.sync.staging import staged
from models.sync.standing import from_wire, on_wire

Digest = tuple[int, int, int]
EVERY: Final = timedelta(days=1)
_AT_ONCE: Final = 500


def digest_of(connection: Connection, case_id: str) -> Digest:
    """How many accepted rows of a case are here, and the xor and the sum of their digests."""
    rows: dict[str, int] = {}
    versions: dict[str, int] = {}
    for table in BY_TABLE:
        found = connection.execute(
            f'SELECT id, base_version, base FROM "{table}"'  # noqa: S608 - a table of ours
            " WHERE case_id = ? AND base_version > 0",
            (case_id,),
        )
        for row_id, version, base in found.fetchall():
            versions[row_id] = version
            rows[row_id] = row_digest(row_id, version, json.loads(base))
    for row in staged(connection, case_id):
        if row.version > versions.get(row.id, 0):
            rows[row.id] = row_digest(row.id, row.version, row.data)
    return summed(rows.values())


def summed(digests: Iterable[int]) -> Digest:
    """Bring the digests of rows together, in whatever order they come."""
    count, xored, total = 0, 0, 0
    for each in digests:
        count, xored, total = count + 1, xored ^ each, total + each
    return count, xored, total


def differing(under_way: Round, cases: Collection[str]) -> list[str]:
    """Which of these cases are not here as the council has them.

    Raises: the Problems of models.sync.link.
    """
    found: list[str] = []
    wanted = sorted(cases)
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        answer = under_way.call("digest", {"cases": [on_wire(case_id) for case_id in some]})
        theirs = {from_wire(case): _read(told) for case, told in answer.get("digests", {}).items()}
        with under_way.database.reading() as connection:
            ours = {case_id: digest_of(connection, case_id) for case_id in theirs}
        found += [case_id for case_id in theirs if theirs[case_id] != ours[case_id]]
    return found


def compare_if_due(under_way: Round) -> list[str]:
    """Compare once a day, and after everything was fetched; what differs is fetched again.

    Raises: the Problems of models.sync.link.
    """
    with under_way.database.reading() as connection:
        compared_at = read_fact(connection, COMPARED).get("at")
        cases = whole_cases(connection)
    now = under_way.now()
    if compared_at and abs(now - datetime.fromisoformat(compared_at)) < EVERY:
        return []
    wrong = differing(under_way, cases)
    with under_way.database.sharing() as hand:
        fetch_again(hand.connection, wrong)
        mark_cases(hand.connection, wrong)
        write_fact(hand.connection, COMPARED, {"at": now.isoformat()})
    return wrong


def _read(told: list[str]) -> Digest:
    rows, xored, total = told
    return int(rows), int(xored), int(total)
