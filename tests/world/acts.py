"""What happens: somebody writes, shares, manages, loses power, or has worse luck."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from models.problems import Problem
from models.record import new_id
from models.sync import held, sealing
from tests.world import disasters, writing
from tests.world.laptops import Laptop

if TYPE_CHECKING:
    from tests.world.world import World

Act = Callable[["World", Laptop], None]


def choose(world: "World") -> Act:
    """The next act, by the seed and the kind of history."""
    for share_of_it, act in _SURELY.get(world.kind, ()):
        if world.step == round(share_of_it * world.steps):
            return act
    names, weights = zip(*(_WEIGHTS | _MORE.get(world.kind, {})).items(), strict=True)
    return world.random.choices(names, weights)[0]


def let_go(_world: "World", laptop: Laptop) -> None:
    """Leave the fields that are typed in."""
    laptop.let_go()


def decide_held(world: "World", laptop: Laptop) -> None:
    """Add held work to the record, or leave it out."""
    try:
        told = laptop.link.link.call("pull", {"what": "held", "limit": 50})
    except Problem:
        return
    waits = [each["op_id"] for each in told.get("held", ()) if not each["outcome"]]
    if waits:
        act = held.decide(world.random.choice(sorted(waits)), add=world.random.random() < 0.6)
        _act(laptop, act)


def manage(world: "World", _laptop: Laptop) -> None:
    """The manager allocates, asks for cover, ends it, restricts a child or lets others in."""
    if not world.of("mara"):
        return
    laptop = world.of("mara")[0]
    children = [row[2] for row in laptop.rows("child")]
    if not children:
        return
    case, random = world.random.choice(children), world.random
    who = world.people[random.choice(("ruth", "nadia"))]
    kind = random.choice(("allocated", "allocated", "cover", "panel", "off", "guard", "open"))
    op: dict[str, Any] = {"kind": "access", "case": case, "person": who, "reason": "",
                          "as": kind, "on": True}  # fmt: skip
    if kind == "off":
        op |= {"as": random.choice(("allocated", "cover", "panel")), "on": False}
    if kind in ("guard", "open"):
        op = {"kind": "guard", "case": case, "restricted": kind == "guard", "reason": ""}
    if kind == "cover" and random.random() < 0.7:
        op["until"] = "2126-01-01T00:00:00+00:00"
    _act(laptop, op)
    if random.random() < 0.5:
        laptop.share()


def cover_ends(world: "World", _laptop: Laptop) -> None:
    """The day until which somebody covers has come."""
    world.ground.admin.execute(
        "UPDATE waymark.access SET until = clock_timestamp() - interval '1 s'"
        " WHERE until > clock_timestamp()"
    )


def share(world: "World", laptop: Laptop) -> None:
    """Share once; now and then the laptop dies in the middle of it."""
    dies = world.random.random() < 0.25
    laptop.share(world.random.randrange(36) if dies else None)


def all_share(world: "World", _laptop: Laptop) -> None:
    """Every laptop shares, one after another."""
    for each in world.laptops:
        share(world, each)


def die(_world: "World", laptop: Laptop) -> None:
    """The power goes."""
    laptop.die()


def step_clock(world: "World", laptop: Laptop) -> None:
    """Somebody puts the clock ten years on, or back."""
    laptop.skew = timedelta(days=world.random.choice((-3650, -1, 0, 0, 1, 3650)))


def look(world: "World", laptop: Laptop) -> None:
    """Open a child: who looked is noted and handed in."""
    row = writing.pick(world, laptop.rows("child"))
    if row is not None:
        with laptop.database.sharing() as hand:
            hand.connection.execute(
                'INSERT INTO looked (id, "at", person_id, case_id, act, what)'
                " VALUES (?, ?, ?, ?, 'opened', '')",
                (new_id(), laptop.now().isoformat(), laptop.person, row[2]),
            )


def _act(laptop: Laptop, op: dict[str, Any]) -> None:
    with laptop.database.sharing() as hand:
        sealing.seal_acts(hand, [op])


_WEIGHTS: Final[dict[Act, float]] = {
    writing.edit: 24, share: 28, all_share: 5, writing.write_note: 3, writing.decide: 2,
    writing.tick_kinds: 2, writing.take_away: 4, writing.finish_review: 3, writing.issue: 2,
    writing.settle: 6, decide_held: 2, writing.put_held_back: 2, manage: 2,
    let_go: 2, die: 1, step_clock: 1, look: 1, writing.paste_too_much: 1, writing.newer_program: 1,
    writing.make_child: 1,
}  # fmt: skip
_MORE: Final[dict[str, dict[Act, float]]] = {
    "moves": {manage: 12, cover_ends: 3, decide_held: 5},
    "server": {disasters.back_up_council: 2, disasters.restore_council: 8},
    "image": {disasters.take_image: 3, disasters.put_image_back: 9},
    "clone": {disasters.copy_laptop: 4},
}
_SURELY: Final[dict[str, tuple[tuple[float, Act], ...]]] = {  # when, as a share of the steps
    "server": ((0.12, disasters.back_up_council), (0.54, disasters.restore_council)),
    "image": ((0.12, disasters.take_image), (0.58, disasters.put_image_back)),
    "clone": ((0.31, disasters.copy_laptop),),
}
