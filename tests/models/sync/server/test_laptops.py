"""A manager sees each laptop's last contact, and the people with how many cases they have."""

import pytest

from tests.models.sync.server.handing_in import HandingIn, act
from tests.models.sync.server.reading import give, pull
from tests.shared_council import SharedCouncil


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("mo", "manager")
    council.person("ruth")
    return HandingIn(council, "ruth")


def test_each_laptop_tells_its_last_contact(council: SharedCouncil, ruth: HandingIn) -> None:
    ruth.hello(waiting=3, app="0.1.0", laptop="Ruth's laptop")
    (laptop,) = pull(council, "mo", what="laptops")["laptops"]
    assert (laptop["device"], laptop["person"]) == (ruth.device, ruth.person)
    assert (laptop["laptop"], laptop["app_version"], laptop["waiting"], laptop["state"]) == (
        "Ruth's laptop", "0.1.0", 3, "ok"
    )  # fmt: skip
    assert laptop["seen_at"].endswith("+00:00")


def test_a_lost_laptop_is_shown_as_revoked(council: SharedCouncil, ruth: HandingIn) -> None:
    ruth.hello()
    told = HandingIn(council, "mo").one(act("device", device=ruth.device, revoke=True))
    assert told["status"] == "done", told
    states = {
        one["device"]: one["state"] for one in pull(council, "mo", what="laptops")["laptops"]
    }
    assert states[ruth.device] == "revoked"


def test_people_are_told_with_their_cases(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("ann")
    first, second = ruth.child(), ruth.child()
    give(council, "ann", first)
    give(council, "ann", second, until="2026-01-01T00:00:00+00:00")
    council.admin.execute(
        "UPDATE waymark.person SET revoked_at = now() WHERE id = %s", (council.people["ann"].id,)
    )
    people = pull(council, "mo", what="people")["people"]
    logins = {person.id: login for login, person in council.people.items()}
    told = [(logins[one["person"]], one["role"], one["cases"], one["revoked"]) for one in people]
    assert told == [
        ("mo", "manager", 2, False), ("ruth", "iro", 2, False), ("ann", "iro", 1, True)
    ]  # fmt: skip


def test_another_council_is_not_told(council: SharedCouncil, ruth: HandingIn) -> None:
    ruth.hello()
    council.second_council(77)
    council.person("mia", "manager", 77)
    assert pull(council, "mia", what="laptops") == {"laptops": []}
    assert len(pull(council, "mia", what="people")["people"]) == 1
