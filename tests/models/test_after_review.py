"""Noting what was met after a review."""

from datetime import UTC, date, datetime

from models.after_review import mark_met
from models.database import Database
from models.open_review import OpenReview
from models.owed import CLOCKS, MIDPOINT
from models.review import Review
from models.rules.working_days import WorkingDays
from tests import sample

CALENDAR = WorkingDays.of_england_and_wales()


def finished(database: Database, made: sample.Sample) -> None:
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(
            datetime(2026, 8, 12, 16, tzinfo=UTC), "16:50", CALENDAR
        )


def test_a_review_owes_something_until_every_clock_is_met(
    sam: tuple[Database, sample.Sample],
) -> None:
    database, made = sam
    finished(database, made)
    for clock in (*CLOCKS, MIDPOINT):
        with database.saving(made.iro_id) as session:
            review = session.get_one(Review, made.review_id)
            assert review.clocks_open
            mark_met(session, review, clock, date(2026, 8, 14))
    with database.saving(made.iro_id) as session:
        assert not session.get_one(Review, made.review_id).clocks_open


def test_marking_twice_corrects_the_day(sam: tuple[Database, sample.Sample]) -> None:
    database, made = sam
    finished(database, made)
    for day in (14, 17):
        with database.saving(made.iro_id) as session:
            review = session.get_one(Review, made.review_id)
            mark_met(session, review, "T37", date(2026, 8, day), "by hand")
    met = sample.sheet(database, made).milestones
    assert [(each.clock, each.met_on, each.note) for each in met] == [
        ("T37", date(2026, 8, 17), "by hand")
    ]
