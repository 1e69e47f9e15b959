"""What goes from one record of a sitting to the others, and what is left there."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock, Open
from tests.ui.meeting.sitting_on_screen import (
    CTRL,
    LEFT,
    hold_together,
    notes_at,
    send_from_a5,
    welcome,
)
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.note_editor import NoteEditor
from ui.meeting.review_page import ReviewPage
from ui.parts.words import Words


def test_words_that_name_a_child_are_told_before_they_are_sent(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    capture = notes_at(review, "A5").capture
    type_text(qtbot, capture.field.control, "sam hit Theo")
    assert capture.whom.isHidden(), "nothing is to be sent yet"
    qtbot.mouseClick(capture.also_for.chip(brothers["Max"]), LEFT)
    said = "These words name Sam and Theo. Send only what Max may read."
    assert (capture.whom.said, capture.whom.isHidden()) == (said, False)
    capture.field.control.selectAll()
    type_text(qtbot, capture.field.control, "Samir is leaving, Max")
    assert capture.whom.isHidden()
    qtbot.mouseClick(capture.also_for.chip(brothers["Theo"]), LEFT)
    said = "These words name Max. Send only what Max and Theo may read."
    assert capture.whom.said == said
    qtbot.keyClick(capture.field.control, Qt.Key.Key_Return, CTRL)
    assert capture.whom.isHidden()
    (slot,) = notes_at(review, "A5").notes.lists["going_well"].slots.slots.values()
    slot.open_editor()
    assert slot.editor().also.whom.isHidden()


def test_a_decision_that_names_a_child_is_told_before_it_is_sent(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    review.go("A11")
    page = review.page()
    assert isinstance(page, DecisionsPage)
    qtbot.mouseClick(page.capture.also_for.chip(brothers["Theo"]), LEFT)
    type_text(qtbot, page.capture.what.control, "Max sees a nurse")
    assert "name Max" in page.capture.whom.said
    qtbot.mouseClick(page.capture.add_button, LEFT)
    assert page.capture.whom.isHidden()


def test_a_copy_is_written_for_its_child_before_it_goes_into_the_letter(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    send_from_a5(qtbot, review, "Sam hit Theo", brothers["Max"])
    his = ReviewPage(review.meeting.desk, brothers["Max"])
    qtbot.addWidget(his)
    his.show()
    page = notes_at(his, "A5")
    (slot,) = page.notes.lists["going_well"].slots.slots.values()
    said = {each.said for each in slot.card().findChildren(Words)}
    assert "Not in the letter until you write it for Max" in said
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    assert not editor.in_letter.isEnabled()
    hint = "Write it for Max before it goes into the letter."
    assert hint in {each.said for each in editor.letter_words.findChildren(Words)}
    type_text(qtbot, editor.letter_words.control, "There was a fight.")
    editor.flush()
    assert editor.in_letter.isChecked()
    assert editor.in_letter.isEnabled()
    (copy,) = sheet_of(brothers["Max"]).notes
    assert (copy.in_letter, copy.letter_words) == (True, "There was a fight.")


def test_what_is_restricted_here_is_restricted_there_by_one_button(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
    page, left = notes_at(review, "A5"), review.sitting_bar.left
    assert left.isHidden()
    (slot,) = page.notes.lists["going_well"].slots.slots.values()
    slot.restrict()
    said = "Restricted here, but it can still be read in Max’s record."
    assert (left.left_open.said.said, left.left_open.isHidden()) == (said, False)
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    assert not editor.also.isHidden()
    assert editor.also.told.said == "Also in Max’s record"
    qtbot.mouseClick(editor.also.restrict_button, LEFT)
    (copy,) = sheet_of(brothers["Max"]).notes
    assert copy.restricted
    assert left.isHidden()
    assert editor.also.restrict_button.isHidden()


def test_what_is_taken_out_here_is_taken_out_there_by_one_button_and_that_is_taken_back(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
    review.meeting.remove("note", review.meeting.sheet.notes[0].id, "The note was removed.")
    offer = review.sitting_bar.left.left_behind
    assert offer.said.said == "Taken out here, but it is still in Max’s record."
    qtbot.keyClick(offer.button, Qt.Key.Key_Space)
    assert sheet_of(brothers["Max"]).notes == ()
    assert offer.isHidden()
    undo_buttons = review.notices.findChildren(QPushButton, "undo")
    qtbot.mouseClick(next(each for each in undo_buttons if each.isVisible()), LEFT)
    assert len(sheet_of(brothers["Max"]).notes) == 1
    qtbot.mouseClick(offer.leave_button, LEFT)
    assert offer.isHidden()
    assert len(sheet_of(brothers["Max"]).notes) == 1


def test_a_decision_taken_out_or_undone_here_is_offered_to_be_taken_out_there(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    review.go("A11")
    page = review.page()
    assert isinstance(page, DecisionsPage)
    for review_id in brothers.values():
        qtbot.mouseClick(page.capture.also_for.chip(review_id), LEFT)
    type_text(qtbot, page.capture.what.control, "Book one visit")
    qtbot.mouseClick(page.capture.add_button, LEFT)
    review.meeting.undo()
    offer = review.sitting_bar.left.left_behind
    said = "Taken out here, but it is still in the records of Max and Theo."
    assert (offer.said.said, offer.isHidden()) == (said, False)
    qtbot.mouseClick(offer.button, LEFT)
    assert [sheet_of(each).decisions for each in brothers.values()] == [(), ()]


def test_new_words_are_offered_to_the_copy(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    hold_together(qtbot, review)
    send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
    (slot,) = notes_at(review, "A5").notes.lists["going_well"].slots.slots.values()
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    assert editor.also.change_button.isHidden()
    editor.words.control.selectAll()
    type_text(qtbot, editor.words.control, "Visits are hard")
    editor.flush()
    assert editor.also.told.said == "Also in Max’s record, in other words"
    qtbot.mouseClick(editor.also.change_button, LEFT)
    assert [each.words for each in sheet_of(brothers["Max"]).notes] == ["Visits are hard"]
    assert editor.also.told.said == "Also in Max’s record"
    assert editor.also.change_button.isHidden()


def test_a_start_taken_back_on_the_page_takes_back_the_brothers_too(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
    database: Database,
    sam: Sample,
    clock: Clock,
) -> None:
    review = open_review("A1")
    page = hold_together(qtbot, review)
    clock.now += timedelta(minutes=1)
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    clock.now += timedelta(minutes=1)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, brothers["Theo"]).add_wish("I was first")
    undo_button = review.notices.findChild(QPushButton, "undo")
    assert isinstance(undo_button, QPushButton)
    qtbot.mouseClick(undo_button, LEFT)
    states = [sheet_of(each).state for each in (sam.review_id, *brothers.values())]
    assert states == ["planned", "planned", "open"]
    said = {each.said for each in review.notices.findChildren(Words)}
    assert any("stays started: more was written in it" in each for each in said)
    assert "Started already: Theo" in page.sitting.together.told.said


def test_adjourning_and_going_on_is_for_the_brothers_too_unless_it_is_unticked(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    page = hold_together(qtbot, review)
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    card = page.sitting
    qtbot.mouseClick(card.part_button, LEFT)
    assert card.adjourning.too.text() == "For Max and Theo too"
    qtbot.mouseClick(card.adjourning.now_button, LEFT)
    assert [sheet_of(each).state for each in brothers.values()] == ["adjourned", "adjourned"]
    assert not card.resume_too.isHidden()
    qtbot.mouseClick(card.resume_too, LEFT, pos=QPoint(10, card.resume_too.height() // 2))
    qtbot.mouseClick(card.resume_button, LEFT)
    assert review.meeting.sheet.state == "open"
    assert [sheet_of(each).state for each in brothers.values()] == ["adjourned", "adjourned"]
    qtbot.mouseClick(card.adjourn_button, LEFT)
    assert card.adjourning.too.isHidden(), "they no longer stand equal"


def test_one_child_alone_has_no_such_choice(qtbot: QtBot, open_review: Open) -> None:
    page = welcome(open_review("A1"))
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    qtbot.mouseClick(page.sitting.part_button, LEFT)
    assert page.sitting.adjourning.too.isHidden()
