"""The days by which things are owed before, between and after the meetings of a review."""

from collections.abc import Mapping
from datetime import date

from models.rules import timescales
from models.rules.timescale import limit
from models.rules.working_days import WorkingDays

BEFORE_A_REVIEW = (
    timescales.TALK_WITH_CHILD,
    timescales.PLAN_THE_MEETING,
    timescales.INVITATION_LIST,
    timescales.INVITATIONS_OUT,
    timescales.CONSULTATION_FORMS,
    timescales.VIEWPOINT_LOGIN,
    timescales.REPORTS_IN,
)
AFTER_COMPLETION = (
    timescales.DECISIONS_WRITTEN,
    timescales.DECISIONS_SENT,
    timescales.PLAN_UPDATED,
    timescales.RECORD_WRITTEN,
    timescales.RECORD_SENT,
    timescales.LETTER_SENT,
    timescales.LETTER_AIM,
)


def before_review(review_on: date, calendar: WorkingDays) -> Mapping[str, date]:
    """Give the last day for each thing owed before a review, by its timescale id.

    Raises: BeyondCalendar.
    """
    return {each.id: limit(each, review_on, calendar) for each in BEFORE_A_REVIEW}


def after_completion(
    completed_on: date, calendar: WorkingDays, decisions_received_on: date | None = None
) -> Mapping[str, date]:
    """Give the last day for each thing owed after a review, by its timescale id.

    The manager's reply is among them once the day they received the decisions is known.

    Raises: BeyondCalendar.
    """
    owed = {each.id: limit(each, completed_on, calendar) for each in AFTER_COMPLETION}
    if decisions_received_on is not None:
        reply = timescales.MANAGER_REPLIES
        owed[reply.id] = limit(reply, decisions_received_on, calendar)
    return owed


def resume_by(adjourned_on: date, calendar: WorkingDays) -> date:
    """Give the last day for the second half of an adjourned review.

    Raises: BeyondCalendar.
    Source: timescales.RESUMED.
    """
    return limit(timescales.RESUMED, adjourned_on, calendar)


def midpoint(held_on: date, next_due: date) -> date:
    """Give the day half-way to the next review; the earlier one of two.

    Raises: ValueError if the next review comes first.
    Source: duties.MIDPOINT.
    """
    if next_due < held_on:
        raise ValueError("the next review cannot be due before this one was held")
    return held_on + (next_due - held_on) // 2
