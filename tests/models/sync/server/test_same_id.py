"""An op that comes again is taken once; other words under its id are held and not lost."""

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, Op, row, stands
from tests.shared_council import SharedCouncil


def _held(council: SharedCouncil, words: str) -> int:
    counted: int = council.one(
        "SELECT count(*) FROM waymark.held WHERE op::text LIKE '%%' || %s || '%%'", words
    )
    return counted


def _others(op: Op, words: str) -> Op:
    return {**op, "set": {"words": words}, "base": {"words": "one"}, "seen": 1}


def test_other_words_under_an_id_that_was_taken_are_held(council: SharedCouncil) -> None:
    council.person("ruth")
    ruth = HandingIn(council, "ruth")
    case, note = ruth.child(), new_id()
    op = row("note", case, note, {"words": "one"})
    ruth.one(op)
    again, other = ruth.push({**op, "seen": 7}, _others(op, "two"))
    assert (again["status"], other["status"], other["why"]) == ("applied", "held", "malformed")
    assert (stands(council, note), _held(council, "two")) == ({"words": "one"}, 1)
    assert ruth.one(_others(op, "two"))["status"] == "held"
    assert ruth.one(op)["status"] == "applied"
    assert _held(council, "two") == 1


def test_two_of_one_id_in_one_batch_are_not_one(council: SharedCouncil) -> None:
    council.person("ruth")
    ruth = HandingIn(council, "ruth")
    case, note = ruth.child(), new_id()
    op = row("note", case, note, {"words": "one"})
    told = ruth.push(op, op, _others(op, "two"))
    assert [one["status"] for one in told] == ["applied", "applied", "held"]
    assert _held(council, "two") == 1


def test_other_words_under_the_id_of_held_work_are_held_too(council: SharedCouncil) -> None:
    council.person("ruth")
    ruth = HandingIn(council, "ruth")
    op = row("note", new_id(), new_id(), {"words": "one"})
    for words in ("one", "one", "two"):
        assert ruth.one({**op, "set": {"words": words}})["status"] == "held"
    assert (_held(council, "one"), _held(council, "two")) == (1, 1)
