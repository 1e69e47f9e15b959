"""The desk of Nadia, with the demo council on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from tests import demo_record
from tests.ui.at_desk import at_desk
from ui.desk import Desk


@pytest.fixture
def desk(demo: Database, demo_made: tuple[Path, str]) -> Iterator[Desk]:
    """Give Nadia's desk on Thursday 12 November 2026."""
    with at_desk(demo, demo_made[1], demo_record.NOW) as made:
        yield made
