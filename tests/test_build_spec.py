"""The recipe of the packaged program names every folder of data."""

import re

import resources
from letters.languages import LANGUAGES
from models.security.kept_passwords import KEYRINGS
from tests import source


def test_every_resource_is_named_in_the_recipe() -> None:
    recipe = (source.ROOT / "build.spec").read_text(encoding="utf-8")
    for entry in resources.path("").iterdir():
        if entry.suffix != ".py" and entry.name != "__pycache__":
            assert f'"resources/{entry.name}"' in recipe, entry.name


def test_days_and_numbers_of_every_language_of_letters_are_kept() -> None:
    recipe = (source.ROOT / "build.spec").read_text(encoding="utf-8")
    (kept,) = re.findall(r"^LANGUAGES = \{(.*?)^\}", recipe, re.MULTILINE | re.DOTALL)
    named = set(re.findall(r'"(\w+)"', kept))
    for language in LANGUAGES.values():
        assert language.for_babel.partition("_")[0] in named, language.code


def test_the_catalogues_that_the_standing_of_a_language_is_counted_from_are_kept() -> None:
    recipe = (source.ROOT / "build.spec").read_text(encoding="utf-8")
    assert '("resources/locale", "resources/locale")' in recipe
    assert ".po" not in recipe


def test_the_driver_and_every_keyring_are_named_in_the_recipe() -> None:
    recipe = (source.ROOT / "build.spec").read_text(encoding="utf-8")
    named = {module for each in KEYRINGS.values() for module, _name in each}
    for module in {"psycopg_binary", *named}:
        assert f'"{module}"' in recipe, module
