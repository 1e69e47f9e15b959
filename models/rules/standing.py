"""How something stands against its last day: later, soon, today or late."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.rules import timescales
from models.rules.timescale import limit
from models.rules.working_days import WorkingDays

SOON_WORKING_DAYS = 1
"""Today and so many more are the last two working days. Source: the design, Clock."""


class State(StrEnum):
    """Where today is, seen from the last day."""

    LATER = "later"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"


@dataclass(frozen=True)
class Standing:
    """How far off the last day is, or how long ago it was.

    `working_days` can be 0 when only a weekend or holiday lies between; then say the day.
    """

    state: State
    due_on: date
    working_days: int
    calendar_days: int

    @property
    def is_late(self) -> bool:
        """Whether the last day is past."""
        return self.state is State.LATE

    @property
    def is_pressing(self) -> bool:
        """Whether these are the last two working days."""
        return self.state in (State.SOON, State.TODAY)


@dataclass(frozen=True)
class Timeliness:
    """Whether something was done in time, and if not, how late it was."""

    in_time: bool
    working_days_late: int
    calendar_days_late: int


def standing(due_on: date, today: date, calendar: WorkingDays) -> Standing:
    """Say how something not yet done stands today.

    Raises: BeyondCalendar.
    """
    ahead = calendar.between(today, due_on)
    return Standing(
        state=_state(due_on, today, ahead),
        due_on=due_on,
        working_days=abs(ahead),
        calendar_days=abs((due_on - today).days),
    )


def timeliness(due_on: date, held_on: date, calendar: WorkingDays) -> Timeliness:
    """Say whether a review was held, or a thing done, on or before its last day.

    Raises: BeyondCalendar if it was late and the bank holidays are not known.
    """
    if held_on <= due_on:
        return Timeliness(in_time=True, working_days_late=0, calendar_days_late=0)
    return Timeliness(
        in_time=False,
        working_days_late=calendar.between(due_on, held_on),
        calendar_days_late=(held_on - due_on).days,
    )


def adjourned_in_time(
    due_on: date, begun_on: date, adjourned_on: date, resumed_on: date, calendar: WorkingDays
) -> bool:
    """Say whether an adjourned review counts as in time: begun and resumed within limits.

    Raises: BeyondCalendar.
    Source: timescales.RESUMED; a choice of ours where the law is silent.
    """
    resumed_by = limit(timescales.RESUMED, adjourned_on, calendar)
    return begun_on <= due_on and resumed_on <= resumed_by


def _state(due_on: date, today: date, ahead: int) -> State:
    if today > due_on:
        return State.LATE
    if today == due_on:
        return State.TODAY
    return State.SOON if ahead <= SOON_WORKING_DAYS else State.LATER
