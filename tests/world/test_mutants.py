"""The test of the test: the world finds every engine that is wrong on purpose, and soon."""

import pytest

from tests.world.ground import Ground
from tests.world.mutants import MUTANTS, Mutant, caught_after

MOST = 40


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_world_finds(ground: Ground, mutant: Mutant) -> None:
    histories, words = caught_after(ground, mutant, MOST)
    assert histories, f"{mutant.name}: {MOST} histories, and nothing was found"
    assert words
