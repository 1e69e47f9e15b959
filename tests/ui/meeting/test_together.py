"""Brothers and sisters in one sitting, by keys and clicks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.siblings import add_brothers
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock, Open
from ui.meeting.choices import CHILD
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.note_editor import NoteEditor
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage
from ui.meeting.welcome_page import WelcomePage
from ui.parts.words import Words

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def brothers(database: Database, sam: Sample) -> dict[str, str]:
    return add_brothers(database, sam)


@pytest.fixture
def sheet_of(database: Database) -> Callable[[str], ReviewSheet]:
    def read(review_id: str) -> ReviewSheet:
        with database.reading() as connection:
            return read_review(connection, review_id)

    return read


def _welcome(review: ReviewPage) -> WelcomePage:
    page = review.page()
    assert isinstance(page, WelcomePage)
    return page


def _hold_together(qtbot: QtBot, review: ReviewPage) -> WelcomePage:
    page = _welcome(review)
    together = page.sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    qtbot.waitUntil(lambda: together.finder.list.is_open)
    for _each in ("Max", "Theo"):
        qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    return page


def _shown(review: ReviewPage) -> list[str]:
    names = _welcome(review).sitting.together.finder.list
    if not names.is_open:
        return []
    return [names.item(number).text() for number in range(names.count())]


def test_no_other_name_is_shown_until_it_is_asked_for(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    together = _welcome(review).sitting.together
    assert together.ticks == {}
    assert review.sitting_bar.isHidden()
    assert _shown(review) == []
    qtbot.keyClick(together.open_button, Qt.Key.Key_Space)
    assert together.ticks == {}
    qtbot.waitUntil(lambda: together.finder.list.is_open)
    assert _shown(review) == ["Max Tillbrook", "Theo Tillbrook"]
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Down)
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    assert {tick.text(): tick.isChecked() for tick in together.ticks.values()} == {
        "Theo Tillbrook": True
    }
    assert _shown(review) == ["Max Tillbrook"], "who is chosen is not offered again"
    (tick,) = together.ticks.values()
    qtbot.mouseClick(tick, LEFT, pos=QPoint(10, tick.height() // 2))
    assert review.meeting.sitting.others == ()


def test_a_half_brother_is_found_by_typing_his_name(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str], database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        for review_id in brothers.values():
            child = OpenReview(session, review_id).child
            put(session, "child", child.id, "family_name", "Oakley")
    review = open_review("A1")
    together = _welcome(review).sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    qtbot.wait(0)
    assert _shown(review) == [], "nobody has the same family name"
    type_text(qtbot, together.finder.control, "m")
    assert _shown(review) == [], "one letter shows nobody"
    type_text(qtbot, together.finder.control, "a")
    assert _shown(review) == ["Max Oakley"]
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Escape)
    assert _shown(review) == []
    type_text(qtbot, together.finder.control, "x")
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    assert [each.called for each in review.meeting.sitting.others] == ["Max"]
    type_text(qtbot, together.finder.control, "ma")
    assert _shown(review) == []
    said = {each.said for each in together.finder.findChildren(Words)}
    assert "No other child of yours has a name like that." in said


def test_all_reviews_start_at_once_and_say_who_came_once(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
    sam: Sample,
) -> None:
    review = open_review("A1")
    page = _hold_together(qtbot, review)
    assert "Max and Theo" in page.sitting.together.told.said
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    qtbot.mouseClick(page.people.slots[sam.people["carer"]].attended.chip("in_room"), LEFT)
    qtbot.mouseClick(page.sitting.together.same_button, LEFT)
    for review_id in brothers.values():
        sheet = sheet_of(review_id)
        assert sheet.state == "open"
        assert [person.short for person in sheet.who_came] == ["Alma"]


def test_the_bar_goes_to_the_other_childs_record(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    with qtbot.waitSignal(review.review_asked) as asked:
        qtbot.mouseClick(review.sitting_bar.chips.chip(brothers["Theo"]), LEFT)
    assert asked.args == [brothers["Theo"]]


def _at(review: ReviewPage, step: str) -> NotesPage:
    review.go(step)
    page = review.page()
    assert isinstance(page, NotesPage)
    return page


def test_a_note_is_sent_to_the_brother_chosen_as_it_is_added(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    assert _at(review, "A5").capture.also_for.isHidden(), "a child alone has no such choice"
    review.go("A1")
    _hold_together(qtbot, review)
    page = _at(review, "A5")
    type_text(qtbot, page.capture.field.control, "You all see Nana Bea each week.")
    qtbot.mouseClick(page.capture.also_for.chip(brothers["Max"]), LEFT)
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    assert [note.words for note in sheet_of(brothers["Max"]).notes] == [
        "You all see Nana Bea each week."
    ]
    assert sheet_of(brothers["Theo"]).notes == ()
    assert page.capture.also_for.all_chosen() == (), "each note asks afresh"
    (slot,) = page.notes.lists["going_well"].slots.slots.values()
    assert "Also in Max’s record" in {each.said for each in slot.card().findChildren(Words)}


def test_the_childs_words_and_what_is_restricted_are_never_sent(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    capture = _at(review, "A5").capture
    qtbot.mouseClick(capture.also_for.chip(brothers["Max"]), LEFT)
    for hers in (capture.said_by.chip(CHILD), capture.restricted):
        qtbot.mouseClick(hers, LEFT, pos=QPoint(12, hers.height() // 2))
        assert capture.also_for.isHidden()
        type_text(qtbot, capture.field.control, "I do not want them to know.")
        qtbot.keyClick(capture.field.control, Qt.Key.Key_Return, CTRL)
        assert not capture.also_for.isHidden()
        qtbot.mouseClick(capture.also_for.chip(brothers["Max"]), LEFT)
    own = sheet_of(review.meeting.review_id)
    assert (len(own.wishes), [note.restricted for note in own.notes]) == (1, [True])
    assert sheet_of(brothers["Max"]).notes == ()


def test_a_note_is_sent_later_unless_it_is_restricted(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    page = _at(review, "A5")
    type_text(qtbot, page.capture.field.control, "Samir is leaving.")
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    (slot,) = page.notes.lists["going_well"].slots.slots.values()
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    assert editor.also.send_button.isHidden()
    qtbot.mouseClick(editor.also.also_for.chip(brothers["Theo"]), LEFT)
    qtbot.mouseClick(editor.also.send_button, LEFT)
    assert [note.words for note in sheet_of(brothers["Theo"]).notes] == ["Samir is leaving."]
    assert editor.also.told.said == "Also in Theo’s record"
    assert list(dict(editor.also.also_for._choices)) == [brothers["Max"]]
    review.meeting.put("note", slot.row().id, "restricted", True)
    assert editor.also.also_for.isHidden(), "what is restricted is not sent"
    assert not editor.also.told.isHidden(), "where it also stands is still said"


def test_a_decision_is_sent_as_it_is_added_and_says_where_it_stands(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    review.go("A11")
    page = review.page()
    assert isinstance(page, DecisionsPage)
    type_text(qtbot, page.capture.what.control, "Book one visit for all of you")
    for review_id in brothers.values():
        qtbot.mouseClick(page.capture.also_for.chip(review_id), LEFT)
    qtbot.mouseClick(page.capture.add_button, LEFT)
    for review_id in brothers.values():
        (decision,) = sheet_of(review_id).decisions
        assert decision.what == "Book one visit for all of you"
    (slot,) = page.decisions.slots.values()
    assert "Also in the records of Max and Theo" in {
        each.said for each in slot.findChildren(Words)
    }


def _send_from_a5(qtbot: QtBot, review: ReviewPage, words: str, review_id: str) -> None:
    capture = _at(review, "A5").capture
    qtbot.mouseClick(capture.also_for.chip(review_id), LEFT)
    type_text(qtbot, capture.field.control, words)
    qtbot.keyClick(capture.field.control, Qt.Key.Key_Return, CTRL)


def test_words_that_name_a_child_are_told_before_they_are_sent(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    capture = _at(review, "A5").capture
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
    (slot,) = _at(review, "A5").notes.lists["going_well"].slots.slots.values()
    slot.open_editor()
    assert slot.editor().also.whom.isHidden()


def test_a_decision_that_names_a_child_is_told_before_it_is_sent(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
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
    _hold_together(qtbot, review)
    _send_from_a5(qtbot, review, "Sam hit Theo", brothers["Max"])
    his = ReviewPage(review.meeting.desk, brothers["Max"])
    qtbot.addWidget(his)
    his.show()
    page = _at(his, "A5")
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
    _hold_together(qtbot, review)
    _send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
    page, left = _at(review, "A5"), review.sitting_bar.left
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
    _hold_together(qtbot, review)
    _send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
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
    _hold_together(qtbot, review)
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
    _hold_together(qtbot, review)
    _send_from_a5(qtbot, review, "Dad shouts", brothers["Max"])
    (slot,) = _at(review, "A5").notes.lists["going_well"].slots.slots.values()
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
    page = _hold_together(qtbot, review)
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
    page = _hold_together(qtbot, review)
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
    page = _welcome(open_review("A1"))
    qtbot.mouseClick(page.sitting.begin_button, LEFT)
    qtbot.mouseClick(page.sitting.part_button, LEFT)
    assert page.sitting.adjourning.too.isHidden()


def test_a_quick_line_goes_into_a_brothers_record_by_a_mark(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    assert "&" not in review.line.field.control.placeholderText()
    _hold_together(qtbot, review)
    review.go("A5")
    review.line.open()
    line = review.line.field.control
    assert "& whose record it goes into too" in line.placeholderText()
    type_text(qtbot, line, "Sam sees Nana &ma")
    assert review.line.names.list.is_open
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "Sam sees Nana &Max "
    said = review.line.understood.said
    assert "Also for Max" in said
    assert said.startswith("These words name Sam. Send only what Max may read.")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (copy,) = sheet_of(brothers["Max"]).notes
    assert (copy.words, copy.in_letter) == ("Sam sees Nana", False)
    assert sheet_of(brothers["Theo"]).notes == ()
    type_text(qtbot, line, "! Book one visit &all ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    for review_id in brothers.values():
        assert [each.what for each in sheet_of(review_id).decisions] == ["Book one visit"]


@pytest.mark.parametrize("words", ['"I miss him" &max ', "@sam I miss him &max "])
def test_a_quick_line_never_sends_the_childs_own_words(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
    words: str,
) -> None:
    review = open_review("A1")
    _hold_together(qtbot, review)
    review.go("A5")
    review.line.open()
    type_text(qtbot, review.line.field.control, words)
    assert "Also for" not in review.line.understood.said
    qtbot.keyClick(review.line.field.control, Qt.Key.Key_Return)
    assert len(review.meeting.sheet.wishes) == 1
    his = sheet_of(brothers["Max"])
    assert (his.notes, his.wishes, his.decisions) == ((), (), ())
