"""The lock files hold exact versions and checksums of all that pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("run.txt", "test.txt")


def _lines(lock: str) -> list[str]:
    text = (ROOT / "requirements" / lock).read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _plain(name: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-")


def _asked_for(lock: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    tests = project["optional-dependencies"]["test"] if lock == "test.txt" else []
    return {_plain(name) for name in [*project["dependencies"], *tests]}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_one_version_and_checksums(lock: str) -> None:
    for line in _lines(lock):
        assert re.match(r"[a-z0-9._-]+==\S+ ", line), line[:60]
        assert "--hash=sha256:" in line, line[:60]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_of_a_registry_stands_in_a_lock(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    assert re.findall(r"://|--(?:extra-)?index|--find-links| @ ", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_all_that_the_project_asks_for_is_locked(lock: str) -> None:
    assert _asked_for(lock) <= {_plain(line) for line in _lines(lock)}


def test_what_the_program_runs_on_is_what_it_is_tested_on() -> None:
    tested = {line.split("==")[0]: line.split()[0] for line in _lines("test.txt")}
    for line in _lines("run.txt"):
        assert tested[line.split("==")[0]] == line.split()[0]
