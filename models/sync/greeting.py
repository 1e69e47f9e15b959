"""What the shared database answers to hello, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any  # an answer is JSON

SAME, DIFFERENT, AHEAD, NONE = "same", "different", "ahead", "none"
COPIED = "copied"


@dataclass(frozen=True)
class Case:
    """One child whose record this person has, and why."""

    case_id: str
    kind: str
    granted_seq: int
    until: datetime | None
    restricted: bool
    rows: int


@dataclass(frozen=True)
class Greeting:
    """Who this person is there, where the shared database stands, and what is theirs.

    `cases` is nothing where they are the same as those of the last round.
    """

    server_time: datetime
    authority: int
    council_id: str
    council: str
    person: str
    role: str
    epoch: str
    seq: int
    head: str
    witness: str
    device_state: str
    last_n: int
    state: str
    is_revoked: bool
    lease_days: int
    cases_hash: str
    cases: tuple[Case, ...] | None
    held_news: int


def greeting(answer: Mapping[str, Any]) -> Greeting:
    """Read an answer to hello that is not an error."""
    cases = answer.get("cases")
    return Greeting(
        server_time=datetime.fromisoformat(answer["server_time"]),
        authority=int(answer["authority"]),
        council_id=answer["council_id"],
        council=answer["council"],
        person=answer["person"]["id"],
        role=answer["person"]["role"],
        epoch=answer["epoch"],
        seq=int(answer["seq"]),
        head=answer["head"],
        witness=answer["witness"],
        device_state=answer["device"]["state"],
        last_n=int(answer["device"]["last_n"]),
        state=answer["state"],
        is_revoked=bool(answer["revoked"]) or answer["device"]["state"] == "revoked",
        lease_days=int(answer["lease_days"]),
        cases_hash=answer["cases_hash"] or "",
        cases=None if cases is None else tuple(map(_case, cases)),
        held_news=int(answer.get("held_news") or 0),
    )


def _case(told: list[Any]) -> Case:
    case_id, kind, granted_seq, until, restricted, rows = told
    ends = None if until is None else datetime.fromisoformat(until)
    return Case(case_id, kind, int(granted_seq), ends, bool(restricted), int(rows))
