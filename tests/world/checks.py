"""What must hold when a history has come to rest; each check says in words what is not so."""

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from models.every_record import BY_TABLE
from models.sync.sealing import opened
from tests.world import writing
from tests.world.disasters import everything_known
from tests.world.ground import NEWER_FIELD
from tests.world.laptops import Laptop
from tests.world.on_laptops import (
    Server,
    all_handed_in,
    broken,
    lease_is_no_longer,
    only_what_was_given,
    same_as_council,
    who,
)
from tests.world.the_book import Save, as_shown

if TYPE_CHECKING:
    from tests.world.world import World

_MERGED_TABLES: Final = ("access", "guard", "device", "person")
_FREE: Final = ("restriction_kinds", "iro_id", "removed_by", "settled_by", "settled_at", "outcome")


def everything(world: "World") -> None:
    """Look at all that must hold. Raises: Broken."""
    all_handed_in(world)
    _chain_is_whole(world)
    server = _server(world)
    for laptop in world.laptops:
        same_as_council(laptop, server)
        only_what_was_given(laptop, server)
        lease_is_no_longer(laptop)
        _held_can_be_read(world, laptop)
    _held_is_kept(world)
    _nothing_is_lost(world)
    changes = _changes(world)
    _each_saw_what_they_changed(world, changes)
    _each_change_once(world, changes)
    _signed_as_seen(world, changes)
    _newer_fields_stay(world)
    _alterations_are_found(world)


def look_for(world: "World", mark: str) -> None:
    """Write down where a mark stands at this moment."""
    if mark not in world.book.by_mark():
        return
    places = ["the shared database"] if mark in everything_known(world) else []
    for laptop in world.laptops:
        places += [f"{table} on {laptop.name}" for table in _standing_in(laptop, mark)]
    world.say(f"    {mark} stands in: {', '.join(places) or 'nothing'}")
    world.book.by_mark()[mark].last_seen = ", ".join(places)


def _standing_in(laptop: Laptop, mark: str) -> list[str]:
    found = []
    for table in (*BY_TABLE, "held_work", "stage"):
        rows = laptop.all(f'SELECT * FROM "{table}"')  # noqa: S608 - tables of ours
        if any(mark in str(row) for row in rows):
            found.append(table)
    for state, payload in laptop.all("SELECT state, payload FROM outbox"):
        if mark in json.dumps(opened(payload)):
            found.append(f"outbox ({state})")
    return found


def _chain_is_whole(world: "World") -> None:
    """I5, I6, I7, I8: the chain, the numbers and the rows are what the changes made of them."""
    breaks = world.ground.admin.execute(
        "SELECT * FROM waymark._chain_breaks(990::smallint)"
    ).fetchall()
    if breaks:
        raise broken(world, f"I6/I8: the chain is broken: {breaks[:5]}")


def _server(world: "World") -> Server:
    rows = world.ground.admin.execute(
        "SELECT id::text, table_name, case_id::text, row_version, data FROM waymark.row"
    ).fetchall()
    return {row: (table, case, version, data) for row, table, case, version, data in rows}


def _held_can_be_read(world: "World", laptop: Laptop) -> None:
    """I9: what was not taken in can be read by whoever typed it."""
    told = laptop.link.link.call("pull", {"what": "held", "limit": 500})
    can = {each["op_id"] for each in told["held"]}
    for (op,) in world.ground.admin.execute(
        "SELECT op_id::text FROM waymark.held WHERE person_id = %s", (laptop.person,)
    ).fetchall():
        if op not in can:
            raise broken(world, f"I9: {laptop.login} cannot read held work {op} of their own")


def _held_is_kept(world: "World") -> None:
    """I9: what was answered as held or refused stands where a steward finds it."""
    kept = world.ground.admin.execute(
        "SELECT op_id::text FROM waymark.held UNION SELECT op_id::text FROM waymark.held_settled"
    )
    lost = world.book.not_taken_in - {op for (op,) in kept.fetchall()}
    if lost and not world.figures.restores:
        raise broken(world, f"I9: {min(lost)} was answered as held, and the council does not"
                            " have it")  # fmt: skip
    on_laptops = {
        (op, laptop.person)
        for laptop in world.laptops
        for (op,) in laptop.all("SELECT op_id FROM held_work")
    }
    unread = world.book.held.items() - on_laptops
    if unread and not world.images:
        raise broken(world, f"I9: {min(unread)} was answered as held, and its author cannot read"
                            " it on their laptop")  # fmt: skip


def _nothing_is_lost(world: "World") -> None:
    """I1, I12, I13: every word that was saved is somewhere."""
    known = everything_known(world)
    kept = " ".join(
        fields
        for laptop in world.laptops
        for (fields,) in laptop.all("SELECT fields FROM held_work")
    )
    for save in world.book.saves:
        if not save.mark or not save.is_sure or save.gone_with_disk:
            continue
        if save.mark in known or save.mark in kept or _is_over(save, known, kept):
            continue
        raise broken(
            world,
            f"I1: {save.mark}, typed by {who(world, save.person)} on {save.laptop} in"
            f" {save.place} at step {save.step}, is lost",
        )


def _is_over(save: Save, known: str, kept: str) -> bool:
    """Whether its author put other words in its place before it was handed in."""
    later = save.later
    while later is not None:
        if not later.mark or later.mark in known or later.mark in kept or later.gone_with_disk:
            return True
        later = later.later
    return False


def _changes(world: "World") -> list[Any]:
    return list(
        world.ground.admin.execute(
            "SELECT seq, ord, table_name, row_id::text, person_id::text, op_id::text, patch,"
            " row_version FROM waymark.change ORDER BY seq, ord"
        ).fetchall()
    )


def _each_saw_what_they_changed(world: "World", changes: list[Any]) -> None:
    """I2: whoever changed a field had had before them what stood there."""
    marks, first = world.book.by_mark(), dict[str, str]()
    removed: set[str] = set()
    put_beside: set[str] = set()  # in a conflict or held: whoever settles it puts it in
    for seq, _, table, row, person, _, patch, version in changes:
        _stays_as_removed(world, removed, (table, row, seq), patch or {})
        for name, (old, new) in _pairs(patch):
            if table == "conflict" or not version:
                put_beside |= _marks_in(new)
                continue
            for mark in _marks_in(new) & marks.keys() - first.keys() - put_beside:
                first[mark] = person
                if marks[mark].person != person:
                    whose = who(world, marks[mark].person)
                    words = f"I7: {mark} of {whose} came into {table}.{name} as"
                    raise broken(world, f"{words} {who(world, person)}'s")
            if name == "removed_at" and old and not new:
                if (person, row) not in world.book.brought_back:
                    raise broken(world, f"I2: {table} {row} came back at {seq}, and"
                                        f" {who(world, person)} did not bring it")  # fmt: skip
            elif (
                name in _FREE
                or version == 1
                or not as_shown(old)
                or ((table, name) not in _WATCHED)
            ):
                continue
            elif not world.book.has_seen(person, row, name, old):
                words = f"I2: at {seq} {who(world, person)} put {new!r} over {old!r} in"
                raise broken(world, f"{words} {table}.{name} of {row}, never having seen it")


_WATCHED: Final = {(table, name) for table, names in writing.SCREEN.items() for name in names} | {
    ("child", "social_worker"), ("child", "school"), ("child", "identifier"),
    ("decision", "by_when"), ("review", "state"), ("review", "completed_on"),
}  # fmt: skip


def _stays_as_removed(
    world: "World", removed: set[str], at: tuple[str, str, int], patch: dict[str, Any]
) -> None:
    """What was removed stays as it was until somebody brings it back."""
    table, row, seq = at
    if "removed_at" in patch:
        removed ^= {row} if bool(patch["removed_at"][1]) != (row in removed) else set()
    elif row in removed:
        raise broken(
            world, f"{table} {row} was removed, and at {seq} {sorted(patch)} changed in it"
        )


def _pairs(patch: Any) -> list[tuple[str, Any]]:
    return [(k, v) for k, v in (patch or {}).items() if isinstance(v, list) and len(v) == 2]


def _marks_in(value: Any) -> set[str]:
    if not isinstance(value, str):
        return set()
    return {word[:7] for word in value.split() if word.startswith("q") and word[6:7] == "z"}


def _each_change_once(world: "World", changes: list[Any]) -> None:
    """I5: an operation is taken in once, and words that are in the record make no conflict."""
    seen = Counter(
        (op, row)
        for _, _, table, row, _, op, _, version in changes
        if version and table not in ("conflict", "child")
    )
    twice = [key for key, times in seen.items() if times > 1]
    if twice:
        raise broken(world, f"I5: an operation was taken in twice: {twice[0]}")
    if world.kind not in ("image", "clone"):  # there the same unsent words stand on two disks
        _no_conflict_with_oneself(world, changes)


def _no_conflict_with_oneself(world: "World", changes: list[Any]) -> None:
    accepted: dict[tuple[str, str, str, str], int] = {}
    for seq, _, table, row, person, _, patch, _version in changes:
        for name, (_old, new) in _pairs(patch):
            if _marks_in(new):
                accepted.setdefault((person, row, name, as_shown(new)), seq)
        if table != "conflict" or "mine" not in (patch or {}):
            continue
        data = world.ground.council.one("SELECT data FROM waymark.row WHERE id = %s", row)
        key = (data["mine_by"], data["row_id"], data["field"], as_shown(patch["mine"][1]))
        if accepted.get(key, seq) < seq:
            words = f"I5: words that {who(world, person)} had handed in at {accepted[key]}"
            raise broken(world, f"{words} came once more as a conflict at {seq}: {key}")


def _signed_as_seen(world: "World", changes: list[Any]) -> None:
    """I16: what a signed review held when it was signed is what was on the signer's screen."""
    for signing in world.book.signings:
        for at, (_, _, table, row, person, _, patch, _v) in enumerate(changes):
            if (table, row, person) != ("review", signing.review, signing.person):
                continue
            if (patch or {}).get("completed_on", [None, None])[1] == signing.on:
                _screen_was(world, signing, changes[:at])


def _screen_was(world: "World", signing: Any, changes: list[Any]) -> None:
    held: dict[tuple[str, str, str], Any] = {}
    reviews: dict[str, str] = {}
    for _, _, table, row, _, _, patch, _v in changes:
        for name, (_old, new) in _pairs(patch):
            held[table, row, name] = new
            if name == "review_id":
                reviews[row] = new
    for (table, row, name), value in held.items():
        if name not in writing.SCREEN.get(table, ()):
            continue
        if (row if table == "review" else reviews.get(row)) != signing.review:
            continue
        shown = signing.screen.get((table, row, name))
        if as_shown(shown) != as_shown(value):
            words = f"I16: {who(world, signing.person)} signed with {shown!r} on the screen in"
            raise broken(world, f"{words} {table}.{name}, and the council had {value!r}")


def _newer_fields_stay(world: "World") -> None:
    """I17: a field that only a newer program knows is as that program left it."""
    for row, mark in world.newer.items():
        data = world.ground.council.one("SELECT data FROM waymark.row WHERE id = %s", row)
        if data.get(NEWER_FIELD) != mark:
            raise broken(world, f"I17: {NEWER_FIELD} of {row} was {mark} and is"
                                f" {data.get(NEWER_FIELD)!r}")  # fmt: skip


def _alterations_are_found(world: "World") -> None:
    """I8: one altered word of the past is found."""
    if world.seed % 10:
        return
    admin = world.ground.admin
    admin.execute("BEGIN")
    try:
        admin.execute(
            "UPDATE waymark.change SET person_id = gen_random_uuid() WHERE (seq, ord) ="
            " (SELECT seq, ord FROM waymark.change ORDER BY md5(op_id::text || %s) LIMIT 1)",
            (str(world.seed),),
        )
        found = admin.execute("SELECT count(*) FROM waymark._chain_breaks(990::smallint)")
        if found.fetchone()[0] == 0:
            raise broken(world, "I8: a change got another author, and nothing finds it")
    finally:
        admin.execute("ROLLBACK")
