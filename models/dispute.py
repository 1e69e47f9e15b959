"""A dispute opened at a review: a plain record of what is wrong and what should change."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Text
from sqlalchemy.orm import Mapped

from models.record import MergeRule, Record, Shared, kept


class Dispute(Shared, Record):
    """What the chair disputes, since when, and what is sought for the child.

    `decision_id` is the earlier decision that was not done, where the dispute is about one.
    """

    __tablename__ = "dispute"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    decision_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("decision.id"))
    opened_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    what: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    outcome_sought: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"opened_on", "what", "outcome_sought"})
