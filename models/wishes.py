"""What the child said, in their own words, and who heard it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Boolean, Date, ForeignKey, Integer, LargeBinary, String, Text
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


class Question(StrEnum):
    """What the child answered in their turn."""

    NONE = ""
    HOUSE = "house"  # Three Houses: the column says which
    KNOW = "know"  # what do you want everyone to know
    SEE_MORE = "see_more"  # who do you want to see more
    NOT_TODAY = "not_today"  # do not talk about this today
    WHY = "why"  # drawn: why this number
    ONE_MORE = "one_more"  # drawn: what would make it one more


HOPE = "hope"
"""The column of a wish put into the house of hopes and dreams."""


_THE_CHILDS_OWN = frozenset(
    {"words", "way", "heard_by", "heard_on", "column", "question", "picture", "position", "step"}
)


class Drawing(Shared, Record):
    """What the child drew, exactly: a PNG image. `digest` is SHA-256 of `png`, in hexadecimal.

    Units: `width` and `height` in pixels.
    """

    __tablename__ = "drawing"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    made_on: Mapped[date] = kept(MergeRule.FIXED, Date)
    width: Mapped[int] = kept(MergeRule.FIXED, Integer)
    height: Mapped[int] = kept(MergeRule.FIXED, Integer)
    digest: Mapped[str] = kept(MergeRule.FIXED, String(64))
    png: Mapped[bytes | None] = kept(MergeRule.BY_DIGEST, LargeBinary)


class Wish(Shared, Record):
    """The child's own words, kept exactly. `asked_for` marks a request that wants an answer.

    What the child made alone in their turn is marked `made_by_child`; `question` says what it
    answers, and it may be a drawing or a chosen `picture` with no words at all.
    """

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
    question: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    made_by_child: Mapped[bool] = kept(MergeRule.FIXED, Boolean, default=False)
    picture: Mapped[str] = kept(MergeRule.CHOICE, String(40), default="")
    drawing_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("drawing.id"))

    @property
    def kept_exactly(self) -> frozenset[str]:
        """What nobody else types in: what the child made alone stays as they made it."""
        return _THE_CHILDS_OWN if self.made_by_child else frozenset()

    TYPED = frozenset({"words", "way", "heard_by", "heard_on", "column", "life_area", "step",
                       "asked_for", "answer", "decision_id", "private", "in_letter",
                       "position", "question", "picture"})  # fmt: skip
