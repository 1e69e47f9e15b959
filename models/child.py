"""The child: names, birth date, language, wishes for letters, and periods of care."""

from datetime import date
from typing import Any, ClassVar  # any field of the child, whatever its type

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, relationship

from models.record import ID_LENGTH, MergeRule, Record, Refused, Shared, kept
from models.rules.review_clock import ReviewPath


class Child(Shared, Record):
    """A child whose reviews the service chairs. `id` is also the `case_id` of all that is theirs.

    `review_due_on` and its companions are worked out again from the clocks whenever a review
    or a period of care changes (models.next_review); they are never typed.
    """

    __tablename__ = "child"
    __table_args__ = (
        Index("ix_child_iro_due", "iro_id", "review_due_on"),
        Index("ix_child_identifier", "authority_id", "identifier"),
        Index("ix_child_due", "review_due_on", "id"),
    )

    identifier: Mapped[str] = kept(MergeRule.FIXED, String(64))
    given_name: Mapped[str] = kept(MergeRule.CHOICE, String(100))
    family_name: Mapped[str] = kept(MergeRule.CHOICE, String(100), default="")
    chosen_name: Mapped[str] = kept(MergeRule.CHOICE, String(100), default="")
    pronouns: Mapped[str] = kept(MergeRule.CHOICE, String(40), default="")
    born_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    legal_status: Mapped[str] = kept(MergeRule.CHOICE, String(4), default="")
    legal_status_from: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    first_language: Mapped[str] = kept(MergeRule.CHOICE, String(60), default="")
    interpreter: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    communication: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    lives_with: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    lives_there_since: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    placement_code: Mapped[str] = kept(MergeRule.CHOICE, String(4), default="")
    plan: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    school: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    what_helps: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    letter_wishes: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    letter_colour: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="green")
    chosen_words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    social_worker: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    team: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    iro_id: Mapped[str] = kept(MergeRule.REFERENCE, String(ID_LENGTH), default="")
    iro_typed: Mapped[list[str]] = kept(MergeRule.DERIVED, JSON, default=list)

    review_due_on: Mapped[date | None] = kept(MergeRule.DERIVED, Date)
    review_due_clock: Mapped[str] = kept(MergeRule.DERIVED, String(8), default="")
    review_counted_from: Mapped[date | None] = kept(MergeRule.DERIVED, Date)
    reviews_held: Mapped[int] = kept(MergeRule.DERIVED, Integer, default=0)
    last_reviewed_on: Mapped[date | None] = kept(MergeRule.DERIVED, Date)
    booked_on: Mapped[date | None] = kept(MergeRule.DERIVED, Date)
    in_care: Mapped[bool] = kept(MergeRule.DERIVED, Boolean, default=True)

    care_periods: Mapped[list["CarePeriod"]] = relationship(
        order_by="CarePeriod.began_on", back_populates="child"
    )

    TYPED: ClassVar[frozenset[str]] = frozenset(
        {
            "given_name", "family_name", "chosen_name", "pronouns", "born_on", "legal_status",
            "legal_status_from", "first_language", "interpreter", "communication", "lives_with",
            "lives_there_since", "plan", "school", "what_helps", "letter_wishes",
            "letter_colour", "chosen_words", "social_worker", "team",
        }
    )  # fmt: skip

    def put(self, field: str, value: Any) -> None:
        """Take what the IRO typed for one field; an import will not overwrite it afterwards.

        Raises: Refused for a field that nobody types, or a name left empty.
        """
        if field not in self.TYPED:
            raise Refused(f"child.{field} is not typed")
        if field == "given_name" and not str(value).strip():
            raise Refused("a child needs a name")
        setattr(self, field, value)
        if field not in self.iro_typed:
            self.iro_typed = [*self.iro_typed, field]

    @property
    def called(self) -> str:
        """The name the child chose, or their given name."""
        return self.chosen_name or self.given_name


class CarePeriod(Shared, Record):
    """A time in care: from the day the child became looked after until it ended.

    `path` is the rule that its reviews follow, and `path_since` the day that rule took over:
    authority to place for adoption was gained, or the child was placed.
    Source: domain reference 2.1, V1 to V4, and 2.3 rule 18.
    """

    __tablename__ = "care_period"

    child_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    began_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    told_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    ended_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    path: Mapped[str] = kept(MergeRule.CHOICE, String(24), default=ReviewPath.ORDINARY)
    path_since: Mapped[date | None] = kept(MergeRule.CHOICE, Date)

    TYPED: ClassVar[frozenset[str]] = frozenset({"told_on", "path", "path_since"})

    child: Mapped[Child] = relationship(back_populates="care_periods")
