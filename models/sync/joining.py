"""Joins the record of somebody who worked alone to the council's shared database."""

import json
from typing import TYPE_CHECKING, Any  # a request is JSON

from models.hand import Hand
from models.pending import NEW
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.record import MergeRule, new_id
from models.sync import lease
from models.sync.greeting import Greeting, greeting
from models.sync.link import PROTOCOL, Link, NoSuchPerson, ServerTooNew, ServerTooOld
from models.sync.registry import SCHEMA, STEWARD, registry
from models.sync.round import Now
from models.sync.standing import (
    NIL_CASE,
    Standing,
    change_standing,
    read_standing,
    write_standing,
)
from models.sync.words_kept import COUNCIL_SETS_THIS, Words, keep_words
from models.version import VERSION
from models.whose import OWNER

if TYPE_CHECKING:
    from models.database import Database


class JoinedAlready(Problem):
    """The record belongs to another council's shared database, or to another person of it."""

    what = N_("This record is already shared, and not under that login.")
    kept = N_("Nothing was changed and nothing was sent.")
    next = N_("Use the login it was joined with. Another person needs a record of their own.")


class NobodyBegun(Problem):
    """The record does not say whose it is."""

    what = N_("This record does not say yet whose it is.")
    kept = N_("Nothing was changed and nothing was sent.")
    next = N_("Say your name and your council in Waymark first, then connect.")


class NotForReviews(Problem):
    """The login is a steward's: it looks after the shared database and reads no records."""

    what = N_("That login looks after the shared database and is not for reviews.")
    kept = N_("Nothing was changed and nothing was sent.")
    next = N_("Ask your administrator for a login of your own as IRO, manager or support.")


def join(
    database: "Database", link: Link, url: str, login: str, *, now: Now, laptop: str = ""
) -> Standing:
    """Become one of the council's laptops: everything kept here is sent as new by the rounds.

    Whoever keeps the record takes the id that the council knows them by, everywhere at once.
    Joined before by the same person, only the address changes.

    Raises: JoinedAlready, NobodyBegun, NotForReviews, and the Problems of models.sync.link.
    """
    with database.reading() as connection:
        before = read_standing(connection)
        if _owner(connection) is None:
            raise NobodyBegun
    device = new_id() if before is None else before.device
    told = _ask(link, device, before, now, laptop)
    if before is not None and (before.council_id, before.person) != (told.council_id, told.person):
        raise JoinedAlready
    with database.sharing() as hand:
        if before is None:
            _take_over(hand, told, device)
        standing = change_standing(hand.connection, url=url, login=login, laptop=laptop)
    finish(database)
    return standing


def finish(database: "Database") -> None:
    """Let the journal follow the new ids; once more if it was cut off before."""
    with database.reading() as connection:
        standing = read_standing(connection)
    if standing is None or not standing.was:
        return
    database.journal.rename(dict(standing.was))
    with database.sharing() as hand:
        change_standing(hand.connection, was=())


def _ask(
    link: Link, device: str, before: Standing | None, now: Now, laptop: str
) -> Greeting:  # fmt: skip
    request: dict[str, Any] = {
        "protocol": PROTOCOL,
        "schema": SCHEMA,
        "app": VERSION,
        "device": device,
        "laptop": laptop,
        "n": 0 if before is None else before.next_n - 1,
        "epoch": None,
        "cursor": [0, NIL_CASE],
        "witness": None,
        "clock": now().isoformat(),
        "cases_hash": None,
        "waiting": 0,
    }
    answer = link.call("hello", request)
    if "error" in answer:
        raise ServerTooNew if answer["error"] == "too_old" else ServerTooOld
    told = greeting(answer)
    if told.is_revoked:
        raise NoSuchPerson
    if told.role == STEWARD:
        raise NotForReviews
    return told


def _take_over(hand: Hand, told: Greeting, device: str) -> None:
    """Take the council's ids in place of our own, in every table, in one transaction."""
    connection = hand.connection
    owner = _owner(connection)
    council = connection.execute("SELECT id FROM council ORDER BY created_at LIMIT 1").fetchone()
    was = [(str(owner), told.person)]
    if council is not None:
        was.append((council[0], told.council_id))
    for table, columns in _texts(connection).items():
        for column in columns:
            for old, new in was:
                connection.execute(
                    f'UPDATE "{table}" SET "{column}" = replace("{column}", ?, ?)'  # noqa: S608 - names of ours
                    f' WHERE instr("{column}", ?) > 0',
                    (old, new, old),
                )
        hand.changed.add(table)
    _take_authority(connection, told.authority)
    standing = Standing(
        told.authority, told.person, told.role, told.council_id, device, council=told.council,
        was=tuple(was),
    )  # fmt: skip
    write_standing(connection, lease.begin(standing, told, hand.at))
    _give_way(hand, "council", told.council_id)
    _give_way(hand, "staff_member", told.person)


def _take_authority(connection: Connection, authority: int) -> None:
    for table in _shared(connection):
        connection.execute(f'UPDATE "{table}" SET authority_id = ?', (authority,))  # noqa: S608 - a table of ours
    connection.execute(
        "UPDATE laptop_fact SET value = json_set(value, '$.authority_id', ?) WHERE name = ?",
        (authority, OWNER),
    )


def _give_way(hand: Hand, table: str, row_id: str) -> None:
    """Let what the council sets come from the council; what was typed here for it is kept."""
    row = hand.connection.execute(
        f'SELECT pending FROM "{table}" WHERE id = ?',  # noqa: S608 - a table of ours
        (row_id,),
    ).fetchone()
    if row is None:
        return
    pending = json.loads(row[0])
    councils = {
        line.field
        for line in registry()
        if line.table == table and line.merge_rule is MergeRule.REFERENCE
    }
    given = {name: pending.pop(name)[NEW] for name in councils & pending.keys()}
    hand.connection.execute(
        f'UPDATE "{table}" SET pending = ? WHERE id = ?',  # noqa: S608 - a table of ours
        (json.dumps(pending), row_id),
    )
    words = {name: value for name, value in given.items() if name != "name" and value}
    if table == "council":  # answered.py lets go of what the council has an answer for
        keep_words(hand.connection, Words(table, row_id, "", words, COUNCIL_SETS_THIS), hand.at)


def _owner(connection: Connection) -> str | None:
    row = connection.execute(
        "SELECT json_extract(value, '$.staff_id') FROM laptop_fact WHERE name = ?", (OWNER,)
    ).fetchone()
    return None if row is None else str(row[0])


def _shared(connection: Connection) -> list[str]:
    found = connection.execute(
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'authority_id'"
    )
    return [name for (name,) in found.fetchall()]


def _texts(connection: Connection) -> dict[str, list[str]]:
    """Every column of every table that an id may stand in, alone or within JSON."""
    found = connection.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND m.name NOT LIKE 'child_search%'"
        " AND m.name NOT LIKE 'sqlite_%'"
        " AND (c.type IN ('TEXT', 'JSON') OR c.type LIKE 'VARCHAR%')"
    )
    columns: dict[str, list[str]] = {}
    for table, column in found.fetchall():
        columns.setdefault(table, []).append(column)
    return columns
