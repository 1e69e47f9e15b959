"""After a meeting: the sheet, the manager's answer, mending and approving the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from letters.paragraph import Source
from models.copy_of_sheet import sheet_for
from models.disclosure.tags import tags_of
from models.manager_reply import Reply, Settled
from models.managers_reply import note_reply
from models.readers_of_papers import reader_of
from models.record_seen import seen_version
from models.rules.finalising import Standing
from tests.pseudo import TwiceAsLong
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.send.after_meeting import Here, finished, press, show, write
from ui import language
from ui.appearance import appearance
from ui.send.after_meeting_page import PARTS
from ui.send.approve_card import ApproveCard
from ui.send.copies_part import CopiesPart
from ui.send.decisions_part import DecisionsPart
from ui.send.managers_answer_part import ManagersAnswerPart
from ui.send.record_part import RecordPart
from ui.send.standing_words import clock_words


@pytest.fixture
def here(tmp_path: Path, qapp: object) -> Iterator[Here]:
    with finished(tmp_path) as found:
        yield found


def test_the_sheet_is_made_for_the_manager_and_an_amendment_asks_why(
    qtbot: QtBot, here: Here
) -> None:
    page = show(qtbot, here)
    part = page.parts["decisions"]
    assert isinstance(part, DecisionsPart)
    press(page, "send_decisions")
    qtbot.waitUntil(lambda: here.standing is Standing.WITH_MANAGER)
    qtbot.waitUntil(lambda: "until Thursday 20 August" in part.why.said)
    first = here.sheet.decisions[0]
    card = part.cards[first.id]
    press(card, "amend")
    write(qtbot, card, "amend_who", " and Ruth")
    press(card, "amend_keep")
    assert card.form.reason.has_error
    write(qtbot, card, "amend_reason", "The manager asked for it")
    press(card, "amend_keep")
    assert here.sheet.decisions[0].who.endswith("and Ruth")
    assert here.sheet.decision_changes[0].who == first.who
    assert not card.amended.isHidden()
    write(qtbot, page, "sheet_reason", "One name more")
    press(page, "send_decisions")
    qtbot.waitUntil(lambda: len(here.sheet.documents) == 2)
    assert here.sheet.documents[-1].reason == "One name more"


def test_a_decision_is_added_and_one_taken_out_with_its_reason(qtbot: QtBot, here: Here) -> None:
    here.send()
    page = show(qtbot, here)
    part = page.parts["decisions"]
    assert isinstance(part, DecisionsPart)
    press(page, "add_decision")
    write(qtbot, part.form, "amend_what", "Ask the panel")
    write(qtbot, part.form, "amend_reason", "It was forgotten")
    press(part.form, "amend_keep")
    assert here.sheet.decisions[-1].what == "Ask the panel"
    gone = here.sheet.decisions[0]
    card = part.cards[gone.id]
    press(card, "take_out")
    press(card, "take_out_now")
    assert card.out_why.has_error
    write(qtbot, card, "take_out_why", "Done already")
    press(card, "take_out_now")
    assert gone.id not in part.cards
    assert gone.what in part.gone.said
    assert "Done already" in part.gone.said


def test_an_objection_is_kept_and_settled_with_a_dispute(qtbot: QtBot, here: Here) -> None:
    here.send()
    page = show(qtbot, here, "answer")
    part = page.parts["answer"]
    assert isinstance(part, ManagersAnswerPart)
    first = here.sheet.decisions[0].id
    part.reply.choose(Reply.OBJECTION)
    part.reply.chosen_changed.emit(Reply.OBJECTION)
    part.decision.set_value(first)
    press(page, "keep_reply")
    assert part.words.has_error
    write(qtbot, page, "reply_words", "There is no money")
    press(page, "keep_reply")
    assert part.who.has_error
    write(qtbot, page, "reply_who", "Ruth Pellworth")
    press(page, "keep_reply")
    (reply,) = here.sheet.replies
    assert (reply.decision_id, reply.words, reply.who) == (
        first, "There is no money", "Ruth Pellworth",
    )  # fmt: skip
    card = part.cards[reply.id]
    card.settled.choose(Settled.STANDS)
    card.settled.chosen_changed.emit(Settled.STANDS)
    press(card, "open_dispute")
    write(qtbot, card, "dispute_words", "No money was found")
    press(card, "settle")
    assert here.sheet.disputes[0].what == "No money was found"
    assert "A dispute was opened" in card.became.said
    assert here.standing is Standing.DISPUTED


def test_what_the_manager_said_is_restricted_while_it_is_typed_or_after(
    qtbot: QtBot, here: Here
) -> None:
    here.send()
    page = show(qtbot, here, "answer")
    part = page.parts["answer"]
    assert isinstance(part, ManagersAnswerPart)
    assert "Everybody who gets the record reads these words" in part.words.hint.said
    part.reply.choose(Reply.QUERY)
    part.reply.chosen_changed.emit(Reply.QUERY)
    write(qtbot, page, "reply_who", "Ruth Pellworth")
    write(qtbot, page, "reply_words", "They live at 4 Holm Lane")
    QTest.keyClick(
        part.words.control, Qt.Key.Key_R,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    assert part.restrict.isChecked()
    press(page, "keep_reply")
    (reply,) = here.sheet.replies
    assert not part.restrict.isChecked()
    assert tags_of(here.sheet, "manager_reply", reply.id, "words") == frozenset()
    card = part.cards[reply.id]
    assert card.strip is not None
    card.strip.tags.kinds_changed.emit(("R1",))
    mum = reader_of(here.sheet, here.made.people["mum"])
    assert mum is not None
    assert sheet_for(here.sheet, mum).sheet.replies == ()
    part.toggle_restricted()  # the keyboard is on the kinds of this answer
    assert here.sheet.restrictions == ()
    assert card.strip is None


def test_the_record_is_mended_where_it_stands_approved_and_opened_again(
    qtbot: QtBot, here: Here
) -> None:
    here.send()
    here.act(lambda review: note_reply(review, Reply.AGREED, here.desk.today(), "Ruth"))
    page = show(qtbot, here, "record")
    part = page.parts["record"]
    assert isinstance(part, RecordPart)
    source = Source("review", here.made.review_id, "iro_view")
    part.paper.source_clicked.emit(source)
    write(qtbot, part.editor, "words_of_record", " It is too slow.")
    page.flush()
    assert here.sheet.iro_view.endswith("It is too slow.")
    press(page, "approve")
    qtbot.waitUntil(lambda: here.standing is Standing.FINAL)
    assert "locked" in part.editor.told.said
    assert part.editor.field is None
    press(page, "reopen")
    assert part.approve_card.why.has_error
    write(qtbot, page, "reopen_why", "A name was wrong")
    press(page, "reopen")
    assert here.sheet.finalised_on is None
    press(page, "approve")
    qtbot.waitUntil(lambda: len(here.sheet.documents) == 3)
    assert here.sheet.documents[-1].reason == "A name was wrong"


def test_a_decision_and_a_code_of_the_record_are_changed_elsewhere(
    qtbot: QtBot, here: Here
) -> None:
    here.send()
    page = show(qtbot, here, "record")
    part = page.parts["record"]
    assert isinstance(part, RecordPart)
    part.paper.source_clicked.emit(Source("decision", here.sheet.decisions[0].id, "what"))
    assert part.editor.field is None
    press(page, "amend_from_record")
    assert page.step == "decisions"
    page.go("record")
    source = Source("child", here.made.child_id, "legal_status")
    part.paper.source_clicked.emit(source)
    with qtbot.waitSignal(page.source_asked) as asked:
        press(page, "change_in_meeting")
    assert asked.args == [source]


def test_the_keyboard_goes_from_words_to_words_of_the_record(qtbot: QtBot, here: Here) -> None:
    page = show(qtbot, here, "record")
    part = page.parts["record"]
    assert isinstance(part, RecordPart)
    qtbot.waitUntil(lambda: bool(part.paper.live.paper))
    press(page, "next_words")
    first = part.editor.field
    assert first is not None
    said = first.text()
    press(page, "next_words")
    assert part.editor.field is not None
    assert part.editor.field.text() != said
    press(page, "words_before")
    assert part.editor.field.text() == said


def test_what_changed_since_the_version_that_was_read_is_told_until_it_is_read(
    qtbot: QtBot, here: Here
) -> None:
    here.send()
    here.act(lambda review: note_reply(review, Reply.AGREED, here.desk.today(), "Ruth"))
    page = show(qtbot, here, "record")
    part = page.parts["record"]
    assert isinstance(part, RecordPart)
    press(page, "approve")
    qtbot.waitUntil(lambda: _seen(here) == 1)
    assert part.seen.isHidden()
    write(qtbot, page, "reopen_why", "A name was wrong")
    press(page, "reopen")
    part.paper.source_clicked.emit(Source("review", here.made.review_id, "iro_view"))
    write(qtbot, part.editor, "words_of_record", " It is too slow.")
    page.flush()
    press(page, "approve")
    qtbot.waitUntil(lambda: "It is too slow." in part.seen.lines.said)
    qtbot.waitUntil(lambda: not part.seen.read_button.isHidden())
    press(page, "mark_read")
    assert _seen(here) == 2
    assert part.seen.isHidden()


def _seen(here: Here) -> int:
    with here.desk.database.reading() as connection:
        return seen_version(connection, here.made.review_id, here.made.iro_id)


def test_silence_is_told_with_its_days_and_approving_says_why_not_yet(
    qtbot: QtBot, here: Here
) -> None:
    here.send()
    page = show(qtbot, here, "record")
    card = page.findChild(ApproveCard)
    assert card is not None
    assert card.approve_button.is_off
    assert "until Thursday 20 August" in card.approve_button.reason.said
    here.days = 30
    page.enter()
    assert not card.approve_button.is_off
    words = clock_words(here.sheet, "T31", here.desk.today(), here.desk.calendar)
    assert words is not None
    assert words.standing == "Done on Thursday 13 August"
    assert words.how_counted.startswith("5 working days from 12 August 2026, the day the review")
    late = clock_words(here.sheet, "T36", here.desk.today(), here.desk.calendar)
    assert late is not None
    assert late.is_late == (late.kind == "late")


def test_a_clock_met_late_asks_why_in_place(qtbot: QtBot, here: Here) -> None:
    here.days = 20
    here.send()
    page = show(qtbot, here)
    write(qtbot, page, "why_late_T31", "I was away")
    page.flush()
    clock = next(each for each in here.sheet.milestones if each.clock == "T31")
    assert clock.note == "I was away"


@pytest.fixture
def long_words() -> Iterator[None]:
    language.use_catalogue(TwiceAsLong())
    yield
    language.set_language(language.SOURCE_LANGUAGE)


@pytest.mark.parametrize("part", ["decisions", "answer", "record"])
@pytest.mark.usefixtures("long_words")
def test_every_control_has_a_name_and_long_words_fit(qtbot: QtBot, here: Here, part: str) -> None:
    here.send()
    first = here.sheet.decisions[0].id
    here.act(
        lambda review: note_reply(review, Reply.QUERY, here.desk.today(), "Ruth", "Who?", first)
    )
    appearance().apply("light", 150)
    page = show(qtbot, here, part)
    settle()
    assert not unnamed(page)
    assert not cut_off(page)
    assert page.help_words()
    assert set(PARTS) == set(page.chooser.parts)


def test_tab_leads_from_the_parts_above_to_the_people_and_back_from_below(
    qtbot: QtBot, here: Here
) -> None:
    page = show(qtbot, here, "copies")
    part = page.parts["copies"]
    assert isinstance(part, CopiesPart)
    person = part.first_field()
    segment = next(each for each in page.chooser.findChildren(QAbstractButton) if each.isChecked())
    segment.setFocus()
    QTest.keyClick(segment, Qt.Key.Key_Tab)
    assert person.hasFocus()
    QTest.keyClick(person, Qt.Key.Key_Tab)
    assert part.pane.add_button.hasFocus()
    QTest.keyClick(part.pane.add_button, Qt.Key.Key_Backtab)
    assert person.hasFocus()
    QTest.keyClick(person, Qt.Key.Key_Backtab)
    assert segment.hasFocus()
    qtbot.waitUntil(lambda: part.is_at_rest, timeout=20_000)
