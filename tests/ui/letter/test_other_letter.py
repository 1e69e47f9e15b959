"""A letter for another moment, from the child's page to its issued pages and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from letters.templates.shipped import shipped
from models.document_kind import DocumentKind
from models.letter_sheet import read_letter_sheet
from models.review_sheet import ReviewSheet
from tests import sample
from tests.real_program import Program, copy_of, make_sam, running
from tests.typing_keys import type_text
from ui.child.child_page import ChildPage
from ui.letter.composer_page import ComposerPage

RETURN = Qt.Key.Key_Return


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


def _child(program: Program) -> ChildPage:
    page = program.page
    assert isinstance(page, ChildPage)
    return page


def _composer(program: Program) -> ComposerPage:
    page = program.page
    assert isinstance(page, ComposerPage)
    return page


def _sheet(program: Program, letter_id: str) -> ReviewSheet:
    desk = program.waymark.desk
    assert desk is not None
    with desk.database.reading() as connection:
        return read_letter_sheet(connection, letter_id)


def test_it_is_chosen_answered_issued_and_listed(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        program.waymark.open_child(sam_made[1].child_id)
        child = _child(program)
        child.head.write.setFocus()
        program.press(RETURN)
        assert child.writing is not None
        child.writing.rows["midpoint"].setFocus()
        program.press(RETURN)
        page = _composer(program)
        assert page.bar.standing.said.startswith("After a midpoint check")
        assert page.findChild(QWidget, "decisions_compared").isHidden(), "it tells none"
        _answer(qtbot, page)
        page.check()
        for key, row in list(page.finish.rows.items()):
            if row.is_waiting:
                page.meeting.set_aside(key, "It is so.")
        letter_id = page.meeting.file_id
        assert not page.finish.issue.issue_button.is_off, page.finish.issue.issue_button.reason
        qtbot.mouseClick(page.finish.issue.issue_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(_sheet(program, letter_id).documents))
        (document,) = _sheet(program, letter_id).documents
        assert document.kind == DocumentKind.OTHER_LETTER
        page.leave()
        (row,) = _child(program).letters.rows
        assert row.accessibleName().startswith("After a midpoint check. Issued ")


def _answer(qtbot: QtBot, page: ComposerPage) -> None:
    """Answer what must be answered, each with a few words; what may be left is left."""
    for asked in (line for line in shipped("midpoint").asked if line.required):
        row = next(each for each in page.lines.rows() if each.line.id == f"ask/{asked.key}")
        row.enter()
        type_text(qtbot, row.editor.control, "I rang Samir today.")
    page.meeting.catch_up()
