"""Invents how far each of six reviews has come since its meeting, from the manager to the post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar  # Any: the fields of a new record
from uuid import UUID

from sqlalchemy import select

from models.after_review import note_open_clocks
from models.child import Child
from models.decision import Decision
from models.demo.facts import TO_SHOW
from models.demo.homes import email_of
from models.manager_reply import ManagerReply, Reply
from models.people import Attendance, Attended, Person, Role
from models.record import Shared
from models.review import Milestone, Review, ReviewState
from models.rules.deadlines import after_completion
from models.rules.timescales import DECISIONS_WRITTEN, MANAGER_REPLIES, RECORD_WRITTEN
from models.sending_steps import SendingWay

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.demo.council import DemoCouncil
    from models.rules.working_days import WorkingDays

R = TypeVar("R", bound=Shared)
MANAGER = "Hilary Stonegate"
OBJECTED_TO = 2
OBJECTION = (
    "The budget for this is not agreed. I cannot promise that day; please name a later one."
)
LATE_BECAUSE = "The chair was away ill that week; the manager was told by phone."


class Stage(StrEnum):
    """How far one review has come."""

    WITH_MANAGER = "with_manager"
    OBJECTED = "objected"
    TO_PRINT = "to_print"
    TO_FINALISE = "to_finalise"
    TO_LOOK_AT = "to_look_at"
    SENT = "sent"


_AT_LEAST = {
    Stage.WITH_MANAGER: 4, Stage.OBJECTED: 5, Stage.TO_PRINT: 7, Stage.TO_FINALISE: 9,
    Stage.TO_LOOK_AT: 12, Stage.SENT: 22,
}  # fmt: skip
"""How long ago the review was completed at least. Units: working days."""
OF_A_COLLEAGUE = frozenset({Stage.TO_PRINT})
FINAL = (Stage.TO_LOOK_AT, Stage.TO_PRINT, Stage.SENT)


@dataclass(frozen=True)
class AfterMeeting:
    """The days of one review: sheet sent, manager answered, record final; None for not yet.

    `review` belongs to the session that it was read in.
    """

    stage: Stage
    review: Review
    chair_id: str
    review_id: str
    sent_on: date
    answered_on: date | None
    final_on: date | None


def after_meetings(
    session: Session, owner_id: str, today: date, calendar: WorkingDays
) -> dict[Stage, AfterMeeting]:
    """The reviews told so, of the latest of each child but the best known."""
    latest = _latest_reviews(session)
    left = {
        is_mine: [each for each in latest if (each.chair_id == owner_id) is is_mine]
        for is_mine in (True, False)
    }
    found: dict[Stage, AfterMeeting] = {}
    for stage, days in _AT_LEAST.items():
        by, of_whom = calendar.before(today, days), left[stage not in OF_A_COLLEAGUE]
        at = next((at for at, each in enumerate(of_whom) if _completed(each) <= by), None)
        if at is not None:
            found[stage] = _days(stage, of_whom[at], today, calendar)
            del of_whom[: at + 1]
    return found


def invent_after_meetings(council: DemoCouncil, owner_id: str) -> dict[Stage, AfterMeeting]:
    """Write how far each has come, with nothing drawn from the council's chance."""
    told = after_meetings(council.session, owner_id, council.today, council.calendar)
    for each in told.values():
        _Telling(council, each).tell()
    return told


def finalise_told(council: DemoCouncil, told: dict[Stage, AfterMeeting]) -> None:
    """Lock the records that are final, when everything else of them is written."""
    for each in told.values():
        each.review.finalised_on = each.final_on
    council.session.flush()


def _latest_reviews(session: Session) -> list[Review]:
    wanted = (
        select(Review)
        .join(Child, Child.id == Review.child_id)
        .where(
            Review.state == ReviewState.FINISHED,
            Child.given_name.not_in(TO_SHOW),
            Child.school != "",
        )
        .order_by(Review.completed_on.desc(), Review.id)
    )
    latest: dict[str, Review] = {}
    for review in session.scalars(wanted):
        latest.setdefault(review.child_id, review)
    return list(latest.values())


def _completed(review: Review) -> date:
    if review.completed_on is None:
        raise ValueError("only a finished review is told of here")
    return review.completed_on


def _days(stage: Stage, review: Review, today: date, calendar: WorkingDays) -> AfterMeeting:
    completed, own = _completed(review), (review, review.chair_id, review.id)
    if stage is Stage.WITH_MANAGER:
        return AfterMeeting(stage, *own, calendar.before(today, 3), None, None)
    is_quick = stage in (Stage.OBJECTED, Stage.TO_PRINT)
    sent = calendar.after(completed, 1 if is_quick else 2)
    if stage is Stage.TO_FINALISE:
        return AfterMeeting(stage, *own, sent, None, None)
    answered = calendar.after(sent, 1 if is_quick else 2)
    final = calendar.after(answered, 2) if stage in FINAL else None
    return AfterMeeting(stage, *own, sent, answered, final)


class _Telling:
    """What is written of one review; ids come from a chance of its own."""

    def __init__(self, council: DemoCouncil, after: AfterMeeting) -> None:
        self._session, self._after, self._review = council.session, after, after.review
        self._limits = after_completion(_completed(after.review), council.calendar)
        self._chance = Random(f"{after.review.id} after")  # noqa: S311 invention, not secrets

    def tell(self) -> None:
        """Write the manager, the clocks that are met and the answer."""
        after = self._after
        self._add_manager()
        self._meet(
            {
                DECISIONS_WRITTEN.id: after.sent_on,
                MANAGER_REPLIES.id: after.answered_on,
                RECORD_WRITTEN.id: after.final_on,
            }
        )
        if after.answered_on is not None:
            self._answer(after.answered_on)
        self._session.flush()
        note_open_clocks(self._session, self._review)

    def _meet(self, met_on: dict[str, date | None]) -> None:
        """Let just these clocks be met, whatever chance said."""
        wanted = select(Milestone).filter_by(review_id=self._review.id)
        there = {each.clock: each for each in self._session.scalars(wanted)}
        for clock, day in met_on.items():
            if day is None:
                continue
            note = LATE_BECAUSE if day > self._limits.get(clock, day) else ""
            if clock in there:
                met = there.pop(clock)
                met.met_on, met.note = day, note
            else:
                self._make(
                    Milestone, review_id=self._review.id, clock=clock, met_on=day, note=note
                )
        for not_met in there.values():
            not_met.remove(self._session.info["by"], self._session.info["at"])

    def _add_manager(self) -> None:
        manager = self._make(
            Person, child_id=self._review.child_id, name=MANAGER, role=Role.TEAM_MANAGER,
            what_they_are="team manager", email=email_of(MANAGER, "wrenshire"),
            send_by=SendingWay.EMAIL, position=9,
        )  # fmt: skip
        self._session.flush()
        self._make(
            Attendance, review_id=self._review.id, person_id=manager.id, consulted=True,
            attended=Attended.NO, apologies=True,
        )  # fmt: skip

    def _answer(self, on: date) -> None:
        fields: dict[str, Any] = {"reply": Reply.AGREED}
        if self._after.stage is Stage.OBJECTED:
            wanted = select(Decision.id).filter_by(review_id=self._review.id, number=OBJECTED_TO)
            fields = {"reply": Reply.OBJECTION, "words": OBJECTION,
                      "decision_id": self._session.scalars(wanted).first()}  # fmt: skip
        self._make(ManagerReply, review_id=self._review.id, on=on, who=MANAGER, **fields)

    def _make(self, kind: type[R], /, **fields: Any) -> R:
        own: dict[str, Any] = {
            "id": str(UUID(int=self._chance.getrandbits(128), version=4)),
            "authority_id": self._review.authority_id,
            "case_id": self._review.case_id,
        }
        made = kind(**(own | fields))
        self._session.add(made)
        return made
