"""A new laptop fetches child by child, the newest review first, and may stop after any page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from models.sync import arriving, first_fetch
from models.sync.applying import apply_stage
from models.sync.caseload import NOTHING, WHOLE
from models.sync.link import ConnectionLost, Stopped
from tests import sample
from tests.models.sync.fake_council import RUTH, FakeCouncil, a_round, join, receive
from tests.models.sync.handing_in import rows_of
from tests.sample import Sample

NewLaptop = tuple[Database, FakeCouncil, Sample, Database]
KIT = "019a0000-0000-7000-8000-000000000c17"


@pytest.fixture
def new_laptop(tmp_path: Path) -> Iterator[NewLaptop]:
    """A council that has Sam's record and a little of Kit's, and a laptop with nothing yet."""
    theirs, made = sample.open_filled(tmp_path / "theirs")
    council = FakeCouncil(page=5)
    council.take_over(theirs, "reference")
    for row in council.rows.values():
        row[3] = "00000000-0000-0000-0000-000000000000"
    council.grant(KIT)
    council.grant(made.child_id)
    council.put("child", KIT, KIT, identifier="990-7", given_name="Kit", born_on="2015-02-01")
    council.put("care_period", f"{KIT[:-1]}8", KIT, child_id=KIT, began_on="2026-07-01")
    council.take_over(theirs, made.child_id, by=RUTH)
    mine = sample.open_database(tmp_path / "mine")
    join(mine)
    yield mine, council, made, theirs
    mine.close()
    theirs.close()


def _has(database: Database) -> dict[str, str]:
    with database.reading() as connection:
        return dict(connection.execute("SELECT case_id, has FROM shared_case").fetchall())


def test_everything_comes_with_what_is_worked_out_from_it(new_laptop: NewLaptop) -> None:
    mine, council, made, theirs = new_laptop
    receive(mine, council)
    assert set(_has(mine).values()) == {WHOLE}
    for case in (made.child_id,):
        assert rows_of(mine, case) == rows_of(theirs, case)
    due = "SELECT review_due_on, review_due_clock, reviews_held, booked_on FROM child WHERE id = ?"
    with mine.reading() as here, theirs.reading() as there:
        assert (
            here.execute(due, (made.child_id,)).fetchone()
            == there.execute(due, (made.child_id,)).fetchone()
        )
        assert here.execute("SELECT count(*) FROM arrival").fetchone() == (0,)
        assert first_fetch.progress(here) is None
    mine.check_thoroughly()


def test_each_child_comes_with_the_newest_review_before_any_older_one(
    new_laptop: NewLaptop,
) -> None:
    mine, council, _, _ = new_laptop
    receive(mine, council)
    asked = [
        (request["case"], request["part"]) for _, request in council.calls if "part" in request
    ]
    parts = [part for at, part in enumerate(asked) if part not in asked[:at]]
    assert [part for _, part in parts] == ["newest", "newest", "rest", "rest"]
    assert parts[0][0] == KIT  # no day is known on a new laptop: the order of the council


def test_progress_counts_the_rows(new_laptop: NewLaptop) -> None:
    mine, council, _, _ = new_laptop
    told: list[tuple[str, int, int]] = []
    under_way = a_round(mine, council, progress=lambda *line: told.append(line))
    arriving.receive(under_way)
    fetched = [line for line in told if line[0] == "first_fetch"]
    total = sum(each.rows for each in under_way.greeting.cases or ())
    assert [line[1] for line in fetched] == sorted(line[1] for line in fetched)
    assert {line[2] for line in fetched} == {total}
    assert fetched[-1][1] == total


def test_it_stops_after_a_page_and_goes_on_from_there(new_laptop: NewLaptop) -> None:
    mine, council, made, theirs = new_laptop
    stops = 0
    while True:
        asked = len(council.calls)

        def one_more(until: int = asked + 1) -> bool:
            return len(council.calls) >= until

        under_way = a_round(mine, council, stop=one_more)
        try:
            arriving.receive(under_way)
            break
        except Stopped:
            stops += 1
    pulls = [repr(request) for name, request in council.calls if name == "pull"]
    assert stops > 5
    assert len(pulls) == len(set(pulls))
    assert rows_of(mine, made.child_id) == rows_of(theirs, made.child_id)


def test_the_first_child_is_usable_while_the_rest_comes(new_laptop: NewLaptop) -> None:
    mine, council, _, _ = new_laptop
    council.cut_after = 3
    with pytest.raises(ConnectionLost):
        receive(mine, council)
    with mine.reading() as connection:
        found = connection.execute("SELECT given_name, review_due_on FROM child").fetchall()
    assert found[0][0] == "Kit"
    assert found[0][1] is not None
    assert NOTHING in _has(mine).values()


def test_what_changes_meanwhile_comes_with_the_ordinary_pages(new_laptop: NewLaptop) -> None:
    mine, council, made, _ = new_laptop
    council.cut_after = 6
    with pytest.raises(ConnectionLost):
        receive(mine, council)
    council.cut_after = None
    council.put("review", made.review_id, made.child_id, place="At school")
    receive(mine, council)
    with mine.reading() as connection:
        place = connection.execute("SELECT place FROM review WHERE id = ?", (made.review_id,))
        assert place.fetchone() == ("At school",)


def test_a_child_granted_later_comes_whole_with_the_ordinary_pages(
    new_laptop: NewLaptop,
) -> None:
    mine, council, made, theirs = new_laptop
    late = council.cases.pop(made.child_id)
    receive(mine, council)
    assert made.child_id not in _has(mine)
    council.grant(made.child_id)
    council.calls.clear()
    receive(mine, council)
    assert council.cases[made.child_id] > late
    assert {request["what"] for name, request in council.calls if name == "pull"} == {"rows"}
    assert _has(mine)[made.child_id] == WHOLE
    with mine.reading() as connection:
        told = connection.execute("SELECT kind, table_name FROM arrival").fetchall()
    assert told == [("came", "child")]
    assert rows_of(mine, made.child_id) == rows_of(theirs, made.child_id)


def test_what_is_here_already_is_compared_and_not_fetched_back(new_laptop: NewLaptop) -> None:
    _, council, made, theirs = new_laptop
    join(theirs)
    with theirs.sharing() as hand:
        from models.sync.applying import Taking
        from models.sync.caseload import note_cases
        from models.sync.staging import stage

        note_cases(hand.connection, council.greeting().cases or ())
        stage(hand.connection, council.rows.values())
        apply_stage(hand, Taking(theirs.typing.holds, hand.at))
    before = rows_of(theirs, made.child_id)
    receive(theirs, council)
    asked = {request.get("case") for name, request in council.calls if name == "pull"}
    assert made.child_id not in asked
    assert rows_of(theirs, made.child_id) == before


def test_a_child_who_is_lost_while_being_fetched_stops_nothing(new_laptop: NewLaptop) -> None:
    mine, council, made, _ = new_laptop
    under_way = a_round(mine, council)
    del council.cases[KIT]
    arriving.receive(under_way)
    assert _has(mine)[made.child_id] == WHOLE
