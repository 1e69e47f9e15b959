"""A steward erases a record or holds it, and an administrator sets what holds for a council."""

import json
from datetime import date
from typing import Any

import pytest

from models.rules.retention import kept_until
from tests.sample import AUTHORITY
from tests.ui.commands.conftest import Terminal

CHILD = "019a0000-0000-7000-8000-00000000c001"


@pytest.fixture
def with_a_child(council: Terminal) -> Terminal:
    """A shared database with one child, W040210, born on 2 March 2014."""
    council.admin.execute(
        "INSERT INTO waymark.child_case (authority_id, case_id, made_by) VALUES (%s, %s, %s)",
        (AUTHORITY, CHILD, CHILD),
    )
    data = {"identifier": "W040210", "given_name": "Marker", "born_on": "2014-03-02"}
    council.admin.execute(
        "INSERT INTO waymark.row (authority_id, id, case_id, table_name, row_version, server_seq,"
        " data, created_by, created_at, updated_by, updated_at, schema_v)"
        " VALUES (%s, %s, %s, 'child', 1, 1, %s::jsonb, %s, now(), %s, now(), 1)",
        (AUTHORITY, CHILD, CHILD, json.dumps(data), CHILD, CHILD),
    )
    return council


def _typing(monkeypatch: pytest.MonkeyPatch, words: str | None) -> None:
    def typed(_asked: str) -> str:
        if words is None:
            raise EOFError
        return words

    monkeypatch.setattr("builtins.input", typed)


def _data(council: Terminal) -> Any:
    row = council.admin.execute("SELECT data FROM waymark.row WHERE id = %s", (CHILD,)).fetchone()
    return row and row[0]


@pytest.mark.parametrize("typed", [None, "", "W040211"])
def test_nothing_is_erased_unless_the_identifier_is_typed_again(
    with_a_child: Terminal, monkeypatch: pytest.MonkeyPatch, typed: str | None
) -> None:
    steward = with_a_child.add("ada", "steward")
    _typing(monkeypatch, typed)
    code, said = with_a_child.do("erase", "W040210", "--why", "By order", url=steward)
    assert (code, "Nothing has been changed" in said) == (1, True)
    assert _data(with_a_child)["given_name"] == "Marker"


def test_a_steward_erases_a_record_with_its_reason(
    with_a_child: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    steward = with_a_child.add("ada", "steward")
    _typing(monkeypatch, "W040210")
    code, said = with_a_child.do("erase", "W040210", url=steward)
    assert (code, "kept until 02/03/2089" in said) == (1, True)
    code, said = with_a_child.do("erase", "W040210", "--why", "By order", url=steward)
    assert (code, "1 row was emptied" in said) == (0, True)
    assert _data(with_a_child) == {}
    code, said = with_a_child.do("erase", "W040210", "--why", "By order", url=steward)
    assert (code, "no such child" in said) == (1, True)


def test_a_legal_hold_is_put_on_and_taken_off(
    with_a_child: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    steward = with_a_child.add("ada", "steward")
    _typing(monkeypatch, "W040210")
    hold = ["legal-hold", "W040210"]
    assert with_a_child.do(*hold, "on", "--why", "An inquiry", url=steward)[0] == 0
    code, said = with_a_child.do("erase", "W040210", "--why", "By order", url=steward)
    assert (code, "A legal hold keeps" in said) == (1, True)
    assert with_a_child.do(*hold, "off", "--why", "It ended", url=steward)[0] == 0
    assert with_a_child.do("erase", "W040210", "--why", "By order", url=steward)[0] == 0


@pytest.mark.parametrize("role", ["manager", "iro", "business_support", None])
def test_only_a_steward_erases(
    with_a_child: Terminal, monkeypatch: pytest.MonkeyPatch, role: str | None
) -> None:
    url = with_a_child.add("ruth", role) if role else with_a_child.url
    _typing(monkeypatch, "W040210")
    code, said = with_a_child.do("erase", "W040210", "--why", "x", url=url)
    assert (code, "Only a steward" in said) == (1, True)
    assert _data(with_a_child)["given_name"] == "Marker"


def test_a_council_sets_its_days_apart(council: Terminal) -> None:
    code, said = council.do("set", "--lease-days", "7", "--number", str(AUTHORITY))
    assert (code, "7 days without contact" in said) == (0, True)
    found = council.admin.execute("SELECT lease_days, support_reads FROM waymark.authority")
    assert found.fetchall() == [(7, True)]
    code, said = council.do("set", "--lease-days", "7", "--number", "32000")
    assert (code, "no council of number 32000" in said) == (1, True)


@pytest.mark.parametrize("born", [date(2014, 3, 2), date(2016, 2, 29), date(2024, 2, 29)])
def test_the_day_to_which_a_record_is_kept_is_the_same_on_both_sides(
    with_a_child: Terminal, monkeypatch: pytest.MonkeyPatch, born: date
) -> None:
    steward = with_a_child.add("ada", "steward")
    _typing(monkeypatch, "W040210")
    with_a_child.admin.execute(
        "UPDATE waymark.row SET data = data || jsonb_build_object('born_on', %s::text)"
        " WHERE id = %s",
        (born.isoformat(), CHILD),
    )
    _code, said = with_a_child.do("erase", "W040210", url=steward)
    assert f"{kept_until(born):%d/%m/%Y}" in said
