"""What befalls whole disks: an image put back, a laptop copied, the shared database restored."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.world.ground import STEWARD
from tests.world.laptops import Laptop

if TYPE_CHECKING:
    from tests.world.world import World


@dataclass
class Recovery:
    """A restored shared database until it is open again."""

    known_before: str
    rounds: int = 0
    answers: list[Any] = field(default_factory=list)


def take_image(world: "World", laptop: Laptop) -> None:
    """A backup of a whole disk."""
    to = world.folder / f"image-{laptop.name}"
    laptop.image(to)
    world.images[laptop.name] = to, len(world.book.saves)


def put_image_back(world: "World", laptop: Laptop) -> None:
    """The disk goes back to its backup: what was typed since and not handed in went with it."""
    if laptop.name not in world.images:
        laptop = world.laptops[0]  # most of it befalls one laptop
    if laptop.name not in world.images:
        take_image(world, laptop)
        return
    image, since = world.images[laptop.name]
    laptop.put_back(image)
    world.figures.images += 1
    world.book.disk_went(laptop.name, since)


def copy_laptop(world: "World", laptop: Laptop) -> None:
    """Somebody starts a copy of the disk on a second computer: two with one device id."""
    if world.figures.clones:
        return
    to = world.folder / "copied"
    laptop.image(to)
    made = world.add_laptop(f"{laptop.name}-copy", laptop.login, to)
    made.skew = laptop.skew
    world.figures.clones += 1


def back_up_council(world: "World", _laptop: Laptop) -> None:
    """The nightly backup of the shared database."""
    if world.recovery is None:
        world.ground.keep("dump")
        world.images["council"] = world.folder, len(world.book.saves)


def restore_council(world: "World", laptop: Laptop) -> None:
    """The shared database is put back to its backup, and the steward says so."""
    if world.recovery is not None:
        end_recovery(world)
        return
    if "council" not in world.images:
        back_up_council(world, laptop)
        return
    known = everything_known(world)
    world.ground.back_to("dump")
    world.figures.restores += 1
    world.recovery = Recovery(known)
    if world.random.random() < 0.3:
        laptop.share()  # before anybody has said a word
    recover(world, {"act": "begin"})


def recover(world: "World", request: dict[str, Any]) -> dict[str, Any]:
    """What the steward asks."""
    answer: dict[str, Any] = world.ground.link(STEWARD).call("recover", request)
    return answer


def end_recovery(world: "World") -> None:
    """Every laptop brings back what it has; then the steward plays it again and opens."""
    if world.recovery is None:
        return
    for each in world.laptops:
        calm, each.link.is_calm = each.link.is_calm, True
        each.share()
        each.link.is_calm = calm
    if world.random.random() < 0.5:
        recover(world, {"act": "replay"})
    told = recover(world, {"act": "close"})
    if told.get("error") == "gaps":
        _no_gap_is_on_a_laptop(world, told["missing"])
        told = recover(world, {"act": "close", "close_with_gaps": True})
    if told["state"] != "open":
        raise AssertionError(f"the shared database does not open again: {told}")
    world.recovery = None
    del world.images["council"]


def _no_gap_is_on_a_laptop(world: "World", missing: list[list[int]]) -> None:
    from tests.world.world import Broken

    for first, last in missing:
        for each in world.laptops:
            has = each.all(
                "SELECT seq FROM outbox WHERE state = 'done' AND seq BETWEEN ? AND ?", first, last
            )
            if has and not each.is_lost:
                words = f"I13: batch {has[0][0]} is acknowledged on {each.name}, and missing"
                raise Broken(f"{words} though every laptop has brought back what it has")


def everything_known(world: "World") -> str:
    """All words that the shared database holds anywhere, as one text."""
    words = world.ground.admin.execute(
        "SELECT string_agg(patch::text, ' ') FROM waymark.change"
        " UNION ALL SELECT string_agg(op::text, ' ') FROM waymark.held"
        " UNION ALL SELECT string_agg(batch::text, ' ') FROM waymark.parked"
    ).fetchall()
    return " ".join(text or "" for (text,) in words)
