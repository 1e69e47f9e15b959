"""What somebody is reminded of today: shown on the first page, never sent."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.caseload import what_is_due
from models.convening_queue import CLOCK_OF, ConveningLine, ToDo, new_in_care, to_convene
from models.plain_reading import Connection
from models.rules import timescales
from models.rules.reminders import (
    FORMS_BACK,
    HANDED_BACK,
    IRO,
    NO_DATE,
    ReminderRule,
    rules_with,
    stands,
)
from models.rules.timescale import limit
from models.rules.working_days import BeyondCalendar, WorkingDays

WEEKS_AHEAD = 8


@dataclass(frozen=True)
class Reminder:
    """One reminder: of which clock, for whom, and how often it came.

    `review_id` is "" where it is about a child with no review yet. `has_gone_on` says that it
    stands with this person because nobody answered it before.
    """

    clock: str
    name: str
    child_id: str
    review_id: str
    full_name: str
    due_on: date
    number: int
    is_late: bool
    has_gone_on: bool


@dataclass(frozen=True)
class _Waits:
    """Something a rule may remind of."""

    clock: str
    due_on: date
    child_id: str
    review_id: str
    full_name: str


def reminders(
    connection: Connection, me: str, role: str, today: date, calendar: WorkingDays
) -> tuple[Reminder, ...]:
    """What this person is reminded of today, what is late first.

    An IRO is reminded of their own reviews, others of everybody's. Without a `role` a laptop
    works alone, and all that an IRO, business support and the manager do falls to its owner.
    """
    rules = rules_with(changes_of(connection, me))
    whose = me if role in {"", IRO} else None
    found = []
    try:
        for waits in _all_that_waits(connection, whose, today, calendar):
            reminder = _reminder(rules.get(waits.clock), waits, role, (today, calendar))
            if reminder is not None:
                found.append(reminder)
    except BeyondCalendar:  # the page says by itself that the bank holidays end
        pass
    return tuple(sorted(found, key=lambda each: (each.due_on, each.full_name, each.clock)))


def changes_of(connection: Connection, me: str) -> Mapping[str, object]:
    """The council's own changes to the rules."""
    row = connection.execute(
        "select reminders from council where authority_id = "
        "(select authority_id from staff_member where id = ?) limit 1",
        (me,),
    ).fetchone()
    changes = json.loads(row[0]) if row is not None and row[0] else {}
    return changes if isinstance(changes, dict) else {}


def _reminder(
    rule: ReminderRule | None, waits: _Waits, role: str, on: tuple[date, WorkingDays]
) -> Reminder | None:
    """The reminder, where the rule has one for this role today."""
    if rule is None:
        return None
    today, calendar = on
    stand = stands(rule, waits.due_on, today, calendar)
    if stand is None:
        return None
    gone_on = stand.has_gone_on and role == rule.escalates_to
    if role and role != rule.to and not gone_on:
        return None
    return Reminder(
        clock=waits.clock,
        name=rule.name,
        child_id=waits.child_id,
        review_id=waits.review_id,
        full_name=waits.full_name,
        due_on=waits.due_on,
        number=stand.number,
        is_late=stand.is_late,
        has_gone_on=gone_on,
    )


def _all_that_waits(
    connection: Connection, whose: str | None, today: date, calendar: WorkingDays
) -> Iterator[_Waits]:
    until = today + timedelta(weeks=WEEKS_AHEAD)
    for due in what_is_due(connection, whose, today, until, calendar):
        if due.review_id is not None:
            yield _Waits(due.clock, due.due_on, due.child_id, due.review_id, due.full_name)
    for new in new_in_care(connection, whose, calendar):
        child = new.child
        if new.lacks_iro:
            clock = timescales.REVIEWING_OFFICER_NAMED.id
            yield _Waits(clock, new.iro_by, child.id, "", child.full_name)
        if child.booked_on is None:
            yield _Waits(NO_DATE, new.review_by, child.id, "", child.full_name)
    for line in to_convene(connection, whose, today, calendar):
        review = line.review
        if _has_no_paper(connection, review.id) and review.booked_on is not None:
            reports_by = limit(timescales.REPORTS_IN, review.booked_on, calendar)
            clock = timescales.REPORTS_IN.id
            yield _Waits(clock, reports_by, review.child_id, review.id, review.full_name)
        waits = _of_convening(line)
        if waits is not None and review.booked_on != today:
            yield waits


def _has_no_paper(connection: Connection, review_id: str) -> bool:
    """Whether of no paper of a review it is noted that it came, or why it did not."""
    noted = connection.execute(
        "select 1 from paper_received where review_id = ? and removed_at is null "
        "and (received_on is not null or missing_why <> '') limit 1",
        (review_id,),
    )
    return noted.fetchone() is None


def _of_convening(line: ConveningLine) -> _Waits | None:
    clock, due_on = CLOCK_OF.get(line.to_do, ""), line.due_on
    if line.to_do is ToDo.SOCIAL_WORKER:
        clock, due_on = HANDED_BACK, line.review.booked_on
    if line.to_do is ToDo.FORMS_BACK:
        clock = FORMS_BACK
    if not clock or due_on is None:
        return None
    review = line.review
    return _Waits(clock, due_on, review.child_id, review.id, review.full_name)
