"""What people write: words, choices, days, lists, removals, signatures and settlements."""

import hashlib
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from models.conflict import Settlement
from models.decision import Decision
from models.document import Document
from models.every_record import BY_TABLE
from models.problems import Problem
from models.record import new_id
from models.signs import Note
from models.sync import held_outcomes, settling
from tests.laptop import fuse
from tests.sample import AUTHORITY
from tests.world.ground import NEWER_FIELD
from tests.world.laptops import CALENDAR, Laptop, Row, plain_value
from tests.world.the_book import Save, Signing

if TYPE_CHECKING:
    from tests.world.world import World

_TEXTS: Final = (
    *(("note", name) for name in ("words", "said_by", "words", "words")),
    *(("review", name) for name in ("place", "place", "place")),
    *(("decision", name) for name in ("what", "by_when")),
    *(("child", name) for name in ("social_worker", "school")),
)

_OF_SUPPORT: Final = (("review", "place"), ("review", "place"), ("child", "social_worker"))

_KINDS: Final = ("court", "health", "address", "other")

_MOST_TEXT: Final = 100_001

SCREEN: Final = {"note": ("words", "detail", "said_by"), "decision": ("what", "who", "why"),
                 "review": ("place", "iro_view")}  # fmt: skip


def edit(world: "World", laptop: Laptop) -> None:
    """Change what one field says."""
    row, name = _a_field(world, laptop)
    if row is None:
        return
    shown = laptop.look_at(row, name)
    mark, value = _new_value(world, name, shown)
    if world.random.random() < 0.08:
        fuse(laptop.database, world.random.randrange(8))
    laptop.type_over(row, name, value, mark)
    laptop._unfuse()


def type_meanwhile(world: "World", laptop: Laptop) -> None:
    """While a call is under way: begin in a field, go on in it, leave it, or change another."""
    if laptop.held_still and world.random.random() < 0.7:
        place, case = laptop.held_still[-1]
        if world.random.random() < 0.4:
            laptop.held_still.pop()
            laptop.database.typing.end(*place)
            return
        shown = laptop.database.typing.seen().get(place)
        mark = world.book.mark()
        laptop.type_over((place[0], place[1], case), place[2], f"{shown or ''} {mark}", mark)
        return
    row, name = _a_field(world, laptop)
    if row is None:
        return
    shown = laptop.look_at(row, name)
    if world.random.random() < 0.5 and isinstance(shown, str) and name != "by_when":
        place = (row[0], row[1], name)
        laptop.database.typing.begin(*place, shown)
        laptop.held_still.append((place, row[2]))
        return
    mark, value = _new_value(world, name, shown)
    laptop.type_over(row, name, value, mark)


def write_note(world: "World", laptop: Laptop) -> None:
    """Make a note in a review."""
    _make(world, laptop, "note", {"step": "A4", "column": "worry"}, "words")


def decide(world: "World", laptop: Laptop) -> None:
    """Make a decision in a review."""
    _make(world, laptop, "decision", {"number": 1, "who": "Alma"}, "what")


def make_child(world: "World", laptop: Laptop) -> None:
    """Take a new child on, with a review."""
    if laptop.role not in ("iro", "manager") or world.random.random() < 0.5:
        return
    mark, case = world.book.mark(), new_id()
    own = {"authority_id": AUTHORITY, "case_id": case}
    save = _save(world, laptop, mark, mark, ("child", case, "school"), case)
    world.book.had[laptop.person].add(case)
    with laptop.database.saving(laptop.person) as session:
        session.add(BY_TABLE["child"](**own, id=case, identifier=mark, given_name="New",
                                      school=mark, born_on=date(2017, 1, 1),
                                      iro_id=laptop.person))  # fmt: skip
        session.flush()
        session.add(BY_TABLE["review"](**own, child_id=case, number=1, chair_id=laptop.person))
    world.book.saved(save)


def tick_kinds(world: "World", laptop: Laptop) -> None:
    """Put into a list, or take out of it."""
    row = pick(world, laptop.rows("note"))
    if row is None or laptop.role == "business_support":
        return
    has = set(
        plain_value("note", "restriction_kinds", laptop.look_at(row, "restriction_kinds")) or ()
    )
    now = sorted(has ^ {world.random.choice(_KINDS)})
    laptop.type_over(row, "restriction_kinds", now, "")


def take_away(world: "World", laptop: Laptop) -> None:
    """Remove a note, or bring a removed one back."""
    row = pick(world, laptop.rows("note", "decision"))
    if row is None:
        return
    gone = laptop.look_at(row, "removed_at")
    with laptop.database.saving(laptop.person) as session:
        kept: Any = session.get(BY_TABLE[row[0]], row[1])
        if gone is None:
            kept.remove(laptop.person, laptop.now())
        else:
            world.book.brought_back.add((laptop.person, row[1]))
            kept.removed_at = kept.removed_by = None


def finish_review(world: "World", laptop: Laptop) -> None:
    """Sign a review as it stands on the screen, or open it again."""
    if laptop.role == "business_support":
        return
    row = pick(world, laptop.rows("review"))
    if row is None:
        return
    is_finished = laptop.look_at(row, "state") == "finished"
    on = date(2000, 1, 1) + timedelta(days=len(world.book.signings))
    screen = _screen(laptop, row[1])
    world.book.signings.append(Signing(row[1], laptop.person, on.isoformat(), screen))
    world.figures.signings += 1
    laptop.look_at(row, "completed_on")
    with laptop.database.saving(laptop.person) as session:
        kept: Any = session.get(BY_TABLE["review"], row[1])
        kept.state = "known" if is_finished else "finished"
        kept.completed_on = on


def issue(world: "World", laptop: Laptop) -> None:
    """Issue the minutes of a review as they stand."""
    row = pick(world, laptop.rows("review"))
    if row is None or laptop.role == "business_support":
        return
    version = (
        laptop.one("SELECT max(version) FROM document WHERE review_id = ?", row[1]) or 0
    ) + 1
    mark = world.book.mark()
    save = _save(world, laptop, mark, mark, ("document", "", "words"), row[2])
    with laptop.database.saving(laptop.person) as session:
        made = Document(authority_id=AUTHORITY, case_id=row[2], review_id=row[1], kind="minutes",
                        version=version, issued_at=laptop.now(), issued_by=laptop.person,
                        words=mark, digest=hashlib.sha256(mark.encode()).hexdigest())  # fmt: skip
        session.add(made)
        session.flush()
        save.place = ("document", made.id, "words")
    world.book.saved(save)


def settle(world: "World", laptop: Laptop) -> None:
    """Choose between two versions."""
    found = laptop.all(
        "SELECT id, table_name, row_id, field, theirs, mine, case_id FROM conflict"
        " WHERE outcome = '' ORDER BY id"
    )
    if not found:
        return
    id_, table, row, name, theirs, mine, case = world.random.choice(found)
    place = (table, row, name)
    for value in (theirs, mine):
        world.book.see(laptop.person, place, json.loads(value) if value else None)
    laptop.look_at((table, row, case), name)
    outcome = world.random.choice((Settlement.THEIRS, Settlement.MINE, Settlement.NEW))
    mine, theirs = (json.loads(value) if value else None for value in (mine, theirs))
    value: Any = mine if outcome is Settlement.MINE else theirs
    mark = ""
    if name == "removed_at":
        value = outcome is Settlement.MINE
        world.book.brought_back.add((laptop.person, row))
    elif outcome is Settlement.NEW and isinstance(theirs, str) and name != "by_when":
        mark = world.book.mark()
        value = f"{theirs} {mark}"
    save = _save(world, laptop, mark, value, place, case)
    try:
        with laptop.database.saving(laptop.person) as session:
            settling.settle(session, id_, outcome, value, CALENDAR)
    except Problem:
        return
    world.book.brought_back.add((laptop.person, row))
    world.book.saved(save)


def put_held_back(world: "World", laptop: Laptop) -> None:
    """Put one's own set-aside words back with one press."""
    lines = laptop.all("SELECT op_id, row_id FROM held_work WHERE state = 'held' ORDER BY op_id")
    if not lines:
        return
    op_id, row = world.random.choice(lines)
    world.book.brought_back.add((laptop.person, row))
    try:
        held_outcomes.put_back(laptop.database, op_id, laptop.person)
    except Problem:
        return


def paste_too_much(world: "World", laptop: Laptop) -> None:
    """Paste more into a note than the record takes: it may not stop what comes behind it."""
    row = pick(world, laptop.rows("note"))
    if row is None or laptop.role == "business_support":
        return
    laptop.look_at(row, "detail")
    mark = world.book.mark()
    laptop.type_over(row, "detail", mark + "x" * _MOST_TEXT, mark)


def newer_program(world: "World", laptop: Laptop) -> None:
    """A newer program, on a computer of its own, writes a field that nobody here knows."""
    notes = laptop.rows("note")
    row = pick(world, [each for each in notes if laptop.value(*each[:2], "base_version")])
    if (
        row is None
        or world.recovery
        or world.kind == "server"
        or laptop.role == "business_support"
    ):
        return
    mark = world.book.mark()
    world.newer_n += 1
    op = {"op": new_id(), "kind": "row", "table": "note", "id": row[1], "case": row[2],
          "set": {NEWER_FIELD: mark}, "base": {NEWER_FIELD: world.newer.get(row[1])}, "seen": 0,
          "at": laptop.now().isoformat()}  # fmt: skip
    batch = {"device": new_id(), "n": 1, "schema": 1, "sealed_at": op["at"], "ops": [op]}
    told = laptop.link.link.call("push", batch)
    if told["results"][0]["status"] in ("applied", "merged"):
        world.newer[row[1]] = mark


def _a_field(world: "World", laptop: Laptop) -> tuple[Row | None, str]:
    is_support = laptop.role == "business_support" and world.random.random() < 0.9
    table, name = world.random.choice(_OF_SUPPORT if is_support else _TEXTS)
    return pick(world, laptop.rows(table)), name


def pick(world: "World", rows: list[Row]) -> Row | None:
    hot = [row for row in rows if row[2] == world.hot]
    if hot and world.random.random() < 0.8:
        rows = hot
    return world.random.choice(rows) if rows else None


def _new_value(world: "World", name: str, shown: Any) -> tuple[str, Any]:
    """New words: over the old ones or after them; a day for a day; now and then nothing."""
    if name == "by_when":
        return "", date(2027, 1, 1) + timedelta(days=world.random.randrange(20_000))
    mark = world.book.mark()
    if name in ("who", "said_by", "social_worker", "identifier") or not shown:
        return mark, mark
    if len(shown) > 3000:
        return mark, mark
    return mark, world.random.choice((mark, f"{shown} {mark}", f"{mark} {shown}"))


def _save(
    world: "World", laptop: Laptop, mark: str, value: Any, place: tuple[str, str, str], case: str
) -> Save:
    book = world.book
    save = Save(len(book.saves), mark, value, place, case, laptop.person, laptop.name, world.step)
    book.begin_save(save)
    return save


def _make(world: "World", laptop: Laptop, table: str, fields: dict[str, Any], typed: str) -> None:
    review = pick(world, laptop.rows("review"))
    if review is None or (laptop.role == "business_support" and world.random.random() < 0.9):
        return
    mark, row = world.book.mark(), new_id()
    kind: Any = {"note": Note, "decision": Decision}[table]
    save = _save(world, laptop, mark, mark, (table, row, typed), review[2])
    with laptop.database.saving(laptop.person) as session:
        session.add(kind(id=row, authority_id=AUTHORITY, case_id=review[2], review_id=review[1],
                         **fields, **{typed: mark}))  # fmt: skip
    world.book.saved(save)
    world.figures.texts += 1


def _screen(laptop: Laptop, review: str) -> dict[tuple[str, str, str], Any]:
    seen: dict[tuple[str, str, str], Any] = {}
    for table, names in SCREEN.items():
        column = "id" if table == "review" else "review_id"
        told = ", ".join(f'"{name}"' for name in names)
        for row in laptop.all(f"SELECT id, {told} FROM {table} WHERE {column} = ?", review):  # noqa: S608
            seen |= {(table, row[0], n): v for n, v in zip(names, row[1:], strict=True)}
    return seen
