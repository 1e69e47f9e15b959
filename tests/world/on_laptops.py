"""What must hold of each laptop when a history has come to rest."""

import json
from typing import TYPE_CHECKING, Any, Final

from models.every_record import BY_TABLE
from models.sync.lease import lease_left
from models.sync.sealing import opened
from models.sync.standing import standing_of
from models.sync.values import shape_of
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
        for table in BY_TABLE:
            waits = laptop.all(
                f'SELECT id, case_id, pending, base_version FROM "{table}"'  # noqa: S608
                " WHERE pending <> '{}'"
            )
            if waits:
                raise broken(world, f"I14: on {laptop.name} {table} still holds {waits[0]}")


def same_as_council(laptop: Laptop, server: Server) -> None:
    """I3, I18: a laptop has exactly what its person may read, and shows it."""
    world = laptop.world
    given = {
        case
        for (case,) in world.ground.admin.execute(
            "SELECT case_id::text FROM waymark.access WHERE person_id = %s AND revoked_seq IS NULL"
            " AND (until IS NULL OR until > clock_timestamp())",
            (laptop.person,),
        ).fetchall()
    } | {NIL}
    reads, unread = _readable(world, laptop.role)
    here: dict[str, tuple[str, Any, int]] = {}
    for table in BY_TABLE:
        for row, base, version in laptop.all(
            f'SELECT id, base, base_version FROM "{table}"'  # noqa: S608
        ):
            here[row] = (table, base, version)
    for row, (table, case, version, data) in server.items():
        if case not in given or table not in reads or table not in BY_TABLE:
            continue
        if table == "conflict" and (data["table_name"], data["field"]) in unread:
            continue
        if row not in here:
            raise broken(world, f"I3: {laptop.name} lacks {table} {row} of case {case}")
        seen = {k: v for k, v in data.items() if (table, k) not in unread}
        _shows(laptop, (table, row), here[row], (version, seen))
    extra = [row for row in here if row not in server]
    if extra:
        raise broken(world, f"I3: {laptop.name} has {here[extra[0]]} {extra[0]} that the council"
                            " does not have")  # fmt: skip


def _shows(
    laptop: Laptop, place: tuple[str, str], here: tuple[str, Any, int],
    there: tuple[int, dict[str, Any]],
) -> None:  # fmt: skip
    (table, row), (version, seen), world = place, there, laptop.world
    if here[2] != version or json.loads(here[1] or "{}") != seen:
        raise broken(world, f"I3: {laptop.name} has another {table} {row} than the council:"
                            f" {here} and {version} {seen}")  # fmt: skip
    fields = [each for each in shape_of(table).fields if not each.refers_to]
    told = ", ".join(f'"{each.name}"' for each in fields)
    cells = laptop.all(f'SELECT {told} FROM "{table}" WHERE id = ?', row)[0]  # noqa: S608
    for each, cell in zip(fields, cells, strict=True):
        if each.cell(seen.get(each.name)) != cell:
            raise broken(world, f"I3: {laptop.name} shows {cell!r} in {table}.{each.name} of {row}"
                                f" where the council has {seen.get(each.name)!r}")  # fmt: skip


def _readable(world: "World", role: str) -> tuple[set[str], set[tuple[str, str]]]:
    rows = world.ground.admin.execute(
        "SELECT table_name, field, %s = ANY (read_by) FROM waymark.registry", (role,)
    ).fetchall()
    return (
        {table for table, _, may in rows if may},
        {(table, field) for table, field, may in rows if not may},
    )


def only_what_was_given(laptop: Laptop, server: Server) -> None:
    """I4: no row of a child whose record is not this person's, in any table or kept batch."""
    world = laptop.world
    mine = {
        str(case)
        for (case,) in world.ground.admin.execute(
            "SELECT case_id FROM waymark.access WHERE person_id = %s AND revoked_seq IS NULL"
            " AND (until IS NULL OR until > clock_timestamp())",
            (laptop.person,),
        ).fetchall()
    } | {""}
    for table in (*BY_TABLE, "shared_case", "stage"):
        for (case,) in laptop.all(f'SELECT DISTINCT case_id FROM "{table}"'):  # noqa: S608
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


def lease_is_no_longer(laptop: Laptop) -> None:
    """I19: whatever the clock was, the lease is at most what the council gives."""
    with laptop.database.reading() as connection:
        left = lease_left(standing_of(connection), laptop.now())
    if left.total_seconds() > 14 * 86400:
        raise broken(laptop.world, f"I19: the lease of {laptop.name} lasts {left}")


def who(world: "World", person: str) -> str:
    return {id_: login for login, id_ in world.people.items()}.get(person, person)
