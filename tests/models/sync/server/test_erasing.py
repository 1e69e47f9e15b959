"""Erasing: the words go from every table, the ids and hashes stay, and a legal hold wins."""

import base64
import hashlib
from typing import Any

import pytest

from models.record import new_id
from models.sync.server_check import check
from tests.models.sync.server.handing_in import HandingIn, act, row
from tests.models.sync.server.reading import cursor, give, pull, rows
from tests.shared_council import SharedCouncil

MARK = "Larkhollow-Marker"
WHY = "Ordered by the court"


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    council.person("stu", "steward")
    return HandingIn(council, "ruth")


def _erase(council: SharedCouncil, case: str, **more: Any) -> dict[str, Any]:
    return council.call("stu", "erase", {"case": case, **more})


def _filled(council: SharedCouncil, ruth: HandingIn) -> str:
    """A case with the marker in rows, versions, held work, parked work and a picture."""
    case = ruth.child(given_name=MARK)
    note, review = new_id(), ruth.review(case, place=MARK)
    ruth.one(row("note", case, note, {"review_id": review, "words": MARK}))
    other = HandingIn(council, "ruth")
    for laptop in (ruth, other):
        words = {"words": f"{MARK} {laptop.n}"}
        laptop.one(row("note", case, note, words, {"words": MARK}, seen=1))
    council.person("ann")
    HandingIn(council, "ann").one(row("child", case, case, {"plan": MARK}))
    picture = MARK.encode()
    ruth.one(
        act("part", case=case, digest=hashlib.sha256(picture).hexdigest(), part=0, parts=1,
            bytes=base64.b64encode(picture).decode())
    )  # fmt: skip
    return case


def _where(council: SharedCouncil, words: str) -> set[str]:
    """Every table of the shared database that holds these words."""
    tables = council.admin.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'waymark'"
    ).fetchall()
    in_hex = words.encode().hex()
    return {
        table for (table,) in tables
        if council.one(
            f"SELECT count(*) FROM waymark.{table} t"  # noqa: S608
            f" WHERE strpos(t::text, '{words}') + strpos(t::text, '{in_hex}') > 0"
        )
    }  # fmt: skip


def _breaks(council: SharedCouncil) -> list[tuple[Any, ...]]:
    return council.admin.execute(
        "SELECT * FROM waymark._chain_breaks(%s::smallint)", (council.authority_id,)
    ).fetchall()


def test_no_table_holds_a_word_of_an_erased_case(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(council, ruth)
    assert _where(council, MARK) >= {"row", "change", "held", "part"}
    kept = ruth.child(given_name="Kept-Marker")
    erased = _erase(council, case, early_why=WHY)
    assert erased["rows"] == 4
    assert _where(council, MARK) == set()
    assert _where(council, "Kept-Marker") >= {"row", "change"}
    assert _breaks(council) == []
    assert check(council.admin) == []
    assert council.one("SELECT count(*) FROM waymark.row WHERE erased_at IS NULL"
                       " AND case_id = %s", kept) == 1  # fmt: skip


def test_ids_hashes_and_who_changed_what_stay(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(council, ruth)
    told = (
        "SELECT seq, ord, row_id, row_version, person_id, op_id, content_hash FROM waymark.change"
    )
    before = council.admin.execute(told + " ORDER BY seq, ord").fetchall()  # type: ignore[call-overload]
    _erase(council, case, early_why=WHY)
    after = council.admin.execute(told + " ORDER BY seq, ord").fetchall()  # type: ignore[call-overload]
    assert after[: len(before)] == before
    assert len(after) == len(before) + 5
    patches = council.admin.execute(
        "SELECT DISTINCT patch IS NULL, salt IS NULL FROM waymark.change"
        " WHERE case_id = %s AND seq < (SELECT seq FROM waymark.clock)", (case,)
    ).fetchall()  # fmt: skip
    assert patches == [(True, True)]
    assert council.one("SELECT patch->'early_why'->>1 FROM waymark.change"
                       " WHERE table_name = 'child_case'") == WHY  # fmt: skip


def test_laptops_are_told_and_keep_nothing_to_show(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = _filled(council, ruth)
    here = cursor(council, "ruth")
    _erase(council, case, early_why=WHY)
    came = rows(council, "ruth", here)
    assert {row["case"] for row in came} == {case}
    assert [row["data"] for row in came] == [{"erased": True}] * 4
    history = pull(council, "ruth", what="history", row=case)["changes"]
    assert [change["patch"] for change in history][:-1] == [None] * (len(history) - 1)
    told = council.call("ruth", "digest", {"cases": [case]})["digests"]
    assert told[case][0] == 4


def test_the_office_is_told_of_what_it_had(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("bea", "business_support")
    case = _filled(council, ruth)
    here = cursor(council, "bea")
    _erase(council, case, early_why=WHY)
    assert {row["data"]["erased"] for row in rows(council, "bea", here)} == {True}


def test_nothing_is_written_into_an_erased_row(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(council, ruth)
    _erase(council, case, early_why=WHY)
    told = ruth.one(row("child", case, case, {"plan": "Late words"}, seen=1))
    assert (told["status"], told["why"]) == ("held", "erased")


def test_sending_again_what_was_erased_brings_nothing_back(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child(given_name=MARK)
    batch = ruth.batch(row("child", case, case, {"plan": MARK}, seen=1))
    first = ruth.send(batch)
    _erase(council, case, early_why=WHY)
    again = ruth.send(batch)
    assert again["seq"] == first["seq"]
    assert MARK not in str(again)
    assert _where(council, MARK) == set()


def test_a_legal_hold_wins(council: SharedCouncil, ruth: HandingIn) -> None:
    case = _filled(council, ruth)
    held = _erase(council, case, legal_hold=True, why="An inquiry")
    assert held["legal_hold"] is True
    before = _where(council, MARK)
    assert _erase(council, case, early_why=WHY) == {"error": "legal_hold"}
    assert _where(council, MARK) == before
    _erase(council, case, legal_hold=False, why="The inquiry ended")
    assert "rows" in _erase(council, case, early_why=WHY)
    assert _breaks(council) == []


@pytest.mark.parametrize(("until", "erases"), [(None, False), ("2100-01-01", False),
                                               ("2020-01-01", True)])  # fmt: skip
def test_a_record_is_kept_to_its_day_unless_a_reason_is_given(
    council: SharedCouncil, ruth: HandingIn, until: str | None, erases: bool
) -> None:
    case = _filled(council, ruth)
    council.admin.execute("UPDATE waymark.child_case SET retain_until = %s", (until,))
    told = _erase(council, case)
    assert ("rows" in told) is erases
    assert erases or told == {"error": "kept_until", "until": until or "2089-03-02"}
    assert (_where(council, MARK) == set()) is erases


def test_erasing_twice_or_what_is_not_there_harms_nothing(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = _filled(council, ruth)
    _erase(council, case, early_why=WHY)
    assert _erase(council, case, early_why=WHY)["rows"] == 0
    assert _erase(council, new_id(), early_why=WHY) == {"error": "no_such_case"}
    assert _breaks(council) == []


def test_a_case_of_another_council_is_out_of_reach(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = _filled(council, ruth)
    council.second_council(77)
    council.person("una", "steward", 77)
    assert council.call("una", "erase", {"case": case, "early_why": WHY}) == {
        "error": "no_such_case"
    }
    assert _where(council, MARK) >= {"row"}


def test_what_waits_to_be_taken_again_goes_too(council: SharedCouncil, ruth: HandingIn) -> None:
    case, other = ruth.child(), ruth.child()
    give(council, "ruth", case)
    ops = [row("child", each, each, {"plan": MARK}) for each in (case, other)]
    council.admin.execute(
        "INSERT INTO waymark.parked (authority_id, device_id, n, person_id, seq, batch)"
        " VALUES (%s, %s, 9, %s, 9, jsonb_build_object('ops', %s::text::jsonb))",
        (council.authority_id, ruth.device, ruth.person, str(ops).replace("'", '"')),
    )
    _erase(council, case, early_why=WHY)
    (left,) = council.one("SELECT batch->'ops' FROM waymark.parked")
    assert left["case"] == other
