"""Ids that somebody takes before the database needs them: nothing leaks, nothing is lost."""

import hashlib
import uuid

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, act, row, stands
from tests.shared_council import SharedCouncil

MINE = "SECRET-MARY"


class Disagreeing:
    """Ruth has a child whom Eve had before; Mary, who manages, disagrees with Ruth in a note."""

    def __init__(self, council: SharedCouncil) -> None:
        self.council = council
        council.person("mary", "manager")
        for login in ("ruth", "eve"):
            council.person(login)
        self.ruth, self.mary, self.eve = (HandingIn(council, x) for x in ("ruth", "mary", "eve"))
        self.case, self.note = self.eve.child(), new_id()
        review = self.eve.review(self.case)
        self.eve.one(row("note", self.case, self.note, {"review_id": review, "words": "one"}))
        given = act("access", case=self.case, person=self.ruth.person, on=True, reason="x",
                    **{"as": "allocated"})  # fmt: skip
        assert self.mary.one(given)["status"] == "done"

    def take(self, taken: str, case: str) -> None:
        """Have somebody's row stand under this id."""
        maker = self.eve if case != self.case else self.ruth
        assert maker.one(row("note", case, taken, {"words": ""}))["status"] == "applied"

    def disagree(self) -> dict[str, object]:
        """Let Ruth and then Mary reword the note; gives what Mary is told."""
        self.ruth.one(row("note", self.case, self.note, {"words": "hers"}, {"words": "one"}, 1))
        told: dict[str, object] = self.mary.one(
            row("note", self.case, self.note, {"words": MINE}, {"words": "one"}, 1)
        )
        return told

    def guessed(self) -> str:
        """The id that anybody makes of what anybody knows."""
        known = "/".join((self.note, "words", self.mary.person))
        return str(uuid.UUID(hashlib.md5(known.encode()).hexdigest()))  # noqa: S324 - a guess

    def of_the_database(self) -> str:
        """The id that only who reads the tables themselves can know."""
        words = "/".join((self.council.one("SELECT encode(secret, 'hex') FROM waymark.authority"),
                          self.note, "words", self.mary.person))  # fmt: skip
        return str(uuid.UUID(hashlib.sha256(words.encode()).hexdigest()[:32]))


@pytest.fixture
def people(council: SharedCouncil) -> Disagreeing:
    return Disagreeing(council)


def test_who_had_the_child_before_reads_no_two_versions_under_a_guessed_id(
    people: Disagreeing,
) -> None:
    people.take(people.guessed(), people.eve.child())
    told = people.disagree()
    assert (told["status"], bool(told["conflicts"])) == ("conflict", True)
    everything = people.council.call("eve", "pull", {"what": "rows", "limit": 500})
    assert MINE not in str(everything)


@pytest.mark.parametrize("same_case", [True, False])
def test_two_versions_that_have_no_place_are_held(people: Disagreeing, same_case: bool) -> None:
    taken = people.of_the_database()
    people.take(taken, people.case if same_case else people.eve.child())
    told = people.disagree()
    assert (told["status"], told["why"]) == ("held", "no_access")
    assert stands(people.council, taken) == {"words": ""}
    assert people.council.one("SELECT op FROM waymark.held")["set"] == {"words": MINE}


def test_what_cannot_be_put_under_either_id_is_held_under_a_third(people: Disagreeing) -> None:
    op = row("note", people.case, people.note, {"unknown": MINE})
    second = uuid.UUID(hashlib.md5(  # noqa: S324 - as the database makes it
        f"{op['op']}/{people.mary.person}".encode()).hexdigest())  # fmt: skip
    for place in (op["op"], str(second)):
        people.ruth.one({**row("note", people.case, people.note, {"unknown": "x"}), "op": place})
    assert people.mary.one(op)["status"] == "held"
    assert (
        people.council.one(
            "SELECT count(*) FROM waymark.held WHERE op::text LIKE '%%' || %s || '%%'", MINE
        )
        == 1
    )
