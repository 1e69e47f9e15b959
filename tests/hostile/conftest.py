"""One office for all that is tried against it."""

import contextlib
from collections.abc import Iterator

import pytest

from tests.hostile.office import Office
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def office(postgres: PostgresServer) -> Iterator[Office]:
    """Give the council that everything here is tried against; nothing that is tried stays."""
    with contextlib.closing(Office(postgres)) as made:
        yield made
