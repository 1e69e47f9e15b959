"""What the council has leaves what waits; what was typed since stays, over what was sent."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.database import Database
from models.editing import put, remove
from models.pending import (
    BASE,
    NEW,
    SEALED,
    after_acknowledging,
    as_sealed,
    base_to_send,
    is_dirty,
    unsealed,
    with_change,
)
from models.sync.acknowledging import made_cases
from models.sync.sealing import Batch, next_batch
from models.sync.standing import standing_of
from tests import laptop
from tests.laptop import Crash
from tests.models.sync.alone import (
    answer,
    batch_of,
    everything_accepted,
    ops_of,
    pending,
    seal_all,
)
from tests.sample import Sample

Shared = tuple[Database, Sample]


@pytest.fixture
def shared(sam: Shared) -> Iterator[Shared]:
    """Sam's record, all of it accepted by the council."""
    everything_accepted(*sam)
    yield sam


def _say(shared: Shared, words: str, field: str = "place") -> None:
    database, made = shared
    with database.saving(made.iro_id) as session:
        put(session, "review", made.review_id, field, words)


def _waits(shared: Shared) -> dict[str, Any]:
    return pending(shared[0], "review", shared[1].review_id)


def test_what_was_accepted_waits_no_more(shared: Shared) -> None:
    _say(shared, "At school")
    seal_all(shared[0])
    assert answer(shared[0], batch_of(shared[0])).sent == 1
    assert _waits(shared) == {}


def test_what_was_typed_meanwhile_stays_over_what_was_sent(shared: Shared) -> None:
    _say(shared, "At school")
    seal_all(shared[0])
    _say(shared, "At school, room 4")
    answer(shared[0], batch_of(shared[0]))
    change = _waits(shared)["place"]
    assert (change[BASE], change[NEW]) == ("At school", "At school, room 4")
    assert SEALED not in change


def test_an_answer_that_comes_twice_or_late_changes_nothing(shared: Shared) -> None:
    database, _ = shared
    _say(shared, "At school")
    seal_all(database)
    first = batch_of(database)
    answer(database, first)
    _say(shared, "At the office")
    before = _waits(shared)
    assert answer(database, first).sent == 0
    assert _waits(shared) == before
    with database.sharing() as hand:  # asked to be sent again, as when the council has lost it
        hand.connection.execute("UPDATE outbox SET state = 'sealed'")
    answer(database, first)
    assert _waits(shared) == before


def test_typing_back_what_is_still_away_is_sent_again(shared: Shared) -> None:
    database, _ = shared
    _say(shared, "At school")
    seal_all(database)
    _say(shared, "Alma’s house")
    seal_all(database)
    answer(database, batch_of(database))
    (op,) = ops_of(database)
    assert (op["base"], op["set"]) == ({"place": "At school"}, {"place": "Alma’s house"})
    answer(database, batch_of(database))
    assert _waits(shared) == {}


def test_two_versions_of_which_none_is_shown_leave_the_words_here(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    seal_all(database)
    row = [9, "review", made.review_id, made.child_id, 2, {"place": "Hall"}, *["a", None] * 2]
    report = answer(database, batch_of(database), status="conflict", conflicts=[], row=row)
    assert report.held == 1
    with database.reading() as connection:
        (fields, why) = connection.execute("SELECT fields, why FROM held_work").fetchone()
    assert (json.loads(fields), why) == ({"place": "At school"}, "changed_since_seen")


def test_rows_in_an_answer_wait_in_the_stage(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    seal_all(database)
    row = [9, "review", made.review_id, made.child_id, 2, {"place": "At school"}, *["a", None] * 2]
    answer(database, batch_of(database), row=row)
    with database.reading() as connection:
        assert connection.execute("SELECT row_id, seq FROM stage").fetchall() == [
            (made.review_id, 9)
        ]
        assert standing_of(connection).witness == (9, "aa")


def test_the_version_that_one_s_own_change_made_is_as_good_as_seen(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    seal_all(database)
    _say(shared, "Ask Gran", "what_for")
    row = [9, "review", made.review_id, made.child_id, 2, {"place": "At school"}, *["a", None] * 2]
    answer(database, batch_of(database), row=row)
    assert _waits(shared)["what_for"]["seen"] == 2


def test_a_version_that_others_made_as_well_is_not_seen(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    seal_all(database)
    _say(shared, "Ask Gran", "what_for")
    row = [9, "review", made.review_id, made.child_id, 3, {"place": "At school"}, *["a", None] * 2]
    answer(database, batch_of(database), row=row)
    assert _waits(shared)["what_for"]["seen"] == 1


@pytest.mark.parametrize("why", ["changed_since_seen", "council_sets_this"])
def test_what_was_refused_is_put_back_and_said(shared: Shared, why: str) -> None:
    database, made = shared
    person = made.people["gran"]
    with database.saving(made.iro_id) as session:
        remove(session, "person", person)
    row = [9, "person", person, made.child_id, 2, {"name": "B"}, *["a", None] * 2]
    report = answer(database, batch_of(database), status="refused", why=why, row=row)
    assert report.refused == 1
    with database.reading() as connection:
        gone = connection.execute("SELECT removed_at FROM person WHERE id = ?", (person,))
        assert gone.fetchone() == (None,)
        told = connection.execute("SELECT kind, fields FROM arrival").fetchall()
    assert told == [("set_aside", json.dumps(["removed_at", "removed_by"]))]
    assert pending(database, "person", person) == {}


def test_only_a_batch_that_may_make_a_child_asks_for_the_cases_again() -> None:
    def batch(**op: Any) -> Batch:
        return Batch(1, 1, {"ops": [op]})

    assert made_cases(batch(kind="row", table="child", set={"identifier": "P-1"}))
    assert not made_cases(batch(kind="row", table="child", set={"plan": "Home"}))
    assert made_cases(batch(kind="access"))
    assert not made_cases(batch(kind="row", table="note", set={}))
    assert not made_cases(batch(kind="part"))


def test_a_laptop_that_dies_while_it_takes_in_an_answer_takes_it_in_again(
    shared: Shared,
) -> None:
    database, made = shared
    _say(shared, "At school")
    _say(shared, "Ask Gran", "what_for")
    seal_all(database)
    _say(shared, "At school, room 4")
    before, left, died = laptop.contents(database), 0, True
    row = [9, "review", made.review_id, made.child_id, 2, {"place": "At school"}, *["a", None] * 2]
    while died:
        laptop.fuse(database, left)
        try:
            answer(database, batch_of(database), row=row)
            died = False
        except Crash:
            database = laptop.reopened(database)
            with database.reading() as connection:
                died = next_batch(connection) is not None
            assert not died or laptop.contents(database) == before
        left += 1
    assert left > 5
    assert set(pending(database, "review", made.review_id)) == {"place"}
    database.close()


Step = st.one_of(
    st.tuples(st.just("type"), st.sampled_from("abcd")),
    st.tuples(st.sampled_from(["seal", "answer", "hold"]), st.just("")),
)


@given(steps=st.lists(Step, max_size=25))
@settings(max_examples=60)
def test_whatever_order_it_goes_in_nothing_is_sent_over_what_was_not_seen(
    steps: list[tuple[str, str]],
) -> None:
    """One field, one typist, a council that takes in or holds: it has what was typed last."""
    council = shown = "base"
    waiting: dict[str, Any] = {}
    away: list[tuple[Any, str]] = []
    held: list[str] = []
    for step, words in [*steps, *[("seal", ""), ("answer", "")] * 12]:
        change = waiting.get("f")
        if step == "type" and words != shown:
            waiting = with_change(waiting, "f", shown, words)
            shown = words
        elif step == "seal" and change and is_dirty(change):
            away.append((base_to_send(change), change[NEW]))
            waiting = {"f": as_sealed(change)}
        elif step in ("answer", "hold") and away:
            base, sent = away.pop(0)
            assert step == "hold" or council in (base, sent) or held
            if step == "answer":
                council = sent
                left = change and after_acknowledging(change, sent)
            else:
                held.append(sent)
                left = change and unsealed(change, sent)
            waiting = {"f": left} if left else {}
    assert council == shown or held
    assert not away
    assert not waiting or held
