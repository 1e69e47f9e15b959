"""pull of one case: the newest review first, the rest after, and nothing lost in between."""

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, row
from tests.models.sync.server.reading import ids, pages, pull
from tests.shared_council import SharedCouncil


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


def _with_words(ruth: HandingIn, case: str, number: int, state: str) -> tuple[str, str]:
    review = ruth.review(case, number=number, state=state)
    note = new_id()
    ruth.one(row("note", case, note, {"review_id": review, "words": f"Said in {number}"}))
    return review, note


def _part(council: SharedCouncil, case: str, part: str, **more: object) -> set[str]:
    found = ids(council, "ruth", what="case", case=case, part=part, **more)
    assert len(found) == len(set(found))
    return set(found)


def test_the_review_under_way_comes_first(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    before, said_before = _with_words(ruth, case, 1, "finished")
    now, said_now = _with_words(ruth, case, 2, "open")
    assert _part(council, case, "newest", limit=2) == {case, before, now, said_now}
    first = pull(council, "ruth", what="case", case=case, part="newest")
    assert first["reviews"] == [now]
    assert _part(council, case, "rest", limit=1, without=first["reviews"]) == {said_before}
    assert _part(council, case, "rest") == {said_before, said_now}


def test_every_review_that_is_not_finished_comes_first(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    _, said_before = _with_words(ruth, case, 1, "known")
    one, said = _with_words(ruth, case, 2, "adjourned")
    other, planned = _with_words(ruth, case, 3, "planned")
    newest = pull(council, "ruth", what="case", case=case, part="newest")
    assert set(newest["reviews"]) == {one, other}
    assert {said, planned} <= _part(council, case, "newest")
    assert said_before not in _part(council, case, "newest")


def test_the_last_review_comes_first_when_all_are_finished(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    for number in (2, 10, 9):
        _with_words(ruth, case, number, "finished")
    (newest,) = pull(council, "ruth", what="case", case=case, part="newest")["reviews"]
    assert council.one("SELECT data->>'number' FROM waymark.row WHERE id = %s", newest) == "10"


def test_both_parts_are_the_whole_case_whatever_happens_between(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    for number, state in ((1, "finished"), (2, "finished"), (3, "open")):
        _with_words(ruth, case, number, state)
    first = pull(council, "ruth", what="case", case=case, part="newest")
    here = {row[2] for row in first["rows"]}
    old, was = council.one(
        'UPDATE waymark.row SET data = data || \'{"state": "open"}\''
        " WHERE data->>'number' = '1' RETURNING ARRAY[id::text, '']"
    )
    assert (old in here, was) == (True, "")
    here |= _part(council, case, "rest", without=first["reviews"])
    assert here == set(ids(council, "ruth"))


def test_a_case_is_read_page_by_page(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    for number in range(1, 6):
        _with_words(ruth, case, number, "finished")
    asked = [*pages(council, "ruth", what="case", case=case, part="rest", limit=2)]
    assert [len(page["rows"]) for page in asked] == [2, 2, 1]
    assert asked[-1]["seq"] == council.one("SELECT seq FROM waymark.clock")


def test_what_belongs_to_the_council_comes_by_itself(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    ruth.child()
    came = pull(council, "ruth", what="council")
    assert [row[1] for row in came["rows"]] == ["council", "staff_member"]
    assert pull(council, "ruth", what="council", after=came["cursor"])["rows"] == []
