"""What the child's team manager said of the decisions, and how a decision was amended after it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from models.problems import N_
from models.record import ID_LENGTH, MergeRule, Record, Shared, kept


class Reply(StrEnum):
    """What the manager answered. Silence is no row: after T32 the decisions stand."""

    AGREED = "agreed"
    QUERY = "query"
    OBJECTION = "objection"


REPLY_WORDS = {
    Reply.AGREED: N_("Agreed"),
    Reply.QUERY: N_("Asked a question"),
    Reply.OBJECTION: N_("Objected"),
}


class Settled(StrEnum):
    """What became of a query or an objection."""

    NOT_YET = ""
    ANSWERED = "answered"
    AMENDED = "amended"
    STANDS = "stands"  # the IRO's decision stays, the manager's reason beside it
    WITHDRAWN = "withdrawn"


class ManagerReply(Shared, Record):
    """One answer to the decisions of a review, to all of them or to one (`decision_id`).

    `version` is the version of the decisions sheet that was answered. `disputed_id` names the
    dispute that an objection opened. Source: domain reference 2.1 T32, 2.3 rule 20 and 6.2.
    """

    __tablename__ = "manager_reply"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    decision_id: Mapped[str | None] = kept(MergeRule.FIXED, ForeignKey("decision.id"))
    version: Mapped[int] = kept(MergeRule.FIXED, Integer, default=1)
    reply: Mapped[str] = kept(MergeRule.CHOICE, String(20))
    on: Mapped[date] = kept(MergeRule.CHOICE, Date)
    who: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    words: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    settled: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Settled.NOT_YET)
    settled_on: Mapped[date | None] = kept(MergeRule.CHOICE, Date)
    answer: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    dispute_id: Mapped[str | None] = kept(MergeRule.CHOICE, ForeignKey("dispute.id"))

    TYPED = frozenset(
        {"reply", "on", "who", "words", "settled", "settled_on", "answer", "dispute_id"}
    )


class DecisionChange(Shared, Record):
    """How a decision stood before it was amended after the sheet went to the manager.

    The fields hold what it said until then; `what_happened` is "amended", "withdrawn" or "added"
    (then they are empty). Only ever added to.
    """

    __tablename__ = "decision_change"

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    decision_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("decision.id"))
    what_happened: Mapped[str] = kept(MergeRule.FIXED, String(20), default="amended")
    version: Mapped[int] = kept(MergeRule.FIXED, Integer, default=1)
    on: Mapped[date] = kept(MergeRule.FIXED, Date)
    by: Mapped[str] = kept(MergeRule.FIXED, String(ID_LENGTH))
    reason: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    what: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    who: Mapped[str] = kept(MergeRule.FIXED, String(200), default="")
    by_when: Mapped[date | None] = kept(MergeRule.FIXED, Date)
    why: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
    how_we_will_know: Mapped[str] = kept(MergeRule.FIXED, Text, default="")
