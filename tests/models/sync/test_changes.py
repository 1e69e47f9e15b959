"""Each edit is noted in its row: what was seen when it began, and what it is now."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, text, update

from models.child import Child
from models.council import LaptopFact, StaffMember
from models.database import Database
from models.pending import plain, typed_number, with_change
from models.record import MergeRule
from models.sync.changes import BypassedNoting, waiting_changes
from tests.models import opened
from tests.models.opened import ME
from tests.sample import AUTHORITY, KEY


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = opened.create(tmp_path / "record")
    yield made
    made.close()


def _pending(database: Database, row_id: str, table: str = "staff_member") -> dict[str, Any]:
    with database.reading() as connection:
        row = connection.execute(
            f"SELECT pending FROM {table} WHERE id = ?",  # noqa: S608 - a test's own names
            (row_id,),
        ).fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found


def _acknowledge(database: Database, row_id: str) -> None:
    """Do what sharing will do when the council has everything."""
    with database.saving(ME) as session:
        session.get_one(StaffMember, row_id).pending = {}


def test_a_new_row_notes_what_it_holds_and_leaves_out_what_is_blank(database: Database) -> None:
    with database.saving(ME) as session:
        child = Child(
            authority_id=AUTHORITY,
            case_id="case",
            identifier="990-1",
            given_name="Sam",
            born_on=date(2016, 4, 3),
            review_due_on=date(2026, 8, 12),
        )
        session.add(child)
    assert _pending(database, child.id, "child") == {
        "identifier": {"base": None, "new": "990-1"},
        "given_name": {"base": None, "new": "Sam"},
        "born_on": {"base": None, "new": "2016-04-03"},
    }


def test_a_field_that_is_worked_out_is_never_noted(database: Database) -> None:
    derived = {
        column.key
        for column in Child.__table__.columns
        if column.info.get("merge") is MergeRule.DERIVED
    }
    assert {"review_due_on", "reviews_held"} <= derived
    with database.saving(ME) as session:
        child = Child(authority_id=1, case_id="c", identifier="1", given_name="Sam")
        child.born_on = date(2016, 4, 3)
        session.add(child)
    before = _pending(database, child.id, "child")
    with database.saving("the clock") as session:
        session.get_one(Child, child.id).reviews_held = 7
    assert _pending(database, child.id, "child") == before
    with database.reading() as connection:
        assert connection.execute("SELECT updated_by FROM child").fetchone() == (ME,)


def test_the_base_is_what_was_seen_first_and_never_moves(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    _acknowledge(database, row_id)
    for days in ("Tuesdays", "Fridays", "Mondays"):
        opened.save(database, row_id, days)
        assert _pending(database, row_id) == {"days": {"base": "Mondays", "new": days}}


def test_a_copy_from_the_council_does_not_move_the_base(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    _acknowledge(database, row_id)
    opened.save(database, row_id, "Tuesdays")
    with database.saving(ME) as session:
        row = session.get_one(StaffMember, row_id)
        row.base, row.base_version = {"days": "Wednesdays"}, 9
    opened.save(database, row_id, "Fridays")
    assert _pending(database, row_id) == {"days": {"base": "Mondays", "new": "Fridays"}}


def test_setting_a_field_to_what_it_holds_is_no_change(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    _acknowledge(database, row_id)
    opened.save(database, row_id, "Mondays")
    assert _pending(database, row_id) == {}


def test_a_field_set_without_being_read_still_knows_what_it_held(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    _acknowledge(database, row_id)
    with database.saving(ME) as session:
        row = session.get_one(StaffMember, row_id)
        session.expire(row, ["days"])
        row.days = "Fridays"
    assert _pending(database, row_id) == {"days": {"base": "Mondays", "new": "Fridays"}}


def test_several_flushes_in_one_edit_note_one_change(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    _acknowledge(database, row_id)
    with database.saving(ME) as session:
        row = session.get_one(StaffMember, row_id)
        for days in ("Tuesdays", "Fridays"):
            row.days = days
            session.flush()
    assert _pending(database, row_id) == {"days": {"base": "Mondays", "new": "Fridays"}}


def test_marking_as_removed_is_noted_and_deleting_is_refused(database: Database) -> None:
    row_id = opened.add_staff(database)
    _acknowledge(database, row_id)
    with database.saving(ME) as session:
        session.get_one(StaffMember, row_id).remove(ME, session.info["at"])
    assert set(_pending(database, row_id)) == {"removed_at", "removed_by"}
    with pytest.raises(BypassedNoting), database.saving(ME) as session:
        session.delete(session.get_one(StaffMember, row_id))
    assert opened.days(database, row_id) == ""


@pytest.mark.parametrize(
    "statement",
    [
        update(StaffMember).values(days="x"),
        update(StaffMember.__table__).values(days="x"),  # type: ignore[arg-type]
        delete(StaffMember),
        delete(StaffMember.__table__),  # type: ignore[arg-type]
        insert(StaffMember).values(id="1", authority_id=1, case_id="c", name="n"),
        text("UPDATE staff_member SET days = 'x'"),
        text("update or ignore staff_member set days = 'x'"),
        text('WITH a AS (SELECT 1) DELETE FROM "staff_member"'),
        text("REPLACE INTO staff_member (id) VALUES ('1')"),
    ],
)
def test_a_statement_that_would_note_nothing_is_refused(
    database: Database, statement: Any
) -> None:
    row_id = opened.add_staff(database, "Mondays")
    with pytest.raises(BypassedNoting), database.saving(ME) as session:
        session.execute(statement)
    with pytest.raises(BypassedNoting), database.saving(ME) as session:
        session.flush()
        session.connection().execute(statement)
    assert opened.days(database, row_id) == "Mondays"


def test_saving_in_bulk_past_the_notes_is_refused(database: Database) -> None:
    row_id = opened.add_staff(database, "Mondays")
    with pytest.raises(BypassedNoting), database.saving(ME) as session:
        session.bulk_update_mappings(StaffMember, [{"id": row_id, "days": "x"}])
    assert opened.days(database, row_id) == "Mondays"


def test_a_fact_of_this_laptop_only_may_be_changed_in_any_way(database: Database) -> None:
    with database.saving(ME) as session:
        session.add(LaptopFact(name="one", value={"a": 1}))
    with database.saving(ME) as session:
        session.execute(update(LaptopFact).values(value={"a": 2}))
    with database.saving(ME) as session:
        session.delete(session.get_one(LaptopFact, "one"))
    with database.reading() as connection:
        assert waiting_changes(connection) == 0


def test_rows_that_wait_for_the_council_are_counted(database: Database) -> None:
    rows = [opened.add_staff(database) for _ in range(3)]
    with database.reading() as connection:
        assert waiting_changes(connection) == 3
    _acknowledge(database, rows[0])
    with database.reading() as connection:
        assert waiting_changes(connection) == 2


FIELDS = st.sampled_from(["name", "role", "days", "phone"])
ACTS = st.lists(st.tuples(FIELDS, st.text(max_size=8), st.booleans()), max_size=12)


@pytest.fixture(scope="module")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give a record in which every example has a row of its own."""
    database = Database.create(tmp_path_factory.mktemp("any") / "r", KEY, opened.Clock())
    yield database
    database.close()


@given(acts=ACTS)
@settings(max_examples=40, deadline=None)
def test_whatever_is_typed_the_base_is_the_first_value_and_the_new_the_last(
    one_for_all: Database, acts: list[tuple[str, str, bool]]
) -> None:
    database = one_for_all
    row_id = opened.add_staff(database)
    _acknowledge(database, row_id)
    with database.saving(ME) as session:
        row = session.get_one(StaffMember, row_id)
        held = {name: getattr(row, name) for name in ("name", "role", "days", "phone")}
    wanted: dict[str, dict[str, str]] = {}
    for field, value, acknowledged in acts:
        with database.saving(ME) as session:
            setattr(session.get_one(StaffMember, row_id), field, value)
        if value != held[field]:
            wanted[field] = {
                "base": wanted.get(field, {"base": held[field]})["base"],
                "new": value,
            }
        held[field] = value
        if acknowledged:
            _acknowledge(database, row_id)
            wanted = {}
        assert _pending(database, row_id) == wanted


@given(st.lists(st.tuples(st.none() | st.integers(), st.none() | st.integers(0, 99)), min_size=1))
def test_noting_keeps_the_first_base_the_last_value_and_the_highest_number(
    edits: list[tuple[int | None, int | None]],
) -> None:
    pending: dict[str, Any] = {"other": {"base": 1, "new": 2}}
    for new, typed in edits:
        before = json.loads(json.dumps(pending))
        pending = with_change(pending, "field", ("base of", new), new, typed)
        assert before["other"] == pending["other"]
    assert pending["field"]["base"] == ["base of", edits[0][0]]
    assert pending["field"]["new"] == edits[-1][0]
    numbers = [typed for _, typed in edits if typed is not None]
    assert typed_number(pending, "field") == max(numbers, default=0)


def test_a_value_that_json_cannot_keep_is_a_fault_of_the_program() -> None:
    assert plain({"a": {2, 1}, "b": (date(2026, 1, 2),)}) == {"a": [1, 2], "b": ["2026-01-02"]}
    with pytest.raises(TypeError):
        plain(b"bytes")
