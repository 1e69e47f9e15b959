"""Copies on the screen are released once each was looked at, and withdrawn or made again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from letters.pdfium import opened
from models.editing import put
from models.problems import Problem
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests import sample
from tests.ui.send.copies_on_screen import (
    SECRET,
    FakeMaker,
    at_rest,
    desk_of,
    finalise,
    leave_only,
    show,
)
from ui.desk import Desk
from ui.send.copies_part import CopiesPart

Made = tuple[Desk, sample.Sample, str]


@pytest.fixture
def made(tmp_path: Path, qapp: object) -> Iterator[Made]:
    with desk_of(tmp_path) as opened:
        yield opened


def _part(qtbot: QtBot, made: Made) -> CopiesPart:
    desk, sam, note_id = made
    return show(qtbot, desk, sam, FakeMaker(note_id))


def _sheet(made: Made) -> ReviewSheet:
    with made[0].database.reading() as connection:
        return read_review(connection, made[1].review_id)


def _press(qtbot: QtBot, widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, key)


def test_a_copy_counts_as_looked_at_page_by_page_and_other_words_ask_to_look_again(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    page = part.side.preview.page
    _press(qtbot, part.pane.people.rows["file"], Qt.Key.Key_Right)
    at_rest(qtbot, part)
    part.side.choose_kind("minutes")
    at_rest(qtbot, part)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    looked = {each.kind: each.is_looked_at for each in part.side.own}
    assert looked == {"letter": False, "decisions": False, "minutes": False}
    qtbot.keyClick(page, Qt.Key.Key_Right)
    looked = {each.kind: each.is_looked_at for each in part.side.own}
    assert looked == {"letter": False, "decisions": False, "minutes": True}
    part.meeting.put("note", made[2], "words", "Sam likes the hens.")
    at_rest(qtbot, part)
    assert not any(each.is_looked_at for each in part.side.own)


def test_copies_are_released_once_each_was_looked_at_and_the_decisions_are_final(
    qtbot: QtBot, made: Made
) -> None:
    desk, sam, _note = made
    leave_only(desk.database, sam, "mum")
    part = _part(qtbot, made)
    box, page = part.pane.release, part.side.preview.page
    assert box.release_button.is_off
    assert "The decisions are not final yet." in box.reasons.said
    assert "copies have not been looked at" in box.reasons.said
    _press(qtbot, box.look_button)
    assert page.hasFocus()
    while page.hasFocus():
        at_rest(qtbot, part)
        qtbot.keyClick(page, Qt.Key.Key_Right)
    assert "looked at" not in box.reasons.said
    assert not box.release_button.is_off  # the decisions sheets may go first
    finalise(desk.database, sam)
    part.meeting.reload()
    at_rest(qtbot, part)
    copies = len(part.making.results)
    assert box.release_button.text() == f"Release {copies} copies"
    _press(qtbot, box.release_button)
    at_rest(qtbot, part)
    with desk.database.reading() as connection:
        kept = connection.execute("select kind, reader, wanted from paper_copy").fetchall()
    assert len(kept) == copies
    assert ("letter", "child", 1) in kept
    assert box.reasons.said == "Every copy is released."


def test_a_copy_that_changed_since_asks_why_there_is_a_new_version_and_can_be_withdrawn(
    qtbot: QtBot, made: Made
) -> None:
    desk, sam, _note = made
    leave_only(desk.database, sam, "mum")
    finalise(desk.database, sam)
    part = _part(qtbot, made)
    _look_at_all(qtbot, part)
    part.release()
    part.choose("child")
    at_rest(qtbot, part)
    assert part.side.preview.note.said == "These are the pages as they were released."
    part.side.show_view("sent")
    card = part.side.sent.cards[0]
    assert "version 1" in card.accessibleName()
    _press(qtbot, card.withdraw_button)
    qtbot.keyClicks(card.reason.line.control, "The wrong week")
    qtbot.keyClick(card.reason.line.control, Qt.Key.Key_Return)
    at_rest(qtbot, part)
    assert part.side.sent.cards[0].standing.said == "It was withdrawn."
    assert "Say why there is a new version." in part.pane.release.reasons.said
    assert part.pane.release.why_again.isVisible()
    part.pane.release.why_again.control.setFocus()
    qtbot.keyClicks(part.pane.release.why_again.control, "The day was wrong")
    qtbot.keyClick(part.pane.release.why_again.control, Qt.Key.Key_Return)
    at_rest(qtbot, part)
    _look_at_all(qtbot, part)
    _press(qtbot, part.pane.release.release_button)
    at_rest(qtbot, part)
    with desk.database.reading() as connection:
        kept = connection.execute(
            "select version, reason from paper_copy where reader = 'child' order by version"
        ).fetchall()
    assert kept == [(1, ""), (2, "The day was wrong")]


def _look_at_all(qtbot: QtBot, part: CopiesPart) -> None:
    part.look_at_all()
    while part.side.preview.page.hasFocus():
        at_rest(qtbot, part)
        part.side.preview.go_on()


def test_a_real_copy_is_made_looked_at_and_released_without_the_address(
    qtbot: QtBot, made: Made
) -> None:
    desk, sam, _note = made
    mum = sam.people["mum"]
    with desk.database.saving(sam.iro_id) as session:
        for each in _sheet(made).attendances:
            if each.person_id != mum:
                put(session, "attendance", each.id, "attended", "no")
                put(session, "attendance", each.id, "invited", False)
    finalise(desk.database, sam)
    part = show(qtbot, desk, sam, None)
    assert not [each for each in part.making.results.values() if isinstance(each, Problem)]
    _look_at_all(qtbot, part)
    _press(qtbot, part.pane.release.release_button)
    with desk.database.reading() as connection:
        pages = dict(
            connection.execute("select reader || kind, pages from paper_copy where format = 'pdf'")
        )
    assert SECRET not in _text_of(pages[f"{mum}minutes"])
    assert SECRET in _text_of(pages["fileminutes"])


def _text_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)
