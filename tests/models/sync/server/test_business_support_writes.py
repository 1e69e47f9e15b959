"""Business support, without the program: only the days of sending, never the chair's own word."""

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, row, stands
from tests.shared_council import SharedCouncil

DAY = "2026-11-20"


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


@pytest.fixture
def sue(council: SharedCouncil) -> HandingIn:
    council.person("sue", "business_support")
    return HandingIn(council, "sue")


def test_many_at_once_are_judged_one_by_one(
    council: SharedCouncil, sue: HandingIn, ruth: HandingIn
) -> None:
    case = ruth.child()
    review = ruth.review(case)
    asked = [
        row("milestone", case, new_id(), {"review_id": review, "clock": clock, "met_on": DAY})
        for clock in ("T31", "T33", "T35", "T37", "T50")
    ]
    made = sue.push(*asked)
    assert [each["status"] for each in made] == ["held", "applied", "held", "applied", "held"]
    assert council.one("SELECT count(*) FROM waymark.row WHERE table_name = 'milestone'") == 2


@pytest.mark.parametrize(
    ("clock", "status"),
    [("T33", "applied"), ("T36", "applied"), ("T37", "applied"), ("T20", "held"),
     ("T31", "held"), ("T35", "held"), ("T50", "held"), ("", "held")],
)  # fmt: skip
def test_only_the_days_that_sending_meets_are_noted(
    sue: HandingIn, ruth: HandingIn, clock: str, status: str
) -> None:
    case = ruth.child()
    fields = {"review_id": ruth.review(case), "met_on": DAY, **({"clock": clock} if clock else {})}
    made = sue.one(row("milestone", case, new_id(), fields))
    assert made["status"] == status, made
    assert status == "applied" or made["why"] == "role_may_not_write"


def test_a_day_that_the_chair_noted_stays_and_does_not_become_another(
    council: SharedCouncil, sue: HandingIn, ruth: HandingIn
) -> None:
    case = ruth.child()
    review, met = ruth.review(case), new_id()
    fields = {"review_id": review, "clock": "T31", "met_on": DAY}
    made = ruth.one(row("milestone", case, met, fields))
    assert made["status"] == "applied", made
    for change in ({"met_on": "2026-11-01"}, {"clock": "T33", "met_on": None},
                   {"removed_at": "2026-11-20T10:00:00+00:00"}):  # fmt: skip
        asked = row("milestone", case, met, dict(change), dict.fromkeys(change), 1)
        refused = sue.one(asked)
        assert (refused["status"], refused["why"]) == ("held", "role_may_not_write"), change
    assert stands(council, met)["met_on"] == DAY


def test_what_the_chair_withdrew_is_not_brought_back(
    council: SharedCouncil, sue: HandingIn, ruth: HandingIn
) -> None:
    case = ruth.child()
    copy, withdrawn, printed = new_id(), new_id(), new_id()
    step = {"copy_id": copy, "on": DAY, "by": ruth.person}
    ruth.one(row("paper_copy", case, copy, {"review_id": ruth.review(case), "reader": "child",
                                            "kind": "letter"}))  # fmt: skip
    for row_id, name in ((printed, "printed"), (withdrawn, "withdrawn")):
        made = ruth.one(row("delivery", case, row_id, {**step, "step": name}))
        assert made["status"] == "applied", made
    gone = {"removed_at": "2026-11-20T10:00:00+00:00", "removed_by": sue.person}
    refused = sue.one(row("delivery", case, withdrawn, gone, dict.fromkeys(gone), 1))
    assert (refused["status"], refused["why"]) == ("held", "role_may_not_write")
    assert "removed_at" not in stands(council, withdrawn)
    assert (
        sue.one(row("delivery", case, printed, gone, dict.fromkeys(gone), 1))["status"] != "held"
    )
