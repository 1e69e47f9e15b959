"""What a child had begun is there again, from the record or from the journal."""

from dataclasses import replace
from datetime import UTC, datetime

from models.database import Database
from models.drafts import read_drafts
from models.half_made import (
    JOURNAL_TABLE,
    HalfMade,
    journal_row,
    keep_half_made,
    read_half_made,
)
from tests import sample

Sam = tuple[Database, sample.Sample]
NOW = datetime(2026, 8, 12, 15, 4, tzinfo=UTC)
HALF = HalfMade("house", "worry", "", "I worry about")


def keep(sam: Sam, half: HalfMade | None) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        keep_half_made(session, made.review_id, half)


def journal(sam: Sam, half: HalfMade) -> None:
    database, made = sam
    row = journal_row(made.review_id)
    database.journal.note(JOURNAL_TABLE, row, half.journal_field, half.words, NOW)


def found(sam: Sam, *kept: str) -> HalfMade | None:
    database, made = sam
    with database.reading() as connection:
        return read_half_made(connection, database.journal.newest(), made.review_id, kept)


def test_words_and_drawings_are_kept_and_forgotten(sam: Sam) -> None:
    half = HalfMade("know", "", "some-id", "I like", b"\x89PNG\x00\xff")
    keep(sam, half)
    assert found(sam) == half
    keep(sam, HalfMade("know"))
    assert found(sam) is None
    keep(sam, None)


def test_the_journal_has_the_newer_words(sam: Sam) -> None:
    keep(sam, HALF)
    journal(sam, HalfMade("house", "worry", "", "I worry about lunch"))
    assert found(sam) == HalfMade("house", "worry", "", "I worry about lunch")


def test_the_journal_alone_is_enough(sam: Sam) -> None:
    journal(sam, HALF)
    assert found(sam) == HALF


def test_words_that_were_kept_since_are_not_offered_again(sam: Sam) -> None:
    journal(sam, HALF)
    assert found(sam, HALF.words) is None
    journal(sam, HalfMade("house", "worry", "", ""))
    assert found(sam) is None


def test_it_is_no_draft_of_a_step_of_the_review(sam: Sam) -> None:
    keep(sam, HALF)
    database, made = sam
    with database.reading() as connection:
        assert read_drafts(connection, made.review_id) == {}


def test_the_choices_are_kept_with_it(sam: Sam) -> None:
    half = HalfMade("house", "worry", "", "A secret", private=True, in_letter=False)
    keep(sam, half)
    assert found(sam) == half
    keep(sam, None)
    journal(sam, half)
    assert found(sam) == half


def test_the_newest_choices_in_the_journal_win(sam: Sam) -> None:
    journal(sam, HALF)
    secret = replace(HALF, column="hope", private=True, in_letter=False)
    journal(sam, secret)
    assert found(sam) == secret
    journal(sam, replace(secret, words=""))
    assert found(sam) is None


def test_newer_words_of_something_else_do_not_take_the_drawing(sam: Sam) -> None:
    keep(sam, HalfMade("know", png=b"\x89PNG\x00\xff"))
    journal(sam, HALF)
    assert found(sam) == HALF
