"""An invented council with a shared database of its own, and two laptops that have joined it."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from models.database import Database
from models.first_run import begin_record
from models.plain_reading import Connection
from models.record import new_id
from models.rules.working_days import WorkingDays
from models.security import unlock
from models.security.key_file import Cost
from models.sync import joining, server_steps
from models.sync.exchange import Exchange
from models.sync.registry import SCHEMA
from models.sync.server_address import WITHOUT_TLS
from models.sync.server_people import add_person
from models.sync.shared_database import Connection as AdministratorsConnection
from models.sync.shared_database import PgLink, administering, connect_as_administrator
from models.whose import owner_of
from tools.postgres import PrivatePostgres
from ui import record_place
from ui.record_place import DEMO_MARK, DEMO_PASSPHRASE, DEMO_READY

COUNCIL, NUMBER, DATABASE = "Wrenshire County Council", 901, "waymark"
NUMBERS = ("service", "advocacy_name", "advocacy_phone", "complaints_phone")
CHEAP = Cost(times=1, memory_kib=8 * 1024, lanes=1)  # of records that live for minutes
MOST_ROUNDS = 50
CHILDREN = 12  # enough to look at, and quickly handed in


@dataclass(frozen=True)
class Somebody:
    """One person of the council: their login, their name and what they do."""

    login: str
    name: str
    role: str


IRO = Somebody("nadia.thistlemere", "Nadia Thistlemere", "iro")
SUPPORT = Somebody("joan.fernley", "Joan Fernley", "business_support")
MANAGER = Somebody("ada.merriwether", "Ada Merriwether", "manager")
EVERYBODY = (IRO, SUPPORT, MANAGER)


class SharedCouncil:
    """A private server, the council in it, and the laptops of an IRO and of business support.

    One password lets everybody in; it is made for this run and stands nowhere but in the
    environment of this program.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        told: Callable[[str], None],
        server: PrivatePostgres | None = None,
        children: int = CHILDREN,
    ) -> None:
        self.folder, self._now, self._children = folder, now, children
        self._password = secrets.token_urlsafe(24)
        self._had = os.environ.get("PGPASSWORD")
        told("Starting a private PostgreSQL.")
        self._own = server is None
        self.server = server or PrivatePostgres(password=self._password)
        try:
            if self._own:
                os.environ["PGPASSWORD"] = self._password
            self._set_up()
            told("Inventing a dozen children on the laptop of their IRO.")
            self.iro = self._iros_laptop()
            told("The IRO’s laptop joins and hands everything in.")
            self._join(self.iro, IRO)
            told("The laptop of business support joins and fetches what it may read.")
            self.support = self._empty_laptop()
            self._join(self.support, SUPPORT)
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> "SharedCouncil":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _failure: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop the server and throw its data away."""
        if self._own:
            self.server.stop()
            os.environ.pop("PGPASSWORD")
            if self._had is not None:
                os.environ["PGPASSWORD"] = self._had

    @property
    def address(self) -> str:
        """The address that laptops are given."""
        return f"postgresql://127.0.0.1:{self.server.port}/{DATABASE}"

    def _set_up(self) -> None:
        with administering(self._administrator("postgres")) as server:
            server.execute(f"CREATE DATABASE {DATABASE}")
        with administering(self._administrator(DATABASE)) as connection:
            installed = server_steps.install(connection, COUNCIL, NUMBER)
            self._council_id = installed.council_id
            for one in EVERYBODY:
                add_person(connection, one.login, one.name, one.role, self._password, NUMBER)

    def _administrator(self, database: str) -> AdministratorsConnection:
        return connect_as_administrator(self.server.address(database), tls=WITHOUT_TLS)

    def _iros_laptop(self) -> Path:
        """Make the demo council, as much of it as the IRO's own laptop would hold."""
        place = self.folder / "iro"
        record_place.make_demo(place, CHEAP, self._children)
        database = record_place.open_record(place, DEMO_PASSPHRASE, now=self._now)
        with database.reading() as connection:
            me = owner_of(connection).id
        with database.sharing() as hand:  # what only a manager may give the council
            hand.connection.execute("DELETE FROM plain_word WHERE case_id = ''")
            hand.connection.execute("DELETE FROM staff_member WHERE id <> ?", (me,))
        with database.reading() as connection:
            self._set_numbers(connection)
        database.close()
        return place

    def _set_numbers(self, connection: Connection) -> None:
        """Let the manager set what every letter must carry, as the demo council has it."""
        row = connection.execute(f"SELECT {', '.join(NUMBERS)} FROM council").fetchone()  # noqa: S608 - our own names
        found = dict(zip(NUMBERS, row, strict=True))
        with PgLink(self.address, MANAGER.login, self._password, WITHOUT_TLS) as link:
            op = {
                "op": new_id(),
                "kind": "row",
                "table": "council",
                "id": self._council_id,
                "case": "",
                "set": found,
                "base": dict.fromkeys(NUMBERS, ""),
                "seen": 1,
                "at": self._now().isoformat(),
            }
            batch = {"device": new_id(), "n": 1, "schema": SCHEMA, "ops": [op]}
            answer = link.call("push", {**batch, "sealed_at": self._now().isoformat()})
        if [result["status"] for result in answer["results"]] != ["applied"]:
            raise RuntimeError("the council's numbers were not taken")

    def _empty_laptop(self) -> Path:
        place = self.folder / "business-support"
        place.mkdir()
        key = unlock.create(place, DEMO_PASSPHRASE, CHEAP)
        database = Database.create(place, key, self._now)
        unlock.wipe(key)
        with database.saving("") as session:
            begin_record(session, SUPPORT.name, COUNCIL)
        database.close()
        for mark in (DEMO_MARK, DEMO_READY):  # so that its window opens by itself
            (place / mark).touch()
        return place

    def _join(self, place: Path, who: Somebody) -> None:
        database = record_place.open_record(place, DEMO_PASSPHRASE, now=self._now)
        try:
            with PgLink(self.address, who.login, self._password, WITHOUT_TLS) as link:
                laptop = f"WRE-{place.name}"
                joining.join(database, link, self.address, who.login, now=self._now, laptop=laptop)
                self._share(Exchange(database, link, self._now, _calendar()))
        finally:
            database.close()

    @staticmethod
    def _share(exchange: Exchange) -> None:
        for _round in range(MOST_ROUNDS):
            report = exchange.round()
            if not (report.more_waits or report.sent or report.came):
                return
        raise RuntimeError("the laptop never came to an end of sharing")


def _calendar() -> WorkingDays:
    return WorkingDays.of_england_and_wales()
