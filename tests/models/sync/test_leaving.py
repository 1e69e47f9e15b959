"""A record leaves when it is somebody else's; never before all is handed in, never many unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from models.signs import Note
from models.sync import leaving
from models.sync.sealing import SEALED, closed
from models.sync.standing import change_standing
from tests import sample
from tests.models.sync.fake_council import ME, NOW, FakeCouncil, join, receive

Full = tuple[Database, FakeCouncil, list[str]]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Full]:
    """A laptop with eight children, each with one review and one note."""
    council = FakeCouncil(page=200)
    cases = [f"019a0000-0000-7000-8000-00000000c{number:03}" for number in range(8)]
    for case in cases:
        council.grant(case)
        council.put(
            "child", case, case, identifier=case[-4:], given_name="Kit", born_on="2015-02-01"
        )
        council.put("review", f"r{case}", case, child_id=case, number=1)
        council.put(
            "note", f"n{case}", case, review_id=f"r{case}", step="A4", column="well", words="w"
        )
    database = sample.open_database(tmp_path / "record")
    join(database)
    receive(database, council)
    yield database, council, cases
    database.close()


def _here(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM child").fetchone()[0])


@pytest.mark.parametrize(
    ("leaving_now", "of", "is_many"),
    [(1, 1, False), (1, 5, False), (2, 19, True), (2, 20, False), (5, 50, False), (6, 600, True)],
)
def test_how_many_are_many(leaving_now: int, of: int, is_many: bool) -> None:
    assert leaving.is_many(leaving_now, of) is is_many


def test_one_child_leaves_and_the_receipt_can_tell_it(full: Full) -> None:
    database, council, cases = full
    del council.cases[cases[0]]
    assert receive(database, council).purged == (cases[0],)
    assert _here(database) == 7
    assert receive(database, council).purged == (cases[0],)  # no receipt was given yet
    with database.sharing() as hand:
        change_standing(hand.connection, receipt_at=NOW)
    assert receive(database, council).purged == ()


def test_what_is_typed_or_sealed_and_not_handed_in_stays(full: Full) -> None:
    database, council, cases = full
    with database.saving(ME) as session:
        session.get_one(Note, f"n{cases[0]}").words = "Not handed in"
    del council.cases[cases[0]]
    assert receive(database, council).purged == ()
    with database.sharing() as hand:
        hand.connection.execute("UPDATE note SET pending = '{}'")
        hand.connection.execute(
            "INSERT INTO outbox (place, device_id, n, payload, sealed_at, state)"
            " VALUES (1, 'laptop-1', 1, ?, '', ?)",
            (closed({"n": 1, "ops": [{"case": cases[0]}]}), SEALED),
        )
    assert receive(database, council).purged == ()
    assert _here(database) == 8
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM outbox")
    assert receive(database, council).purged == (cases[0],)


def test_a_record_that_is_typed_in_waits_until_it_is_let_go(full: Full) -> None:
    database, council, cases = full
    database.typing.begin("note", f"n{cases[0]}", "words")
    del council.cases[cases[0]]
    assert receive(database, council).purged == ()
    database.typing.end("note", f"n{cases[0]}", "words")
    assert receive(database, council).purged == (cases[0],)


def test_many_at_once_are_asked_about_twice_and_seen_by_the_person_first(full: Full) -> None:
    database, council, cases = full
    for case in cases[:6]:
        del council.cases[case]
    first = receive(database, council)
    assert (first.purged, first.purge_waits) == ((), ())
    with database.reading() as connection:
        assert connection.execute("SELECT value ->> 'cases_hash' FROM laptop_fact"
                                  " WHERE name = 'sharing'").fetchone() == ("",)  # fmt: skip
    second = receive(database, council)
    assert second.purge_waits == tuple(cases[:6])
    with database.reading() as connection:
        assert leaving.waits_to_be_seen(connection) == cases[:6]
    assert receive(database, council).purged == ()
    assert _here(database) == 8
    leaving.agree(database, cases[:6])
    assert receive(database, council).purged == tuple(cases[:6])
    assert _here(database) == 2
    with database.reading() as connection:
        assert leaving.waits_to_be_seen(connection) == []


def test_many_that_come_back_meanwhile_stay(full: Full) -> None:
    database, council, cases = full
    gone = {case: council.cases.pop(case) for case in cases[:6]}
    receive(database, council)
    council.cases |= gone
    assert receive(database, council).purge_waits == ()
    assert _here(database) == 8
    with database.reading() as connection:
        assert leaving.waits_to_be_seen(connection) == []


def test_agreeing_to_some_is_not_agreeing_to_others(full: Full) -> None:
    database, council, cases = full
    for case in cases[:6]:
        del council.cases[case]
    receive(database, council)
    receive(database, council)
    leaving.agree(database, cases[:2])
    assert receive(database, council).purged == ()
    assert _here(database) == 8


def test_a_child_who_comes_back_comes_whole(full: Full) -> None:
    database, council, cases = full
    del council.cases[cases[0]]
    receive(database, council)
    council.grant(cases[0])
    receive(database, council)
    with database.reading() as connection:
        found = connection.execute("SELECT words FROM note WHERE id = ?", (f"n{cases[0]}",))
        assert found.fetchone() == ("w",)
