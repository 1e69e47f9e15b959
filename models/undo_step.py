"""What can be undone in a review: kept on this laptop only, so that it outlives a restart."""

from datetime import datetime
from typing import Any  # the changed values may be of any kind

from sqlalchemy import JSON, Boolean, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.record import ID_LENGTH, MergeRule, Moment, Record


def _local(*column: Any, **options: Any) -> Any:  # passes through to SQLAlchemy
    return mapped_column(*column, info={"merge": MergeRule.DERIVED}, **options)


class UndoStep(Record):
    """One act in one review: each change as [table, row, field, before, after].

    A row that was made or removed is a change of its field `removed_at`. It must be erased
    with the record of the child.
    """

    __tablename__ = "undo_step"
    __table_args__ = (Index("ix_undo_step_review", "review_id", "number"),)

    number: Mapped[int] = _local(Integer, primary_key=True, autoincrement=True)
    review_id: Mapped[str] = _local(String(ID_LENGTH))
    at: Mapped[datetime] = _local(Moment)
    by: Mapped[str] = _local(String(ID_LENGTH), default="")
    changes: Mapped[list[list[Any]]] = _local(JSON, default=list)
    undone: Mapped[bool] = _local(Boolean, default=False)
