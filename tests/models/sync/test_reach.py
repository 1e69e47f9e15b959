"""What a person may read and write here is what the shared database will say of it."""

import subprocess
import sys

import pytest

from models.database import Database
from models.sync.reach import COUNCILS, MADE_BY_NONE, Reach, may_read, may_write, reach_of
from models.sync.registry import IRO, MANAGER, ROLES, SELF, STEWARD, SUPPORT, registry
from tests import sample, source
from tests.shared_council import SharedCouncil
from tests.ui.sync.shared_record import join

TABLES = sorted({line.table for line in registry()})


@pytest.mark.parametrize("role", ROLES)
def test_every_field_is_read_and_written_by_whom_the_register_names(role: str) -> None:
    for line in registry():
        assert may_read(role, line.table, line.field) == (role in line.read_by), line
        is_councils = role == MANAGER and MANAGER in line.write_by
        of_child = is_councils if line.table in COUNCILS else role in line.write_by
        assert may_write(role, line.table, line.field) == of_child, line
        assert may_write(role, line.table, line.field, of_council=True) == is_councils, line
        own = is_councils or SELF in line.write_by
        assert may_write(role, line.table, line.field, of_council=True, is_own=True) == own, line


@pytest.mark.parametrize("role", ROLES)
def test_a_table_is_read_by_whoever_reads_anything_of_it(role: str) -> None:
    for table in TABLES:
        read = any(role in line.read_by for line in registry() if line.table == table)
        assert may_read(role, table) == read, table


def test_what_is_in_no_register_is_neither_read_nor_written() -> None:
    assert not may_read(IRO, "laptop_fact")
    assert not may_read(IRO, "note", "nothing")
    assert not may_write(MANAGER, "note", "nothing")


def test_whoever_works_alone_may_do_everything() -> None:
    alone = Reach()
    assert alone.sees_whole_reviews
    assert alone.makes("review")
    assert alone.writes("council", "service")
    assert alone.reads("wish")
    assert not alone.works_for_others


def test_who_sees_whole_reviews_and_works_with_everybodys_children() -> None:
    seen = {role: Reach(role).sees_whole_reviews for role in ROLES}
    assert seen == {IRO: True, MANAGER: True, SUPPORT: False, STEWARD: False}
    for_others = {role for role in ROLES if Reach(role).works_for_others}
    assert for_others == {MANAGER, SUPPORT}


def test_who_makes_new_rows_is_as_the_shared_database_has_it(council: SharedCouncil) -> None:
    for role in (IRO, MANAGER, SUPPORT):
        makes = set(council.one("SELECT waymark._makeable(%s)", role))
        assert {table for table in TABLES if Reach(role).makes(table)} == makes, role
    assert not any(Reach(IRO).makes(table) for table in MADE_BY_NONE)


def test_the_role_is_read_from_the_record(sam: tuple[Database, sample.Sample]) -> None:
    database, made = sam
    with database.reading() as connection:
        assert reach_of(connection) == Reach()
    with database.saving(made.iro_id) as session:
        from models.council import LaptopFact
        from models.whose import OWNER

        value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
        session.add(LaptopFact(name=OWNER, value=value))
    join(database, sample.NOW, role=SUPPORT)
    with database.reading() as connection:
        assert reach_of(connection) == Reach(SUPPORT)


def test_asking_for_a_laptop_that_works_alone_loads_nothing_slow() -> None:
    words = (
        "import sys; from models.sync.reach import Reach;"
        "assert Reach().writes('note', 'words') and Reach().sees_whole_reviews;"
        "assert 'sqlalchemy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", words], cwd=source.ROOT, check=True)
