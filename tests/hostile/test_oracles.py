"""What is there and not theirs is answered as what is not: same status, why and shape."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from models.record import new_id
from tests.hostile.office import DIGEST, STANDINGS, Office
from tests.models.sync.server.handing_in import AT, Op, act, row

CLOSED = tuple(standing for standing in STANDINGS if standing != "own")
# The case itself is restored after an erasing, and one that ended tells no more than one that
# never was: each of these is asked about the same thing.
PLACES = ("note", "review", "person", "document", "child", "participation")


def _shape(value: Any) -> Any:
    """The answer without ids and moments: what is there, under which names, of which types."""
    if isinstance(value, dict):
        return {key: value[key] if key in ("status", "why", "error", "refused") else _shape(each)
                for key, each in sorted(value.items())}  # fmt: skip
    if isinstance(value, list):
        return [_shape(each) for each in value]
    return type(value).__name__


def _writes(case: str, row_id: str, table: str) -> list[Op]:
    new = {"removed_at": AT}
    whole = {"aggregate": "case", "id": case, "content": "0" * 64}
    return [
        row(table, case, row_id, {}), row(table, case, row_id, new, {}, 1),
        row(table, case, row_id, {"place": "x"}), row(table, case, row_id, {"nothing": 1}),
        {**row(table, case, row_id, new), "signed": whole},
        act("part", case=case, digest=DIGEST, part=0, parts=1, bytes="eA=="),
        act("access", case=case, person=row_id, on=True, reason="", **{"as": "cover"}),
        act("access", case=case, person=row_id, on=False, reason="", **{"as": "allocated"}),
        act("guard", case=case, restricted=False, reason=""),
        act("held", held=row_id, add=True), act("held", held=row_id, add=False),
    ]  # fmt: skip


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone", "eve"])
def test_noting_a_look_tells_nobody_which_children_there_are(office: Office, login: str) -> None:
    never_theirs = ("other", "foreign") if login != "eve" else ("own", "other")
    cases = [new_id(), *(office.case(standing) for standing in never_theirs)]
    if login in ("mary", "bob"):  # the office has every child of its own council
        cases.remove(office.case("other"))
    line = {"id": new_id(), "act": "printed", "at": AT}
    told = [
        office.told(login, act("looked", lines=[{**line, "id": new_id(), "case": case}]))
        for case in cases
    ]
    expected = "revoked" if login == "gone" else "no_access"
    assert {one["why"] for (one,) in told} == {expected}
    assert len({str(_shape(one)) for one in told}) == 1


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone", "eve"])
def test_writing_tells_nobody_what_is_there(office: Office, login: str) -> None:
    for table in PLACES:
        nowhere = new_id(), new_id()
        new_child = table == "child" and login in ("ruth", "mary", "eve")
        if new_child:  # a child whom nobody knows may be brought: ids are not guessed
            continue
        expected = _shape(office.told(login, *_writes(*nowhere, table)))
        for standing in CLOSED:
            if login == "eve" and standing == "foreign":
                continue
            there = office.case(standing), office.row(standing, table)
            assert _shape(office.told(login, *_writes(*there, table))) == expected, standing


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone", "eve"])
def test_reading_tells_nobody_what_is_there(office: Office, login: str) -> None:
    held = str(office.council.one("SELECT min(op_id::text) FROM waymark.held WHERE case_id = %s",
                                  office.case("other")))  # fmt: skip
    zero = "00000000-0000-0000-0000-000000000000"

    def asked(case: str, row_id: str) -> list[tuple[str, dict[str, Any]]]:
        return [
            ("pull", {"what": "case", "case": case, "part": "newest", "after": [0, zero]}),
            ("pull", {"what": "case", "case": case, "part": "rest", "after": [0, row_id]}),
            ("pull", {"what": "history", "row": row_id}), ("digest", {"cases": [case]}),
            ("pull", {"what": "parts", "wants": [[case, DIGEST, 0]]}),
            ("pull", {"what": "looked", "case": case}),
            ("pull", {"what": "looked", "person": case}),
            ("pull", {"what": "rows", "after": [10**9, row_id]}),
            ("receipt", {"device": row_id, "cursor": [0, zero], "purged": [case], "waiting": 0}),
        ]  # fmt: skip

    expected = [_shape(office.ask(login, *each)) for each in asked(new_id(), new_id())]
    for standing in CLOSED:
        if login == "eve" and standing == "foreign":
            continue
        for row_id in (office.row(standing, "note"), office.row(standing, "review"), held):
            found = [_shape(office.ask(login, *each)) for each in
                     asked(office.case(standing), row_id)]  # fmt: skip
            assert _without_rest(found) == _without_rest(expected), (standing, login)


def _without_rest(shapes: list[Any]) -> str:
    return json.dumps(shapes, sort_keys=True).replace('"words": "str"', "")


def test_an_op_id_that_somebody_else_has_used_tells_nothing(office: Office) -> None:
    used = [str(each[0]) for each in office.council.admin.execute(
        "SELECT op_id FROM waymark.held UNION SELECT op_id FROM waymark.change")][:20]  # fmt: skip
    mine = [{**row("note", office.case("other"), new_id(), {"words": "x"}), "op": op}
            for op in (*used, *[new_id() for _ in used])]  # fmt: skip
    told = office.told("ruth", *mine)
    assert {(each["status"], each["why"], *sorted(each)) for each in told} == {
        ("held", "no_access", "op", "status", "why")}  # fmt: skip


def test_a_laptop_of_somebody_else_is_told_apart_from_none_by_nothing_it_holds(
    office: Office,
) -> None:
    device = new_id()
    office.run("INSERT INTO waymark.device (authority_id, device_id, person_id, laptop, last_n)"
               " VALUES (%s, %s, %s, 'secret laptop', 77)",
               office.council.authority_id, device, office.person("kim"))  # fmt: skip
    hello = {"protocol": 1, "schema": 1, "device": device, "laptop": "L"}
    told = office.ask("ruth", "hello", hello)
    assert told["device"] == {"state": "copied", "last_n": 0}
    assert "secret laptop" not in str(told)
    for n in (1, 77, 78):
        batch: dict[str, Any] = {"device": device, "n": n, "schema": 1, "ops": []}
        assert office.ask("ruth", "push", batch) == {"error": "copied_device"}
    assert office.council.one("SELECT state FROM waymark.device WHERE device_id = %s",
                              device) == "ok"  # fmt: skip


def _into(told: list[str]) -> Callable[[object], None]:
    """Keeps what the server tells beside its answers."""
    return lambda note: told.append(str(getattr(note, "message_primary", "")))


def test_words_of_a_refusal_hold_nothing_of_a_row(office: Office) -> None:
    for words in ("SELECT waymark.pull('{\"what\": \"history\", \"row\": \"x\"}')",
                  "SELECT waymark.push('{\"ops\": 3}')", "SELECT waymark.digest('[1]')",
                  "SELECT waymark.hello('{\"protocol\": \"x\"}')"):  # fmt: skip
        connection = office.council.connect("ruth")
        for setting in ("client_min_messages = debug5", "debug_print_plan = on",
                        "debug_print_parse = on", "log_error_verbosity = verbose"):  # fmt: skip
            with connection.transaction(force_rollback=True):
                told: list[str] = []
                connection.add_notice_handler(_into(told))
                try:
                    connection.execute(f"SET {setting}".encode())
                    connection.execute(words.encode())
                except Exception as refused:  # noqa: BLE001 - whatever it says is looked through
                    told.append(str(refused))
            assert "never-to-be-read" not in " ".join(told)
