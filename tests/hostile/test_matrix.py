"""Every role, every table and field, reading and writing, whatever the child is to them."""

from collections.abc import Iterator
from functools import cache

import pytest

from models.record import new_id
from models.sync.registry import SUPPORT, RegistryLine, registry
from tests.hostile.office import (
    OF_A_CHILD,
    ROLES,
    SECRET,
    STANDINGS,
    TABLES,
    Office,
    lines_of,
)
from tests.models.sync.server.handing_in import row

Cell = tuple[str, str, str]  # what the child is to them, table, field or act
READERS = ("iro", "manager", "business_support")
MADE_HERE = ("identifier", "removed_by", "settled_by")


def _role(login: str) -> str:
    """The role that counts: none for who was revoked or is nobody."""
    return "" if login in ("gone", "nobody") else ROLES[login]


def _has(login: str, standing: str) -> bool:
    return standing == "own" and _role(login) in READERS


def _rows(office: Office, login: str) -> Iterator[list[object]]:
    """Every row that this login is given, by whichever question."""
    first = "00000000-0000-0000-0000-000000000000"
    asked: list[dict[str, object]] = [{"what": "rows", "after": [0, first]}]
    asked += [{"what": "case", "case": office.case(standing), "part": part, "after": [0, first]}
              for standing in STANDINGS for part in ("newest", "rest", "all")]  # fmt: skip
    for request in asked:
        while True:
            answer = office.ask(login, "pull", request)
            yield from answer.get("rows", [])
            if not answer.get("more"):
                break
            request = {**request, "after": answer["cursor"]}


@cache
def _read_by(role: str) -> frozenset[tuple[str, str]]:
    return frozenset((line.table, line.field) for line in registry() if role in line.read_by)


def _is_told(role: str, table: str) -> bool:
    """The two versions in the conflict are of a note, which business support does not read."""
    return any(read == table for read, _ in _read_by(role)) and (
        table != "conflict" or role != "business_support"
    )


@pytest.mark.parametrize("login", ROLES)
def test_reading_every_cell(office: Office, login: str) -> None:
    standing_of = {case: standing for standing, case in office.cases.items()}
    given: set[Cell] = set()
    for line in _rows(office, login):
        _, table, _, case, _, data, *_ = line
        if case:
            given |= {(standing_of[str(case)], str(table), str(name)) for name in dict(data)}  # type: ignore[call-overload]
    filled = {(table, line.field) for table in OF_A_CHILD for line in lines_of(table)
              if line.is_text}  # fmt: skip
    cells = wrong = 0
    for standing in STANDINGS:
        for table, field in filled:
            may = _has(login, standing) and (table, field) in _read_by(_role(login))
            may = may and _is_told(_role(login), table)
            cells += 1
            wrong += ((standing, table, field) in given) is not may
    assert (cells, wrong) == (len(STANDINGS) * len(filled), 0)
    assert cells > 1000


@pytest.mark.parametrize("login", ROLES)
def test_asking_every_cell_in_other_ways(office: Office, login: str) -> None:
    """The history of each row, the digest of each case, and each page."""
    for standing in STANDINGS:
        case = office.case(standing)
        digest = office.ask(login, "digest", {"cases": [case]}).get("digests", {})
        assert (case in digest) is _has(login, standing), standing
        part = office.ask(login, "pull", {"what": "parts", "wants": [[case, "d" * 64, 0]]})
        assert bool(part.get("parts")) is _has(login, standing), standing
        for table in OF_A_CHILD:
            asked = {"what": "history", "row": office.row(standing, table)}
            told = office.ask(login, "pull", asked)
            may = _has(login, standing) and _is_told(_role(login), table)
            assert bool(told.get("changes")) is may, (standing, table)
            if not may:
                assert SECRET not in str(told)


def _value(line: RegistryLine) -> object:
    return "x" if line.is_text else None


def _asked(office: Office) -> dict[Cell, dict[str, object]]:
    """One op for each field of each row: the field set as it may be, over what is there."""
    return {
        (standing, table, line.field): row(
            table, office.case(standing), office.row(standing, table),
            {line.field: _value(line)},
            {line.field: SECRET + f"-{standing}" if line.is_text else None},
        )
        for standing in STANDINGS for table in OF_A_CHILD for line in lines_of(table)
        if line.field not in MADE_HERE and (standing, table) != ("foreign", "child")
    }  # fmt: skip


def _may_write(login: str, standing: str, line: RegistryLine) -> bool:
    if not _has(login, standing) or _role(login) not in line.write_by:
        return False
    if line.table == "milestone" and _role(login) == SUPPORT:
        return False  # but for what sending meets: test_business_support_writes tells them apart
    if line.table == "conflict":
        return _role(login) == "manager" or login == "ruth"
    return line.merge_rule.value != "fixed"


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone"])
def test_writing_every_cell(office: Office, login: str) -> None:
    asked = _asked(office)
    lines = {(line.table, line.field): line for line in registry()}
    texts = {cell: op for cell, op in asked.items() if lines[cell[1], cell[2]].is_text}
    told = dict(zip(texts, _told(office, login, list(texts.values())), strict=True))
    wrong = {
        cell: answer
        for cell, answer in told.items()
        if (answer["status"] in ("applied", "merged", "conflict"))
        is not _may_write(login, cell[0], lines[cell[1], cell[2]])
        and lines[cell[1], cell[2]].merge_rule.value != "exact"
    }
    assert wrong == {}
    assert len(told) > 1000


def _told(office: Office, login: str, ops: list[dict[str, object]]) -> list[dict[str, str]]:
    answers = []
    for place in range(0, len(ops), 400):
        answers += office.told(login, *ops[place : place + 400])
    return answers


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone", "eve"])
def test_making_a_row_in_every_table_of_every_child(office: Office, login: str) -> None:
    makes = {
        table for table in OF_A_CHILD
        if table not in ("conflict", "child")
        and (login == "eve" or table != "milestone" or _role(login) != SUPPORT)
        and all(_role(login) in line.write_by for line in lines_of(table)
                if line.merge_rule.value == "fixed")
    } if login != "eve" else set(OF_A_CHILD) - {"conflict", "child"}  # fmt: skip
    cells = [(standing, table) for standing in STANDINGS for table in OF_A_CHILD]
    told = office.told(
        login, *[row(table, office.case(standing), new_id(), {}) for standing, table in cells]
    )
    for (standing, table), answer in zip(cells, told, strict=True):
        mine = standing == ("foreign" if login == "eve" else "own")
        may = mine and table in makes and (login == "eve" or _has(login, standing))
        assert (answer["status"] == "applied") is may, (standing, table, answer)


def test_who_is_nobody_is_told_one_thing_only(office: Office) -> None:
    for name in ("hello", "push", "pull", "receipt", "digest", "park"):
        for request in ({}, {"what": "rows"}, {"protocol": 1, "schema": 1}):
            assert office.ask("nobody", name, request)["refused"] == "WM001", name
    for name in ("recover", "erase"):
        assert office.ask("nobody", name, {})["refused"] == "42501", name
    assert len(TABLES) * len(ROLES) > 150
