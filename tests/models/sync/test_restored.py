"""The council's copy was put back from a backup: what was accepted here comes to light again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.database import Database
from models.signs import Note
from models.sync import restored
from models.sync.greeting import AHEAD, DIFFERENT
from models.sync.held_outcomes import NoPlaceForIt, put_back
from models.sync.link import ConnectionLost
from models.sync.restored import OlderCopy
from models.sync.restored_doubt import was_there
from models.sync.sealing import ACKNOWLEDGED, SEALED, closed
from models.sync.standing import standing_of
from models.sync.words_kept import Words, keep_words
from tests import sample
from tests.models.sync.fake_council import ME, FakeCouncil, a_round, join, receive

Small = tuple[Database, FakeCouncil]
CASE = "019a0000-0000-7000-8000-000000000c17"
NEW_EPOCH = "019a0000-0000-7000-8000-0000000000e2"
NOTE = {"review_id": "review", "step": "A4", "column": "well"}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    """A laptop that has Kit, with one review and two notes."""
    council = FakeCouncil(page=10)
    council.grant(CASE)
    council.put("child", CASE, CASE, identifier="990-7", given_name="Kit", born_on="2015-02-01")
    council.put("review", "review", CASE, child_id=CASE, number=1)
    for name in ("one", "two"):
        council.put("note", name, CASE, words=name, **NOTE)
    database = sample.open_database(tmp_path / "record")
    join(database)
    receive(database, council)
    yield database, council
    database.close()


def _meet_and_receive(database: Database, council: FakeCouncil) -> None:
    under_way = a_round(database, council)
    assert not restored.meet(under_way)
    receive(database, council)


def _put_back_to(council: FakeCouncil, rows: dict[str, list[Any]], seq: int) -> None:
    council.rows, council.seq, council.epoch = rows, seq, NEW_EPOCH


def _note(database: Database, row_id: str) -> Any:
    with database.reading() as connection:
        return connection.execute(
            "SELECT words, base_version, pending FROM note WHERE id = ?", (row_id,)
        ).fetchone()


def _held(database: Database) -> list[Any]:
    with database.reading() as connection:
        rows = connection.execute("SELECT row_id, why, fields, op_id FROM held_work").fetchall()
    return [(row_id, why, json.loads(fields), op_id) for row_id, why, fields, op_id in rows]


def _batches(database: Database, *states: tuple[str, int | None]) -> None:
    with database.sharing() as hand:
        for place, (state, seq) in enumerate(states, 1):
            hand.connection.execute(
                "INSERT INTO outbox (place, device_id, n, payload, sealed_at, state, seq)"
                " VALUES (?, 'laptop-1', ?, ?, '', ?, ?)",
                (place, place, closed({"n": place, "ops": []}), state, seq),
            )


def test_an_epoch_that_is_the_same_changes_nothing(small: Small) -> None:
    database, council = small
    assert not restored.meet(a_round(database, council))
    assert _note(database, "one")[1] == 1


@pytest.mark.parametrize("verdict", [AHEAD, DIFFERENT])
def test_a_copy_that_went_back_unsaid_stops_the_round(small: Small, verdict: str) -> None:
    database, council = small
    council.witness = verdict
    with pytest.raises(OlderCopy):
        restored.meet(a_round(database, council))


def test_acknowledged_batches_behind_its_head_are_brought_back_once(small: Small) -> None:
    database, council = small
    _batches(database, *((ACKNOWLEDGED, seq) for seq in (3, 4, 5, 6)), (SEALED, None))
    council.state, council.seq, council.epoch = "recovering", 4, NEW_EPOCH
    under_way = a_round(database, council)
    assert restored.meet(under_way)
    assert under_way.report.recovering
    assert [(batch["n"], batch["seq"]) for batch in council.parked] == [(3, 5), (4, 6)]
    assert restored.meet(a_round(database, council))
    assert len(council.parked) == 2


def test_it_is_brought_back_after_a_cut_and_to_a_second_restoring(small: Small) -> None:
    database, council = small
    _batches(database, (ACKNOWLEDGED, 5))
    council.state, council.seq, council.epoch, council.cut_after = "recovering", 4, NEW_EPOCH, 0
    with pytest.raises(ConnectionLost):
        restored.meet(a_round(database, council))
    council.cut_after = None
    restored.meet(a_round(database, council))
    assert len(council.parked) == 1
    council.epoch = NEW_EPOCH[:-1] + "3"
    restored.meet(a_round(database, council))
    assert len(council.parked) == 2


def test_a_copy_that_was_filled_again_leaves_all_as_it_was(small: Small) -> None:
    database, council = small
    council.epoch = NEW_EPOCH
    _meet_and_receive(database, council)
    assert _note(database, "one") == ("one", 1, "{}")
    assert _held(database) == []
    with database.reading() as connection:
        standing = standing_of(connection)
        assert standing.epoch == NEW_EPOCH
        assert connection.execute(
            "SELECT count(*) FROM note WHERE base_version < 1"
        ).fetchone() == (0,)


def test_what_is_typed_and_not_sent_stays(small: Small) -> None:
    database, council = small
    with database.saving(ME) as session:
        session.get_one(Note, "one").words = "Typed here"
    council.epoch = NEW_EPOCH
    _meet_and_receive(database, council)
    words, version, pending = _note(database, "one")
    assert (words, version) == ("Typed here", 1)
    assert json.loads(pending)["words"]["base"] == "one"


def test_words_that_the_copy_has_not_any_more_are_set_aside_and_put_back(small: Small) -> None:
    database, council = small
    older, seq = dict(council.rows), council.seq
    council.put("note", "one", CASE, words="One, and more")
    council.put("note", "three", CASE, words="Made since the backup", **NOTE)
    receive(database, council)
    _put_back_to(council, older, seq)
    _meet_and_receive(database, council)
    assert _note(database, "one")[:2] == ("one", 1)
    assert _note(database, "three") is None
    held = {row_id: (why, fields["words"]) for row_id, why, fields, _ in _held(database)}
    assert held == {
        "one": ("not_in_restored_copy", "One, and more"),
        "three": ("not_in_restored_copy", "Made since the backup"),
    }
    for *_, op_id in _held(database):
        put_back(database, op_id, ME)
    assert json.loads(_note(database, "one")[2])["words"]["new"] == "One, and more"
    assert _note(database, "three")[:2] == ("Made since the backup", 0)


def test_a_lost_note_brings_back_the_lost_review_it_belongs_to(small: Small) -> None:
    database, council = small
    older, seq = dict(council.rows), council.seq
    council.put("review", "late", CASE, child_id=CASE, number=2, place="At school")
    late = {**NOTE, "review_id": "late", "goal_id": "never there"}
    council.put("note", "of-late", CASE, words="Made since the backup", **late)
    receive(database, council)
    _put_back_to(council, older, seq)
    _meet_and_receive(database, council)
    (op_id,) = [op_id for row_id, *_, op_id in _held(database) if row_id == "of-late"]
    put_back(database, op_id, ME)
    assert _note(database, "of-late")[:2] == ("Made since the backup", 0)
    with database.reading() as connection:
        place = connection.execute("SELECT place FROM review WHERE id = 'late'").fetchone()
    assert place == ("At school",)
    database.check_thoroughly()


def test_words_whose_child_has_left_cannot_be_put_back_and_stay(small: Small) -> None:
    database, _ = small
    with database.sharing() as hand:
        words = Words("note", "gone", "elsewhere", {"review_id": "x", "words": "w"}, "no_access")
        keep_words(hand.connection, words, hand.at)
        half = Words("draft", "review", "elsewhere", {"A4": "half"}, "half_typed")
        keep_words(hand.connection, half, hand.at)
    for *_, op_id in _held(database):
        with pytest.raises(NoPlaceForIt):
            put_back(database, op_id, ME)
    assert len(_held(database)) == 2


def test_a_newer_change_of_another_is_no_loss(small: Small) -> None:
    database, council = small
    council.put("note", "one", CASE, words="Changed while I was away")
    council.epoch = NEW_EPOCH
    _meet_and_receive(database, council)
    assert _note(database, "one")[0] == "Changed while I was away"
    assert _held(database) == []


def test_lost_words_of_a_row_that_was_changed_again_are_set_aside(small: Small) -> None:
    database, council = small
    older, seq, history = dict(council.rows), council.seq, council.history
    council.put("note", "one", CASE, words="One, and more")
    council.put("note", "two", CASE, words="Two, and more")
    receive(database, council)
    accepted = council.history
    _put_back_to(council, older, seq)
    council.history = history
    council.put("note", "one", CASE, words="Changed after the restoring")
    council.put("note", "one", CASE, words="And once more")
    council.put("note", "two", CASE, words="Two, and more")
    council.put("note", "two", CASE, words="Changed by another")
    assert council.history != accepted
    _meet_and_receive(database, council)
    assert _note(database, "one")[:2] == ("And once more", 3)
    held = {row_id: (why, fields) for row_id, why, fields, _ in _held(database)}
    assert held == {"one": ("not_in_restored_copy", {"words": "One, and more"})}
    receive(database, council)
    assert len(_held(database)) == 1


def test_words_in_doubt_stay_set_aside_until_the_history_has_been_told(small: Small) -> None:
    database, council = small
    council.put("note", "one", CASE, words="Changed while I was away")
    council.epoch = NEW_EPOCH
    pull, council._pull_history = council._pull_history, _cut  # type: ignore[method-assign]
    with pytest.raises(ConnectionLost):
        _meet_and_receive(database, council)
    assert len(_held(database)) == 1
    council._pull_history = pull  # type: ignore[method-assign]
    receive(database, council)
    assert _held(database) == []


@given(
    values=st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6),
    since=st.integers(0, 6),
    lost=st.booleans(),
)
def test_whether_words_were_there_is_known_exactly(
    values: list[str], since: int, lost: bool
) -> None:
    changes = [
        {"seq": seq, "version": seq, "patch": {"words": [None, value], "other": [None, seq]}}
        for seq, value in enumerate(values, 1)
    ]
    known = values[min(since, len(values)) - 1] if since else None
    behind = set(values[since:])
    value = "d" if lost else (known or values[-1])
    assert was_there(changes, "words", value, since) is (value == known or value in behind)
    erased = [{**each, "patch": None} for each in changes]
    assert not was_there(erased, "words", value, since)


def _cut(_request: Any) -> Any:
    raise ConnectionLost


def test_a_lost_row_to_which_something_unsent_belongs_goes_out_again(small: Small) -> None:
    database, council = small
    older, seq = dict(council.rows), council.seq
    council.put("review", "late", CASE, child_id=CASE, number=2, place="At school")
    receive(database, council)
    with database.saving(ME) as session:
        note = Note(authority_id=sample.AUTHORITY, case_id=CASE, review_id="late", step="A4",
                    column="well", words="Unsent")  # fmt: skip
        session.add(note)
    _put_back_to(council, older, seq)
    _meet_and_receive(database, council)
    with database.reading() as connection:
        row = connection.execute("SELECT base_version, pending FROM review WHERE id = 'late'")
        version, pending = row.fetchone()
    assert version == 0
    assert json.loads(pending)["place"]["new"] == "At school"
    database.check_thoroughly()


def test_one_that_was_typed_in_meanwhile_is_not_taken_for_lost(small: Small) -> None:
    database, council = small
    council.epoch = NEW_EPOCH
    database.typing.begin("note", "one", "words")
    _meet_and_receive(database, council)
    assert _note(database, "one")[1] == -1
    database.typing.end("note", "one", "words")
    receive(database, council)
    assert _note(database, "one") == ("one", 1, "{}")
    assert _held(database) == []
