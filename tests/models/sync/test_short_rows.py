"""Rows said shortly are the same rows, and fewer bytes."""

import json
from typing import Any

import pytest

from models.record import new_id
from models.sync.link import NotTheCouncil
from models.sync.short_rows import asked_shortly, in_full
from tests.models.sync.server.handing_in import HandingIn, row
from tests.shared_council import SharedCouncil

FROM_THE_START = {"what": "rows", "after": [0, ""], "limit": 500}


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    """An IRO with one child, a review and notes of several shapes in it."""
    council.person("ruth")
    ruth = HandingIn(council, "ruth")
    case = ruth.child()
    review = ruth.review(case)
    notes = [
        {"words": "“Zoë” said:\n\t{\"a\": [1, 2]} 🐦"},
        {"words": "Two", "restriction_kinds": ["a", "b"], "restricted": True, "position": 3},
        {"words": "", "person_id": None, "life_area": "home"},
    ]  # fmt: skip
    for note in notes:
        ruth.one(row("note", case, new_id(), {"review_id": review, "step": "A4", **note}))
    return ruth


def _size(answer: Any) -> int:
    return len(json.dumps(answer, ensure_ascii=False))


def test_a_page_said_shortly_is_the_same_page(ruth: HandingIn) -> None:
    told = ruth.council.call("ruth", "pull", FROM_THE_START)
    short = ruth.council.call("ruth", "pull", asked_shortly("pull", FROM_THE_START))
    assert len(told["rows"]) == 7
    assert _size(short) < _size(told)
    assert in_full(short) == told


def test_a_page_without_rows_is_said_too(ruth: HandingIn) -> None:
    behind = {**FROM_THE_START, "after": [10**9, "ffffffff-ffff-ffff-ffff-ffffffffffff"]}
    short = ruth.council.call("ruth", "pull", asked_shortly("pull", behind))
    assert in_full(short) == ruth.council.call("ruth", "pull", behind)
    assert short["rows"] == []


def test_an_answer_to_a_batch_said_shortly_is_the_same_answer(ruth: HandingIn) -> None:
    other = HandingIn(ruth.council, "ruth")
    found = ruth.council.call("ruth", "pull", FROM_THE_START)["rows"]
    note = next(each for each in found if each[1] == "note")
    sets = {"words": "Mine"}
    other.one(row("note", note[3], note[2], {"words": "Theirs"}, {"words": note[5]["words"]}, 1))
    ops = [
        row("note", note[3], note[2], sets, {"words": note[5]["words"]}, 1),
        row("note", note[3], new_id(), {"review_id": note[5]["review_id"], "words": "New"}),
        row("note", new_id(), new_id(), {"words": "Of nobody here"}),
    ]
    batch = ruth.batch(*ops)
    short = ruth.send({**batch, "short": True})
    again = ruth.send({**batch, "short": True})
    full = in_full(json.loads(json.dumps(short)))
    assert [each["status"] for each in full["results"]] == ["conflict", "applied", "held"]
    for told, op in zip(full["results"][:2], ops, strict=False):
        stands = ruth.council.call("ruth", "pull", FROM_THE_START)["rows"]
        assert told["row"] == next(each for each in stands if each[2] == op["id"])
    (conflict,) = full["results"][0]["conflicts"]
    assert conflict[5]["mine"] == "Mine"
    assert in_full(again)["results"] == full["results"]


def test_other_questions_are_asked_as_they_are() -> None:
    assert asked_shortly("pull", {"what": "parts"}) == {"what": "parts"}
    assert asked_shortly("push", {"ops": []}) == {"ops": []}


def test_an_answer_of_anybody_else_is_told_from_one(ruth: HandingIn) -> None:
    asked = asked_shortly("pull", FROM_THE_START)
    good = ruth.council.call("ruth", "pull", asked)
    for broken in ({"names": []}, {"shapes": []}, {"names": None}, {"rows": [[1, 2]]}):
        with pytest.raises(NotTheCouncil):
            in_full({**json.loads(json.dumps(good)), **broken})
    assert in_full({"rows": [[1]]}) == {"rows": [[1]]}
