"""Signs of Safety: worries, what is going well, what needs to happen; and the scale."""

from enum import StrEnum

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    ForeignKey,
    Integer,
    Numeric,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Record, Shared, kept


class Column(StrEnum):
    """The three columns of the map. Source: domain reference 4.1 and 4.2."""

    GOING_WELL = "going_well"
    WORRY = "worry"
    NEXT = "next"


class Note(Shared, Record):
    """Something said in the meeting, under one column and one life area.

    `letter_words` is how it will be said to the child; empty means as it was typed.
    A restricted note stays out of the letter and out of shared minutes. `sort` is the kind of
    answer within the column (a worry statement, a strength, a goal); a worry statement names
    its goal in `goal_id`. `detail` holds what the EARS questions drew out. Copies of one note
    in the records of brothers and sisters have the same `shared_key`. `carried_from` is the id of
    the first note of a worry, or of a goal, that goes on from review to review.
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
    sort: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")
    goal_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("note.id"))
    detail: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    shared_key: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")
    carried_from: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")

    TYPED = frozenset({"step", "column", "life_area", "words", "letter_words", "said_by",
                       "person_id", "restricted", "restriction_kinds", "in_letter",
                       "position", "sort", "goal_id", "detail"})  # fmt: skip


class Answered(StrEnum):
    """Whether somebody gave a number: these three are different from 0 and from each other."""

    NUMBER = "number"
    RATHER_NOT = "rather_not"
    NOT_ASKED = "not_asked"


class ScaleNumber(TypeDecorator[float]):
    """A number on a scale: a whole one stays whole, a face's may be 2.5 or 7.5."""

    impl = Numeric(3, 1, asdecimal=False)
    cache_ok = True

    def process_bind_param(self, value: float | None, dialect: Dialect) -> float | None:  # noqa: ARG002 named by SQLAlchemy
        """Write a whole number as one."""
        return as_given(value)

    def process_result_value(self, value: float | None, dialect: Dialect) -> float | None:  # noqa: ARG002 named by SQLAlchemy
        """Read a whole number as one."""
        return as_given(value)


def as_given(number: float | None) -> float | None:
    """The number as it was given: 7 and not 7.0."""
    return int(number) if number is not None and number == int(number) else number


class ScaleAnswer(Shared, Record):
    """One person's number on one scale, with its reason. Never averaged.

    `number` is from 0 to 10, whole but for the numbers of the five faces, and present only when
    `answered` is a number; `face` is the face that was chosen, `private` what the
    child asked the chair to keep, `in_letter` whether the child's own stands in their letter.
    `scale` is the key of a scale of the form, or "w:" and the id of the worry statement whose
    own scale it is. `is_child` marks the child's own. Source: domain reference 4.3.
    """

    __tablename__ = "scale_answer"
    ONE_FOR = ("review_id", "scale", "person_id")
    __table_args__ = (
        CheckConstraint("number IS NULL OR (number >= 0 AND number <= 10)", name="zero_to_ten"),
    )

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    scale: Mapped[str] = kept(MergeRule.FIXED, String(60), default="overall")
    person_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("person.id"))
    who: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    is_child: Mapped[bool] = kept(MergeRule.FIXED, Boolean, default=False)
    answered: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Answered.NOT_ASKED)
    number: Mapped[float | None] = kept(MergeRule.CHOICE, ScaleNumber)
    face: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="")
    reason: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    one_more: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    private: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    in_letter: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=True)

    TYPED = frozenset(
        {"who", "answered", "number", "face", "reason", "one_more", "private", "in_letter"}
    )
