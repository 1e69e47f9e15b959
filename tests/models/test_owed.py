"""What is owed after a review."""

from datetime import date

from models.owed import CLOCKS, MIDPOINT, REPLY, owed
from models.rules.working_days import WorkingDays

CALENDAR = WorkingDays.of_england_and_wales()
COMPLETED = date(2026, 3, 26)  # Easter in the way


def test_everything_is_owed_on_the_day_of_a_review_soonest_first() -> None:
    waiting = owed(COMPLETED, {}, None, CALENDAR)
    assert {each.clock for each in waiting} == set(CLOCKS)
    assert [each.due_on for each in waiting] == sorted(each.due_on for each in waiting)
    days = {each.clock: each.due_on for each in waiting}
    assert (days["T31"], days["T33"], days["T35"], days["T36"]) == (
        date(2026, 4, 2),
        date(2026, 4, 13),
        date(2026, 4, 20),
        date(2026, 4, 27),
    )


def test_the_managers_answer_is_owed_once_the_decisions_are_written() -> None:
    waiting = owed(COMPLETED, {"T31": date(2026, 3, 30)}, None, CALENDAR)
    reply = next(each for each in waiting if each.clock == REPLY)
    assert (reply.counted_from, reply.due_on) == (date(2026, 3, 30), date(2026, 4, 8))


def test_what_is_met_is_no_longer_owed() -> None:
    met = dict.fromkeys((*CLOCKS, REPLY, MIDPOINT), COMPLETED)
    assert owed(COMPLETED, met, date(2026, 6, 26), CALENDAR) == ()


def test_a_midpoint_that_was_set_is_owed() -> None:
    waiting = owed(COMPLETED, dict.fromkeys(CLOCKS, COMPLETED), date(2026, 6, 26), CALENDAR)
    assert [(each.clock, each.due_on) for each in waiting if each.clock == MIDPOINT] == [
        (MIDPOINT, date(2026, 6, 26))
    ]
