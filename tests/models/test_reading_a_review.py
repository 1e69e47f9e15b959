"""A whole review, read as frozen values."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models import review_sheet
from models.database import Database
from models.every_record import BY_TABLE
from models.reading_a_review import NoSuchReview, read_child, read_review
from models.wishes import Wish
from tests import sample

Sam = tuple[Database, sample.Sample]


def test_a_sheet_holds_the_review_and_what_came_before_it(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    sheet = sample.sheet(database, made)
    assert sheet.child.called == "Sam"
    assert sheet.chair.name == "Nadia Brightwell"
    assert sheet.council.advocacy_phone == "01632 960 114"
    assert [each.number for each in sheet.earlier_reviews] == [1, 2]
    assert len(sheet.earlier_scale_answers) == 2
    assert {person.name for person in sheet.who_came} >= {"Alma Dunmore", "Samir Oakenshaw"}
    assert "Rosa Tillbrook" not in {person.name for person in sheet.who_came}
    assert [note.words for note in sheet.notes_in("worry")] == ["Lunch time is hard for Sam."]
    assert sheet.participation is not None
    assert sheet.participation.code == "PN1"
    assert sheet.care_began_on == sample.CARE_BEGAN_ON


def test_what_was_marked_removed_is_not_on_the_sheet(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    wish_id = sample.sheet(database, made).wishes[0].id
    with database.saving(made.iro_id) as session:
        session.get_one(Wish, wish_id).remove(made.iro_id, datetime(2026, 8, 12, tzinfo=UTC))
    assert wish_id not in {wish.id for wish in sample.sheet(database, made).wishes}


def test_a_decision_closed_at_an_earlier_review_is_not_asked_about_again(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.reading() as connection:
        following = connection.execute(
            "select count(*) from decision where outcome = 'done'"
        ).fetchone()[0]
    assert following == 2
    assert len(sample.sheet(database, made).earlier_decisions) == 2


def test_a_sheet_cannot_be_changed(sam: Sam) -> None:
    database, made = sam
    with pytest.raises(dataclasses.FrozenInstanceError):
        sample.sheet(database, made).child.given_name = "x"  # type: ignore[misc]


def test_a_review_or_child_that_is_not_there_is_said(sam: Sam) -> None:
    database, _ = sam
    with database.reading() as connection:
        with pytest.raises(NoSuchReview):
            read_review(connection, "nobody")
        with pytest.raises(LookupError):
            read_child(connection, "nobody")


def test_every_review_of_the_demo_council_can_be_read(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        ids = [row[0] for row in connection.execute("select id from review").fetchall()]
        sheets = [read_review(connection, review_id) for review_id in ids]
    assert all(sheet.child.given_name for sheet in sheets)
    assert demo_made[1] in {sheet.chair_id for sheet in sheets}


def test_every_field_of_a_sheet_is_a_column_of_its_table() -> None:
    pairs = {
        "ChildOnSheet": "child", "PersonOnSheet": "person", "WishOnSheet": "wish",
        "NoteOnSheet": "note", "DecisionOnSheet": "decision", "ReviewFacts": "review",
        "ParticipationOnSheet": "participation", "DocumentOnSheet": "document",
    }  # fmt: skip
    for kind, table in pairs.items():
        names = {field.name for field in dataclasses.fields(getattr(review_sheet, kind))}
        columns = set(BY_TABLE[table].__table__.columns.keys())  # type: ignore[attr-defined]
        assert names <= columns, kind
