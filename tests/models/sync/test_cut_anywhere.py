"""The power goes before any statement of taking in, and the next round ends the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.database import Database
from models.sync import restored
from tests import sample
from tests.decrypted import search
from tests.laptop import Crash, Fuse
from tests.models.sync.fake_council import ME, FakeCouncil, a_round, dump, join, receive
from tests.record_copy import copy_record
from tests.sample import KEY, NOW

CASE = "019a0000-0000-7000-8000-000000000c17"
OTHER = "019a0000-0000-7000-8000-000000000c18"
NEW_EPOCH = "019a0000-0000-7000-8000-0000000000e2"
MARKS = ["Marker-of-kit"]
Act = Callable[[Database, FakeCouncil], None]


def _a_council() -> FakeCouncil:
    council = FakeCouncil(page=4)
    for case, name in ((CASE, "Marker-of-kit"), (OTHER, "Bo")):
        council.grant(case)
        council.put(
            "child", case, case, identifier=case[-4:], given_name=name, born_on="2015-02-01"
        )
        council.put("review", f"r{case}", case, child_id=case, number=1, state="known")
        council.put("review", f"s{case}", case, child_id=case, number=2)
        for note in ("one", "two", "three"):
            council.put("note", f"{note}{case}", case, review_id=f"s{case}", step="A4",
                        column="well", words=name)  # fmt: skip
    return council


def _fetched(folder: Path, council: FakeCouncil) -> Database:
    database = sample.open_database(folder)
    join(database)
    receive(database, council)
    return database


def _go_on(database: Database, council: FakeCouncil) -> None:
    under_way = a_round(database, council)
    assert not restored.meet(under_way)
    receive(database, council)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    database = sample.open_database(tmp_path / "empty")
    join(database)
    database.close()
    yield tmp_path / "empty"


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    database = _fetched(tmp_path / "full", _a_council())
    database.journal.note("note", f"one{CASE}", "words", "Marker-of-kit", NOW, ME)
    database.back_up()
    database.close()
    yield tmp_path / "full"


def _cut_at_each(folder: Path, make: Callable[[], FakeCouncil], step: int) -> Iterator[Database]:
    """Each record after a cut at another statement and one more round; open until the next."""
    statements = 0
    while True:
        place = folder.with_name(f"cut-{statements}")
        copy_record(folder, place)
        council = make()
        if not _is_cut(place, council, statements):
            break
        database = Database.open(place, KEY, lambda: NOW, check=False)
        try:
            _go_on(database, council)
            _go_on(database, council)
            yield database
        finally:
            database.close()
        statements += step
    assert statements > 4 * step


def _is_cut(place: Path, council: FakeCouncil, statements: int) -> bool:
    """Go on until the fuse burns through; whether it did."""
    database = Database.open(place, KEY, lambda: NOW, check=False)
    fuse: Any = Fuse(database._writer, statements)  # the power is cut under it
    database._writer = fuse
    try:
        _go_on(database, council)
    except Crash:
        return True
    finally:
        database.close()
    return False


def test_a_first_fetch(empty: Path, tmp_path: Path) -> None:
    whole = _fetched(tmp_path / "whole", _a_council())
    wanted = dump(whole)
    whole.close()
    for database in _cut_at_each(empty, _a_council, step=29):
        assert dump(database) == wanted


def test_a_record_that_leaves(full: Path) -> None:
    def without_kit() -> FakeCouncil:
        council = _a_council()
        del council.cases[CASE]
        return council

    for database in _cut_at_each(full, without_kit, step=7):
        database.close()
        assert search(database.folder, KEY, MARKS) == {}


def test_a_council_s_copy_that_was_put_back(full: Path) -> None:
    def put_back() -> FakeCouncil:
        council = _a_council()
        del council.rows[f"three{CASE}"]
        council.epoch = NEW_EPOCH
        return council

    for database in _cut_at_each(full, put_back, step=43):
        with database.reading() as connection:
            held = connection.execute("SELECT row_id, why FROM held_work").fetchall()
            unseen = connection.execute("SELECT count(*) FROM note WHERE base_version < 1")
            assert held == [(f"three{CASE}", "not_in_restored_copy")]
            assert unseen.fetchone() == (0,)
