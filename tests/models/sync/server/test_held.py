"""Held work: kept with its words, read by its author, and decided on by who has the child."""

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import Answer, HandingIn, act, row, sent, stands
from tests.shared_council import SharedCouncil


class PassedOn:
    """Ruth had the child and wrote on; Ann has them now; Mo manages."""

    def __init__(self, council: SharedCouncil) -> None:
        council.person("ruth")
        council.person("ann")
        council.person("mo", "manager")
        self.council = council
        self.ruth, self.ann, self.mo = (HandingIn(council, one) for one in ("ruth", "ann", "mo"))
        self.case = self.ruth.child(school="Elm")
        to_ann = {"person": self.ann.person, "as": "allocated", "on": True, "reason": "moved"}
        self.mo.one(act("access", case=self.case, **to_ann))
        self.op = row("child", self.case, self.case, {"school": "Ash"}, {"school": "Elm"}, 1)
        assert self.ruth.one(self.op)["why"] == "no_access"

    def decide(self, who: HandingIn, add: bool) -> Answer:
        """Add the held work to the record, or let it go."""
        return who.one(act("held", held=self.op["op"], add=add))

    def outcome(self) -> str | None:
        """What was decided."""
        found: str | None = self.council.one("SELECT outcome FROM waymark.held_settled")
        return found


@pytest.fixture
def passed(council: SharedCouncil) -> PassedOn:
    return PassedOn(council)


@pytest.mark.parametrize("who", ["ann", "mo"])
def test_added_it_is_the_authors_change(passed: PassedOn, who: str) -> None:
    answer = passed.decide(getattr(passed, who), add=True)
    assert answer["status"] == "done"
    assert sent(answer)["data"]["school"] == "Ash"
    assert sent(answer)["updated_by"] == passed.ruth.person
    assert passed.outcome() == "added"


def test_added_to_what_has_moved_both_are_kept(passed: PassedOn) -> None:
    passed.ann.one(row("child", passed.case, passed.case, {"school": "Oak"}, {"school": "Elm"}, 2))
    answer = passed.decide(passed.ann, add=True)
    assert sent(answer)["data"]["school"] == "Oak"
    kept = sent({"row": answer["conflicts"][0]})["data"]
    assert (kept["mine"], kept["mine_by"]) == ("Ash", passed.ruth.person)


def test_the_author_may_let_it_go_and_not_add_it(passed: PassedOn) -> None:
    refused = passed.decide(passed.ruth, add=True)
    assert (refused["status"], refused["why"]) == ("held", "no_access")
    assert passed.decide(passed.ruth, add=False)["status"] == "done"
    assert passed.outcome() == "dropped"
    assert stands(passed.council, passed.case)["school"] == "Elm"
    assert passed.council.one("SELECT op FROM waymark.held WHERE why = 'no_access' LIMIT 1")["set"]


def test_nobody_else_decides(passed: PassedOn) -> None:
    passed.council.person("pat")
    pat = HandingIn(passed.council, "pat")
    for add in (True, False):
        assert passed.decide(pat, add)["why"] == "no_access"
    assert passed.outcome() is None


def test_a_decision_stands_and_is_made_once(passed: PassedOn) -> None:
    passed.decide(passed.ann, add=True)
    assert passed.decide(passed.mo, add=False)["status"] == "done"
    assert passed.outcome() == "added"
    assert (
        passed.council.one("SELECT row_version FROM waymark.row WHERE id = %s", passed.case) == 3
    )


def test_the_author_sending_it_again_hears_that_it_was_added(passed: PassedOn) -> None:
    assert passed.ruth.one(passed.op)["status"] == "held"
    passed.decide(passed.ann, add=True)
    again = passed.ruth.one(passed.op)
    assert again["status"] == "applied"
    assert "row" not in again
    assert (
        passed.council.one("SELECT row_version FROM waymark.row WHERE id = %s", passed.case) == 3
    )


def test_what_cannot_be_added_stays_held(passed: PassedOn) -> None:
    passed.op = row("child", passed.case, passed.case, {"identifier": "other"})
    passed.ruth.one(passed.op)
    answer = passed.decide(passed.ann, add=True)
    assert (answer["status"], answer["why"]) == ("refused", "fixed_field")
    assert passed.outcome() is None


def test_a_row_made_in_a_case_that_was_lost_is_added_whole(passed: PassedOn) -> None:
    review = new_id()
    passed.op = row("review", passed.case, review, {"child_id": passed.case, "number": 3})
    passed.ruth.one(passed.op)
    assert stands(passed.council, review) is None
    passed.decide(passed.mo, add=True)
    assert stands(passed.council, review)["number"] == 3


def test_an_id_that_somebody_else_has_used_loses_nothing(passed: PassedOn) -> None:
    passed.council.person("pat")
    pat = HandingIn(passed.council, "pat")
    stolen = {**passed.op, "set": {"school": "Pats words"}}
    assert pat.one(stolen)["status"] == "held"
    kept = passed.council.admin.execute("SELECT op->'set'->>'school' FROM waymark.held").fetchall()
    assert sorted(one[0] for one in kept) == ["Ash", "Pats words"]


def test_an_act_that_was_held_is_never_added(passed: PassedOn) -> None:
    taken = {"person": passed.ruth.person, "as": "allocated", "on": True, "reason": "I want them"}
    passed.op = act("access", case=passed.case, **taken)
    passed.ruth.one(passed.op)
    assert passed.decide(passed.ann, add=True)["status"] == "refused"
    assert [one[1] for one in passed.ann.hello()["cases"]] == ["allocated"]
