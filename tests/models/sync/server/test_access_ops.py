"""Who has which child: given and taken by a manager, and by nobody else."""

from typing import Any

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, Op, act, row, stands
from tests.shared_council import SharedCouncil


class Office:
    """Ruth, who has a child; Ann, who has none; Mo and Max, who manage; Sue of support."""

    def __init__(self, council: SharedCouncil) -> None:
        roles = {"ruth": "iro", "ann": "iro", "mo": "manager", "max": "manager"}
        for login, role in {**roles, "sue": "business_support"}.items():
            council.person(login, role)
        self.council = council
        self.ruth, self.ann, self.mo, self.max, self.sue = (
            HandingIn(council, login) for login in ("ruth", "ann", "mo", "max", "sue")
        )
        self.case = self.ruth.child()

    def access(self, to: HandingIn, kind: str, on: bool = True, **more: Any) -> Op:
        """Give or take the case."""
        told = {"person": to.person, "as": kind, "on": on, "reason": "leave", **more}
        return act("access", case=self.case, **told)

    def kinds(self, one: HandingIn) -> list[str]:
        """Why this person has the case now."""
        return [case[1] for case in one.hello()["cases"] if case[0] == self.case]


@pytest.fixture
def office(council: SharedCouncil) -> Office:
    return Office(council)


def test_a_child_is_allocated_to_another(office: Office) -> None:
    answer = office.mo.one(office.access(office.ann, "allocated"))
    assert answer["status"] == "done"
    assert (office.kinds(office.ruth), office.kinds(office.ann)) == ([], ["allocated"])
    assert stands(office.council, office.case)["iro_id"] == office.ann.person
    assert (
        office.council.one("SELECT row_version FROM waymark.row WHERE id = %s", office.case) == 2
    )


def test_the_act_stands_in_the_chain_with_its_reason(office: Office) -> None:
    office.mo.one(office.access(office.ann, "cover", until="2027-01-01T00:00:00+00:00"))
    patch = office.council.one("SELECT patch FROM waymark.change WHERE table_name = 'access'")
    assert (patch["as"], patch["reason"], patch["person"]) == ("cover", "leave", office.ann.person)


@pytest.mark.parametrize("who", ["ruth", "ann", "sue"])
@pytest.mark.parametrize("kind", ["access", "guard", "device", "person"])
def test_only_managers_give_take_guard_and_revoke(office: Office, who: str, kind: str) -> None:
    person = getattr(office, who)
    op = {**office.access(person, "allocated"), "kind": kind, "revoke": True}
    op.update(restricted=True, device=new_id())
    answer = person.one(op)
    assert (answer["status"], answer["why"]) == ("held", "role_may_not_write")


def test_cover_ends_by_itself(office: Office) -> None:
    office.mo.one(office.access(office.ann, "cover", until="2020-01-01T00:00:00+00:00"))
    assert office.kinds(office.ann) == []
    refused = office.ann.one(row("child", office.case, office.case, {"plan": "x"}))
    assert refused["why"] == "no_access"


def test_having_it_again_is_a_new_grant_and_having_it_still_is_not(office: Office) -> None:
    def granted() -> int:
        return next(one[2] for one in office.ann.hello()["cases"])

    office.mo.one(office.access(office.ann, "cover"))
    first = granted()
    office.mo.one(office.access(office.ann, "panel"))
    assert granted() == first
    office.mo.one(office.access(office.ann, "panel", on=False))
    office.mo.one(office.access(office.ann, "panel"))
    assert granted() > first


def test_work_done_after_the_child_was_passed_on_is_held_for_both(office: Office) -> None:
    office.mo.one(office.access(office.ann, "allocated"))
    answer = office.ruth.one(row("child", office.case, office.case, {"plan": "mine"}))
    assert (answer["status"], answer["why"]) == ("held", "no_access")
    assert "row" not in answer
    assert office.ann.hello()["held_news"] == 1
    assert office.ruth.hello()["held_news"] == 0


def test_taking_the_child_from_whoever_has_them_leaves_nobody_named(office: Office) -> None:
    office.mo.one(office.access(office.ruth, "allocated", on=False))
    assert stands(office.council, office.case)["iro_id"] == ""
    assert office.kinds(office.ruth) == []


def test_a_manager_naming_the_iro_in_the_row_allocates_too(office: Office) -> None:
    named = row("child", office.case, office.case, {"iro_id": office.ann.person})
    assert office.mo.one(named)["status"] == "merged"
    assert (office.kinds(office.ruth), office.kinds(office.ann)) == ([], ["allocated"])


def test_a_manager_who_no_longer_chairs_still_manages(office: Office) -> None:
    office.mo.one(office.access(office.max, "allocated"))
    assert office.kinds(office.max) == ["allocated"]
    office.mo.one(office.access(office.ann, "allocated"))
    assert office.kinds(office.max) == ["manager"]
    office.mo.one(office.access(office.max, "manager", on=False))
    assert office.kinds(office.max) == []


@pytest.mark.parametrize("kind", ["allocated", "cover"])
def test_only_who_chairs_is_given_a_child_to_chair(office: Office, kind: str) -> None:
    office.council.person("stu", "steward")
    named = row("child", office.case, office.case, {"iro_id": office.sue.person})
    for op in (
        office.access(office.sue, kind),
        office.access(HandingIn(office.council, "stu"), kind),
        named,
    ):
        answer = office.mo.one(op)
        assert (answer["status"], answer["why"]) == ("held", "role_may_not_write")
    assert office.kinds(office.ruth) == ["allocated"]
    assert stands(office.council, office.case)["iro_id"] == office.ruth.person


def test_cover_that_ran_out_and_is_given_again_is_a_new_grant(office: Office) -> None:
    past = "2020-01-01T00:00:00+00:00"
    office.mo.one(office.access(office.ann, "cover", until=past))
    first = office.council.one("SELECT granted_seq FROM waymark.access WHERE kind = 'cover'")
    office.ruth.one(row("child", office.case, office.case, {"plan": "meanwhile"}))
    office.mo.one(office.access(office.ann, "cover"))
    (case,) = office.ann.hello()["cases"]
    assert case[2] > first + 1


def test_a_manager_whose_cover_of_a_restricted_child_ends_has_them_no_longer(
    office: Office,
) -> None:
    office.mo.one(act("guard", case=office.case, restricted=True, reason="staff child"))
    office.mo.one(office.access(office.max, "cover"))
    assert office.kinds(office.max) == ["cover"]
    office.mo.one(office.access(office.max, "cover", on=False))
    assert office.kinds(office.max) == []


def test_a_restricted_child_is_seen_by_who_works_with_them_and_who_did_it(office: Office) -> None:
    office.mo.one(office.access(office.ann, "panel"))
    guard = act("guard", case=office.case, restricted=True, reason="staff child")
    assert office.mo.one(guard)["status"] == "done"
    people = (office.ruth, office.ann, office.mo, office.max, office.sue)
    kinds = [office.kinds(one) for one in people]
    assert kinds == [["allocated"], ["panel"], ["manager"], [], []]
    assert office.max.one(office.access(office.max, "manager"))["why"] == "no_access"
    open_again = act("guard", case=office.case, restricted=False, reason="left")
    office.mo.one(open_again)
    assert (office.kinds(office.max), office.kinds(office.sue)) == (
        ["manager"],
        ["business_support"],
    )


def test_a_revoked_laptop_hands_in_and_reads_nothing(office: Office) -> None:
    office.ruth.hello()
    assert office.mo.one(act("device", device=office.ruth.device, revoke=True))["status"] == "done"
    said = office.ruth.hello()
    assert (said["revoked"], said["cases"], said["device"]["state"]) == (True, None, "revoked")
    answer = office.ruth.one(row("child", office.case, office.case, {"plan": "mine"}))
    assert (answer["status"], answer["why"]) == ("held", "revoked")
    assert "row" not in answer
    assert office.council.one("SELECT op FROM waymark.held")["set"] == {"plan": "mine"}


def test_a_revoked_person_hands_in_and_reads_nothing(office: Office) -> None:
    earlier = office.ruth.batch(row("child", office.case, office.case, {"plan": "early"}))
    assert "row" in office.ruth.send(earlier)["results"][0]
    office.mo.one(act("person", person=office.ruth.person, revoke=True))
    said = office.ruth.hello()
    assert (said["revoked"], said["cases"]) == (True, [])
    answer = office.ruth.one(row("child", office.case, office.case, {"plan": "late"}))
    assert (answer["status"], answer["why"]) == ("held", "revoked")
    assert "row" not in office.ruth.send(earlier)["results"][0]
    refused = office.mo.one(office.access(office.ruth, "cover"))
    assert (refused["status"], refused["why"]) == ("held", "revoked")


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": "x"},
        {"as": "owner"},
        {"on": "yes"},
        {"until": "tomorrow or so"},
        {"reason": "x" * 2001},
    ],
)
def test_a_malformed_act_is_held(office: Office, wrong: dict[str, Any]) -> None:
    answer = office.mo.one({**office.access(office.ann, "cover"), **wrong})
    assert (answer["status"], answer["why"]) == ("held", "malformed")


def test_an_act_sent_twice_is_done_once(office: Office) -> None:
    op = office.access(office.ann, "cover")
    assert [one["status"] for one in office.mo.push(op, op)] == ["done", "done"]
    assert (
        office.council.one("SELECT count(*) FROM waymark.change WHERE table_name = 'access'") == 1
    )


def test_who_looked_is_kept_once_and_as_themselves(office: Office) -> None:
    line = {
        "id": new_id(),
        "case": office.case,
        "act": "opened_child",
        "what": "",
        "at": "2026-11-20T09:00:00Z",
    }
    office.mo.one(office.access(office.ann, "cover"))
    for _ in range(2):
        assert (
            office.ann.one(act("looked", lines=[{**line, "person": office.mo.person}]))["status"]
            == "done"
        )
    kept = office.council.admin.execute(
        "SELECT person_id::text, act FROM waymark.opened"
    ).fetchall()
    assert kept == [(office.ann.person, "opened_child")]
    wrong = office.ann.one(act("looked", lines=[line, {**line, "act": "x" * 21}]))
    assert wrong["why"] == "malformed"


def test_pages_come_in_parts_from_who_has_the_child(office: Office) -> None:
    import base64

    def part(size: int, **more: Any) -> Op:
        told = {"digest": "ab" * 32, "part": 0, "parts": 2, **more}
        return act("part", case=office.case, bytes=base64.b64encode(b"x" * size).decode(), **told)

    assert office.ruth.push(part(10), part(262_144))[1]["status"] == "done"
    assert office.council.one("SELECT octet_length(bytes) FROM waymark.part") == 262_144
    assert office.ruth.one(part(262_145, part=1))["why"] == "too_long"
    assert office.ann.one(part(10, part=1))["why"] == "no_access"
    assert office.sue.one(part(10, part=1))["why"] == "role_may_not_write"
    for wrong in ({"digest": "x"}, {"part": -1}, {"part": 2}, {"part": "x"}, {"parts": 0},
                  {"bytes": "%%%"}):  # fmt: skip
        assert office.ruth.one({**part(10), **wrong})["why"] == "malformed"
