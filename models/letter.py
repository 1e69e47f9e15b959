"""A letter to a child as it is being made: how it is set, its own words, and what was waived."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from models.record import MergeRule, Record, Shared, kept


class ChildLetter(Shared, Record):
    """One letter to one child, from its first draft to its last correction.

    `template` is the moment: "review" for the letter of a review, else the key of a template of
    letters.templates or of the council. `band` is the design of domain reference 5.4, empty
    until somebody chooses. `language` is the child's; `arrangement` says how English stands with
    it: "alone", "beside" or "after"; `own_digits` asks for the numbers of that language instead
    of those of the West. `address` holds the lines for the window when it is posted.
    `words_checked_by` names who checked fixed words that no translator has checked yet.
    """

    __tablename__ = "child_letter"
    __table_args__ = (Index("ix_child_letter_review", "review_id", "template"),)

    child_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    review_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    template: Mapped[str] = kept(MergeRule.FIXED, String(60), default="review")
    writer_id: Mapped[str] = kept(MergeRule.FIXED, String(36), default="")
    about_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    band: Mapped[str] = kept(MergeRule.CHOICE, String(2), default="")
    typeface: Mapped[str] = kept(MergeRule.CHOICE, String(40), default="")
    text_size: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="usual")
    paper: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="white")
    with_pictures: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=True)
    picture_set: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="waymark")
    language: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="en-GB")
    arrangement: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="beside")
    own_digits: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    translated_by: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    words_checked_by: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    is_posted: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    address: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    with_photo: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    with_code: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    with_road_map: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    with_about_me: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    read_with: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"about_on", "band", "typeface", "text_size", "paper", "with_pictures",
                       "picture_set", "language", "arrangement", "own_digits", "translated_by",
                       "words_checked_by", "is_posted", "address", "with_photo", "with_code",
                       "with_road_map", "with_about_me", "read_with"})  # fmt: skip


class LetterLine(Shared, Record):
    """What the IRO wrote for one line of a letter, that it was left out and why, or taken in.

    `key` names the line (letters.paragraph.Paragraph.key). `proposed` is what was offered when
    the words were written, so that a later and different proposal can be offered beside them.
    `taken_in` lets a line stand that is more than the design of the letter holds.
    """

    __tablename__ = "letter_line"
    __table_args__ = (Index("ix_letter_line_key", "letter_id", "key", unique=True),)
    ONE_FOR = ("letter_id", "key")

    letter_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child_letter.id"))
    key: Mapped[str] = kept(MergeRule.FIXED, String(120))
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    proposed: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    left_out: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    left_out_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    taken_in: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)

    TYPED = frozenset({"words", "proposed", "left_out", "left_out_why", "taken_in"})


class LetterWaiver(Shared, Record):
    """Why a warning of the checks before issue was set aside. `check` names the warning."""

    __tablename__ = "letter_waiver"
    __table_args__ = (Index("ix_letter_waiver_check", "letter_id", "check", unique=True),)
    ONE_FOR = ("letter_id", "check")

    letter_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child_letter.id"))
    check: Mapped[str] = kept(MergeRule.FIXED, String(200))
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"why"})


class LetterTranslation(Shared, Record):
    """One paragraph in the child's language, and the English it was made from."""

    __tablename__ = "letter_translation"
    __table_args__ = (
        Index("ix_letter_translation_key", "letter_id", "language", "key", unique=True),
    )
    ONE_FOR = ("letter_id", "language", "key")

    letter_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child_letter.id"))
    language: Mapped[str] = kept(MergeRule.FIXED, String(20))
    key: Mapped[str] = kept(MergeRule.FIXED, String(120))
    original: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"original", "words"})


class LetterPicture(Shared, Record):
    """A picture that the council, a member of staff or a child brings. `says` is read aloud.

    `use` is "picture", "crest" or "photo"; `words_for` holds the words that call it, one on a
    line; `form` is "png" or "svg", always as cleaned by models.images. A picture of one child
    has `child_id`, a photograph of staff `staff_id`. Units: width and height in pixels.
    """

    __tablename__ = "letter_picture"

    use: Mapped[str] = kept(MergeRule.FIXED, String(10), default="picture")
    child_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    staff_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("staff_member.id"))
    says: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    words_for: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    form: Mapped[str] = kept(MergeRule.FIXED, String(4), default="png")
    width: Mapped[int] = kept(MergeRule.FIXED, Integer, default=0)
    height: Mapped[int] = kept(MergeRule.FIXED, Integer, default=0)
    digest: Mapped[str] = kept(MergeRule.FIXED, String(64), default="")
    image: Mapped[bytes | None] = kept(MergeRule.BY_DIGEST, LargeBinary)

    TYPED = frozenset({"says", "words_for"})


class LetterTemplateText(Shared, Record):
    """A template for letters that the council wrote or changed, as its file."""

    __tablename__ = "letter_template"

    key: Mapped[str] = kept(MergeRule.FIXED, String(60))
    text: Mapped[str] = kept(MergeRule.REFERENCE, Text, default="")

    TYPED = frozenset({"text"})


class PlainWord(Shared, Record):
    """A word that a child, or the council, wants said in another way. No child: the council's.

    `mode` is swap, explain or avoid. Source: domain reference 5.8 and 5.9.
    """

    __tablename__ = "plain_word"

    child_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    term: Mapped[str] = kept(MergeRule.CHOICE, String(100))
    instead: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    mode: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="swap")

    TYPED = frozenset({"term", "instead", "mode"})
