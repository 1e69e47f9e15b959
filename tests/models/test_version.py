"""The version that laptops tell the shared database is the one that is released."""

import tomllib

from models.version import VERSION
from tests import source


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((source.ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION
