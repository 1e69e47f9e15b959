"""Once the manager has the decisions, the meeting shows them and leads to amending."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.document_kind import DocumentKind
from models.issuing import Issue
from models.managers_reply import send_decisions
from models.open_review import OpenReview
from tests import sample
from ui.background import Background
from ui.desk import Desk
from ui.meeting.decision_editor import DecisionEditor
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.meeting import Meeting


def test_what_the_manager_has_is_only_read_in_the_meeting(qtbot: QtBot, tmp_path: Path) -> None:
    database, made = sample.open_filled(tmp_path / "record")
    background = Background()
    sample.write_whole_review(database, made)
    desk = Desk(database, made.me, sample.calendar(), lambda: sample.NOW.astimezone(), background)
    meeting = Meeting(desk, made.review_id)
    page = DecisionsPage(meeting, "A11")
    meeting.setParent(page)
    qtbot.addWidget(page)
    assert not page.capture.isHidden()
    assert page.sent.isHidden()
    new = Issue(DocumentKind.DECISIONS, b"%PDF", "words")
    given = (desk.today(), new, made.iro_id, desk.now())
    meeting.act(lambda review: _finish_and_send(review, given))
    page.show_sheet()
    assert page.capture.isHidden()
    assert page.first_field() is page.sent.amend_button
    with qtbot.waitSignal(meeting.after_asked) as asked:
        page.sent.amend_button.click()
    assert asked.args == ["decisions"]
    row = meeting.sheet.decisions[0]
    editor = DecisionEditor(page, row)
    qtbot.addWidget(editor)
    assert editor.what.isHidden()
    assert editor.remove_button.isHidden()
    assert row.what in editor.sent.said
    background.close()
    database.close()


def _finish_and_send(review: OpenReview, given: tuple) -> None:  # type: ignore[type-arg]  # passed on
    review.finish(sample.NOW, "17:00", sample.calendar())
    send_decisions(review, *given)
