"""Opening, reading and saving one real encrypted record."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models import encrypted_file, upgrade
from models.council import StaffMember
from models.database import Database
from models.problems import (
    AlreadyOpen,
    DamagedRecord,
    FolderMissing,
    NewerRecord,
    RecordClosed,
    RecordExists,
    RecordMissing,
)
from tests.models import opened
from tests.models.opened import ME, Clock
from tests.sample import AUTHORITY, KEY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    made = opened.create(folder)
    yield made
    made.close()


def test_what_was_saved_is_there_when_the_record_is_opened_again(folder: Path) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database, "Mondays")
    database.close()
    again = opened.reopen(folder)
    assert opened.days(again, row_id) == "Mondays"
    assert not again.was_cut_off
    again.close()


def test_every_file_has_the_settings_that_were_decided(database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "query_only": 1,
    }
    with database.reading() as connection:
        found = {n: connection.execute(f"PRAGMA {n}").fetchone()[0] for n in wanted}
        timeout = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    assert found == wanted
    assert timeout == 5000


def test_nothing_can_be_written_while_reading(database: Database) -> None:
    with pytest.raises(dbapi2.OperationalError), database.reading() as connection:
        connection.execute("DELETE FROM staff_member")


def test_a_reading_sees_one_moment_however_long_it_lasts(database: Database) -> None:
    row_id = opened.add_staff(database, "before")
    with database.reading():
        assert opened.days(database, row_id) == "before"
        opened.save(database, row_id, "after")
        assert opened.days(database, row_id) == "before"
    assert opened.days(database, row_id) == "after"


def test_each_thread_reads_on_a_connection_of_its_own(database: Database) -> None:
    seen = []

    def read() -> None:
        with database.reading() as connection:
            seen.append(connection)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    read()
    read()
    assert seen[0] is not seen[1]
    assert seen[1] is seen[2]


def test_edits_from_many_threads_are_made_one_after_another(database: Database) -> None:
    row_id = opened.add_staff(database, "")

    def append() -> None:
        for _ in range(10):
            with database.saving(ME) as session:
                session.get_one(StaffMember, row_id).days += "x"

    threads = [threading.Thread(target=append) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened.days(database, row_id) == "x" * 40


def test_saving_says_who_and_when(database: Database) -> None:
    first, later = datetime(2026, 8, 12, 9, tzinfo=UTC), datetime(2026, 8, 12, 10, tzinfo=UTC)
    with database.saving("one", first) as session:
        member = StaffMember(authority_id=AUTHORITY, case_id="reference", name="Nadia")
        session.add(member)
    with database.saving("two", later) as session:
        session.get_one(StaffMember, member.id).days = "Mondays"
    with database.reading() as connection:
        row = connection.execute(
            "SELECT created_by, created_at, updated_by, updated_at FROM staff_member"
        ).fetchone()
    assert row == ("one", first.isoformat(), "two", later.isoformat())


def test_those_who_listen_hear_which_tables_changed_and_only_after_the_commit(
    database: Database,
) -> None:
    heard = []
    database.listen(lambda tables: heard.append((tables, opened.days(database, row_id))))
    row_id = ""
    row_id = opened.add_staff(database, "Mondays")
    opened.save(database, row_id, "Fridays")
    with database.saving(ME) as session:
        session.get_one(StaffMember, row_id)
    assert heard[1:] == [(frozenset({"staff_member"}), "Fridays")]
    assert heard[0][0] == frozenset({"staff_member"})


def test_an_edit_that_fails_changes_nothing_and_tells_nobody(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    with pytest.raises(ZeroDivisionError), database.saving(ME) as session:
        session.get_one(StaffMember, row_id).days = "Fridays"
        session.flush()
        raise ZeroDivisionError
    assert opened.days(database, row_id) == "Mondays"
    assert heard == []
    opened.save(database, row_id, "Tuesdays")
    assert opened.days(database, row_id) == "Tuesdays"


def test_a_missing_file_in_an_edit_is_our_fault_not_the_records(database: Database) -> None:
    with pytest.raises(FileNotFoundError), database.saving(ME):
        Path("/no such file anywhere").read_bytes()


def test_an_edit_inside_an_edit_is_a_fault_of_the_program(database: Database) -> None:
    with pytest.raises(RuntimeError), database.saving(ME), database.saving(ME):
        pass
    opened.add_staff(database)


def test_a_second_copy_of_the_program_is_told_that_the_first_is_open(database: Database) -> None:
    program = (
        "import sys, pathlib, datetime\n"
        "from models.database import Database\n"
        "from models.problems import AlreadyOpen\n"
        "now = lambda: datetime.datetime.now(datetime.UTC)\n"
        "try: Database.open(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), now).close()\n"
        "except AlreadyOpen: sys.exit(7)\n"
    )
    command = [sys.executable, "-c", program, str(database.folder), KEY.hex()]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 7
    row_id = opened.add_staff(database, "Mondays")
    database.close()
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    with pytest.raises(RecordClosed):
        opened.days(database, row_id)


def test_the_same_process_cannot_open_it_twice_either(database: Database) -> None:
    with pytest.raises(AlreadyOpen):
        opened.reopen(database.folder)


def test_a_new_record_is_never_made_over_another(folder: Path) -> None:
    database = opened.create(folder)
    opened.add_staff(database)
    database.back_up()
    database.close()
    with pytest.raises(RecordExists):
        opened.create(folder)
    (folder / "record.db").unlink()
    with pytest.raises(RecordExists):
        opened.create(folder)


def test_a_record_that_was_cut_off_while_it_was_made_is_made_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "record.db.making").write_bytes(b"half" * 1000)
    database = opened.create(folder)
    opened.add_staff(database)
    database.close()
    assert not (folder / "record.db.making").exists()


def test_a_file_from_a_newer_program_is_refused_untouched(folder: Path) -> None:
    opened.create(folder).close()
    connection = encrypted_file.connect(folder / "record.db", KEY)
    connection.execute(f"PRAGMA user_version={upgrade.LATEST + 1}")
    connection.close()
    before = (folder / "record.db").read_bytes()
    with pytest.raises(NewerRecord):
        opened.reopen(folder)
    assert (folder / "record.db").read_bytes() == before


def test_a_key_that_is_not_this_records_is_refused_untouched(folder: Path) -> None:
    opened.create(folder).close()
    before = opened.contents(folder)
    with pytest.raises(DamagedRecord):
        Database.open(folder, bytes(32), Clock())
    after = opened.contents(folder)
    assert {name: after[name] for name in before} == before


def test_a_closed_record_says_that_it_is_locked_and_its_key_is_gone(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    database.close()
    database.close()
    for act in (
        lambda: opened.days(database, row_id),
        lambda: opened.save(database, row_id, "Fridays"),
        lambda: opened.note(database, row_id, "Fridays"),
    ):
        with pytest.raises(RecordClosed):
            act()
    assert KEY not in bytes(database._key)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of an open file")
def test_a_record_that_is_taken_away_while_open_is_missed_at_once(folder: Path) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database, "Mondays")
    (folder / "record.db").rename(folder / "elsewhere.db")
    with pytest.raises(RecordMissing):
        opened.save(database, row_id, "Fridays")
    shutil.copyfile(folder / "elsewhere.db", folder / "record.db")
    with pytest.raises(RecordMissing):
        opened.save(database, row_id, "Fridays")
    folder.rename(folder.with_name("unplugged"))
    with pytest.raises(FolderMissing):
        opened.save(database, row_id, "Fridays")
    folder.with_name("unplugged").rename(folder)
    (folder / "elsewhere.db").replace(folder / "record.db")
    opened.save(database, row_id, "Fridays")
    assert opened.days(database, row_id) == "Fridays"
    database.close()


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        opened.reopen(tmp_path / "gone")


def test_what_an_error_says_never_holds_what_was_typed(database: Database) -> None:
    row_id = opened.add_staff(database)
    with pytest.raises(Exception, match="UNIQUE") as caught, database.saving(ME) as session:
        session.add(StaffMember(id=row_id, authority_id=1, case_id="c", name="a secret name"))
    assert "secret" not in str(caught.value)


def test_a_lone_half_of_a_character_does_not_lose_the_sentence(database: Database) -> None:
    row_id = opened.add_staff(database)
    opened.type_and_save(database, row_id, "I like \ud83d football")
    assert opened.days(database, row_id) == "I like ? football"
    assert database.unsaved() == []


def test_opening_loads_neither_the_mapper_nor_the_cipher_library_nor_windows() -> None:
    program = (
        "import sys, models.database\n"
        "print(*sorted({n.split('.')[0] for n in sys.modules}\n"
        " & {'sqlalchemy', 'cryptography', 'PySide6', 'asyncio', 'filelock'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


def test_a_thousand_markers_are_in_no_file_nor_in_a_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("SQLITE_TMPDIR", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    database = opened.create(tmp_path / "record")
    markers = [f"marker-{number:04}-zebra" for number in range(1000)]
    row_id = opened.add_staff(database)
    for start in range(0, 1000, 20):
        opened.type_and_save(database, row_id, " ".join(markers[start : start + 20]) * 3)
    with database.saving(ME) as session:
        session.add_all(StaffMember(authority_id=1, case_id="c", name=m, days=m) for m in markers)
    with database.reading() as connection:
        connection.execute("SELECT days FROM staff_member ORDER BY days || name").fetchall()
    database.back_up()
    _assert_no_marker(tmp_path, markers)
    database.close()
    _assert_no_marker(tmp_path, markers)


def _assert_no_marker(place: Path, markers: list[str]) -> None:
    everything = opened.contents(place)
    assert {"record/record.db", "record/journal.db"} <= {
        name.replace("\\", "/") for name in everything
    }
    for content in everything.values():
        for secret in (b"zebra", "zebra".encode("utf-16-le"), KEY, KEY.hex().encode()):
            assert secret not in content
    assert len(markers) == 1000
