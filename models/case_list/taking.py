"""One child of a case list into the record: a new child, or changes to one that is there."""

from contextlib import suppress
from datetime import date
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.case_list.case_line import CaseLine
from models.case_list.comparing import SAME_REVIEW_WITHIN, Change, ChildUpdate
from models.case_list.known import ON_CHILD
from models.case_list.names import person_key
from models.case_list.owner import Owner
from models.child import CarePeriod, Child
from models.council import StaffMember
from models.kind_of_review import kind_for
from models.next_review import care_now, recount
from models.open_review import plan_review
from models.record import new_id
from models.review import Review, ReviewState
from models.rules.working_days import BeyondCalendar, WorkingDays, add_months

MONTHS_WITHIN_WHICH_IT_MAY_BE_THE_FIRST = 4


class Taker:
    """Takes lines into one session. Made inside `database.saving()`, never kept."""

    def __init__(self, session: Session, owner: Owner, calendar: WorkingDays) -> None:
        self._session = session
        self._owner = owner
        self._calendar = calendar

    def add(self, line: CaseLine) -> bool:
        """Make a new child of this line; False when the record has that identifier already."""
        there = select(Child.id).where(
            Child.authority_id == self._owner.authority_id, Child.identifier == line.identifier
        )
        if self._session.scalars(there).first() is not None:
            return False
        child = Child(identifier=line.identifier, iro_id=self._iro(line.iro))
        child.id = child.case_id = new_id()
        child.authority_id = self._owner.authority_id
        for name in ON_CHILD:
            if value := line.value_of(name):
                setattr(child, name, value)
        self._session.add(child)
        self._session.flush()
        self._begin_care(child, line)
        if line.last_review_on is not None:
            self._note_review(child, line, line.last_review_on)
        if line.booked_on is not None:
            self._book(child, line.booked_on)
        self._recount(child)
        return True

    def change(self, update: ChildUpdate, is_accepted: bool) -> bool:
        """Take the quiet changes, and those to look at when accepted; False if none held."""
        child = self._session.get(Child, update.child_id)
        if child is None or child.removed_at is not None:
            return False
        wanted = [*update.quiet, *(update.look if is_accepted else ())]
        taken = [self._take(child, change, update.line) for change in wanted]
        if any(taken):
            self._recount(child)
        return any(taken)

    def _take(self, child: Child, change: Change, line: CaseLine) -> bool:
        """Take one change, unless it was typed over or changed since the plan was made."""
        name, value = change.field, change.after
        if name in child.iro_typed:
            return False
        if name in ON_CHILD:
            if (getattr(child, name) or None) != change.before:
                return False
            setattr(child, name, value)
        elif name == "iro":
            child.iro_id = self._iro(line.iro)
        elif name == "booked_on" and isinstance(value, date):
            self._book(child, value)
        elif name == "last_review_on" and isinstance(value, date):
            self._note_review(child, line, value)
        elif isinstance(value, date):
            self._change_care(child, name, value, line)
        return True

    def _begin_care(self, child: Child, line: CaseLine) -> None:
        self._session.add(
            CarePeriod(
                authority_id=child.authority_id,
                case_id=child.case_id,
                child_id=child.id,
                began_on=line.care_began_on,
                told_on=line.told_on,
                ended_on=line.care_ended_on,
            )
        )
        self._session.flush()

    def _change_care(self, child: Child, name: str, value: date, line: CaseLine) -> None:
        """Correct the period of care, or begin another when the last had ended before."""
        care = care_now(self._session, child.id)
        has_returned = care is not None and care.ended_on and line.care_began_on > care.ended_on
        if care is None or has_returned:
            self._begin_care(child, line)
            return
        column = {"care_began_on": "began_on", "care_ended_on": "ended_on"}.get(name, name)
        setattr(care, column, value)
        self._session.flush()

    def _note_review(self, child: Child, line: CaseLine, day: date) -> None:
        """Note a review of which only its day is known; the planned one, if that was it."""
        planned = self._planned(child)
        number = max(likely_number(line, day), self._last_number(child) + 1)
        if planned is not None and _was_it(planned, day):
            number, review = max(planned.number, likely_number(line, day)), planned
        else:
            review = Review(child_id=child.id, case_id=child.case_id, chair_id="")
            review.authority_id = child.authority_id
            self._session.add(review)
            if planned is not None:
                planned.number = number + 1
                planned.kind = self._kind(child, planned.number, planned.booked_on)
        review.number, review.state = number, ReviewState.KNOWN
        review.kind = self._kind(child, number, day)
        review.held_on = review.completed_on = day
        self._session.flush()

    def _book(self, child: Child, day: date) -> None:
        planned = self._planned(child) or plan_review(self._session, child)
        planned.booked_on = day
        self._session.flush()

    def _kind(self, child: Child, number: int, on: date | None) -> str:
        return kind_for(self._session, child, number, on)

    def _planned(self, child: Child) -> Review | None:
        return self._session.scalars(
            select(Review)
            .where(
                Review.child_id == child.id,
                Review.state == ReviewState.PLANNED,
                Review.removed_at.is_(None),
            )
            .order_by(Review.booked_on)
        ).first()

    def _last_number(self, child: Child) -> int:
        held = select(func.max(Review.number)).where(
            Review.child_id == child.id,
            Review.state != ReviewState.PLANNED,
            Review.removed_at.is_(None),
        )
        return self._session.scalar(held) or 0

    def _recount(self, child: Child) -> None:
        with suppress(BeyondCalendar):  # too long ago to count: the list then shows no due date
            recount(self._session, child, self._calendar)

    def _iro(self, name: str) -> str:
        """Give the staff id of this IRO, noting a new name; no name is the owner's own child."""
        if not name:
            return self._owner.staff_id
        key = person_key(name)
        if key not in self._staff:
            member = StaffMember(name=name, authority_id=self._owner.authority_id)
            member.id, member.case_id = new_id(), ""
            self._session.add(member)
            self._staff[key] = member.id
        return self._staff[key]

    @cached_property
    def _staff(self) -> dict[str, str]:
        staff = select(StaffMember.name, StaffMember.id).where(StaffMember.removed_at.is_(None))
        return {person_key(name): staff_id for name, staff_id in self._session.execute(staff)}


def likely_number(line: CaseLine, day: date) -> int:
    """Give the number of a review: the list's own, else first or second by the time in care.

    Source: domain reference 2.1: the first within 20 working days, the second within three
    months of it; a review more than four months into care is not the first.
    """
    if line.last_review_number is not None and day == line.last_review_on:
        return line.last_review_number
    first_until = add_months(line.care_began_on, MONTHS_WITHIN_WHICH_IT_MAY_BE_THE_FIRST)
    return 1 if day <= first_until else 2


def _was_it(planned: Review, day: date) -> bool:
    return planned.booked_on is None or abs(planned.booked_on - day) <= SAME_REVIEW_WITHIN
