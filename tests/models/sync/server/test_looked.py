"""Who looked: told to a manager by child and by person, and to nobody else."""

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, act
from tests.models.sync.server.reading import pull
from tests.shared_council import SharedCouncil


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    council.person("mo", "manager")
    return HandingIn(council, "ruth")


def _look(laptop: HandingIn, case: str, *moments: str, doing: str = "opened") -> None:
    lines = [
        {"id": new_id(), "case": case, "act": doing, "what": "child", "at": moment}
        for moment in moments
    ]
    assert laptop.one(act("looked", lines=lines))["status"] == "done"


def test_a_manager_sees_who_opened_a_child(council: SharedCouncil, ruth: HandingIn) -> None:
    case, other = ruth.child(), ruth.child()
    ruth.hello()
    _look(ruth, case, "2026-11-20T09:00:00+00:00", "2026-11-20T10:00:00+00:00")
    _look(ruth, other, "2026-11-20T11:00:00+00:00")
    lines = pull(council, "mo", what="looked", case=case)["lines"]
    assert [line["at"][:16] for line in lines] == ["2026-11-20T10:00", "2026-11-20T09:00"]
    assert {(line["person"], line["case"], line["act"], line["laptop"]) for line in lines} == {
        (ruth.person, case, "opened", "L7")
    }


def test_a_manager_sees_what_one_person_opened(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    _look(ruth, case, "2026-11-20T09:00:00+00:00")
    _look(HandingIn(council, "mo"), case, "2026-11-20T10:00:00+00:00", doing="printed")
    (line,) = pull(council, "mo", what="looked", person=ruth.person)["lines"]
    assert line["act"] == "opened"
    both = pull(council, "mo", what="looked")["lines"]
    assert [line["act"] for line in both] == ["printed", "opened"]


def test_older_lines_come_on_asking(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    _look(ruth, case, *(f"2026-11-{day:02}T09:00:00+00:00" for day in range(1, 8)))
    first = pull(council, "mo", what="looked", case=case, limit=3)["lines"]
    then = pull(council, "mo", what="looked", case=case, before=first[-1]["at"])["lines"]
    assert [line["at"][8:10] for line in first + then] == [
        "07",
        "06",
        "05",
        "04",
        "03",
        "02",
        "01",
    ]


def test_a_manager_sees_nothing_of_a_child_who_is_restricted(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("mia", "manager")
    case = ruth.child()
    _look(ruth, case, "2026-11-20T09:00:00+00:00")
    HandingIn(council, "mo").one(act("guard", case=case, restricted=True, reason="Court"))
    assert pull(council, "mia", what="looked", person=ruth.person) == {"lines": []}
    assert len(pull(council, "mo", what="looked", person=ruth.person)["lines"]) == 1


@pytest.mark.parametrize("role", ["iro", "business_support", "steward"])
@pytest.mark.parametrize("what", ["looked", "laptops", "people"])
def test_only_a_manager_may_ask(
    council: SharedCouncil, ruth: HandingIn, role: str, what: str
) -> None:
    council.person("sam", role)
    with pytest.raises(psycopg.Error) as refused:
        pull(council, "sam", what=what)
    assert refused.value.sqlstate == "WM004"
