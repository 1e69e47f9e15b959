"""Pages and pictures come in parts by their digest, when somebody wants them soon."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.database import Database
from models.issuing import PagesNotHere, issued_pdf
from models.sync import parts
from models.sync.link import ConnectionLost
from tests import sample
from tests.models.sync.fake_council import NOW, FakeCouncil, join, receive

Small = tuple[Database, FakeCouncil]
CASE = "019a0000-0000-7000-8000-000000000c17"
PAGES = bytes(range(256)) * 9


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    """A laptop that has Kit, whose review is next week, with the papers of three reviews."""
    council = FakeCouncil(page=50)
    council.grant(CASE)
    council.put("child", CASE, CASE, identifier="990-7", given_name="Kit", born_on="2015-02-01")
    for number in (1, 2, 3):
        held = {"state": "finished", "held_on": f"2026-0{number}-01"}
        council.put("review", f"r{number}", CASE, child_id=CASE, number=number, **held)
        digest = council.pages(CASE, PAGES + bytes([number]), part_bytes=1000)
        paper = {"kind": "letter", "version": 1, "issued_at": "2026-07-01T10:00:00+00:00"}
        council.put("document", f"d{number}", CASE, review_id=f"r{number}", digest=digest,
                    issued_by="somebody", words="Dear Kit", **paper)  # fmt: skip
    booked = (NOW.date() + timedelta(days=7)).isoformat()
    council.put("review", "next", CASE, child_id=CASE, number=4, booked_on=booked)
    council.put("drawing", "drawn", CASE, review_id="next", made_on="2026-08-01", width=2,
                height=2, digest=council.pages(CASE, b"a drawing", 1000))  # fmt: skip
    database = sample.open_database(tmp_path / "record")
    join(database)
    yield database, council
    database.close()


def _here(database: Database, table: str, column: str) -> list[str]:
    with database.reading() as connection:
        found = connection.execute(
            f"SELECT id FROM {table} WHERE {column} IS NOT NULL ORDER BY id"  # noqa: S608
        )
        return [row_id for (row_id,) in found.fetchall()]


def test_the_next_fortnight_brings_its_pictures_and_the_papers_of_two_reviews(
    small: Small,
) -> None:
    database, council = small
    receive(database, council)
    assert _here(database, "drawing", "png") == ["drawn"]
    assert _here(database, "document", "pdf") == ["d2", "d3"]
    with database.reading() as connection:
        assert issued_pdf(connection, "d3") == PAGES + bytes([3])


def test_a_child_without_a_review_soon_waits_until_it_is_asked_for(small: Small) -> None:
    database, council = small
    council.put("review", "next", CASE, booked_on="2026-12-01")
    council.put("care_period", "care", CASE, child_id=CASE, began_on="2025-06-01")
    council.put("review", "r3", CASE, held_on=date(2026, 7, 30).isoformat())
    receive(database, council)
    assert _here(database, "document", "pdf") == []
    with database.reading() as connection:
        with pytest.raises(PagesNotHere):
            issued_pdf(connection, "d1")
        wanted = parts.wanted_of(connection, "document", "d1")
    assert len(wanted) == 1
    parts.want(database, "document", "d1")
    receive(database, council)
    council.calls.clear()
    receive(database, council)
    assert council.calls == []
    with database.reading() as connection:
        assert issued_pdf(connection, "d1") == PAGES + bytes([1])
        assert parts.wanted_of(connection, "document", "d1") == []


def test_a_cut_sends_no_part_twice(small: Small) -> None:
    database, council = small
    council.calls.clear()
    receive_again = 0
    while True:
        council.cut_after = 1
        try:
            receive(database, council)
            break
        except ConnectionLost:
            receive_again += 1
    assert receive_again > 3
    wants = [tuple(want) for _, request in council.calls for want in request.get("wants", ())]
    assert len(wants) == len(set(wants))
    assert _here(database, "document", "pdf") == ["d2", "d3"]


def test_pages_that_are_not_what_their_digest_says_are_not_taken(small: Small) -> None:
    database, council = small
    for key in council.parts:
        council.parts[key] = [b"something else"]
    receive(database, council)
    assert _here(database, "document", "pdf") == []
    with database.reading() as connection:
        left = connection.execute(
            "SELECT count(*) FROM laptop_fact WHERE name LIKE 'sharing part%'"
        )
        assert left.fetchone() == (0,)


def test_pages_that_were_not_handed_in_yet_are_asked_for_again_later(small: Small) -> None:
    database, council = small
    kept, council.parts = council.parts, {}
    receive(database, council)
    assert _here(database, "document", "pdf") == []
    asked = len(council.calls)
    receive(database, council)
    assert len(council.calls) == asked
    council.parts = kept
    council.put("review", "next", CASE, place="The pages came with a batch of their own")
    receive(database, council)
    assert _here(database, "document", "pdf") == ["d2", "d3"]


def test_one_picture_named_twice_comes_once(small: Small) -> None:
    database, council = small
    council.put("drawing", "again", CASE, review_id="next", made_on="2026-08-02", width=2,
                height=2, digest=council.rows["drawn"][5]["digest"])  # fmt: skip
    receive(database, council)
    assert _here(database, "drawing", "png") == ["again", "drawn"]
    wants = [
        want for _, request in council.calls for want in request.get("wants", ())
        if want[1] == council.rows["drawn"][5]["digest"]
    ]  # fmt: skip
    assert len(wants) == 1
