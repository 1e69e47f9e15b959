"""Pages and pictures come by the digest of the whole, in parts, when somebody wants them soon."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from models.hand import Hand
from models.plain_reading import Connection
from models.sync.laptop_facts import BROUGHT, PARTS, WANTED, forget_fact, read_fact, write_fact
from models.sync.round import Round
from models.sync.standing import on_wire, standing_of
from models.sync.values import shape_of

if TYPE_CHECKING:
    from models.database import Database

SOON: Final = timedelta(days=14)
_AT_ONCE: Final = 4  # parts in one question: about a megabyte at most
_TABLES: Final = ("letter_picture", "drawing", "paper_copy", "returned_form", "document")


@dataclass(frozen=True)
class Wanted:
    """A picture, or the pages of a paper, that has not come to this laptop."""

    table: str
    case_id: str
    digest: str


def bring(under_way: Round) -> int:
    """Bring what the next days need; gives how many came whole.

    Raises: Stopped, and the other Problems of models.sync.link.
    """
    until = (under_way.now() + SOON).date().isoformat()
    with under_way.database.reading() as connection:
        tried = {"seq": standing_of(connection).cursor[0], "until": until}
        asked = _asked_for(connection)
        if not asked and read_fact(connection, BROUGHT) == tried:
            return 0  # what did not come then has not been handed in since
        wanted = [*asked, *wanted_soon(connection, until)]
    came = fetch(under_way, list(dict.fromkeys(wanted)))
    with under_way.database.sharing() as hand:
        write_fact(hand.connection, BROUGHT, tried)
        forget_fact(hand.connection, WANTED)
    return came


def want(database: "Database", table: str, row_id: str) -> None:
    """Somebody wants to see the pages of this row: the next round brings them."""
    with database.sharing() as hand:
        rows = read_fact(hand.connection, WANTED).get("rows", [])
        if [table, row_id] not in rows:
            write_fact(hand.connection, WANTED, {"rows": [*rows, [table, row_id]]})


def fetch(under_way: Round, wanted: Sequence[Wanted]) -> int:
    """Bring these, part by part; what has come stays when the rest is cut off.

    Raises: Stopped, and the other Problems of models.sync.link.
    """
    came = 0
    for at, each in enumerate(wanted):
        under_way.progress("pages", at, len(wanted))
        came += _fetch_one(under_way, each)
    return came


def wanted_soon(connection: Connection, until: str) -> list[Wanted]:
    """What is not here and is needed by then (a day as text): small pictures first, then papers.

    The council's pictures; and of the children who have a review until then or under way, their
    pictures, the drawings, and the papers of their last two reviews. Copies that have not gone
    out are needed whenever their review was.
    """
    soon = _soon(connection, until)
    papers, copies = _last_papers(connection), _copies_on_their_way(connection)
    found: list[Wanted] = []
    for table in _TABLES:
        for wanted, row_id in _missing(connection, table):
            is_due = not wanted.case_id or wanted.case_id in soon or row_id in copies
            if is_due and (table != "document" or row_id in papers):
                found.append(wanted)
    return list(dict.fromkeys(found))


def _asked_for(connection: Connection) -> list[Wanted]:
    rows: list[list[str]] = read_fact(connection, WANTED).get("rows", [])
    return [each for table, row_id in rows for each in wanted_of(connection, table, row_id)]


def wanted_of(connection: Connection, table: str, row_id: str) -> list[Wanted]:
    """What is not here of one row, for somebody who wants to see it now."""
    return [wanted for wanted, found in _missing(connection, table) if found == row_id]


def _missing(connection: Connection, table: str) -> list[tuple[Wanted, str]]:
    column = shape_of(table).digests[0]
    found = connection.execute(
        f'SELECT case_id, digest, id FROM "{table}"'  # noqa: S608 - names of ours
        f" WHERE \"{column}\" IS NULL AND digest <> '' AND removed_at IS NULL ORDER BY id DESC"
    )
    return [(Wanted(table, case, digest), row_id) for case, digest, row_id in found.fetchall()]


def _soon(connection: Connection, until: str) -> set[str]:
    found = connection.execute(
        "SELECT id FROM child WHERE booked_on <= ? OR review_due_on <= ?"
        " UNION SELECT case_id FROM review WHERE state IN ('open', 'adjourned')"
        " AND removed_at IS NULL",
        (until, until),
    )
    return {case_id for (case_id,) in found.fetchall()}


def _last_papers(connection: Connection) -> set[str]:
    """The newest version of each paper of the last two reviews that have papers, and letters."""
    found = connection.execute(
        "SELECT id FROM (SELECT d.id, dense_rank() OVER (PARTITION BY d.case_id"
        " ORDER BY r.number DESC) AS back, row_number() OVER (PARTITION BY d.review_id, d.kind"
        " ORDER BY d.version DESC) AS nth FROM document AS d JOIN review AS r"
        " ON r.id = d.review_id WHERE d.removed_at IS NULL) WHERE back <= 2 AND nth = 1"
    )
    return {row_id for (row_id,) in found.fetchall()}


def _copies_on_their_way(connection: Connection) -> set[str]:
    """The released copies that nobody was sent yet, or that came back."""
    found = connection.execute(
        "SELECT c.id FROM paper_copy AS c WHERE c.removed_at IS NULL AND (NOT EXISTS ("
        "SELECT 1 FROM delivery AS d WHERE d.copy_id = c.id AND d.removed_at IS NULL"
        " AND d.step IN ('posted', 'emailed', 'handed', 'filed', 'withdrawn')) OR EXISTS ("
        "SELECT 1 FROM delivery AS d WHERE d.copy_id = c.id AND d.removed_at IS NULL"
        " AND d.step IN ('returned', 'sent_again')))"
    )
    return {row_id for (row_id,) in found.fetchall()}


def _fetch_one(under_way: Round, wanted: Wanted) -> int:
    """Ask for the parts that are not here yet; any of them tells how many there are."""
    while missing := _missing_parts(under_way, wanted):
        asked = [[on_wire(wanted.case_id), wanted.digest, part] for part in missing[:_AT_ONCE]]
        came = under_way.call("pull", {"what": "parts", "wants": asked})["parts"]
        if not came:
            return 0  # whoever issued it has not handed the pages in yet
        with under_way.database.sharing() as hand:
            for _digest, part, of, piece in came:
                write_fact(hand.connection, _name(wanted, int(part)), {"of": of, "bytes": piece})
    with under_way.database.sharing() as hand:
        return _put_together(hand, wanted)


def _missing_parts(under_way: Round, wanted: Wanted) -> list[int]:
    with under_way.database.reading() as connection:
        here = _parts_here(connection, wanted)
        if not here:
            return [0]
        of = int(read_fact(connection, _name(wanted, min(here)))["of"])
    return [part for part in range(of) if part not in here]


def _put_together(hand: Hand, wanted: Wanted) -> int:
    """Write the whole where its digest is named; parts that do not make it up are let go."""
    names = [_name(wanted, part) for part in sorted(_parts_here(hand.connection, wanted))]
    pieces = [read_fact(hand.connection, name)["bytes"] for name in names]
    whole = b"".join(map(base64.b64decode, pieces))
    for name in names:
        forget_fact(hand.connection, name)
    if hashlib.sha256(whole).hexdigest() != wanted.digest:
        return 0
    column = shape_of(wanted.table).digests[0]
    hand.connection.execute(
        f'UPDATE "{wanted.table}" SET "{column}" = ? WHERE case_id = ? AND digest = ?',  # noqa: S608 - names of ours
        (whole, wanted.case_id, wanted.digest),
    )
    hand.changed.add(wanted.table)
    return 1


def _parts_here(connection: Connection, wanted: Wanted) -> set[int]:
    start = _name(wanted, 0)[:-1]
    found = connection.execute(
        "SELECT name FROM laptop_fact WHERE substr(name, 1, ?) = ?", (len(start), start)
    )
    return {int(name[len(start) :]) for (name,) in found.fetchall()}


def _name(wanted: Wanted, part: int) -> str:
    return f"{PARTS} {wanted.case_id} {wanted.digest[:32]} {part}"
