"""The desk of Nadia, with Sam's family on it, or the demo council."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from tests import demo_record
from tests.sample import NOW, Sample
from tests.ui.at_desk import at_desk
from ui.desk import Desk


@pytest.fixture
def desk(sam: tuple[Database, Sample]) -> Iterator[Desk]:
    """Give Nadia's desk on Wednesday 12 August 2026, the day of Sam's review."""
    database, made = sam
    with at_desk(database, made.iro_id, NOW) as desk:
        yield desk


@pytest.fixture
def demo_desk(demo: Database, demo_made: tuple[Path, str]) -> Iterator[Desk]:
    """Give Nadia's desk on Thursday 12 November 2026, with the demo council on it."""
    with at_desk(demo, demo_made[1], demo_record.NOW) as desk:
        yield desk


@pytest.fixture
def made(sam: tuple[Database, Sample]) -> Sample:
    """Give the ids of Sam's family."""
    return sam[1]
