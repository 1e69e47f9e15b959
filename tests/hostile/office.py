"""The council that is attacked: people of every role, and five children each of them stands to."""

import json
import uuid
from typing import Any, Final

import psycopg
from psycopg import sql

from models.one_id import one_id
from models.record import new_id
from models.sync.registry import RegistryLine, registry
from tests.models.sync.server.handing_in import HandingIn, Op
from tests.postgres import PostgresServer
from tests.shared_council import SharedCouncil

SECRET: Final = "never-to-be-read"
FOREIGN: Final = 991
# What a child is to everybody who is tried: theirs, nobody's of them, restricted, theirs until
# yesterday, another council's.
STANDINGS: Final = ("own", "other", "restricted", "expired", "foreign")
ROLES: Final = {"ruth": "iro", "mary": "manager", "bob": "business_support", "stew": "steward",
                "gone": "iro", "nobody": "iro"}  # fmt: skip
NOBODYS: Final = str(uuid.UUID(int=0))
DIGEST: Final = "d" * 64
Answer = dict[str, Any]


def lines_of(table: str) -> list[RegistryLine]:
    """The fields of one table."""
    return [line for line in registry() if line.table == table]


TABLES: Final = tuple(dict.fromkeys(line.table for line in registry()))
OF_A_CHILD: Final = tuple(
    table for table in TABLES if table not in ("council", "staff_member", "letter_template")
)


class Office:
    """One council with a row of every kind for every child; kept for the whole package."""

    def __init__(self, server: PostgresServer) -> None:
        self.council = SharedCouncil(server)
        for login, role in ROLES.items():
            self.council.person(login, role)
        for login, role in (("kim", "iro"), ("moe", "manager")):
            self.council.person(login, role)
        self.council.second_council(FOREIGN)
        self.council.person("eve", "iro", FOREIGN)
        self.cases = {standing: new_id() for standing in STANDINGS}
        self.rows = {
            (standing, table): self.cases[standing] if table == "child" else new_id()
            for standing in STANDINGS
            for table in OF_A_CHILD
        }
        for standing in STANDINGS:
            review = self.rows[standing, "review"]
            self.rows[standing, "participation"] = one_id("participation", review)
        self._fill()

    @property
    def server(self) -> PostgresServer:
        """The server that all this is on."""
        return self.council.server

    def person(self, login: str) -> str:
        """The id of somebody."""
        return self.council.people[login].id

    def case(self, standing: str) -> str:
        """The child who is this to everybody."""
        return self.cases[standing]

    def row(self, standing: str, table: str) -> str:
        """The id of the row of this kind."""
        return self.rows[standing, table]

    def run(self, words: str, *values: Any) -> None:
        """Do something as the superuser."""
        self.council.admin.execute(words.encode(), values)

    def ask(self, login: str, name: str, request: Any) -> Answer:
        """Ask and take it back; {"refused": SQLSTATE, "words": ...} where it is refused."""
        connection = self.council.connect(login)
        text = request if isinstance(request, str) else json.dumps(request)
        words = sql.SQL("SELECT waymark.{}(%s::jsonb)").format(sql.Identifier(name))
        try:
            with connection.transaction(force_rollback=True):
                row = connection.execute(words, (text,)).fetchone()
        except psycopg.Error as refused:
            return {"refused": refused.sqlstate, "words": str(refused)}
        assert row is not None
        answer: Answer = row[0]
        return answer

    def told(self, login: str, *ops: Op) -> list[Answer]:
        """Hand in as the first batch of a new laptop and take it back: what became of each."""
        answer = self.ask(login, "push", HandingIn(self.council, login).batch(*ops))
        assert "results" in answer, answer
        results: list[Answer] = answer["results"]
        return results

    def close(self) -> None:
        """Let go of the council."""
        self.council.close()

    def _fill(self) -> None:
        for standing, case in self.cases.items():
            authority = FOREIGN if standing == "foreign" else self.council.authority_id
            owner = self.person("eve" if standing == "foreign" else "kim")
            self.run("INSERT INTO waymark.child_case (authority_id, case_id, restricted, made_by)"
                     " VALUES (%s, %s, %s, %s)", authority, case, standing == "restricted",
                     owner)  # fmt: skip
            self._give(authority, case, owner, "allocated", None)
            for table in OF_A_CHILD:
                self._put(authority, case, owner, table, self.rows[standing, table], standing)
            self._put_beside(authority, case, owner, standing)
        for login in (*ROLES, "kim", "moe"):
            self._give_all(login)
        self.run("UPDATE waymark.person SET revoked_at = now() WHERE id = %s", self.person("gone"))
        self.run("DELETE FROM waymark.login WHERE person_id = %s", self.person("nobody"))

    def _give_all(self, login: str) -> None:
        """Somebody's own child and the one of yesterday; access in the other council is no use."""
        person, role = self.person(login), ROLES.get(login, "manager")
        kind = role if role in ("manager", "business_support") else "cover"
        ours = self.council.authority_id
        if login not in ("kim", "moe"):
            self._give(ours, self.case("own"), person, kind, None)
            self._give(ours, self.case("expired"), person, kind, "2026-01-01T00:00:00Z")
            self._give(FOREIGN, self.case("foreign"), person, kind, None)

    def _give(self, authority: int, case: str, person: str, kind: str, until: str | None) -> None:
        self.run("INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq,"
                 " until) VALUES (%s, %s, %s, %s, 1, %s) ON CONFLICT DO NOTHING",
                 authority, case, person, kind, until)  # fmt: skip

    def _put(
        self, authority: int, case: str, owner: str, table: str, row_id: str, standing: str
    ) -> None:
        data = {line.field: f"{SECRET}-{standing}" for line in lines_of(table) if line.is_text}
        if table == "conflict":
            data |= {"table_name": "note", "field": "words", "outcome": ""}
        data |= {"review_id": self.rows[standing, "review"]} if "review_id" in data else {}
        if table in ("document", "drawing", "letter_picture", "paper_copy"):
            data["digest"] = DIGEST
        self.run("INSERT INTO waymark.row (authority_id, id, case_id, table_name, review_id,"
                 " row_version, server_seq, data, created_by, created_at, updated_by, updated_at,"
                 " schema_v) VALUES (%s, %s, %s, %s, %s, 1, 1, %s, %s, now(), %s, now(), 1)",
                 authority, row_id, case, table, data.get("review_id"), json.dumps(data),
                 owner, owner)  # fmt: skip

    def _put_beside(self, authority: int, case: str, owner: str, standing: str) -> None:
        """What keeps words beside the rows: changes, parts, held work, who looked."""
        secret, place = f"{SECRET}-{standing}", [*self.cases.values()].index(case)
        self.run("INSERT INTO waymark.part VALUES (%s, %s, %s, 0, 1, %s)",
                 authority, case, DIGEST, secret.encode())  # fmt: skip
        self.run("INSERT INTO waymark.opened VALUES (%s, %s, %s, %s, NULL, 'open', %s, now())",
                 authority, new_id(), case, owner, secret)  # fmt: skip
        held = {"op": new_id(), "kind": "row", "case": case, "set": {"words": secret}}
        self.run("INSERT INTO waymark.held VALUES (%s, %s, %s, NULL, %s, 'no_access', %s)",
                 authority, held["op"], owner, case, json.dumps(held))  # fmt: skip
        self.run("INSERT INTO waymark.change SELECT authority_id, 1000 + row_number() OVER (),"
                 " %s, case_id, table_name, id, 1, created_by, NULL, gen_random_uuid(),"
                 " jsonb_build_object('words', jsonb_build_array(NULL, %s::text)), 'grain',"
                 " 'hash', now(), 0, now(), 1 FROM waymark.row WHERE case_id = %s"
                 " ON CONFLICT DO NOTHING", place, secret, case)  # fmt: skip
