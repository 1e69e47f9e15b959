"""Laptops killed in the middle of sharing lose nothing they said was safe, and go on alike."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests import laptop as laptops
from tests.models.sync.conftest import Pair
from tests.models.sync.cut_story import Story
from tests.models.sync.sharing_process import Desk, share_and_be_killed

KILLS = 8

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


def kill_often(story: Story, folder: Path, kills: int, seed: int) -> int:
    """Kill Ruth's laptop this often on one record, look after each; gives how much it had said."""
    chance, council, said = Random(seed), story.council, 0
    login = council.people["ruth"].login
    for number in range(kills):
        desk = Desk(folder, council.url, login, story.ruth.person, story.sam.review_id)
        heard = share_and_be_killed(desk, seed + number, chance)
        said += heard.said
        story.safe |= heard.safe
        story.tried |= dict.fromkeys(story.tried | heard.safe, heard.next)
        story.ruth = laptops.again(council, "ruth", folder)
        story.ruth.database.check_thoroughly()
        assert story.ruth.database.notices == []
        if number % 2:  # otherwise the next laptop finds it as it lies
            story.both_typed()
        story.come_to_rest()
        story.ruth.close()
        story.ruth.link.close()
    return said


def test_a_laptop_killed_many_times_while_it_shares_loses_nothing(
    pair: Pair, tmp_path: Path
) -> None:
    pair.ruth.close()
    pair.ruth.link.close()
    story = Story(pair.council, pair.ruth, pair.bea, pair.sam, seed=3)
    assert kill_often(story, tmp_path / "ruth", KILLS, seed=20261121) > KILLS
