"""The rules that a child's reviews follow: adoption, short breaks, or the usual ones."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.kind_of_review import change_kind, rename_planned, reviews_in, usual_kinds_followed
from models.next_due import NEEDS_DAY, care_of
from models.next_review import care_now, held_on, recount
from models.problems import N_, Problem
from models.record import Refused
from models.review import ReviewState
from models.rules.review_clock import ReviewPath, next_review
from models.rules.review_kinds import path_of
from models.rules.working_days import BeyondCalendar, WorkingDays

if TYPE_CHECKING:
    from models.open_review import OpenReview

UNDER_WAY = (ReviewState.OPEN, ReviewState.ADJOURNED)


class BeforeCareBegan(Problem):
    """A day that lies before the time in care that it is to change."""

    what = N_("That day is before the time in care began.")
    kept = N_("Nothing has been changed.")
    next = N_("Give the day on which these rules took over.")


def change_path(
    session: Session, child_id: str, path: str, since: date | None, calendar: WorkingDays
) -> None:
    """Let a child's reviews follow other rules from this day; clocks and kind follow.

    From short breaks to full care, or back, is a new time in care with a first review of its
    own; without a day, or on its first day, it is a correction of the time that runs.

    Raises: BeforeCareBegan.
    Source: domain reference 2.1, V1, V2, V4, and 2.3 rules 17 and 18.
    """
    child, care = session.get(Child, child_id), care_now(session, child_id)
    if child is None or care is None:
        raise Refused("no time in care to change")
    wanted = ReviewPath(path)
    if wanted in NEEDS_DAY and since is None:
        raise Refused("these rules need the day they began")
    if since is not None and since < care.began_on:
        raise BeforeCareBegan
    with usual_kinds_followed(session, child, UNDER_WAY):
        if since is not None and since > care.began_on and _is_new_care(care.path, wanted):
            care = _begin_again(session, care, since)
        care.path, care.path_since = wanted, since if wanted in NEEDS_DAY else None
        with suppress(BeyondCalendar):  # too long ago to count: no due date is shown, as before
            recount(session, child, calendar)
            count_those_under_way(session, child, calendar)
    rename_planned(session, child)


def change_kind_and_path(
    review: "OpenReview", kind: str, since: date | None, calendar: WorkingDays
) -> None:
    """Let a review be of another kind, and the child's reviews follow the rules of that kind.

    Raises: BeforeCareBegan.
    """
    session, child_id = review.session, review.review.child_id
    care = care_now(session, child_id)
    if care is not None and path_of(kind, care.path) != care.path:
        change_path(session, child_id, path_of(kind, care.path), since, calendar)
    change_kind(review, kind)


def count_those_under_way(session: Session, child: Child, calendar: WorkingDays) -> None:
    """Let a review that is not finished be due by the rules that ran when it was held.

    Raises: BeyondCalendar.
    """
    care = care_now(session, child.id)
    if care is None:
        return
    counted = care_of(care.began_on, child.born_on, care.path, care.path_since)
    for review in reviews_in(session, child.id, UNDER_WAY):
        if review.held_on is None or review.held_on < care.began_on:
            continue
        before = [day for day in held_on(session, child.id) if day < review.held_on]
        due = next_review(counted, before, calendar)
        review.due_on, review.due_clock = due.due_on, due.timescale_id
        review.counted_from = due.counted_from
    session.flush()


def _is_new_care(before: str, after: ReviewPath) -> bool:
    return (before == ReviewPath.SHORT_BREAKS) != (after is ReviewPath.SHORT_BREAKS)


def _begin_again(session: Session, before: CarePeriod, on: date) -> CarePeriod:
    before.ended_on = on
    care = CarePeriod(
        authority_id=before.authority_id,
        case_id=before.case_id,
        child_id=before.child_id,
        began_on=on,
    )
    session.add(care)
    session.flush()
    return care
