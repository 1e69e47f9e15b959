"""Nadia's desk in her own record, and files of pictures to bring to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.council import LaptopFact
from models.database import Database
from models.whose import OWNER
from tests import sample
from tests.models.brought import GOOD_SVG, SVG_HEAD, as_file, jpeg_with_gps, picture
from tests.ui.at_desk import at_desk
from ui.desk import Desk

FILES = {
    "crest.png": as_file(picture()),
    "other.png": as_file(picture(90)),
    "photo.jpg": jpeg_with_gps(),
    "sun.svg": GOOD_SVG,
    "glass.svg": f'{SVG_HEAD}<circle cx="32" cy="32" r="20" opacity=".5"/></svg>'.encode(),
    "words.png": b"These are words.",
}


@pytest.fixture
def desk(sam: tuple[Database, sample.Sample]) -> Iterator[Desk]:
    """Give Nadia's desk in her own record."""
    database, made = sam
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Give a file to bring, by its name."""

    def write(name: str) -> Path:
        place = tmp_path / name
        place.write_bytes(FILES[name])
        return place

    return write
