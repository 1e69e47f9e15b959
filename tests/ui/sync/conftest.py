"""A desk at a record that shares, and sharing over a line that does what a test says."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.whose import OWNER
from tests import sample
from tests.ui.at_desk import at_desk
from tests.ui.sync.shared_record import FakeLine, join
from ui.desk import Desk
from ui.sync.sharing import Sharing


class Shared:
    """Sharing under test, with the lines it opened and the passwords it opened them with."""

    def __init__(self, desk: Desk) -> None:
        self.line = FakeLine()
        self.passwords: list[str] = []
        self.sharing = Sharing(self._open)
        self.desk = desk

    def _open(self, _desk: Desk, password: str) -> FakeLine:
        self.passwords.append(password)
        return self.line

    def begin(self, qtbot: QtBot) -> None:
        """Begin, and wait until it is known how sharing stands."""
        self.sharing.begin(self.desk)
        qtbot.waitUntil(lambda: self.sharing.state is not None)
        self.sharing._next.stop()  # no round begins but those that a test asks for


@pytest.fixture
def shared_sam(sam: tuple[Database, sample.Sample]) -> tuple[Database, sample.Sample]:
    """Give Sam's record, joined to a council; Nadia is its owner."""
    database, made = sam
    with database.saving(made.iro_id) as session:
        value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
        session.add(LaptopFact(name=OWNER, value=value))
    join(database, sample.NOW)
    return database, made


@pytest.fixture
def desk(shared_sam: tuple[Database, sample.Sample]) -> Iterator[Desk]:
    """Give Nadia's desk."""
    database, made = shared_sam
    with at_desk(database, made.iro_id, sample.NOW) as at:
        yield at


@pytest.fixture
def shared(desk: Desk, qtbot: QtBot) -> Iterator[Shared]:
    """Give sharing that has begun."""
    made = Shared(desk)
    made.begin(qtbot)
    yield made
    made.sharing.end()
