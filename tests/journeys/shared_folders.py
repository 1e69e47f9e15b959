"""Folders of laptops that share: made once, copied, and joined to a council."""

import atexit
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any  # a field holds any JSON value

from models.database import Database
from models.first_run import begin_record
from models.security import unlock
from models.sync import joining
from models.sync.values import tables_in_order
from tests.journeys.playing import Clock
from tests.real_program import CHEAP, PASSPHRASE, make_sam
from tests.sample import Sample
from tests.shared_council import SharedCouncil


def sam(folder: Path, *, begun: bool = True) -> Sample:
    """Copy a record with Sam's review, which is begun, or planned only."""
    made_in, made = _with_sam(begun=begun)
    shutil.copytree(made_in, folder)
    return deepcopy(made)


def empty(folder: Path) -> None:
    """Copy a record in which only its owner stands."""
    shutil.copytree(_empty(), folder)


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Database]:
    """Open a record without a window."""
    database = Database.open(folder, unlock.unlock(folder, PASSPHRASE), clock, check=False)
    try:
        yield database
    finally:
        database.close()


def joined(council: SharedCouncil, login: str, database: Database, clock: Clock) -> str:
    """Join a record to the council. Gives the person's id."""
    link, real = council.link(login), council.people[login].login
    laptop = f"{login.title()}’s laptop"
    return joining.join(
        database, link, council.url, real, now=clock, laptop=laptop
    ).person  # fmt: skip


def rows(database: Database, case_id: str) -> dict[str, tuple[str, int, dict[str, Any]]]:
    """Every row of a child as the laptop has it from the council: table, version and fields."""
    found = {}
    with database.reading() as connection:
        for table in tables_in_order():
            told = connection.execute(
                f'SELECT id, base_version, base FROM "{table}" WHERE case_id = ?',  # noqa: S608 - names of ours
                (case_id,),
            )
            for row_id, version, base in told.fetchall():
                data = json.loads(base or "{}")
                filled = {name: value for name, value in data.items() if value is not None}
                found[row_id] = (table, version, filled)
    return found


@cache
def _with_sam(*, begun: bool) -> tuple[Path, Sample]:
    folder = _kept()
    return folder, make_sam(folder, begun=begun)


@cache
def _empty() -> Path:
    folder = _kept()
    key = unlock.create(folder, PASSPHRASE, CHEAP)
    database = Database.create(folder, key, Clock())
    try:
        with database.saving("") as session:
            begin_record(session, "Somebody", "Wyrdale Council")
    finally:
        database.close()
    return folder


def _kept() -> Path:
    made = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made / "record"
