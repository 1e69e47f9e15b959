"""Histories that the seeded world found to end wrong, each shrunk to a few lines."""

from typing import Any

from models.editing import put, remove
from tests.laptop import Laptop
from tests.models.sync.conftest import Pair


def _put(laptop: Laptop, table: str, row_id: str, field: str, value: Any) -> None:
    with laptop.database.saving(laptop.person) as session:
        put(session, table, row_id, field, value)


def test_words_typed_into_what_one_removed_do_not_stay_on_the_screen_alone(pair: Pair) -> None:
    ruth, _bea, sam, _council = pair
    gran = sam.people["gran"]
    with ruth.database.saving(ruth.person) as session:
        remove(session, "person", gran)
    ruth.round()
    _put(ruth, "person", gran, "called", "Granny")
    ruth.round()
    assert ruth.one("SELECT mine FROM conflict WHERE row_id = ?", gran) == '"Granny"'
    assert ruth.one("SELECT called FROM person WHERE id = ?", gran) == "Nana Bea"
