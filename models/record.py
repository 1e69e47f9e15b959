"""What every kept thing has in common: an id, who and when, and what sync will need."""

import os
import time
import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar  # JSON columns hold any JSON value

from sqlalchemy import JSON, DateTime, Integer, MetaData, SmallInteger, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ID_LENGTH = 36


class MergeRule(StrEnum):
    """What happens when two people changed the same field, by the kind of field."""

    FIXED = "fixed"  # set once when the row is made, never changed
    TEXT = "text"  # free text: both versions are kept and a person settles
    CHOICE = "choice"  # dates and codes: a person settles; a blank gives way to an answer
    DECISION = "decision"  # what, who, by when: the chair settles
    MEMBER = "member"  # being in a set: united; removal against change is asked
    EXACT = "exact"  # sign-off and issue: refused unless nothing moved
    REFERENCE = "reference"  # set by the council's service only
    BY_DIGEST = "by_digest"  # large and frozen: fetched by its digest, never noted as an edit
    DERIVED = "derived"  # worked out again from the rest, never shared


def kept(rule: MergeRule, *column: Any, **options: Any) -> Any:  # passes through to SQLAlchemy
    """A mapped column that says beside itself how two versions of it are merged."""
    return mapped_column(*column, info={"merge": rule}, **options)


def new_id() -> str:
    """A version 7 UUID made on this laptop; its time part sorts and is never trusted."""
    milliseconds = time.time_ns() // 1_000_000
    tail = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80
    value |= 0x7 << 76 | (tail >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | tail & (2**62 - 1)
    return str(uuid.UUID(int=value))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; one without a zone is refused. Kept as ISO 8601 text in the local file."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:  # SQLAlchemy's own return type
        """Text in SQLite, `timestamptz` in PostgreSQL."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(32))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse a moment without a zone; write the rest in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment.isoformat() if dialect.name == "sqlite" else moment

    def process_result_value(  # Any: text or a moment
        self,
        value: Any,
        dialect: Dialect,  # noqa: ARG002 named by SQLAlchemy
    ) -> datetime | None:
        """Read back an aware UTC moment."""
        if value is None or isinstance(value, datetime):
            return value
        return datetime.fromisoformat(value)


class Record(DeclarativeBase):
    """The base of everything kept in the local file."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Shared:
    """A record that will be shared with the council's database.

    `pending` maps a field to {"base": what was on the screen when it was first changed,
    "new": what it is now}; `base` is the council's last copy and `base_version` its number.
    `ONE_FOR` names the fields of which no two rows may hold the same: their id is made from them.
    """

    ONE_FOR: ClassVar[tuple[str, ...]] = ()

    id: Mapped[str] = kept(
        MergeRule.FIXED, String(ID_LENGTH), primary_key=True, default=new_id, sort_order=-10
    )
    authority_id: Mapped[int] = kept(MergeRule.FIXED, SmallInteger, sort_order=-9)
    case_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), index=True, sort_order=-8)
    created_by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="", sort_order=90)
    created_at: Mapped[datetime | None] = kept(MergeRule.FIXED, Moment, sort_order=91)
    updated_by: Mapped[str] = kept(MergeRule.DERIVED, String(ID_LENGTH), default="", sort_order=92)
    updated_at: Mapped[datetime | None] = kept(MergeRule.DERIVED, Moment, sort_order=93)
    removed_at: Mapped[datetime | None] = kept(MergeRule.EXACT, Moment, sort_order=94)
    removed_by: Mapped[str | None] = kept(MergeRule.EXACT, String(ID_LENGTH), sort_order=95)
    base: Mapped[dict[str, Any] | None] = kept(  # one JSON value for each field
        MergeRule.DERIVED, JSON(none_as_null=True), sort_order=96
    )
    base_version: Mapped[int] = kept(MergeRule.DERIVED, Integer, default=0, sort_order=97)
    pending: Mapped[dict[str, Any]] = kept(  # one JSON value for each field
        MergeRule.DERIVED, JSON, default=dict, sort_order=98
    )

    def remove(self, by: str, at: datetime) -> None:
        """Mark this as removed; only the erasing of a whole record deletes anything."""
        self.removed_by, self.removed_at = by, at


class Refused(ValueError):
    """A record guards itself: what was asked would leave it wrong. A fault of the program."""
