"""How sharing stands is said in a moment, from the file alone."""

from datetime import timedelta

from models.database import Database
from models.editing import put
from models.every_record import SHARED
from models.open_review import OpenReview
from models.sync.changes import waiting_tables
from models.sync.sealing import seal_acts
from models.sync.state import SharingState, read_state
from tests.models.sync.alone import answer, batch_of, everything_accepted, seal_all
from tests.models.sync.conftest import Pair
from tests.sample import NOW, Sample

Sam = tuple[Database, Sample]


def _state(database: Database, days: int = 0) -> SharingState:
    with database.reading() as connection:
        return read_state(connection, NOW + timedelta(days=days))


def test_a_laptop_that_works_alone_says_so(sam: Sam) -> None:
    assert _state(sam[0]) == SharingState(alone=True)


def test_what_waits_is_counted_until_the_receipt_is_there(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    state = _state(ruth.database)
    assert (state.alone, state.waiting, state.last_shared_at) == (False, 0, NOW)
    assert (state.role, state.council, state.lease_left_days) == ("iro", "Wyrdale Council", 14)
    with ruth.database.saving(ruth.person) as session:
        put(session, "review", sam.review_id, "place", "At school")
    assert _state(ruth.database).waiting == 1
    seal_all(ruth.database)
    assert _state(ruth.database).waiting == 1
    ruth.round()
    assert _state(ruth.database).waiting == 0
    assert _state(ruth.database, days=15).lease_left_days == -1
    assert council.one("SELECT waiting FROM waymark.device WHERE laptop = 'ruth'") == 0


def test_pages_that_are_still_to_go_out_wait_too(sam: Sam) -> None:
    database, made = sam
    everything_accepted(database, made)
    with database.sharing() as hand:
        seal_acts(hand, [{"kind": "part", "digest": "d"}])
    assert _state(database).waiting == 1


def test_what_needs_a_person_and_what_is_held_are_counted(pair: Pair) -> None:
    ruth, bea, sam, _council = pair
    for laptop, words in ((ruth, "At school"), (bea, "At the office")):
        with laptop.database.saving(laptop.person) as session:
            put(session, "review", sam.review_id, "place", words)
        laptop.round()
    assert _state(bea.database).needs_you == 1
    held = _state(ruth.database).held
    with ruth.database.saving(ruth.person) as session:
        OpenReview(session, sam.review_id).add_note("well", "She sleeps")
    seal_all(ruth.database)
    answer(ruth.database, batch_of(ruth.database), status="held", why="no_access")
    assert _state(ruth.database).held == held + 1


def test_counting_looks_through_no_table(pair: Pair) -> None:
    ruth = pair.ruth
    with ruth.database.reading() as connection:
        tables = waiting_tables(connection)
        plans = [
            connection.execute(
                f"EXPLAIN QUERY PLAN SELECT count(*) FROM \"{table}\" WHERE pending <> '{{}}'"  # noqa: S608
            ).fetchall()
            for table in tables
        ]
    assert len(tables) == len(SHARED)
    assert all("_waiting" in step[3] for plan in plans for step in plan)
