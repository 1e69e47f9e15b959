"""Sam is three: the code follows from her age, and how she was seen stands for what she said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import lacking, participation_code
from models.document_kind import DocumentKind
from tests import sample
from tests.journeys.chairing import PIN, Chairing, Read, chairing
from tests.journeys.keyboard import KEY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

THREE = date(2023, 3, 14)
SEEN = "We played with the train. You gave Alma the red engine and laughed."
FEELS = "How did you find out what Sam feels and needs?"


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Chairing]:
    with chairing(qtbot, tmp_path / "record", THREE) as begun:
        yield begun


def test_a_three_year_old_is_seen_and_heard(chair: Chairing) -> None:
    _a_face_by_touch(chair)
    _how_she_took_part(chair)
    chair.keys.quick_note("+ Alma says you sleep through most nights. #home")
    chair.sum_up("You carried your own cup to the table.")
    assert lacking(chair.sheet, sample.REVIEW_ON, sample.calendar()) == ()
    papers = chair.finish_and_issue()
    _the_letter_is_for_a_little_child(papers[DocumentKind.LETTER])
    _the_minutes_say_how_she_was_seen(papers[DocumentKind.MINUTES])


def _a_face_by_touch(chair: Chairing) -> None:
    """The choice of the number is called by the faces, which she touches."""
    chair.hand_over(by_touch=True)
    assert chair.shown("choose_number").accessibleName() == "How I feel"
    chair.touch("choose_number")
    assert chair.turn.title.said == "How I feel"
    assert not chair.turn.pages["number"].ladder.isVisible()
    chair.touch("face-4")
    chair.look("1-faces")
    chair.touch("done")
    chair.take_back(PIN)
    (answer,) = chair.sheet.scale_answers
    assert (answer.face, answer.is_child) == ("face-4", True)


def _how_she_took_part(chair: Chairing) -> None:
    keys = chair.keys
    assert participation_code(chair.sheet) == "PN0"
    keys.tab_to_answer("Was Sam there for any part of the review?", "Yes, in the room")
    assert participation_code(chair.sheet) == "PN0"
    chair.look("2-code")
    keys.tab_to_named(FEELS)
    keys.type(f"{SEEN}\t")
    chair.look("3-how-known")
    keys.tab_to_answer(
        "Did you talk with Sam alone, before the review or as part of it?",
        "Not right for their age",
    )
    keys.tab_to_named("Add a way")
    keys.press(KEY.Key_Down, times=9)
    keys.press(KEY.Key_Tab)
    keys.type("10 aug\t")
    keys.type("Nadia Brightwell\t")
    keys.tab_to_named("Add this way")
    keys.press(KEY.Key_Return)
    chair.look("4-asked-before")
    told, (asked,) = chair.sheet.participation, chair.sheet.consultations
    assert told is not None
    assert (told.how_known, told.seen_alone) == (SEEN, "not_right")
    assert (asked.way, asked.on) == ("seen", date(2026, 8, 10))


def _the_letter_is_for_a_little_child(letter: Read) -> None:
    assert "You were 3 years old. We met to talk about you on" in letter.words
    assert "To be read aloud to Sam Hello Sam." in letter.words
    assert "A note for those who look after Sam" in letter.words
    assert SEEN in letter.words
    assert "How you felt You chose a very happy face." in letter.words
    assert "very happy" in " ".join(letter.pictures).casefold()
    assert "out of 10" not in letter.words
    assert "Your number" not in letter.words


def _the_minutes_say_how_she_was_seen(minutes: Read) -> None:
    assert "PN0: Under 4" in minutes.words
    assert minutes.words.count(SEEN) == 1
    assert "The chair did not see Sam alone: it was not right for their age." in minutes.words
    assert "Was seen at play or with carers, 10 August 2026, by Nadia Brightwell" in minutes.words
