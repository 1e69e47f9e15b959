"""A row that travels as JSON and comes back is the same row, whatever the types of its fields."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.every_record import BY_TABLE
from models.pending import plain
from models.sync.values import CannotPlace, moment_cell, shape_of, tables_in_order
from tests import sample


def _field(table: str, name: str):  # noqa: ANN202 - a test's own
    return next(field for field in shape_of(table).fields if field.name == name)


@pytest.mark.parametrize(
    ("table", "field", "value", "cell"),
    [
        ("child", "born_on", "2016-04-03", "2016-04-03"),
        ("child", "born_on", None, CannotPlace),
        ("child", "legal_status_from", None, None),
        ("child", "letter_colour", None, "green"),
        ("child", "given_name", 7, CannotPlace),
        ("child", "born_on", "the third of April", CannotPlace),
        ("review", "finished_at", "2026-08-12T16:04:00+01:00", "2026-08-12T15:04:00+00:00"),
        ("review", "finished_at", "2026-08-12T16:04:00", CannotPlace),
        ("review", "moving_on", True, 1),
        ("review", "moving_on", 1, CannotPlace),
        ("review", "moving_on", None, 0),
        ("review", "number", 3, 3),
        ("review", "number", 3.5, CannotPlace),
        ("review", "number", True, CannotPlace),
        ("scale_answer", "number", 7.0, 7),
        ("scale_answer", "number", 2.5, 2.5),
        ("scale_answer", "number", None, None),
        ("attendance", "invited", None, 1),
        ("sitting", "came", ["a", "b"], '["a", "b"]'),
        ("sitting", "came", None, "[]"),
        ("council", "extra_holidays", {"2026-08-12": "Fair"}, '{"2026-08-12": "Fair"}'),
        ("conflict", "mine", None, None),
        ("conflict", "mine", "two words", '"two words"'),
    ],
)
def test_each_kind_of_value_has_its_own_way(
    table: str, field: str, value: object, cell: object
) -> None:
    if cell is CannotPlace:
        with pytest.raises(CannotPlace):
            _field(table, field).cell(value)
        return
    assert _field(table, field).cell(value) == cell


def test_a_table_of_a_newer_program_has_no_place() -> None:
    with pytest.raises(CannotPlace):
        shape_of("not_thought_of_yet")


def test_every_shared_table_comes_after_those_its_rows_name() -> None:
    order = tables_in_order()
    assert set(order) == set(BY_TABLE)
    for at, table in enumerate(order):
        needed = [field.refers_to for field in shape_of(table).references if field.is_needed]
        assert {order.index(name) < at or name == table for name in needed} <= {True}


def test_what_the_program_wrote_is_what_the_values_write(tmp_path: Path) -> None:
    """Every column of the sample family, read as JSON and turned, is the cell in the file."""
    database, made = sample.open_filled(tmp_path / "sam")
    sample.begin(database, made)
    compared = 0
    with database.reading() as connection:
        for table in tables_in_order():
            shape = shape_of(table)
            names = ", ".join(f'"{field.name}"' for field in shape.fields)
            rows = connection.execute(f"SELECT {names}, pending FROM {table}")  # noqa: S608
            for *cells, pending in rows.fetchall():
                noted = json.loads(pending)
                for field, cell in zip(shape.fields, cells, strict=True):
                    if field.name in noted:
                        assert field.cell(noted[field.name]["new"]) == cell, (table, field.name)
                        compared += 1
    database.close()
    assert compared > 100


@settings(max_examples=40, deadline=None)
@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_keeps_its_moment(moment: datetime) -> None:
    assert moment_cell(plain(moment)) == moment.isoformat()


def test_no_moment_is_none() -> None:
    assert moment_cell(None) is None


@settings(max_examples=40, deadline=None)
@given(st.dates())
def test_a_day_keeps_its_day(day: date) -> None:
    assert _field("child", "born_on").cell(plain(day)) == day.isoformat()
