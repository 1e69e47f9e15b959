"""The codes of reviews that are not finished follow what the council says of live video."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models.council import Council
from models.database import Database
from models.open_review import OpenReview
from models.participation import Participation
from models.review import Review
from models.sittings import Stop, adjourn
from models.video_attendance import count_video
from tests import sample


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = sample.open_database(tmp_path / "record")
    yield opened
    opened.close()


@pytest.fixture
def sam(database: Database) -> sample.Sample:
    made = sample.fill(database)
    sample.begin(database, made)
    for review_id in (made.review_id, made.earlier_review_id):
        with database.saving(made.iro_id) as session:
            review = OpenReview(session, review_id)
            review.answer_participation("was_there", "video")
            review.answer_participation("spoke", True)
            review.answer_participation("someone_spoke_who_child_asked", False)
            review.answer_participation("own_words_reached", True)
    return made


def _count(database: Database, sam: sample.Sample, *, counts: bool) -> None:
    with database.saving(sam.iro_id) as session:
        council = session.scalars(select(Council)).one()
        count_video(session, council.id, sam.iro_id, counts=counts)


def _code(database: Database, review_id: str) -> str:
    with database.reading() as connection:
        return connection.execute(
            "select suggested_code from participation where review_id = ?", (review_id,)
        ).fetchone()[0]


def test_a_review_under_way_is_worked_out_again_and_back(
    database: Database, sam: sample.Sample
) -> None:
    assert _code(database, sam.review_id) == "PN6"
    _count(database, sam, counts=True)
    assert _code(database, sam.review_id) == "PN1"
    _count(database, sam, counts=False)
    assert _code(database, sam.review_id) == "PN6"


def test_a_finished_review_keeps_its_code(database: Database, sam: sample.Sample) -> None:
    _count(database, sam, counts=True)
    assert _code(database, sam.earlier_review_id) == "PN6"


def test_an_adjourned_review_is_worked_out_again(database: Database, sam: sample.Sample) -> None:
    with database.saving(sam.iro_id) as session:
        adjourn(OpenReview(session, sam.review_id), Stop("16:30", words="Sam was tired"))
    _count(database, sam, counts=True)
    assert _code(database, sam.review_id) == "PN1"


def test_a_review_of_another_iro_and_one_not_answered_are_left(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = session.get(Review, sam.review_id)
        assert review is not None
        review.chair_id = "somebody else"
    _count(database, sam, counts=True)
    assert _code(database, sam.review_id) == "PN6"
    with database.saving(sam.iro_id) as session:
        assert len(session.scalars(select(Participation)).all()) == 2
