"""The recipe of the packaged program names every folder of data."""

import resources
from tests import source


def test_every_resource_is_named_in_the_recipe() -> None:
    recipe = (source.ROOT / "build.spec").read_text(encoding="utf-8")
    for entry in resources.path("").iterdir():
        if entry.suffix != ".py" and entry.name != "__pycache__":
            assert f'"resources/{entry.name}"' in recipe, entry.name
