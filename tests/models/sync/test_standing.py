"""Where a laptop stands is one fact of its file."""

from datetime import UTC, datetime, timedelta

import pytest

from models.database import Database
from models.sync.standing import (
    NotShared,
    Standing,
    change_standing,
    clock_offset,
    from_wire,
    on_wire,
    read_standing,
    standing_of,
    write_standing,
)
from tests import sample

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
FULL = Standing(
    990, "me", "iro", "council", "device", council="Wyrdale", url="postgresql://h/d",
    login="ruth", laptop="L1", next_n=4, epoch="e", cursor=(7, "id"), witness=(7, "aa"),
    lease_until=AT, lease_spent_seconds=1.5, last_server_time=AT, latest_local_time=AT,
    clock_ahead_seconds=-2.0, cases_hash="h", held_news=1, receipt_at=AT, receipt=(7, "id", 0),
    state="recovering", was=(("a", "b"),),
)  # fmt: skip
Sam = tuple[Database, sample.Sample]


def test_a_laptop_that_works_alone_has_none(sam: Sam) -> None:
    with sam[0].reading() as connection:
        assert read_standing(connection) is None
        with pytest.raises(NotShared):
            standing_of(connection)


def test_everything_of_it_comes_back_as_it_was(sam: Sam) -> None:
    database, _ = sam
    with database.sharing() as hand:
        write_standing(hand.connection, FULL)
    with database.reading() as connection:
        assert read_standing(connection) == FULL


def test_some_of_it_is_changed_and_the_rest_stays(sam: Sam) -> None:
    database, _ = sam
    with database.sharing() as hand:
        write_standing(hand.connection, FULL)
        change_standing(hand.connection, next_n=5)
    with database.reading() as connection:
        assert standing_of(connection).next_n == 5
        assert standing_of(connection).url == FULL.url


def test_what_a_newer_program_added_is_let_go(sam: Sam) -> None:
    database, _ = sam
    with database.sharing() as hand:
        write_standing(hand.connection, FULL)
        hand.connection.execute(
            "UPDATE laptop_fact SET value = json_set(value, '$.tomorrow', 1)"
            " WHERE name = 'sharing'"
        )
    with database.reading() as connection:
        assert read_standing(connection) == FULL


def test_a_transaction_that_fails_leaves_nothing(sam: Sam) -> None:
    database, _ = sam
    with pytest.raises(ZeroDivisionError), database.sharing() as hand:
        write_standing(hand.connection, FULL)
        hand.connection.execute("SELECT 1 / 1")
        raise ZeroDivisionError
    with database.reading() as connection:
        assert read_standing(connection) is None


def test_windows_hear_what_sharing_changed_and_only_that(sam: Sam) -> None:
    database, _ = sam
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    with database.sharing() as hand:
        write_standing(hand.connection, FULL)
    with database.sharing() as hand:
        hand.changed.add("note")
    assert heard == [frozenset({"note"})]


def test_rows_may_come_before_what_they_name_and_the_check_is_on_again_after(sam: Sam) -> None:
    database, _ = sam
    with database.sharing() as hand:
        assert hand.connection.execute("PRAGMA foreign_keys").fetchone() == (0,)
        kept = hand.connection
    assert kept.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_what_is_the_councils_has_the_nil_id_on_the_way() -> None:
    assert from_wire(on_wire("")) == ""
    assert on_wire("a") == from_wire("a") == "a"
    assert clock_offset(FULL) == timedelta(seconds=-2)
