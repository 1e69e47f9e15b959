"""One rule says when the next review is due: on the sheet, in the record and in the letter."""

from dataclasses import replace
from datetime import date

import pytest

from models.child import Child
from models.database import Database
from models.next_due import (
    days_held,
    is_last_before_eighteen,
    is_last_review,
    next_due,
)
from models.next_review import care_now
from models.review_path import change_path
from models.review_sheet import ReviewSheet
from models.rules.review_clock import ReviewPath
from tests import sample
from tests.sample import calendar

Sam = tuple[Database, sample.Sample]


def begun_on(sam: Sam, path: str, since: date | None) -> ReviewSheet:
    database, made = sam
    with database.saving(made.iro_id) as session:
        change_path(session, made.child_id, path, since, calendar())
    sample.begin(database, made)
    return sample.sheet(database, made)


@pytest.mark.parametrize(
    ("path", "since", "clock", "due_on"),
    [
        (ReviewPath.PLACED_FOR_ADOPTION, date(2026, 7, 20), "V2a", date(2026, 11, 12)),
        (ReviewPath.PLACED_FOR_ADOPTION, date(2026, 2, 1), "V2b", date(2027, 2, 12)),
        (ReviewPath.AUTHORISED, date(2026, 7, 1), "V1a", date(2027, 2, 12)),
        (ReviewPath.SHORT_BREAKS, None, "V4a", date(2027, 2, 12)),
        (ReviewPath.ORDINARY, None, "T12", date(2027, 2, 12)),
    ],
)
def test_the_sheet_and_the_record_give_the_same_day_by_the_same_rule(
    sam: Sam, path: str, since: date | None, clock: str, due_on: date
) -> None:
    sheet = begun_on(sam, path, since)
    due = next_due(sheet, calendar())
    assert due is not None
    assert (due.timescale_id, due.due_on) == (clock, due_on)
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        assert (child.review_due_clock, child.review_due_on) == (clock, due_on)


def test_a_child_who_left_care_is_due_no_review(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        care = care_now(session, made.child_id)
        assert care is not None
        care.ended_on = date(2026, 8, 20)
    sheet = sample.sheet(database, made)
    due = next_due(sheet, calendar())
    assert due is not None
    assert (due.left_care, due.due_on) == (True, None)
    assert is_last_review(sheet)


def test_the_shorter_limit_of_adoption_leaves_room_for_one_more_before_eighteen(sam: Sam) -> None:
    sheet = begun_on(sam, "placed_for_adoption", date(2026, 7, 20))
    nearly = replace(sheet, child=replace(sheet.child, born_on=date(2008, 12, 1)))
    assert not is_last_before_eighteen(nearly)
    assert is_last_before_eighteen(replace(nearly, care_path="ordinary"))
    assert not is_last_review(replace(nearly, care_path="ordinary", next_review_on=sheet.held_on))


def test_without_the_start_of_care_no_day_is_offered_and_eighteen_is_still_seen(sam: Sam) -> None:
    database, made = sam
    assert next_due(replace(sample.sheet(database, made), booked_on=None), calendar()) is None
    sample.begin(database, made)
    sheet = replace(sample.sheet(database, made), care_began_on=None)
    assert next_due(sheet, calendar()) is None
    assert is_last_before_eighteen(
        replace(sheet, child=replace(sheet.child, born_on=date(2009, 1, 1)))
    )


def test_a_moving_on_review_is_the_last_unless_a_day_is_set(sam: Sam) -> None:
    sheet = sample.sheet(*sam)
    assert not is_last_review(sheet)
    moving = replace(sheet, kind="moving_on")
    assert is_last_review(moving)
    assert not is_last_review(replace(moving, next_review_on=date(2027, 1, 1)))
    assert is_last_review(replace(sheet, moving_on=True))


def test_reviews_known_by_number_only_are_counted() -> None:
    first, second = date(2026, 1, 5), date(2026, 4, 1)
    assert days_held([second, first], 4) == [first, first, first, second]
    assert days_held([], 3) == []


def test_days_beyond_the_known_bank_holidays_are_not_guessed(sam: Sam) -> None:
    sheet = replace(
        begun_on(sam, "ordinary", None), earlier_reviews=(), care_began_on=date(2090, 1, 1)
    )
    assert next_due(sheet, calendar()) is None
