"""What is owed after a review, by when: the clocks that start when it is finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.rules import deadlines, timescales
from models.rules.working_days import WorkingDays

CLOCKS = tuple(
    scale.id for scale in deadlines.AFTER_COMPLETION if scale is not timescales.LETTER_AIM
)
WRITTEN, REPLY = timescales.DECISIONS_WRITTEN.id, timescales.MANAGER_REPLIES.id
MIDPOINT = "T50"


@dataclass(frozen=True)
class Owed:
    """Something owed after a review: which clock, from which day, by which day."""

    clock: str
    counted_from: date
    due_on: date


def owed(
    completed_on: date, met: Mapping[str, date], midpoint_on: date | None, calendar: WorkingDays
) -> tuple[Owed, ...]:
    """What is still owed after a review, soonest first.

    The manager's answer (T32) runs from the day the decisions were written.
    Raises: BeyondCalendar. Source: domain reference 2.1 and 2.3 rule 20.
    """
    limits = deadlines.after_completion(completed_on, calendar, met.get(WRITTEN))
    waiting = [
        Owed(clock, met[WRITTEN] if clock == REPLY else completed_on, limits[clock])
        for clock in (*CLOCKS, REPLY)
        if clock in limits and clock not in met
    ]
    if midpoint_on is not None and MIDPOINT not in met:
        waiting.append(Owed(MIDPOINT, completed_on, midpoint_on))
    return tuple(sorted(waiting, key=lambda each: (each.due_on, each.clock)))
