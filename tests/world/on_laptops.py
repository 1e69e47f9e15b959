"""What must hold of each laptop when a history has come to rest."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from models.every_record import BY_TABLE
from models.sync.lease import lease_left
from models.sync.sealing import opened
from models.sync.standing import standing_of
from models.sync.values import Field, shape_of
from tests.world.laptops import Laptop

if TYPE_CHECKING:
    from tests.world.world import World

NIL: Final = "00000000-0000-0000-0000-000000000000"
Server = dict[str, tuple[str, str, int, dict[str, Any]]]


def broken(world: "World", words: str) -> AssertionError:
    """What is wrong, with the story of how it came to be."""
    from tests.world.world import Broken

    story = "\n".join(world.said)
    return Broken(f"seed {world.seed} ({world.kind}): {words}\n{story}")


def all_handed_in(world: "World") -> None:
    """I14, I3: nothing waits anywhere."""
    for laptop in world.laptops:
        sealed = laptop.one("SELECT count(*) FROM outbox WHERE state = 'sealed'")
        staged = laptop.all("SELECT body FROM stage")
        if sealed or staged:
            raise broken(world, f"I14: on {laptop.name} {sealed} batches and {len(staged)} rows"
                                f" still wait: {staged[:1]}")  # fmt: skip
        for row in laptop.kept():
            if row[3] != "{}":
                raise broken(world, f"I14: on {laptop.name} there still waits {row}")


def same_as_council(laptop: Laptop, server: Server) -> None:
    """I3, I18: a laptop has exactly what its person may read, and shows it."""
    world = laptop.world
    given = world.ground.given(laptop.person) | {NIL}
    reads, unread = world.ground.readable(laptop.role)
    here = {row: (table, base, version) for table, row, _, _, base, version in laptop.kept()}
    cells = {table: _cells(laptop, table) for table in {each[0] for each in here.values()}}
    for row, (table, case, version, data) in server.items():
        if case not in given or table not in reads or table not in BY_TABLE:
            continue
        if table == "conflict" and (data["table_name"], data["field"]) in unread:
            continue
        if row not in here:
            raise broken(world, f"I3: {laptop.name} lacks {table} {row} of case {case}")
        seen = {k: v for k, v in data.items() if (table, k) not in unread}
        if here[row][2] != version or json.loads(here[row][1] or "{}") != seen:
            raise broken(world, f"I3: {laptop.name} has another {table} {row} than the council:"
                                f" {here[row]} and {version} {seen}")  # fmt: skip
        _shows(laptop, (table, row), cells[table][row], seen)
    extra = [row for row in here if row not in server]
    if extra:
        raise broken(world, f"I3: {laptop.name} has {here[extra[0]]} {extra[0]} that the council"
                            " does not have")  # fmt: skip


@cache
def _fields(table: str) -> list[Field]:
    return [each for each in shape_of(table).fields if not each.refers_to]


def _cells(laptop: Laptop, table: str) -> dict[str, list[Any]]:
    told = ", ".join(f'"{each.name}"' for each in _fields(table))
    return {row: cells for row, *cells in laptop.all(f'SELECT id, {told} FROM "{table}"')}  # noqa: S608


def _shows(laptop: Laptop, place: tuple[str, str], cells: list[Any], seen: dict[str, Any]) -> None:
    table, row = place
    for each, cell in zip(_fields(table), cells, strict=True):
        if each.cell(seen.get(each.name)) != cell:
            words = f"I3: {laptop.name} shows {cell!r} in {table}.{each.name} of {row} where"
            raise broken(laptop.world, f"{words} the council has {seen.get(each.name)!r}")


def only_what_was_given(laptop: Laptop, server: Server) -> None:
    """I4: no row of a child whose record is not this person's, in any table or kept batch."""
    world = laptop.world
    mine = world.ground.given(laptop.person) | {""}
    here = {(table, case) for table, _, case, *_ in laptop.kept()}
    for table in ("shared_case", "stage"):
        here |= {(table, case) for (case,) in laptop.all(f'SELECT case_id FROM "{table}"')}  # noqa: S608
    for table, case in sorted(here):
        if case not in mine:
            had = case in world.book.had[laptop.person]
            raise broken(world, f"I4: {laptop.name} keeps {table} of case {case}, which is"
                                f" not theirs (ever given: {had})")  # fmt: skip
    for (payload,) in laptop.all("SELECT payload FROM outbox"):
        for op in opened(payload)["ops"]:
            if op["kind"] == "row" and op["case"] not in mine:
                raise broken(world, f"I4: {laptop.name} keeps a batch with {op['table']} of case"
                                    f" {op['case']}, which is not theirs")  # fmt: skip
    for typed in laptop.database.journal.since():
        case = server[typed.row_id][1] if typed.row_id in server else NIL
        if case != NIL and case not in mine:
            words = f"I4: the journal of {laptop.name} keeps words of {typed.table}"
            raise broken(world, f"{words} {typed.row_id} of case {case}, which is not theirs")


def sees_only_what_was_given(laptop: Laptop, name: str, answer: Mapping[str, Any]) -> None:
    """I4: no answer to a laptop holds a row of a child whose record is not this person's now."""
    told = set(cases_in(answer))
    if name == "hello":
        told = {case for case, *_ in answer.get("cases") or ()}
    told -= {NIL, ""}
    if told and (others := told - laptop.world.ground.given(laptop.person)):
        words = f"I4: the answer to {name} shows {laptop.name} case {min(others)}, which is not"
        raise broken(laptop.world, f"{words} theirs")


def cases_in(answer: Mapping[str, Any]) -> Iterator[str]:
    """The case of each row of an answer, which may be said shortly."""
    rows = list(answer.get("rows", ()))
    for each in answer.get("results", ()):
        rows += [row for row in (each.get("row"), *each.get("conflicts", ())) if row]
    names = answer.get("names")
    for row in rows:
        yield row[3] if names is None else names[row[3]]


def lease_is_no_longer(laptop: Laptop) -> None:
    """I19: whatever the clock was, the lease is at most what the council gives."""
    with laptop.database.reading() as connection:
        left = lease_left(standing_of(connection), laptop.now())
    if left.total_seconds() > 14 * 86400:
        raise broken(laptop.world, f"I19: the lease of {laptop.name} lasts {left}")


def who(world: "World", person: str) -> str:
    return {id_: login for login, id_ in world.people.items()}.get(person, person)
