"""A new laptop fetches seventy children; it is stopped half way, and goes on from there later."""

import json
import threading
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any  # a request and a field hold any JSON value

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.record import new_id
from tests.journeys import shared_folders
from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.models.sync.handing_in import rows_of
from tests.shared_council import SharedCouncil
from ui.sync.sharing import ROUND_EVERY_MS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

CHILDREN = 70
NAMES = ("Ash", "Bryn", "Cai", "Dara", "Eden", "Fern", "Gil")
WHOLE = "SELECT count(*) FROM shared_case WHERE has = 'whole'"


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", shares=False)
        _hand_in_children(made)
        yield made


class Pause:
    """Lets a fetch wait before one child, for a person who looks round meanwhile."""

    def __init__(self, before_child: int) -> None:
        self._left = before_child
        self.is_there, self.goes_on = threading.Event(), threading.Event()

    def __call__(self, _name: str, request: Mapping[str, Any]) -> None:
        self._left -= request.get("part") == "newest"
        if not self._left and not self.is_there.is_set():
            self.is_there.set()
            self.goes_on.wait(60)


def test_a_first_fetch_of_seventy_children_stopped_half_way(office: Office) -> None:
    nadia = office.open("nadia")
    page = nadia.go_to_sync()
    half_way = nadia.plug.before = Pause(CHILDREN // 2)
    nadia.qtbot.keyClick(page.share_button, Qt.Key.Key_Space)
    nadia.qtbot.waitUntil(half_way.is_there.is_set, timeout=ROUND_MS)
    nadia.settle()
    _the_first_children_are_there(nadia)
    _she_stops_it(nadia, half_way)
    fetched = _parts(nadia)
    assert {part for _, part in fetched} == {"newest"}, "the newest review of each comes first"
    nadia.plug.asked.clear()
    nadia.share()
    _the_rest_came_and_nothing_twice(office, nadia, fetched)


def _the_first_children_are_there(nadia: Sharer) -> None:
    """While it fetches, the children who have come can be opened and read."""
    assert nadia.said.startswith("Fetching ")
    assert nadia.said.endswith(" of 1,470. You can carry on")
    nadia.look("seventy-1-fetching")
    came = nadia.one("SELECT count(*) FROM child")
    assert came == CHILDREN // 2 - 1
    child = nadia.one("SELECT id FROM child LIMIT 1")
    nadia.waymark.open_child(child)
    nadia.settle()
    nadia.look("seventy-2-child")
    newest = nadia.one("SELECT max(number) FROM review WHERE child_id = ?", child)
    assert newest == 3


def _she_stops_it(nadia: Sharer, half_way: Pause) -> None:
    page = nadia.go_to_sync()
    with nadia.qtbot.waitSignal(nadia.sharing.round_ended, timeout=ROUND_MS):
        nadia.press_named("Stop", page.standing)
        half_way.goes_on.set()
    nadia.settle()
    assert "Sharing was stopped" in nadia.told
    assert QApplication.focusWidget() is page.share_button
    assert nadia.said == "All saved on this laptop. Not shared yet"
    assert nadia.sharing._next.remainingTime() > ROUND_EVERY_MS, "it does not go on by itself"
    nadia.look("seventy-3-stopped")
    nadia.sharing._next.stop()


def _parts(nadia: Sharer) -> list[tuple[str, str]]:
    """Which part of which child was asked for; of a part, each page once."""
    asked = [(r["case"], r["part"], str(r["after"])) for _, r in nadia.plug.asked if "part" in r]
    assert len(asked) == len(set(asked)), "no page came twice"
    return list(dict.fromkeys((case, part) for case, part, _ in asked))


def _the_rest_came_and_nothing_twice(
    office: Office, nadia: Sharer, before: list[tuple[str, str]]
) -> None:
    assert not set(before[:-1]) & set(_parts(nadia))
    assert nadia.one("SELECT count(*) FROM child") == CHILDREN
    assert nadia.one(WHOLE) == CHILDREN
    here = nadia.one("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM review)")
    assert here == office.council.one(
        "SELECT count(*) FROM waymark.row WHERE table_name IN ('note', 'review')"
    )
    assert nadia.said == "Shared at 3:04pm. Nothing waiting"
    nadia.look("seventy-4-all")


def _hand_in_children(office: Office) -> None:
    """Hand in seventy children with Sam's history from another laptop of hers."""
    made = shared_folders.sam(office.folder / "older")
    with shared_folders.opened(office.folder / "older", office.clock) as database:
        rows = rows_of(database, made.child_id)
    device = new_id()
    asked = {"device": device, "schema": 1, "sealed_at": office.clock().isoformat()}
    for n, ops in enumerate(_in_batches(_ops(office, rows, made.iro_id)), 1):
        answer = office.council.call("nadia", "push", {**asked, "n": n, "ops": ops})
        assert {each["status"] for each in answer["results"]} == {"applied"}, answer


def _in_batches(ops: Iterator[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    while batch := list(islice(ops, 200)):
        yield batch


def _ops(office: Office, rows: list[Any], chair: str) -> Iterator[Mapping[str, Any]]:
    whole = json.dumps(rows)
    ids = [row_id for _, row_id, _ in rows]
    at, me = office.clock().isoformat(), office.council.people["nadia"].id
    for number in range(CHILDREN):
        text = whole.replace(chair, me)
        for each in ids:
            text = text.replace(each, new_id())
        copied = json.loads(text)
        case = next(row_id for table, row_id, _ in copied if table == "child")
        for table, row_id, fields in copied:
            if table == "child":
                fields |= {"identifier": f"P-2{number:03}", "given_name": NAMES[number % 7]}
                fields |= {"chosen_name": "", "family_name": f"Oakes{number:02}"}
            yield {"op": new_id(), "kind": "row", "table": table, "id": row_id, "case": case,
                   "set": fields, "base": {}, "seen": 0, "at": at}  # fmt: skip
