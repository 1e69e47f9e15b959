"""A child's record leaves the laptop: no byte of it is left in any file, page by page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.caseload import find_children
from models.conflict import Conflict
from models.database import Database
from models.drafts import keep_draft
from models.every_record import LOCAL, SHARED
from models.security import erase
from models.signs import Note
from models.sync.sealing import ACKNOWLEDGED, closed, opened
from tests import sample
from tests.decrypted import search
from tests.models.sync.fake_council import FakeCouncil, join, receive
from tests.sample import KEY, Sample

KIT = "019a0000-0000-7000-8000-000000000c17"
CHOICE = "019a0000-0000-7000-8000-00000000c40d"
MARKS = [
    *("Marker-in-a-note", "Marker-half-typed", "Marker-sealed", "Marker-staged"),
    *("Marker-undone", "Marker-journal", "Marker-of-a-name", "Tillbrook", "Samantha"),
    *("Marker-choice-typed", "Marker-choice-journal"),
]
Filled = tuple[Database, Sample, str]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    """Sam's record with a marker in every place that keeps words, and Kit beside her."""
    database, made = sample.open_filled(tmp_path / "record")
    with database.saving(made.iro_id) as session:
        note = Note(
            authority_id=sample.AUTHORITY, case_id=made.child_id, review_id=made.review_id,
            step="A4", column="well", words="Marker-in-a-note " * 400,
        )  # fmt: skip
        session.add(note)
        session.flush()
        choice = Conflict(
            id=CHOICE, authority_id=sample.AUTHORITY, case_id=made.child_id,
            review_id=made.review_id, table_name="note", row_id=note.id, field="words",
        )  # fmt: skip
        session.add(choice)
        keep_draft(session, made.review_id, "A4", {"words": "Marker-half-typed"})
        keep_draft(session, CHOICE, "result", {"words": "Marker-choice-typed"})
    database.journal.note("note", note.id, "words", "Marker-journal", sample.NOW, made.iro_id)
    database.journal.note("note", note.id, "words", note.words, sample.NOW, made.iro_id)
    half = "Marker-choice-journal"
    database.journal.note("draft", CHOICE, "result", half, sample.NOW, made.iro_id)
    join(database)
    _put_in_every_place(database, made)
    database.back_up()
    yield database, made, note.id
    database.close()


def _put_in_every_place(database: Database, made: Sample) -> None:
    batch = {"n": 1, "ops": [{"op": "1", "case": made.child_id, "set": {"w": "Marker-sealed"}},
                             {"op": "2", "case": KIT, "set": {"w": "Kit's own"}}]}  # fmt: skip
    council = FakeCouncil()
    council.cases = {made.child_id: 1, KIT: 1}
    council.put("child", KIT, KIT, identifier="990-7", given_name="Kit", born_on="2015-02-01")
    with database.sharing() as hand:
        for table in (str(kind.__tablename__) for kind in SHARED):
            hand.connection.execute(
                f"UPDATE {table} SET pending = '{{}}', base = pending, base_version = 1"  # noqa: S608
            )
        hand.connection.execute(
            "INSERT INTO outbox (place, device_id, n, payload, sealed_at, state, seq)"
            " VALUES (1, 'laptop-1', 1, ?, '', ?, 1)",
            (closed(batch), ACKNOWLEDGED),
        )
        hand.connection.execute(
            "INSERT INTO stage VALUES ('s', 1, ?, ?)", (made.child_id, '["Marker-staged"]')
        )
        hand.connection.execute(
            'INSERT INTO undo_step (review_id, at, "by", changes, undone)'
            " VALUES (?, '', '', '[\"Marker-undone\"]', 0)",
            (made.review_id,),
        )
        hand.connection.execute(
            "INSERT INTO laptop_fact VALUES (?, '\"Marker-half-typed\"')",
            (f"childs_turn {made.review_id}",),
        )
        hand.connection.execute(
            "UPDATE child SET chosen_name = 'Marker-of-a-name' WHERE id = ?", (made.child_id,)
        )
        _stage(hand, council)


def _stage(hand: Any, council: FakeCouncil) -> None:
    from models.sync.applying import Taking, apply_stage
    from models.sync.caseload import note_cases
    from models.sync.staging import stage

    note_cases(hand.connection, council.greeting().cases or ())
    stage(hand.connection, [council.rows[KIT]])
    how = Taking(lambda _table, _row: False, hand.at, case_id=KIT)
    apply_stage(hand, how)


def _take_off(database: Database, case_id: str) -> None:
    newest = database.journal.newest()
    with database.sharing() as hand:
        erase.take_off(hand, case_id, newest, hand.at)


def _held(database: Database) -> list[tuple[str, dict[str, str]]]:
    with database.reading() as connection:
        rows = connection.execute("SELECT why, fields FROM held_work").fetchall()
    return [(why, json.loads(fields)) for why, fields in rows]


def test_the_markers_are_found_before(filled: Filled) -> None:
    database, _, _ = filled
    found = {mark for marks in search(database.folder, KEY, MARKS).values() for mark in marks}
    assert found >= set(MARKS) - {"Marker-sealed"}


def test_no_byte_of_the_child_is_left_in_any_file(filled: Filled) -> None:
    database, made, _ = filled
    _take_off(database, made.child_id)
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM held_work")  # the author's own words are kept there
    assert erase.finish(database)
    assert erase.remains(database, made.child_id) == ()
    assert search(database.folder, KEY, [*MARKS, "Kit's own"]) == {}
    with database.reading() as connection:
        (payload,) = connection.execute("SELECT payload FROM outbox").fetchone()
        kit = connection.execute("SELECT given_name FROM child").fetchall()
    assert [op["set"]["w"] for op in opened(payload)["ops"]] == ["Kit's own"]
    assert kit == [("Kit",)]


def test_every_table_that_names_a_case_is_emptied_of_it(filled: Filled) -> None:
    database, made, _ = filled
    _take_off(database, made.child_id)
    keeps_ids_only = {"looked", "held_work"}
    for kind in (*SHARED, *LOCAL):
        table = str(kind.__tablename__)
        if "case_id" in kind.__table__.columns and table not in keeps_ids_only:
            with database.reading() as connection:
                found = connection.execute(
                    f"SELECT count(*) FROM {table} WHERE case_id = ?",  # noqa: S608
                    (made.child_id,),
                )
                assert found.fetchone() == (0,), table


def test_what_was_half_typed_is_kept_for_who_typed_it(filled: Filled) -> None:
    database, made, note_id = filled
    database.journal.note("note", note_id, "words", "Typed, and cut off", sample.NOW, made.iro_id)
    _take_off(database, made.child_id)
    assert ("never_saved", {"words": "Typed, and cut off"}) in _held(database)
    assert ("half_typed", {"A4": "Marker-half-typed"}) in _held(database)
    assert ("half_typed", {"result": "Marker-choice-journal"}) in _held(database)


def test_other_children_are_found_and_whole(filled: Filled) -> None:
    database, made, _ = filled
    _take_off(database, made.child_id)
    assert erase.finish(database)
    database.check_thoroughly()
    with database.reading() as connection:
        assert [row.id for row in find_children(connection, "kit")] == [KIT]
        assert list(find_children(connection, "sam")) == []


def test_it_is_finished_by_the_next_try_when_it_was_cut_off(filled: Filled) -> None:
    database, made, _ = filled
    _take_off(database, made.child_id)
    assert erase.remains(database, made.child_id) == ("sharing erasing",)
    database.close()
    again = Database.open(database.folder, KEY, lambda: sample.NOW)
    try:
        assert search(again.folder, KEY, ["Marker-journal"]) != {}
        assert erase.finish(again)
        with again.sharing() as hand:
            hand.connection.execute("DELETE FROM held_work")
        again.wipe_freed_pages()
        again.back_up()
        assert "journal.db" not in search(again.folder, KEY, MARKS)
        assert "record.db" not in search(again.folder, KEY, MARKS)
    finally:
        again.close()


def test_older_backups_go_and_a_new_one_without_the_child_takes_their_place(
    filled: Filled,
) -> None:
    from models import backups

    database, made, _ = filled
    before = backups.every(database.folder)
    aside = database.folder / "record-damaged-2026-08-01T10-00-00Z.db"
    aside.write_bytes(b"a damaged copy")
    _take_off(database, made.child_id)
    erase.finish(database)
    assert not aside.exists()
    after = backups.every(database.folder)
    assert len(after) == 1
    assert after[0] not in before


def test_a_round_takes_off_a_child_who_is_somebody_elses_now(tmp_path: Path) -> None:
    database, made = sample.open_filled(tmp_path / "sam")
    council = FakeCouncil()
    join(database)
    council.take_over(database, made.child_id)
    council.cases[made.child_id] = 1
    with database.sharing() as hand:
        for kind in SHARED:
            hand.connection.execute(f"UPDATE {kind.__tablename__} SET pending = '{{}}'")  # noqa: S608
    receive(database, council)
    del council.cases[made.child_id]
    report = receive(database, council)
    assert report.purged == (made.child_id,)
    assert search(database.folder, KEY, ["Tillbrook", "Oakenshaw"]) == {}
    database.close()


def test_words_erased_for_good_leave_no_step_to_undo(filled: Filled) -> None:
    from models.sync.staging import StagedRow

    database, made, note_id = filled
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM undo_step")
        for row in (note_id, made.child_id):
            hand.connection.execute(
                'INSERT INTO undo_step (review_id, at, "by", changes, undone)'
                " VALUES (?, '', '', ?, 0)",
                (made.review_id, json.dumps([["note", row, "words", "Marker-undone", ""]])),
            )
        gone = StagedRow(
            9, "note", note_id, made.child_id, 2, {"erased": True}, "", "", "", str(sample.NOW)
        )
        erase.take_words(hand, [gone], hand.at)
    with database.reading() as connection:
        left = connection.execute("SELECT changes FROM undo_step").fetchall()
    assert [json.loads(changes)[0][1] for (changes,) in left] == [made.child_id]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_what_was_put_aside_as_damaged_leaves_with_the_child(filled: Filled, ending: str) -> None:
    database, made, _ = filled
    aside = database.folder / f"record-damaged-2026-08-01T10-00-00Z.db{ending}"
    aside.write_bytes(b"Marker-put-aside")
    _take_off(database, made.child_id)
    assert erase.finish(database)
    assert not aside.exists()
