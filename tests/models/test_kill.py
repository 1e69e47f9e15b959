"""Killed in mid-sentence, a real process loses at most what it was typing at that moment."""

import random
from pathlib import Path

from tests.models import opened
from tests.models.typist import NOTED, SAVED, text_of, type_and_be_killed

KILLS = 25


def kill_often(folder: Path, kills: int, seed: int) -> int:
    """Kill a typist this many times on one record, check after each; give the words typed."""
    chance = random.Random(seed)
    database = opened.create(folder)
    row_id = opened.add_staff(database)
    database.back_up()
    database.close()
    count = 0
    for _ in range(kills):
        last = type_and_be_killed(folder, row_id, count, chance.randint(1, 40))
        count = _check_after(folder, row_id, last)
    return count


def _check_after(folder: Path, row_id: str, last: dict[str, int]) -> int:
    database = opened.reopen(folder)
    saved = opened.days(database, row_id)
    assert saved in {text_of(n) for n in range(last[SAVED], last[NOTED] + 2)}
    database.put_back(database.unsaved())
    held = opened.days(database, row_id)
    found = [n for n in (last[NOTED], last[NOTED] + 1) if text_of(n) == held]
    assert found, "a text that was acknowledged is lost"
    database.check_thoroughly()
    assert database.notices == []
    database.close()
    return found[0]


def test_a_typist_killed_many_times_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_often(tmp_path / "record", KILLS, seed=20260812) > KILLS
