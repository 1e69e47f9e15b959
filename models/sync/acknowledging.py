"""Takes in what the shared database answered to a batch: what it has leaves what waits."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final  # answers are JSON

from models.hand import Hand
from models.pending import SEEN, after_acknowledging
from models.record import MergeRule
from models.sync import held
from models.sync.dirty import is_blank
from models.sync.registry import registry
from models.sync.round import RoundReport
from models.sync.sealing import ACKNOWLEDGED, SEALED, Batch
from models.sync.staging import stage
from models.sync.standing import change_standing
from models.sync.two_versions import council_copy, is_same

IsTyped = Callable[[str, str], bool]
_NOT_TAKEN: Final = ("held", "refused")
_CHANGED: Final = "changed_since_seen"
_VERSION, _DATA = 4, 5  # their places in a row of an answer
_CASE_ROW, _GIVEN_ONCE = "child", "identifier"
_OF_CASES: Final = ("access", "guard", "held")


@dataclass
class _Taking:
    """One answer while it is taken in."""

    hand: Hand
    is_typed: IsTyped
    report: RoundReport


def acknowledge(
    hand: Hand, batch: Batch, answer: Mapping[str, Any], is_typed: IsTyped, report: RoundReport
) -> bool:
    """Take in the answer to a batch; one that was taken in before changes nothing.

    What was typed after sealing stays. The rows in the answer wait in the stage.
    """
    done = hand.connection.execute(
        "UPDATE outbox SET state = ?, seq = ?, acknowledged_at = ? WHERE place = ? AND state = ?",
        (ACKNOWLEDGED, answer["seq"], _told_at(answer, hand), batch.place, SEALED),
    )
    if done.rowcount == 0:
        return False
    taking = _Taking(hand, is_typed, report)
    ops = {op["op"]: op for op in batch.sent["ops"]}
    for result in answer["results"]:
        op = ops.get(result["op"])
        if op is not None:
            _take(taking, op, result)
    change_standing(hand.connection, witness=(int(answer["seq"]), answer["head"]))
    report.sent += 1
    hand.changed.add("outbox")
    return True


def _told_at(answer: Mapping[str, Any], hand: Hand) -> str:
    """When by the council's clock: ours may be ten years out."""
    told = answer.get("server_time")
    return (datetime.fromisoformat(told) if told else hand.at).astimezone(UTC).isoformat()


def made_cases(batch: Batch) -> bool:
    """Whether a batch may have made a child's record, so that the list of cases is another."""
    return any(
        op["kind"] in _OF_CASES or (op["kind"] == "row" and _makes_a_case(op))
        for op in batch.sent["ops"]
    )


def _makes_a_case(op: Mapping[str, Any]) -> bool:
    return op["table"] == _CASE_ROW and _GIVEN_ONCE in op["set"]


def _take(taking: _Taking, op: Mapping[str, Any], result: Mapping[str, Any]) -> None:
    status = result["status"]
    if op["kind"] != "row":
        taking.report.refused += status in _NOT_TAKEN
        return
    rows = [row for row in (result.get("row"), *result.get("conflicts", ())) if row is not None]
    if status == "held" or _is_kept_nowhere(result):
        taking.report.held += 1
        held.hold(taking.hand, op, result.get("why", _CHANGED), taking.is_typed)
    elif status == "refused":
        taking.report.refused += 1
        _refuse(taking, op, result)
    else:
        others = _of_others(taking.hand, op, result) if result.get("row") else []
        _settle(taking.hand, op, op["set"], result.get("row"))
        if others:
            taking.report.joined += 1
            _tell_joined(taking.hand, op, others)
    stage(taking.hand.connection, rows)
    taking.hand.cases.add(op["case"])


def _is_kept_nowhere(result: Mapping[str, Any]) -> bool:
    """Whether two versions are said to be kept, and none is shown."""
    return bool(result["status"] == "conflict" and not result.get("conflicts"))


def _of_others(hand: Hand, op: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    """The fields that another changed in the row meanwhile, without those kept in two versions."""
    came: dict[str, Any] = result["row"][_DATA]
    two = {row[_DATA].get("field") for row in result.get("conflicts", ())}
    mine: Mapping[str, Any] = op["set"]
    known = council_copy(hand.connection, op["table"], op["id"])
    if known is None and result["status"] != "merged":
        return []
    known = known or {}  # a row that was made on two laptops
    return sorted(
        name
        for name, value in came.items()
        if name not in two
        and not is_same(value, known.get(name))
        and not (name in mine and is_same(value, mine[name]))
        and not is_blank(value)
    )


def _tell_joined(hand: Hand, op: Mapping[str, Any], names: list[str]) -> None:
    """Note what another changed; who it was is not in the answer, and nobody is named for it."""
    hand.connection.execute(
        'INSERT INTO arrival ("at", kind, case_id, table_name, row_id, by_id, fields)'
        " VALUES (?, ?, ?, ?, ?, '', ?)",
        (hand.at.isoformat(), held.JOINED, op["case"], op["table"], op["id"], json.dumps(names)),
    )
    hand.changed.add("arrival")


def _refuse(taking: _Taking, op: Mapping[str, Any], result: Mapping[str, Any]) -> None:
    """Put back what was refused and say so; the other fields of the operation were taken in."""
    if result.get("row") is None:
        held.hold(taking.hand, op, result.get("why", ""), taking.is_typed)
        return
    refused = {name: op["set"][name] for name in op["set"] if (op["table"], name) in _guarded()}
    rest = {name: value for name, value in op["set"].items() if name not in refused}
    _settle(taking.hand, op, rest, None)
    held.put_council_back(taking.hand, op["table"], op["id"], refused)
    held.tell(taking.hand, op, list(refused))


def _settle(hand: Hand, op: Mapping[str, Any], sent: Mapping[str, Any], row: Any) -> None:
    """Let what the council has leave what waits, or become what was typed over."""
    table, row_id = op["table"], op["id"]
    found = hand.connection.execute(
        f'SELECT pending, base_version FROM "{table}" WHERE id = ?',  # noqa: S608 - a table of ours
        (row_id,),
    ).fetchone()
    if found is None:
        return
    pending, version = json.loads(found[0]), found[1]
    for name, value in sent.items():
        if name not in pending:
            continue
        change = pending.pop(name)
        left = after_acknowledging(change, value)
        if left is None:
            hand.settle(table, row_id, name, change)
        else:
            pending[name] = left
    if row is not None and row[_VERSION] == version + 1:
        _move_seen(pending, version)
    hand.connection.execute(
        f'UPDATE "{table}" SET pending = ? WHERE id = ?',  # noqa: S608 - a table of ours
        (json.dumps(pending), row_id),
    )
    hand.changed.add(table)


def _move_seen(pending: dict[str, Any], version: int) -> None:
    """The version that one's own change alone has made is as good as seen."""
    for change in pending.values():
        if change.get(SEEN, 0) == version:
            change[SEEN] = version + 1


def _guarded() -> frozenset[tuple[str, str]]:
    """The fields that are refused and not merged."""
    if not _GUARDED:
        _GUARDED.update(
            (line.table, line.field)
            for line in registry()
            if line.merge_rule in (MergeRule.EXACT, MergeRule.REFERENCE)
        )
    return frozenset(_GUARDED)


_GUARDED: set[tuple[str, str]] = set()
