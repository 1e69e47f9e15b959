"""Parts, adjourning, moving: what the record then says, and which day counts."""

from datetime import date

import pytest
from sqlalchemy import select

from models.council import Council
from models.database import Database
from models.open_review import OpenReview
from models.record import Refused
from models.rules.series import ReviewDay
from models.sittings import (
    AdjournedBefore,
    NewDay,
    Stop,
    adjourn,
    count_review_day,
    end_part,
    finish_as_it_stands,
    move_to_another_day,
    put_who_came,
)
from tests import sample

CALENDAR = sample.calendar()
FIRST, SECOND = sample.REVIEW_ON, date(2026, 8, 20)
Sam = tuple[Database, sample.Sample]


def _held_in_two_parts(database: Database, made: sample.Sample) -> None:
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        end_part(review, "17:00", "Sam was with us for the first half")
        review.resume(SECOND, "10:00", CALENDAR)


def test_a_part_that_ends_is_no_adjournment_and_needs_no_reason(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        end_part(OpenReview(session, made.review_id), "17:00")
    sheet = sample.sheet(database, made)
    assert (sheet.state, sheet.sittings[0].adjourned) == ("adjourned", False)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.resume(SECOND, "10:00", CALENDAR)
        adjourn(review, Stop("11:00", "papers"))
    assert [part.adjourned for part in sample.sheet(database, made).sittings] == [False, True]


def test_only_a_written_reason_adjourns_a_second_time(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        adjourn(review, Stop("17:00", "no_plan"))
        review.resume(SECOND, "10:00", CALENDAR)
        with pytest.raises(AdjournedBefore):
            adjourn(review, Stop("11:00", "papers"))
        adjourn(review, Stop("11:00", "papers", again_why="The court sat that morning"))
    last = sample.sheet(database, made).sittings[-1]
    assert (last.reason_kind, last.again_why) == ("papers", "The court sat that morning")


@pytest.mark.parametrize("stop", [Stop("17:00"), Stop("17:00", "other"), Stop("17:00", "", " ")])
def test_a_reason_that_says_nothing_does_not_adjourn(sam: Sam, stop: Stop) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            adjourn(OpenReview(session, made.review_id), stop)
        session.rollback()


def test_who_came_is_kept_part_by_part(sam: Sam) -> None:
    database, made = sam
    _held_in_two_parts(database, made)
    first, second = sample.sheet(database, made).sittings
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        put_who_came(review, first.id, ["child", made.people["carer"]])
        put_who_came(review, second.id, [made.people["mum"]])
    parts = sample.sheet(database, made).sittings
    assert [part.came for part in parts] == [
        ("child", made.people["carer"]), (made.people["mum"],),
    ]  # fmt: skip


def test_the_council_says_which_part_dates_a_review_in_parts(sam: Sam) -> None:
    database, made = sam
    _held_in_two_parts(database, made)
    assert sample.sheet(database, made).held_on == FIRST
    assert sample.sheet(database, made).child.review_due_on == date(2027, 2, 12)
    for counts, day, due in (
        (ReviewDay.LAST_PART, SECOND, date(2027, 2, 20)),
        (ReviewDay.FIRST_PART, FIRST, date(2027, 2, 12)),
    ):
        with database.saving(made.iro_id) as session:
            council = session.scalars(select(Council)).one()
            count_review_day(session, council.id, made.iro_id, counts, CALENDAR)
        sheet = sample.sheet(database, made)
        assert (sheet.held_on, sheet.child.review_due_on) == (day, due)


def test_moving_a_review_keeps_who_asked_and_the_day_it_is_due(sam: Sam) -> None:
    database, made = sam
    due = sample.sheet(database, made).child.review_due_on
    booked = sample.sheet(database, made).booked_on
    assert booked is not None
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for incomplete in (
            NewDay(SECOND, why="A test"),
            NewDay(SECOND, asked_by="Sam"),
            NewDay(SECOND, asked_by="Sam", kind="other"),
        ):
            with pytest.raises(Refused):
                move_to_another_day(review, incomplete, FIRST, CALENDAR)
        new_day = NewDay(SECOND, "10:30", "Sam", "A birthday party")
        move_to_another_day(review, new_day, FIRST, CALENDAR)
    sheet = sample.sheet(database, made)
    assert (sheet.booked_on, sheet.booked_time) == (SECOND, "10:30")
    assert [(one.from_day, one.to_day, one.asked_by) for one in sheet.rearranged] == [
        (booked, SECOND, "Sam")
    ]
    assert sheet.child.review_due_on == due
    assert sheet.state == "planned"


def test_a_review_that_has_begun_is_not_moved(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            move_to_another_day(
                OpenReview(session, made.review_id),
                NewDay(SECOND, "", "Sam", "A birthday party"),
                FIRST,
                CALENDAR,
            )
        session.rollback()


def test_a_review_that_waits_for_its_next_part_is_finished_as_it_stands(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        with pytest.raises(Refused):
            finish_as_it_stands(review, sample.NOW, "", CALENDAR)
        end_part(review, "17:00")
        finish_as_it_stands(review, sample.NOW, "", CALENDAR)
    sheet = sample.sheet(database, made)
    assert (sheet.state, sheet.completed_on, len(sheet.sittings)) == ("finished", FIRST, 1)
    assert sheet.sittings[0].ended_at == "17:00"


def test_an_adjourned_review_is_finished_as_it_stands_only_for_a_reason(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        adjourn(review, Stop("17:00", "papers"))
        with pytest.raises(Refused):
            finish_as_it_stands(review, sample.NOW, " ", CALENDAR)
        finish_as_it_stands(review, sample.NOW, "Sam went home for good", CALENDAR)
    sheet = sample.sheet(database, made)
    assert (sheet.state, sheet.completed_on) == ("finished", FIRST)
    assert (sheet.not_resumed_why, sheet.sittings[0].adjourned) == ("Sam went home for good", True)
