"""Everything about taking part is kept beside the code: ways, who, when, by whom and why."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import ParticipationOnSheet, ReviewSheet
from models.rules.participation_questions import Question
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from ui.appearance import appearance
from ui.meeting.own_words_page import OwnWordsPage
from ui.meeting.participation_part import ParticipationPart
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton
pytestmark = [
    pytest.mark.usefixtures("begun"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def part(open_review: Open) -> ParticipationPart:
    page = open_review("A2").page()
    assert isinstance(page, OwnWordsPage)
    return page.participation


def _answer(part: ParticipationPart, **answers: str) -> None:
    for question, key in answers.items():
        part.cards[Question(question)].choices.answers[key].click()


def _told(read: Read) -> ParticipationOnSheet:
    told = read().participation
    assert told is not None
    return told


def _tick(qtbot: QtBot, part: ParticipationPart, way: str) -> None:
    tick = part.ways.ticks[way]
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)


def test_several_ways_are_kept_and_named_beside_the_code(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    _answer(part, was_there="in_room", spoke="yes")
    assert part.ways.ticks["spoke"].isChecked()
    assert part.code.other_ways.isHidden()
    _tick(qtbot, part, "form")
    _tick(qtbot, part, "drawing")
    assert _told(read).ways == ("spoke", "drawing", "form")
    assert part.code.code.said == "PN1"
    assert "A form or booklet" in part.code.other_ways.said
    assert "A drawing" in part.code.other_ways.said


def test_a_tick_answers_the_question_that_waits(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    _answer(part, was_there="no", someone_spoke_who_child_asked="no")
    assert not part.cards[Question.OWN_WORDS_REACHED].isHidden()
    _tick(qtbot, part, "app")
    assert part.code.code.said == "PN6"
    _tick(qtbot, part, "app")
    assert part.code.isHidden()
    assert _told(read).ways == ()


def test_a_talking_aid_offers_pn1_and_the_code_worked_out_stays_beside_it(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    _answer(part, was_there="in_room", spoke="no", someone_spoke="no")
    _tick(qtbot, part, "talking_aid")
    code = part.code
    assert code.code.said == "PN3"
    assert "talking aid" in code.offered.said
    qtbot.mouseClick(code.offer_button, LEFT)
    told = _told(read)
    assert (told.suggested_code, told.chosen_code) == ("PN3", "PN1")
    assert code.code.said == "PN1"
    assert code.beside.said.startswith("Worked out from the answers: PN3")
    assert code.reason.text() == "Sam spoke with a talking aid that has a voice."
    assert not code.reason.isHidden()
    assert code.offer_button.isHidden()


def test_a_child_who_chaired_part_is_offered_pn1(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    assert part.ways.chaired.isHidden()
    _answer(part, was_there="in_room", spoke="no", someone_spoke="yes")
    assert part.code.offer_button.isHidden()
    qtbot.mouseClick(part.ways.chaired.answers["part"], LEFT)
    assert _told(read).chaired == "part"
    assert "chaired some of the review" in part.code.offered.said
    part.code.offer_button.setFocus()
    qtbot.keyClick(part.code.offer_button, Qt.Key.Key_Return)
    assert _told(read).chosen_code == "PN1"


def test_the_worked_out_code_is_said_again_only_where_another_stands(
    qtbot: QtBot, part: ParticipationPart
) -> None:
    _answer(part, was_there="in_room", spoke="yes")
    assert part.code.beside.isHidden()


def test_who_spoke_is_chosen_from_the_people_or_typed(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    _answer(part, was_there="in_room", spoke="no", someone_spoke="yes")
    field = part.who_spoke
    names = [person.name for person in read().people]
    field.control.setFocus()
    qtbot.keyClick(field.control, Qt.Key.Key_Down)
    shown = QApplication.activePopupWidget()
    assert shown is not None
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    part.cards[Question.SPOKE].choices.answers["no"].setFocus()
    assert _told(read).who_spoke in names
    field.control.selectAll()
    type_text(qtbot, field.control, "Her big cousin\t")
    assert _told(read).who_spoke == "Her big cousin"


def test_an_interpreter_or_aid_is_kept_in_words(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    type_text(qtbot, part.ways.aid.control, "A Polish interpreter by phone\t")
    assert _told(read).aid == "A Polish interpreter by phone"


def test_seen_alone_says_when_and_by_whom_and_otherwise_why_not(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    alone = part.alone
    assert alone.by.isHidden()
    alone.answer.answers["yes"].click()
    assert not alone.by.isHidden()
    assert alone.why.isHidden()
    type_text(qtbot, alone.on.control, "11/08/2026\t")
    type_text(qtbot, alone.by.control, "Ms Fennimore\t")
    told = _told(read)
    assert (told.seen_alone, told.seen_alone_on) == ("yes", date(2026, 8, 11))
    assert told.seen_alone_by == "Ms Fennimore"
    for key in ("declined", "not_right", "no"):
        alone.answer.answers[key].click()
        assert _told(read).seen_alone == key
        assert not alone.why.isHidden()
        assert alone.by.isHidden() is (key != "declined")  # an offer has its day and its person
    assert "before the review or as part of it" in alone.answer.accessibleName()


def test_a_code_without_views_beside_the_childs_words_says_so_and_takes_the_reason(
    qtbot: QtBot, open_review: Open, read: Read, part: ParticipationPart
) -> None:
    part.code._meeting.act(lambda review: review.add_wish("I want a dog"))
    _answer(part, was_there="no", someone_spoke_who_child_asked="no", own_words_reached="no")
    assert part.code.code.said == "PN7"
    assert not part.code.against.isHidden()
    type_text(qtbot, part.code.reason.control, "Told weeks before\t")
    assert _told(read).override_reason == "Told weeks before"
    assert part.code_gone.isHidden()
    part.pn7_reason.set_value("other")
    part.pn7_reason.chosen.emit("other")
    assert not part.pn7_why.isHidden()
    type_text(qtbot, part.pn7_why.control, "Snowed in\t")
    assert _told(read).pn7_why == "Snowed in"


def test_each_way_of_asking_before_is_kept_with_its_day_and_by_whom(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    card = part.consultations
    qtbot.mouseClick(card.add_button, LEFT)
    assert card.way.has_error
    card.way.control.setFocus()
    qtbot.keyClick(card.way.control, Qt.Key.Key_Down)
    type_text(qtbot, card.on.control, "11/08/2026\t")
    type_text(qtbot, card.by.control, "Nadia")
    qtbot.keyClick(card.add_button, Qt.Key.Key_Return)
    (kept,) = read().consultations
    assert (kept.way, kept.on, kept.by) == ("met_iro", date(2026, 8, 11), "Nadia")
    assert card.way.value() == ""
    slot = card.rows.slots[kept.id]
    slot.by.control.selectAll()
    type_text(qtbot, slot.by.control, "Rosa\t")
    slot.way.control.setFocus()
    qtbot.keyClick(slot.way.control, Qt.Key.Key_Down)
    (kept,) = read().consultations
    assert (kept.way, kept.by) == ("declined", "Rosa")
    qtbot.mouseClick(slot.remove_button, LEFT)
    assert read().consultations == ()


def test_a_day_to_come_is_no_day_of_asking(
    qtbot: QtBot, part: ParticipationPart, read: Read
) -> None:
    card = part.consultations
    card.way.control.setFocus()
    qtbot.keyClick(card.way.control, Qt.Key.Key_Down)
    type_text(qtbot, card.on.control, "13/08/2027\t")
    qtbot.mouseClick(card.add_button, LEFT)
    assert card.on.has_error
    assert read().consultations == ()


def test_under_four_the_voice_is_asked_about_all_the_same(
    qtbot: QtBot, part: ParticipationPart, open_review: Open, database: object, sam: object
) -> None:
    meeting = part._meeting
    meeting.put("child", meeting.sheet.child.id, "born_on", date(2024, 1, 1))
    part.show_sheet()
    assert part.code.code.said == "PN0"
    shown = (part.ways, part.alone, part.consultations, part.how_known)
    assert not any(each.isHidden() for each in shown)
    assert not part.cards[Question.WAS_THERE].isHidden()
    _tick(qtbot, part, "drawing")
    assert part.code.code.said == "PN0"
    assert part.code.offer_button.isHidden()


def test_every_control_has_a_name_and_fits(qtbot: QtBot, part: ParticipationPart) -> None:
    _answer(part, was_there="in_room", spoke="no", someone_spoke="no")
    _tick(qtbot, part, "talking_aid")
    assert unnamed(part) == []
    appearance().apply("light", 200)
    settle()
    assert cut_off(part.window()) == []
