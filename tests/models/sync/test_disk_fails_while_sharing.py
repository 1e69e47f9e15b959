"""The disk goes, is full, or is held by another program in the middle of sharing: nothing half."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from models import encrypted_file
from models.encrypted_file import Driver, connect
from models.problems import DiskFull, Problem, RecordBusy
from models.reserve import RESERVE_NAME
from tests.laptop import Asked
from tests.models.sync.conftest import Pair
from tests.models.sync.cut_story import Story
from tests.models.sync.power_disk import FAULT, FULL, NEEDS_THE_DRIVER, AfterACut
from tests.models.sync.test_power_cut import Watched, lay_out, watched
from tests.sample import KEY

CUTS = 8
STEP = 23  # so many writes lie between two failures that are tried
WRITES = 90  # about as many as an act and a round make

pytestmark = NEEDS_THE_DRIVER


@pytest.fixture
def closed(pair: Pair) -> Iterator[Pair]:
    """Ruth's laptop is shut; it is opened again on a disk that can fail."""
    pair.ruth.close()
    return pair


def work_until_the_disk_goes(story: Story, folder: Path, place: Path) -> int:
    """Work on until no write succeeds any more, then lay out what such a disk may hold.

    Gives how many acts were done.
    """
    chance, acts = story.chance, 0
    with watched(folder, "ruth", story.council) as seen:
        story.ruth = seen.laptop
        story.come_to_rest()
        seen.disk.fail_after(chance.randrange(WRITES), FAULT)
        try:
            while acts < WRITES:
                story.act()
                acts += 1
        except Problem:
            pass
        at = len(seen.disk.log)
        after = AfterACut(seen.disk, Random(chance.random()))
        after.follow(at)
        lay_out(place, after.files())
    shutil.copyfile(folder / RESERVE_NAME, place / RESERVE_NAME)
    return acts


def go_on_after_each_cut(story: Story, folder: Path, cuts: int) -> None:
    """Cut the power again and again, and work on with what is left of the record each time."""
    for number in range(cuts):
        place = folder.with_name(f"cut-{number}")
        assert work_until_the_disk_goes(story, folder, place) < WRITES
        folder = place
    with watched(folder, "ruth", story.council) as seen:
        story.ruth = seen.laptop
        story.come_to_rest()


def test_after_each_power_cut_sharing_goes_on_and_all_is_the_same(
    closed: Pair, tmp_path: Path
) -> None:
    story = Story(closed.council, closed.ruth, closed.bea, closed.sam, seed=11)
    go_on_after_each_cut(story, tmp_path / "ruth", CUTS)


def refuse_each(seen: Watched, story: Story, step: int, code: int = FULL) -> int:
    """Share while the disk takes fewer writes than it asks for, more each time; how often."""
    refused = 0
    for left in range(0, 100 * step, step):
        seen.disk.fail_after(left, code)
        try:
            story.share()
        except Problem as problem:
            assert code != FULL or isinstance(problem, DiskFull)
            refused += 1
            assert seen.held() == seen.marks[-1].held, f"half, after {left} writes"
        else:
            return refused
        finally:
            seen.disk.fail_after(None)
        story.write_note()
    raise AssertionError("it was refused for ever")


@pytest.mark.parametrize("code", [FULL, FAULT], ids=["full", "failing"])
def test_a_disk_that_refuses_any_write_of_a_round_leaves_what_was_there(
    closed: Pair, tmp_path: Path, code: int
) -> None:
    with watched(tmp_path / "ruth", "ruth", closed.council) as seen:
        story = Story(closed.council, seen.laptop, closed.bea, closed.sam, seed=12)
        story.write_note()
        story.both_typed()
        assert refuse_each(seen, story, STEP, code) > 2
        story.come_to_rest()


def test_a_full_disk_leaves_no_record_half_gone_and_none_half_there(
    closed: Pair, tmp_path: Path
) -> None:
    closed.council.person("boss", "manager")
    with watched(tmp_path / "ruth", "ruth", closed.council) as seen:
        story = Story(closed.council, seen.laptop, closed.bea, closed.sam, seed=14)
        story.both()
        story.move_case("boss")
        story.write_note = lambda: None  # type: ignore[method-assign]
        assert refuse_each(seen, story, STEP) > 2
        story.share()
        for table in ("child", "review", "note", "shared_case", "stage"):
            assert seen.laptop.one(f"SELECT count(*) FROM {table}") == 0  # noqa: S608 - ours
        story.move_case("ruth")
        assert refuse_each(seen, story, STEP) > 2
        story.come_to_rest()


def _holding(other: Driver, call: int) -> Asked:
    """Once so many questions are answered, let another program hold the file."""
    left = [call]

    def hold(_name: str, _request: object) -> None:
        left[0] -= 1
        if left[0] == -1:
            other.execute("BEGIN IMMEDIATE")

    return hold


def test_a_file_that_another_program_holds_stops_a_round_and_leaves_what_was_there(
    closed: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encrypted_file, "BUSY_MILLISECONDS", 5)
    stopped = 0
    with watched(tmp_path / "ruth", "ruth", closed.council) as seen:
        story = Story(closed.council, seen.laptop, closed.bea, closed.sam, seed=13)
        for name, call in itertools.product(("record.db", "journal.db"), range(4)):
            story.type("home_line")
            story.both_typed()
            with closing(connect(tmp_path / "ruth" / name, KEY)) as other:
                seen.laptop.link.after = _holding(other, call)
                try:
                    story.share()
                except RecordBusy:
                    stopped += 1
                    assert seen.held() == seen.marks[-1].held, "half"
                seen.laptop.link.after = lambda *_told: None
        assert stopped >= 4
        story.come_to_rest()
