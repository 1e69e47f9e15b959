"""One field of one record at a time."""

import pytest

from models.child import Child
from models.database import Database
from models.editing import put
from models.every_record import BY_TABLE
from models.record import Refused
from tests import sample

Sam = tuple[Database, sample.Sample]


def test_a_typed_field_is_set_and_an_import_will_leave_it_alone(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        put(session, "child", made.child_id, "school", "Larkrise")
        put(session, "child", made.child_id, "school", "Larkrise High")
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        assert (child.school, child.iro_typed) == ("Larkrise High", ["school"])


@pytest.mark.parametrize(
    ("table", "field"),
    [("child", "identifier"), ("child", "review_due_on"), ("review", "state"), ("review", "id")],
)
def test_a_field_that_nobody_types_is_refused(sam: Sam, table: str, field: str) -> None:
    database, made = sam
    row_id = made.child_id if table == "child" else made.review_id
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            put(session, table, row_id, field, "x")
        session.rollback()


def test_a_child_keeps_a_name_and_a_missing_record_is_refused(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            put(session, "child", made.child_id, "given_name", "  ")
        with pytest.raises(Refused):
            put(session, "note", "nobody", "words", "x")
        session.rollback()


def test_only_declared_columns_are_said_to_be_typed() -> None:
    for table, kind in BY_TABLE.items():
        columns = set(kind.__table__.columns.keys())  # type: ignore[attr-defined]
        assert getattr(kind, "TYPED", frozenset()) <= columns, table


def test_every_column_says_how_two_versions_are_merged() -> None:
    for table, kind in BY_TABLE.items():
        for column in kind.__table__.columns:  # type: ignore[attr-defined]
            assert "merge" in column.info, f"{table}.{column.name}"
