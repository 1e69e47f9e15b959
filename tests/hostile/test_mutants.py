"""Each layer alone: functions that forget one check, and functions without row-level security."""

import base64
import contextlib
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.hostile.office import DIGEST, ROLES, SECRET, STANDINGS, Office
from tests.hostile.test_matrix import (
    test_asking_every_cell_in_other_ways as every_other_way,
)
from tests.hostile.test_matrix import test_reading_every_cell as every_cell
from tests.models.sync.server.handing_in import row

CLOSED = tuple(standing for standing in STANDINGS if standing != "own")
ZERO = "00000000-0000-0000-0000-000000000000"
# A function, what it forgets (as a pattern of its own words), and what stands there instead.
MUTANTS: dict[str, tuple[str, str, str]] = {
    "a case that is not theirs": ("_pull_case",
                                  r"NOT waymark\._has\(authority, of_case\)", "false"),
    "whose cases are read": ("_streams",
                             r"AND a\.person_id = person AND a\.revoked_seq IS NULL", ""),
    "when access ends": ("_streams", r"AND \(a\.until IS NULL OR [^)]*\)\)", ""),
    "whose the pages are": ("_pull_parts", r"\(p\.case_id = none::uuid OR [^)]*\)\)", "true"),
    "that only managers ask who looked": ("_pull_looked", r"PERFORM waymark\._only[^;]*;", ""),
    "whose child was looked at": ("_pull_looked", r"AND \(o\.case_id = none OR [^)]*\)\)", ""),
    "that only managers see laptops": ("_pull_laptops", r"PERFORM waymark\._only[^;]*;", ""),
    "whose work is held": ("_pull_held", r"AND \(h\.person_id = person", "AND (true"),
    "whose history it is": ("_pull_history", r"\(r\.case_id = none OR [^)]*\)\)", "true"),
    "whose digest it is": ("digest", r"WHERE waymark\._has\([^)]*\)", ""),
    "which rows an answer may hold": ("_answer", r"AND \(w\.case_id = waymark\._nobodys\(\) OR"
                                      r" w\.case_id IN \(.*?\)\)\)?;", ";"),
    "who was revoked": ("_is_put_out", r"RETURN me\.revoked OR", "RETURN false AND"),
    "that the case must be theirs": ("_row_why", r"IF kind IS NULL AND NOT", "IF false AND NOT"),
    "whose access it is": ("_kind_of_access", r"AND a\.person_id = hand\.person_id", ""),
    "that access was taken": ("_kind_of_access", r"AND a\.revoked_seq IS NULL", ""),
    "whose op came before": ("_told_before", r"AND (h|c)\.person_id = hand\.person_id", ""),
    "whose batch it was": ("_counted", r"AND w\.person_id = me\.person_id", ""),
    "who decides on held work": ("_take_held", r"OR NOT waymark\._may_settle\([^)]*\)", ""),
}  # fmt: skip


@contextlib.contextmanager
def _mutated(office: Office, name: str) -> Iterator[None]:
    function, pattern, instead = MUTANTS[name]
    whole = office.council.one(
        "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = %s"
        " AND pronamespace = 'waymark'::regnamespace", function)  # fmt: skip
    mutant, changed = re.subn(pattern, instead, whole, flags=re.S)
    assert changed > 0, f"{function} is not written as it was: mend the pattern"
    office.run(mutant.replace("%", "%%"))
    try:
        yield
    finally:
        office.run(whole.replace("%", "%%"))


def _questions(office: Office) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "pull", {"what": "rows", "after": [0, ZERO]}
    yield "pull", {"what": "held"}
    yield "pull", {"what": "looked"}
    yield "pull", {"what": "laptops"}
    yield "digest", {"cases": list(office.cases.values())}
    yield "pull", {"what": "parts", "wants": [[case, DIGEST, 0] for case in office.cases.values()]}
    for standing in CLOSED:
        yield "pull", {"what": "case", "case": office.case(standing), "part": "all",
                       "after": [0, ZERO]}  # fmt: skip
        yield "pull", {"what": "history", "row": office.row(standing, "note")}


def _theirs(login: str, told: str, office: Office) -> bool:
    """Whether nothing in an answer is of a child who is not theirs."""
    mine = {"ruth": {"own"}, "bob": {"own"}, "mary": {"own"}, "eve": {"foreign"}}.get(login, set())
    secrets = [f"{SECRET}-{standing}" for standing in STANDINGS if standing not in mine]
    pages = [base64.b64encode(secret.encode()).decode() for secret in secrets]
    return not any(secret in told for secret in (*secrets, *pages))


def _is_kept(office: Office, login: str) -> bool:
    """Whether this login is told of nobody else's child, whatever it asks."""
    for door, request in _questions(office):
        if not _theirs(login, json.dumps(office.ask(login, door, request)), office):
            return False
    ops = [row("note", office.case(standing), office.row(standing, "note"), {"words": "x"})
           for standing in CLOSED]  # fmt: skip
    batches = ({"device": office.person(login), "n": 1, "schema": 1, "ops": [op]} for op in ops)
    return all(
        _theirs(login, json.dumps(office.ask(login, "push", batch)), office) for batch in batches
    )


@pytest.mark.parametrize("name", MUTANTS)
def test_row_level_security_holds_where_a_function_forgets(office: Office, name: str) -> None:
    with _mutated(office, name):
        for login in ("ruth", "gone", "mary"):
            assert _is_kept(office, login), login


SEEN = ("a case that is not theirs", "whose cases are read", "when access ends",
        "whose the pages are", "whose work is held", "whose history it is",
        "which rows an answer may hold")  # fmt: skip


def test_what_a_function_forgets_would_be_seen_without_row_level_security(office: Office) -> None:
    with _without_security(office):
        assert _is_kept(office, "ruth")
        for name in SEEN:
            with _mutated(office, name):
                assert not _is_kept(office, "ruth"), name


@contextlib.contextmanager
def _without_security(office: Office) -> Iterator[None]:
    tables = [row_[0] for row_ in office.council.admin.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'waymark'")]  # fmt: skip
    try:
        for table in tables:
            office.run(f"ALTER TABLE waymark.{table} NO FORCE ROW LEVEL SECURITY")
            office.run(f"ALTER TABLE waymark.{table} DISABLE ROW LEVEL SECURITY")
        yield
    finally:
        for table in tables:
            office.run(f"ALTER TABLE waymark.{table} ENABLE ROW LEVEL SECURITY")
            office.run(f"ALTER TABLE waymark.{table} FORCE ROW LEVEL SECURITY")


def test_every_cell_is_the_same_without_row_level_security(office: Office) -> None:
    with _without_security(office):
        for login in ROLES:
            every_cell(office, login)
            every_other_way(office, login)
