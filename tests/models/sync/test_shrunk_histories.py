"""Histories that the seeded world found to end wrong, each shrunk to a few lines."""

from datetime import date, timedelta
from typing import Any

from models.child import Child
from models.editing import put, remove
from models.record import new_id
from models.sync.laptop_facts import COMPARED, forget_fact
from tests.laptop import Laptop
from tests.models.sync.conftest import Pair
from tests.sample import AUTHORITY, NOW


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


def test_a_child_given_later_who_differs_is_fetched_again(pair: Pair) -> None:
    ruth, bea, _sam, _council = pair
    kit = new_id()
    with ruth.database.saving(ruth.person) as session:
        child = Child(id=kit, authority_id=AUTHORITY, case_id=kit, identifier="P-1002")
        child.given_name, child.born_on, child.iro_id = "Kit", date(2015, 2, 1), ruth.person
        session.add(child)
    ruth.round()
    bea.round()
    with bea.database.sharing() as hand:
        hand.connection.execute(
            "UPDATE child SET given_name = 'Tik', base = json_set(base, '$.given_name', 'Tik')"
            " WHERE id = ?",
            (kit,),
        )
        forget_fact(hand.connection, COMPARED)
    bea.round()
    bea.round()
    assert bea.one("SELECT given_name FROM child WHERE id = ?", kit) == "Kit"
    assert bea.one("SELECT base_version FROM child WHERE id = ?", kit) == 1


def test_a_clock_put_ten_years_on_does_not_let_kept_batches_go(pair: Pair) -> None:
    ruth, _bea, sam, _council = pair
    _put(ruth, "review", sam.review_id, "place", "At Alma’s")
    ruth.round()
    kept = ruth.one("SELECT count(*) FROM outbox")
    ruth.database._now = lambda: NOW + timedelta(days=3650)
    ruth.round()
    assert ruth.one("SELECT count(*) FROM outbox") == kept > 0
