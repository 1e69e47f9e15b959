"""Worries stand with their goals and scales: written in one act, paired, parted, carried on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.mapping import make_pair
from models.numbers_given import Given, give
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.worry_pairs import WorryPair, worry_pairs
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.note_editor import NoteEditor
from ui.meeting.numbers_page import NumbersPage
from ui.meeting.pair_slot import PairSlot
from ui.meeting.review_page import ReviewPage
from ui.meeting.staying_safe_page import StayingSafePage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")
WORRY, GOAL = "Mum’s calls stop", "Mum rings each Sunday"


def safe(review: ReviewPage) -> StayingSafePage:
    page = review.page()
    assert isinstance(page, StayingSafePage)
    return page


def pairs(read: Read) -> tuple[WorryPair, ...]:
    return worry_pairs(read())


def only(page: StayingSafePage) -> PairSlot:
    (slot,) = page.pairs.pairs.slots.values()
    return slot


def write(database: Database, sam: Sample, *, earlier: bool = False, goal: str = GOAL) -> str:
    with database.saving(sam.iro_id) as session:
        review_id = sam.earlier_review_id if earlier else sam.review_id
        return make_pair(OpenReview(session, review_id), WORRY, goal)


def test_a_worry_and_its_goal_are_written_in_one_act_by_keyboard(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = safe(open_review("A8"))
    page.pairs.write_button.setFocus()
    qtbot.keyClick(page.pairs.write_button, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.pairs.new.worry.control
    type_text(qtbot, page.pairs.new.worry.control, WORRY + "\t" + GOAL)
    qtbot.keyClick(page.pairs.new.goal.control, Qt.Key.Key_Return, CTRL)
    written = pairs(read)
    assert [(each.worry.words, each.goal and each.goal.words) for each in written] == [
        (WORRY, GOAL)
    ]
    slot = only(page)
    assert slot.worry.words.said == WORRY
    assert slot.goal.half.words.said == GOAL
    assert page.pairs.new.isHidden()
    assert page.notes.isHidden() or all(part.isHidden() for part in page.notes.lists.values())


def test_a_half_typed_pair_is_there_again(qtbot: QtBot, open_review: Open, read: Read) -> None:
    review = open_review("A8")
    page = safe(review)
    page.pairs.write()
    type_text(qtbot, page.pairs.new.worry.control, "Half a wor")
    type_text(qtbot, page.pairs.new.goal.control, "and a goal")
    assert review.flush()
    review.hide()
    again = open_review()
    assert again.step == "A8"
    new = safe(again).pairs.new
    assert not new.isHidden()
    assert (new.worry.text(), new.goal.text()) == ("Half a wor", "and a goal")
    qtbot.mouseClick(new.add_button, LEFT)
    assert pairs(read)[0].worry.words == "Half a wor"


def test_a_worry_without_a_goal_gets_one_written_or_one_that_is_there(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    write(database, sam, goal="")
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).add_note("next", "A free one", step="A8", sort="goal")
    page = safe(open_review("A8"))
    goal = only(page).goal
    assert not goal.there.isHidden()
    type_text(qtbot, goal.words.control, GOAL)
    qtbot.keyClick(goal.words.control, Qt.Key.Key_Return, CTRL)
    assert goal.half.words.said == GOAL
    assert goal.writing.isHidden()
    qtbot.mouseClick(only(page).goal.part_button, LEFT)
    assert pairs(read)[0].goal is None
    box = only(page).goal.there.control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    paired = pairs(read)[0].goal
    assert paired is not None
    assert paired.words in {"A free one", GOAL}
    assert only(page).goal.half.words.said == paired.words


def test_removing_a_goal_says_what_becomes_of_its_worry_and_is_taken_back(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    write(database, sam)
    review = open_review("A8")
    slot = only(safe(review))
    qtbot.mouseClick(slot.goal.half.edit_button, LEFT)
    editor = slot.editor()
    with qtbot.waitSignal(review.meeting.undo_offered) as told:
        qtbot.mouseClick(editor.remove_button, LEFT)
    assert "Its worry statement stays" in told.args[0]
    assert pairs(read)[0].goal is None
    told.args[1]()
    assert pairs(read)[0].goal is not None


def test_the_numbers_of_a_worry_stand_under_it_and_a_button_leads_to_its_scale(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    worry = write(database, sam)
    with database.saving(sam.iro_id) as session:
        give(OpenReview(session, sam.review_id), Given(f"w:{worry}", number=3))
    review = open_review("A8")
    scale = only(safe(review)).scale
    assert scale.line.accessibleName().endswith("Sam: 3")
    qtbot.mouseClick(scale.give_button, LEFT)
    page = review.page()
    assert isinstance(page, NumbersPage)
    assert page.scales.key == f"w:{worry}"
    assert page.scales.worry.said == WORRY


def test_a_worry_of_last_time_is_carried_on_by_a_button(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    first = write(database, sam, earlier=True)
    page = safe(open_review("A8"))
    (offered,) = page.pairs.last_time.slots.values()
    assert offered.words.said == f"Last time: {WORRY}"
    qtbot.mouseClick(offered.carry_button, LEFT)
    assert [each.scale for each in pairs(read)] == [f"w:{first}"]
    assert not page.pairs.last_time.slots


def test_more_than_three_worries_are_hinted_at_and_never_refused(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    for _ in range(3):
        write(database, sam)
    page = safe(open_review("A8"))
    assert page.pairs.many.isHidden()
    page.pairs.write()
    assert not page.pairs.many.isHidden()
    type_text(qtbot, page.pairs.new.worry.control, "A fourth")
    qtbot.mouseClick(page.pairs.new.add_button, LEFT)
    assert len(pairs(read)) == 4
    assert not page.pairs.many.isHidden()


def test_notes_stand_under_their_kind_and_a_worry_becomes_a_statement(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.add_note("worry", "She moves in March", step="A8", sort="complicating")
        plain = review.add_note("worry", WORRY, step="A8")
    page = safe(open_review("A8"))
    assert page.notes.lists["complicating"].heading.said == "What makes it harder: 1 note"
    slot = page.notes.slot(plain)
    assert slot is not None
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    qtbot.mouseClick(editor.sorts.chip("worry_statement"), LEFT)
    assert [each.worry.id for each in pairs(read)] == [plain]
    assert only(page).worry.words.said == WORRY


def test_a_restricted_worry_is_folded_again_on_leaving(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    worry = write(database, sam)
    with database.saving(sam.iro_id) as session:
        from models.editing import put

        put(session, "note", worry, "restricted", True)
    review = open_review("A8")
    words = only(safe(review)).worry.words
    assert words.said == "A restricted worry"
    qtbot.mouseClick(words.show_button, LEFT)
    assert words.said == WORRY
    review.go("A4")
    assert words.said == "A restricted worry"


def test_a_half_is_changed_in_its_place_restricted_by_key_and_found_by_a_link(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    worry = write(database, sam)
    review = open_review("A8")
    slot = only(safe(review))
    safe(review).go_to(("note", worry, "words"))
    type_text(qtbot, QApplication.focusWidget(), "Now: ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is slot.worry.edit_button
    assert "Now: " in pairs(read)[0].worry.words
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, CTRL | SHIFT)
    assert pairs(read)[0].worry.restricted
    assert slot.worry.words.said == "A restricted worry"
