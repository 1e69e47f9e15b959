"""The check on opening: as much of the file as there is time for, and nothing changed."""

from pathlib import Path

import pytest

from models import integrity, upgrade
from models.problems import DamagedRecord
from tests.models import opened
from tests.sample import KEY


@pytest.fixture
def record(tmp_path: Path) -> Path:
    database = opened.create(tmp_path / "record")
    row_id = opened.add_staff(database)
    opened.save(database, row_id, "a long word " * 100_000)
    database.close()
    return tmp_path / "record" / "record.db"


def test_a_whole_file_is_looked_at_when_there_is_time(record: Path) -> None:
    assert integrity.look(record, KEY) == integrity.Look(upgrade.LATEST, whole=True)
    integrity.look_thoroughly(record, KEY)


@pytest.mark.parametrize("seconds", [0, -1.0])
def test_a_look_without_time_says_that_it_did_not_see_everything(
    record: Path, seconds: float
) -> None:
    assert integrity.look(record, KEY, seconds) == integrity.Look(upgrade.LATEST, whole=False)


def test_looking_changes_no_byte(record: Path) -> None:
    before = record.read_bytes()
    integrity.look(record, KEY)
    integrity.look_thoroughly(record, KEY)
    assert record.read_bytes() == before


def test_a_row_that_refers_to_nothing_is_found_in_idle_time(tmp_path: Path) -> None:
    database = opened.create(tmp_path / "record")
    database._writer.execute("PRAGMA foreign_keys=OFF")
    database._writer.execute(
        "INSERT INTO sitting SELECT 's', 1, 'c', 'no such review', 1, '2026-08-12'"
        + ", ''" * (_columns(database._writer, "sitting") - 6)
    )
    with pytest.raises(DamagedRecord):
        database.check_thoroughly()
    database.close()


def _columns(connection: object, table: str) -> int:
    rows = connection.execute(f"PRAGMA table_info({table})")  # type: ignore[attr-defined]
    return len(rows.fetchall())
