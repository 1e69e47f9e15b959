"""Calling a review together: the convening form, the invitations, the forms that came back."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped

from models.record import ID_LENGTH, MergeRule, Record, Shared, kept


class Convening(Shared, Record):
    """The convening form of one review, and its reminders. Source: domain reference 7.2.

    `list_in_on` is the day the invitation list was complete with business support (T22);
    `handed_back_on` the day they said that they cannot convene, with `handed_back_why`.
    `calendar_sequence` is the SEQUENCE of the last calendar entry given out, `calendar_said` what
    it said (a digest), so that the next one counts on only when something moved.
    """

    __tablename__ = "convening"
    ONE_FOR = ("review_id",)

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    list_in_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    reminded_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    reminded_again_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    handed_back_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    handed_back_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    room: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    travel: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    access_needs: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    interpreter: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    risk: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    calendar_sequence: Mapped[int] = kept(MergeRule.CHOICE, Integer, default=0)
    calendar_said: Mapped[str] = kept(MergeRule.CHOICE, String(64), default="")
    cancelled_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)

    TYPED = frozenset({"list_in_on", "reminded_on", "reminded_again_on", "handed_back_on",
                       "handed_back_why", "room", "travel", "access_needs", "interpreter",
                       "risk", "cancelled_on"})  # fmt: skip


class Invitation(Shared, Record):
    """One person's invitation and form, beside their attendance (models.people.Attendance).

    `reader` is a person's id or CHILD_READER (models.recipient). `part` is the part of the meeting
    to attend, `form` which form to send (a key of models.rules.forms, "" for none). `told` is a
    digest of the day, time and place they were last invited to, `told_on` and `told_time` that day
    and time; `hide_place` keeps the place from
    them.
    """

    __tablename__ = "invitation"
    ONE_FOR = ("review_id", "reader")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    part: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    form: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    needs_interpreter: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    invited_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    told: Mapped[str] = kept(MergeRule.CHOICE, String(64), default="")
    told_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    told_time: Mapped[str] = kept(MergeRule.CHOICE, String(5), default="")
    hide_place: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    invited_way: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    form_sent_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    form_back_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    answer: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")

    TYPED = frozenset({"part", "form", "needs_interpreter", "invited_on", "invited_way",
                       "form_sent_on", "form_back_on", "answer", "hide_place"})  # fmt: skip


class ReturnedForm(Shared, Record):
    """A consultation form that came back: its words as typed in, or a scan of it, or both.

    `way` says how it came; `taken_in_on` is the day the chair took its words into the review.
    """

    __tablename__ = "returned_form"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    reader: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    form: Mapped[str] = kept(MergeRule.FIXED, String(20), default="")
    back_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    way: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    taken_in_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    media_type: Mapped[str] = kept(MergeRule.FIXED, String(40), default="")
    digest: Mapped[str] = kept(MergeRule.FIXED, String(64), default="")
    scan: Mapped[bytes | None] = kept(MergeRule.BY_DIGEST, LargeBinary)

    TYPED = frozenset({"back_on", "way", "words", "taken_in_on"})
