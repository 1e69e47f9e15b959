"""Automatic backups: whole, checked, encrypted, thinned."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import backups
from models.database import Database
from models.encrypted_file import Driver, connect_copy, connect_untouched
from models.stamps import from_file_name, in_file_name
from tests.models import opened
from tests.models.opened import Clock
from tests.sample import KEY

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    made = opened.create(tmp_path / "record", clock)
    yield made
    made.close()


def _days_in(backup: Path) -> list[str]:
    with contextlib.closing(connect_untouched(backup, KEY)) as connection:
        return [row[0] for row in connection.execute("SELECT days FROM staff_member")]


def _empty_backups(folder: Path, moments: list[datetime]) -> None:
    (folder / "backups").mkdir(parents=True)
    for moment in moments:
        (folder / "backups" / f"{in_file_name(moment)}.db").touch()


def test_a_backup_holds_the_record_as_it_was_and_nothing_is_left_beside_it(
    database: Database,
) -> None:
    row_id = opened.add_staff(database, "Mondays")
    taken = database.back_up()
    opened.save(database, row_id, "Fridays")
    assert _days_in(taken) == ["Mondays"]
    assert list(taken.parent.iterdir()) == [taken]
    assert from_file_name(taken.stem) is not None


def test_a_backup_is_taken_when_an_hour_of_change_has_passed(
    database: Database, clock: Clock
) -> None:
    row_id = opened.add_staff(database)
    assert database.back_up_if_due() is not None
    opened.save(database, row_id, "Mondays")
    assert database.back_up_if_due() is None
    clock.forward(minutes=61)
    assert database.back_up_if_due() is not None
    clock.forward(minutes=61)
    assert database.back_up_if_due() is None, "nothing has changed"


def test_a_change_before_the_program_was_closed_is_backed_up_at_the_next_unlock(
    tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "record"
    database = opened.create(folder, clock)
    row_id = opened.add_staff(database)
    database.back_up()
    opened.save(database, row_id, "Mondays")
    database.close()
    clock.forward(hours=2)
    database = opened.reopen(folder, clock)
    taken = database.back_up_if_due()
    assert taken is not None
    assert _days_in(taken) == ["Mondays"]
    database.close()
    clock.forward(hours=2)
    database = opened.reopen(folder, clock)
    assert database.back_up_if_due() is None
    database.close()


def test_a_clock_set_back_neither_stops_backups_nor_hides_the_newest(
    database: Database, clock: Clock
) -> None:
    row_id = opened.add_staff(database, "first")
    database.back_up()
    clock.forward(days=-400)
    opened.save(database, row_id, "second")
    assert database.back_up_if_due() is not None
    newest = backups.newest_good(database.folder, KEY)
    assert newest is not None
    assert _days_in(newest.path) == ["second"]


def test_a_backup_that_was_cut_off_does_not_count_and_is_cleared(database: Database) -> None:
    opened.add_staff(database)
    place = database.folder / "backups"
    place.mkdir()
    (place / "2026-08-12T15-00-00Z.making").write_bytes(b"half")
    (place / "2026-08-12T15-00-00Z.making-journal").write_bytes(b"half")
    assert backups.newest_good(database.folder, KEY) is None
    taken = database.back_up()
    assert list(place.iterdir()) == [taken]


def test_the_newest_good_backup_is_found_past_damaged_ones(
    database: Database, clock: Clock
) -> None:
    opened.add_staff(database)
    good = database.back_up()
    for hurt in (b"", b"\x00" * 8192, good.read_bytes()[:-4096], good.read_bytes() + b"tail"):
        clock.forward(hours=1)
        database.back_up().write_bytes(hurt)
    newest = backups.newest_good(database.folder, KEY)
    assert newest is not None
    assert newest.path.read_bytes().startswith(good.read_bytes())


def test_a_copy_that_lacks_a_row_does_not_count(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.add_staff(database)
    copy = backups._copy

    def lose_a_row(source: Driver, to: Path, key: bytes) -> dict[str, int]:
        counted = copy(source, to, key)
        with contextlib.closing(connect_copy(to, key)) as made:
            made.execute("DELETE FROM staff_member")
        return counted

    monkeypatch.setattr(backups, "_copy", lose_a_row)
    with pytest.raises(backups.BackupFailed):
        database.back_up()
    assert list((database.folder / "backups").iterdir()) == []


def test_backups_without_the_key_tell_nothing(database: Database) -> None:
    opened.add_staff(database, "Mondays")
    assert b"Mondays" not in database.back_up().read_bytes()
    assert backups.newest_good(database.folder, bytes(32)) is None


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    _empty_backups(tmp_path, [START + timedelta(minutes=n) for n in range(90)])
    (tmp_path / "backups" / "mine.db").touch()
    backups.thin(tmp_path)
    assert (tmp_path / "backups" / "mine.db").exists()


def test_months_of_hourly_backups_is_thinned_to_24_hourly_14_daily_and_8_weekly(
    tmp_path: Path,
) -> None:
    last = START + timedelta(days=120)
    _empty_backups(tmp_path, [last - timedelta(hours=n) for n in range(24 * 120)])
    backups.thin(tmp_path)
    kept = [backup.taken_at for backup in backups.every(tmp_path)]
    assert kept[:24] == [last - timedelta(hours=n) for n in range(24)]
    assert {at.date() for at in kept} >= {(last - timedelta(days=n)).date() for n in range(14)}
    weeks = {at.isocalendar()[:2] for at in kept}
    assert weeks == {(last - timedelta(weeks=n)).isocalendar()[:2] for n in range(8)}
    assert len(kept) <= 24 + 14 + 8


@given(st.sets(st.integers(0, 60 * 24 * 120), max_size=150))
@settings(max_examples=30, deadline=None)
def test_thinning_keeps_the_newest_and_thinning_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, minutes: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("thin")
    _empty_backups(folder, [START + timedelta(minutes=n) for n in minutes])
    before = backups.every(folder)
    backups.thin(folder)
    after = backups.every(folder)
    assert after[:1] == before[:1]
    assert {at.taken_at.date() for at in after} >= set(
        sorted({at.taken_at.date() for at in before})[-14:]
    )
    assert backups.thin(folder) == []


class _SavedMeanwhile:
    """A reading connection beside which somebody saves as soon as the pages are copied."""

    def __init__(self, connection: Driver, database: Database) -> None:
        self._connection, self._database = connection, database

    def execute(self, *asked: object) -> object:
        return self._connection.execute(*asked)

    def backup(self, target: Driver) -> None:
        self._connection.backup(target)
        opened.add_staff(self._database, "Fridays")


def test_a_record_that_is_saved_while_it_is_copied_gives_a_whole_backup(
    database: Database,
) -> None:
    opened.add_staff(database, "Mondays")
    with database.reading() as connection:
        source = _SavedMeanwhile(connection, database)
        taken = backups.take(database.folder, KEY, source, START)
    assert _days_in(taken.path) == ["Mondays"]
    assert _days_in(database.back_up()) == ["Mondays", "Fridays"]
