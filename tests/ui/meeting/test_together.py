"""Brothers and sisters in one sitting, by keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Open
from tests.ui.meeting.sitting_on_screen import (
    CTRL,
    LEFT,
    hold_together,
    names_shown,
    notes_at,
    welcome,
)
from ui.meeting.choices import CHILD
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.note_editor import NoteEditor
from ui.parts.words import Words


def test_no_other_name_is_shown_until_it_is_asked_for(
    qtbot: QtBot, open_review: Open, brothers: dict[str, str]
) -> None:
    review = open_review("A1")
    together = welcome(review).sitting.together
    assert together.ticks == {}
    assert review.sitting_bar.isHidden()
    assert names_shown(review) == []
    qtbot.keyClick(together.open_button, Qt.Key.Key_Space)
    assert together.ticks == {}
    qtbot.waitUntil(lambda: together.finder.list.is_open)
    assert names_shown(review) == ["Max Tillbrook", "Theo Tillbrook"]
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Down)
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    assert {tick.text(): tick.isChecked() for tick in together.ticks.values()} == {
        "Theo Tillbrook": True
    }
    assert names_shown(review) == ["Max Tillbrook"], "who is chosen is not offered again"
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
    together = welcome(review).sitting.together
    qtbot.mouseClick(together.open_button, LEFT)
    qtbot.wait(0)
    assert names_shown(review) == [], "nobody has the same family name"
    type_text(qtbot, together.finder.control, "m")
    assert names_shown(review) == [], "one letter shows nobody"
    type_text(qtbot, together.finder.control, "a")
    assert names_shown(review) == ["Max Oakley"]
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Escape)
    assert names_shown(review) == []
    type_text(qtbot, together.finder.control, "x")
    qtbot.keyClick(together.finder.control, Qt.Key.Key_Return)
    assert [each.called for each in review.meeting.sitting.others] == ["Max"]
    type_text(qtbot, together.finder.control, "ma")
    assert names_shown(review) == []
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
    page = hold_together(qtbot, review)
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
    hold_together(qtbot, review)
    with qtbot.waitSignal(review.review_asked) as asked:
        qtbot.mouseClick(review.sitting_bar.chips.chip(brothers["Theo"]), LEFT)
    assert asked.args == [brothers["Theo"]]


def test_a_note_is_sent_to_the_brother_chosen_as_it_is_added(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    assert notes_at(review, "A5").capture.also_for.isHidden(), "a child alone has no such choice"
    review.go("A1")
    hold_together(qtbot, review)
    page = notes_at(review, "A5")
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
    hold_together(qtbot, review)
    capture = notes_at(review, "A5").capture
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
    hold_together(qtbot, review)
    page = notes_at(review, "A5")
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
    hold_together(qtbot, review)
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


def test_a_quick_line_goes_into_a_brothers_record_by_a_mark(
    qtbot: QtBot,
    open_review: Open,
    brothers: dict[str, str],
    sheet_of: Callable[[str], ReviewSheet],
) -> None:
    review = open_review("A1")
    assert "&" not in review.line.field.control.placeholderText()
    hold_together(qtbot, review)
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
    hold_together(qtbot, review)
    review.go("A5")
    review.line.open()
    type_text(qtbot, review.line.field.control, words)
    assert "Also for" not in review.line.understood.said
    qtbot.keyClick(review.line.field.control, Qt.Key.Key_Return)
    assert len(review.meeting.sheet.wishes) == 1
    his = sheet_of(brothers["Max"])
    assert (his.notes, his.wishes, his.decisions) == ((), (), ())
