"""Sam's review on the convening desk: a real record, a real desk, the worker ended afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.database import Database
from tests import sample
from ui.background import Background
from ui.desk import Desk

MONTH_BEFORE = datetime(2026, 7, 13, 9, 0, tzinfo=UTC)
Filled = tuple[Database, sample.Sample]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    opened = sample.open_filled(tmp_path / "record", lambda: MONTH_BEFORE)
    yield opened
    opened[0].close()


@pytest.fixture
def desk(filled: Filled, qapp: object) -> Iterator[Desk]:
    database, made = filled
    background = Background()
    yield Desk(database, made.me, sample.calendar(), MONTH_BEFORE.astimezone, background)
    background.close()
