"""Once a day the laptop looks whether it has what the council has; what differs comes again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.database import Database
from models.sync import arriving
from models.sync.digests import digest_of, summed
from tests import sample
from tests.models.sync.fake_council import NOW, FakeCouncil, a_round, join, receive

Small = tuple[Database, FakeCouncil]
CASE = "019a0000-0000-7000-8000-000000000c17"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    """A laptop that has Kit, with one review and two notes."""
    council = FakeCouncil(page=10)
    council.grant(CASE)
    council.put("child", CASE, CASE, identifier="990-7", given_name="Kit", born_on="2015-02-01")
    council.put("review", "review", CASE, child_id=CASE, number=1)
    for name in ("one", "two"):
        council.put("note", name, CASE, review_id="review", step="A4", column="well", words=name)
    database = sample.open_database(tmp_path / "record")
    join(database)
    receive(database, council)
    yield database, council
    database.close()


def _tomorrow(database: Database, council: FakeCouncil, **later: int) -> Any:
    under_way = a_round(database, council, now=lambda: NOW + timedelta(**later))
    council.calls.clear()
    arriving.receive(under_way)
    return [name for name, _ in council.calls]


def _damage(database: Database) -> None:
    with database.sharing() as hand:
        hand.connection.execute("UPDATE note SET words = 'spoilt', base_version = 7,"
                                " base = '{\"words\": \"spoilt\"}' WHERE id = 'one'")  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=8), st.randoms())
def test_the_order_of_rows_makes_no_difference(numbers: list[int], chance: Any) -> None:
    mixed = list(numbers)
    chance.shuffle(mixed)
    assert summed(mixed) == summed(numbers)


def test_it_is_asked_once_a_day(small: Small) -> None:
    database, council = small
    assert _tomorrow(database, council, hours=23) == []
    assert _tomorrow(database, council, hours=24) == ["digest"]
    assert _tomorrow(database, council, hours=25) == []


def test_a_clock_put_back_by_years_does_not_stop_it(small: Small) -> None:
    database, council = small
    assert _tomorrow(database, council, days=-4000) == ["digest"]


def test_only_the_case_that_differs_comes_again(small: Small) -> None:
    database, council = small
    _damage(database)
    with database.reading() as connection:
        damaged = digest_of(connection, CASE)
    _tomorrow(database, council, days=1)
    asked = {request.get("case") for name, request in council.calls if name == "pull"}
    assert asked == {CASE}
    with database.reading() as connection:
        assert digest_of(connection, CASE) != damaged


def test_a_row_that_is_missing_comes_back(small: Small) -> None:
    database, council = small
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM note WHERE id = 'two'")
    _tomorrow(database, council, days=1)
    with database.reading() as connection:
        assert connection.execute("SELECT words FROM note WHERE id = 'two'").fetchone() == ("two",)


def test_a_row_that_waits_for_its_place_counts_as_here(small: Small) -> None:
    database, council = small
    council.put("note", "orphan", CASE, review_id="not come", step="A4", words="w")
    assert "digest" not in _tomorrow(database, council, hours=1)
    assert _tomorrow(database, council, days=1) == ["digest"]


def test_what_is_typed_and_not_sent_makes_no_difference(small: Small) -> None:
    database, council = small
    with database.saving("me") as session:
        from models.signs import Note

        session.get_one(Note, "one").words = "Typed here"
    assert _tomorrow(database, council, days=1) == ["digest"]
