"""The ground that the histories of one process are played on."""

from collections.abc import Iterator

import pytest

from tests.postgres import PostgresServer
from tests.world.ground import Ground


@pytest.fixture(scope="session")
def ground(postgres: PostgresServer) -> Iterator[Ground]:
    """Give a council with its people and their laptops; each history puts it back first."""
    made = Ground(postgres)
    yield made
    made.close()
