"""Settings are kept beside the record, and a broken file gives the defaults."""

from pathlib import Path

import pytest

from models.settings import FILE, SETTINGS, Setting, Settings


def test_what_is_set_is_there_the_next_time(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("theme", "dark")
    settings.set("text_size", 150)
    settings.set("idle_minutes", 5)
    again = Settings(tmp_path)
    assert (again.theme, again.text_size, again.idle_minutes) == ("dark", 150, 5)


@pytest.mark.parametrize(
    "content",
    [b"", b"not json", b"[]", b'{"theme": 7, "text_size": "100", "idle_minutes": true}', b"\xff"],
)
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    settings = Settings(tmp_path)
    assert {one.name: settings.value(one.name) for one in SETTINGS} == {
        one.name: one.default for one in SETTINGS
    }


def test_a_value_that_is_not_allowed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="text_size"):
        Settings(tmp_path).set("text_size", 110)


def test_a_folder_that_cannot_be_written_does_not_stop_anyone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    settings = Settings(tmp_path / "file")
    settings.set("theme", "dark")
    assert settings.theme == "dark"


def test_without_a_folder_nothing_is_written() -> None:
    settings = Settings()
    settings.set("theme", "contrast")
    assert settings.theme == "contrast"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_every_setting_is_declared_whole(setting: Setting) -> None:
    assert setting.accepts(setting.default)
    assert all(setting.accepts(value) for value in setting.allowed)
    assert setting.title
    assert setting.meaning.endswith(".")
