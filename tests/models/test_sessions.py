"""SQL that was worked out once serves every record that this process opens."""

from pathlib import Path

from models.sessions import _STATEMENTS
from tests.models import opened


def _edit(folder: Path) -> None:
    database = opened.create(folder)
    opened.save(database, opened.add_staff(database), "Mondays")
    database.close()


def test_what_was_worked_out_for_one_record_serves_the_next(tmp_path: Path) -> None:
    _edit(tmp_path / "one")
    known = set(_STATEMENTS.keys())
    assert known
    _edit(tmp_path / "two")
    assert set(_STATEMENTS.keys()) <= known
