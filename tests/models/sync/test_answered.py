"""What was typed for the council before joining raises no alarm where the council answers."""

import json
from pathlib import Path
from typing import Any

from models.record import new_id
from models.sync.registry import SCHEMA
from tests import laptop as laptops
from tests.laptop import Laptop
from tests.sample import NOW
from tests.shared_council import SharedCouncil


def _manager_sets(council: SharedCouncil, n: int, **fields: str) -> None:
    council.call("mara", "hello", _hello(n - 1))
    op = {
        "op": new_id(), "kind": "row", "table": "council", "id": council.council_id, "case": "",
        "set": fields, "base": dict.fromkeys(fields, ""), "seen": n, "at": NOW.isoformat(),
    }  # fmt: skip
    batch = {"device": DEVICE, "n": n, "schema": SCHEMA, "ops": [op], "sealed_at": NOW.isoformat()}
    answer = council.call("mara", "push", batch)
    assert [each["status"] for each in answer["results"]] == ["applied"], answer


def _hello(n: int) -> dict[str, Any]:
    return {
        "protocol": 1, "schema": SCHEMA, "app": "0.1.0", "device": DEVICE, "laptop": "mara",
        "n": n, "epoch": None, "cursor": [0, "00000000-0000-0000-0000-000000000000"],
        "witness": None, "clock": NOW.isoformat(), "cases_hash": None, "waiting": 0,
    }  # fmt: skip


def _aside(laptop: Laptop) -> dict[str, Any]:
    kept = laptop.one("SELECT fields FROM held_work WHERE table_name = 'council'")
    found: dict[str, Any] = json.loads(kept) if kept else {}
    return found


DEVICE = new_id()


def test_only_what_the_council_has_nothing_for_is_set_aside(
    council: SharedCouncil, tmp_path: Path
) -> None:
    council.person("mara", "manager")
    council.person("ruth", "iro")
    _manager_sets(council, 1, service="Young Voices", advocacy_phone="01632 960 999")
    laptop, _sam = laptops.with_sam(council, "ruth", tmp_path / "record")
    before = set(_aside(laptop))
    assert {"service", "advocacy_name", "advocacy_phone", "complaints_phone"} <= before
    laptop.round()
    assert set(_aside(laptop)) == before - {"service", "advocacy_phone"}
    assert laptop.one("SELECT service FROM council") == "Young Voices"
    _manager_sets(council, 2, advocacy_name="On Your Side", complaints_phone="01632 960 998")
    laptop.round()
    assert _aside(laptop) == {}
    assert laptop.one("SELECT count(*) FROM held_work") == 0
    laptop.close()


def test_what_somebody_typed_since_and_was_not_taken_stays(
    council: SharedCouncil, tmp_path: Path
) -> None:
    council.person("mara", "manager")
    council.person("ruth", "iro")
    laptop, _sam = laptops.with_sam(council, "ruth", tmp_path / "record")
    laptop.round()
    with laptop.database.sharing() as hand:
        hand.connection.execute("UPDATE held_work SET author_id = ?", (laptop.person,))
    before = _aside(laptop)
    _manager_sets(council, 1, service="Young Voices")
    laptop.round()
    assert _aside(laptop) == before
    laptop.close()
