"""Decisions: what, who, by when, why and how we will know; and how each went."""

from datetime import date
from enum import StrEnum

from sqlalchemy import JSON, Boolean, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, validates

from models.problems import N_
from models.record import ID_LENGTH, MergeRule, Record, Refused, Shared, kept


class Outcome(StrEnum):
    """How a decision went by the time of a later review. Source: domain reference 3.2."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    OVERTAKEN = "overtaken"
    OPEN = ""


OUTCOME_WORDS = {
    Outcome.DONE: N_("Done"),
    Outcome.PARTLY: N_("Partly done"),
    Outcome.NOT_DONE: N_("Not done"),
    Outcome.OVERTAKEN: N_("No longer needed"),
    Outcome.OPEN: N_("Not said yet"),
}
CLOSED_OUTCOMES = frozenset({Outcome.DONE, Outcome.OVERTAKEN})


class Decision(Shared, Record):
    """One decision of one review. `outcome` is the latest word on it (see DecisionProgress).

    `goal_id` is the goal it serves, and `note_id` the note that it was made from.
    `carried_from_id` is the decision of an earlier review that this one takes forward. Copies of
    one decision in the records of brothers and sisters have the same `shared_key`.
    """

    __tablename__ = "decision"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    number: Mapped[int] = kept(MergeRule.DECISION, Integer)
    what: Mapped[str] = kept(MergeRule.DECISION, Text)
    who: Mapped[str] = kept(MergeRule.DECISION, String(200), default="")
    person_id: Mapped[str | None] = kept(MergeRule.DECISION, ForeignKey("person.id"))
    by_when: Mapped[date | None] = kept(MergeRule.DECISION, Date)
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    how_we_will_know: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    life_area: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    picture: Mapped[str] = kept(MergeRule.CHOICE, String(40), default="")
    letter_words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    in_letter: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=True)
    restricted: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    restriction_kinds: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    goal_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("note.id"))
    note_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("note.id"))
    carried_from_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("decision.id"))
    shared_key: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH), default="")
    outcome: Mapped[str] = kept(MergeRule.DERIVED, String(20), default=Outcome.OPEN, index=True)

    TYPED = frozenset({"number", "what", "who", "person_id", "by_when", "why",
                       "how_we_will_know", "life_area", "picture", "letter_words", "in_letter",
                       "restricted", "restriction_kinds", "goal_id", "note_id"})  # fmt: skip

    @validates("what")
    def _what_has_words(self, _field: str, words: str) -> str:
        if not words.strip():
            raise Refused("a decision needs words")
        return words


class DecisionProgress(Shared, Record):
    """What a later review heard of an earlier decision. One for each decision and review."""

    __tablename__ = "decision_progress"

    decision_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("decision.id"), index=True)
    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    outcome: Mapped[str] = kept(MergeRule.DECISION, String(20), default=Outcome.OPEN)
    why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    new_by_when: Mapped[date | None] = kept(MergeRule.DECISION, Date)

    TYPED = frozenset({"outcome", "why", "new_by_when"})
