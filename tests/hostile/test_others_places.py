"""The places of others: their laptop's number, a case under a taken id, a signature of nothing."""

import hashlib

import pytest

from models.record import new_id
from tests.hostile.office import Office
from tests.models.sync.server.handing_in import AT, act, row

NOTHING = hashlib.sha256(b"").hexdigest()


def test_nobody_parks_under_the_number_of_somebody_elses_laptop(office: Office) -> None:
    device, ours = new_id(), office.council.authority_id
    office.run("INSERT INTO waymark.device (authority_id, device_id, person_id)"
               " VALUES (%s, %s, %s)", ours, device, office.person("kim"))  # fmt: skip
    office.run("UPDATE waymark.clock SET state = 'recovering' WHERE authority_id = %s", ours)
    batch = {"device": device, "n": 7, "schema": 1, "ops": []}
    request = {"device": device, "batches": [{"n": 7, "seq": 99, "batch": batch}]}
    try:
        for login in ("ruth", "mary", "gone", "stew"):
            assert office.ask(login, "park", request)["refused"] == "WM003", login
        assert office.ask("kim", "park", request) == {"parked": 1}
    finally:
        office.run("UPDATE waymark.clock SET state = 'open' WHERE authority_id = %s", ours)


def test_a_child_under_an_id_that_is_taken_opens_no_case(office: Office) -> None:
    connection = office.council.connect("ruth")
    taken = office.row("other", "note")
    told = office.told("ruth", row("child", taken, taken, {"given_name": "x", "identifier": "q"}))
    assert (told[0]["status"], told[0]["why"]) == ("held", "no_access")
    child = new_id()
    with connection.transaction(force_rollback=True):
        assert office.told("ruth", row("child", child, child, {"identifier": "q"}))[0]["row"]
    assert office.council.one("SELECT count(*) FROM waymark.child_case WHERE case_id = %s",
                              taken) == 0  # fmt: skip


@pytest.mark.parametrize("aggregate", ["review", "letter", "case", "nothing"])
def test_a_signature_of_something_else_is_none(office: Office, aggregate: str) -> None:
    own, note = office.case("own"), office.row("own", "note")
    removal = row("note", own, note, {"removed_at": AT}, {}, 0)
    for whole in (new_id(), office.row("own", "wish"), office.row("other", "review")):
        signed = {"aggregate": aggregate, "id": whole, "content": NOTHING}
        told = office.told("ruth", {**removal, "signed": signed})[0]
        assert (told["status"], told["why"]) == ("refused", "changed_since_seen"), told


def test_a_manager_who_was_kept_out_of_a_child_does_not_let_herself_in(office: Office) -> None:
    me, restricted = office.person("moe"), office.case("restricted")
    acts = [act("access", case=restricted, person=me, on=True, reason="", **{"as": kind})
            for kind in ("manager", "cover", "allocated", "panel", "break_glass")]  # fmt: skip
    acts += [act("guard", case=restricted, restricted=False, reason=""),
             row("child", restricted, restricted, {"iro_id": me})]  # fmt: skip
    told = office.told("moe", *acts)
    assert {(each["status"], each["why"]) for each in told} == {("held", "no_access")}


def test_access_that_ended_before_it_began_gives_nothing(office: Office) -> None:
    own, kim = office.case("own"), office.person("eve")
    for until in ("2020-01-01T00:00:00Z", "infinity", "tomorrow"):
        op = act(
            "access", case=own, person=kim, on=True, reason="", until=until, **{"as": "cover"}
        )
        assert office.told("mary", op)[0]["status"] == "held", "of another council, or no moment"
    asked = {"what": "case", "case": own, "part": "all", "after": [0, own]}
    assert office.ask("eve", "pull", asked) == {"error": "no_access"}


def test_who_is_revoked_hands_in_and_nothing_of_it_is_in_the_record(office: Office) -> None:
    ops = [row("note", office.case("own"), new_id(), {"words": "x"}),
           act("access", case=office.case("own"), person=office.person("gone"), on=True,
               reason="", **{"as": "cover"}),
           act("held", held=new_id(), add=True),
           act("person", person=new_id(), revoke=True)]  # fmt: skip
    told = office.told("gone", *ops)
    assert {(each["status"], each["why"], "row" in each) for each in told} == {
        ("held", "revoked", False)}  # fmt: skip
    for request in ({"what": "rows"}, {"what": "held"}, {"what": "people"}, {"what": "nothing"}):
        assert office.ask("gone", "pull", request) == {"error": "revoked"}
    assert office.ask("gone", "digest", {"cases": [""]}) == {"error": "revoked"}
