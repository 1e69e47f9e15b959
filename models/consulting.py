"""The ways in which a child was asked before their review, each with its day and by whom."""

from datetime import date

from models.open_review import OpenReview
from models.participation import Consultation
from models.record import Refused
from models.rules.participation_ways import ASKED_BEFORE


def consult(
    review: OpenReview, way: str, on: date | None = None, by: str = "", note: str = ""
) -> str:
    """Note one way in which the child was asked before the review. Gives its id.

    Raises: Refused for a way that is not known.
    """
    if way not in ASKED_BEFORE:
        raise Refused("no such way of asking a child")
    of = {
        "authority_id": review.review.authority_id,
        "case_id": review.review.case_id,
        "review_id": review.review.id,
    }
    made = Consultation(**of, way=way, on=on, by=by.strip(), note=note.strip())
    review.session.add(made)
    review.session.flush()
    return made.id
