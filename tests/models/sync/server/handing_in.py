"""A laptop as the shared database meets it: a login, a device and a counter. No client code."""

from dataclasses import dataclass, field
from typing import Any, Final

from models.record import new_id
from tests.shared_council import SharedCouncil

AT: Final = "2026-11-20T10:00:00+00:00"
Op = dict[str, Any]
Answer = dict[str, Any]
ROW: Final = ("seq", "table", "id", "case", "version", "data", "by", "at", "updated_by", "updated")


@dataclass
class HandingIn:
    """One laptop of one person. `push` seals the ops as its next batch and hands them in."""

    council: SharedCouncil
    login: str
    device: str = field(default_factory=new_id)
    n: int = 0

    @property
    def person(self) -> str:
        """The id of whoever is logged in."""
        return self.council.people[self.login].id

    def batch(self, *ops: Op) -> dict[str, Any]:
        """Seal these ops as the next batch, without handing them in."""
        self.n += 1
        return {"device": self.device, "n": self.n, "schema": 1, "sealed_at": AT, "ops": [*ops]}

    def send(self, batch: dict[str, Any]) -> Answer:
        """Hand in a sealed batch."""
        return self.council.call(self.login, "push", batch)

    def push(self, *ops: Op) -> list[Answer]:
        """Seal and hand in. Gives what became of each op."""
        results: list[Answer] = self.send(self.batch(*ops))["results"]
        return results

    def one(self, op: Op) -> Answer:
        """Hand in one op. Gives what became of it."""
        return self.push(op)[0]

    def hello(self, **more: Any) -> Answer:
        """Say hello from this laptop."""
        known = {"protocol": 1, "schema": 1, "app": "0.1.0", "device": self.device, "laptop": "L7"}
        return self.council.call(self.login, "hello", {**known, **more})

    def child(self, **more: Any) -> str:
        """Bring a child who is new to the council. Gives the case."""
        case = new_id()
        made = self.one(row("child", case, case, {**SAM, **more}))
        assert made["status"] == "applied", made
        return case

    def review(self, case: str, **more: Any) -> str:
        """Make a review of this child. Gives its id."""
        review = new_id()
        made = self.one(row("review", case, review, {"child_id": case, "number": 1, **more}))
        assert made["status"] == "applied", made
        return review


SAM: Final = {"identifier": "S1", "given_name": "Sam", "born_on": "2014-03-02"}


def row(
    table: str,
    case: str,
    row_id: str,
    new: dict[str, Any],
    base: dict[str, Any] | None = None,
    seen: int = 0,
) -> Op:
    """An op that sets fields of one row."""
    return {
        "op": new_id(), "kind": "row", "table": table, "id": row_id, "case": case,
        "set": new, "base": base or {}, "seen": seen, "at": AT,
    }  # fmt: skip


def act(kind: str, **more: Any) -> Op:
    """An op that is no row: access, guard, device, person, looked, part or held."""
    return {"op": new_id(), "kind": kind, "at": AT, **more}


def sent(answer: Answer) -> dict[str, Any]:
    """The row in an answer, by the names of its places."""
    return dict(zip(ROW, answer["row"], strict=True))


def stands(council: SharedCouncil, row_id: str) -> dict[str, Any]:
    """What a row holds in the shared database."""
    found: dict[str, Any] = council.one("SELECT data FROM waymark.row WHERE id = %s", row_id)
    return found
