"""Killed in mid sentence, again and again: at most the last second is lost, two if unpausing."""

import json
import os
import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.open_review import OpenReview
from tests import sample
from tests.journeys.typing_process import SENTENCES
from tests.real_program import PASSPHRASE, make_sam, now
from ui.record_place import open_record

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WAYMARK_KILLS", "2"))
WAYS = (
    *("capture bursts", "letter unpausing", "note unpausing"),
    *("capture unpausing", "letter bursts", "note bursts"),
)
PLACES = ("capture", "note", "letter")
MAY_BE_LOST = {"bursts": 1.0, "unpausing": 2.0}  # seconds of typing
KEYS = {"bursts": (35, 70), "unpausing": (60, 220)}
BEFORE = "Sam told us this before. "


@dataclass
class Killed:
    """What a process said before it was killed."""

    found: dict[str, str] = field(default_factory=dict)
    typed: list[float] = field(default_factory=list)
    saved: int = 0

    def take(self, line: str) -> None:
        """Take in one line; the last may be cut."""
        if not line.endswith("\n"):
            return
        said = json.loads(line)
        self.found = said.get("found", self.found)
        if "typed" in said:
            self.typed.append(said["typed"])
        if "saved" in said:
            self.saved = said["count"]

    def must_be_there(self, seconds: float) -> int:
        """How many keys were typed longer before the last one than may be lost."""
        last = self.typed[-1]
        return sum(at < last - seconds for at in self.typed)


@pytest.mark.slow
def test_killed_in_mid_sentence_at_most_the_last_second_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    sam = make_sam(folder)
    note_id = _add_note(folder, sam)
    places = [str(folder), sam.review_id, note_id]
    chance = random.Random(2026)
    text = {"capture": "", "note": BEFORE, "letter": ""}
    ended: tuple[str, Killed] | None = None
    for kill in range(KILLS + 1):
        way = WAYS[kill % len(WAYS)]
        killed = _type_and_kill([*places, way], chance.randint(*KEYS[way.split()[1]]))
        if ended is not None:
            text = _compared(text, killed.found, *ended)
        assert killed.found == text
        ended = way, killed
    assert len(text["capture"]) > 0
    assert len(text["letter"]) > 0
    assert len(text["note"]) > len(BEFORE) or len(PLACES) > KILLS
    _is_whole(folder)


def _compared(
    before: dict[str, str], after: dict[str, str], way: str, killed: Killed
) -> dict[str, str]:
    """Hold what was found after a kill against what had been typed; gives what there is now."""
    place, pace = way.split()
    assert all(after[other] == before[other] for other in PLACES if other != place)
    assert after[place].startswith(before[place])
    kept = after[place][len(before[place]) :]
    whole = SENTENCES * (len(killed.typed) // len(SENTENCES) + 2)
    assert whole.startswith(kept)
    assert len(kept) <= len(killed.typed) + 1  # a key may be in the record and not yet said
    assert len(kept) >= killed.saved, "what was said to be saved is not there"
    assert len(kept) >= killed.must_be_there(MAY_BE_LOST[pace])
    return after


def _type_and_kill(words: list[str], keys: int) -> Killed:
    killed = Killed()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_process", *words],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        for line in process.stdout:
            killed.take(line)
            if len(killed.typed) >= keys:
                break
    finally:
        process.kill()
    rest, _none = process.communicate()
    for line in rest.splitlines(keepends=True):
        killed.take(line)
    assert len(killed.typed) >= keys, "the process ended before it was killed"
    return killed


def _add_note(folder: Path, sam: sample.Sample) -> str:
    database = open_record(folder, PASSPHRASE, now=now)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).add_note(
            "going_well", BEFORE, step="A5", life_area="family_time"
        )
    note_id = sample.sheet(database, sam).notes[0].id
    database.close()
    return note_id


def _is_whole(folder: Path) -> None:
    database = open_record(folder, PASSPHRASE, now=now)
    database.check_thoroughly()
    database.close()
