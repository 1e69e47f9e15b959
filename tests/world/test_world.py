"""Seeded histories: whoever types, whatever is lost or doubled, nothing that was saved is lost."""

import pytest

from tests.world.ground import Ground
from tests.world.world import FEW_STEPS, KINDS, World

EACH = 12
FIRST = 1001


@pytest.mark.parametrize("part", range(10))
def test_what_was_saved_is_kept_whatever_befalls(ground: Ground, part: int) -> None:
    for seed in range(FIRST + part * EACH, FIRST + (part + 1) * EACH):
        World(ground, seed, FEW_STEPS).live()


def test_a_history_is_the_same_each_time(ground: Ground) -> None:
    first, second = World(ground, 3), World(ground, 3)
    assert first.live() == second.live()
    assert first.said == second.said


def test_each_kind_of_history_does_what_it_is_for(ground: Ground) -> None:
    figures = {kind: World(ground, 11, kind=kind).live() for kind in KINDS}
    assert figures["server"].restores > 0
    assert figures["image"].images > 0
    assert figures["clone"].clones > 0
    assert all(each.texts > 5 and each.calls > 30 for each in figures.values())
