"""Where records lie on this computer, and how one is opened."""

import getpass
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from models import backups
from models.atomic_file import settle
from models.database import Database
from models.disk_problems import told
from models.first_facts import NOT_YET, FirstNumbers
from models.opening import RECORD_NAME
from models.private_files import make_folder
from models.problems import N_, FolderMissing, Problem, RecordExists
from models.rules.working_days import WorkingDays
from models.security import unlock
from models.security.key_file import Cost
from ui.language import _

if TYPE_CHECKING:
    from models.recovery import Recovery

DEMO_PASSPHRASE = "kit likes blue boats"  # noqa: S105 of an invented council, told to everyone
DEMO_MARK, DEMO_READY = "demo-council", "demo-council-ready"
BEING_MADE = "being-made"
_MADE_WITH_A_RECORD = ("key.json*", "record.db*", "journal.*", "reserve.*", "in-use.lock")


def now() -> datetime:
    """The moment it is here, with the zone of this computer."""
    return datetime.now().astimezone()


def own_folder() -> Path:
    """The folder of this person's record: never one that is synchronised elsewhere."""
    return user_data_path("Waymark", appauthor=False) / "record"


def demo_folder() -> Path:
    """The folder of the demo council."""
    return user_data_path("Waymark", appauthor=False) / "demo"


class NotADemo(Problem):
    """The folder named for the demo council holds something else."""

    what = N_("That folder holds something other than the demo council.")
    kept = N_("Nothing in it was touched.")
    next = N_("Name another folder, or leave the folder out.")


def forget_demo(folder: Path) -> None:
    """Throw the demo council away, so that it begins again.

    Raises: NotADemo for a folder that the demo did not make.
    """
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not (folder / DEMO_MARK).exists():
        raise NotADemo
    shutil.rmtree(folder)


def make_demo(folder: Path, cost: Cost | None = None, children: int | None = None) -> None:
    """Make the demo council, or so many children of it, in this folder unless it is there.

    Raises: NotADemo, and what making a record raises.
    """
    from models.demo.council import demo_council
    from ui.demo_papers import make_papers

    if unlock.is_set_up(folder) and (folder / DEMO_READY).exists():
        return
    forget_demo(folder)  # begun and cut off: nothing of a person's is in it
    make_folder(folder)
    (folder / DEMO_MARK).touch()
    key = unlock.create(folder, DEMO_PASSPHRASE, cost)
    database = Database.create(folder, key, now)
    try:
        calendar, today = WorkingDays.of_england_and_wales(), now().date()
        with database.saving("") as session:
            owner_id = demo_council(session, today, calendar, children=children).id
        make_papers(database, owner_id, today, calendar)
    finally:
        database.close()
        unlock.wipe(key)
    (folder / DEMO_READY).touch()


def has_record(folder: Path) -> bool:
    """Whether somebody's record, or what is left of it, is in this folder."""
    if (folder / BEING_MADE).exists():
        return False
    in_place = unlock.is_set_up(folder) or (folder / RECORD_NAME).exists()
    return in_place or bool(backups.every(folder))


def make_record(
    folder: Path,
    name: str,
    council: str,
    passphrase: str,
    now: Callable[[], datetime] = now,
    numbers: FirstNumbers = NOT_YET,
) -> Database:
    """Make this person's record and open it; one that was cut off half made is begun again.

    Raises: RecordExists, and what `unlock.create` and `Database.create` raise.
    """
    from models.first_run import begin_record

    if has_record(folder):
        raise RecordExists
    unlock.refuse_weak(passphrase)
    _begin_making(folder)
    key = unlock.create(folder, passphrase)
    try:
        database = Database.create(folder, key, now)
    finally:
        unlock.wipe(key)
    with database.saving("") as session:
        begin_record(session, name, council, numbers)
    with told(folder):
        (folder / BEING_MADE).unlink()
        settle(folder)
    return database


def _begin_making(folder: Path) -> None:
    """Mark the folder; throw away what a making that was cut off left, which nobody has used."""
    with told(folder.parent):
        make_folder(folder)
    with told(folder):
        if (folder / BEING_MADE).exists():
            for pattern in _MADE_WITH_A_RECORD:
                for path in folder.glob(pattern):
                    path.unlink()
        (folder / BEING_MADE).touch()
        settle(folder)


def open_record(
    folder: Path,
    passphrase: str,
    *,
    check: bool = True,
    now: Callable[[], datetime] = now,
) -> Database:
    """Unlock and open a record.

    Raises: WrongPassphrase, DamagedKey, and what `Database.open` raises.
    """
    if not folder.is_dir():
        raise FolderMissing
    key = unlock.unlock(folder, passphrase)
    try:
        return Database.open(folder, key, now, check=check)
    finally:
        unlock.wipe(key)


def put_back_newest(
    folder: Path, passphrase: str, now: Callable[[], datetime] = now
) -> "Recovery":
    """Put the newest good backup in the place of a damaged record.

    Raises: WrongPassphrase, DamagedKey, and what `recover` raises.
    """
    from models.recovery import recover

    key = unlock.unlock(folder, passphrase)
    try:
        return recover(folder, key, now)
    finally:
        unlock.wipe(key)


def open_from_terminal(folder: Path | None, *, demo: bool) -> Database:
    """Open a record for a command: the passphrase is asked for, or read from standard input.

    Raises: what `open_record` raises.
    """
    if demo:
        place = folder or demo_folder()
        make_demo(place)
        return open_record(place, DEMO_PASSPHRASE)
    place = folder or own_folder()
    if sys.stdin.isatty():
        passphrase = getpass.getpass(_("Passphrase:") + " ")
    else:
        passphrase = sys.stdin.readline().rstrip("\n")
    return open_record(place, passphrase)
