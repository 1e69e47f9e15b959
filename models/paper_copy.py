"""One reader's copy of a paper as released, and what became of it on its way."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Moment, Record, Shared, kept
from models.sending_steps import SENDING_WAY_WORDS as SENDING_WAY_WORDS
from models.sending_steps import SENT as SENT
from models.sending_steps import SendingWay as SendingWay
from models.sending_steps import Step as Step


class PaperCopy(Shared, Record):
    """One copy for one reader, frozen when the chair released it: pages, way and address.

    It names the review or the letter it belongs to, and the issued `document_id` it was made
    from. `words` are its plain words, to tell the reader later what changed.
    `reader` is a person's id, or CHILD_READER or FILE_READER (models.recipient), and
    `role` the kind of reader then. `kind` is a DocumentKind or "invitation" or "form"; `format` is
    "pdf" or "docx". `digest` is SHA-256 of `pages`, in hexadecimal. `due_on` is the last day for
    sending it. `left_out` counts what the copy leaves out, for the chair's eyes. `wanted` is how
    many people get this kind of paper, as it stood at the release; 0 where nobody counted.
    """

    __tablename__ = "paper_copy"
    ONE_FOR = ("review_id", "letter_id", "reader", "kind", "format", "version")

    review_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    letter_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("child_letter.id"))
    document_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("document.id"))
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    reader_name: Mapped[str] = kept(MergeRule.FIXED, String(200), default="")
    role: Mapped[str] = kept(MergeRule.FIXED, String(40), default="")
    kind: Mapped[str] = kept(MergeRule.FIXED, String(20))
    format: Mapped[str] = kept(MergeRule.FIXED, String(10), default="pdf")
    version: Mapped[int] = kept(MergeRule.FIXED, Integer)
    language: Mapped[str] = kept(MergeRule.FIXED, String(20), default="en-GB")
    way: Mapped[str] = kept(MergeRule.FIXED, String(20), default="")
    address: Mapped[str] = kept(MergeRule.FIXED, String(500), default="")
    email: Mapped[str] = kept(MergeRule.FIXED, String(200), default="")
    due_on: Mapped[date | None] = kept(MergeRule.FIXED, Date)
    left_out: Mapped[int] = kept(MergeRule.FIXED, Integer, default=0)
    wanted: Mapped[int] = kept(MergeRule.FIXED, Integer, default=0)
    reason: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    released_at: Mapped[datetime] = kept(MergeRule.FIXED, Moment)
    released_by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    words: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    digest: Mapped[str] = kept(MergeRule.FIXED, String(64))
    pages: Mapped[bytes | None] = kept(MergeRule.BY_DIGEST, LargeBinary)


class Delivery(Shared, Record):
    """One step of a copy on its way; only ever added to. A slip is taken back by removing it.

    `step` is a Step, `by` who noted it, `note` who it was handed to, the number of the proof, or
    why it came back. `run_id` is the print run that it was part of; `address` a new one.
    """

    __tablename__ = "delivery"

    copy_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("paper_copy.id"), index=True)
    step: Mapped[str] = kept(MergeRule.FIXED, String(20))
    on: Mapped[date] = kept(MergeRule.FIXED, Date)
    by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    note: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    address: Mapped[str] = kept(MergeRule.FIXED, String(500), default="")
    run_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")
