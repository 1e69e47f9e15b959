"""Who looked: told to a manager by child and by person, and to nobody else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from models.record import new_id
from models.security.access_log import Look
from tests.models.sync.server.handing_in import HandingIn, act
from tests.models.sync.server.reading import pull
from tests.shared_council import SharedCouncil

NIL = "-0000-0000-0000-000000000000"


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    council.person("mo", "manager")
    return HandingIn(council, "ruth")


def _look(laptop: HandingIn, case: str, *moments: str, doing: str = "opened_child") -> None:
    lines = [
        {"id": new_id(), "case": case, "act": doing, "what": f"child:{case}", "at": moment}
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
        (ruth.person, case, "opened_child", "L7")
    }


def test_a_manager_sees_what_one_person_opened(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    _look(ruth, case, "2026-11-20T09:00:00+00:00")
    _look(HandingIn(council, "mo"), case, "2026-11-20T10:00:00+00:00", doing="printed")
    (line,) = pull(council, "mo", what="looked", person=ruth.person)["lines"]
    assert line["act"] == "opened_child"
    both = pull(council, "mo", what="looked")["lines"]
    assert [line["act"] for line in both] == ["printed", "opened_child"]


def test_older_lines_come_on_asking(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    _look(ruth, case, *(f"2026-11-{day:02}T09:00:00+00:00" for day in range(1, 8)))
    first = pull(council, "mo", what="looked", case=case, limit=3)["lines"]
    then = pull(council, "mo", what="looked", case=case, before=first[-1]["placed"])["lines"]
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


def _line(case: str, **more: Any) -> dict[str, Any]:
    return {"id": new_id(), "case": case, "act": "printed", "what": "", "at": _ago(0), **more}


def _ago(hours: float) -> str:
    return (datetime.now(UTC) - timedelta(hours=hours)).isoformat()


def test_every_act_that_a_laptop_notes_is_taken(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    lines = [
        _line(case, act=act_.value, what=what)
        for act_ in Look
        for what in ("", case, f"child:{case}", f"document:{case}", f"review:{case}")
    ]
    assert ruth.one(act("looked", lines=lines))["status"] == "done"
    assert len(pull(council, "mo", what="looked", case=case)["lines"]) == len(lines)


@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "purged"},
        {"act": "opened"},
        {"act": ""},
        {"what": "Sam Smith, 12 High Street"},
        {"what": "sam_smith:019a0000-0000-7000-8000-00000000c001"},
        {"what": "child:Sam"},
        {"what": "child"},
    ],
)
def test_a_line_with_words_or_an_act_that_nobody_does_is_held(
    council: SharedCouncil, ruth: HandingIn, wrong: dict[str, str]
) -> None:
    case = ruth.child()
    told = ruth.one(act("looked", lines=[_line(case), _line(case, **wrong)]))
    assert (told["status"], told["why"]) == ("held", "malformed")
    assert pull(council, "mo", what="looked") == {"lines": []}


def test_a_line_on_a_child_who_was_never_theirs_is_held_and_the_others_are_taken(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    ann = HandingIn(council, "ann")
    case, hers = ruth.child(), ann.child()
    told = ann.one(act("looked", lines=[_line(case), _line(hers), _line("")]))
    assert (told["status"], told["why"]) == ("held", "no_access")
    assert pull(council, "mo", what="looked", case=case) == {"lines": []}
    lines = pull(council, "mo", what="looked", person=ann.person)["lines"]
    assert sorted(line["case"] for line in lines) == sorted([hers, "0" * 8 + NIL])


def test_what_was_looked_at_before_a_child_went_to_somebody_else_is_taken(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    case, ann = ruth.child(), HandingIn(council, "ann")
    to_ann = {"person": ann.person, "as": "allocated", "on": True, "reason": ""}
    assert HandingIn(council, "mo").one(act("access", case=case, **to_ann))["status"] == "done"
    assert ruth.one(act("looked", lines=[_line(case)]))["status"] == "done"


@pytest.mark.parametrize("told", ["1999-01-01T00:00:00+00:00", "2150-01-01T00:00:00+00:00"])
def test_a_false_clock_hides_no_look_behind_the_others(
    council: SharedCouncil, ruth: HandingIn, told: str
) -> None:
    case = ruth.child()
    ruth.one(act("looked", lines=[_line(case, at=_ago(2))]))
    ruth.one(act("looked", lines=[_line(case, act="exported", at=told)]))
    ruth.one(act("looked", lines=[_line(case, act="sent", at=_ago(1))]))
    lines = pull(council, "mo", what="looked", case=case)["lines"]
    assert [line["act"] for line in lines] == ["exported", "sent", "printed"]
    assert lines[0]["at"][:4] == told[:4]
    taken_in = datetime.fromisoformat(lines[0]["server_at"])
    assert abs(taken_in - datetime.now(UTC)) < timedelta(hours=1)
    assert lines[0]["placed"] == lines[0]["server_at"]
    later = pull(council, "mo", what="looked", case=case, before=lines[0]["placed"])["lines"]
    assert [line["act"] for line in later] == ["sent", "printed"]


def test_that_a_child_left_a_laptop_is_told_by_its_receipt_alone(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    ruth.hello()
    council.call("ruth", "receipt", {"device": ruth.device, "purged": [case]})
    (line,) = pull(council, "mo", what="looked", case=case)["lines"]
    assert line["act"] == "purged"
