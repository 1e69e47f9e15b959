"""Sam is eight and does not speak: she shows what she thinks with picture cards and faces."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import lacking, participation_code, participation_result
from models.document_kind import DocumentKind
from models.wishes import HOPE
from tests import sample
from tests.journeys.chairing import PIN, Chairing, Read, chairing
from tests.journeys.keyboard import KEY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

EIGHT = date(2018, 3, 14)


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Chairing]:
    with chairing(qtbot, tmp_path / "record", EIGHT) as begun:
        yield begun


def test_a_child_who_does_not_speak_is_heard(chair: Chairing) -> None:
    _her_turn_without_a_letter(chair)
    _what_she_showed(chair)
    _the_code(chair)
    chair.keys.quick_note("+ You come in from the garden smiling. #home")
    chair.sum_up("You showed us your favourite card twice.")
    assert lacking(chair.sheet, sample.REVIEW_ON, sample.calendar()) == ()
    papers = chair.finish_and_issue()
    _the_letter_shows_her_pictures(papers[DocumentKind.LETTER])
    _the_minutes_keep_both_codes(papers[DocumentKind.MINUTES])


def _her_turn_without_a_letter(chair: Chairing) -> None:
    """Pictures by finger and by the arrows, faces by arrows; no voice, and no fuss."""
    chair.hand_over(by_touch=True)
    chair.look("1-start")
    assert chair.turn.read.isHidden() != chair.turn.voice.is_there
    chair.touch("choose_houses")
    chair.look("2-houses")
    chair.keys.press(KEY.Key_Right)  # from the good things to the hopes
    chair.touch("make_picture")
    chair.touch("picture_face-4")
    chair.look("3-picture")
    chair.touch("another_picture")
    chair.choose_picture("dog")
    chair.touch("done")
    chair.keys.press(KEY.Key_Up)
    chair.look("4-houses")
    chair.touch("done")
    chair.touch("choose_number")
    chair.touch("other_way")
    chair.keys.press(KEY.Key_Right)
    chair.keys.press(KEY.Key_Return)
    chair.look("5-faces")
    chair.touch("done")
    chair.keys.tab_to(lambda control: control.objectName() == "choose_not_today")
    chair.keys.press(KEY.Key_Return)
    chair.pick("phone")
    chair.touch("done")
    chair.touch("done")
    chair.take_back(PIN)


def _what_she_showed(chair: Chairing) -> None:
    hope, quiet = chair.sheet.wishes
    assert (hope.picture, hope.column, hope.way) == ("dog", HOPE, "showed")
    assert (quiet.picture, quiet.private) == ("phone", True)
    (answer,) = chair.sheet.scale_answers
    assert answer.face == "face-3"


def _the_code(chair: Chairing) -> None:
    keys = chair.keys
    keys.tab_to_answer("Was Sam there for any part of the review?", "Yes, in the room")
    keys.tab_to_answer("Did Sam say any of their views themselves?", "No")
    asked = "Did someone speak up for Sam, because Sam wanted them to?"
    keys.tab_to_answer(asked, "No")
    keys.tab_to_answer("Did Sam show their views without speech?", "Yes")
    assert participation_code(chair.sheet) == "PN3"
    for way in ("Signs, pictures or objects", "A talking aid with a voice"):
        keys.tab_to_named(way)
        keys.press(KEY.Key_Space)
    keys.tab_to_named("Interpreter or aid that was used (optional)")
    keys.type("A tablet that speaks\t")
    keys.tab_to_answer("Did you talk with Sam alone, before the review or as part of it?", "Yes")
    chair.look("6-offer")
    assert participation_code(chair.sheet) == "PN3"
    keys.tab_to(lambda control: control.objectName() == "take_offer")
    keys.press(KEY.Key_Return)
    assert participation_code(chair.sheet) == "PN1"
    assert participation_result(chair.sheet).code == "PN3"
    chair.look("7-both")


def _the_letter_shows_her_pictures(letter: Read) -> None:
    assert "You put this in your house of hopes:" in letter.words
    assert "How you feel You chose a happy face." in letter.words
    told = " ".join(letter.pictures).casefold()
    assert "dog" in told
    assert "phone" not in told


def _the_minutes_keep_both_codes(minutes: Read) -> None:
    assert "Put into the house of hopes:" in minutes.words
    assert "PN1: Came and spoke" in minutes.words
    assert "PN3" in minutes.words
    assert "Interpreter or aid used: A tablet that speaks" in minutes.words
    assert "A talking aid with a voice" in minutes.words
    assert "dog" in " ".join(minutes.pictures).casefold()
