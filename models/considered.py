"""What a review considered: the matters of law, the facts of each step, and the papers."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped

from models.record import MergeRule, Record, Shared, kept


class MatterConsidered(Shared, Record):
    """What became of one matter of Schedule 7 at one review (models.rules.schedule7)."""

    __tablename__ = "matter_considered"
    __table_args__ = (Index("ix_matter_review", "review_id", "matter", unique=True),)
    ONE_FOR = ("review_id", "matter")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    matter: Mapped[str] = kept(MergeRule.FIXED, String(8))
    state: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"state", "words"})


class StepFact(Shared, Record):
    """One fact of one step, such as the day of the last health check (models.rules.step_facts).

    Which of `words`, `day` and `choice` is filled depends on the kind of the fact.
    """

    __tablename__ = "step_fact"
    __table_args__ = (Index("ix_step_fact_review", "review_id", "fact", unique=True),)
    ONE_FOR = ("review_id", "fact")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    fact: Mapped[str] = kept(MergeRule.FIXED, String(40))
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    day: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    choice: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")

    TYPED = frozenset({"words", "day", "choice"})


class PaperReceived(Shared, Record):
    """One paper that a review should have: when it came, or why it did not.

    Nothing waits for a paper. `authorised` is "yes", "no" or "": by a manager of the council.
    Source: domain reference 3.2 (Papers) and T25.
    """

    __tablename__ = "paper_received"
    __table_args__ = (Index("ix_paper_review", "review_id", "paper", unique=True),)
    ONE_FOR = ("review_id", "paper")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    paper: Mapped[str] = kept(MergeRule.FIXED, String(30))
    received_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    seen: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    authorised: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="")
    child_friendly: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    missing_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"received_on", "seen", "authorised", "child_friendly", "missing_why"})
