"""The review: number, due, held, adjourned, finished; and its parts."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped

from models.problems import N_
from models.record import ID_LENGTH, MergeRule, Moment, Record, Shared, kept


class ReviewState(StrEnum):
    """Where a review stands."""

    PLANNED = "planned"  # due or booked, not begun
    OPEN = "open"  # begun
    ADJOURNED = "adjourned"  # begun, to be resumed once, within T30
    FINISHED = "finished"  # completed by the chair
    KNOWN = "known"  # held before Waymark: only its date is known


class Mode(StrEnum):
    """How the meeting was held."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


MODE_WORDS = {
    Mode.IN_PERSON: N_("In person"),
    Mode.VIDEO: N_("By video"),
    Mode.MIXED: N_("Some in the room, some by video"),
}


class Review(Shared, Record):
    """One review of one child. `kind` is a key of models.rules.review_kinds.

    `held_on` is the day it was properly begun: the date for timeliness, for the national
    return and for the next clock. `completed_on` is the day of its last part and starts
    T31 to T37. Source: domain reference 2.3 rule 9.

    `covering_for` names the child's own IRO when a colleague chairs. Reviews of brothers and
    sisters held as one sitting have the same `together_id`. `gaps_why` says why it was
    finished with things still to do; `not_resumed_why`, why one that was adjourned was finished
    as it stood. `finalised_on` is the day the decisions became final and the record was locked,
    and `reopened_why` why it was opened again to be changed;
    `papers_made` which papers it makes: "" letter and record, "letter" or "record" alone.
    """

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_chair_state", "chair_id", "state", "booked_on"),
        Index("ix_review_open_clocks", "chair_id", "clocks_open"),
        Index("ix_review_child_held", "child_id", "held_on"),
    )

    child_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child.id"))
    number: Mapped[int] = kept(MergeRule.CHOICE, Integer)
    kind: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="later")
    state: Mapped[str] = kept(MergeRule.EXACT, String(20), default=ReviewState.PLANNED)
    chair_id: Mapped[str] = kept(MergeRule.DECISION, String(ID_LENGTH), default="")
    due_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    due_clock: Mapped[str] = kept(MergeRule.CHOICE, String(8), default="")
    counted_from: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    booked_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    booked_time: Mapped[str] = kept(MergeRule.CHOICE, String(5), default="")  # "16:00"
    place: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    mode: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Mode.IN_PERSON)
    held_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    completed_on: Mapped[date | None] = kept(MergeRule.EXACT, Date)
    finished_at: Mapped[datetime | None] = kept(MergeRule.EXACT, Moment)
    finalised_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    late_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    reopened_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    clocks_open: Mapped[bool] = kept(MergeRule.DERIVED, Boolean, default=False)

    what_for: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    warm_line: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    home_line: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    plan_agreed: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    permanence_plan: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    legal_line: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    iro_view: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    one_more_line: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    no_words_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    no_code_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    no_next_review_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    resumed_late_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    not_resumed_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    next_review_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    next_review_time: Mapped[str] = kept(MergeRule.CHOICE, String(5), default="")
    next_review_place: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    midpoint_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    see_child_by: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    see_child_how: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")

    covering_for: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    together_id: Mapped[str] = kept(MergeRule.CHOICE, String(ID_LENGTH), default="")
    moving_on: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    numbers_hidden: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    gaps_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    permanence_type: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")
    permanence_agreed_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    permanence_on_track: Mapped[str] = kept(MergeRule.CHOICE, String(10), default="")
    permanence_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    plan_ratified_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    plan_ratify_by: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    plan_not_ratified_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    plan_agreed_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    tell_how: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    tell_words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    tell_by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    child_feedback: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    others_feedback: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    papers_made: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")

    TYPED = frozenset(
        {
            "booked_on", "booked_time", "place", "mode", "held_on", "late_why", "what_for",
            "warm_line", "home_line", "plan_agreed", "permanence_plan", "legal_line",
            "iro_view", "one_more_line", "no_words_why",
            "no_code_why",
            "no_next_review_why",
            "resumed_late_why", "not_resumed_why", "next_review_on", "next_review_time",
            "next_review_place", "midpoint_on", "see_child_by", "see_child_how",
            "kind", "covering_for", "moving_on", "numbers_hidden", "gaps_why",
            "permanence_type", "permanence_agreed_on", "permanence_on_track",
            "permanence_why", "plan_ratified_on", "plan_ratify_by",
            "plan_not_ratified_why", "plan_agreed_why", "tell_how", "tell_words", "tell_by",
            "child_feedback", "others_feedback", "papers_made",
        }
    )  # fmt: skip


class Sitting(Shared, Record):
    """One part of a review. Most reviews have one; a series or an adjourned review has more.

    `came` holds the ids of the people who were at this part. `again_why` is the written reason
    without which a review is not adjourned a second time. Source: regulation 36(2).
    """

    __tablename__ = "sitting"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    number: Mapped[int] = kept(MergeRule.FIXED, Integer, default=1)
    held_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    began_at: Mapped[str] = kept(MergeRule.CHOICE, String(5), default="")  # "16:04"
    ended_at: Mapped[str] = kept(MergeRule.CHOICE, String(5), default="")
    place: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    adjourned: Mapped[bool] = kept(MergeRule.EXACT, Boolean, default=False)
    reason: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    reason_kind: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")
    again_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    came: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)

    TYPED = frozenset({"held_on", "began_at", "ended_at", "place", "reason", "reason_kind",
                       "again_why", "came"})  # fmt: skip


class Milestone(Shared, Record):
    """A clock of a finished review that was met: decisions written, record sent, and so on."""

    __tablename__ = "milestone"
    __table_args__ = (Index("ix_milestone_review", "review_id", "clock", unique=True),)
    ONE_FOR = ("review_id", "clock")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    clock: Mapped[str] = kept(MergeRule.FIXED, String(8))
    met_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    note: Mapped[str] = kept(MergeRule.TEXT, Text, default="")


class StepMark(Shared, Record):
    """What the chair said of one step: gone through, or left out with a reason."""

    __tablename__ = "step_mark"
    __table_args__ = (Index("ix_step_mark_review", "review_id", "step", unique=True),)
    ONE_FOR = ("review_id", "step")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    step: Mapped[str] = kept(MergeRule.FIXED, String(4))
    done: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    left_out_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")

    TYPED = frozenset({"done", "left_out_why"})


class Rearranged(Shared, Record):
    """A review put off or brought forward before it began: who asked, why, and how late it was.

    `why_kind` is a key of models.rules.adjourning.MOVE_REASONS, and `why` is what was typed.
    Neither an adjournment nor a new limit. Source: domain reference 2.3 rule 11.
    """

    __tablename__ = "rearranged"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    from_day: Mapped[date] = kept(MergeRule.CHOICE, Date)
    to_day: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    asked_on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    asked_by: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    why_kind: Mapped[str] = kept(MergeRule.CHOICE, String(30), default="")

    TYPED = frozenset({"from_day", "to_day", "asked_on", "asked_by", "why", "why_kind"})


class RightExplained(Shared, Record):
    """One line of the rights checklist of step A12."""

    __tablename__ = "right_explained"
    __table_args__ = (Index("ix_right_review", "review_id", "right", unique=True),)
    ONE_FOR = ("review_id", "right")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"))
    right: Mapped[str] = kept(MergeRule.FIXED, String(40))
    done: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    note: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)

    TYPED = frozenset({"done", "note", "on"})
