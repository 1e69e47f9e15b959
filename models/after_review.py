"""Notes which clocks of a finished review are met, and whether any is still open."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.owed import CLOCKS, MIDPOINT
from models.review import Milestone, Review, ReviewState


def mark_met(session: Session, review: Review, clock: str, met_on: date, note: str = "") -> None:
    """Note that a clock of a finished review was met on a day; a second time corrects the day."""
    found = session.scalars(
        select(Milestone).where(Milestone.review_id == review.id, Milestone.clock == clock)
    ).first()
    if found is None:
        found = Milestone(
            review_id=review.id,
            authority_id=review.authority_id,
            case_id=review.case_id,
            clock=clock,
            met_on=met_on,
        )
        session.add(found)
    found.met_on, found.note = met_on, note
    found.removed_at, found.removed_by = None, None
    session.flush()
    note_open_clocks(session, review)


def take_back(session: Session, review: Review, clock: str) -> None:
    """Undo `mark_met`: the clock runs again."""
    found = session.scalars(
        select(Milestone).where(Milestone.review_id == review.id, Milestone.clock == clock)
    ).first()
    if found is not None:
        found.remove(session.info["by"], session.info["at"])
    session.flush()
    note_open_clocks(session, review)


def note_open_clocks(session: Session, review: Review) -> None:
    """Work out again whether anything is owed after this review."""
    met = set(
        session.scalars(
            select(Milestone.clock).where(
                Milestone.review_id == review.id, Milestone.removed_at.is_(None)
            )
        )
    )
    review.clocks_open = is_owed(review, met)


def is_owed(review: Review, met: Collection[str]) -> bool:
    """Whether anything is owed after this review, when these clocks of it are met."""
    wanted = {*CLOCKS, MIDPOINT} if review.midpoint_on else set(CLOCKS)
    return review.state == ReviewState.FINISHED and not wanted.issubset(met)
