"""Requests that no program of ours would make: every key of every wrong type, and far too much."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from models.record import new_id
from tests.hostile.office import DIGEST, SECRET, Office
from tests.models.sync.server.handing_in import AT, HandingIn, act, row

ZERO = "00000000-0000-0000-0000-000000000000"
WRONG: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**63, 10**16, 1.5, -0.0, "", " ", "x", "null", "NaN", "Infinity",
    "now",
    "'; DROP TABLE waymark.row; --", "%s", "${1}", "../../etc/passwd", "\u202e", "\U0001f600",
    "e" * 5000, ZERO, "{" + ZERO + "}", ZERO.replace("0", "G"), [], [[]], [None], [1, 2, 3],
    {}, {"": ""}, {"a": {"b": [1]}}, [ZERO, ZERO],
)  # fmt: skip
OFFICE = ("looked", "laptops", "people", "held")  # what a manager is told more of
EXCEPTIONS = {"WM002", "WM003", "WM004"}


def _good(office: Office) -> list[tuple[str, dict[str, Any]]]:
    own, device = office.case("own"), new_id()
    hello = {"protocol": 1, "schema": 1, "app": "1", "device": device, "laptop": "L", "n": 0,
             "epoch": None, "cursor": [0, ZERO], "witness": [1, "aa"], "clock": AT,
             "cases_hash": None, "waiting": 0}  # fmt: skip
    pulls: list[dict[str, Any]] = [
             {"what": "rows", "after": [0, ZERO], "limit": 5}, {"what": "held", "limit": 5},
             {"what": "case", "case": own, "part": "rest", "after": [0, ZERO], "without": []},
             {"what": "council", "after": [0, ZERO]}, {"what": "history", "row": own},
             {"what": "parts", "wants": [[own, DIGEST, 0]]},
             {"what": "looked", "case": own, "person": device, "before": AT},
             {"what": "laptops"}, {"what": "people"}]  # fmt: skip
    push = {"device": device, "n": 1, "schema": 1, "sealed_at": AT, "ops": []}
    return [
        ("hello", hello), ("push", push), ("digest", {"cases": [own]}),
        ("receipt", {"device": device, "cursor": [1, ZERO], "purged": [own], "waiting": 0}),
        ("park", {"device": device, "batches": [{"n": 1, "seq": 1, "batch": push}]}),
        *(("pull", {**request, "device": device}) for request in pulls),
    ]  # fmt: skip


def _with_wrong(request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in request:
        yield {name: value for name, value in request.items() if name != key}
        for value in WRONG:
            yield {**request, key: value}


@pytest.mark.parametrize("login", ["ruth", "mary"])
def test_every_key_of_every_wrong_type_is_answered_or_refused_by_name(
    office: Office, login: str
) -> None:
    asked = 0
    good = [each for each in _good(office) if login == "ruth" or each[1].get("what") in OFFICE]
    for name, request in good:
        for wrong in _with_wrong(request):
            asked += 1
            answer = office.ask(login, name, wrong)
            refused = answer.get("refused", "WM003")
            assert refused in EXCEPTIONS, (name, wrong, answer)
            for standing in ("other", "restricted", "expired", "foreign"):
                assert f"{SECRET}-{standing}" not in str(answer), (name, wrong)
    assert asked > 300


def test_every_key_of_an_op_of_every_wrong_type_is_held_and_stops_nothing(office: Office) -> None:
    own, note = office.case("own"), office.row("own", "note")
    ops = [
        row("note", own, note, {"words": "x"}, {"words": "y"}),
        {**row("review", own, office.row("own", "review"), {"state": "x"}),
         "signed": {"aggregate": "review", "id": own, "content": "x"}},
        act("access", case=own, person=office.person("kim"), on=True, reason="", until=AT,
            **{"as": "cover"}),
        act("guard", case=own, restricted=False, reason=""),
        act("device", device=new_id(), revoke=True), act("person", person=new_id(), revoke=True),
        act("looked", lines=[{"id": new_id(), "case": own, "act": "sent", "what": "", "at": AT}]),
        act("part", case=own, digest=DIGEST, part=0, parts=1, bytes="eA=="),
        act("held", held=new_id(), add=True),
    ]  # fmt: skip
    wrong = [each for op in ops for each in _with_wrong(op) if 2**63 not in each.values()]
    for at, login in ((0, "mary"), (0, "ruth")):
        for place in range(at, len(wrong), 150):
            last = row("note", own, new_id(), {"words": "still taken"})
            told = office.told(login, *wrong[place : place + 150], last)
            assert told[-1]["status"] == "applied"
            assert {each["status"] for each in told} <= {
                "applied", "merged", "conflict", "held", "refused", "done"}  # fmt: skip


# What stands where one JSON value is wanted: text that PostgreSQL is to read.
TEXTS = {
    "deep lists": "[" * 100_000 + "]" * 100_000,
    "deep objects": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "deep within a push": '{"ops": ' + "[" * 20_000 + "]" * 20_000 + "}",
    "a NUL": '{"device": "\\u0000"}',
    "a lone surrogate": '{"device": "\\ud800"}',
    "the surrogates turned round": '{"device": "\\udc00\\ud800"}',
    "no end": '{"device": ',
    "two values": "{} {}",
    "nothing": "",
    "a bare word": "device",
    "a comment": "{} -- {}",
    "not a number": '{"n": NaN}',
    "a number beyond every type": '{"n": 1e999999}',
    "a number of a million digits": '{"n": 1' + "0" * 1_000_000 + "}",
    "a text": '"push"',
    "a list": "[]",
    "null": "null",
    "true": "true",
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_request_is_refused(office: Office, name: str) -> None:
    for door in ("hello", "push", "pull", "receipt", "digest", "park"):
        answer = office.ask("ruth", door, TEXTS[name])
        code = answer.get("refused", "")
        assert code[:2] in ("WM", "22", "54") or answer == {"digests": {}}, (door, answer)
        assert answer.get("words", "").count("\n") < 12


def test_a_key_that_comes_twice_counts_once(office: Office) -> None:
    mine, theirs = office.case("own"), office.case("other")
    for first, second in ((mine, theirs), (theirs, mine)):
        text = f'{{"what": "case", "case": "{first}", "case": "{second}", "after": [0, "{ZERO}"]}}'
        assert f"{SECRET}-other" not in str(office.ask("ruth", "pull", text))
    op = json.dumps(row("note", mine, new_id(), {"words": "x"}))
    twice = op[:-1] + f', "case": "{theirs}"}}'
    push = f'{{"device": "{new_id()}", "n": 1, "schema": 1, "ops": [{twice}]}}'
    assert office.ask("ruth", "push", push)["results"][0]["why"] == "no_access"


@pytest.mark.parametrize("number", ["1e5000", "-1e5000", "1e400", str(10**30), f"[[{10**40}]]"])
@pytest.mark.parametrize("place", ["set", "base", "beside", "held"])
def test_a_number_that_no_laptop_can_read_comes_to_nobody(
    office: Office, number: str, place: str
) -> None:
    op = row("review", office.case("own"), office.row("own", "review"), {"number": 1})
    if place == "held":
        op["case"] = office.case("other")
    text = json.dumps({"device": new_id(), "n": 1, "schema": 1, "ops": [op]})
    text = text.replace('"base": {}', '"base": {"number": 2}')
    wanted = {"base": '"number": 2', "beside": '"seen": 0'}.get(place, '"number": 1')
    assert wanted in text
    forged = text.replace(wanted, wanted.rsplit(" ", 1)[0] + f" {number}")
    assert office.ask("ruth", "push", forged)["refused"] == "WM003"


def test_long_digits_in_words_are_words(office: Office) -> None:
    told = office.told("ruth", row("note", office.case("own"), new_id(), {"words": "1" * 5000}))
    assert told[0]["status"] == "applied"


def test_a_moment_that_is_none_is_held(office: Office) -> None:
    own = office.case("own")
    for at in ("infinity", "-infinity", "now", "today", "epoch", "294276-01-01T00:00:00Z",
               "0001-01-01T00:00:00Z BC", "20261120", 20261120, "2026-11-20",
               {"a": 1}):  # fmt: skip
        lines = [{"id": new_id(), "case": own, "act": "open", "at": at}]
        told = office.told("ruth", {**row("note", own, new_id(), {"words": "x"}), "at": at},
                           act("looked", lines=lines))  # fmt: skip
        assert [each.get("why") for each in told] == ["malformed", "malformed"], at


def test_a_review_whose_number_is_none_stops_nobody_from_reading(office: Office) -> None:
    login, review = "ruth", office.row("own", "review")
    connection = office.council.connect(login)
    for state in ("known", "planned"):
        ops = [row("review", office.case("own"), review, {"number": {"a": "x"}}, {}, 9)]
        batch = HandingIn(office.council, login).batch(*ops)
        asked = {"what": "case", "case": office.case("own"), "part": "newest", "after": [0, ZERO]}
        with connection.transaction(force_rollback=True):
            connection.execute("SELECT waymark.push(%s)", (json.dumps(batch),))
            read = connection.execute("SELECT waymark.pull(%s)", (json.dumps(asked),)).fetchone()
            assert read is not None and read[0]["rows"], state


def test_far_too_many_and_far_too_far(office: Office) -> None:
    device, own = new_id(), office.case("own")
    for n in (-1, 0, 2**31, 2**63, -(2**31)):
        batch = {"device": device, "n": n, "schema": 1, "ops": []}
        assert office.ask("ruth", "push", batch)["refused"] == "WM003", n
    assert office.ask("ruth", "push", {"device": device, "n": 2**31 - 1, "ops": []}) == {
        "error": "send_from", "n": 1}  # fmt: skip
    many = {"device": device, "n": 1, "schema": 1, "ops": [None] * 5001}
    assert office.ask("ruth", "push", many)["refused"] == "WM002"
    for after in ([2**62, ZERO], [2**62, "f" * 8 + ZERO[8:]], [-(2**62), ZERO]):
        for limit in (10**9, -(10**9), 0, "NaN", "1e999"):
            told = office.ask("ruth", "pull", {"what": "rows", "after": after, "limit": limit})
            assert len(told["rows"]) <= 500 and f"{SECRET}-other" not in str(told), (after, limit)
    for seen in (-1, -(2**31), 2**31 - 1):
        new = {"removed_at": AT}
        told = office.told("ruth", row("note", own, office.row("own", "note"), new, {}, seen))[0]
        assert told["status"] == ("refused" if seen < 1 else told["status"])
        if seen > 1:
            assert told["status"] == "refused", "seen in the future is not seen"


@pytest.mark.parametrize("megabytes", [3, 64])
def test_far_too_much_is_refused_and_the_server_lives(office: Office, megabytes: int) -> None:
    connection = psycopg.connect(host="127.0.0.1", port=office.server.port, autocommit=True,
                                 dbname=office.council.database,
                                 user=office.council.people["ruth"].login)  # fmt: skip
    pid, text = connection.info.backend_pid, '{"a": "' + "x" * (megabytes << 20) + '"}'
    with connection:
        for door in ("hello", "push", "pull", "receipt", "digest"):
            with pytest.raises(psycopg.Error) as refused:
                connection.execute(f"SELECT waymark.{door}(%s)".encode(), (text,))
            assert refused.value.sqlstate == "WM002", door
            if megabytes > 50:
                break
        most = _most_memory(pid)
    assert most is None or most < (megabytes * 6 + 100), f"{most} MB for {megabytes} MB"
    assert office.ask("ruth", "digest", {"cases": []}) == {"digests": {}}


def _most_memory(pid: int) -> int | None:
    """The most memory that a server process has had, in MB; nothing where nobody can say."""
    status = Path(f"/proc/{pid}/status")
    if os.name != "posix" or not status.exists():
        return None
    lines = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) >> 10 if lines else None
