"""Decisions with the manager: sending them, the answer, amending, and making the record final."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final  # Any: a field of a decision may hold any kind of value

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.after_review import mark_met
from models.council import Council
from models.decision import Decision
from models.disputes import open_dispute
from models.document import Document
from models.document_kind import DocumentKind
from models.issuing import Issue, issue
from models.locked import IN_A_DECISION, amending, decisions_version
from models.manager_reply import DecisionChange, ManagerReply, Reply, Settled
from models.managers_reply_words import NO_REPLY as NO_REPLY
from models.open_review import OpenReview
from models.problems import N_, Problem
from models.record import Refused
from models.review import Milestone, Review
from models.rules.finalising import DecisionsStanding, Standing, standing_of_decisions
from models.rules.timescales import DECISIONS_WRITTEN, MANAGER_REPLIES, RECORD_WRITTEN
from models.rules.working_days import WorkingDays

ADDED, AMENDED, WITHDRAWN = "added", "amended", "withdrawn"


class NeedsAReason(Problem):
    """Something that has to say why was done without it."""

    what = N_("This needs a reason.")
    kept = N_("Nothing was changed.")
    next = N_("Say in a few words why, then try again.")


class NotYetFinal(Problem):
    """The decisions do not stand yet, so the record cannot be made final."""

    what = N_("The record cannot be made final yet.")
    kept = N_("Everything you wrote is safe.")
    next = N_("See under Decisions what is still to be done.")


def standing_now(review: OpenReview, today: date, calendar: WorkingDays) -> DecisionsStanding:
    """How the decisions stand, read from what is being edited."""
    session, own = review.session, review.review
    session.flush()
    return standing_of_decisions(_Stored.of(session, own), today, calendar)


@dataclass(frozen=True)
class _Stored:
    """What the standing is read from, as it stands in the tables."""

    finalised_on: date | None
    milestones: Sequence[Milestone]
    replies: Sequence[ManagerReply]
    decision_changes: Sequence[DecisionChange]
    decisions: Sequence[Decision]
    documents: Sequence[Document]
    council: Council | None

    @classmethod
    def of(cls, session: Session, review: Review) -> "_Stored":
        """All of it for one review."""

        def rows(kind: Any) -> Any:  # Any: one statement for rows of each kind
            wanted = select(kind).where(kind.review_id == review.id, kind.removed_at.is_(None))
            return session.scalars(wanted).all()

        council = select(Council).where(Council.authority_id == review.authority_id)
        return cls(
            review.finalised_on, rows(Milestone), rows(ManagerReply), rows(DecisionChange),
            rows(Decision), rows(Document), session.scalars(council).first(),
        )  # fmt: skip


def send_decisions(review: OpenReview, on: date, new: Issue, by: str, at: datetime) -> str:
    """Freeze the decisions sheet that goes to the manager; the first one meets T31.

    Raises: NoReason for a later version that does not say why.
    """
    if new.kind is not DocumentKind.DECISIONS:
        raise Refused("only the decisions go to the manager")
    document_id = issue(review.session, review.review.id, new, by, at)
    if _met(review, DECISIONS_WRITTEN.id) is None:
        mark_met(review.session, review.review, DECISIONS_WRITTEN.id, on)
    return document_id


def note_reply(  # what was answered, by whom, when and to what
    review: OpenReview, reply: str, on: date, who: str, words: str = "", decision_id: str = ""
) -> str:
    """Keep what the manager answered, to all decisions or to one; the first answer meets T32.

    Raises: NeedsAReason for a question or an objection without words.
    """
    given, session, own = Reply(reply), review.session, review.review
    if given is not Reply.AGREED and not words.strip():
        raise NeedsAReason(N_("A question or an objection needs the manager’s words."))
    made = ManagerReply(
        authority_id=own.authority_id,
        case_id=own.case_id,
        review_id=own.id,
        decision_id=decision_id or None,
        version=max(1, decisions_version(session, own.id)),
        reply=given,
        on=on,
        who=who.strip(),
        words=words.strip(),
    )
    session.add(made)
    session.flush()
    clock = _met(review, MANAGER_REPLIES.id)
    if clock is None or clock.note == NO_REPLY:
        mark_met(session, own, MANAGER_REPLIES.id, on)
    return made.id


def answer_reply(
    review: OpenReview, reply_id: str, settled: str, on: date, answer: str = "", dispute: str = ""
) -> None:
    """Say what became of a question or an objection; `dispute` opens one with these words.

    Raises: NeedsAReason for a question that is answered with nothing.
    """
    found = review.session.get(ManagerReply, reply_id)
    if found is None or found.review_id != review.review.id:
        raise Refused("no answer of the manager with that id")
    outcome = Settled(settled)
    if outcome is Settled.ANSWERED and not answer.strip():
        raise NeedsAReason
    found.settled, found.answer = outcome, answer.strip()
    found.settled_on = None if outcome is Settled.NOT_YET else on
    if dispute.strip() and found.dispute_id is None:
        opened = open_dispute(review, on, dispute.strip(), decision_id=found.decision_id or "")
        found.dispute_id = opened
    review.session.flush()


def amend_decision(  # which decision, to what, and why, by whom and when
    review: OpenReview, decision_id: str, fields: Mapping[str, Any], reason: str, by: str, on: date
) -> None:
    """Change a decision; once the sheet went, how it was is kept with the reason.

    Raises: NeedsAReason.
    """
    decision = _decision(review, decision_id)
    if not set(fields) <= IN_A_DECISION - {"number"}:
        raise Refused("only what the manager was sent of a decision is amended")
    changed = {name: new for name, new in fields.items() if getattr(decision, name) != new}
    if not changed:
        return
    with amending(review.session):
        _keep_how_it_was(review, decision, AMENDED, reason, (by, on))
        for name, value in changed.items():
            setattr(decision, name, value)


def add_decision(  # what, who and by when, and why, by whom and when
    review: OpenReview, fields: Mapping[str, Any], reason: str, by: str, on: date
) -> str:
    """Add a decision after the sheet went. Gives its id.

    Raises: NeedsAReason.
    """
    given = dict(fields)
    with amending(review.session):
        made = review.decide(given.pop("what"), **given)
        _keep_how_it_was(review, _decision(review, made), ADDED, reason, (by, on))
    return made


def withdraw_decision(
    review: OpenReview, decision_id: str, reason: str, by: str, on: date
) -> None:
    """Take a decision out after the sheet went; the rest are numbered from 1.

    Raises: NeedsAReason.
    """
    decision = _decision(review, decision_id)
    rest = select(Decision.id).where(
        Decision.review_id == review.review.id,
        Decision.removed_at.is_(None),
        Decision.id != decision_id,
    )
    order = review.session.scalars(rest.order_by(Decision.number)).all()
    with amending(review.session):
        _keep_how_it_was(review, decision, WITHDRAWN, reason, (by, on))
        review.take_out_decision(decision_id, order)


def _keep_how_it_was(
    review: OpenReview, decision: Decision, what: str, reason: str, who_when: tuple[str, date]
) -> None:
    version = decisions_version(review.session, review.review.id)
    if not version:
        return
    if not reason.strip():
        raise NeedsAReason
    kept = _EMPTY if what == ADDED else {name: getattr(decision, name) for name in _EMPTY}
    by, on = who_when
    review.session.add(
        DecisionChange(
            authority_id=decision.authority_id,
            case_id=decision.case_id,
            review_id=decision.review_id,
            decision_id=decision.id,
            what_happened=what,
            version=version,
            on=on,
            by=by,
            reason=reason.strip(),
            **kept,
        )
    )


_EMPTY: Final[Mapping[str, Any]] = {
    "what": "", "who": "", "by_when": None, "why": "", "how_we_will_know": "",
}  # fmt: skip


def finalise(  # the day, the pages, and who approves them when
    review: OpenReview, on: date, calendar: WorkingDays, new: Issue, by: str, at: datetime
) -> str:
    """Approve the record: its pages are frozen and it is locked. Gives the document's id.

    Silence is noted as no reply, never as agreed. Raises: NotYetFinal, NoReason for a later
    version that does not say why. Source: domain reference 2.3 rule 20 and 6.2.
    """
    standing = standing_now(review, on, calendar)
    if not standing.may_finalise:
        raise NotYetFinal
    session, own = review.session, review.review
    if _met(review, MANAGER_REPLIES.id) is None and standing.state is Standing.NO_REPLY:
        mark_met(session, own, MANAGER_REPLIES.id, on, NO_REPLY)
    if _met(review, RECORD_WRITTEN.id) is None:
        mark_met(session, own, RECORD_WRITTEN.id, on)
    own.finalised_on, own.reopened_why = on, ""
    session.flush()
    return issue(session, own.id, new, by, at)


def reopen(review: OpenReview, why: str) -> None:
    """Unlock a final record so that it can be changed; approving it again is a new version.

    Raises: NeedsAReason.
    """
    if not why.strip():
        raise NeedsAReason
    if review.review.finalised_on is None:
        raise Refused("only a final record is opened again")
    review.review.finalised_on, review.review.reopened_why = None, why.strip()
    review.session.flush()


def give_late_reason(review: OpenReview, clock: str, why: str) -> None:
    """Say why a clock of this review was met late."""
    found = _met(review, clock)
    if found is None:
        raise Refused("only a clock that was met has been late")
    found.note = why.strip()
    review.session.flush()


def _met(review: OpenReview, clock: str) -> Milestone | None:
    return review.session.scalars(
        select(Milestone).where(
            Milestone.review_id == review.review.id,
            Milestone.clock == clock,
            Milestone.removed_at.is_(None),
        )
    ).first()


def _decision(review: OpenReview, decision_id: str) -> Decision:
    found = review.session.get(Decision, decision_id)
    if found is None or found.review_id != review.review.id:
        raise Refused("no decision of this review with that id")
    return found
