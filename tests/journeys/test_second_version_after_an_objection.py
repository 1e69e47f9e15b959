"""A manager objects: a decision is amended, its sheet goes again, the record has two versions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from letters.paragraph import Source
from models.document_kind import DocumentKind
from models.issuing import issued_words
from models.manager_reply import Reply, Settled
from models.rules.finalising import Standing
from tests.ui.send.after_meeting import Here, finished, press, show, write
from ui.send.after_meeting_page import AfterMeetingPage
from ui.send.decisions_part import DecisionsPart
from ui.send.managers_answer_part import ManagersAnswerPart
from ui.send.record_part import RecordPart


@pytest.fixture
def here(tmp_path: Path, qapp: object) -> Iterator[Here]:
    with finished(tmp_path) as found:
        yield found


def test_from_the_first_sheet_to_the_second_version_of_the_record(
    qtbot: QtBot, here: Here
) -> None:
    page = show(qtbot, here)
    press(page, "send_decisions")
    qtbot.waitUntil(lambda: here.standing is Standing.WITH_MANAGER)
    _object(qtbot, here, page)
    _amend_and_send_again(qtbot, here, page)
    page.go("answer")
    _answer(page, Reply.AGREED)
    press(page, "keep_reply")
    assert here.standing is Standing.AGREED
    _approve_twice(qtbot, here, page)
    with here.desk.database.reading() as connection:
        old, new = (
            issued_words(connection, each.id)
            for each in here.sheet.documents
            if each.kind == DocumentKind.MINUTES
        )
    assert "Ruth Pellworth objected to decision 1" in old
    assert "It was changed because: The manager asked for it" in old
    assert "agreed all decisions" in old
    assert "It takes the place of version 1" in new
    assert "Why it was changed: A date was wrong" in new


def _object(qtbot: QtBot, here: Here, page: AfterMeetingPage) -> None:
    page.go("answer")
    part = _answer(page, Reply.OBJECTION)
    part.decision.set_value(here.sheet.decisions[0].id)
    write(qtbot, page, "reply_who", "Ruth Pellworth")
    write(qtbot, page, "reply_words", "It cannot be done so soon")
    press(page, "keep_reply")
    assert here.standing is Standing.DISPUTED
    (card,) = part.cards.values()
    card.settled.choose(Settled.AMENDED)
    card.settled.chosen_changed.emit(Settled.AMENDED)
    press(card, "settle")


def _answer(page: AfterMeetingPage, reply: Reply) -> ManagersAnswerPart:
    part = page.parts["answer"]
    assert isinstance(part, ManagersAnswerPart)
    part.reply.choose(reply)
    part.reply.chosen_changed.emit(reply)
    return part


def _amend_and_send_again(qtbot: QtBot, here: Here, page: AfterMeetingPage) -> None:
    page.go("decisions")
    part = page.parts["decisions"]
    assert isinstance(part, DecisionsPart)
    card = part.cards[here.sheet.decisions[0].id]
    press(card, "amend")
    write(qtbot, card, "amend_why", " One month later.")
    write(qtbot, card, "amend_reason", "The manager asked for it")
    press(card, "amend_keep")
    assert here.standing is Standing.WITH_MANAGER
    write(qtbot, page, "sheet_reason", "One decision amended")
    press(page, "send_decisions")
    qtbot.waitUntil(lambda: len(here.sheet.documents) == 2)


def _approve_twice(qtbot: QtBot, here: Here, page: AfterMeetingPage) -> None:
    page.go("record")
    part = page.parts["record"]
    assert isinstance(part, RecordPart)
    press(page, "approve")
    qtbot.waitUntil(lambda: here.standing is Standing.FINAL)
    write(qtbot, page, "reopen_why", "A date was wrong")
    press(page, "reopen")
    part.paper.source_clicked.emit(Source("review", here.made.review_id, "iro_view"))
    write(qtbot, part.editor, "words_of_record", " It begins in May.")
    page.flush()
    press(page, "approve")
    qtbot.waitUntil(lambda: here.standing is Standing.FINAL)
