"""Sam is nine and chairs her own review: her turn, her number, her letter, and what is private."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from models.agenda import lacking, participation_code
from models.coverage import standings
from models.document_kind import DocumentKind
from tests import sample
from tests.journeys.chairing import LEFT, Chairing, Read, chairing
from tests.journeys.keyboard import KEY
from tests.typing_keys import type_text
from ui.childs_turn.drawing_paper import DrawingPaper

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

NINE = date(2016, 11, 9)
LOUD, SECRET, QUIET = "Lunch is  too loud", "I miss my old bed", "Mum’s letter"
WHY, MORE = "Alma keeps her promises", "a lock on my drawer"


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Chairing]:
    with chairing(qtbot, tmp_path / "record", NINE) as begun:
        yield begun


def test_a_nine_year_old_chairs_her_review(chair: Chairing) -> None:
    chair.hand_over()
    chair.look("1-start")
    _three_houses(chair)
    _number(chair)
    _who_and_what_not(chair)
    chair.take_back()
    _what_she_made_is_there(chair)
    _she_chaired_all_of_it(chair)
    _the_chair_sums_up(chair)
    papers = chair.finish_and_issue()
    chair.look("13-issued")
    both = papers[DocumentKind.LETTER], papers[DocumentKind.MINUTES]
    _she_is_thanked_for_chairing(*both)
    _each_in_its_house(*both)
    _all_but_what_is_private(*both)


def _three_houses(chair: Chairing) -> None:
    chair.click("choose_houses")
    chair.click("house_worry", QPoint(60, 200))
    chair.write(LOUD)
    chair.click("make_words")
    type_text(chair.qtbot, chair.shown("child_text"), SECRET)
    chair.click("private")
    chair.look("2-private")
    chair.done()
    chair.click("house_going_well", QPoint(60, 200))
    chair.click("make_drawing")
    _draw(chair)
    chair.look("3-drawing")
    chair.done()
    chair.click("house_hope", QPoint(60, 200))
    chair.pick("dog")
    chair.look("5-picture")
    chair.done()
    chair.look("6-houses")
    chair.done()


def _draw(chair: Chairing) -> None:
    paper = chair.shown("drawing_paper")
    assert isinstance(paper, DrawingPaper)
    for down in (0.3, 0.5):
        places = [QPoint(int(paper.width() * (0.3 + 0.04 * step)),
                         int(paper.height() * (down + 0.05 * (step % 2))))
                  for step in range(8)]  # fmt: skip
        chair.qtbot.mousePress(paper, LEFT, pos=places[0])
        for place in places[1:]:
            chair.qtbot.mouseMove(paper, place)
        chair.qtbot.mouseRelease(paper, LEFT, pos=places[-1])
    assert len(paper.drawing.strokes) == 2


def _number(chair: Chairing) -> None:
    chair.click("choose_number")
    chair.click("step_8")
    type_text(chair.qtbot, chair.shown("reason"), WHY)
    type_text(chair.qtbot, chair.shown("one_more"), MORE)
    chair.look("7-number")
    chair.done()


def _who_and_what_not(chair: Chairing) -> None:
    chair.click("choose_see_more")
    people = chair.turn.findChildren(type(chair.turn.focusWidget()), "person")
    (nana,) = [each for each in people if each.accessibleName() == "Nana Bea"]
    chair.qtbot.mouseClick(nana, LEFT)
    chair.look("8-see-more")
    chair.done()
    chair.click("choose_not_today")
    chair.write(QUIET)
    chair.look("9-not-today")
    chair.done()


def _what_she_made_is_there(chair: Chairing) -> None:
    assert chair.page.step == "A2"
    made = [wish for wish in chair.sheet.wishes if wish.made_by_child]
    assert {wish.words for wish in made} == {LOUD, SECRET, "", "Nana Bea", QUIET}
    assert {wish.words for wish in made if wish.private} == {SECRET, QUIET}
    chair.look("10-back")


def _she_chaired_all_of_it(chair: Chairing) -> None:
    keys = chair.keys
    keys.tab_to_answer("Was Sam there for any part of the review?", "Yes, in the room")
    keys.tab_to_answer("Did Sam say any of their views themselves?", "Yes")
    keys.tab_to_answer("Did Sam chair the review?", "Yes, all of it")
    keys.tab_to_answer("Did you talk with Sam alone, before the review or as part of it?", "Yes")
    assert participation_code(chair.sheet) == "PN1"
    assert chair.sheet.participation.chaired == "all"
    chair.look("11-participation")


def _the_chair_sums_up(chair: Chairing) -> None:
    keys = chair.keys
    keys.quick_note("+ You run your own meeting well. #feelings")
    keys.go_to_step("A11")
    keys.tab_to(lambda control: control.accessibleName().startswith("Answer this"))
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Down)
    chair.look("12-answered")
    chair.sum_up("You asked everyone a good question.")
    assert lacking(chair.sheet, sample.REVIEW_ON, sample.calendar()) == ()
    assert all(each.is_considered for each in standings(chair.sheet))


def _all_but_what_is_private(letter: Read, minutes: Read) -> None:
    for paper in (letter, minutes):
        for said in (f"“{LOUD.replace('  ', ' ')}”", WHY, MORE, "Nana Bea"):
            assert said in paper.words
        assert SECRET not in paper.words
        assert QUIET not in paper.words
        assert any("dog" in told.casefold() for told in paper.pictures)
        assert any("drawing" in told.casefold() for told in paper.pictures)


def _each_in_its_house(letter: Read, minutes: Read) -> None:
    assert "In your house of worries: “Lunch is too loud”" in letter.words
    assert "You put this in your house of good things:" in letter.words
    assert "You put this in your house of hopes:" in letter.words
    assert "You chose 8 out of 10." in letter.words
    assert "House of worries: “Lunch is too loud”" in minutes.words
    assert "Put into the house of good things:" in minutes.words
    assert "Wants to see more of: Nana Bea See decision 1." in minutes.words


def _she_is_thanked_for_chairing(letter: Read, minutes: Read) -> None:
    thanks = "Thank you for chairing your own meeting on Wednesday 12 August."
    assert thanks in letter.words
    assert "Sam chaired the review." in minutes.words
    assert "Chaired the review with Sam." in minutes.words
    assert "PN1: Came and spoke" in minutes.words
