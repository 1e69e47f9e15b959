"""What was settled for one reader of a review: what they get, what goes, what may stay."""

from sqlalchemy import JSON, Boolean, ForeignKey, String, Text
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Record, Shared, kept
from models.rules.recipients import CHILD_READER as CHILD_READER
from models.rules.recipients import FILE_READER as FILE_READER


class Recipient(Shared, Record):
    """What was changed for one reader; where a field is empty the council's own rule stands.

    `reader` is a person's id, or CHILD_READER or FILE_READER. `letter`, `decisions` and `record`
    hold a Share (models.rules.recipients) or nothing. `cuts` are the tags left out, where
    changed. `way` is a SendingWay. To raise anything needs `why`. Source: domain reference 6.4.
    """

    __tablename__ = "recipient"
    ONE_FOR = ("review_id", "reader")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    letter: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    decisions: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    record: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    cuts: Mapped[list[str] | None] = kept(MergeRule.CHOICE, JSON(none_as_null=True))
    way: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    address: Mapped[str] = kept(MergeRule.CHOICE, String(500), default="")
    email: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    as_word: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    agreed: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"letter", "decisions", "record", "cuts", "way", "address", "email",
                       "as_word", "agreed", "why"})  # fmt: skip


class CopyChange(Shared, Record):
    """Words of one field that one reader's copies leave out, or keep against the rule.

    `words` is the stretch just as it stands in the field, or empty for the whole of it. With
    `leave_out` it goes; without, it stays though it is restricted, and `why` says why.
    """

    __tablename__ = "copy_change"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    of_table: Mapped[str] = kept(MergeRule.FIXED, String(40))
    row_id: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    field: Mapped[str] = kept(MergeRule.FIXED, String(40), default="")
    words: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    leave_out: Mapped[bool] = kept(MergeRule.FIXED, Boolean, default=True)
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"why"})


class DisclosureAnswer(Shared, Record):
    """Why something that the check found in a finished copy may go to its reader.

    `hit` names the find (letters.disclosure.hit.Hit.key): the same fact in the same words round
    it; other words ask again. `document` is the kind of paper.
    """

    __tablename__ = "disclosure_answer"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    document: Mapped[str] = kept(MergeRule.FIXED, String(20))
    hit: Mapped[str] = kept(MergeRule.FIXED, String(64))
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"why"})
