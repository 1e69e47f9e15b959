"""Older files are brought up to date in steps, each whole or not at all."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any  # what SQLAlchemy tells of an index

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from models import backups, encrypted_file, upgrade
from models.encrypted_file import Driver
from models.every_record import Record
from models.problems import NewerRecord
from models.upgrades import STEPS
from tests.models import opened
from tests.sample import KEY


class Step:
    """A step made of what a test wants done."""

    def __init__(self, act: Callable[[Driver], object]) -> None:
        self.apply = act


MADE = Step(lambda connection: connection.execute("CREATE TABLE one (a TEXT PRIMARY KEY)"))
FILLED = Step(lambda connection: connection.execute("INSERT INTO one VALUES ('kept')"))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Driver]:
    with contextlib.closing(encrypted_file.create(tmp_path / "any.db", KEY)) as made:
        yield made


def _tables(connection: Driver) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]


def test_the_number_of_the_latest_step_is_the_number_of_steps() -> None:
    assert len(STEPS) == upgrade.LATEST
    names = [step.__name__ for step in STEPS]
    assert [name.split(".")[-1][:9] for name in names] == [
        f"step_{number:04}" for number in range(1, upgrade.LATEST + 1)
    ]


def test_an_empty_file_takes_every_step_and_a_full_one_none(connection: Driver) -> None:
    assert upgrade.bring_up_to_date(connection) == upgrade.LATEST
    assert upgrade.bring_up_to_date(connection) == 0
    assert upgrade.schema_of(connection) == upgrade.LATEST


def test_only_the_steps_that_are_missing_are_taken(connection: Driver) -> None:
    upgrade.bring_up_to_date(connection, [MADE])
    assert upgrade.bring_up_to_date(connection, [MADE, FILLED]) == 1
    assert connection.execute("SELECT a FROM one").fetchall() == [("kept",)]


def test_a_step_that_fails_leaves_nothing_and_can_be_taken_again(connection: Driver) -> None:
    def fail(connection: Driver) -> None:
        connection.execute("DROP TABLE one")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        upgrade.bring_up_to_date(connection, [MADE, Step(fail)])
    assert upgrade.schema_of(connection) == 1
    assert "one" in _tables(connection)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    upgrade.bring_up_to_date(connection, [MADE, FILLED])
    assert upgrade.schema_of(connection) == 2


def test_a_step_that_commits_by_itself_is_a_fault_of_the_program(connection: Driver) -> None:
    step = Step(lambda connection: connection.executescript("CREATE TABLE two (a)"))
    with pytest.raises(RuntimeError, match="committed"):
        upgrade.bring_up_to_date(connection, [step])
    assert upgrade.schema_of(connection) == 0


def test_a_step_that_leaves_a_broken_reference_is_refused(connection: Driver) -> None:
    def orphan(connection: Driver) -> None:
        connection.execute("CREATE TABLE two (one TEXT REFERENCES one (a))")
        connection.execute("INSERT INTO two VALUES ('nobody')")

    with pytest.raises(RuntimeError, match="reference"):
        upgrade.bring_up_to_date(connection, [MADE, Step(orphan)])
    assert "two" not in _tables(connection)


def test_a_newer_file_takes_no_step(connection: Driver) -> None:
    connection.execute(f"PRAGMA user_version={upgrade.LATEST + 1}")
    with pytest.raises(NewerRecord):
        upgrade.bring_up_to_date(connection)
    assert _tables(connection) == []


def test_before_an_upgrade_a_backup_of_the_old_file_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "record"
    opened.create(folder).close()
    added = Step(lambda connection: connection.execute("CREATE TABLE later (a)"))
    monkeypatch.setattr("models.upgrades.STEPS", (*STEPS, added))
    monkeypatch.setattr(upgrade, "LATEST", len(STEPS) + 1)
    database = opened.reopen(folder)
    with database.reading() as connection:
        assert "later" in _tables(connection)
    database.close()
    (before,) = backups.every(folder)
    with contextlib.closing(encrypted_file.connect_untouched(before.path, KEY)) as old:
        assert upgrade.schema_of(old) == len(STEPS)
        assert "later" not in _tables(old)


def test_an_upgrade_that_fails_leaves_the_old_record_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "record"
    database = opened.create(folder)
    row_id = opened.add_staff(database, "Mondays")
    database.close()

    def fail(connection: Driver) -> None:
        connection.execute("UPDATE staff_member SET days = ''")
        raise ZeroDivisionError

    with monkeypatch.context() as newer:
        newer.setattr("models.upgrades.STEPS", (*STEPS, Step(fail)))
        newer.setattr(upgrade, "LATEST", len(STEPS) + 1)
        with pytest.raises(ZeroDivisionError):
            opened.reopen(folder)
    database = opened.reopen(folder)
    assert opened.days(database, row_id) == "Mondays"
    database.close()


def _schema(bind: Driver) -> dict[str, object]:
    """Give the tables as SQLAlchemy sees them: columns, types, keys, indexes, checks."""
    engine = create_engine("sqlite://", creator=lambda: bind, poolclass=StaticPool, module=dbapi2)
    look = inspect(engine)
    found: dict[str, object] = {}
    for table in sorted(look.get_table_names()):
        if table.startswith("child_search"):  # the search index has no mapped class
            continue
        found[table] = {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"]) for c in look.get_columns(table)
            ],
            "key": look.get_pk_constraint(table),
            "references": sorted(look.get_foreign_keys(table), key=str),
            "indexes": sorted(_index(index) for index in look.get_indexes(table)),
            "unique": sorted(look.get_unique_constraints(table), key=str),
            "checks": sorted(look.get_check_constraints(table), key=str),
        }
    engine.dispose()
    return found


def _index(told: Mapping[str, Any]) -> str:
    """Give an index in words that compare: where it is partial, by its condition."""
    where = told.get("dialect_options", {}).get("sqlite_where", "")
    return f"{told['name']} {told['column_names']} {told['unique']} {where}"


def test_the_upgraded_schema_is_the_declared_one(connection: Driver) -> None:
    upgrade.bring_up_to_date(connection)
    with contextlib.closing(dbapi2.connect(":memory:", isolation_level=None)) as declared:
        engine = create_engine(
            "sqlite://", creator=lambda: declared, poolclass=StaticPool, module=dbapi2
        )
        Record.metadata.create_all(engine)
        wanted = _schema(declared)
    assert set(wanted) == {table.name for table in Record.metadata.sorted_tables}
    assert _schema(connection) == wanted
