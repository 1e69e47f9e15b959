"""The digest of a case is what a laptop works out for itself over the rows that it has."""

import pytest

from models.record import new_id
from models.sync.canonical import row_digest
from tests.models.sync.server.handing_in import AT, HandingIn, row
from tests.models.sync.server.reading import rows
from tests.shared_council import SharedCouncil

MANY_SCRIPTS = 'Zoë said “no” — ŵŷ 你好 سلام 🙂 \t"\\ \x7f'


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


def _worked_out(council: SharedCouncil, login: str, case: str) -> list[object]:
    digests = [
        row_digest(row["id"], row["version"], row["data"])
        for row in rows(council, login)
        if row["case"] == case
    ]
    xored = 0
    for digest in digests:
        xored ^= digest
    return [len(digests), str(xored), str(sum(digests))]


def _filled(ruth: HandingIn) -> str:
    case = ruth.child(plan=MANY_SCRIPTS, chosen_name=None)
    review = ruth.review(case)
    note = new_id()
    ruth.push(
        row("note", case, note, {"review_id": review, "words": MANY_SCRIPTS, "position": 3,
                                 "restriction_kinds": ["b", "ŵ"], "in_letter": False}),
        row("decision", case, new_id(), {"review_id": review, "number": 1, "note_id": note}),
        row("note", case, note, {"removed_at": AT}, seen=1),
    )  # fmt: skip
    return case


def test_a_laptop_works_out_the_same(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(ruth)
    told = council.call("ruth", "digest", {"cases": [case, ""]})["digests"]
    assert told == {
        case: _worked_out(council, "ruth", case), "": _worked_out(council, "ruth", "")
    }  # fmt: skip


def test_the_office_works_out_the_same_over_what_it_reads(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("bea", "business_support")
    case = _filled(ruth)
    theirs = council.call("bea", "digest", {"cases": [case]})["digests"]
    assert theirs == {case: _worked_out(council, "bea", case)}
    assert theirs != council.call("ruth", "digest", {"cases": [case]})["digests"]


def test_any_change_shows(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(ruth)
    before = council.call("ruth", "digest", {"cases": [case]})
    ruth.one(row("child", case, case, {"school": "Hill"}))
    assert council.call("ruth", "digest", {"cases": [case]}) != before


def test_cases_of_others_are_left_out(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("ann")
    case = ruth.child()
    assert council.call("ann", "digest", {"cases": [case, new_id(), "x"]}) == {"digests": {}}
