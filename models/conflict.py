"""Two versions of one field, both kept, until a person says what the record should say."""

from datetime import datetime
from enum import StrEnum
from typing import Any  # a field may hold any JSON value

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Moment, Record, Shared, kept


class Settlement(StrEnum):
    """How a person settled two versions of a field."""

    OPEN = ""
    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"
    NEW = "new"


class Conflict(Shared, Record):
    """Two people changed one field, neither having seen the other's words.

    Made by the shared database when it takes in the later of the two. `theirs` stands in the row;
    `mine` waits here; `before` is what both had seen. `review_id` is empty for what belongs to
    no review. Settling it is an ordinary edit of the field itself, and of `outcome`.
    """

    __tablename__ = "conflict"

    review_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), index=True, default="")
    table_name: Mapped[str] = kept(MergeRule.FIXED, String(40))
    row_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), index=True)
    field: Mapped[str] = kept(MergeRule.FIXED, String(40))
    before: Mapped[Any] = kept(MergeRule.FIXED, JSON(none_as_null=True), nullable=True)
    theirs: Mapped[Any] = kept(MergeRule.FIXED, JSON(none_as_null=True), nullable=True)
    theirs_by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")
    theirs_at: Mapped[datetime | None] = kept(MergeRule.FIXED, Moment)
    mine: Mapped[Any] = kept(MergeRule.FIXED, JSON(none_as_null=True), nullable=True)
    mine_by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")
    mine_at: Mapped[datetime | None] = kept(MergeRule.FIXED, Moment)
    outcome: Mapped[str] = kept(MergeRule.CHOICE, String(10), default=Settlement.OPEN)
    settled_by: Mapped[str] = kept(MergeRule.CHOICE, String(ID_LENGTH), default="")
    settled_at: Mapped[datetime | None] = kept(MergeRule.CHOICE, Moment)

    TYPED = frozenset({"outcome", "settled_by", "settled_at"})
