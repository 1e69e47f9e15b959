"""The power goes while a laptop shares: what was told to be safe is there, and nothing is half.

What this proves: every write, truncation and sync that the real driver makes in the record and
in the typing journal is logged while real sharing goes on against the real shared database; a
cut keeps what was synced, and of each write after that nothing, all, some sectors or noise, in
any order. At each of these cuts both files open, every page verifies, and each holds exactly
what it held after the last commit that had returned, or after the next one, whole.
What it does not prove: that a disk keeps what it said it had synced; that the names of new files
outlive a cut, for a deleted one may be back but a synced one is never missing; anything about
backups and other files beside these two, which are taken as they stand.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from models.database import Database
from models.encrypted_file import Driver, connect
from models.review import Review
from tests import laptop as laptops
from tests.laptop import Crash, Laptop
from tests.models.sync.conftest import Pair
from tests.models.sync.cut_story import Story
from tests.models.sync.power_disk import NEEDS_THE_DRIVER, SYNC, AfterACut, PowerDisk
from tests.sample import KEY, NOW
from tests.shared_council import SharedCouncil

CUTS = 300
OPENED_FULLY = 30  # each so many'th cut is opened as the program does, with all its checks
FILES = ("record.db", "journal.db")
TAKEN_IN = (SYNC, "record.db")
SOON = 20  # pages that wait before they are taken into the file; otherwise a thousand

pytestmark = NEEDS_THE_DRIVER


class AlwaysTorn(Random):
    """A chance by which of every write that was not synced only the first sector is there."""

    def random(self) -> float:
        return 0.7

    def randrange(self, *_given: Any) -> int:
        return 1


class Mark(NamedTuple):
    """How far the log had come when something returned, and what the files held then."""

    at: int
    held: dict[str, str]


class Watched:
    """A laptop on a disk that logs, and what it held after each thing that returned."""

    def __init__(self, laptop: Laptop, disk: PowerDisk) -> None:
        self.laptop, self.disk = laptop, disk
        self._look = {name: connect(disk.folder / name, KEY, for_reading=True) for name in FILES}
        self.marks: list[Mark] = []
        self.mark()
        self._listen(laptop.database, "saving", "sharing")
        self._listen(laptop.database.journal, "_append", "_one_step")

    def mark(self) -> None:
        """Something has returned."""
        self.marks.append(Mark(len(self.disk.log), self.held()))

    def held(self) -> dict[str, str]:
        """What both files hold now."""
        return {name: contents(connection) for name, connection in self._look.items()}

    def close(self) -> None:
        """Let go of both files."""
        for connection in self._look.values():
            connection.close()

    def _listen(self, owner: Any, *names: str) -> None:
        for name in names:
            act = getattr(owner, name)
            told = self._told_after_leaving if hasattr(act, "__wrapped__") else self._told
            setattr(owner, name, told(act))

    def _told(self, act: Any) -> Any:
        @wraps(act)
        def told(*given: Any, **named: Any) -> Any:
            done = act(*given, **named)
            self.mark()
            return done

        return told

    def _told_after_leaving(self, act: Any) -> Any:
        @contextmanager
        def told(*given: Any, **named: Any) -> Iterator[Any]:
            with act(*given, **named) as lent:
                yield lent
            self.mark()

        return told


def contents(connection: Driver) -> str:
    """What stands for everything in a file."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " ORDER BY name"
    ).fetchall()
    found = hashlib.sha256()
    for (table,) in tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - ours
        for row in sorted(map(repr, rows)):
            found.update(row.encode())
    return found.hexdigest()


@contextmanager
def watched(place: Path, login: str, council: SharedCouncil) -> Iterator[Watched]:
    """Open a laptop's record on a disk that logs."""
    disk = PowerDisk(place)
    with disk.plugged_in():
        laptop = laptops.again(council, login, place)
        take_in_soon(laptop)
        seen = Watched(laptop, disk)
        try:
            yield seen
        finally:
            disk.fail_after(None)
            seen.close()
            laptop.close()
            laptop.link.close()


def take_in_soon(laptop: Laptop) -> None:
    """Let waiting pages be taken into the files often, as in a long day."""
    laptop.database._writer.execute(f"PRAGMA wal_autocheckpoint={SOON}")
    laptop.database.journal._connection.execute(f"PRAGMA wal_autocheckpoint={SOON}")


def a_day(story: Story) -> None:
    """All that sharing writes: sealing, answers, arrivals, two versions, leaving, a fetch."""
    story.share()
    story.type()
    story.write_note()
    story.share()
    story.both()
    story.begin()
    story.share()
    for _ in range(6):
        story.act()
    story.share()
    story.move_case("boss")
    story.share()
    story.move_case("ruth")
    story.share()


def cut_often(seen: Watched, place: Path, cuts: int, seed: int) -> int:
    """Cut the logged day at this many moments; give how many found more than was promised."""
    chance = Random(seed)
    after, number, more = AfterACut(seen.disk, chance), 0, 0
    for count, at in enumerate(sorted(chance.choices(range(len(seen.disk.log) + 1), k=cuts))):
        after.follow(at)
        while number + 1 < len(seen.marks) and seen.marks[number + 1].at <= at:
            number += 1
        lay_out(place, after.files())
        if count % OPENED_FULLY == 0:
            with closing(Database.open(place, KEY, lambda: NOW)) as database:
                database.check_thoroughly()
                assert database.notices == []
        more += _holds_what_was_promised(place, seen.marks[number : number + 2])
    return more


def lay_out(place: Path, files: dict[str, bytes]) -> None:
    """Put these files into an empty folder."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name, whole in files.items():
        (place / name).write_bytes(whole)


def _holds_what_was_promised(place: Path, marks: list[Mark]) -> bool:
    is_more = False
    for name in FILES:
        with closing(connect(place / name, KEY)) as connection:
            connection.execute("PRAGMA synchronous=OFF")  # nobody pulls the plug of this copy
            assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            held = contents(connection)
        assert held in {mark.held[name] for mark in marks}, f"{name} is another, or half"
        is_more |= held != marks[0].held[name]
    return is_more


def _story(pair: Pair, laptop: Laptop, seed: int) -> Story:
    if "boss" not in pair.council.people:
        pair.council.person("boss", "manager")
    return Story(pair.council, laptop, pair.bea, pair.sam, seed)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: hundreds of records are laid out in it."""
    shared = Path("/dev/shm")  # noqa: S108 - only looked for
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as place:
        yield Path(place)


@pytest.fixture
def closed(pair: Pair) -> Pair:
    """Ruth's laptop is shut; it is opened again on a disk that logs."""
    pair.ruth.close()
    return pair


def test_a_cut_at_any_moment_leaves_what_was_promised_and_nothing_half(
    closed: Pair, tmp_path: Path, memory: Path
) -> None:
    with watched(tmp_path / "ruth", "ruth", closed.council) as seen:
        a_day(_story(closed, seen.laptop, seed=5))
        assert 0 < cut_often(seen, memory / "cut", CUTS, seed=7) < CUTS


def test_a_cut_while_pages_are_taken_into_the_file_is_no_damage(
    closed: Pair, tmp_path: Path
) -> None:
    with watched(tmp_path / "ruth", "ruth", closed.council) as seen:
        _story(closed, seen.laptop, seed=1).type()
        seen.laptop.database._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
        log = seen.disk.log
        synced = max(at for at, done in enumerate(log) if (done.act, done.file) == TAKEN_IN)
        after = AfterACut(seen.disk, AlwaysTorn())
        after.follow(synced)
        lay_out(tmp_path / "cut", after.files())
    with closing(Database.open(tmp_path / "cut", KEY, lambda: NOW)) as database:
        database.check_thoroughly()


def test_words_that_were_handed_in_are_not_offered_as_lost_after_a_cut(pair: Pair) -> None:
    story = _story(pair, pair.ruth, seed=1)
    story.type("place")

    def die(_places: object) -> None:
        raise Crash

    settle_places = pair.ruth.database.journal.settle_places
    pair.ruth.database.journal.settle_places = die  # type: ignore[method-assign]
    with pytest.raises(Crash):
        story.share()
    pair.ruth.database.journal.settle_places = settle_places  # type: ignore[method-assign]
    for _ in range(2):
        story.share()
        pair.bea.round()
        with pair.bea.database.saving(pair.bea.person) as session:
            session.get_one(Review, pair.sam.review_id).place = "At the office"
        pair.bea.round()
    story.share()
    assert pair.ruth.one("SELECT place FROM review WHERE id = ?", pair.sam.review_id)
    assert pair.ruth.database.unsaved() == []
    story.come_to_rest()
