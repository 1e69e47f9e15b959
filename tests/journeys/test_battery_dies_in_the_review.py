"""The battery dies three times in one review; not a word is lost, and the review is finished."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.document_kind import DocumentKind
from models.open_review import OpenReview
from tests import sample
from tests.journeys.battery_process import BEFORE, HALF_WRITTEN, LINE, MORE
from tests.journeys.chairing import Chairing, Read, make_begun
from tests.journeys.keyboard import KEY
from tests.real_program import PASSPHRASE, now, running
from tests.typing_keys import type_text
from ui.record_place import open_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

ROOT = Path(__file__).parents[2]
TEN = date(2016, 5, 9)
LAUGHED = "You laughed with Nana Bea at the fair."


@pytest.mark.slow
def test_the_battery_dies_in_the_review(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "record"
    made = make_begun(folder, TEN)
    places = [str(folder), made.review_id, _add_note(folder, made)]
    assert _cut(places, "line") == ""
    assert _cut(places, "note") == LINE
    assert _cut(places, "turn") == BEFORE + MORE
    with running(qtbot, folder) as program:
        chair = Chairing(program, made)
        _everything_is_there(chair)
        _it_is_undone_and_redone(chair)
        _sam_goes_on_with_hers(chair)
        _it_is_finished(chair)


def _add_note(folder: Path, made: sample.Sample) -> str:
    database = open_record(folder, PASSPHRASE, now=now)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        note_id = review.add_note("going_well", BEFORE, step="A5", life_area="family_time")
    database.close()
    return note_id


def _cut(places: list[str], what: str) -> str:
    """Let the program do one thing half, and kill it; gives what it found before that."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.battery_process", *places, what],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    said: dict[str, str] = {}
    try:
        for line in process.stdout:
            said |= json.loads(line)
            if "kept" in said:
                break
    finally:
        process.kill()
        process.communicate()
    assert "kept" in said, "the process ended before it was killed"
    return said["found"]


def _notes(chair: Chairing) -> list[str]:
    return [note.words for note in chair.sheet.notes]


def _everything_is_there(chair: Chairing) -> None:
    assert _notes(chair) == [BEFORE + MORE, LAUGHED]
    assert [note.step for note in chair.sheet.notes] == ["A5", "A5"]
    assert not chair.page.line.has_words
    chair.look("1-again")


def _it_is_undone_and_redone(chair: Chairing) -> None:
    """Undo reaches back over the restarts, and what was undone comes again."""
    keys = chair.keys
    keys.press(KEY.Key_Z, ctrl=True)
    assert _notes(chair) == [BEFORE, LAUGHED]
    keys.press(KEY.Key_Z, ctrl=True)
    assert _notes(chair) == [BEFORE]
    chair.look("2-undone")
    keys.press(KEY.Key_Y, ctrl=True)
    keys.press(KEY.Key_Y, ctrl=True)
    assert _notes(chair) == [BEFORE + MORE, LAUGHED]


def _sam_goes_on_with_hers(chair: Chairing) -> None:
    chair.hand_over()
    chair.look("3-begun")
    chair.click("go_on")
    text = chair.shown("child_text")
    assert text.toPlainText() == HALF_WRITTEN
    type_text(chair.qtbot, text, " drawer")
    chair.done()
    chair.look("4-hers")
    chair.take_back()
    (wish,) = chair.sheet.wishes
    assert (wish.words, wish.column) == (f"{HALF_WRITTEN} drawer", "hope")


def _it_is_finished(chair: Chairing) -> None:
    keys = chair.keys
    keys.tab_to_answer("Was Sam there for any part of the review?", "Yes, in the room")
    keys.tab_to_answer("Did Sam say any of their views themselves?", "Yes")
    keys.tab_to_answer("Did you talk with Sam alone, before the review or as part of it?", "Yes")
    keys.go_to_step("A10")
    keys.press(KEY.Key_Left)  # round from 0 to the last answer
    assert keys.at.accessibleName() == "Not asked"
    keys.press(KEY.Key_Space)
    chair.sum_up("You waited kindly while the laptop slept.")
    assert lacking(chair.sheet, sample.REVIEW_ON, sample.calendar()) == ()
    papers = chair.finish_and_issue()
    for paper in papers.values():
        _has_every_word(paper)
    assert "In your house of hopes:" in papers[DocumentKind.LETTER].words


def _has_every_word(paper: Read) -> None:
    for words in (BEFORE + MORE, LAUGHED, f"“{HALF_WRITTEN} drawer”"):
        assert words in paper.words
