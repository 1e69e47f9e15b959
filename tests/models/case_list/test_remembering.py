"""A mapping is remembered by its name in the record, and whose record it is can be asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.case_list.guessing import guess
from models.case_list.mapping import ColumnMapping, recognised
from models.case_list.owner import Owner, owner_in
from models.case_list.remembering import remember, remembered
from models.database import Database
from models.first_run import AUTHORITY_UNTIL_SHARED, begin_record
from tests.sample import open_database

MAPPING = guess(["Person ID", "Name", "DOB"], []).called("Monthly")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "record")
    yield opened
    opened.close()


def kept(database: Database) -> list[ColumnMapping]:
    with database.reading() as connection:
        return remembered(connection)


def test_the_last_used_mapping_comes_first_and_a_name_is_used_once(database: Database) -> None:
    assert kept(database) == []
    other = replace(MAPPING.take("full_name", None), name="Weekly")
    for each in (MAPPING, other, MAPPING.take("born_on", None)):
        with database.saving("someone") as session:
            remember(session, each)
    assert [each.name for each in kept(database)] == ["Monthly", "Weekly"]
    found = recognised(kept(database), ["PERSON ID", "name", "DOB"])
    assert found is not None and found.name == "Monthly"


def test_a_mapping_without_a_name_is_not_remembered(database: Database) -> None:
    with pytest.raises(ValueError, match="by its name"), database.saving("someone") as session:
        remember(session, MAPPING.called(" "))
    assert kept(database) == []


def test_whose_record_it_is_can_be_asked_before_an_import(database: Database) -> None:
    with database.reading() as connection:
        assert owner_in(connection) is None
    with database.saving("") as session:
        me = begin_record(session, "Nadia Brightwell", "Penhallow Council")
    with database.reading() as connection:
        assert owner_in(connection) == Owner(me, AUTHORITY_UNTIL_SHARED)
