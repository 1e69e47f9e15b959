"""One child's story: the reviews newest first, the numbers, the decisions that are still open."""

from datetime import date

import pytest

from models.after_review import mark_met, take_back
from models.child_story import ChildStory, read_story
from models.database import Database
from models.open_review import OpenReview
from models.review import Review
from tests.sample import EARLIER_ON, REVIEW_ON, Sample, calendar


def _story(database: Database, child_id: str) -> ChildStory:
    with database.reading() as connection:
        return read_story(connection, child_id)


def test_the_reviews_stand_newest_first(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    story = _story(database, made.child_id)
    numbers = [review.number for review in story.reviews]
    assert numbers == sorted(numbers, reverse=True)
    assert story.planned is not None
    assert story.planned.id == made.review_id
    assert story.next_number == 3
    assert story.under_way is None


def test_a_review_that_has_begun_is_under_way(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).begin(REVIEW_ON, "16:04", calendar())
    story = _story(database, made.child_id)
    assert story.under_way is not None
    assert story.under_way.held_on == REVIEW_ON
    assert story.next_number == 3


def test_open_decisions_have_the_newest_day_that_was_agreed(
    sam: tuple[Database, Sample],
) -> None:
    database, made = sam
    before = _story(database, made.child_id).open_decisions
    assert before
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).hear_progress(
            before[0].id, "partly", "Waiting", date(2026, 12, 1)
        )
    after = _story(database, made.child_id).open_decisions
    assert next(each for each in after if each.id == before[0].id).by_when == date(2026, 12, 1)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).hear_progress(before[0].id, "done")
    assert before[0].id not in [each.id for each in _story(database, made.child_id).open_decisions]


def test_a_number_carries_whose_it_is_and_when(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.begin(REVIEW_ON, "16:04", calendar())
        review.give_number(7, "It is calm")
        review.give_number(5, "Work to do", person_id=made.people["worker"])
    numbers = _story(database, made.child_id).numbers
    given = [each for each in numbers if each.held_on == REVIEW_ON]
    assert [(each.is_child, each.number) for each in given] == [(True, 7), (False, 5)]


def test_a_letter_marked_as_sent_and_taken_back(sam: tuple[Database, Sample]) -> None:
    database, made = sam

    def sent_on() -> date | None:
        found = _story(database, made.child_id).reviews
        return next(each for each in found if each.id == made.earlier_review_id).letter_sent_on

    with database.saving(made.iro_id) as session:
        mark_met(
            session, session.get_one(Review, made.earlier_review_id), "T37", date(2026, 2, 24)
        )
    assert sent_on() == date(2026, 2, 24) > EARLIER_ON
    with database.saving(made.iro_id) as session:
        take_back(session, session.get_one(Review, made.earlier_review_id), "T37")
    assert sent_on() is None
    with database.saving(made.iro_id) as session:
        mark_met(
            session, session.get_one(Review, made.earlier_review_id), "T37", date(2026, 2, 25)
        )
    assert sent_on() == date(2026, 2, 25)


def test_a_child_who_is_not_there_is_not_read(sam: tuple[Database, Sample]) -> None:
    with pytest.raises(LookupError):
        _story(sam[0], "nobody")
