"""Pages: every row once, in one order, whatever changes meanwhile, at a cost that stays flat."""

import random
from typing import Any

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.reading import BEHIND_ALL, fill, give, ids, pages, pull
from tests.shared_council import SharedCouncil

ROOM = 262_144


@pytest.fixture
def council(council: SharedCouncil) -> SharedCouncil:
    council.person("ruth")
    return council


def _cases(council: SharedCouncil, some: random.Random, count: int) -> list[str]:
    """Cases that Ruth was given at different times, several at once."""
    cases = [new_id() for _ in range(count)]
    person = council.people["ruth"].id
    council.admin.cursor().executemany(
        "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
        " VALUES (%s, %s, %s, 'cover', %s)",
        [(council.authority_id, case, person, some.randrange(0, 40, 5)) for case in cases],
    )
    return cases


def _in_order(council: SharedCouncil) -> list[str]:
    """What Ruth should read, in the order she should read it, told in another way."""
    found = council.admin.execute(
        "SELECT r.id::text FROM waymark.row r JOIN waymark.access a USING (authority_id, case_id)"
        " WHERE a.person_id = %s ORDER BY greatest(r.server_seq, a.granted_seq), r.case_id, r.id",
        (council.people["ruth"].id,),
    )
    return [row[0] for row in found]


@pytest.mark.parametrize(("seed", "limit"), [(1, 1), (2, 2), (3, 7), (4, 50), (5, 500)])
def test_every_row_comes_once_whatever_the_page(
    council: SharedCouncil, seed: int, limit: int
) -> None:
    some = random.Random(seed)
    cases = _cases(council, some, 9)
    one_seq_often = [some.choice([5, 20, some.randrange(1, 60)]) for _ in range(120)]
    fill(council, [(some.choice(cases), new_id(), seq) for seq in one_seq_often])
    assert ids(council, "ruth", limit=limit) == _in_order(council)


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_reading_ends_at_the_present_state_while_others_write(
    council: SharedCouncil, seed: int
) -> None:
    some = random.Random(seed)
    cases = _cases(council, some, 6)
    fill(council, [(some.choice(cases), new_id(), some.randrange(1, 30)) for _ in range(60)])
    here: dict[str, int] = {}
    for number, page in enumerate(pages(council, "ruth", limit=4)):
        here |= {row[2]: row[4] for row in page["rows"]}
        if number < 12:
            _somebody_writes(council, some, cases)
    there = council.admin.execute(
        "SELECT id::text, row_version FROM waymark.row WHERE table_name = 'note'"
    )
    assert {row: version for row, version in here.items() if row in _notes(council)} == dict(
        there.fetchall()
    )


def _notes(council: SharedCouncil) -> set[str]:
    return {row[0] for row in council.admin.execute(
        "SELECT id::text FROM waymark.row WHERE table_name = 'note'")}  # fmt: skip


def _somebody_writes(council: SharedCouncil, some: random.Random, cases: list[str]) -> None:
    seq = council.one("UPDATE waymark.clock SET seq = seq + 1 WHERE true RETURNING seq")
    council.admin.execute(
        "UPDATE waymark.row SET row_version = row_version + 1, server_seq = %s WHERE id IN"
        " (SELECT id FROM waymark.row WHERE table_name = 'note' ORDER BY md5(id::text || %s)"
        " LIMIT 3)",
        (seq, str(some.random())),
    )
    if some.random() < 0.3:
        give(council, "ruth", some.choice(cases))


def test_a_case_that_leaves_while_it_is_read_stops_nobody(council: SharedCouncil) -> None:
    some = random.Random(5)
    cases = _cases(council, some, 2)
    fill(council, [(case, new_id(), 50) for case in cases for _ in range(5)])
    leaves, stays = sorted(cases)
    first = pull(council, "ruth", what="rows", after=[49, BEHIND_ALL], limit=2)
    assert {row[3] for row in first["rows"]} == {leaves}
    council.admin.execute(
        "UPDATE waymark.access SET revoked_seq = 51 WHERE case_id = %s", (leaves,)
    )
    rest = [row for page in pages(council, "ruth", first["cursor"]) for row in page["rows"]]
    assert {row[3] for row in rest} == {stays}
    assert len(rest) == 5


def test_a_page_is_no_larger_than_it_should_be(council: SharedCouncil) -> None:
    (case,) = _cases(council, random.Random(1), 1)
    fill(council, [(case, new_id(), 50 + number) for number in range(40)], "w" * 20_000)
    sizes = [len(page["rows"]) for page in pages(council, "ruth", [49, BEHIND_ALL])]
    assert sum(sizes) == 40
    assert max(sizes) * 20_000 < ROOM < (max(sizes) + 2) * 20_000


def test_a_row_larger_than_a_page_comes_alone(council: SharedCouncil) -> None:
    (case,) = _cases(council, random.Random(1), 1)
    fill(council, [(case, new_id(), 50)], "a")
    fill(council, [(case, new_id(), 51)], "w" * 2 * ROOM)
    fill(council, [(case, new_id(), 52)], "z")
    sizes = [len(page["rows"]) for page in pages(council, "ruth", [49, BEHIND_ALL])]
    assert sizes == [1, 1, 1]


@pytest.mark.parametrize("limit", [0, -5, 10_000])
def test_a_page_has_at_least_one_row_and_at_most_five_hundred(
    council: SharedCouncil, limit: int
) -> None:
    (case,) = _cases(council, random.Random(1), 1)
    fill(council, [(case, new_id(), 50) for _ in range(600)])
    page = pull(council, "ruth", what="rows", after=[49, BEHIND_ALL], limit=limit)
    assert len(page["rows"]) == min(max(limit, 1), 500)
    assert page["more"]


def _cost(connection: psycopg.Connection[Any], after: int) -> tuple[int, int]:
    """How many blocks a page touches, and how many scans of whole tables of rows it makes."""
    request = f'{{"what": "rows", "after": [{after}, "{BEHIND_ALL}"]}}'
    with connection.transaction():
        plan = connection.execute(
            "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT waymark.pull(%s::jsonb)", (request,)
        ).fetchone()
        scans = connection.execute(
            "SELECT coalesce(sum(seq_scan), 0)::int FROM pg_stat_xact_all_tables"
            " WHERE schemaname = 'waymark' AND relname = 'row'"
        ).fetchone()
    assert plan is not None
    assert scans is not None
    return plan[0][0]["Plan"]["Shared Hit Blocks"], scans[0]


def test_a_page_costs_the_same_when_the_record_has_grown_tenfold(council: SharedCouncil) -> None:
    some = random.Random(9)
    cases = _cases(council, some, 300)
    costs = []
    for first, last in ((50, 3_050), (3_050, 30_050)):
        fill(council, [(some.choice(cases), new_id(), seq) for seq in range(first, last)])
        council.admin.execute("ANALYZE waymark.row")
        connection = council.connect("ruth")
        _cost(connection, last - 10)  # the first call on a connection reads the catalogue
        costs.append((_cost(connection, last - 10), _cost(connection, last - 1_000)))
    (few_small, page_small), (few_large, page_large) = costs
    assert [scans for _, scans in (few_small, page_small, few_large, page_large)] == [0] * 4
    assert few_large[0] < 2 * few_small[0]
    assert page_large[0] < 2 * page_small[0]
    assert page_large[0] < 12_000
