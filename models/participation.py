"""How the child took part in one review: the answers, the code they lead to, and any override."""

from datetime import date

from sqlalchemy import JSON, Boolean, Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped

from models.record import MergeRule, Record, Shared, kept


class Participation(Shared, Record):
    """The answers are kept as well as the code, so that it can be worked out again.

    `chaired` is "all", "part" or "": the child chaired the review. `ways` are the ways in which
    the child took part, several in one review; `aid` the interpreter or talking aid used.
    `suggested_code` is what the answers lead to; `chosen_code` is an override with its reason.
    Source: domain reference 1.5.
    """

    __tablename__ = "participation"
    ONE_FOR = ("review_id",)

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), unique=True)
    was_there: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    spoke: Mapped[bool | None] = kept(MergeRule.CHOICE, Boolean)
    someone_spoke: Mapped[bool | None] = kept(MergeRule.CHOICE, Boolean)
    showed_without_speech: Mapped[bool | None] = kept(MergeRule.CHOICE, Boolean)
    someone_spoke_who_child_asked: Mapped[bool | None] = kept(MergeRule.CHOICE, Boolean)
    own_words_reached: Mapped[bool | None] = kept(MergeRule.CHOICE, Boolean)
    suggested_code: Mapped[str] = kept(MergeRule.DERIVED, String(4), default="")
    chosen_code: Mapped[str] = kept(MergeRule.DECISION, String(4), default="")
    override_reason: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    pn7_reason: Mapped[str] = kept(MergeRule.CHOICE, String(40), default="")
    pn7_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    who_spoke: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    how_known: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    seen_alone: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    seen_alone_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    seen_alone_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    seen_alone_by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    chaired: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="")
    aid: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    ways: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    also: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)

    ANSWERS = ("was_there", "spoke", "someone_spoke", "showed_without_speech",
               "someone_spoke_who_child_asked", "own_words_reached")  # fmt: skip
    TYPED = frozenset({*ANSWERS, "chosen_code", "override_reason", "pn7_reason", "pn7_why",
                       "who_spoke",
                       "how_known", "seen_alone", "seen_alone_on", "seen_alone_why",
                       "seen_alone_by", "chaired", "aid", "ways", "also"})  # fmt: skip

    @property
    def code(self) -> str:
        """The code that stands: the override where there is one, else the one worked out."""
        return self.chosen_code or self.suggested_code


class Consultation(Shared, Record):
    """One way in which the child was asked before the review, when and by whom."""

    __tablename__ = "consultation"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    way: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")
    on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    note: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"way", "on", "by", "note"})
