"""Other rules for a child's reviews: their clocks run, and the review to come is of their kind."""

from datetime import date

import pytest

from models.child import CarePeriod, Child
from models.child_story import read_story
from models.database import Database
from models.kind_of_review import change_kind, kind_for
from models.next_review import recount
from models.open_review import OpenReview, plan_review
from models.planning import change_birth, move
from models.record import Refused
from models.review import Review
from models.review_path import BeforeCareBegan, change_kind_and_path, change_path
from models.rules.review_clock import ReviewPath
from models.sittings import NewDay
from tests import sample
from tests.sample import CARE_BEGAN_ON, EARLIER_ON, calendar

Sam = tuple[Database, sample.Sample]
ORDINARY_DUE = date(2026, 8, 16)
ON_THE_14TH = NewDay(date(2026, 8, 14), "10:00", "Samir", kind="worker_away")


def changed(sam: Sam, path: str, since: date | None = None) -> tuple[str, date | None, str]:
    """Change the path; give the clock, the day and the kind of the planned review."""
    database, made = sam
    with database.saving(made.iro_id) as session:
        change_path(session, made.child_id, path, since, calendar())
    with database.saving(made.iro_id) as session:
        child, review = (
            session.get_one(Child, made.child_id),
            session.get_one(Review, made.review_id),
        )
        return child.review_due_clock, child.review_due_on, review.kind


@pytest.mark.parametrize(
    ("path", "since", "clock", "due_on", "kind"),
    [
        # the sooner of three months from authority and the limit that ran
        (ReviewPath.AUTHORISED, date(2026, 4, 20), "V1", date(2026, 7, 20), "authorised"),
        (ReviewPath.AUTHORISED, date(2026, 7, 1), "T12", None, "authorised"),
        # a review was held since authority was gained
        (ReviewPath.AUTHORISED, date(2026, 1, 5), "V1a", date(2026, 8, 16), "authorised"),
        # four weeks are 28 days
        (ReviewPath.PLACED_FOR_ADOPTION, date(2026, 7, 30), "V2", date(2026, 8, 27), "placed"),
        (ReviewPath.PLACED_FOR_ADOPTION, date(2026, 2, 1), "V2a", date(2026, 5, 16), "placed"),
        (ReviewPath.PLACED_FOR_ADOPTION, date(2025, 11, 10), "V2b", date(2026, 8, 16), "placed"),
        (ReviewPath.SHORT_BREAKS, None, "V4a", date(2026, 8, 16), "short_breaks"),
    ],
)
def test_the_clocks_of_the_path_run(
    sam: Sam, path: str, since: date | None, clock: str, due_on: date | None, kind: str
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        ordinary = session.get_one(Child, made.child_id).review_due_on
    assert changed(sam, path, since) == (clock, due_on or ordinary, kind)


def test_back_to_the_usual_rules_the_usual_clock_runs(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child, review = (
            session.get_one(Child, made.child_id),
            session.get_one(Review, made.review_id),
        )
        before = child.review_due_clock, child.review_due_on, review.kind
    changed(sam, "placed_for_adoption", date(2026, 7, 30))
    assert changed(sam, "ordinary") == before


def test_from_short_breaks_to_full_care_is_a_new_first_review(sam: Sam) -> None:
    changed(sam, "short_breaks")
    assert changed(sam, "ordinary", date(2026, 8, 3)) == ("T10", date(2026, 9, 1), "first")
    database, made = sam
    with database.saving(made.iro_id) as session:
        periods = session.get_one(Child, made.child_id).care_periods
        assert [(each.began_on, each.ended_on) for each in periods] == [
            (CARE_BEGAN_ON, date(2026, 8, 3)), (date(2026, 8, 3), None)
        ]  # fmt: skip


def test_short_breaks_said_by_mistake_begin_nothing_anew(sam: Sam) -> None:
    changed(sam, "short_breaks")
    clock, _due, kind = changed(sam, "ordinary", CARE_BEGAN_ON)
    assert (clock, kind) == ("T12", "later")


def test_a_day_before_care_began_is_told_and_nothing_is_changed(sam: Sam) -> None:
    with pytest.raises(BeforeCareBegan):
        changed(sam, "placed_for_adoption", date(2025, 10, 1))
    with pytest.raises(Refused):
        changed(sam, "authorised")
    with pytest.raises(ValueError, match="is not a valid"):
        changed(sam, "sideways")
    database, made = sam
    with database.saving(made.iro_id) as session:
        assert session.get_one(Child, made.child_id).care_periods[0].path == "ordinary"
        with pytest.raises(Refused):
            change_path(session, "nobody", "ordinary", None, calendar())


def test_a_path_that_came_without_its_day_runs_by_the_usual_rules(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        care = child.care_periods[0]
        for path in ("authorised", "a newer path"):
            care.path = path
            due = recount(session, child, calendar())
            assert due is not None
            assert due.timescale_id == "T12"


def test_a_moving_on_review_stays_one_and_the_chair_may_choose(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        change_kind(OpenReview(session, made.review_id), "moving_on")
    assert changed(sam, "placed_for_adoption", date(2026, 7, 30))[2] == "moving_on"
    assert sample.sheet(database, made).moving_on
    with database.saving(made.iro_id) as session:
        change_kind(OpenReview(session, made.review_id), "pathway")
        with pytest.raises(Refused):
            change_kind(OpenReview(session, made.review_id), "yearly")
    assert not sample.sheet(database, made).moving_on
    assert sample.sheet(database, made).kind == "pathway"


def test_a_review_under_way_follows_the_path_with_its_kind_and_its_own_due_day(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    assert changed(sam, "placed_for_adoption", date(2026, 7, 20))[2] == "placed"
    begun = sample.sheet(database, made)
    assert (begun.due_clock, begun.due_on) == ("V2", date(2026, 8, 17))
    assert begun.counted_from == date(2026, 7, 20)
    assert changed(sam, "ordinary")[2] == "later"
    begun = sample.sheet(database, made)
    assert (begun.due_clock, begun.due_on) == ("T12", ORDINARY_DUE)


def test_a_review_under_way_keeps_the_kind_that_the_chair_chose(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        change_kind(OpenReview(session, made.review_id), "pathway")
    assert changed(sam, "placed_for_adoption", date(2026, 7, 20))[2] == "pathway"


def test_full_care_after_the_review_was_held_leaves_its_day_alone(sam: Sam) -> None:
    database, made = sam
    changed(sam, "short_breaks")
    sample.begin(database, made)
    assert changed(sam, "ordinary", date(2026, 8, 20))[0] == "T10"
    begun = sample.sheet(database, made)
    assert (begun.due_clock, begun.due_on) == ("V4a", ORDINARY_DUE)


@pytest.mark.parametrize(
    ("kind", "since", "path"),
    [
        ("placed", date(2026, 7, 20), "placed_for_adoption"),
        ("authorised", date(2026, 7, 1), "authorised"),
        ("short_breaks", None, "short_breaks"),
        ("moving_on", None, "ordinary"),
        ("second", None, "ordinary"),
    ],
)
def test_kind_and_rules_change_in_one_act(
    sam: Sam, kind: str, since: date | None, path: str
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        change_kind_and_path(review, kind, since, calendar())
    sheet = sample.sheet(database, made)
    assert (sheet.kind, sheet.care_path, sheet.care_path_since) == (kind, path, since)


def test_the_kind_follows_the_age_unless_the_chair_chose_it(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        change_birth(session, made.child_id, date(2010, 5, 9), calendar())
    assert sample.sheet(database, made).kind == "pathway"
    with database.saving(made.iro_id) as session:
        change_kind(OpenReview(session, made.review_id), "second")
        change_birth(session, made.child_id, date(2016, 5, 9), calendar())
        move(session, made.child_id, ON_THE_14TH, "", date(2026, 8, 3), calendar())
    assert sample.sheet(database, made).kind == "second"


def test_moving_it_past_the_sixteenth_birthday_makes_it_a_pathway_review(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        change_birth(session, made.child_id, date(2010, 8, 14), calendar())
    assert sample.sheet(database, made).kind == "later"
    with database.saving(made.iro_id) as session:
        move(session, made.child_id, ON_THE_14TH, "", date(2026, 8, 3), calendar())
    assert sample.sheet(database, made).kind == "pathway"


def test_numbers_of_an_earlier_time_in_care_do_not_count(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        session.get_one(Review, made.review_id).remove(made.iro_id, session.info["at"])
        child.care_periods[0].ended_on = date(2026, 5, 1)
        session.add(
            CarePeriod(
                authority_id=child.authority_id, case_id=child.id, child_id=child.id,
                began_on=date(2026, 9, 1),
            )
        )  # fmt: skip
        session.flush()
        assert plan_review(session, child, booked_on=date(2026, 9, 20)).kind != "later"
        assert kind_for(session, child, 3, date(2026, 9, 20)) == "first"
        assert kind_for(session, child, 4, date(2026, 12, 20)) == "second"
    with database.reading() as connection:
        assert read_story(connection, made.child_id).planned is not None
    assert date(2026, 9, 1) > EARLIER_ON
