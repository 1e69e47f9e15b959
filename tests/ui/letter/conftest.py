"""Sam's letter on the screen: the whole review is written, and the composer is open on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from tests.ui.meeting.conftest import (  # noqa: F401 - fixtures that pytest finds by their names
    Clock,
    clock,
    database,
    desk,
    read,
    sam,
)
from ui.desk import Desk
from ui.letter.composer_page import ComposerPage
from ui.letter.line_row import LineRow

Compose = Callable[..., ComposerPage]
Read = Callable[[], ReviewSheet]


@pytest.fixture
def filled(tmp_path: Path, clock: Clock) -> Iterator[tuple[Database, sample.Sample]]:  # noqa: F811
    opened = sample.open_written(tmp_path / "record", clock)
    yield opened
    opened[0].close()


@pytest.fixture
def compose(qtbot: QtBot, desk: Desk, database: Database, sam: sample.Sample) -> Compose:  # noqa: F811
    """Give a way to open the composer on Sam's written review."""

    def opened(width: int = 1282, height: int = 736, *, finished: bool = False) -> ComposerPage:
        if finished:
            with database.saving(sam.iro_id) as session:
                OpenReview(session, sam.review_id).finish(sample.NOW, "17:10", sample.calendar())
        page = ComposerPage(desk, sam.review_id)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.enter()
        qtbot.wait(0)
        return page

    return opened


def line(page: ComposerPage, words: str) -> LineRow:
    """Find the line that begins with these words."""
    found = [row for row in page.lines.rows() if row.editor.text().startswith(words)]
    assert found, f"no line begins with {words}"
    return found[0]
