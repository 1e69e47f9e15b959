"""A copied laptop: two files with one counter. Both works are kept; neither goes on with it."""

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, row, stands
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
