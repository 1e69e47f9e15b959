"""Cuts laptops and their council off, as often as asked: `./run torture --cut-off DAYS`."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from tests import laptop as laptops
from tests.models.sync import (
    test_disk_fails_while_sharing,
    test_killed_while_sharing,
    test_power_cut,
    test_server_killed,
)
from tests.models.sync.cut_story import Story
from tests.models.sync.test_server_killed import DurableServer
from tests.postgres import PostgresServer
from tests.shared_council import SharedCouncil

CUTS_A_DAY: Final = 1500
KILLS_A_DAY: Final = 20
GONE_A_DAY: Final = 10
SERVER_KILLS_A_DAY: Final = 3
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only looked for


def main(days: int, seed: int, say: Callable[[str], None]) -> int:
    """Live through these days; the first loss ends it with a traceback that names the seed."""
    server, durable = PostgresServer(), DurableServer()
    try:
        for number in range(seed, seed + days):
            say(f"Seed {number}: {_one_day(server, durable, number)}")
    finally:
        server.stop()
        durable.stop()
    return 0


def _one_day(server: PostgresServer, durable: DurableServer, seed: int) -> str:
    with (
        _story(server, seed) as (story, place),
        test_power_cut.watched(place / "ruth", "ruth", story.council) as seen,
    ):
        story.ruth = seen.laptop
        test_power_cut.a_day(story)
        test_power_cut.cut_often(seen, place / "cut", CUTS_A_DAY, seed)
    with _story(server, seed) as (story, place):
        test_disk_fails_while_sharing.go_on_after_each_cut(story, place / "ruth", GONE_A_DAY)
    with _story(server, seed) as (story, place):
        said = test_killed_while_sharing.kill_often(story, place / "ruth", KILLS_A_DAY, seed)
    with tempfile.TemporaryDirectory() as folder:
        pushed = test_server_killed.kill_often(durable, Path(folder), SERVER_KILLS_A_DAY)
    return (
        f"{CUTS_A_DAY} power cuts looked at and {GONE_A_DAY} lived on from, {KILLS_A_DAY} laptops"
        f" killed that had told {said} things, {SERVER_KILLS_A_DAY} servers killed that had"
        f" acknowledged {pushed} batches: nothing lost, nothing half"
    )


@contextmanager
def _story(server: PostgresServer, seed: int) -> Iterator[tuple[Story, Path]]:
    """A council of its own, with Ruth's laptop closed and Bea's at hand."""
    with (
        tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder,
        closing(SharedCouncil(server)) as council,
    ):
        place = Path(folder)
        for login, role in (("ruth", "iro"), ("bea", "business_support"), ("boss", "manager")):
            council.person(login, role)
        ruth, sam = laptops.with_sam(council, "ruth", place / "ruth")
        ruth.round()
        ruth.close()
        ruth.link.close()
        with closing(laptops.empty(council, "bea", place / "bea")) as bea:
            bea.round()
            yield Story(council, ruth, bea, sam, seed), place
