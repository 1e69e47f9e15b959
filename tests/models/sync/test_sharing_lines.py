"""The lists of the place Sync: what waits, what came and what was set aside, line by line."""

from datetime import timedelta

import pytest

from models.council import LaptopFact
from models.database import Database
from models.editing import put
from models.sync.sharing_lines import (
    children_and_staff,
    held_from_others,
    names_of_cases,
    what_came,
    what_waits,
    what_was_set_aside,
)
from models.whose import OWNER
from tests.sample import AUTHORITY, NOW, Sample
from tests.ui.sync import shared_record


@pytest.fixture
def shared(sam: tuple[Database, Sample]) -> tuple[Database, Sample]:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value={"staff_id": made.iro_id,
                                                  "authority_id": AUTHORITY}))  # fmt: skip
    shared_record.join(database, NOW)
    return database, made


def test_what_waits_is_the_newest_first_with_its_number_and_fields(
    shared: tuple[Database, Sample],
) -> None:
    database, made = shared
    with database.saving(made.iro_id, NOW) as session:
        put(session, "child", made.child_id, "lives_with", "Alma and Joe")
    with database.saving(made.iro_id, NOW + timedelta(minutes=1)) as session:
        put(session, "decision", made.earlier_decisions[1], "what", "Swimming")
    with database.reading() as connection:
        newest, oldest = what_waits(connection)
        assert what_waits(connection, 1) == (newest,)
    assert (newest.table, newest.number, newest.fields) == ("decision", 2, ("what",))
    assert (newest.called, newest.child_id) == ("Sam Tillbrook", made.child_id)
    assert (oldest.table, oldest.by) == ("child", "Nadia Brightwell")
    assert "lives_with" in oldest.fields


def test_what_came_is_the_last_to_come_first(shared: tuple[Database, Sample]) -> None:
    database, made = shared
    with database.sharing() as hand:
        for kind in ("came", "joined"):
            place = (made.child_id, "note", "a note that is gone")
            shared_record.arrive(hand, kind, place, NOW, made.iro_id)
    with database.reading() as connection:
        lines = what_came(connection)
    assert [line.kind for line in lines] == ["joined", "came"]
    assert {line.number for line in lines} == {None}


def test_what_was_settled_long_ago_is_told_no_more(shared: tuple[Database, Sample]) -> None:
    database, made = shared
    with database.sharing() as hand:
        shared_record.hold(hand, made.child_id, NOW - timedelta(days=40), "One", why="no_access")
        shared_record.hold(hand, made.child_id, NOW - timedelta(days=40), "Two", why="too_long")
        hand.connection.execute("update held_work set state = 'added' where why = 'too_long'")
    with database.reading() as connection:
        (line,) = what_was_set_aside(connection, NOW - timedelta(days=30))
        assert len(what_was_set_aside(connection, NOW - timedelta(days=50))) == 2
    assert (line.why, dict(line.fields)["words"]) == ("no_access", "One")


def test_of_held_work_only_that_of_others_which_is_open_waits_for_this_person(
    shared: tuple[Database, Sample],
) -> None:
    database, made = shared
    one = {"op_id": "a", "person": "another", "case": made.child_id, "table": "note", "row": "r",
           "why": "no_access", "at": NOW.isoformat(), "op": {"set": {"words": "Hello"}},
           "outcome": None}  # fmt: skip
    answer = {"held": [one, {**one, "op_id": "b", "person": made.iro_id},
                       {**one, "op_id": "c", "outcome": "added"}]}  # fmt: skip
    with database.reading() as connection:
        (line,) = held_from_others(connection, answer, made.iro_id)
    assert (line.op_id, line.called, line.fields) == (
        *("a", "Sam Tillbrook"),
        (("words", "Hello"),),
    )


def test_children_and_staff_are_named_where_they_are_on_this_laptop(
    shared: tuple[Database, Sample],
) -> None:
    database, made = shared
    with database.reading() as connection:
        called, staff = children_and_staff(connection)
        named = names_of_cases(connection, [made.child_id, "not here"])
    assert called == {made.child_id: "Sam Tillbrook"}
    assert staff[made.iro_id] == "Nadia Brightwell"
    assert named == ("Sam Tillbrook",)
