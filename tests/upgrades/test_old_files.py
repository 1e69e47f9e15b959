"""Every record that a release of ours ever wrote still opens, with what was in it."""

import json
import shutil
from pathlib import Path
from typing import Any  # a cell may hold anything

import pytest

from models.database import Database
from tests.models.opened import Clock
from tests.sample import KEY
from tests.upgrades.keep import RELEASED_STEPS, keep

HERE = Path(__file__).parent
RELEASES = sorted(path for path in HERE.iterdir() if (path / "record.db").is_file())


def test_there_is_an_old_file_for_each_step_that_was_released() -> None:
    stated = [json.loads((release / "holds.json").read_text()) for release in RELEASES]
    assert {each["schema"] for each in stated} == set(range(1, RELEASED_STEPS + 1))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_an_old_file_opens_with_what_was_in_it(release: Path, tmp_path: Path) -> None:
    _assert_it_opens(release, tmp_path)


def test_the_file_of_this_very_program_would_open_in_the_same_way(tmp_path: Path) -> None:
    keep(tmp_path / "today")
    _assert_it_opens(tmp_path / "today", tmp_path)


def _assert_it_opens(release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    shutil.copyfile(release / "record.db", folder / "record.db")
    holds: dict[str, Any] = json.loads((release / "holds.json").read_text(encoding="utf-8"))
    database = Database.open(folder, KEY, Clock())
    with database.reading() as connection:
        for question, answer in holds["asked"].items():
            found = [list(row) for row in connection.execute(question)]
            assert found == answer, question
    database.check_thoroughly()
    database.close()
