"""Signs of Safety: worries, what is going well, what needs to happen; and the scale."""

from enum import StrEnum

from sqlalchemy import JSON, Boolean, CheckConstraint, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from models.problems import N_
from models.record import MergeRule, Record, Shared, kept


class Column(StrEnum):
    """The three columns of the map. Source: domain reference 4.1 and 4.2."""

    GOING_WELL = "going_well"
    WORRY = "worry"
    NEXT = "next"


COLUMN_WORDS = {
    Column.GOING_WELL: N_("Going well"),
    Column.WORRY: N_("Worry"),
    Column.NEXT: N_("What needs to happen"),
}


class Note(Shared, Record):
    """Something said in the meeting, under one column and one life area.

    `letter_words` is how it will be said to the child; empty means as it was typed.
    A restricted note stays out of the letter and out of shared minutes.
    """

    __tablename__ = "note"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    step: Mapped[str] = kept(MergeRule.CHOICE, String(4))
    column: Mapped[str] = kept(MergeRule.CHOICE, String(20))
    life_area: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    words: Mapped[str] = kept(MergeRule.TEXT, Text)
    letter_words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    said_by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    person_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("person.id"))
    restricted: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    restriction_kinds: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    in_letter: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=True)
    position: Mapped[int] = kept(MergeRule.CHOICE, Integer, default=0)

    TYPED = frozenset({"step", "column", "life_area", "words", "letter_words", "said_by",
                       "person_id", "restricted", "restriction_kinds", "in_letter",
                       "position"})  # fmt: skip


class Answered(StrEnum):
    """Whether somebody gave a number: these three are different from 0 and from each other."""

    NUMBER = "number"
    RATHER_NOT = "rather_not"
    NOT_ASKED = "not_asked"


class ScaleAnswer(Shared, Record):
    """One person's number on one scale, with its reason. Never averaged.

    `number` is a whole number from 0 to 10, and present only when `answered` is a number.
    `is_child` marks the child's own. Source: domain reference 4.3.
    """

    __tablename__ = "scale_answer"
    __table_args__ = (
        CheckConstraint("number IS NULL OR (number >= 0 AND number <= 10)", name="zero_to_ten"),
    )

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    scale: Mapped[str] = kept(MergeRule.FIXED, String(40), default="overall")
    person_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("person.id"))
    who: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    is_child: Mapped[bool] = kept(MergeRule.FIXED, Boolean, default=False)
    answered: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Answered.NOT_ASKED)
    number: Mapped[int | None] = kept(MergeRule.CHOICE, Integer)
    reason: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    one_more: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"who", "answered", "number", "reason", "one_more"})
