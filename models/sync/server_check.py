"""Looks through the shared database: is the chain whole, is anything orphaned, who may what."""

import uuid
from functools import cache
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg
from sqlalchemy import inspect

from models.every_record import SHARED
from models.problems import N_
from models.sync.server_finding import Finding
from models.sync.server_hand import acting_for, administering, by_itself, told
from models.sync.server_rights import rights_found
from models.sync.server_sources import sources_found

Connection = psycopg.Connection[Any]
MOST_OF_A_KIND: Final = 100  # findings; one that is repeated is known by then
_NOBODYS: Final = uuid.UUID(int=0)

# What waymark._chain_breaks finds of one council, in our words.
_BREAKS: Final = {
    "gap": (
        "seq_missing",
        N_("A number before {place} is missing in the order of council {council}."),
    ),
    "order": ("link_broken", N_("The chain of council {council} is broken at {place}.")),
    "link": ("link_broken", N_("The chain of council {council} is broken at {place}.")),
    "head": (
        "head_moved",
        N_("The clock of council {council} does not stand at the end of its chain ({place})."),
    ),
    "change": (
        "change_altered",
        N_("A change {place} of council {council} is not what was accepted."),
    ),
    "unlinked": (
        "change_unlinked",
        N_("A change {place} of council {council} stands outside the chain."),
    ),
    "blank": (
        "change_emptied",
        N_("A change {place} of council {council} has lost its words, and nobody erased them."),
    ),
    "astray": (
        "line_unlinked",
        N_("Who looked or what is held in council {council} stands outside the chain ({place})."),
    ),
    "row": (
        "row_differs",
        N_("A row of council {council} is not what its changes made of it (number {place})."),
    ),
    "gone": (
        "row_gone",
        N_("A row of council {council} that was written under number {place} is gone."),
    ),
}
_CHAIN: Final = (
    "SELECT b.at_seq::text, b.what FROM (SELECT f.at_seq, f.what, row_number() OVER ("
    " PARTITION BY f.what ORDER BY f.at_seq) AS nth"
    " FROM waymark._chain_breaks(%s::smallint) f) b WHERE b.nth <= %s ORDER BY b.what, b.at_seq"
)

_ORPHANS: Final = (
    (
        "row_without_case",
        N_("Row {place} of council {council} belongs to a child who is not there."),
        "SELECT r.id::text FROM waymark.row r WHERE r.authority_id = %(id)s"
        " AND r.case_id <> %(nobodys)s AND NOT EXISTS (SELECT FROM waymark.child_case c"
        " WHERE c.authority_id = %(id)s AND c.case_id = r.case_id) ORDER BY r.id",
    ),
    (
        "access_without_case",
        N_("Somebody has access to the child {place} of council {council}, who is not there."),
        "SELECT DISTINCT a.case_id::text FROM waymark.access a WHERE a.authority_id = %(id)s"
        " AND NOT EXISTS (SELECT FROM waymark.child_case c"
        " WHERE c.authority_id = %(id)s AND c.case_id = a.case_id)",
    ),
    (
        "access_without_person",
        N_("Access of council {council} is given to {place}, who is not one of its people."),
        "SELECT DISTINCT a.person_id::text FROM waymark.access a WHERE a.authority_id = %(id)s"
        " AND NOT EXISTS (SELECT FROM waymark.person p"
        " WHERE p.authority_id = %(id)s AND p.id = a.person_id)",
    ),
    (
        "case_without_anybody",
        N_("Nobody has the child {place} of council {council}; a manager can allocate them."),
        "SELECT c.case_id::text FROM waymark.child_case c WHERE c.authority_id = %(id)s"
        " AND EXISTS (SELECT FROM waymark.row r WHERE r.authority_id = %(id)s"
        " AND r.case_id = c.case_id AND r.erased_at IS NULL)"
        " AND NOT EXISTS (SELECT FROM waymark.access a WHERE a.authority_id = %(id)s"
        " AND a.case_id = c.case_id AND a.revoked_seq IS NULL)",
    ),
    (
        "person_without_login",
        N_("The person {place} of council {council} has no login."),
        "SELECT p.id::text FROM waymark.person p WHERE p.authority_id = %(id)s"
        " AND NOT EXISTS (SELECT FROM waymark.login l"
        " WHERE l.authority_id = %(id)s AND l.person_id = p.id)",
    ),
    (
        "login_without_person",
        N_("The login {place} of council {council} belongs to nobody."),
        "SELECT l.login::text FROM waymark.login l WHERE l.authority_id = %(id)s"
        " AND NOT EXISTS (SELECT FROM waymark.person p"
        " WHERE p.authority_id = %(id)s AND p.id = l.person_id)",
    ),
    (
        "part_missing",
        N_("Of the pages or pictures {place} of council {council} a part is missing."),
        "SELECT p.digest FROM waymark.part p WHERE p.authority_id = %(id)s"
        " GROUP BY p.case_id, p.digest HAVING count(*) <> max(p.parts) ORDER BY p.digest",
    ),
)
_LINKED: Final = (
    "row_orphaned",
    N_("Row {place} of council {council} leads to a row that is not there."),
    "SELECT DISTINCT r.id::text"
    " FROM unnest(%(tables)s::text[], %(fields)s::text[], %(parents)s::text[]) AS k (t, f, p)"
    " JOIN waymark.row r ON r.authority_id = %(id)s AND r.table_name = k.t"
    " AND r.erased_at IS NULL AND r.data ->> k.f <> ''"
    " LEFT JOIN waymark.row o ON o.authority_id = %(id)s AND o.id::text = r.data ->> k.f"
    " AND o.table_name = k.p AND o.case_id IN (r.case_id, %(nobodys)s)"
    " WHERE o.id IS NULL ORDER BY 1",
)


def check(connection: Connection) -> list[Finding]:
    """Give everything that is not as it should be; nothing when all is well.

    Raises: MayNotAdminister, NotInstalled.
    """
    by_itself(connection)
    with told():
        found = rights_found(connection)
        if any(finding.code == "wrong_owner" for finding in found):
            return found  # the rest cannot be looked at
        found += sources_found(connection)
        for council in _councils(connection):
            with acting_for(connection, council):
                found += _chain_found(connection, council)
                for look in (*_ORPHANS, _LINKED):
                    found += _each(connection, council, look)
    return found


def _councils(connection: Connection) -> list[int]:
    with administering(connection):
        rows = connection.execute("SELECT authority_id FROM waymark.authority ORDER BY 1")
        return [row[0] for row in rows]


def _chain_found(connection: Connection, council: int) -> list[Finding]:
    rows = connection.execute(_CHAIN, (council, MOST_OF_A_KIND))
    return [
        Finding(*_BREAKS[what], {"council": str(council), "place": place}) for place, what in rows
    ]


def _each(connection: Connection, council: int, look: tuple[str, str, str]) -> list[Finding]:
    code, words, query = look
    tables, fields, parents = zip(*_links(), strict=True)
    values = {"id": council, "nobodys": _NOBODYS, "tables": list(tables), "fields": list(fields),
              "parents": list(parents)}  # fmt: skip
    places = connection.execute(query.encode(), values).fetchmany(MOST_OF_A_KIND)
    return [Finding(code, words, {"council": str(council), "place": row[0]}) for row in places]


@cache
def _links() -> tuple[tuple[str, str, str], ...]:
    """Give each field that leads to a row of another kind: table, field, the other's table."""
    return tuple(
        (str(table), column.key, key.column.table.name)
        for table in (inspect(kind).local_table for kind in SHARED)
        for column in table.columns
        for key in column.foreign_keys
    )


__all__ = ["Finding", "check"]
