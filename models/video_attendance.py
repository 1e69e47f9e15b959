"""Whether a child who joins by live video was there: the council says, and codes follow.

Source: the wording of PN5 and PN6 lists video among the ways of sending views.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.council import Council
from models.open_review import OpenReview
from models.participation import Participation
from models.record import Refused
from models.review import Review, ReviewState

NOT_FINISHED = (ReviewState.PLANNED, ReviewState.OPEN, ReviewState.ADJOURNED)


def count_video(session: Session, council_id: str, iro_id: str, *, counts: bool) -> None:
    """Set it, and work out again the codes of this IRO's reviews that are not finished."""
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    if council.video_counts_as_attending == counts:
        return
    council.video_counts_as_attending = counts
    session.flush()
    answered = (
        select(Review.id)
        .join(Participation, Participation.review_id == Review.id)
        .where(Review.chair_id == iro_id, Review.state.in_(NOT_FINISHED))
        .where(Review.removed_at.is_(None), Participation.removed_at.is_(None))
    )
    for review_id in session.scalars(answered).all():
        OpenReview(session, review_id).recode()
