"""Two people of one council who have shared, made once and copied for each test."""

import contextlib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import laptop as laptops
from tests.laptop import CouncilAgain, Laptop
from tests.postgres import PostgresServer
from tests.record_copy import copy_record
from tests.sample import Sample
from tests.shared_council import SharedCouncil


class Pair(NamedTuple):
    """Ruth, who is Sam's IRO, and Bea of business support; both have shared."""

    ruth: Laptop
    bea: Laptop
    sam: Sample
    council: SharedCouncil


@pytest.fixture(scope="session")
def _pair_made(
    postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[SharedCouncil, Path, Sample]]:
    folder = tmp_path_factory.mktemp("pair")
    with contextlib.closing(SharedCouncil(postgres)) as council:
        council.person("ruth", "iro")
        council.person("bea", "business_support")
        ruth, sam = laptops.with_sam(council, "ruth", folder / "ruth")
        bea = laptops.empty(council, "bea", folder / "bea")
        for each in (ruth, bea):
            each.round()
            each.close()
            each.link.close()
        council.admin.close()
        yield council, folder, sam


@pytest.fixture
def pair(_pair_made: tuple[SharedCouncil, Path, Sample], tmp_path: Path) -> Iterator[Pair]:
    """Give fresh copies of both laptops and of the council's shared database."""
    first, folder, sam = _pair_made
    with contextlib.closing(CouncilAgain(first)) as council:
        people = []
        for name in ("ruth", "bea"):
            copy_record(folder / name, tmp_path / name)
            people.append(laptops.again(council, name, tmp_path / name))
        yield Pair(*people, deepcopy(sam), council)
        for each in people:
            each.close()
