"""The clocks of sending: met on the day that the last person's copy went out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.after_review import mark_met, take_back
from models.document_kind import DocumentKind
from models.paper_copy import Delivery, PaperCopy
from models.papers_late import LateSending as LateSending
from models.recipient import FILE_READER
from models.review import Milestone, Review
from models.rules import deadlines
from models.rules.timescales import DECISIONS_SENT, LETTER_SENT, RECORD_SENT
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sending_steps import SENT, Step

CLOCK_OF: Final[dict[str, str]] = {
    DocumentKind.DECISIONS: DECISIONS_SENT.id,
    DocumentKind.MINUTES: RECORD_SENT.id,
    DocumentKind.LETTER: LETTER_SENT.id,
}


def note_clocks(session: Session, copy: PaperCopy) -> None:
    """Note the clock as met when everybody who gets this paper has been sent a copy.

    A day that somebody noted before stays.
    """
    met_on = all_sent_on(session, copy)
    review = _review_of(session, copy)
    if met_on is None or review is None or _noted(session, copy) is not None:
        return
    mark_met(session, review, CLOCK_OF[copy.kind], met_on)


def take_clocks_back(session: Session, copy: PaperCopy) -> None:
    """Let the clock run again where it was this sending that met it."""
    noted, review = _noted(session, copy), _review_of(session, copy)
    if noted is None or review is None or noted.met_on != all_sent_on(session, copy):
        return
    take_back(session, review, noted.clock)


def say_why_late(session: Session, review_id: str, clock: str, why: str) -> None:
    """Keep why the papers went out late."""
    for noted in _milestones(session, review_id, clock):
        noted.note = why.strip()


def late_sending(session: Session, copy_id: str, calendar: WorkingDays) -> LateSending | None:
    """The clock that this copy's sending met late; none when it was in time or still runs."""
    copy = session.get_one(PaperCopy, copy_id)
    noted, review = _noted(session, copy), _review_of(session, copy)
    if noted is None or review is None or review.completed_on is None:
        return None
    try:
        due_on = deadlines.after_completion(review.completed_on, calendar).get(noted.clock)
    except BeyondCalendar:
        return None
    if due_on is None or noted.met_on <= due_on:
        return None
    return LateSending(noted.clock, due_on, noted.met_on, noted.note)


def all_sent_on(session: Session, copy: PaperCopy) -> date | None:
    """The day on which the last person was sent this paper; none while somebody waits."""
    if copy.review_id is None or copy.kind not in CLOCK_OF:
        return None
    copies = session.scalars(
        select(PaperCopy).where(
            PaperCopy.review_id == copy.review_id, PaperCopy.kind == copy.kind,
            PaperCopy.removed_at.is_(None), PaperCopy.reader != FILE_READER,
        )
    ).all()  # fmt: skip
    steps = _steps_of(session, [each.id for each in copies])
    first_sent, open_readers = _by_reader(copies, steps)
    wanted = max(copies, key=lambda each: each.released_at).wanted if copies else 0
    if open_readers or not first_sent or len(first_sent) < wanted:
        return None
    return max(first_sent.values())


def _by_reader(
    copies: Sequence[PaperCopy], steps: Mapping[str, list[Delivery]]
) -> tuple[dict[str, date], set[str]]:  # fmt: skip
    """The day each person was first sent any version, and who waits for their first."""
    sent: dict[str, date] = {}
    wanted: set[str] = set()
    for each in copies:
        taken = steps.get(each.id, [])
        if Step.WITHDRAWN in {step.step for step in taken}:
            continue
        wanted.add(each.reader)
        for day in (step.on for step in taken if step.step in SENT):
            sent[each.reader] = min(day, sent.get(each.reader, day))
    return sent, wanted - set(sent)


def _steps_of(session: Session, copy_ids: Sequence[str]) -> Mapping[str, list[Delivery]]:
    found: defaultdict[str, list[Delivery]] = defaultdict(list)
    for step in session.scalars(
        select(Delivery)
        .where(Delivery.copy_id.in_(copy_ids), Delivery.removed_at.is_(None))
        .order_by(Delivery.created_at, Delivery.id)
    ):
        found[step.copy_id].append(step)
    return found


def _review_of(session: Session, copy: PaperCopy) -> Review | None:
    return session.get(Review, copy.review_id) if copy.review_id else None


def _noted(session: Session, copy: PaperCopy) -> Milestone | None:
    clock = CLOCK_OF.get(copy.kind, "")
    if not copy.review_id or not clock:
        return None
    return next(iter(_milestones(session, copy.review_id, clock)), None)


def _milestones(session: Session, review_id: str, clock: str) -> Sequence[Milestone]:
    return session.scalars(
        select(Milestone).where(
            Milestone.review_id == review_id, Milestone.clock == clock,
            Milestone.removed_at.is_(None),
        )
    ).all()  # fmt: skip
