"""Finds or makes the one record of a review that answers one question."""

from typing import Any, TypeVar  # Any: the fields of a record are of many kinds

from sqlalchemy import select

from models.editing import begin_anew
from models.open_review import OpenReview
from models.record import Shared

R = TypeVar("R", bound=Shared)


def one_of_review(review: OpenReview, kind: type[R], row_id: str = "", /, **found_by: str) -> R:
    """Give the record so found, or a new one with this id; a removed one begins empty again."""
    own = review.review
    wanted = select(kind).filter_by(review_id=own.id, **found_by)
    found: R | None = review.session.scalars(wanted).first()
    if found is None:
        fields: dict[str, Any] = {
            **({"id": row_id} if row_id else {}),
            "authority_id": own.authority_id,
            "case_id": own.case_id,
            "review_id": own.id,
            **found_by,
        }
        found = kind(**fields)
        review.session.add(found)
        review.session.flush()
    if found.removed_at is not None:
        begin_anew(found, found_by)
    return found
