"""Many histories, as many as one wants: `./run torture [--histories N] [--seed S] [--steps K]`."""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator

from tests.models.sync import cut_many
from tests.postgres import PostgresServer
from tests.world.faulty_link import Figures
from tests.world.ground import Ground
from tests.world.world import KINDS, STEPS, World

AT_ONCE = 100  # histories on one ground; then it is made anew
Outcome = tuple[Figures, list[str]]


def main(arguments: list[str]) -> int:
    """Live through them and tell the figures; 1 when anything was found."""
    asked = _asked(arguments)
    if asked.cut_off:
        return cut_many.main(asked.cut_off, asked.seed, _say)
    began = time.monotonic()
    total, found = Figures(), list[str]()
    batches = [
        (first, min(AT_ONCE, asked.seed + asked.histories - first), asked.steps, asked.kind)
        for first in range(asked.seed, asked.seed + asked.histories, AT_ONCE)
    ]
    _say(f"Seeds {asked.seed} to {asked.seed + asked.histories - 1}, {asked.steps} steps each.")
    for figures, broken in _outcomes(batches, asked.workers):
        total.add(figures)
        found += broken
        for words in broken:
            _say(words)
        _say(f"... {total.histories} histories, {len(found)} broken")
    told = ", ".join(f"{name} {value}" for name, value in vars(total).items())
    _say(f"Seed {asked.seed}: {told}, seconds {time.monotonic() - began:.0f}.")
    _say(f"{len(found)} broken.")
    return 1 if found else 0


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _asked(arguments: list[str]) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="./run torture", description=__doc__)
    asked.add_argument("--histories", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--kind", choices=KINDS, default="")
    asked.add_argument(
        "--cut-off", type=int, default=0, help="instead: days of power cuts and killed processes"
    )
    asked.add_argument("--workers", type=int, default=2, help="histories at the same time")
    return asked.parse_args(arguments)


def _outcomes(batches: list[tuple[int, int, int, str]], workers: int) -> Iterator[Outcome]:
    with multiprocessing.get_context("spawn").Pool(workers, maxtasksperchild=1) as pool:
        yield from pool.imap_unordered(_live, batches)


def _live(batch: tuple[int, int, int, str]) -> Outcome:
    """Live through some histories in a process and on a server of their own."""
    first, histories, steps, kind = batch
    total, found = Figures(), list[str]()
    server = PostgresServer()
    try:
        ground = Ground(server)
        for seed in range(first, first + histories):
            world = World(ground, seed, steps, kind)
            try:
                total.add(world.live())
            except Exception as broken:  # noqa: BLE001 - whatever it is, it is told with its seed
                found.append(f"Seed {seed} ({world.kind}): {type(broken).__name__}: {broken}")
        ground.close()
    finally:
        server.stop()
    return total, found
