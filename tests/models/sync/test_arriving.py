"""What others did comes in pages and is taken in at once, round what is typed here."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.database import Database
from models.review import Review
from models.signs import Note
from models.sync import arriving
from models.sync.first_fetch import LAST_ID
from models.sync.link import ConnectionLost
from models.sync.standing import standing_of
from tests import sample
from tests.models.sync.fake_council import (
    ME,
    RUTH,
    FakeCouncil,
    a_round,
    dump,
    join,
    receive,
)
from tests.sample import Sample

Shared = tuple[Database, Sample, FakeCouncil, str]


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Shared]:
    """Sam's family on a laptop that shares, one note in the review, everything handed in."""
    database, made = sample.open_filled(tmp_path / "sam")
    with database.saving(made.iro_id) as session:
        note = Note(
            authority_id=sample.AUTHORITY, case_id=made.child_id, review_id=made.review_id,
            step="A4", column="well", words="She sleeps through",
        )  # fmt: skip
        session.add(note)
    council = FakeCouncil()
    _hand_in(database, council, made.child_id)
    yield database, made, council, note.id
    database.close()


def _hand_in(database: Database, council: FakeCouncil, case: str) -> None:
    """Let the council have everything, and the laptop know it."""
    join(database)
    council.take_over(database, "reference")
    council.take_over(database, case)
    council.cases[case] = 1
    with database.sharing() as hand:
        from models.sync.values import tables_in_order

        for table in tables_in_order():
            hand.connection.execute(f"UPDATE \"{table}\" SET pending = '{{}}'")  # noqa: S608
    receive(database, council)


def _row(database: Database, table: str, row_id: str) -> dict[str, Any]:
    with database.reading() as connection:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))  # noqa: S608
        names = [each[0] for each in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def _type(database: Database, note_id: str, **fields: Any) -> None:
    with database.saving(ME) as session:
        note = session.get_one(Note, note_id)
        for name, value in fields.items():
            setattr(note, name, value)


def _arrivals(database: Database) -> list[Any]:
    with database.reading() as connection:
        rows = connection.execute("SELECT kind, table_name, row_id, by_id, fields FROM arrival")
        return list(rows.fetchall())


def test_after_the_first_round_everything_is_known_and_a_poll_asks_nothing(shared: Shared) -> None:
    database, _, council, _ = shared
    council.calls.clear()
    before = dump(database)
    receive(database, council)
    assert council.calls == []
    assert dump(database) == before


def test_what_another_changed_stands_in_the_row_and_is_told_without_words(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("note", note_id, made.child_id, words="She sleeps through, and reads")
    report = receive(database, council)
    row = _row(database, "note", note_id)
    assert (row["words"], row["updated_by"]) == ("She sleeps through, and reads", RUTH)
    assert row["base_version"] == council.rows[note_id][4]
    assert json.loads(row["base"]) == council.rows[note_id][5]
    assert (report.came, report.joined) == (1, 0)
    assert _arrivals(database) == [("came", "note", note_id, RUTH, '["words"]')]


def test_a_field_typed_here_keeps_its_words_and_the_base_that_was_seen(shared: Shared) -> None:
    database, made, council, note_id = shared
    _type(database, note_id, words="Mine")
    council.put("note", note_id, made.child_id, words="Ruth's", detail="Since June")
    report = receive(database, council)
    row = _row(database, "note", note_id)
    assert (row["words"], row["detail"]) == ("Mine", "Since June")
    assert json.loads(row["pending"])["words"]["base"] == "She sleeps through"
    assert json.loads(row["base"])["words"] == "Ruth's"
    assert report.joined == 1


def test_what_both_typed_alike_is_no_longer_to_be_sent(shared: Shared) -> None:
    database, made, council, note_id = shared
    _type(database, note_id, words="The same", detail="")
    council.put("note", note_id, made.child_id, words="The same")
    receive(database, council)
    assert _row(database, "note", note_id)["pending"] == "{}"


def test_a_row_that_is_typed_in_stays_still_until_it_is_let_go(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("note", note_id, made.child_id, words="Ruth's")
    other = council.put("note", "note-2", made.child_id, review_id=made.review_id, step="A4",
                        column="well", words="Another")  # fmt: skip
    database.typing.begin("note", note_id, "words")
    receive(database, council)
    assert _row(database, "note", note_id)["words"] == "She sleeps through"
    assert _row(database, "note", other[2])["words"] == "Another"
    database.typing.end("note", note_id, "words")
    receive(database, council)
    assert _row(database, "note", note_id)["words"] == "Ruth's"


def test_what_waits_for_a_row_comes_in_without_a_round_once_it_is_left(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("note", note_id, made.child_id, words="Ruth's")
    database.typing.begin("note", note_id, "words")
    receive(database, council)
    take_in = partial(arriving.take_in_row, database, sample.calendar())
    take_in("note", note_id)
    assert _row(database, "note", note_id)["words"] == "She sleeps through"
    database.typing.on_free = take_in
    database.typing.end("note", note_id, "words")
    assert _row(database, "note", note_id)["words"] == "Ruth's"
    assert len(_arrivals(database)) == 1


def test_a_row_keeps_what_a_newer_program_added_to_it(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("note", note_id, made.child_id, words="New", not_thought_of_yet=[1, 2])
    receive(database, council)
    _type(database, note_id, words="Newer")
    assert json.loads(_row(database, "note", note_id)["base"])["not_thought_of_yet"] == [1, 2]


def test_a_row_without_a_place_is_kept_and_named_and_stops_nothing(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("hologram", "h-1", made.child_id, light="blue")
    council.put("note", "odd", made.child_id, review_id="not come", step="A4", words="Orphan")
    council.put("note", "wrong", made.child_id, review_id=made.review_id, position="third")
    council.put("note", note_id, made.child_id, words="Goes on")
    receive(database, council)
    assert _row(database, "note", note_id)["words"] == "Goes on"
    with database.reading() as connection:
        kept = arriving.without_place(connection)
    assert kept == [("hologram", "h-1"), ("note", "odd"), ("note", "wrong")]
    assert receive(database, council).came == 0


def test_a_row_waits_for_its_parent_and_a_reference_for_the_row_it_names(shared: Shared) -> None:
    database, made, council, _ = shared
    step = {"step": "A4", "column": "worry", "words": "w"}
    council.put("note", "child-note", made.child_id, review_id="late", **step)
    council.put("note", "names", made.child_id, review_id=made.review_id, goal_id="goal", **step)
    receive(database, council)
    assert _row(database, "note", "names")["goal_id"] is None
    council.put("review", "late", made.child_id, child_id=made.child_id, number=9)
    council.put("note", "goal", made.child_id, review_id=made.review_id, **step)
    receive(database, council)
    assert _row(database, "note", "names")["goal_id"] == "goal"
    assert _row(database, "note", "child-note")["review_id"] == "late"
    database.check_thoroughly()


def test_a_row_of_a_child_who_is_not_mine_is_dropped(shared: Shared) -> None:
    database, _made, council, _ = shared
    from models.sync.staging import stage

    row = council.put("child", "elsewhere", "elsewhere", identifier="7", given_name="Kit",
                      born_on="2015-01-01")  # fmt: skip
    with database.sharing() as hand:
        stage(hand.connection, [row])
    receive(database, council)
    with database.reading() as connection:
        assert arriving.without_place(connection) == []
        assert connection.execute("SELECT 1 FROM child WHERE id = 'elsewhere'").fetchone() is None


def test_what_is_worked_out_follows_what_came(shared: Shared) -> None:
    database, made, council, _ = shared
    with database.reading() as connection:
        due = connection.execute("SELECT review_due_on FROM child").fetchone()
    council.put("review", made.review_id, made.child_id, state="finished",
                held_on="2026-08-12", completed_on="2026-08-12")  # fmt: skip
    decision = council.put("decision", "d1", made.child_id, review_id=made.earlier_review_id,
                           number=1, what="A bed of her own")  # fmt: skip
    council.put("decision_progress", "p1", made.child_id, decision_id=decision[2],
                review_id=made.review_id, outcome="done")  # fmt: skip
    council.put("participation", "t1", made.child_id, review_id=made.review_id,
                was_there="something new", spoke=True)  # fmt: skip
    receive(database, council)
    with database.reading() as connection:
        now = connection.execute("SELECT review_due_on FROM child").fetchone()
    assert now > due
    assert _row(database, "review", made.review_id)["clocks_open"] == 1
    assert _row(database, "decision", "d1")["outcome"] == "done"


def test_a_new_conflict_is_counted_and_a_settled_one_is_not(shared: Shared) -> None:
    database, made, council, note_id = shared
    council.put("conflict", "c1", made.child_id, table_name="note", row_id=note_id, field="words",
                theirs="a", mine="b")  # fmt: skip
    assert receive(database, council).conflicts == 1
    council.put("conflict", "c1", made.child_id, outcome="mine")
    assert receive(database, council).conflicts == 0
    assert _row(database, "conflict", "c1")["theirs"] == '"a"'


def test_a_cut_at_every_call_sends_again_at_most_one_page(shared: Shared) -> None:
    database, made, council, _ = shared
    for number in range(10):
        council.put("note", f"many-{number}", made.child_id, review_id=made.review_id, step="A4",
                    column="well", words=f"{number}")  # fmt: skip
    council.calls.clear()
    cuts = 0
    for _attempt in range(20):
        council.cut_after = 1
        try:
            receive(database, council)
            break
        except ConnectionLost:
            cuts += 1
    council.cut_after = None
    receive(database, council)
    assert cuts >= 2
    asked = [json.dumps(request) for name, request in council.calls if name == "pull"]
    assert len(asked) - len(set(asked)) <= cuts
    with database.reading() as connection:
        assert standing_of(connection).cursor == (council.seq, LAST_ID)
        found = connection.execute("SELECT count(*) FROM note WHERE id LIKE 'many-%'").fetchone()
    assert found == (10,)


def test_own_work_that_alone_has_moved_the_head_is_not_fetched_back(shared: Shared) -> None:
    database, made, council, note_id = shared
    from models.sync.sealing import ACKNOWLEDGED, closed
    from models.sync.staging import stage

    row = council.put("note", note_id, made.child_id, by=ME, words="Mine, handed in")
    batch = {"n": 1, "ops": [{"kind": "row", "case": made.child_id}]}
    with database.sharing() as hand:
        hand.connection.execute(
            "INSERT INTO outbox (place, device_id, n, payload, sealed_at, state, seq,"
            " acknowledged_at) VALUES (1, 'laptop-1', 1, ?, '', ?, ?, '')",
            (closed(batch), ACKNOWLEDGED, council.seq),
        )
        stage(hand.connection, [row])
    council.calls.clear()
    report = receive(database, council)
    assert (council.calls, report.came) == ([], 0)
    assert _row(database, "note", note_id)["words"] == "Mine, handed in"
    with database.reading() as connection:
        assert standing_of(connection).cursor == (council.seq, LAST_ID)


def test_erased_words_go_and_the_place_stays(shared: Shared) -> None:
    database, made, council, note_id = shared
    database.journal.note("note", note_id, "words", "She sleeps through", sample.NOW, ME)
    council.erase(note_id)
    receive(database, council)
    row = _row(database, "note", note_id)
    assert (row["words"], row["base"], row["pending"]) == ("", '{"erased": true}', "{}")
    assert row["removed_at"] and row["review_id"] == made.review_id
    assert [typed for typed in database.journal.since() if typed.row_id == note_id] == []


def test_unsent_words_of_an_erased_row_are_kept_for_their_author(shared: Shared) -> None:
    database, _, council, note_id = shared
    _type(database, note_id, words="Typed meanwhile")
    council.erase(note_id)
    receive(database, council)
    with database.reading() as connection:
        kept = connection.execute("SELECT why, fields FROM held_work").fetchall()
    assert kept == [("erased", '{"words": "Typed meanwhile"}')]


def test_a_window_hears_which_tables_changed(shared: Shared) -> None:
    database, made, council, note_id = shared
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    council.put("note", note_id, made.child_id, words="New")
    receive(database, council)
    assert any("note" in tables for tables in heard)
    with database.saving(ME) as session:
        assert session.scalars(select(Review)).first() is not None
    assert a_round(database, council).report.came == 0


class _Cut(BaseException):
    """The power goes."""


class _Fuse:
    """A connection that dies before its k-th statement."""

    def __init__(self, connection: Any, left: int) -> None:
        self._connection, self.left = connection, left

    def execute(self, *told: Any) -> Any:
        if not told[0].startswith("PRAGMA"):
            self.left -= 1
            if self.left < 0:
                raise _Cut
        return self._connection.execute(*told)

    def executemany(self, *told: Any) -> Any:
        return self._connection.executemany(*told)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def test_a_cut_before_any_statement_ends_the_same(tmp_path: Path, shared: Shared) -> None:
    database, made, council, note_id = shared
    _type(database, note_id, words="Mine")
    council.put("note", note_id, made.child_id, words="Ruth's", detail="Since June")
    council.put("review", made.review_id, made.child_id, place="At school")
    council.put("note", "more", made.child_id, review_id=made.review_id, step="A4",
                column="well", words="One more")  # fmt: skip
    writer = database._writer
    cuts = 0
    for statements in range(400):
        database._writer = _Fuse(writer, statements)
        try:
            receive(database, council)
            break
        except _Cut:
            cuts += 1
        finally:
            database._writer = writer
    assert cuts > 20
    row = _row(database, "note", note_id)
    assert (row["words"], row["detail"]) == ("Mine", "Since June")
    assert _row(database, "review", made.review_id)["place"] == "At school"
    assert _row(database, "note", "more")["words"] == "One more"
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM stage").fetchone() == (0,)
        assert standing_of(connection).cursor == (council.seq, LAST_ID)
