"""What the child said, in their own words, and who heard it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from models.problems import N_
from models.record import MergeRule, Record, Shared, kept


class Way(StrEnum):
    """How the child's words reached the review."""

    SAID = "said"
    TOLD_ME = "told_me"
    TOLD_SOMEONE = "told_someone"
    WROTE = "wrote"
    DREW = "drew"
    SHOWED = "showed"


WAY_WORDS = {
    Way.SAID: N_("Said in the meeting"),
    Way.TOLD_ME: N_("Told me before"),
    Way.TOLD_SOMEONE: N_("Told someone else"),
    Way.WROTE: N_("Wrote or sent it"),
    Way.DREW: N_("Drew it"),
    Way.SHOWED: N_("Showed it without words"),
}


class Wish(Shared, Record):
    """The child's own words, kept exactly. `asked_for` marks a request that wants an answer."""

    __tablename__ = "wish"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    words: Mapped[str] = kept(MergeRule.TEXT, Text)
    way: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Way.SAID)
    heard_by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    heard_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    column: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    life_area: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    step: Mapped[str] = kept(MergeRule.CHOICE, String(4), default="A2")
    asked_for: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    answer: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    decision_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("decision.id"))
    private: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    in_letter: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=True)
    position: Mapped[int] = kept(MergeRule.CHOICE, Integer, default=0)

    TYPED = frozenset({"words", "way", "heard_by", "heard_on", "column", "life_area", "step",
                       "asked_for", "answer", "decision_id", "private", "in_letter",
                       "position"})  # fmt: skip
