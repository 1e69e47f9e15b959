"""What is half typed is kept on this laptop, and the journal may hold newer words of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from models.drafts import TABLE, keep_draft, read_drafts, with_journal
from tests import sample


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = sample.open_database(tmp_path / "record")
    yield opened
    opened.close()


def _keep(database: Database, review_id: str, step: str, draft: dict[str, str]) -> None:
    with database.saving("me") as session:
        keep_draft(session, review_id, step, draft)


def _read(database: Database, review_id: str) -> dict[str, dict[str, str]]:
    with database.reading() as connection:
        return read_drafts(connection, review_id)


def test_a_draft_is_kept_by_its_review_and_step_and_an_empty_one_is_forgotten(
    database: Database,
) -> None:
    _keep(database, "one", "A4", {"words": "Sam said that", "about": "home"})
    _keep(database, "one", "A11", {"words": "Ask"})
    _keep(database, "other", "A4", {"words": "Not this"})
    assert _read(database, "one") == {
        "A4": {"words": "Sam said that", "about": "home"},
        "A11": {"words": "Ask"},
    }
    _keep(database, "one", "A4", {})
    assert list(_read(database, "one")) == ["A11"]


def test_newer_words_of_the_journal_come_first_and_added_ones_do_not_come_back(
    database: Database,
) -> None:
    for step, text in (("A4", "Sam said that she"), ("A5", "Added already"), ("A6", "")):
        database.journal.note(TABLE, "one", step, text, sample.NOW)
    database.journal.note(TABLE, "other", "A7", "Of another review", sample.NOW)
    kept = {"A4": {"words": "Sam said", "about": "home"}}
    found = with_journal(kept, database.journal.newest(), "one", {"Added already"})
    assert found == {"A4": {"words": "Sam said that she", "about": "home"}}


def test_a_draft_is_not_counted_among_the_texts_that_the_record_lost(database: Database) -> None:
    database.journal.note(TABLE, "one", "A4", "Sam said", sample.NOW)
    assert database.unsaved() == []
