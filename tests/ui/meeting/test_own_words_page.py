"""The child's words are kept exactly; the participation code is worked out by questions."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.participation_codes import PARTICIPATION_CODES
from models.rules.participation_questions import Question
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.own_words_page import OwnWordsPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.usefixtures("begun")


def _page(review: ReviewPage) -> OwnWordsPage:
    page = review.page()
    assert isinstance(page, OwnWordsPage)
    return page


def _answer(page: OwnWordsPage, question: Question, key: str) -> None:
    page.participation.cards[question].choices.answers[key].click()


def _asked(page: OwnWordsPage) -> list[Question]:
    return [question for question, card in page.participation.cards.items() if not card.isHidden()]


def test_words_are_kept_to_the_last_space_with_how_they_came(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    capture = page.capture
    said = "i want  my OWN fone\nlike Posy’s… ça va 🙂 "
    type_text(qtbot, capture.field.control, said)
    qtbot.mouseClick(capture.ways.chip("told_someone"), LEFT)
    type_text(qtbot, capture.heard_by.control, "Alma")
    qtbot.mouseClick(capture.asked_for, LEFT)
    qtbot.keyClick(capture.field.control, Qt.Key.Key_Return, CTRL)
    wish = read().wishes[0]
    assert (wish.words, wish.way, wish.heard_by) == (said, "told_someone", "Alma")
    assert wish.asked_for
    assert not wish.private
    assert QApplication.focusWidget() is capture.field.control


def test_private_words_are_folded_on_the_screen(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    type_text(qtbot, page.capture.field.control, "I am scared of the dark")
    page.restrict()
    qtbot.mouseClick(page.capture.add_button, LEFT)
    wish = read().wishes[0]
    assert wish.private
    assert page.words.slots[wish.id].card().is_folded


def test_without_words_it_is_said_how_they_were_looked_for(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    type_text(qtbot, page.no_words_why.control, "I visited twice.")
    page.flush()
    assert read().no_words_why == "I visited twice."


def test_questions_come_one_at_a_time_and_lead_to_the_code_in_its_official_words(
    open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    assert _asked(page) == [Question.WAS_THERE]
    assert page.participation.code.isHidden()
    _answer(page, Question.WAS_THERE, "in_room")
    assert _asked(page) == [Question.WAS_THERE, Question.SPOKE]
    _answer(page, Question.SPOKE, "no")
    _answer(page, Question.SOMEONE_SPOKE, "yes")
    code = page.participation.code
    assert code.code.said == "PN2"
    assert code.official.said == PARTICIPATION_CODES["PN2"].official
    assert "Sam was in the room and someone spoke up" in code.why.said
    told = read().participation
    assert told is not None
    assert told.code == "PN2"


def test_changing_an_answer_folds_the_later_questions(open_review: Open, read: Read) -> None:
    page = _page(open_review("A2"))
    _answer(page, Question.WAS_THERE, "in_room")
    _answer(page, Question.SPOKE, "yes")
    _answer(page, Question.WAS_THERE, "no")
    assert _asked(page) == [Question.WAS_THERE, Question.SOMEONE_SPOKE_WHO_CHILD_ASKED]
    told = read().participation
    assert told is not None
    assert told.code == ""


def test_space_answers_and_arrows_change_the_answer(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    first = page.participation.cards[Question.WAS_THERE].choices.answers["in_room"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    told = read().participation
    assert told is not None
    assert told.was_there == "video"


def test_another_code_is_chosen_with_its_reason_and_both_are_kept(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    _answer(page, Question.WAS_THERE, "in_room")
    _answer(page, Question.SPOKE, "no")
    _answer(page, Question.SOMEONE_SPOKE, "no")
    _answer(page, Question.SHOWED_WITHOUT_SPEECH, "yes")
    card = page.participation.code
    qtbot.mouseClick(card.change_button, LEFT)
    card.other.control.setFocus()
    qtbot.keyClick(card.other.control, Qt.Key.Key_Home)
    qtbot.keyClick(card.other.control, Qt.Key.Key_Down)
    type_text(qtbot, card.reason.control, "She uses a talking aid with a voice")
    page.flush()
    told = read().participation
    assert told is not None
    assert (told.suggested_code, told.chosen_code, told.code) == ("PN3", "PN1", "PN1")
    assert told.override_reason == "She uses a talking aid with a voice"


def test_pn7_asks_why_no_views_came(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = _page(open_review("A2"))
    _answer(page, Question.WAS_THERE, "no")
    _answer(page, Question.SOMEONE_SPOKE_WHO_CHILD_ASKED, "no")
    _answer(page, Question.OWN_WORDS_REACHED, "no")
    reasons = page.participation.pn7_reason
    assert reasons.isVisible()
    reasons.control.setFocus()
    qtbot.keyClick(reasons.control, Qt.Key.Key_Down)
    told = read().participation
    assert told is not None
    assert told.pn7_reason


def test_what_else_the_child_did_and_being_seen_alone_are_kept(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    part = page.participation
    qtbot.mouseClick(part.also["chose_guests"], LEFT)
    part.alone.answer.answers["no"].click()
    type_text(qtbot, part.alone.why.control, "She was at school")
    page.flush()
    told = read().participation
    assert told is not None
    assert told.also == ("chose_guests",)
    assert (told.seen_alone, told.seen_alone_why) == ("no", "She was at school")


def test_every_code_and_way_of_being_there_has_its_sentence() -> None:
    from itertools import product

    from models.rules.participation_questions import Answers, Presence, work_out
    from ui.meeting.participation_words import because

    for presence, counts, *answers in product(Presence, (True, False), *[(True, False)] * 5):
        given = Answers(presence, *answers)
        result = work_out(date(2016, 5, 9), date(2026, 8, 12), given, counts)
        assert "Sam" in because(result, "Sam")


def _baby(database: Database, sam: Sample, born_on: date = date(2024, 5, 9)) -> None:
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).child.born_on = born_on


def test_when_every_word_is_private_the_letter_still_asks_how_it_was_tried(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A2"))
    type_text(qtbot, page.capture.field.control, "I am scared of the dark")
    page.restrict()
    qtbot.mouseClick(page.capture.add_button, LEFT)
    assert page.no_words_why.isVisible()
    assert page.no_words_why.label.said.startswith("For the letter, without the private words")
    type_text(qtbot, page.no_words_why.control, "We talked twice.")
    page.flush()
    assert read().no_words_why == "We talked twice."
    page.words.slots[read().wishes[0].id].restrict()
    assert page.no_words_why.isHidden()


def test_under_four_one_text_says_how_the_child_feels_and_presence_is_asked(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    _baby(database, sam)
    review = open_review("A2")
    page = _page(review)
    assert _asked(page) == [Question.WAS_THERE]
    assert page.no_words_why.isHidden()
    assert page.go_to(("review", sam.review_id, "no_words_why"))
    assert QApplication.focusWidget() is page.participation.how_known.control
    type_text(qtbot, page.participation.how_known.control, "Watched at play.")
    page.flush()
    told = read().participation
    assert told is not None
    assert (told.how_known, read().no_words_why) == ("Watched at play.", "Watched at play.")
    assert page.no_words_why.isHidden()
    _answer(page, Question.WAS_THERE, "in_room")
    assert (read().participation.was_there, read().participation.code) == ("in_room", "PN0")
    assert page.go_to(("participation", told.id, "was_there"))


def test_a_chosen_code_that_no_longer_fits_the_age_goes_and_its_reason_stays_in_sight(
    open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.answer_participation("chosen_code", "PN6")
        review.answer_participation("override_reason", "A picture came.")
    _baby(database, sam)
    page = _page(open_review("A2"))
    told = read().participation
    assert told is not None
    assert (told.code, told.override_reason) == ("PN0", "A picture came.")
    assert page.participation.code_gone.isVisible()
    assert "A picture came." in page.participation.code_gone.said


def test_being_seen_alone_cannot_be_still_to_come(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = _page(open_review("A2")).participation
    part.alone.answer.answers["yes"].click()
    type_text(qtbot, part.alone.on.control, "13/08/2026\t")
    assert part.alone.on.has_error
    told = read().participation
    assert told is not None
    assert told.seen_alone_on is None
    part.alone.on.control.selectAll()
    type_text(qtbot, part.alone.on.control, "11/08/2026\t")
    assert not part.alone.on.has_error
    assert read().participation.seen_alone_on == date(2026, 8, 11)
