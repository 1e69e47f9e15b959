"""Days of a review that cannot all be true are found, each with its own sentence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any  # Any: whatever field of the sheet a test changes

import pytest

from models.agenda import lacking
from models.database import Database
from models.day_checks import (
    held_late,
    is_over_a_year_on,
    late_returns,
    went_on_late,
    wrong_by_when,
    wrong_midpoint,
    wrong_next_review,
    wrong_part,
    wrong_see_child,
    wrong_start,
)
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.sittings import Stop, adjourn, end_part
from tests import sample

TODAY = sample.REVIEW_ON
Change = Callable[..., ReviewSheet]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = sample.open_database(tmp_path / "record")
    yield opened
    opened.close()


@pytest.fixture
def sam(database: Database) -> sample.Sample:
    made = sample.fill(database)
    sample.write_whole_review(database, made)
    return made


@pytest.fixture
def with_days(database: Database, sam: sample.Sample) -> Change:
    """Give Sam's whole review with some of its days changed."""

    def changed(**fields: Any) -> ReviewSheet:
        return replace(sample.sheet(database, sam), **fields)

    return changed


def test_a_start_is_not_in_the_future_and_after_the_review_before(with_days: Change) -> None:
    sheet = with_days()
    assert "still to come" in wrong_start(sheet, date(2026, 8, 13), TODAY)
    assert "review before" in wrong_start(sheet, sample.EARLIER_ON, TODAY)
    assert wrong_start(sheet, date(2026, 8, 10), TODAY) == ""


def test_the_parts_of_a_review_keep_their_order(with_days: Change) -> None:
    sheet = with_days()
    part = sheet.sittings[0]
    second = replace(part, number=2, held_on=date(2026, 8, 20))
    both, today = replace(sheet, sittings=(part, second)), date(2026, 9, 1)
    assert "next part" in wrong_part(both, 1, date(2026, 8, 21), today)
    assert "part before" in wrong_part(both, 2, date(2026, 8, 11), today)
    assert wrong_part(both, 2, date(2026, 8, 12), today) == ""


def test_a_next_review_is_after_this_one_and_before_the_eighteenth_birthday(
    with_days: Change,
) -> None:
    sheet = with_days()
    assert "after this review" in wrong_next_review(sheet, sample.REVIEW_ON)
    assert wrong_next_review(sheet, date(2027, 1, 1)) == ""
    old = replace(sheet, child=replace(sheet.child, born_on=date(2009, 2, 1)))
    assert "18th birthday" in wrong_next_review(old, date(2027, 2, 1))
    assert wrong_next_review(old, date(2027, 1, 31)) == ""


def test_seeing_the_child_and_the_midpoint_lie_between_the_reviews(with_days: Change) -> None:
    sheet = with_days()
    assert wrong_see_child(sheet, sample.REVIEW_ON)
    assert wrong_see_child(sheet, date(2027, 2, 10)) == ""
    assert wrong_see_child(sheet, date(2027, 2, 11))
    assert wrong_midpoint(sheet, sample.REVIEW_ON)
    assert wrong_midpoint(sheet, date(2027, 2, 10))
    assert wrong_midpoint(sheet, date(2027, 2, 9)) == ""


def test_a_decision_is_for_the_review_day_or_later_and_at_most_three_years_on(
    with_days: Change,
) -> None:
    sheet = with_days()
    assert wrong_by_when(sheet, date(2026, 8, 11))
    assert wrong_by_when(sheet, sample.REVIEW_ON) == ""
    assert wrong_by_when(sheet, date(2029, 8, 12)) == ""
    assert wrong_by_when(sheet, date(2029, 8, 13))


def test_more_than_a_year_on_is_known(with_days: Change) -> None:
    assert not is_over_a_year_on(with_days(), date(2027, 8, 12))
    assert is_over_a_year_on(with_days(), date(2027, 8, 13))


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("see_child_by", date(2027, 2, 11)),
        ("midpoint_on", date(2026, 8, 1)),
        ("next_review_on", sample.REVIEW_ON),
    ],
)
def test_days_that_contradict_each_other_are_lacking(
    with_days: Change, field: str, day: date
) -> None:
    found = lacking(with_days(**{field: day}), TODAY, sample.calendar())
    assert field in [each.field for each in found]


def test_a_decision_for_a_day_before_the_review_is_lacking_by_its_number(
    with_days: Change,
) -> None:
    sheet = with_days()
    early = replace(sheet.decisions[1], by_when=date(2026, 8, 1))
    found = lacking(
        replace(sheet, decisions=(sheet.decisions[0], early)), TODAY, sample.calendar()
    )
    assert [each.words.format(**each.values) for each in found] == [
        "Decision 2: choose a day from this review on, at most 3 years later"
    ]


def test_no_next_review_lacks_nothing_once_it_has_its_reason(with_days: Change) -> None:
    without = with_days(next_review_on=None)
    found = lacking(without, TODAY, sample.calendar())
    assert [each.field for each in found] == ["next_review_on"]
    said = replace(without, no_next_review_why="Sam turns 18 before another review is due.")
    assert lacking(said, TODAY, sample.calendar()) == ()


@pytest.mark.parametrize(("day", "late"), [(10, None), (11, date(2026, 9, 10))])
def test_going_on_after_twenty_working_days_is_late_and_wants_a_reason(
    database: Database, sam: sample.Sample, day: int, late: date | None
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        adjourn(review, Stop("16:30", words="Sam was tired"))
        review.resume(date(2026, 9, day), "10:00", sample.calendar())
    sheet = sample.sheet(database, sam)
    assert went_on_late(sheet, sample.calendar()) == late
    wanted = [each.field for each in lacking(sheet, date(2026, 9, day), sample.calendar())]
    assert ("resumed_late_why" in wanted) == (late is not None)
    said = replace(sheet, resumed_late_why="Sam was in hospital")
    assert lacking(said, date(2026, 9, day), sample.calendar()) == ()


def test_a_planned_part_held_too_long_after_the_first_is_late_and_wants_a_reason(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        end_part(review, "17:00")
        review.resume(date(2026, 10, 6), "10:00", sample.calendar())
    sheet = sample.sheet(database, sam)
    assert went_on_late(sheet, sample.calendar()) == date(2026, 9, 10)
    wanted = [each.field for each in lacking(sheet, date(2026, 10, 6), sample.calendar())]
    assert "resumed_late_why" in wanted


def test_a_second_late_return_is_found_behind_one_in_time(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        adjourn(review, Stop("16:30", "papers"))
        review.resume(date(2026, 8, 26), "10:00", sample.calendar())
        adjourn(review, Stop("11:00", "papers", again_why="Still none"))
        review.resume(date(2026, 10, 6), "10:00", sample.calendar())
    (late,) = late_returns(sample.sheet(database, sam), sample.calendar())
    assert (late.number, late.last_day) == (3, date(2026, 9, 24))


def test_an_ended_part_names_the_last_day_for_its_next(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        end_part(review, "17:00")
        review.resume(date(2026, 8, 20), "10:00", sample.calendar())
        end_part(review, "11:00")
    found = lacking(sample.sheet(database, sam), date(2026, 8, 20), sample.calendar())
    assert [each.values for each in found if each.field == "resume"] == [
        {"day": date(2026, 9, 10)}
    ]


@pytest.mark.parametrize(
    ("counts", "went_on", "is_late"),
    [
        (True, None, False),
        (True, date(2026, 9, 10), False),
        (True, date(2026, 9, 11), True),
        (False, None, False),
        (False, date(2026, 8, 14), False),
        (False, date(2026, 8, 17), True),
    ],
)
def test_the_council_says_whether_an_adjourned_first_meeting_counts_as_in_time(
    with_days: Change, counts: bool, went_on: date | None, is_late: bool
) -> None:
    sheet = with_days(due_on=date(2026, 8, 16))
    first = replace(sheet.sittings[0], adjourned=True)
    parts = (first,) if went_on is None else (first, replace(first, number=2, held_on=went_on))
    council = replace(sheet.council, adjourned_counts=counts)
    held = replace(sheet, sittings=parts, council=council)
    assert held_late(held, sample.calendar()) == is_late
    wanted = {each.field for each in lacking(held, date(2026, 9, 12), sample.calendar())}
    assert bool(wanted & {"late_why", "resumed_late_why"}) == is_late
    assert not wanted >= {"late_why", "resumed_late_why"}
