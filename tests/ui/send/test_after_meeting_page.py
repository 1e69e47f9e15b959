"""After a meeting: the sheet, the manager's answer, mending and approving the record."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from letters.paragraph import Source
from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import Issue
from models.manager_reply import Reply, Settled
from models.managers_reply import note_reply, send_decisions
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.finalising import Standing
from tests import sample
from tests.pseudo import TwiceAsLong
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from ui import language
from ui.appearance import appearance
from ui.background import Background
from ui.desk import Desk
from ui.send.after_meeting_page import PARTS, AfterMeetingPage
from ui.send.approve_card import ApproveCard
from ui.send.decisions_part import DecisionsPart
from ui.send.managers_answer_part import ManagersAnswerPart
from ui.send.record_part import RecordPart
from ui.send.standing_words import clock_words, standing_on


class Here:
    """Sam's finished review at a desk, some days later."""

    def __init__(self, database: Database, made: sample.Sample) -> None:
        self.days = 1
        self.made, self.background = made, Background()
        now = sample.NOW.astimezone()
        self.desk = Desk(
            database, made.me, sample.calendar(), lambda: now + timedelta(days=self.days),
            self.background,
        )  # fmt: skip

    @property
    def sheet(self) -> ReviewSheet:
        """The review as it stands."""
        return sample.sheet(self.desk.database, self.made)

    @property
    def standing(self) -> Standing:
        """Where the decisions stand."""
        return standing_on(self.sheet, self.desk.today(), self.desk.calendar).state

    def send(self) -> None:
        """Send the decisions without the window."""
        new = Issue(DocumentKind.DECISIONS, b"%PDF", "words")
        desk = self.desk
        self.act(lambda review: send_decisions(review, desk.today(), new, desk.me.id, desk.now()))

    def act(self, act: object) -> None:
        """Do one thing without the window."""
        with self.desk.database.saving(self.made.iro_id, self.desk.now()) as session:
            act(OpenReview(session, self.made.review_id))  # type: ignore[operator]  # any act


@pytest.fixture
def here(tmp_path: Path, qapp: object) -> Iterator[Here]:
    database, made = sample.open_filled(tmp_path / "record")
    sample.write_whole_review(database, made)
    found = Here(database, made)
    found.act(lambda review: review.finish(sample.NOW, "17:00", sample.calendar()))
    yield found
    found.background.close()
    database.close()


def show(qtbot: QtBot, here: Here, part: str = "") -> AfterMeetingPage:
    """The page in a window."""
    page = AfterMeetingPage(here.desk, here.made.review_id, part)
    qtbot.addWidget(page)
    page.resize(1282, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    return page


def press(page: QWidget, name: str) -> None:
    """Press a button by its name, with the keyboard."""
    settle()
    found = [each for each in page.findChildren(QAbstractButton, name) if each.isVisible()]
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def write(qtbot: QtBot, page: QWidget, name: str, words: str) -> None:
    """Type into a field by its name."""
    settle()
    field = next(each for each in page.findChildren(QWidget, name) if each.isVisible())
    field.setFocus()
    type_text(qtbot, field, words)


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
    write(qtbot, page, "reply_who", "Ruth Pellworth")
    press(page, "keep_reply")
    assert part.words.has_error
    write(qtbot, page, "reply_words", "There is no money")
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
