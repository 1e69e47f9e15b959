"""Whether the shared database holds the very functions, policies and register of this program."""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg

import resources
from models.problems import N_
from models.sync.registry import registry
from models.sync.server_finding import Finding
from models.sync.server_hand import as_owner
from models.sync.server_policies import POLICY_DIGESTS

Connection = psycopg.Connection[Any]
FOLDER: Final = "shared_database"
_MADE: Final = re.compile(
    r"^CREATE(?: OR REPLACE)? FUNCTION waymark\.(\w+)\s*\(.*?\bAS \$\$(.*?)\$\$;",
    re.MULTILINE | re.DOTALL,
)
_BODIES: Final = (
    "SELECT p.proname::text, p.prosrc FROM pg_catalog.pg_proc p"
    " WHERE p.pronamespace = 'waymark'::regnamespace"
)
_POLICIES: Final = (
    "SELECT p.tablename::text, p.policyname::text, coalesce(p.qual, ''),"
    " coalesce(p.with_check, '') FROM pg_catalog.pg_policies p WHERE p.schemaname = 'waymark'"
    " ORDER BY 1, 2"
)
_GUARDS: Final = (
    "SELECT c.relname::text, t.tgname::text, p.proname::text, t.tgtype::integer,"
    " t.tgenabled = 'A' AND t.tgqual IS NULL FROM pg_catalog.pg_trigger t"
    " JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
    " JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid"
    " WHERE c.relnamespace = 'waymark'::regnamespace AND NOT t.tgisinternal"
)
_ROWS, _BEFORE, _INSERT, _DELETE, _UPDATE, _TRUNCATE = 1, 2, 4, 8, 16, 32
# What each trigger runs, and when, as PostgreSQL keeps it.
_TRIGGERS: Final = {
    "stays": ("_stays", _ROWS | _BEFORE | _DELETE | _UPDATE),
    "stays_whole": ("_stays", _BEFORE | _TRUNCATE),
    "into_link": ("_into_link", _ROWS | _BEFORE | _INSERT),
}

_FUNCTION: Final = N_("The function {place} is not the one that this Waymark installs.")
_POLICY: Final = N_("The policies of the table {place} are not those that this Waymark installs.")
_FIELD: Final = N_("What the database knows of {place} is not what this Waymark installs.")
_TRIGGER: Final = N_("A trigger of the table {place} is not the one that this Waymark installs.")


def sources_found(connection: Connection) -> list[Finding]:
    """Give each function, policy, trigger and line of the register that is another one."""
    with as_owner(connection):
        return [
            *_altered("altered_function", _FUNCTION, _bodies_apart(connection)),
            *_altered("altered_policy", _POLICY, _policies_apart(connection)),
            *_altered("altered_trigger", _TRIGGER, _triggers_apart(connection)),
            *_altered("altered_register", _FIELD, _fields_apart(connection)),
        ]


def registry_rows() -> list[tuple[Any, ...]]:  # Any: what psycopg takes as the cells of a row
    """Give the register as the rows of its table."""
    return [
        (
            *(line.table, line.field, line.merge_rule.value, line.kind.value),
            *(line.max_length, line.once, list(line.read_by), list(line.write_by), line.schema_v),
        )
        for line in registry()
    ]


def digest_of_policies(connection: Connection) -> dict[str, str]:
    """Give a digest of what the policies of each table ask."""
    asked: dict[str, list[str]] = {}
    for table, *words in connection.execute(_POLICIES.encode()):
        asked.setdefault(table, []).append("\x1f".join(words))
    return {
        table: hashlib.sha256("\x1e".join(each).encode()).hexdigest()[:32]
        for table, each in asked.items()
    }


def _altered(code: str, words: str, places: Iterable[str]) -> Iterable[Finding]:
    return (Finding(code, words, {"place": place}) for place in sorted(set(places)))


@cache
def _bodies() -> frozenset[tuple[str, str]]:
    """The name and the body of each function, as the steps make them; a later step wins."""
    made: dict[str, set[tuple[str, str]]] = {}
    for path in sorted(resources.path(FOLDER).glob("*.up.sql")):
        of_step: dict[str, set[tuple[str, str]]] = {}
        for name, body in _MADE.findall(resources.text(f"{FOLDER}/{path.name}")):
            of_step.setdefault(name, set()).add((name, body))
        made |= of_step
    return frozenset(pair for pairs in made.values() for pair in pairs)


def _bodies_apart(connection: Connection) -> Iterable[str]:
    there = {(name, body) for name, body in connection.execute(_BODIES.encode())}
    return (name for name, _body in there ^ _bodies())


def _policies_apart(connection: Connection) -> Iterable[str]:
    there = digest_of_policies(connection)
    return (
        table
        for table in there.keys() | POLICY_DIGESTS.keys()
        if there.get(table) != POLICY_DIGESTS.get(table)
    )


def _triggers_apart(connection: Connection) -> Iterable[str]:
    in_links = {"held", "held_settled", "opened"}
    for table, name, runs, when, is_always in connection.execute(_GUARDS.encode()):
        if _TRIGGERS.get(name) != (runs, when) or not is_always:
            yield table
        elif name == "into_link":
            in_links.discard(table)
    yield from in_links


def _fields_apart(connection: Connection) -> Iterable[str]:
    rows = connection.execute("SELECT * FROM waymark.registry").fetchall()
    there, wanted = {row[:2]: row for row in rows}, {row[:2]: row for row in registry_rows()}
    for key in there.keys() | wanted.keys():
        if there.get(key) != wanted.get(key):
            yield ".".join(key)
