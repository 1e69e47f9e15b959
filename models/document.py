"""A letter or the minutes as issued: frozen, with a digest; a correction is a new version."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Moment, Record, Shared, kept


class Document(Shared, Record):
    """One issued version. `digest` is SHA-256 of `pdf`, in hexadecimal; nothing here changes.

    A letter or the minutes of a review name the review, a letter for another moment its letter.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_review", "review_id", "kind", "version", unique=True),
        Index("ix_document_letter", "letter_id", "version", unique=True),
        CheckConstraint("(review_id is null) <> (letter_id is null)", name="of_one"),
    )
    ONE_FOR = ("kind", "review_id", "letter_id", "version")

    review_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    letter_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("child_letter.id"))
    kind: Mapped[str] = kept(MergeRule.FIXED, String(20))
    version: Mapped[int] = kept(MergeRule.FIXED, Integer)
    replaces_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("document.id"))
    reason: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    issued_at: Mapped[datetime] = kept(MergeRule.FIXED, Moment)
    issued_by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    language: Mapped[str] = kept(MergeRule.FIXED, String(20), default="en-GB")
    words: Mapped[str] = kept(MergeRule.FIXED, Text)
    digest: Mapped[str] = kept(MergeRule.EXACT, String(64))
    pdf: Mapped[bytes | None] = kept(MergeRule.BY_DIGEST, LargeBinary)
