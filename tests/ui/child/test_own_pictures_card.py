"""The child's own pictures on the child's page: they come first in letters to that child."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.whose_picture import WhosePicture, pictures_of
from tests.models.brought import GOOD_SVG
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.child.child_page import ChildPage
from ui.desk import Desk


def test_a_picture_is_brought_for_one_child_and_said_in_words(
    qtbot: QtBot, desk: Desk, made: Sample, tmp_path: Path
) -> None:
    page = ChildPage(desk, made.child_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    card = page.own_pictures
    assert card.isVisible()
    assert card.title.said == "Sam’s own pictures"
    file = tmp_path / "sun.svg"
    file.write_bytes(GOOD_SVG)
    card.pictures.bringing.bring([file])
    qtbot.waitUntil(lambda: len(card.pictures.rows) == 1)
    (row,) = card.pictures.rows.values()
    type_text(qtbot, row.says.control, "Nana Bea’s sun")
    assert page.flush()
    assert row.is_open, "the page read again, and what was open stayed open"
    qtbot.keyClick(row.done_button, Qt.Key.Key_Return)
    assert row.said.said == "Nana Bea’s sun"
    with desk.database.reading() as connection:
        (kept,) = pictures_of(connection, WhosePicture("child", made.child_id))
    assert (kept.child_id, kept.says) == (made.child_id, "Nana Bea’s sun")
    assert unnamed(page) == []
