"""Noting the papers of a review: what came in and when, or why it did not."""

from typing import Any  # a field of a paper may be a day, a mark or words

from models.considered import PaperReceived
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.record import Refused
from models.rules.papers import PAPERS


def note_paper(review: OpenReview, key: str, row_id: str = "", **fields: Any) -> str:
    """Note something of one paper; fields as in PaperReceived. Gives the id of its record.

    `row_id` is the id that a new record is to have.

    Raises: Refused for a paper that is not known, a field that nobody notes, or an
    authorising of what no manager authorises.
    """
    if key not in PAPERS:
        raise Refused("there is no such paper")
    if not set(fields) <= PaperReceived.TYPED:
        raise Refused("that is not noted of a paper")
    if fields.get("authorised") and not PAPERS[key].is_authorised:
        raise Refused("only the care plan is authorised by a manager")
    held = one_of_review(review, PaperReceived, row_id, paper=key)
    for field, value in fields.items():
        if getattr(held, field) != value:
            setattr(held, field, value)
    review.session.flush()
    return held.id
