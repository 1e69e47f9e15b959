"""Whatever happens to a file is refused in words or harmless, and every word comes back."""

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from models.database import Database
from models.problems import AlreadyOpen, DamagedRecord, RecordMissing
from models.recovery import NoGoodBackup, Recovery, recover
from tests import sample
from tests.models import opened
from tests.models.opened import Clock
from tests.sample import KEY

RANDOM_BITS = 120


class Scene:
    """A record with a backup, edits after it, and one text that only the journal has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        database = opened.create(folder, self.clock)
        sample.fill(database)
        self.row_id = opened.add_staff(database)
        opened.type_and_save(database, self.row_id, "Mon")
        self.backup = database.back_up()
        self.older = folder.with_name("older.db")
        opened.type_and_save(database, self.row_id, "Mondays")
        database.close()
        shutil.copyfile(self.record, self.older)
        database = opened.reopen(folder, self.clock)
        opened.type_and_save(database, self.row_id, "Mondays and Fridays")
        opened.note(database, self.row_id, "Mondays and Fridays, not in August")
        self.cut = folder.with_name("cut off")
        shutil.copytree(folder, self.cut)
        database.close()

    @property
    def record(self) -> Path:
        return self.folder / "record.db"

    def bring_back(self, folder: Path) -> str | None:
        """Do what a person is offered, and give what the field holds then."""
        try:
            database = opened.reopen(folder, self.clock)
        except (DamagedRecord, RecordMissing) as problem:
            assert problem.newest_backup is not None
            recover(folder, KEY, self.clock, problem.newest_backup)
            database = opened.reopen(folder, self.clock)
        database.put_back(database.unsaved())
        held = opened.days(database, self.row_id)
        database.check_thoroughly()
        database.close()
        return held


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path / "record")


def _flip(content: bytes, bit: int) -> bytes:
    hurt = bytearray(content)
    hurt[bit // 8] ^= 1 << bit % 8
    return bytes(hurt)


def test_every_flipped_bit_is_refused_in_words_and_the_file_stays_as_it_is(scene: Scene) -> None:
    good = scene.record.read_bytes()
    chance = random.Random(20260812)
    bits = [chance.randrange(len(good) * 8) for _ in range(RANDOM_BITS)]
    for bit in [*range(0, 800, 37), *bits]:
        hurt = _flip(good, bit)
        scene.record.write_bytes(hurt)
        with pytest.raises(DamagedRecord) as caught:
            opened.reopen(scene.folder)
        assert caught.value.newest_backup == scene.backup
        assert scene.record.read_bytes() == hurt, bit
    scene.record.write_bytes(good)
    opened.reopen(scene.folder).close()


def test_a_flipped_bit_that_opening_had_no_time_for_is_found_in_idle_time(scene: Scene) -> None:
    good = scene.record.read_bytes()
    found_late = 0
    for page in range(1, len(good) // 4096, 2):
        scene.record.write_bytes(_flip(good, page * 32768 + 4000))
        with pytest.raises(DamagedRecord) as caught:
            database = Database.open(scene.folder, KEY, scene.clock, check=False)
            with contextlib.closing(database):
                found_late += 1
                database.check_thoroughly()
        assert caught.value.newest_backup == scene.backup
    assert found_late > 50


def test_a_bad_page_met_while_working_is_told_in_words_and_typing_goes_on(scene: Scene) -> None:
    database = opened.reopen(scene.folder)
    with database.reading() as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'staff_member'"
        ).fetchone()[0]
    database.close()
    good, at = scene.record.read_bytes(), (page - 1) * 4096
    scene.record.write_bytes(good[:at] + bytes(4096) + good[at + 4096 :])
    database = Database.open(scene.folder, KEY, scene.clock, check=False)
    with pytest.raises(DamagedRecord) as caught:
        opened.days(database, scene.row_id)
    assert caught.value.newest_backup == scene.backup
    with pytest.raises(DamagedRecord):
        opened.save(database, scene.row_id, "Tuesdays")
    opened.note(database, scene.row_id, "Tuesdays, and the record is in pieces")
    database.close()
    assert scene.bring_back(scene.folder) == "Tuesdays, and the record is in pieces"


def _random(content: bytes) -> bytes:
    return random.Random(1).randbytes(len(content))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _content: b"",
    "cut short": lambda content: content[: len(content) // 2 + 77],
    "cut at a page": lambda content: content[: len(content) // 2 // 4096 * 4096],
    "one page": lambda content: content[:4096],
    "less than a page": lambda content: content[:100],
    "zeroed": lambda content: bytes(len(content)),
    "zeroed from the middle": lambda content: content[: len(content) // 2] + bytes(9000),
    "one page zeroed": lambda content: content[:8192] + bytes(4096) + content[12288:],
    "overwritten": _random,
    "turned into text": lambda _content: b"Dear all, please find attached" * 500,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_record_is_set_aside_and_every_word_comes_back(scene: Scene, name: str) -> None:
    hurt = DAMAGE[name](scene.record.read_bytes())
    scene.record.write_bytes(hurt)
    assert scene.bring_back(scene.folder) == "Mondays and Fridays, not in August"
    aside = list(scene.folder.glob("record-damaged-*.db"))
    assert [path.read_bytes() for path in aside] == [hurt]


def test_a_damaged_record_and_its_waiting_pages_are_left_as_they_are_and_set_aside_together(
    scene: Scene,
) -> None:
    record, waiting = scene.cut / "record.db", scene.cut / "record.db-wal"
    hurt, pages = _flip(record.read_bytes(), 4096 * 8 * 3 + 77), waiting.read_bytes()
    record.write_bytes(hurt)
    with pytest.raises(DamagedRecord):
        opened.reopen(scene.cut, scene.clock)
    assert (record.read_bytes(), waiting.read_bytes()) == (hurt, pages)
    assert scene.bring_back(scene.cut) == "Mondays and Fridays, not in August"
    (aside,) = scene.cut.glob("record-damaged-*.db")
    assert aside.read_bytes() == hurt
    assert aside.with_name(aside.name + "-wal").read_bytes() == pages


def test_a_deleted_record_comes_back(scene: Scene) -> None:
    scene.record.unlink()
    assert scene.bring_back(scene.folder) == "Mondays and Fridays, not in August"


def test_an_older_copy_put_in_its_place_is_brought_up_to_what_was_typed(scene: Scene) -> None:
    shutil.copyfile(scene.older, scene.record)
    assert scene.bring_back(scene.folder) == "Mondays and Fridays, not in August"


def test_waiting_pages_that_are_lost_come_back_from_the_journal(scene: Scene) -> None:
    (scene.cut / "record.db-wal").unlink()
    assert scene.bring_back(scene.cut) == "Mondays and Fridays, not in August"


def test_waiting_pages_of_another_time_do_no_harm(scene: Scene) -> None:
    shutil.copyfile(scene.cut / "record.db-wal", scene.folder / "record.db-wal")
    database = opened.reopen(scene.folder)
    opened.type_and_save(database, scene.row_id, "Sundays")
    database.close()
    shutil.copyfile(scene.cut / "record.db-wal", scene.folder / "record.db-wal")
    assert scene.bring_back(scene.folder) == "Sundays"


def test_every_flipped_bit_in_the_waiting_pages_is_harmless(scene: Scene) -> None:
    wal = (scene.cut / "record.db-wal").read_bytes()
    chance = random.Random(3)
    places = [*range(0, 56 * 8, 9), *(chance.randrange(len(wal) * 8) for _ in range(30))]
    for number, bit in enumerate(places):
        copy = scene.cut.with_name(f"copy {number}")
        shutil.copytree(scene.cut, copy)
        (copy / "record.db-wal").write_bytes(_flip(wal, bit))
        assert scene.bring_back(copy) == "Mondays and Fridays, not in August", bit


def test_the_journals_damage_does_not_touch_the_record(scene: Scene) -> None:
    good = (scene.folder / "journal.db").read_bytes()
    chance = random.Random(4)
    for bit in (chance.randrange(len(good) * 8) for _ in range(30)):
        (scene.folder / "journal.db").write_bytes(_flip(good, bit))
        database = opened.reopen(scene.folder, scene.clock)
        assert opened.days(database, scene.row_id) == "Mondays and Fridays"
        assert len(database.notices) == 1
        database.close()


def test_recovery_says_what_came_back_and_what_has_no_place(scene: Scene) -> None:
    database = opened.reopen(scene.folder, scene.clock)
    late = opened.add_staff(database)
    opened.type_and_save(database, late, "a row made after the backup")
    database.close()
    scene.record.write_bytes(b"")
    done = recover(scene.folder, KEY, scene.clock)
    assert isinstance(done, Recovery)
    assert done.backup.path == scene.backup
    assert done.put_back == 1
    assert [typed.text for typed in done.without_place] == ["a row made after the backup"]
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == b""


def test_recovery_refuses_a_damaged_backup_and_changes_nothing(scene: Scene) -> None:
    scene.backup.write_bytes(scene.backup.read_bytes()[:-5000])
    before = scene.record.read_bytes()
    with pytest.raises(DamagedRecord):
        recover(scene.folder, KEY, scene.clock, scene.backup)
    with pytest.raises(NoGoodBackup):
        recover(scene.folder, KEY, scene.clock)
    assert scene.record.read_bytes() == before


def test_recovery_waits_until_the_record_is_closed(scene: Scene) -> None:
    database = opened.reopen(scene.folder, scene.clock)
    with pytest.raises(AlreadyOpen):
        recover(scene.folder, KEY, scene.clock)
    database.close()


def test_recovery_that_was_cut_between_the_two_names_is_offered_again(scene: Scene) -> None:
    scene.record.rename(scene.folder / "record-damaged-2026-08-12T15-00-00Z.db")
    (scene.folder / "record.db.making").write_bytes(b"half")
    assert scene.bring_back(scene.folder) == "Mondays and Fridays, not in August"
