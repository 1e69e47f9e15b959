"""The rules that let the same schema run on a distributed PostgreSQL, each held by a test."""

import re
from collections.abc import Iterator
from typing import Any, Final  # Any: a cell of the catalogue

import pytest

import resources
from models.sync import server_steps
from tests.shared_council import SharedCouncil

STEPS: Final = resources.path(server_steps.FOLDER)
REFERENCE_TABLES: Final = {"step", "registry", "login"}
"""One copy for all councils; each says so where it is made."""
LOOKED_UP_ACROSS: Final = {"step", "registry", "login"}


def _statements() -> Iterator[tuple[str, str]]:
    """Every step file without its comments, by its name."""
    for path in sorted(STEPS.glob("*.sql")):
        yield path.name, re.sub(r"--.*", "", path.read_text(encoding="utf-8"))


def _one_column(council: SharedCouncil, words: str) -> list[Any]:
    return [row[0] for row in council.admin.execute(words.encode()).fetchall()]


def _functions(council: SharedCouncil) -> list[tuple[str, str, str, list[str]]]:
    """Name, language, body and the names of the types of the arguments."""
    return council.admin.execute(
        "SELECT p.proname, l.lanname, p.prosrc, ARRAY(SELECT t::regtype::text"
        " FROM unnest(p.proargtypes::oid[]) AS t) FROM pg_proc p"
        " JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'waymark'::regnamespace"
    ).fetchall()


def _tables(council: SharedCouncil) -> set[str]:
    return set(_one_column(
        council, "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
        " AND relnamespace = 'waymark'::regnamespace",
    ))  # fmt: skip


def test_the_authority_comes_first_in_every_key_and_index(council: SharedCouncil) -> None:
    first = council.admin.execute(
        "SELECT t.relname, i.relname, a.attname FROM pg_index x"
        " JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid"
        " LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]"
        " WHERE t.relnamespace = 'waymark'::regnamespace"
    ).fetchall()
    others = {row for row in first if row[0] not in REFERENCE_TABLES and row[2] != "authority_id"}
    assert others == set()
    assert {row[0] for row in first} == _tables(council)


def test_every_table_has_a_primary_key_and_an_authority_or_is_a_reference_table(
    council: SharedCouncil,
) -> None:
    with_authority = set(_one_column(
        council, "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relkind = 'r' AND c.relnamespace = 'waymark'::regnamespace"
        " AND a.attname = 'authority_id' AND a.attnotnull",
    ))  # fmt: skip
    keyed = set(_one_column(
        council, "SELECT c.relname FROM pg_constraint p JOIN pg_class c ON c.oid = p.conrelid"
        " WHERE contype = 'p' AND connamespace = 'waymark'::regnamespace",
    ))  # fmt: skip
    assert _tables(council) - with_authority == REFERENCE_TABLES - {"login"}
    assert keyed == _tables(council)


def test_the_reference_tables_are_named_as_such_where_they_are_made() -> None:
    words = (STEPS / "0001_tables.up.sql").read_text(encoding="utf-8")
    said = re.findall(r"-- One copy for all councils:[^;]*?(?:;\nCREATE[^;]*?)*;", words)
    named = re.findall(r"CREATE TABLE waymark\.(\w+)", "".join(said))
    assert set(named) == REFERENCE_TABLES


def test_foreign_keys_if_there_are_any_begin_with_the_authority(council: SharedCouncil) -> None:
    first = council.admin.execute(
        "SELECT c.conname, a.attname FROM pg_constraint c JOIN pg_attribute a"
        " ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f' AND c.connamespace = 'waymark'::regnamespace"
    ).fetchall()
    assert [row for row in first if row[1] != "authority_id"] == []


@pytest.mark.parametrize("what", [
    "SELECT relname FROM pg_class WHERE relkind = 'S'"
    " AND relnamespace = 'waymark'::regnamespace",
    "SELECT attname FROM pg_attribute WHERE attidentity <> ''"
    " AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'waymark'::regnamespace)",
    "SELECT conname FROM pg_constraint WHERE (condeferrable OR condeferred OR contype = 'x')"
    " AND connamespace = 'waymark'::regnamespace",
    "SELECT tgname FROM pg_trigger WHERE tgdeferrable OR tginitdeferred",
    "SELECT oid::text FROM pg_largeobject_metadata",
], ids=["sequence", "identity", "deferrable", "deferred trigger", "large object"])  # fmt: skip
def test_the_catalogue_holds_nothing_that_a_distributed_database_lacks(
    council: SharedCouncil, what: str
) -> None:
    assert _one_column(council, what) == []


@pytest.mark.parametrize("what", [
    r"\bnextval\b", r"\b(?:big|small)?serial\b", r"\bGENERATED\b", r"\bLISTEN\b", r"\bNOTIFY\b",
    r"\bpg_notify\b", r"\bpg_(?:try_)?advisory", r"\bLOCK\s+TABLE\b", r"\bDEFERRABLE\b",
    r"\bEXCLUDE\s+USING\b", r"\blo_\w+\(", r"\bpg_largeobject", r"\bCURSOR\s+WITH\s+HOLD\b",
    r"\btxid_|\bpg_current_xact|\bxmin\b", r"\bCREATE\s+TEMP", r"\bLANGUAGE\s+(?!plpgsql\b)\w+",
])  # fmt: skip
def test_no_step_says_what_a_distributed_database_does_not_know(what: str) -> None:
    found = [(name, it[0]) for name, words in _statements() for it in re.finditer(what, words)]
    assert found == []


def test_no_function_is_written_in_another_language(council: SharedCouncil) -> None:
    assert {language for _, language, _, _ in _functions(council)} == {"plpgsql"}


def test_no_function_takes_more_than_one_authority(council: SharedCouncil) -> None:
    """The number of a council comes first, or within what says who calls, or not at all."""
    holders = {"smallint", "waymark._hand", "waymark.caller"}
    taken = {name: [kind for kind in kinds if kind in holders]
             for name, _, _, kinds in _functions(council)}  # fmt: skip
    assert {name for name, kinds in taken.items() if len(kinds) > 1} == set()
    assert {name for name, _, _, kinds in _functions(council)
            if any(kind.startswith("smallint[]") for kind in kinds)} == set()  # fmt: skip


def test_the_doors_take_no_authority_at_all(council: SharedCouncil) -> None:
    doors = {name: kinds for name, _, _, kinds in _functions(council) if not name.startswith("_")}
    assert set(doors) >= {"hello", "push", "pull", "receipt", "digest", "park", "recover"}
    assert {tuple(kinds) for kinds in doors.values()} == {("jsonb",)}


def _uses(body: str) -> Iterator[tuple[str, str]]:
    """Each statement of a function that names a table, with the table's name."""
    for statement in re.sub(r"--.*", "", body).split(";"):
        for table in re.findall(
            r"\b(?:FROM|JOIN|INTO|UPDATE)\s+waymark\.(\w+)\b(?!\s*\()", statement
        ):
            yield table, statement


def test_every_statement_of_a_function_keeps_to_one_authority(council: SharedCouncil) -> None:
    """A statement names the authority once for each table it reads, but for reference tables."""
    spread = []
    for name, _, body, _ in _functions(council):
        for table, statement in _uses(body):
            if table in _tables(council) - LOOKED_UP_ACROSS and not re.search(
                r"\bauthority_id\b", statement
            ):
                spread.append((name, table))
    assert spread == []


def test_tables_are_joined_by_their_authority(council: SharedCouncil) -> None:
    for name, _, body, _ in _functions(council):
        for _table, statement in _uses(body):
            joined = re.findall(r"\bJOIN\s+waymark\.(\w+)\b(?!\s*\()", statement)
            for table in set(joined) - LOOKED_UP_ACROSS:
                assert re.search(
                    r"USING\s*\(\s*authority_id|\w+\.authority_id\s*=\s*\w+(?:\.authority_id)?",
                    statement,
                ), (name, table)


def test_policies_have_no_selects_in_them(council: SharedCouncil) -> None:
    """They compare plain columns with settings, or ask a function of PL/pgSQL."""
    rules = council.admin.execute(
        "SELECT tablename, policyname, concat(qual, ' ', with_check) FROM pg_policies"
        " WHERE schemaname = 'waymark'"
    ).fetchall()
    assert {row[0] for row in rules} == _tables(council)
    assert [row for row in rules if re.search(r"\bselect\b|\bexists\b", row[2], re.I)] == []
    assert [row for row in rules if re.search("session_user|current_user", row[2], re.I)] == []


def test_rows_get_their_ids_on_laptops(council: SharedCouncil) -> None:
    """No column of an id has a default that the database makes; an epoch is no row."""
    made = council.admin.execute(
        "SELECT c.relname, a.attname FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid"
        " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum"
        " WHERE c.relnamespace = 'waymark'::regnamespace AND a.atttypid = 'uuid'::regtype"
    ).fetchall()
    assert made == [("clock", "epoch")]


def test_each_authority_has_one_clock_and_its_own_numbers(council: SharedCouncil) -> None:
    before = council.one("SELECT seq FROM waymark.clock WHERE authority_id = %s", 990)
    council.second_council(991)
    clocks = council.admin.execute("SELECT authority_id, count(*), max(seq) FROM waymark.clock"
                                   " GROUP BY authority_id ORDER BY 1").fetchall()  # fmt: skip
    assert clocks == [(990, 1, before), (991, 1, before)]
