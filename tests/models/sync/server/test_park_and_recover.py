"""A database restored from yesterday's copy: nothing that was acknowledged is lost."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest

from models.record import new_id
from models.sync import server_steps
from models.sync.server_check import check
from tests.models.sync.server.handing_in import SAM, HandingIn, Op, act, row, stands
from tests.models.sync.server.reading import ids, pull
from tests.shared_council import SharedCouncil, _connect


@dataclass
class Keeping(HandingIn):
    """A laptop that keeps what was acknowledged, with the seq and the witness it was told."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    witness: list[Any] | None = None

    def send(self, batch: dict[str, Any]) -> dict[str, Any]:
        answer = super().send(batch)
        if "seq" in answer:
            self.kept.append({"n": batch["n"], "seq": answer["seq"], "batch": batch})
            self.witness = [answer["seq"], answer["head"]]
        return answer

    def park(self, after: int = 0) -> dict[str, Any]:
        """Say hello, and park what was acknowledged after this seq."""
        self.hello(witness=self.witness, n=self.n)
        batches = [one for one in self.kept if one["seq"] > after]
        return self.council.call(self.login, "park", {"device": self.device, "batches": batches})


class Copies:
    """Copies of a whole database, as an administrator's backups are."""

    def __init__(self, council: SharedCouncil) -> None:
        self.council = council
        self.name = f"{council.database}_copy"

    def take(self) -> None:
        """Copy the database as it is."""
        self._make(self.name, self.council.database)

    def restore(self) -> None:
        """Put the copy in the place of the database; the rights of a database are not in it."""
        self._make(self.council.database, self.name)
        server_steps.settle_rights(self.council.admin)

    def _make(self, name: str, source: str) -> None:
        self.council.admin.close()
        for login in self.council.people:
            self.council.connect(login).close()
        with _connect(self.council.server, "postgres") as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {source}")
        self.council.admin = _connect(self.council.server, self.council.database)

    def drop(self) -> None:
        """Take the copy away."""
        with _connect(self.council.server, "postgres") as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


@pytest.fixture
def copies(council: SharedCouncil) -> Iterator[Copies]:
    made = Copies(council)
    yield made
    made.drop()


@pytest.fixture
def ruth(council: SharedCouncil) -> Keeping:
    council.person("stu", "steward")
    council.person("ruth")
    return Keeping(council, "ruth")


def _recover(council: SharedCouncil, what: str, **more: Any) -> dict[str, Any]:
    return council.call("stu", "recover", {"act": what, **more})


def _whole(council: SharedCouncil) -> list[tuple[Any, ...]]:
    """Every row without the times of the server, and every access."""
    return council.admin.execute(
        "SELECT id::text, case_id::text, table_name, row_version, server_seq,"
        " (data - 'theirs_at')::text, updated_by::text FROM waymark.row UNION ALL"
        " SELECT case_id::text, person_id::text, kind, 0, granted_seq, revoked_seq::text, ''"
        " FROM waymark.access ORDER BY 1, 2"
    ).fetchall()


def _breaks(council: SharedCouncil) -> list[tuple[Any, ...]]:
    return council.admin.execute(
        "SELECT * FROM waymark._chain_breaks(%s::smallint)", (council.authority_id,)
    ).fetchall()


def test_what_was_acknowledged_after_the_copy_is_taken_again_as_it_was(
    council: SharedCouncil, ruth: Keeping, copies: Copies
) -> None:
    council.person("mo", "manager")
    council.person("ann")
    mo, ann = Keeping(council, "mo"), Keeping(council, "ann")
    case = ruth.child()
    copies.take()
    note, review = new_id(), ruth.review(case)
    ruth.one(row("note", case, note, {"review_id": review, "words": "Two cats"}))
    given = act("access", case=case, person=ann.person, **{"as": "allocated"}, on=True)
    assert mo.one(given)["status"] == "done"
    ann.one(row("note", case, note, {"words": "Three cats"}, {"words": "Two cats"}, seen=1))
    before = _whole(council)
    copies.restore()

    assert ruth.hello(witness=ruth.witness)["witness"] == "ahead"
    begun = _recover(council, "begin")
    assert (begun["state"], begun["seq"]) == ("recovering", 6)
    refused = ann.batch(row("note", case, note, {"words": "Cats"}, {"words": "Three cats"}))
    assert ann.send(refused) == {"error": "recovering"}
    for laptop, parked in ((ann, 1), (mo, 1), (ruth, 3)):
        assert laptop.park() == {"parked": parked}
    assert _recover(council, "status")["missing"] == []
    assert _recover(council, "replay")["taken"] == 4
    assert _whole(council) == before
    closed = _recover(council, "close")
    assert (closed["state"], closed["parked"], closed["more"]) == ("open", 0, False)
    assert _breaks(council) == []
    (told,) = ann.send(refused)["results"]
    assert (told["status"], told["row"][0], told["row"][4]) == ("applied", closed["seq"] + 1, 3)


def test_what_nobody_brought_is_named_and_can_be_gone_without(
    council: SharedCouncil, ruth: Keeping, copies: Copies
) -> None:
    council.person("bea", "business_support")
    bea = Keeping(council, "bea")
    copies.take()
    case = ruth.child()
    bea.one(row("child", case, case, {"team": "North"}, {"team": None}, seen=1))
    ruth.one(row("child", case, case, {"school": "Hill"}, seen=2))
    head = ruth.kept[-1]["seq"]
    copies.restore()

    _recover(council, "begin")
    ruth.park()
    status = _recover(council, "status")
    assert status["missing"] == [[head - 1, head - 1]]
    assert [(one["device"], one["told"], one["parked"]) for one in status["laptops"]] == [
        (ruth.device, head, 2)
    ]
    assert _recover(council, "replay")["taken"] == 1
    refused = _recover(council, "close")
    assert (refused["error"], refused["state"]) == ("gaps", "recovering")
    closed = _recover(council, "close", close_with_gaps=True)
    assert (closed["state"], closed["seq"]) == ("open", head)
    assert stands(council, case)["school"] == "Hill"
    assert _breaks(council) == []
    (late,) = HandingIn(council, "bea").push(*bea.kept[0]["batch"]["ops"])
    assert late["status"] in ("applied", "merged")
    assert stands(council, case)["team"] == "North"


def test_two_batches_for_one_place_are_both_taken(council: SharedCouncil, ruth: Keeping) -> None:
    council.person("ann")
    ann = Keeping(council, "ann")
    ours, theirs = new_id(), new_id()
    head = council.one("SELECT seq FROM waymark.clock")
    for laptop, case in ((ruth, ours), (ann, theirs)):
        batch = laptop.batch(row("child", case, case, SAM))
        laptop.kept.append({"n": 1, "seq": head + 1, "batch": batch})
    _recover(council, "begin")
    assert [laptop.park() for laptop in (ruth, ann)] == [{"parked": 1}] * 2
    closed = _recover(council, "close")
    assert (closed["taken"], closed["seq"], closed["parked"]) == (2, head + 2, 0)
    assert ids(council, "ruth") == [ours]
    assert ids(council, "ann") == [theirs]


def test_a_batch_that_cannot_be_taken_stays_parked_and_stops_nobody(
    council: SharedCouncil, ruth: Keeping
) -> None:
    case = new_id()
    head = council.one("SELECT seq FROM waymark.clock")
    broken = ruth.batch(row("child", new_id(), new_id(), SAM))
    broken["schema"] = "one"
    whole = ruth.batch(row("child", case, case, SAM))
    ruth.kept = [
        {"n": 1, "seq": head + 1, "batch": broken}, {"n": 2, "seq": head + 2, "batch": whole}
    ]  # fmt: skip
    _recover(council, "begin")
    assert ruth.park() == {"parked": 2}
    closed = _recover(council, "close")
    assert (closed["state"], closed["taken"], closed["parked"]) == ("open", 1, 1)
    assert ids(council, "ruth") == [case]
    assert _breaks(council) == []
    assert closed["not_playable"] == 1
    (held,) = council.call("ruth", "pull", {"what": "held"})["held"]
    assert (held["why"], held["op"]["set"]) == ("not_playable", SAM)


def test_parking_again_and_what_is_there_anyway_is_safe(
    council: SharedCouncil, ruth: Keeping
) -> None:
    ruth.child()
    _recover(council, "begin")
    assert ruth.park() == {"parked": 1}
    assert council.one("SELECT count(*) FROM waymark.parked") == 0
    ruth.kept.append({"n": 2, "seq": 99, "batch": ruth.batch()})
    assert [ruth.park() for _ in range(2)] == [{"parked": 2}] * 2
    assert council.one("SELECT count(*) FROM waymark.parked") == 1


def test_beginning_twice_is_beginning_once(council: SharedCouncil, ruth: Keeping) -> None:
    before = ruth.hello()["epoch"]
    first = _recover(council, "begin")["epoch"]
    assert first != before
    assert _recover(council, "begin")["epoch"] == first
    assert ruth.hello()["state"] == "recovering"


def test_reading_goes_on_while_the_database_recovers(
    council: SharedCouncil, ruth: Keeping
) -> None:
    case = ruth.child()
    _recover(council, "begin")
    assert ids(council, "ruth") == [case]
    assert pull(council, "ruth", what="case", case=case)["rows"]


def test_nothing_is_parked_or_played_while_the_database_is_open(
    council: SharedCouncil, ruth: Keeping
) -> None:
    ruth.child()
    assert ruth.park() == {"error": "not_recovering"}
    for what in ("replay", "close"):
        assert _recover(council, what) == {"error": "not_recovering"}


def test_who_was_revoked_may_still_hand_in(council: SharedCouncil, ruth: Keeping) -> None:
    ruth.kept.append({"n": 1, "seq": 99, "batch": ruth.batch()})
    _recover(council, "begin")
    council.admin.execute("UPDATE waymark.person SET revoked_at = now() WHERE role = 'iro'")
    assert ruth.park() == {"parked": 1}


def test_what_is_told_of_far_too_far_ahead_is_not_believed(
    council: SharedCouncil, ruth: Keeping
) -> None:
    _recover(council, "begin")
    ruth.hello(witness=[10**15, "00"])
    assert _recover(council, "status")["missing"] == []
    ruth.kept.append({"n": 1, "seq": 10**15, "batch": ruth.batch(act("looked", lines=[]))})
    ruth.park()
    closed = _recover(council, "close")
    assert (closed["state"], closed["taken"]) == ("open", 1)
    assert closed["seq"] < 10**6


def test_one_laptop_alone_makes_nobody_wait_for_what_never_was(
    council: SharedCouncil, ruth: Keeping
) -> None:
    council.person("ann")
    head = council.one("SELECT seq FROM waymark.clock")
    _recover(council, "begin")
    for _ in range(2):
        HandingIn(council, "ruth").hello(witness=[head + 3, "00"])
    assert _recover(council, "status")["missing"] == []
    HandingIn(council, "ann").hello(witness=[head + 2, "00"])
    assert _recover(council, "status")["missing"] == [[head + 1, head + 2]]
    for login in ("ruth", "ann"):
        HandingIn(council, login).hello(witness=[head + 10001, "00"])
    assert _recover(council, "status")["missing"] == [[head + 1, head + 2]]


def test_what_a_laptop_told_once_is_not_forgotten(council: SharedCouncil, ruth: Keeping) -> None:
    ruth.hello(witness=[900, "00"])
    ruth.hello(witness=[3, "00"])
    assert council.one("SELECT told_seq FROM waymark.device") == 900


@pytest.mark.parametrize("login", ["ruth", "mo"])
def test_only_a_steward_recovers(council: SharedCouncil, ruth: Keeping, login: str) -> None:
    council.person("mo", "manager")
    for name in ("recover", "erase"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            council.call(login, name, {"act": "begin"})


@pytest.mark.parametrize(
    "change",
    [{"n": 2}, {"n": 0}, {"seq": None}, {"seq": -1}, {"batch": None}, {"batch": {"ops": 7}}],
)
def test_a_batch_that_is_not_what_was_sealed_is_refused(
    council: SharedCouncil, ruth: Keeping, change: dict[str, Any]
) -> None:
    _recover(council, "begin")
    sent = {"n": 1, "seq": 99, "batch": ruth.batch()} | change
    with pytest.raises(psycopg.Error) as refused:
        council.call("ruth", "park", {"device": ruth.device, "batches": [sent]})
    assert refused.value.sqlstate == "WM003"


@pytest.mark.parametrize("seed", range(3))
def test_any_history_is_the_same_after_it_was_taken_again(
    council: SharedCouncil, ruth: Keeping, copies: Copies, seed: int
) -> None:
    some = random.Random(seed)
    council.person("mo", "manager")
    laptops = [ruth, Keeping(council, "ruth"), Keeping(council, "mo")]
    case = ruth.child()
    copied_after = some.randrange(12)
    for number in range(14):
        if number == copied_after:
            copies.take()
        some.choice(laptops).push(*(_something(some, case) for _ in range(some.randrange(1, 4))))
    before = _whole(council)
    copies.restore()
    _recover(council, "begin")
    for laptop in some.sample(laptops, 3):
        laptop.park()
    assert _recover(council, "close")["state"] == "open"
    assert _whole(council) == before
    assert _breaks(council) == []
    assert check(council.admin) == []


def _something(some: random.Random, case: str) -> Op:
    new = {some.choice(["plan", "school", "team"]): str(some.random())}
    if some.random() < 0.3:
        return row("person", case, new_id(), {"child_id": case, "name": "Bea"})
    return row("child", case, case, new, dict.fromkeys(new), seen=1)
