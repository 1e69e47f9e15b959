"""Nothing changes under the cursor: what comes in waits at the edge until the field is left."""

import json
from collections.abc import Callable
from typing import Any  # a cell may hold anything

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from tests import sample
from tests.arriving_rows import CHANGED_AT, bring, take_in
from tests.two_versions import know_ruth
from tests.typing_keys import type_text
from tests.ui.sync.shared_record import join
from ui.child.child_page import ChildPage
from ui.child.fact_row import FactRow
from ui.desk import Desk
from ui.language import time_in_words
from ui.meeting.decision_slot import DecisionSlot
from ui.meeting.edge_line import EdgeLine, waiting_rows
from ui.meeting.note_slot import NoteSlot
from ui.meeting.review_page import ReviewPage
from ui.parts.buttons import Button
from ui.parts.notices import Notice
from ui.parts.text_field import GrowingText

Open = Callable[..., ReviewPage]


@pytest.fixture(autouse=True)
def shared(database: Database, sam: sample.Sample, begun: None) -> None:
    know_ruth(database, sam)
    join(database, sample.NOW)


def _add(desk: Desk, sam: sample.Sample, words: str) -> str:
    def add(session: Any) -> str:
        review = OpenReview(session, sam.review_id)
        return review.add_note("going_well", words, step="A4", life_area="home")

    note = desk.save(add)
    _acknowledge(desk.database)
    return note


def _acknowledge(database: Database) -> None:
    with database.sharing() as hand:
        for table in ("note", "decision", "review", "child"):
            hand.connection.execute(f"update {table} set pending = '{{}}', base_version = 1")  # noqa: S608 - a test


def _cell(database: Database, table: str, row_id: str, column: str) -> Any:
    with database.reading() as connection:
        row = connection.execute(
            f'select "{column}" from {table} where id = ?',  # noqa: S608 - a test
            (row_id,),
        ).fetchone()
    return row[0]


def _box_of(page: ReviewPage, note_id: str, qtbot: QtBot) -> GrowingText:
    step = page.page()
    assert step is not None
    slot = next(s for s in step.findChildren(NoteSlot) if s.row().id == note_id)
    slot.open_editor()
    qtbot.wait(0)
    return slot.editor().words.control


def _place(box: QWidget, within: QWidget, qtbot: QtBot) -> int:
    """Where a box stands, once everything that is still laid out has its place."""
    seen = [-1]

    def stays() -> bool:
        seen.append(box.mapTo(within, QPoint(0, 0)).y())
        return seen[-1] == seen[-2] == seen[-3] if len(seen) > 3 else False

    qtbot.waitUntil(stays)
    return seen[-1]


def _edge(page: QWidget) -> EdgeLine:
    edge = page.findChild(EdgeLine)
    assert edge is not None
    return edge


def _notices(page: QWidget) -> list[str]:
    return [each.title.said for each in _edge(page).findChildren(Notice) if not each.isHidden()]


def test_a_note_that_is_typed_in_stays_and_both_versions_are_there_in_the_end(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    note = _add(desk, sam, "Sam likes her room.")
    page = open_review("A4")
    box = _box_of(page, note, qtbot)
    type_text(qtbot, box, " Half a wor")
    cursor = box.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    came = bring(desk.database, "note", note, words="Ruth changed it.")
    qtbot.waitUntil(lambda: bool(_notices(page)))
    assert came.kept_still == [note]
    assert box.toPlainText() == "Sam likes her room. Half a wor"
    assert (box.textCursor().anchor(), box.textCursor().position()) == (4, 9)
    assert box.hasFocus()
    line = box.cursorRect().bottomLeft()
    step = page.page()
    assert step is not None
    qtbot.waitUntil(  # the notice does not stand on it
        lambda: step.viewport().rect().contains(box.mapTo(step.viewport(), line))
    )
    at = CHANGED_AT.astimezone(desk.now().tzinfo)
    assert _notices(page) == [f"Ruth changed this at {time_in_words(at)}."]
    page.page().flush()  # type: ignore[union-attr]
    assert desk.database.typing.holds("note", note)
    page.steps.rail.row("A5").setFocus()  # the field is left
    qtbot.waitUntil(lambda: not desk.database.typing.holds("note", note))
    take_in(desk.database)
    pending = json.loads(_cell(desk.database, "note", note, "pending"))["words"]
    assert pending["base"] == "Sam likes her room."
    assert pending["new"] == "Sam likes her room. Half a wor"
    assert json.loads(_cell(desk.database, "note", note, "base"))["words"] == "Ruth changed it."
    qtbot.waitUntil(lambda: _notices(page) == [])  # it is in the record, and no news any more


def test_ones_own_words_that_come_back_are_no_news(desk: Desk, sam: sample.Sample) -> None:
    note = _add(desk, sam, "Sam likes her room.")
    database = desk.database
    database.typing.begin("note", note)
    desk.save(lambda session: put(session, "note", note, "words", "Sam likes her room a lot."))
    bring(database, "note", note, words="Sam likes her room a lot.")
    assert waiting_rows(database) == []
    bring(database, "note", note, words="Ruth changed it.")
    ((row, name, fields),) = waiting_rows(database)
    assert (row.id, name, fields) == (note, "Ruth", {"words": "Ruth changed it."})


def test_the_other_version_is_shown_when_asked_for_and_moves_nothing(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    note = _add(desk, sam, "Sam likes her room.")
    page = open_review("A4")
    box = _box_of(page, note, qtbot)
    type_text(qtbot, box, " Half")
    _place(box, page, qtbot)
    step = page.page()
    assert step is not None
    step.verticalScrollBar().setValue(250)  # the box well above the edge of the page
    at = _place(box, page, qtbot)
    bring(desk.database, "note", note, words="Ruth changed it.")
    qtbot.waitUntil(lambda: bool(_notices(page)))
    assert _place(box, page, qtbot) == at
    button = _edge(page).findChild(Button, "show_theirs")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    told = _edge(page).findChildren(Notice)[-1]
    assert told.title.said == "What Ruth wrote"
    assert told.detail.said.splitlines()[0] == "The words: “Ruth changed it.”"
    assert box.toPlainText() == "Sam likes her room. Half"
    page.go("A6")
    assert _notices(page) == []


def test_a_change_of_another_row_comes_in_and_moves_nothing(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    above, note = _add(desk, sam, "Above."), _add(desk, sam, "Below, where I type.")
    page = open_review("A4")
    box = _box_of(page, note, qtbot)
    type_text(qtbot, box, " Half a wor")
    step = page.page()
    assert step is not None
    seen_at = _place(box, step.viewport(), qtbot)
    bring(desk.database, "note", above, words="A much longer note by Ruth. " * 20)
    qtbot.waitUntil(lambda: "Ruth" in page.meeting.sheet.notes[0].words)
    assert box.toPlainText() == "Below, where I type. Half a wor"
    assert box.textCursor().position() == len(box.toPlainText())
    assert box.hasFocus()
    assert _place(box, step.viewport(), qtbot) == seen_at
    assert _notices(page) == []


def test_a_day_half_typed_is_not_read_or_replaced(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    decision = desk.save(lambda s: OpenReview(s, sam.review_id).decide("Call Nana Bea"))
    other = _add(desk, sam, "Another row.")
    page = open_review("A11")
    step = page.page()
    assert step is not None
    slot = step.findChildren(DecisionSlot)[0]
    slot.open_editor()
    box = slot.editor().by_when.control
    type_text(qtbot, box, "18 de")
    bring(desk.database, "note", other, words="Ruth was here")
    qtbot.waitUntil(lambda: page.meeting.sheet.notes[0].words == "Ruth was here")
    assert (box.text(), box.cursorPosition()) == ("18 de", 5)
    assert desk.database.typing.holds("decision", decision)
    type_text(qtbot, box, "c\t")
    qtbot.waitUntil(lambda: not desk.database.typing.holds("decision", decision))
    assert _cell(desk.database, "decision", decision, "by_when") == "2026-12-18"


def test_a_fact_of_the_child_that_is_open_stays(
    desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    page = ChildPage(desk, sam.child_id)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    row = page.findChild(FactRow, "fact_chosen_name")
    assert row is not None
    before = _cell(desk.database, "child", sam.child_id, "chosen_name")
    row.begin()
    assert row.editor is not None
    box = row.editor.control
    assert isinstance(box, QLineEdit)
    type_text(qtbot, box, "my")
    bring(desk.database, "child", sam.child_id, chosen_name="Samantha")
    qtbot.waitUntil(lambda: bool(_notices(page)))
    assert box.text() == f"{before}my"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not desk.database.typing.rows()
    take_in(desk.database)
    pending = json.loads(_cell(desk.database, "child", sam.child_id, "pending"))
    assert pending["chosen_name"]["base"] == before
    assert json.loads(_cell(desk.database, "child", sam.child_id, "base"))["chosen_name"] == (
        "Samantha"
    )


def test_a_field_that_is_only_looked_at_shows_what_came(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    note = _add(desk, sam, "Sam likes her room.")
    page = open_review("A4")
    box = _box_of(page, note, qtbot)
    bring(desk.database, "note", note, words="Ruth changed it.")
    qtbot.waitUntil(lambda: box.toPlainText() == "Ruth changed it.")


def test_an_editor_that_closes_lets_the_row_go(
    open_review: Open, desk: Desk, sam: sample.Sample, qtbot: QtBot
) -> None:
    note = _add(desk, sam, "Sam likes her room.")
    page = open_review("A4")
    box = _box_of(page, note, qtbot)
    type_text(qtbot, box, " Half")
    assert desk.database.typing.rows() == {("note", note)}
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.database.typing.rows())
    assert _cell(desk.database, "note", note, "words") == "Sam likes her room. Half"
