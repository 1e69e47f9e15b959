"""Resources are found from source and from the packaged program."""

import sys
import tomllib
from pathlib import Path

import pytest

import resources


def test_a_resource_lies_beside_the_source() -> None:
    assert resources.path("bank_holidays.json").is_file()
    assert "Easter Monday" in resources.text("bank_holidays.json")


def test_a_resource_lies_in_the_folder_of_the_packaged_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "words.txt").write_text("Mae’n iawn", encoding="utf-8")
    assert resources.path("words.txt") == tmp_path / "resources" / "words.txt"
    assert resources.text("words.txt") == "Mae’n iawn"


def test_a_resource_that_is_not_there_is_said_so() -> None:
    with pytest.raises(FileNotFoundError):
        resources.text("no-such-words.txt")


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((resources.path("").parent / "pyproject.toml").read_text())["project"]
    assert resources.version() == project["version"]


def test_the_packaged_program_knows_its_version_without_the_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "version.txt").write_text("9.9.9\n")
    assert resources.version() == "9.9.9"
