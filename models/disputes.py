"""Opening a dispute in a review: a plain record, about an earlier decision or by itself."""

from datetime import date

from models.dispute import Dispute
from models.open_review import OpenReview
from models.record import Refused


def open_dispute(
    review: OpenReview, on: date, what: str, outcome_sought: str = "", decision_id: str = ""
) -> str:
    """Keep what is wrong and what should change. Gives the dispute's id.

    Source: Children Act 1989, s25B(1)(b) and (3); IRO Handbook, chapter 6.
    """
    if not what.strip():
        raise Refused("a dispute needs words")
    own = review.review
    dispute = Dispute(
        authority_id=own.authority_id,
        case_id=own.case_id,
        review_id=own.id,
        decision_id=decision_id or None,
        opened_on=on,
        what=what,
        outcome_sought=outcome_sought,
    )
    review.session.add(dispute)
    review.session.flush()
    return dispute.id
