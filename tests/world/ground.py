"""What every history of the world begins from: a council, its people, and four joined laptops."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, Final

import models.record
from models.child import Child
from models.database import Database
from models.first_run import begin_record
from models.record import new_id
from models.review import Review
from models.signs import Note
from models.sync import joining
from models.sync.exchange import Exchange
from tests import sample
from tests.postgres import PostgresServer
from tests.record_copy import copy_record
from tests.sample import KEY
from tests.shared_council import SharedCouncil

PEOPLE: Final = (
    ("ruth", "iro"),
    ("nadia", "iro"),
    ("mara", "manager"),
    ("bo", "business_support"),
)
STEWARD: Final = "stella"
BEGINS: Final = datetime(2026, 8, 12, 9, 0, tzinfo=UTC)
NEWER_FIELD: Final = "mood"
_STAY: Final = ("step", "registry")
_FIRST: Final = 20260812  # of the ids that are the same for every history


def folder_for_worlds() -> Path:
    """A folder in memory where there is one: no world waits for a disk."""
    shm = Path("/dev/shm")  # noqa: S108 - a file system in memory
    made = Path(tempfile.mkdtemp(prefix="waymark-world-", dir=shm if shm.is_dir() else None))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@contextmanager
def ids_from(random: Random) -> Iterator[None]:
    """Let every new id come from a seed, so that a history can be lived through again."""
    ticks = iter(range(1_790_000_000_000_000_000, 10**19, 1_000_000))
    real = models.record.os, models.record.time
    told: Any = models.record
    told.os = SimpleNamespace(urandom=random.randbytes)
    told.time = SimpleNamespace(time_ns=lambda: next(ticks))
    try:
        yield
    finally:
        told.os, told.time = real


class Ground:
    """One installed council that every history of this process is played on, one after another."""

    def __init__(self, server: PostgresServer, step: str = "") -> None:
        """Make it; `step` is SQL that is run once, to make the functions other than they are."""
        self.folder = folder_for_worlds()
        self.people: dict[str, str] = {}
        self.children: list[str] = []
        self.histories = 0
        with ids_from(Random(_FIRST)):
            self.council = SharedCouncil(server)
            self._prepare(step)
            self._people_and_laptops()
        self.keep("base")

    @property
    def admin(self) -> Any:
        """The superuser's connection."""
        return self.council.admin

    def link(self, login: str) -> Any:
        """The one kept connection of this person; histories share it."""
        if login not in self._links:
            self._links[login] = self.council.link(login)
        return self._links[login]

    def begin(self) -> None:
        """Put the council back to what it was before the first history."""
        self.back_to("base")
        self.histories += 1
        if self.histories % 25 == 0:
            self.admin.execute("VACUUM (SKIP_LOCKED)")

    def given(self, person: str) -> set[str]:
        """The cases that this person has at this moment."""
        rows = self.admin.execute(
            "SELECT case_id::text FROM waymark.access WHERE person_id = %s AND revoked_seq IS NULL"
            " AND (until IS NULL OR until > clock_timestamp())",
            (person,),
        )
        return {case for (case,) in rows.fetchall()}

    def readable(self, role: str) -> tuple[set[str], set[tuple[str, str]]]:
        """The tables that this role reads, and the fields that it does not."""
        if role not in self._readable:
            rows = self.admin.execute(
                "SELECT table_name, field, %s = ANY (read_by) FROM waymark.registry", (role,)
            ).fetchall()
            tables = {table for table, _, may in rows if may}
            self._readable[role] = tables, {(table, name) for table, name, may in rows if not may}
        return self._readable[role]

    def keep(self, name: str) -> None:
        """Copy everything that the shared database holds, as a backup does."""
        self.admin.execute("SELECT keep.save(%s)", (name,))

    def back_to(self, name: str) -> None:
        """Put a copy back in the place of what is there."""
        self.admin.execute("SELECT keep.load(%s)", (name,))

    def close(self) -> None:
        """Drop the database and the folders."""
        self.council.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _prepare(self, step: str) -> None:
        self._links: dict[str, Any] = {}
        self._readable: dict[str, tuple[set[str], set[tuple[str, str]]]] = {}
        admin, council = self.council.admin, self.council
        council._picture = ""  # this database is not like others any more: it is dropped
        admin.execute("SET session_replication_role = replica")  # copies pass the triggers
        for table in ("batch", "change", "held", "held_settled", "link", "opened"):
            for trigger in ("stays", "stays_whole"):
                admin.execute(f"ALTER TABLE waymark.{table} ENABLE TRIGGER {trigger}".encode())
        admin.execute(_KEEPING)
        admin.execute(
            "INSERT INTO waymark.registry"
            " SELECT (jsonb_populate_record(r, jsonb_build_object('field', %s::text))).*"
            " FROM waymark.registry AS r WHERE table_name = 'note' AND field = 'words'",
            (NEWER_FIELD,),
        )
        if step:
            admin.execute("SET ROLE waymark_owner")
            admin.execute(step.encode())
            admin.execute("RESET ROLE")

    def _people_and_laptops(self) -> None:
        for login, role in (*PEOPLE, (STEWARD, "steward")):
            self.people[login] = self.council.person(login, role).id
        databases = {login: self._joined(login) for login, _ in PEOPLE}
        for login, name in (("ruth", "Sam"), ("ruth", "Kit"), ("nadia", "Bo")):
            self.children.append(_child(databases[login], self.people[login], name))
        for _ in range(2):
            for login, database in databases.items():
                Exchange(database, self.link(login), lambda: BEGINS, sample.calendar()).round()
        for database in databases.values():
            database.close()

    def _joined(self, login: str) -> Database:
        folder = self.folder / "template" / login
        database = Database.create(folder, KEY, lambda: BEGINS)
        with database.saving("") as session:
            begin_record(session, login.title(), "Wyrdale Council")
        joining.join(
            database, self.link(login), self.council.url, login, now=lambda: BEGINS, laptop=login
        )
        return database

    def laptop_folder(self, login: str, to: Path) -> Path:
        """Copy the record of this person's laptop, as it was before the first history."""
        copy_record(self.folder / "template" / login, to)
        return to


def _child(database: Database, person: str, name: str) -> str:
    """Make a child with one planned review and two notes."""
    case = new_id()
    own = {"authority_id": sample.AUTHORITY, "case_id": case}
    with database.saving(person) as session:
        session.add(Child(**own, id=case, identifier=f"P-{name}", given_name=name,
                          born_on=date(2016, 5, 9), iro_id=person))  # fmt: skip
        session.flush()
        review = Review(**own, child_id=case, number=1, chair_id=person)
        session.add(review)
        session.flush()
        for step in ("A4", "A5"):
            session.add(Note(**own, review_id=review.id, step=step, column="going_well",
                             words=f"{name} {step}"))  # fmt: skip
            session.flush()
    return case


_KEEPING: Final = """
CREATE SCHEMA keep;
CREATE FUNCTION keep.tables() RETURNS SETOF name LANGUAGE sql AS $$
    SELECT relname FROM pg_class WHERE relnamespace = 'waymark'::regnamespace
    AND relkind = 'r' AND relname NOT IN ('step', 'registry') $$;
CREATE FUNCTION keep.save(slot text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t name;
BEGIN
    FOR t IN SELECT * FROM keep.tables() LOOP
        EXECUTE format('CREATE UNLOGGED TABLE IF NOT EXISTS keep.%1$I (LIKE waymark.%2$I)',
            slot || '_' || t, t);
        EXECUTE format('DELETE FROM keep.%1$I', slot || '_' || t);
        EXECUTE format('INSERT INTO keep.%1$I SELECT * FROM waymark.%2$I', slot || '_' || t, t);
    END LOOP;
END $$;
CREATE FUNCTION keep.load(slot text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t name;
BEGIN
    FOR t IN SELECT * FROM keep.tables() LOOP
        EXECUTE format('DELETE FROM waymark.%1$I', t);
        EXECUTE format('INSERT INTO waymark.%2$I SELECT * FROM keep.%1$I', slot || '_' || t, t);
    END LOOP;
END $$;
"""
