"""The lasting plan as it was said at an earlier review."""

from models.review_sheet import EarlierReview, ReviewSheet
from models.rules.permanence import is_known


def plan_before(sheet: ReviewSheet) -> EarlierReview | None:
    """The newest earlier review that says a lasting plan, in words or by its kind."""
    told = (
        each
        for each in sheet.earlier_reviews
        if each.permanence_plan.strip() or is_known(each.permanence_type)
    )
    return max(told, key=lambda each: each.number, default=None)
