"""A review in several parts, adjourned, or moved to another day before it began."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.council import Council
from models.kind_of_review import usual_kinds_followed
from models.next_review import recount
from models.open_review import OpenReview
from models.problems import N_, Problem
from models.record import Refused
from models.review import Rearranged, Review, ReviewState, Sitting
from models.rules.adjourning import ADJOURN_REASONS, MOVE_REASONS, says_enough
from models.rules.series import ReviewDay, may_adjourn
from models.rules.working_days import WorkingDays

UNDER_WAY = (ReviewState.OPEN, ReviewState.ADJOURNED)


class AdjournedBefore(Problem):
    """A review may be adjourned once; again only for a written reason."""

    what = N_("This review was adjourned before. It may be adjourned only once.")
    kept = N_("The review is still under way, and everything written is there.")
    next = N_("Finish it, hold its next part as planned, or write why it must be adjourned again.")


@dataclass(frozen=True)
class Stop:
    """Where and why a part stops: `at` is "17:10", `kind` a ready reason's key."""

    at: str
    kind: str = ""
    words: str = ""
    again_why: str = ""


@dataclass(frozen=True)
class NewDay:
    """Another day for a review that has not begun: `time` is "16:00".

    `kind` is a ready reason's key and `why` what was typed.
    """

    on: date
    time: str = ""
    asked_by: str = ""
    why: str = ""
    kind: str = ""


def adjourn(review: OpenReview, stop: Stop) -> None:
    """Stop here and go on another day, for a reason.

    Raises: AdjournedBefore for a second time without a written reason.
    Source: regulation 36(2), once only; domain reference 2.3 rule 10.
    """
    if review.review.state != ReviewState.OPEN:
        raise Refused("only a review that is under way can be adjourned")
    if not says_enough(ADJOURN_REASONS, stop.kind, stop.words):
        raise Refused("an adjournment needs a reason")
    if not may_adjourn(times_adjourned(review)) and not stop.again_why.strip():
        raise AdjournedBefore
    sitting = review.last_sitting
    sitting.ended_at, sitting.adjourned = stop.at, True
    sitting.reason_kind, sitting.reason = stop.kind, stop.words
    sitting.again_why = stop.again_why
    review.review.state = ReviewState.ADJOURNED


def end_part(review: OpenReview, at: str, why: str = "") -> None:
    """End one part of a review that is held in several, which is no adjournment.

    Source: domain reference 2.3 rule 9.
    """
    if review.review.state != ReviewState.OPEN:
        raise Refused("only a review that is under way has a part to end")
    sitting = review.last_sitting
    sitting.ended_at, sitting.adjourned, sitting.reason = at, False, why
    review.review.state = ReviewState.ADJOURNED


def finish_as_it_stands(review: OpenReview, at: datetime, why: str, calendar: WorkingDays) -> None:
    """Finish a review that waits for its next part: it is complete from its last part held.

    One that was adjourned needs a reason for not going on with it, which is kept.
    Source: domain reference 2.3 rules 9 and 10.
    """
    if review.review.state != ReviewState.ADJOURNED:
        raise Refused("only a review that waits for its next part is finished as it stands")
    if review.last_sitting.adjourned and not why.strip():
        raise Refused("an adjourned review is finished as it stands only for a reason")
    review.review.not_resumed_why = why
    review.review.state = ReviewState.OPEN
    review.finish(at, "", calendar)


def count_adjourned(session: Session, council_id: str, *, counts: bool) -> None:
    """Set whether a first meeting that was adjourned counts as held in time.

    Source: domain reference 2.3 rule 10.
    """
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    if council.adjourned_counts != counts:
        council.adjourned_counts = counts


def times_adjourned(review: OpenReview) -> int:
    """How often this review was adjourned."""
    return (
        review.session.scalar(
            select(func.count()).where(
                Sitting.review_id == review.review.id,
                Sitting.adjourned.is_(True),
                Sitting.removed_at.is_(None),
            )
        )
        or 0
    )


def put_who_came(review: OpenReview, sitting_id: str, came: Sequence[str]) -> None:
    """Note who was at one part; "child" stands for the child."""
    sitting = review.session.get(Sitting, sitting_id)
    if sitting is None or sitting.review_id != review.review.id:
        raise Refused("no part of this review with that id")
    if sitting.came != list(came):
        sitting.came = list(came)


def move_to_another_day(
    review: OpenReview, new_day: NewDay, asked_on: date, calendar: WorkingDays
) -> None:
    """Book a review that has not begun for another day, keeping who asked and why.

    It is no adjournment, and the day by which it is due stands.
    Source: domain reference 2.3 rule 11.
    """
    note_the_move(review, new_day, asked_on)
    booked = review.review
    with usual_kinds_followed(review.session, review.child):
        booked.booked_on, booked.booked_time = new_day.on, new_day.time or booked.booked_time
    recount(review.session, review.child, calendar)


def note_the_move(review: OpenReview, new_day: NewDay, asked_on: date) -> None:
    """Keep who asked for another day, and why, of a review that is booked and has not begun."""
    booked = review.review
    if booked.state != ReviewState.PLANNED or booked.booked_on is None:
        raise Refused("only a review that is booked and has not begun can be moved")
    gives_reason = says_enough(MOVE_REASONS, new_day.kind, new_day.why)
    if not new_day.asked_by.strip() or not gives_reason:
        raise Refused("moving a review needs who asked and why")
    review.session.add(
        Rearranged(
            authority_id=booked.authority_id,
            case_id=booked.case_id,
            review_id=booked.id,
            from_day=booked.booked_on,
            to_day=new_day.on,
            asked_on=asked_on,
            asked_by=new_day.asked_by,
            why=new_day.why,
            why_kind=new_day.kind,
        )
    )


def count_review_day(
    session: Session, council_id: str, iro_id: str, counts: ReviewDay, calendar: WorkingDays
) -> None:
    """Set which part of a series gives a review its date, and date again what is under way.

    Reviews that are finished keep the date they were finished with.
    Source: domain reference 2.3 rule 9.
    """
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    if council.review_day == counts:
        return
    council.review_day = counts
    session.flush()
    under_way = select(Review.id).where(
        Review.chair_id == iro_id, Review.state.in_(UNDER_WAY), Review.removed_at.is_(None)
    )
    for review_id in session.scalars(under_way).all():
        OpenReview(session, review_id).date_it(calendar)
