"""A copied laptop: two files with one counter. Both works are kept; neither goes on with it."""

from collections.abc import Callable

import pytest

from models.record import new_id
from models.sync.server_check import check
from tests.models.sync.server.handing_in import AT, HandingIn, row, stands
from tests.shared_council import SharedCouncil


def copied(council: SharedCouncil) -> tuple[HandingIn, HandingIn, str]:
    """Two laptops from one image, after the first has handed in one batch more."""
    council.person("ruth")
    one = HandingIn(council, "ruth")
    case = one.child()
    other = HandingIn(council, "ruth", device=one.device, n=one.n)
    one.one(row("child", case, case, {"school": "Elm"}))
    return one, other, case


def test_one_number_with_other_words_freezes_the_laptop(council: SharedCouncil) -> None:
    one, other, case = copied(council)
    assert other.send(other.batch(row("child", case, case, {"plan": "x"}))) == {
        "error": "copied_device"
    }
    assert one.hello()["device"] == {"state": "copied", "last_n": 2}
    assert one.send(one.batch()) == {"error": "copied_device"}
    assert "plan" not in stands(council, case)


def test_with_a_device_of_its_own_the_work_goes_in_once(council: SharedCouncil) -> None:
    _one, other, case = copied(council)
    op = row("child", case, case, {"plan": "x"})
    other.send(other.batch(op))
    anew = HandingIn(council, "ruth")
    assert anew.one(op)["status"] == "applied"
    assert (stands(council, case)["plan"], stands(council, case)["school"]) == ("x", "Elm")


def test_work_that_both_copies_hold_goes_in_once(council: SharedCouncil) -> None:
    council.person("ruth")
    one = HandingIn(council, "ruth")
    case = one.child()
    op = row("child", case, case, {"plan": "x"})
    one.one(op)
    anew = HandingIn(council, "ruth")
    assert anew.one(op)["status"] == "applied"
    assert council.one("SELECT row_version FROM waymark.row WHERE id = %s", case) == 2


def test_a_restored_laptop_is_told_how_far_it_had_come(council: SharedCouncil) -> None:
    one, other, _case = copied(council)
    assert other.n == 1
    assert other.hello(n=other.n)["device"] == {"state": "ok", "last_n": 2}
    assert one.hello()["device"]["state"] == "ok"


def test_a_laptop_nobody_has_met_begins_at_one(council: SharedCouncil) -> None:
    council.person("ruth")
    stranger = HandingIn(council, "ruth", device=new_id(), n=6)
    assert stranger.send(stranger.batch()) == {"error": "send_from", "n": 1}


def _removed_unseen(
    council: SharedCouncil, was: Callable[[HandingIn], object], login: str = "ruth"
) -> bool:
    """Change a child twice, then remove it on another laptop that saw nothing of the changes."""
    for each in ("ruth", "mo"):
        council.person(each, "manager")
    one = HandingIn(council, "ruth")
    case = one.child()
    for field in ("school", "plan"):
        one.one(row("child", case, case, {field: "Elm"}))
    anew = HandingIn(council, login)
    gone = row("child", case, case, {"removed_at": AT}, {}, 1)
    answer = anew.send({**anew.batch(gone), "was": was(one)})
    return bool(answer["results"][0]["status"] == "applied")


def test_what_it_handed_in_before_it_was_copied_is_its_own(council: SharedCouncil) -> None:
    assert _removed_unseen(council, lambda one: [[one.device, 3]])


@pytest.mark.parametrize(
    "was",
    [None, {}, "x", [1, "x", [], ["x"], [None, 3], ["x", 3]], [["x", 3]] * 101],
    ids=["none", "object", "words", "mixed", "many"],
)
def test_without_its_former_ids_it_is_somebody_elses(council: SharedCouncil, was: object) -> None:
    assert not _removed_unseen(council, lambda _one: was)


def test_what_a_copy_handed_in_since_under_the_former_id_is_not_its_own(
    council: SharedCouncil,
) -> None:
    assert not _removed_unseen(council, lambda one: [[one.device, 2]])


def test_a_former_id_never_makes_anothers_change_ones_own(council: SharedCouncil) -> None:
    assert not _removed_unseen(council, lambda one: [[one.device, 99]], login="mo")


def test_what_is_handed_in_again_under_the_new_id_is_its_own(council: SharedCouncil) -> None:
    council.person("ruth", "manager")
    one = HandingIn(council, "ruth")
    case = one.child()
    op = row("child", case, case, {"school": "Elm"})
    one.one(op)  # its answer is lost
    anew = HandingIn(council, "ruth")
    gone = row("child", case, case, {"removed_at": AT}, {}, 1)
    assert anew.one(op)["status"] == "applied"
    assert anew.one(gone)["status"] == "applied"
    assert check(council.admin) == []
