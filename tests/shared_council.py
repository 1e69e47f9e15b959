"""A council's shared database for one test: real PostgreSQL, made from a template in a moment."""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import sql

from models.sync import server_steps
from models.sync.server_people import add_person
from tests import used_databases
from tests.postgres import PostgresServer
from tests.sample import AUTHORITY

TEMPLATE: Final = "waymark_template"
COUNCIL: Final = "Wyrdale Council"
COUNCIL_ID: Final = "019a0000-0000-7000-8000-000000000990"
_numbers = itertools.count(1)
_installed: set[int] = set()  # ports of the servers that have the template
_kept: dict[int, list[str]] = {}  # by port: databases of tests that ended, empty again


@dataclass(frozen=True)
class Person:
    """Somebody of the council, by the login that this test knows them by."""

    login: str
    id: str


class SharedCouncil:
    """One fresh shared database; `admin` is a connection of the superuser."""

    def __init__(self, server: PostgresServer, template: str = "") -> None:
        self.server = server
        self.number = next(_numbers)
        self.authority_id = AUTHORITY
        self.council_id = COUNCIL_ID
        self.people: dict[str, Person] = {}
        self._links: list[Any] = []
        self._direct: dict[str, psycopg.Connection[Any]] = {}
        kept = [] if template else _kept.setdefault(server.port, [])
        made_from = template or template_of(server)
        self.database = kept.pop() if kept else _make(server, self.number, made_from)
        self.admin = _connect(server, self.database)
        self._picture = "" if template else used_databases.picture(self.admin)

    def person(self, login: str, role: str = "iro", authority_id: int = AUTHORITY) -> Person:
        """Add somebody; their login on the server differs from test to test."""
        real = f"{login}-{self.number}"
        added = add_person(
            self.admin, real, login.title(), role, "a long password of ours", authority_id
        )
        self.people[login] = Person(real, added.person_id)
        return self.people[login]

    def second_council(self, authority_id: int, name: str = "Elmford Council") -> str:
        """Put one more council into the same database. Gives its id."""
        return server_steps.add_council(self.admin, name, authority_id).council_id

    def connect(self, login: str) -> psycopg.Connection[Any]:
        """Connect as this person, as somebody with psql would; closed with the council."""
        real = self.people[login].login
        if login not in self._direct or self._direct[login].closed:
            self._direct[login] = _connect(self.server, self.database, real)
        return self._direct[login]

    def call(self, login: str, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Call one function as this person, without any of our own client."""
        words = sql.SQL("SELECT waymark.{}(%s::jsonb)").format(sql.Identifier(name))
        row = self.connect(login).execute(words, (json.dumps(request),)).fetchone()
        assert row is not None
        answer: dict[str, Any] = row[0]
        return answer

    @property
    def url(self) -> str:
        """The address that a laptop is given."""
        return f"postgresql://127.0.0.1:{self.server.port}/{self.database}"

    def link(self, login: str) -> Any:
        """Give a link of this person's own; closed with the council."""
        from models.sync.server_address import WITHOUT_TLS
        from models.sync.shared_database import PgLink

        link = PgLink(self.url, self.people[login].login, "", WITHOUT_TLS)
        self._links.append(link)
        return link

    def one(self, words: str, *values: Any) -> Any:
        """Ask the superuser's connection for one value."""
        row = self.admin.execute(words, values).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Empty the database for the next test, or drop it if the test changed more than rows."""
        for link in self._links:
            link.close()
        for connection in (*self._direct.values(), self.admin):
            connection.close()
        logins = [person.login for person in self.people.values()]
        with _connect(self.server, self.database) as connection:
            is_empty = bool(self._picture) and used_databases.empty(connection, self._picture)
            if is_empty:
                server_steps.add_council(connection, COUNCIL, AUTHORITY, COUNCIL_ID)
        with _connect(self.server, "postgres") as connection:
            if not is_empty:
                connection.execute(f"DROP DATABASE {self.database} WITH (FORCE)".encode())
            for login in logins:
                connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)))
        if is_empty:
            _kept[self.server.port].append(self.database)


def _make(server: PostgresServer, number: int, template: str) -> str:
    name = f"council_{number}"
    with _connect(server, "postgres") as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    with _connect(server, name) as connection:
        server_steps.settle_rights(connection)  # those of a database do not come from a template
    return name


def template_of(server: PostgresServer) -> str:
    """Give the name of the installed database that others are made from; made once a server."""
    if server.port not in _installed:
        with _connect(server, "postgres") as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {TEMPLATE}")
        with _connect(server, TEMPLATE) as connection:
            server_steps.install(connection, COUNCIL, AUTHORITY, COUNCIL_ID)
        _installed.add(server.port)
    return TEMPLATE


def _connect(
    server: PostgresServer, database: str, login: str = "postgres"
) -> psycopg.Connection[Any]:
    return psycopg.connect(
        host="127.0.0.1", port=server.port, dbname=database, user=login, autocommit=True
    )
