"""The functions keep everybody to what is theirs without row-level security to help them."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, row
from tests.shared_council import SharedCouncil

SECRET = "only-ruth-was-told"
DIGEST = hashlib.sha256(SECRET.encode()).hexdigest()
STRANGERS = ("kim", "eve", "stew", "gone", "was")

Answer = dict[str, Any]


@pytest.fixture(params=["without row-level security", "with it"])
def told(council: SharedCouncil, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Ruth's child with a secret in every place that keeps words, and people who have no part."""
    for login in ("ruth", "kim", "gone", "was"):
        council.person(login)
    council.person("stew", "steward")
    council.person("mary", "manager")
    council.second_council(991)
    council.person("eve", "iro", 991)
    ids = _secret_of(council)
    council.admin.execute("UPDATE waymark.person SET revoked_at = now() WHERE id = %s",
                          (council.people["gone"].id,))  # fmt: skip
    if request.param == "without row-level security":
        for (table,) in council.admin.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'waymark'"
        ).fetchall():
            council.admin.execute(f"ALTER TABLE waymark.{table} NO FORCE ROW LEVEL SECURITY")
            council.admin.execute(f"ALTER TABLE waymark.{table} DISABLE ROW LEVEL SECURITY")
    yield ids


def _secret_of(council: SharedCouncil) -> dict[str, str]:
    ruth = HandingIn(council, "ruth")
    case = ruth.child(chosen_name=SECRET, identifier="S-1")
    review = ruth.review(case, place=SECRET)
    note, part = new_id(), {"op": new_id(), "kind": "part", "case": case, "digest": DIGEST}
    base = {
        "op": new_id(),
        "kind": "looked",
        "lines": [
            {
                "id": new_id(),
                "case": case,
                "act": "open",
                "what": SECRET,
                "at": "2026-11-20T10:00Z",
            }
        ],
    }
    ruth.push(
        row("note", case, note, {"review_id": review, "words": SECRET, "column": "worry",
                                 "step": "A4"}),
        {**part, "part": 0, "parts": 1, "bytes": "b25seS1ydXRoLXdhcy10b2xk"},
        base,
    )  # fmt: skip
    held = ruth.one(row("note", new_id(), new_id(), {"words": SECRET}))
    assert held["status"] == "held"
    mary, was = HandingIn(council, "mary"), council.people["was"].id
    access = {"kind": "access", "case": case, "person": was, "as": "cover", "reason": "x"}
    mary.push({"op": new_id(), **access, "on": True})
    mary.push({"op": new_id(), **access, "on": False})
    return {"case": case, "review": review, "note": note, "held": held["op"],
            "device": ruth.device, "ruth": ruth.person}  # fmt: skip


def _questions(ids: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    case = ids["case"]
    return [
        ("pull", {"what": "rows", "after": [0, ids["case"]], "limit": 500}),
        ("pull", {"what": "rows", "after": [-1, "0" * 8 + "-0000-0000-0000-" + "0" * 12]}),
        ("pull", {"what": "case", "case": case, "part": "newest", "after": [0, case]}),
        ("pull", {"what": "case", "case": case, "part": "rest", "after": [0, case]}),
        ("pull", {"what": "parts", "wants": [[case, DIGEST, 0]]}),
        ("pull", {"what": "looked", "case": case}),
        ("pull", {"what": "looked", "person": ids["ruth"]}),
        ("pull", {"what": "laptops"}),
        ("pull", {"what": "people"}),
        ("pull", {"what": "held"}),
        ("pull", {"what": "history", "row": ids["note"]}),
        ("pull", {"what": "history", "row": ids["case"]}),
        ("pull", {"what": "rows", "after": [0, case], "person": ids["ruth"], "authority": 990}),
        ("digest", {"cases": [case]}),
        ("hello", {"protocol": 1, "schema": 1, "app": "0", "device": ids["device"], "laptop": "x",
                   "n": 1}),
        ("receipt", {"device": ids["device"], "cursor": [9, case], "purged": [case],
                     "waiting": 0}),
        ("park", {"device": ids["device"], "batches": []}),
    ]  # fmt: skip


def _answer(council: SharedCouncil, login: str, name: str, request: dict[str, Any]) -> Answer:
    """Give the answer, or the words of the refusal."""
    try:
        return council.call(login, name, request)
    except psycopg.Error as refused:
        return {"refused": str(refused)}


def _rows(council: SharedCouncil, case: str) -> list[Any]:
    return council.admin.execute(
        "SELECT id, data, row_version, server_seq FROM waymark.row"
        " WHERE authority_id = %s AND case_id = %s ORDER BY id",
        (council.authority_id, case),
    ).fetchall()


def test_nobody_is_told_what_is_not_theirs(council: SharedCouncil, told: dict[str, str]) -> None:
    theirs = council.call("ruth", "pull", {"what": "rows", "after": [0, told["case"]]})
    assert SECRET in json.dumps(theirs)
    for login in STRANGERS:
        for name, request in _questions(told):
            said = json.dumps(_answer(council, login, name, request))
            asked = json.dumps(request)
            for secret in (SECRET, "b25seS1ydXRo", told["note"], told["review"], told["case"]):
                assert secret not in said or secret in asked, (login, name, request)
            assert SECRET not in said


def test_nobody_writes_into_what_is_not_theirs(
    council: SharedCouncil, told: dict[str, str]
) -> None:
    before = _rows(council, told["case"])
    for login in STRANGERS:
        laptop, case, mine = HandingIn(council, login), told["case"], new_id()
        me = council.people[login].id
        said = laptop.push(
            row("note", case, told["note"], {"words": "mine"}, {"words": SECRET}),
            row("note", mine, told["note"], {"words": "mine"}),
            row("note", "", told["note"], {"words": "mine"}),
            row("note", case, new_id(), {"review_id": told["review"], "words": "mine"}),
            row("child", case, case, {"given_name": "Mine", "identifier": "S-2"}),
            {"op": new_id(), "kind": "access", "case": case, "person": me, "as": "cover",
             "on": True, "reason": "I say so"},
            {"op": new_id(), "kind": "guard", "case": case, "restricted": True, "reason": "x"},
            {"op": new_id(), "kind": "device", "device": told["device"], "revoke": True},
            {"op": new_id(), "kind": "person", "person": told["ruth"], "revoke": True},
            {"op": new_id(), "kind": "held", "held": told["held"], "add": True},
            {"op": new_id(), "kind": "part", "case": case, "digest": DIGEST, "part": 0,
             "parts": 1, "bytes": "bWluZQ=="},
        )  # fmt: skip
        if login != "eve":  # ids of another council are no ids of hers: she makes rows of her own
            assert {one["status"] for one in said} <= {"held", "refused"}, (login, said)
        assert SECRET not in json.dumps(said)
    assert _rows(council, told["case"]) == before
    assert council.one("SELECT state FROM waymark.device WHERE device_id = %s",
                       told["device"]) == "ok"  # fmt: skip
    assert council.one("SELECT count(*) FROM waymark.part WHERE authority_id = 990") == 1


def test_a_batch_of_somebody_else_is_never_answered_with_their_words(
    council: SharedCouncil, told: dict[str, str]
) -> None:
    for login in STRANGERS:
        for n in (1, 2, 3, 99):
            batch = {"device": told["device"], "n": n, "schema": 1, "ops": [],
                     "sealed_at": "2026-11-20T10:00:00+00:00"}  # fmt: skip
            assert SECRET not in json.dumps(_answer(council, login, "push", batch))
    assert HandingIn(council, "ruth", told["device"], n=4).push() == []
