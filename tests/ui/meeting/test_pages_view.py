"""The mark on the paper never lies over its words."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from models.database import Database
from models.document_kind import DocumentKind
from tests import sample
from tests.ui.shown import shown
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import PageSize, draw_paper


@pytest.mark.parametrize(("width", "cut"), [(330, 8.0), (480, 14.0), (760, 0.0)])
def test_being_written_now_stands_where_the_paper_is_empty(
    qtbot: QtBot, database: Database, sam: sample.Sample, width: int, cut: float
) -> None:
    sample.write_whole_review(database, sam)
    sheet = sample.sheet(database, sam)
    paper = draw_paper(sheet, DocumentKind.LETTER, sample.REVIEW_ON, PageSize(width, cut))
    view = PagesView("Sam’s letter")
    qtbot.addWidget(view)
    view.resize(width + 20, 600)
    shown(qtbot, view)
    view.show_paper(paper)
    bare, rooms = view.sheets.grab().toImage(), []
    for source in paper.places:
        view.mark(source)
        room = view.sheets.mark_room()
        if room is None:
            continue
        rooms.append(room)
        view.sheets.grab()
        inside = room.toAlignedRect().intersected(QRect(0, 0, bare.width(), bare.height()))
        colours = {
            bare.pixel(x, y)
            for x in range(inside.left() + 1, inside.right())
            for y in range(inside.top() + 1, inside.bottom())
        }
        assert len(colours) == 1
    assert len(rooms) > len(paper.places) // 2
