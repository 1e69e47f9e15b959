"""When an invented child was reviewed: mostly in time, now and then late or in two parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.rules.review_clock import review_due
from models.rules.working_days import WorkingDays

LATE_SHARE = 0.08
SERIES_SHARE = 0.08
EARLY_DAYS = 12
SECOND_PART_DAYS = 9


@dataclass(frozen=True)
class Held:
    """One review: when it was due, begun and completed, and whether it had two parts."""

    number: int
    due_on: date
    clock: str
    counted_from: date
    begun_on: date
    completed_on: date | None  # None while it is adjourned

    @property
    def in_two_parts(self) -> bool:
        """Whether it was adjourned, and perhaps completed on a later day."""
        return self.completed_on != self.begun_on

    @property
    def late(self) -> bool:
        """Whether it was begun after the last day."""
        return self.begun_on > self.due_on


def _working(day: date, calendar: WorkingDays) -> date:
    return day if calendar.is_working_day(day) else calendar.before(day, 1)


def reviews_of(
    chance: Random, began_on: date, born_on: date, today: date, calendar: WorkingDays
) -> list[Held]:
    """Every review held by the day before today, counted by the law's own clocks."""
    held: list[Held] = []
    while True:
        days = [review.begun_on for review in held]
        due = review_due(began_on, days, born_on, calendar)
        if due.due_on is None:
            return held
        begun = _begun(chance, due.due_on, calendar)
        if begun >= today or begun <= due.counted_from:
            return held
        last = begun
        if chance.random() < SERIES_SHARE:
            last = _working(begun + timedelta(days=SECOND_PART_DAYS), calendar)
        if last >= today:
            return held
        held.append(
            Held(len(held) + 1, due.due_on, due.timescale_id, due.counted_from, begun, last)
        )


def reviews_on(
    days: Sequence[date],
    began_on: date,
    born_on: date,
    calendar: WorkingDays,
    *,
    last_adjourned: bool = False,
) -> list[Held]:
    """Reviews held on just these days; the last may still be adjourned."""
    held = []
    for number, day in enumerate(days, start=1):
        due = review_due(began_on, days[: number - 1], born_on, calendar)
        completed = None if last_adjourned and number == len(days) else day
        held.append(
            Held(number, due.due_on or day, due.timescale_id, due.counted_from, day, completed)
        )
    return held


def _begun(chance: Random, due_on: date, calendar: WorkingDays) -> date:
    if chance.random() < LATE_SHARE:
        return calendar.after(due_on, chance.randint(2, 15))
    return _working(due_on - timedelta(days=chance.randint(0, EARLY_DAYS)), calendar)
