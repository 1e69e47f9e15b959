"""Each way of narrowing the list down gives just those children, as many as it counts."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from models.caseload import ChildLine, children, count_children, find_children
from models.child_filters import Filter, only
from models.database import Database
from tests.demo_record import TODAY


def _all(demo: Database, chosen: Filter, today: date = TODAY) -> tuple[ChildLine, ...]:
    with demo.reading() as connection:
        return children(connection, only=only(chosen, today))


@pytest.mark.parametrize("chosen", Filter)
def test_a_filter_gives_as_many_as_it_counts(
    demo: Database, demo_made: tuple[Path, str], chosen: Filter
) -> None:
    condition = only(chosen, TODAY)
    with demo.reading() as connection:
        for iro_id in (None, demo_made[1]):
            found = children(connection, iro_id, only=condition)
            assert len(found) == count_children(connection, iro_id, condition) > 0


def test_soon_is_due_or_booked_within_four_weeks(demo: Database) -> None:
    last = TODAY + timedelta(days=28)
    found = {line.id for line in _all(demo, Filter.SOON)}
    for line in _all(demo, Filter.NONE):
        days = (line.review_due_on, line.booked_on)
        assert (line.id in found) == any(day and TODAY <= day <= last for day in days)


def test_late_is_past_its_day_and_not_begun(demo: Database) -> None:
    found = _all(demo, Filter.LATE)
    assert all(line.review_due_on and line.review_due_on < TODAY for line in found)
    assert all(line.under_way_id is None for line in found)


def test_a_letter_is_owed_until_it_is_sent(demo: Database) -> None:
    found = {line.id for line in _all(demo, Filter.LETTER)}
    owed = {line.id for line in _all(demo, Filter.NONE) if line.letter_owed_since}
    assert found == owed


def test_a_filter_narrows_what_is_searched(demo: Database, demo_made: tuple[Path, str]) -> None:
    wanted = only(Filter.INTERPRETER, TODAY)
    with demo.reading() as connection:
        for iro_id in (None, demo_made[1]):
            found = find_children(connection, "w", iro_id, only=wanted)
            assert all(line.interpreter for line in found)
            assert {line.id for line in found} <= {
                line.id for line in find_children(connection, "w", iro_id)
            }


def test_the_whole_list_goes_on_past_children_without_a_day(demo: Database) -> None:
    with demo.saving("") as session:
        from models.child import Child

        for child in session.query(Child).limit(7):
            child.review_due_on = None
    read: list[ChildLine] = []
    with demo.reading() as connection:
        while page := children(connection, None, read[-1] if read else None, most=4):
            read += page
    assert len({line.id for line in read}) == len(read) == 60
    days = [line.review_due_on for line in read]
    dated = [day for day in days if day]
    assert days == sorted(dated) + [None] * (len(days) - len(dated))
