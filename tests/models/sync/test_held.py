"""Work that is not taken in keeps its words, and the record says again what the council has."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from models.database import Database
from models.decision import DecisionProgress
from models.document_kind import DocumentKind
from models.editing import put
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.sync import acknowledging, caseload, held, sealing
from models.sync.dirty import dirty_cases
from models.sync.held_outcomes import put_back
from models.sync.leaving import unsent_cases
from models.sync.round import RoundReport
from models.sync.sharing_lines import what_was_set_aside
from models.undo import ChangedSince, keep_step, undo
from tests import sample
from tests.models.sync.alone import (
    answer,
    batch_of,
    everything_accepted,
    pending,
    seal_all,
)
from tests.models.sync.conftest import Pair
from tests.sample import Sample

Shared = tuple[Database, Sample]


@pytest.fixture
def shared(sam: Shared) -> Iterator[Shared]:
    """Sam's record, all of it accepted by the council."""
    everything_accepted(*sam)
    yield sam


def _note(shared: Shared, words: str) -> str:
    database, made = shared
    with database.saving(made.iro_id) as session:
        return OpenReview(session, made.review_id).add_note("well", words)


def _lines(database: Database) -> list[tuple[str, str, str, dict[str, Any], str]]:
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT table_name, child_called, why, fields, state FROM held_work"
        )
        return [(*row[:3], json.loads(row[3]), row[4]) for row in rows.fetchall()]


def _is_there(database: Database, table: str, row_id: str) -> bool:
    with database.reading() as connection:
        found = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,))  # noqa: S608
        return found.fetchone() is not None


def test_a_row_that_was_never_accepted_leaves_its_table_with_all_its_words(
    shared: Shared,
) -> None:
    database, made = shared
    note = _note(shared, "She sleeps")
    seal_all(database)
    with database.saving(made.iro_id) as session:
        put(session, "note", note, "words", "She sleeps through")
    report = answer(database, batch_of(database), status="held", why="no_access")
    assert report.held == 1
    assert not _is_there(database, "note", note)
    ((table, called, why, fields, state),) = _lines(database)
    assert (table, called, why, state) == ("note", "Sam", "no_access", "held")
    assert fields["words"] == "She sleeps through"
    assert fields["review_id"] == made.review_id


def test_a_row_that_was_accepted_says_again_what_the_council_has(shared: Shared) -> None:
    database, made = shared
    with database.saving(made.iro_id) as session:
        put(session, "review", made.review_id, "place", "At school")
    seal_all(database)
    answer(database, batch_of(database), status="held", why="no_access")
    with database.reading() as connection:
        place = connection.execute("SELECT place FROM review WHERE id = ?", (made.review_id,))
        assert place.fetchone() == ("Alma’s house",)
        told = connection.execute("SELECT kind FROM arrival").fetchall()
    assert pending(database, "review", made.review_id) == {}
    assert _lines(database)[0][3] == {"place": "At school"}
    assert told == [("set_aside",)]


def test_words_typed_after_those_that_are_held_stay_and_go_out(shared: Shared) -> None:
    database, made = shared
    for words in ("At school", "At school, room 4"):
        with database.saving(made.iro_id) as session:
            put(session, "review", made.review_id, "place", words)
        if words == "At school":
            seal_all(database)
    answer(database, batch_of(database), status="held", why="too_long")
    change = pending(database, "review", made.review_id)["place"]
    assert (change["base"], change["new"]) == ("Alma’s house", "At school, room 4")
    with database.reading() as connection:
        assert dirty_cases(connection) == [made.child_id]


def test_nothing_is_put_back_under_the_cursor(shared: Shared) -> None:
    database, _ = shared
    note = _note(shared, "She sleeps")
    database.typing.begin("note", note, "words", "She sleeps")
    seal_all(database)
    answer(database, batch_of(database), status="held", why="no_access")
    assert _is_there(database, "note", note)
    with database.saving("me") as session:
        put(session, "note", note, "words", "She sleeps through")
    seal_all(database)
    with database.reading() as connection:
        assert held.leaving(connection) == {("note", note)}
        count = connection.execute("SELECT count(*) FROM outbox WHERE state = 'sealed'")
        assert count.fetchone() == (0,)
    database.typing.end("note", note, "words")
    with database.sharing() as hand:
        held.let_go(hand, database.typing.holds)
    assert not _is_there(database, "note", note)
    assert _lines(database)[0][3]["words"] == "She sleeps through"


def test_the_pages_of_an_issued_letter_that_is_held_are_kept(shared: Shared) -> None:
    database, made = shared
    with database.saving(made.iro_id) as session:
        pages = Issue(DocumentKind.LETTER, b"%PDF one", "Dear Sam,")
        letter = issue(session, made.review_id, pages, made.iro_id, sample.NOW)
    seal_all(database)
    batch = batch_of(database)
    answer(database, batch, status="refused", why="changed_since_seen")
    assert not _is_there(database, "document", letter)
    put_back(database, _of(database, "document"), made.iro_id)
    with database.reading() as connection:
        found = connection.execute("SELECT pdf, words FROM document WHERE id = ?", (letter,))
        assert found.fetchone() == (b"%PDF one", "Dear Sam,")


def test_held_words_are_put_back_as_a_new_edit(shared: Shared) -> None:
    database, made = shared
    note = _note(shared, "She sleeps")
    with database.saving(made.iro_id) as session:
        put(session, "review", made.review_id, "place", "At school")
    seal_all(database)
    answer(database, batch_of(database), status="held", why="not_in_restored_copy")
    for table in ("note", "review"):
        put_back(database, _of(database, table), made.iro_id)
    assert pending(database, "note", note)["words"]["new"] == "She sleeps"
    place = pending(database, "review", made.review_id)["place"]
    assert (place["base"], place["new"]) == ("Alma’s house", "At school")
    with database.reading() as connection:
        assert held.held_count(connection) == 0


def test_the_journal_offers_nothing_of_what_is_held(shared: Shared) -> None:
    database, made = shared
    note = _note(shared, "She")
    database.journal.note("note", note, "words", "She sleeps", sample.NOW, made.iro_id)
    with database.saving(made.iro_id) as session:
        put(session, "note", note, "words", "She sleeps")
    seal_all(database)
    answer(database, batch_of(database), status="held", why="no_access")
    assert database.unsaved() == []
    database.journal.note("note", note, "words", "She sleeps th", sample.NOW, made.iro_id)
    assert [each.typed.text for each in database.unsaved()] == ["She sleeps th"]


def _two_in_a_row(shared: Shared, what: str = "Find a club") -> tuple[str, str]:
    """A decision that the council refuses, and what came of it, which the council takes."""
    database, made = shared
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        decision = review.decide(what)
        progress = DecisionProgress(
            authority_id=sample.AUTHORITY, case_id=made.child_id, decision_id=decision,
            review_id=made.review_id, outcome="done",
        )  # fmt: skip
        session.add(progress)
        session.flush()
        return decision, progress.id


def _answer_each(database: Database, why: dict[str, str]) -> None:
    """Answer the oldest batch: of these rows nothing is taken in, and why; the rest is."""
    batch, report = batch_of(database), RoundReport()
    results = [
        {"op": op["op"], "status": "held", "why": why[op["id"]]}
        if op["id"] in why
        else {"op": op["op"], "status": "applied"}
        for op in batch.sent["ops"]
    ]
    with database.sharing() as hand:
        told = {"seq": 9, "head": "aa", "results": results}
        acknowledging.acknowledge(hand, batch, told, database.typing.holds, report)


def test_a_row_to_which_others_belong_stays_until_it_is_mended(shared: Shared) -> None:
    database, made = shared
    decision, progress = _two_in_a_row(shared)
    seal_all(database)
    _answer_each(database, {decision: "malformed"})
    assert _is_there(database, "decision", decision)
    assert [(line[0], line[2], line[4]) for line in _lines(database)] == [
        ("decision", "malformed", "leaving")
    ]
    seal_all(database)
    with database.reading() as connection:
        (told,) = what_was_set_aside(connection, sample.NOW)
        assert told.stays, "the page says that it still stands in its place"
        assert held.held_count(connection) == 1
        assert sealing.batches_waiting(connection) == 0, "it is not sent again as it is"
    with database.saving(made.iro_id) as session:
        put(session, "decision", decision, "what", "Find a football club")
    with database.sharing() as hand:
        held.let_go(hand, database.typing.holds)
    seal_all(database)
    (op,) = batch_of(database).sent["ops"]
    assert (op["id"], op["set"]["what"]) == (decision, "Find a football club")
    assert op["set"]["review_id"] == made.review_id, "all of it goes out again"
    assert _lines(database)[0][3]["what"] == "Find a club"
    assert _is_there(database, "decision_progress", progress)


@pytest.mark.parametrize("why", ["malformed", "no_access"])
def test_what_goes_together_goes_together(shared: Shared, why: str) -> None:
    database, _ = shared
    decision, progress = _two_in_a_row(shared)
    seal_all(database)
    _answer_each(database, {decision: why, progress: why})
    assert not _is_there(database, "decision", decision)
    assert not _is_there(database, "decision_progress", progress)
    assert {line[4] for line in _lines(database)} == {"held"}


def test_it_does_not_keep_a_childs_record_that_is_somebody_elses_now(shared: Shared) -> None:
    database, made = shared
    decision, _progress = _two_in_a_row(shared)
    seal_all(database)
    _answer_each(database, {decision: "malformed"})
    with database.sharing() as hand:
        caseload.note_all_gone(hand.connection)
        held.let_go(hand, database.typing.holds)
        assert unsent_cases(hand.connection, [made.child_id]) == set()
    assert not _is_there(database, "decision", decision)


def test_deciding_on_held_work_is_an_act() -> None:
    act = held.decide("op", add=True)
    assert (act["kind"], act["held"], act["add"]) == ("held", "op", True)


def _of(database: Database, table: str) -> str:
    with database.reading() as connection:
        row = connection.execute("SELECT op_id FROM held_work WHERE table_name = ?", (table,))
        return str(row.fetchone()[0])


def test_what_was_set_aside_is_not_undone_as_if_it_were_there(shared: Shared) -> None:
    database, made = shared
    with database.saving(made.iro_id) as session:
        keep_step(
            session,
            made.review_id,
            lambda s: OpenReview(s, made.review_id).add_note("well", "She sleeps"),
        )
    seal_all(database)
    answer(database, batch_of(database), status="held", why="no_access")
    with pytest.raises(ChangedSince), database.saving(made.iro_id) as session:
        undo(session, made.review_id, sample.calendar())


def test_a_decision_too_long_for_the_council_waits_here_with_what_came_of_it(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    decision, progress = _two_in_a_row((ruth.database, sam), "x" * 100_001)
    assert ruth.round().held == 1
    stands = "SELECT count(*) FROM waymark.row WHERE id = %s"
    assert (council.one(stands, decision), council.one(stands, progress)) == (0, 1)
    assert _is_there(ruth.database, "decision", decision)
    assert ruth.round().held == 0
    with ruth.database.saving(ruth.person) as session:
        put(session, "decision", decision, "what", "Find a club")
    ruth.round()
    assert council.one(stands, decision) == 1
    assert ruth.pending("decision", decision) == {}
    words = "SELECT data ->> 'what' FROM waymark.row WHERE id = %s"
    assert council.one(words, decision) == "Find a club"
    bea.round()
    assert bea.one("SELECT count(*) FROM decision") == 0
