"""Sam's review on the screen: a real record, a real desk, the worker stopped at the end."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.database import Database
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests import sample
from tests.siblings import add_brothers
from ui.background import Background
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = sample.NOW

    def __call__(self) -> datetime:
        return self.now.astimezone()

    def on(self, days: int) -> None:
        """Go so many days on."""
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def filled(tmp_path: Path, clock: Clock) -> Iterator[tuple[Database, sample.Sample]]:
    opened = sample.open_filled(tmp_path / "record", clock)
    yield opened
    opened[0].close()


@pytest.fixture
def database(filled: tuple[Database, sample.Sample]) -> Database:
    return filled[0]


@pytest.fixture
def sam(filled: tuple[Database, sample.Sample]) -> sample.Sample:
    return filled[1]


@pytest.fixture
def desk(database: Database, sam: sample.Sample, clock: Clock, qapp: object) -> Iterator[Desk]:
    background = Background()
    yield Desk(database, sam.me, sample.calendar(), clock, background)
    background.close()


Open = Callable[..., ReviewPage]


@pytest.fixture
def open_review(qtbot: QtBot, desk: Desk, sam: sample.Sample) -> Open:
    """Give a way to open Sam's review at a step, in a window of the usual size."""

    def opened(step: str = "", width: int = 1282, height: int = 736) -> ReviewPage:
        page = ReviewPage(desk, sam.review_id)
        qtbot.addWidget(page)
        page.resize(width, height)
        if step:
            page.go(step)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.enter()
        qtbot.wait(0)
        return page

    return opened


@pytest.fixture
def begun(database: Database, sam: sample.Sample) -> None:
    sample.begin(database, sam)


@pytest.fixture
def read(database: Database, sam: sample.Sample) -> Callable[[], ReviewSheet]:
    """Give Sam's review as the record has it now."""
    return lambda: sample.sheet(database, sam)


@pytest.fixture
def brothers(database: Database, sam: sample.Sample) -> dict[str, str]:
    """Give the review ids of Sam’s brothers by name."""
    return add_brothers(database, sam)


@pytest.fixture
def sheet_of(database: Database) -> Callable[[str], ReviewSheet]:
    """Give a way to read any review as the record has it now."""

    def read(review_id: str) -> ReviewSheet:
        with database.reading() as connection:
            return read_review(connection, review_id)

    return read
