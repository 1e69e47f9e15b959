"""The council and the people of its service: reference facts that the service sets."""

from sqlalchemy import JSON, Boolean, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.record import MergeRule, Record, Shared, kept
from models.rules.series import ReviewDay


class Council(Shared, Record):
    """One council: its names, and the telephone numbers every letter must carry.

    `review_day` says which part of a series gives a review its date (models.rules.series);
    `adjourned_counts` says whether a first meeting that was adjourned counts as held in time;
    `meeting_form` is the council's own form as a file (models.form), or nothing for ours.
    `silence_stands` says whether decisions stand when the manager does not answer in time (T32);
    `second_look` whether a second person looks at every copy before it goes; `sends` are the
    council's changes to who gets what (models.rules.recipients), `reminders` those to when
    somebody is reminded (models.rules.reminders). `return_address` stands on envelopes.
    `letter_page` is the address of the page that the square code in a letter opens, and
    `letter_page_words` what stands beside it.
    """

    __tablename__ = "council"
    TYPED = frozenset({"name", "service", "advocacy_name", "advocacy_phone", "complaints_phone",
                       "letter_page", "letter_page_words", "silence_stands", "second_look",
                       "sends", "reminders", "return_address"})  # fmt: skip

    name: Mapped[str] = kept(MergeRule.REFERENCE, String(200))
    service: Mapped[str] = kept(MergeRule.REFERENCE, String(200), default="")
    advocacy_name: Mapped[str] = kept(MergeRule.REFERENCE, String(200), default="")
    advocacy_phone: Mapped[str] = kept(MergeRule.REFERENCE, String(50), default="")
    complaints_phone: Mapped[str] = kept(MergeRule.REFERENCE, String(50), default="")
    video_counts_as_attending: Mapped[bool] = kept(MergeRule.REFERENCE, Boolean, default=False)
    review_day: Mapped[str] = kept(MergeRule.REFERENCE, String(20), default=ReviewDay.FIRST_PART)
    adjourned_counts: Mapped[bool] = kept(MergeRule.REFERENCE, Boolean, default=True)
    meeting_form: Mapped[str] = kept(MergeRule.REFERENCE, Text, default="")
    letter_page: Mapped[str] = kept(MergeRule.REFERENCE, String(300), default="")
    letter_page_words: Mapped[str] = kept(MergeRule.REFERENCE, Text, default="")
    silence_stands: Mapped[bool] = kept(MergeRule.REFERENCE, Boolean, default=True)
    second_look: Mapped[bool] = kept(MergeRule.REFERENCE, Boolean, default=False)
    sends: Mapped[dict[str, object]] = kept(MergeRule.REFERENCE, JSON, default=dict)
    reminders: Mapped[dict[str, object]] = kept(MergeRule.REFERENCE, JSON, default=dict)
    return_address: Mapped[str] = kept(MergeRule.REFERENCE, String(500), default="")
    extra_holidays: Mapped[dict[str, str]] = kept(MergeRule.REFERENCE, JSON, default=dict)


class StaffMember(Shared, Record):
    """Someone of the service. `about_me` is what an IRO tells children of themselves."""

    __tablename__ = "staff_member"
    TYPED = frozenset({"name", "phone", "email", "days", "about_me"})

    name: Mapped[str] = kept(MergeRule.REFERENCE, String(200))
    role: Mapped[str] = kept(MergeRule.REFERENCE, String(40), default="iro")
    phone: Mapped[str] = kept(MergeRule.CHOICE, String(50), default="")
    email: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    days: Mapped[str] = kept(MergeRule.CHOICE, Text, default="")
    about_me: Mapped[str] = kept(MergeRule.TEXT, Text, default="")


class LaptopFact(Record):
    """A fact of this laptop's file only, never shared: whose it is, remembered mappings."""

    __tablename__ = "laptop_fact"

    name: Mapped[str] = mapped_column(
        String(100), primary_key=True, info={"merge": MergeRule.DERIVED}
    )
    value: Mapped[dict[str, object]] = mapped_column(
        JSON, default=dict, info={"merge": MergeRule.DERIVED}
    )
