"""The records fit the council's PostgreSQL, each under the authority it belongs to."""

import os
import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sql
from sqlalchemy.exc import IntegrityError

from tests.council_tables import council_tables
from tests.postgres import PostgresServer

DURHAM, WELSH_MARCHES = 1, 2
WORDS = "Zoë said “no” — ŵŷ ș 你好 سلام 🙂"
BY_TYPE: dict[type, object] = {
    str: WORDS,
    int: 7,
    bool: True,
    float: 0.5,
    bytes: b"%PDF-\x00\xff",
    date: date(2016, 2, 29),
    datetime: datetime(2026, 3, 29, 1, 30, 15, 250, tzinfo=UTC),
    object: {"said": WORDS, "numbers": [1, 2.5, None]},
}

Row = dict[str, object]


@pytest.fixture(scope="module")
def council(postgres: PostgresServer) -> Iterator[sql.Engine]:
    engine = sql.create_engine(postgres.url())
    council_tables().create_all(engine)
    yield engine
    engine.dispose()


def _value(column: sql.Column[object]) -> object:
    kind = column.type
    stored = kind.impl_instance if isinstance(kind, sql.TypeDecorator) else kind
    value = BY_TYPE[stored.python_type]
    length = getattr(column.type, "length", None)
    return value[:length] if isinstance(value, str) and length else value


def _row(table: sql.Table, authority: int) -> Row:
    row = {column.name: _value(column) for column in table.columns}
    links = {
        link.column_keys[1]: f"{link.referred_table.name}-1"
        for link in table.foreign_key_constraints
        if link.referred_table is not table
    }
    to_itself = {
        link.column_keys[1]: None
        for link in table.foreign_key_constraints
        if link.referred_table is table
    }
    return {**row, **links, **to_itself, "authority_id": authority, "id": f"{table.name}-1"}


def _rows(authority: int) -> list[tuple[sql.Table, Row]]:
    return [(table, _row(table, authority)) for table in council_tables().sorted_tables]


def test_every_shared_record_is_kept_under_its_authority(council: sql.Engine) -> None:
    inspected = sql.inspect(council)
    names = set(inspected.get_table_names())
    assert {"child", "review", "decision", "wish", "document"} <= names
    for name in names:
        keys = inspected.get_pk_constraint(name)["constrained_columns"]
        assert keys == ["authority_id", "id"], name


def test_a_row_of_every_record_comes_back_as_it_went(council: sql.Engine) -> None:
    with council.connect() as connection:
        for table, row in _rows(DURHAM):
            connection.execute(table.insert(), row)
        for table, row in _rows(DURHAM):
            found = connection.execute(table.select()).mappings().one()
            assert dict(found) == row, table.name


def test_two_authorities_may_have_records_of_the_same_id(council: sql.Engine) -> None:
    with council.connect() as connection:
        for authority in (DURHAM, WELSH_MARCHES):
            for table, row in _rows(authority):
                connection.execute(table.insert(), row)
        for table, _ in _rows(DURHAM):
            assert len(connection.execute(table.select()).all()) == 2


def test_a_record_cannot_belong_to_a_child_of_another_authority(council: sql.Engine) -> None:
    rows = {table.name: (table, row) for table, row in _rows(DURHAM)}
    child, childs_row = rows["child"]
    person, persons_row = rows["person"]
    with council.connect() as connection:
        connection.execute(child.insert(), childs_row)
        with pytest.raises(IntegrityError, match="foreign key"):
            connection.execute(person.insert(), {**persons_row, "authority_id": WELSH_MARCHES})


def test_the_server_is_the_real_thing(council: sql.Engine, postgres: PostgresServer) -> None:
    with council.connect() as connection:
        version = connection.execute(sql.text("show server_version")).scalar_one()
    assert int(str(version).split(".")[0]) >= 15
    assert os.environ.get("PG_BIN") or str(version).startswith("18.")


def test_a_stopped_server_leaves_nothing_behind() -> None:
    server = PostgresServer()
    folder, port = server.folder, server.port
    socket.create_connection(("127.0.0.1", port)).close()
    server.stop()
    assert not folder.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
