"""What waits is sealed in order, each change once, and a sealed batch never changes."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from models.database import Database
from models.editing import put, remove
from models.open_review import OpenReview
from models.record import new_id
from models.sync import sealing
from models.sync.changes import waiting_changes
from models.sync.dirty import KINDS, dirty_cases
from models.sync.held import held_count
from models.sync.operations import BATCH_BYTES, BATCH_OPS, in_pieces, packed, part_ops, sized
from models.sync.sealing import batches_waiting, closed, mended, opened, seal
from models.sync.standing import standing_of
from tests import laptop, sample
from tests.laptop import Crash
from tests.models.sync.alone import (
    answer,
    batch_of,
    everything_accepted,
    ops_of,
    pending,
    seal_all,
    share,
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


def test_a_new_record_goes_out_whole_with_parents_first(sam: Shared) -> None:
    database, made = sam
    share(database, made)
    seal_all(database)
    sent = batch_of(database).sent
    tables = [op["table"] for op in sent["ops"]]
    unsigned = [table for table in tables if table != "review"]
    assert unsigned == sorted(unsigned, key=list(KINDS).index)
    assert sent["n"] == 1
    assert {op["case"] for op in sent["ops"]} == {"", made.child_id}
    with database.reading() as connection:
        assert dirty_cases(connection) == []
        assert standing_of(connection).next_n == 2


def test_only_what_was_changed_goes_out_with_what_was_on_the_screen(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    seal_all(database)
    (op,) = ops_of(database)
    assert (op["kind"], op["table"], op["id"]) == ("row", "review", made.review_id)
    assert op["set"] == {"place": "At school"}
    assert op["base"] == {"place": "Alma’s house"}
    assert op["seen"] == 1


def test_words_typed_after_sealing_go_out_over_those_that_were_sealed(shared: Shared) -> None:
    database, _ = shared
    _say(shared, "At school")
    seal_all(database)
    seal_all(database)
    _say(shared, "At school, room 4")
    seal_all(database)
    with database.reading() as connection:
        assert batches_waiting(connection) == 2
    first = batch_of(database)
    answer(database, first)
    (op,) = ops_of(database)
    assert (op["base"], op["set"]) == ({"place": "At school"}, {"place": "At school, room 4"})
    assert op["op"] != first.sent["ops"][0]["op"]


def test_what_was_typed_and_taken_back_is_not_sent(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    _say(shared, "Alma’s house")
    seal_all(database)
    assert pending(database, "review", made.review_id) == {}
    with database.reading() as connection:
        assert batches_waiting(connection) == 0


def test_what_was_typed_and_taken_back_gives_way_to_what_came_meanwhile(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    _say(shared, "Alma’s house")
    with database.sharing() as hand:
        hand.connection.execute(
            "UPDATE review SET base = json_set(base, '$.place', 'The office'), base_version = 2"
            " WHERE id = ?",
            (made.review_id,),
        )
    seal_all(database)
    with database.reading() as connection:
        row = connection.execute(
            "SELECT place, pending FROM review WHERE id = ?", (made.review_id,)
        ).fetchone()
    assert row == ("The office", "{}")


def test_removing_is_sealed_in_the_commit_that_removes(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    with database.saving(made.iro_id) as session:
        remove(session, "person", made.people["gran"])
    review, person = ops_of(database)
    assert review["set"] == {"place": "At school"}
    assert set(person["set"]) == {"removed_at", "removed_by"}
    assert person["seen"] == 1


def test_one_s_own_words_go_before_the_removal_of_their_row(shared: Shared) -> None:
    database, made = shared
    with database.saving(made.iro_id) as session:
        put(session, "person", made.people["gran"], "called", "Nan")
        remove(session, "person", made.people["gran"])
    words, removal = ops_of(database)
    assert words["set"] == {"called": "Nan"}
    assert "removed_at" in removal["set"]


def test_a_laptop_that_works_alone_seals_nothing(sam: Shared) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        remove(session, "person", made.people["gran"])
    with database.reading() as connection:
        assert batches_waiting(connection) == 0


def test_finishing_is_signed_last_over_all_that_is_sealed_before_it(shared: Shared) -> None:
    database, made = shared
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(sample.NOW, "17:00", sample.calendar())
    sealed = []
    while True:
        with database.reading() as connection:
            batch = sealing.next_batch(connection)
        if batch is None:
            break
        sealed += batch.sent["ops"]
        answer(database, batch)
    assert [op["set"]["state"] for op in sealed if "signed" in op] == ["finished"]
    assert sealed[-1]["signed"]["aggregate"] == "review"


def test_every_kind_of_nul_and_half_character_is_mended_before_it_is_sealed(
    shared: Shared,
) -> None:
    database, made = shared
    _say(shared, "one\0two")
    seal_all(database)
    assert ops_of(database)[0]["set"] == {"place": "one\ufffdtwo"}
    with database.reading() as connection:
        assert connection.execute(
            "SELECT place FROM review WHERE id = ?", (made.review_id,)
        ).fetchone() == ("one\ufffdtwo",)
    assert mended({"a\0": ["b\0", {"c": "\ud800"}], "n": 3}) == {
        "a\ufffd": ["b\ufffd", {"c": "?"}],
        "n": 3,
    }


def test_a_text_that_is_too_long_for_any_batch_is_kept_beside_the_record(shared: Shared) -> None:
    database, made = shared
    _say(shared, "x" * (BATCH_BYTES + 1), "plan_agreed_why")
    _say(shared, "At school")
    seal_all(database)
    assert ops_of(database)[0]["set"] == {"place": "At school"}
    with database.reading() as connection:
        assert held_count(connection) == 1
        held = connection.execute("SELECT why, fields FROM held_work").fetchone()
        assert held[0] == "too_long"
        assert len(json.loads(held[1])["plan_agreed_why"]) == BATCH_BYTES + 1
    assert set(pending(database, "review", made.review_id)) == {"place"}


def test_who_looked_goes_out_once(shared: Shared) -> None:
    database, made = shared
    with database.sharing() as hand:
        hand.connection.execute(
            'INSERT INTO looked (id, "at", person_id, case_id, act, what)'
            " VALUES (?, ?, ?, ?, ?, ?)",
            (new_id(), sample.NOW.isoformat(), made.iro_id, made.child_id, "opened", ""),
        )
    for _ in range(2):
        with database.sharing() as hand:
            sealing.seal_looked(hand)
    with database.reading() as connection:
        assert batches_waiting(connection) == 1
    assert ops_of(database)[0]["lines"][0]["act"] == "opened"


def test_acts_are_sealed_with_an_id_of_their_own(shared: Shared) -> None:
    database, _ = shared
    with database.sharing() as hand:
        sealing.seal_acts(hand, [{"kind": "device", "device": "d", "revoke": True}])
    (op,) = ops_of(database)
    assert op["op"]
    assert op["revoke"] is True


def test_acknowledged_batches_are_kept_for_120_days(shared: Shared) -> None:
    database, _ = shared
    _say(shared, "At school")
    seal_all(database)
    answer(database, batch_of(database))
    for days, left in ((119, 1), (121, 0)):
        with database.sharing() as hand:
            sealing.let_old_go(hand.connection, hand.at + timedelta(days=days))
            count = hand.connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        assert count == left


def test_batches_are_neither_longer_nor_larger_than_they_may_be() -> None:
    small: list[dict[str, Any]] = [{"op": str(n), "kind": "row"} for n in range(1200)]
    assert [len(batch) for batch in packed(map(sized, small))] == [BATCH_OPS, BATCH_OPS, 200]
    large = [{"op": str(n), "words": "é" * 200_000} for n in range(5)]
    batches = list(packed(map(sized, large)))
    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert all(len(json.dumps(b, ensure_ascii=False).encode()) < BATCH_BYTES for b in batches)


def test_a_row_with_long_texts_goes_out_in_pieces_and_each_is_whole() -> None:
    texts = {f"t{n}": "x" * 300_000 for n in range(4)}
    op = {"op": "1", "kind": "row", "set": {**texts, "a": 1}, "base": {"t1": "y"}}
    pieces = [piece for piece, _ in in_pieces(op)]
    together: dict[str, Any] = {}
    for piece in pieces:
        together.update(piece["set"])
    assert together == op["set"]
    assert len({piece["op"] for piece in pieces}) == len(pieces) > 1
    assert sum("t1" in piece["base"] for piece in pieces) == 1


def test_pages_go_out_in_parts_that_are_together_the_whole() -> None:
    import base64

    whole = bytes(range(256)) * 3000
    parts = list(part_ops("case", "digest", whole))
    assert b"".join(base64.b64decode(part["bytes"]) for part in parts) == whole
    assert [part["part"] for part in parts] == list(range(parts[0]["parts"]))


def test_a_batch_comes_back_from_the_outbox_as_it_was_sealed() -> None:
    sent = {"n": 1, "ops": [{"words": "Zo\u00eb \U0001f600 \n", "list": [1, None, True]}]}
    assert opened(closed(sent)) == sent


def test_counting_what_waits_looks_at_no_other_rows(shared: Shared) -> None:
    database, _ = shared
    _say(shared, "At school")
    with database.reading() as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT count(*) FROM review WHERE pending <> '{}'"
        ).fetchall()
        assert "ix_review_waiting" in plan[0][3]
        assert waiting_changes(connection) == 1


def test_a_laptop_that_dies_while_sealing_has_sealed_nothing_or_all(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).add_note("well", "She sleeps through")
    before, left, died = laptop.contents(database), 0, True
    while died:
        laptop.fuse(database, left)
        try:
            with database.sharing() as hand:
                seal(hand, [made.child_id], database.typing.holds)
            died = False
        except Crash:
            database = laptop.reopened(database)
            with database.reading() as connection:
                died = batches_waiting(connection) == 0
            assert not died or laptop.contents(database) == before
        left += 1
    assert left > 5
    assert len(ops_of(database)) == 2
    database.close()


def test_a_laptop_that_dies_while_signing_has_signed_nothing(shared: Shared) -> None:
    database, made = shared
    _say(shared, "At school")
    before, left, died = laptop.contents(database), 0, True
    while died:
        laptop.fuse(database, left)
        try:
            with database.saving(made.iro_id) as session:
                remove(session, "person", made.people["gran"])
            died = False
        except Crash:
            database = laptop.reopened(database)
            assert laptop.contents(database) == before
        left += 1
    assert left > 3
    assert [op["table"] for op in ops_of(database)] == ["review", "person"]
    database.close()
