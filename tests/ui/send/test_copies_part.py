"""The copies of a review: who gets what, each copy looked at, what is found answered, released."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from letters.pdf import LetterHasGaps
from letters.releasing import CheckedCopy
from models.people import Person
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.recipients import Share
from tests import sample
from tests.pseudo import TwiceAsLong
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.send.copies_on_screen import (
    SENTENCE,
    FakeMaker,
    at_rest,
    desk_of,
    show,
)
from ui import language
from ui.appearance import appearance
from ui.desk import Desk
from ui.meeting.tab_order import stops
from ui.parts.buttons import SmallButton
from ui.send.copies_hits import HitRow
from ui.send.copies_making import Order
from ui.send.copies_part import CopiesPart

Made = tuple[Desk, sample.Sample, str]


@pytest.fixture
def made(tmp_path: Path, qapp: object) -> Iterator[Made]:
    with desk_of(tmp_path) as opened:
        yield opened


@pytest.fixture
def long_words() -> Iterator[None]:
    language.use_catalogue(TwiceAsLong())
    yield
    language.set_language(language.SOURCE_LANGUAGE)


def _part(qtbot: QtBot, made: Made, finds_for: str = "") -> CopiesPart:
    desk, sam, note_id = made
    key = sam.people.get(finds_for, finds_for)
    return show(qtbot, desk, sam, FakeMaker(note_id, key))


def _sheet(made: Made) -> ReviewSheet:
    with made[0].database.reading() as connection:
        return read_review(connection, made[1].review_id)


def _said(part: CopiesPart) -> dict[str, str]:
    return {key: row.accessibleName() for key, row in part.pane.people.rows.items()}


def _press(qtbot: QtBot, widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, key)


def _only(part: CopiesPart) -> HitRow:
    (row,) = part.side.preview.hits.rows.values()
    return row


def test_each_person_stands_with_what_they_get_and_how_much_is_left_out(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    people = made[1].people
    said = _said(part)
    round_sam = [people[key] for key in ("mum", "carer", "gran", "worker", "teacher")]
    assert list(said) == ["child", *round_sam, "file"]
    assert said["child"].startswith("Sam. Letter.")
    mum = said[people["mum"]]
    assert mum.startswith("Rosa Tillbrook, parent. Decisions and record, 1 part left out. Post")
    assert said[people["gran"]] == "Beatrice Tillbrook, family or friend. Gets nothing"
    assert "Decisions" in said[people["teacher"]]


def test_the_keyboard_goes_from_person_to_person_into_the_copy_and_back(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    rows, page, mum = part.pane.people.rows, part.side.preview.page, made[1].people["mum"]
    part.enter()
    qtbot.keyClick(rows["child"], Qt.Key.Key_Down)
    assert rows[mum].hasFocus()
    assert part.side.title.said == "Rosa Tillbrook, parent"
    at_rest(qtbot, part)
    qtbot.keyClick(rows[mum], Qt.Key.Key_Right)
    assert page.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert part.side.preview.frame.verticalScrollBar().value() > 0
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert part.side.preview.where.said == "Page 2 of 2"
    (box,) = page.boxes
    assert box.words.said == "Left out: about the carer’s home or family"
    qtbot.keyClick(page, Qt.Key.Key_Left)
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert rows[mum].hasFocus()
    qtbot.keyClick(rows[mum], Qt.Key.Key_1)
    assert rows["child"].hasFocus()
    assert part.side.title.said == "Sam"


def test_n_leads_to_the_next_place_that_is_left_out(qtbot: QtBot, made: Made) -> None:
    part = _part(qtbot, made)
    part.choose(made[1].people["mum"])
    at_rest(qtbot, part)
    page = part.side.preview.page
    assert (page.number, page.boxes) == (1, [])
    _press(qtbot, page, Qt.Key.Key_N)
    assert page.number == 2
    assert page.boxes[0].hasFocus()
    qtbot.keyClick(page.boxes[0], Qt.Key.Key_N)
    assert page.boxes[0].hasFocus()
    assert "N goes to the next box." in part.side.preview.note.said


def test_a_key_that_is_held_turns_one_page_and_looks_at_no_other(qtbot: QtBot, made: Made) -> None:
    part = _part(qtbot, made)
    part.look_at_all()
    at_rest(qtbot, part)
    preview, page = part.side.preview, part.side.preview.page
    title = part.side.title.said
    for again in (False, True, True, True):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", again
        )
        QApplication.sendEvent(page, held)
    assert page.number == 2
    assert part.side.title.said == title
    assert preview.walk.said.startswith("Copy 1 of")


def test_what_is_left_out_is_opened_and_stands_with_a_reason_until_it_is_taken_back(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    mum, preview = made[1].people["mum"], part.side.preview
    part.choose(mum)
    at_rest(qtbot, part)
    preview.page.go_to(2)
    _press(qtbot, preview.page.boxes[0])
    card = preview.cut_card
    assert card.words.said == SENTENCE
    _press(qtbot, card.keep_button)
    box = card.reason.line.control
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert card.reason.line.has_error
    assert not _sheet(made).copy_changes
    qtbot.keyClicks(box, "She knows it")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    (change,) = _sheet(made).copy_changes
    assert (change.reader, change.words, change.why) == (mum, SENTENCE, "She knows it")
    assert not change.leave_out
    at_rest(qtbot, part)
    assert not preview.page.boxes
    (button,) = preview.settled.buttons
    _press(qtbot, button)
    assert not _sheet(made).copy_changes


def test_what_the_check_finds_is_framed_and_left_out_with_its_whole_sentence(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made, "worker")
    worker = made[1].people["worker"]
    assert "1 thing to check" in _said(part)[worker]
    part.choose(worker)
    at_rest(qtbot, part)
    row = _only(part)
    _press(qtbot, row.look_button)
    assert part.side.preview.page.number == 2
    assert part.side.preview.page.frame_box("k" * 64) is not None
    _press(qtbot, row.out_button)
    (change,) = _sheet(made).copy_changes
    assert (change.reader, change.field) == (worker, "words")
    assert change.words == "She feeds the birds there."
    at_rest(qtbot, part)
    assert not part.side.preview.hits.rows
    assert "thing to check" not in _said(part)[worker]
    assert part.side.preview.page.hasFocus()


def test_a_find_may_stand_for_a_reason_and_is_asked_again_when_that_is_taken_back(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made, "worker")
    part.choose(made[1].people["worker"])
    row = _only(part)
    _press(qtbot, row.stand_button)
    qtbot.keyClicks(row.reason.line.control, "It is his own hen house")
    qtbot.keyClick(row.reason.line.control, Qt.Key.Key_Return)
    (answer,) = _sheet(made).disclosure_answers
    assert (answer.document, answer.why) == ("minutes", "It is his own hen house")
    at_rest(qtbot, part)
    assert not part.side.preview.hits.rows
    _press(qtbot, part.side.preview.settled.buttons[0])
    at_rest(qtbot, part)
    assert part.side.preview.hits.rows


def test_to_leave_it_out_is_the_main_answer_to_a_find_and_to_let_it_stand_the_last(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made, "worker")
    part.choose(made[1].people["worker"])
    row = _only(part)
    buttons = [each for each in stops(row) if isinstance(each, SmallButton)]
    assert [each.objectName() for each in buttons] == [
        "leave_out", "look", "restrict", "let_stand",
    ]  # fmt: skip
    assert [each.property("kind") for each in buttons] == [
        "primary", "secondary", "secondary", "quiet",
    ]  # fmt: skip


def test_a_find_is_restricted_for_everybody(qtbot: QtBot, made: Made) -> None:
    part = _part(qtbot, made, "worker")
    part.choose(made[1].people["worker"])
    _press(qtbot, _only(part).restrict_button)
    note = next(each for each in _sheet(made).notes if each.id == made[2])
    assert note.restricted


def test_more_than_the_rule_gives_asks_why_in_place_and_less_does_not(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    teacher = made[1].people["teacher"]
    part.choose(teacher)
    part.side.show_view("gets")
    gets = part.side.gets
    record = gets.shares["record"].control
    _press(qtbot, record, Qt.Key.Key_Home)
    assert gets.reason.isVisible()
    assert not _sheet(made).recipients
    assert gets.reason.line.control.hasFocus()
    qtbot.keyClicks(gets.reason.line.control, "Sam asked for it")
    qtbot.keyClick(gets.reason.line.control, Qt.Key.Key_Return)
    (changed,) = _sheet(made).recipients
    assert (changed.reader, changed.record, changed.why) == (
        teacher,
        Share.YES,
        "Sam asked for it",
    )
    assert "Sam asked for it" in gets.why.said
    part.choose(made[1].people["carer"])
    _press(qtbot, gets.shares["letter"].control, Qt.Key.Key_N)
    assert not gets.reason.isVisible()
    fewer = next(
        each for each in _sheet(made).recipients if each.reader == made[1].people["carer"]
    )
    assert fewer.letter == Share.NO
    _press(qtbot, gets.back_button)
    assert [each.reader for each in _sheet(made).recipients] == [teacher]


def test_a_change_for_one_person_makes_their_copies_again_and_no_other_but_the_file(
    qtbot: QtBot, made: Made
) -> None:
    desk, sam, note_id = made
    maker = FakeMaker(note_id)
    part = show(qtbot, desk, sam, maker)
    part.choose(sam.people["carer"])
    part.side.show_view("gets")
    maker.orders.clear()
    part.side.gets.address.control.setFocus()
    qtbot.keyClicks(part.side.gets.address.control, "Flat 2 ")
    assert part.flush()
    at_rest(qtbot, part)
    assert {order.reader.key for order in maker.orders} == {sam.people["carer"], "file"}
    address = next(each.address for each in _sheet(made).recipients)
    assert address.startswith("Flat 2")


def test_a_copy_that_cannot_be_made_says_why_and_the_others_come(qtbot: QtBot, made: Made) -> None:
    desk, sam, note_id = made
    maker = FakeMaker(note_id)

    def make(sheet: ReviewSheet, order: Order) -> CheckedCopy:
        if order.key == ("child", "letter"):
            raise LetterHasGaps
        return maker(sheet, order)

    part = show(qtbot, desk, sam, make)
    assert "This letter still lacks something" in _said(part)["child"]
    assert "Fill each gap" in part.side.preview.trouble.said
    assert "This letter still lacks something" in part.pane.release.reasons.said
    assert "To look at" in _said(part)[sam.people["mum"]]


def test_fewer_cuts_than_the_rule_ask_why_and_left_as_it_is_nothing_changes(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    part.choose(made[1].people["mum"])
    part.side.show_view("gets")
    gets = part.side.gets
    _press(qtbot, gets.tags.ticks["R1"], Qt.Key.Key_Space)
    assert "Why may Rosa have it?" in gets.reason.line.label.said
    qtbot.keyClick(gets.reason.line.control, Qt.Key.Key_Escape)
    assert gets.tags.ticks["R1"].isChecked()
    assert not _sheet(made).recipients


def test_somebody_who_is_not_on_the_list_is_added(qtbot: QtBot, made: Made) -> None:
    desk, sam, _note = made
    with desk.database.saving(sam.iro_id) as session:
        advocate = Person(
            authority_id=sample.AUTHORITY, case_id=sam.child_id, child_id=sam.child_id,
            name="Fay Hollin", called="", role="advocate", position=9,
        )  # fmt: skip
        session.add(advocate)
        session.flush()
        person = advocate.id
    part = _part(qtbot, made)
    assert person not in part.pane.people.rows
    _press(qtbot, part.pane.add_button)
    _press(qtbot, part.pane.adding.add_button)
    assert person in part.pane.people.rows
    assert part.side.gets.shares["letter"].control.hasFocus()


def test_everything_has_a_name_and_nothing_is_cut_off_at_200_percent_and_twice_as_long(
    qtbot: QtBot, made: Made, long_words: None
) -> None:
    part = _part(qtbot, made, "worker")
    part.choose(made[1].people["worker"])
    at_rest(qtbot, part)
    window = part.window()
    appearance().apply("contrast", 200)
    for view in ("copy", "gets", "sent"):
        part.side.show_view(view)
        settle()
        assert not unnamed(window)
        assert not cut_off(window)
    part.pane.people.opened.emit(made[1].people["worker"])
    part.side.preview.choose_button.click()
    part.side.preview.chosen.restrict_button.click()
    settle()
    assert part.side.preview.chosen.do_button.isVisible()
    assert not unnamed(window)
    assert not cut_off(window)


@pytest.mark.parametrize(("size", "stacks"), [(100, False), (150, True), (200, True)])
def test_large_text_shows_the_people_or_the_copy_so_that_the_page_is_wide(
    qtbot: QtBot, made: Made, size: int, stacks: bool
) -> None:
    part = _part(qtbot, made)
    appearance().apply("light", size)
    settle()
    assert part.side.isHidden() is stacks
    part.pane.people.opened.emit(made[1].people["mum"])
    settle()
    assert part.pane.isHidden() is stacks
    assert part.side.back_button.isHidden() is not stacks
