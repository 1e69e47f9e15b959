"""The door to one review while it is written: each act is one change of the record."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar  # Any: the fields of a new record

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.after_review import note_open_clocks
from models.child import Child
from models.coding import code_from_answers, day_of_code
from models.conflicts_on_sheet import refuse_while_two_wait
from models.council import Council
from models.decision import Decision, DecisionProgress, Outcome
from models.editing import begin_anew, put
from models.kind_of_review import kind_for
from models.next_review import recount
from models.participation import Participation
from models.people import Attendance, Person
from models.record import Refused, Shared
from models.review import Review, ReviewState, RightExplained, Sitting, StepMark
from models.review_days import (
    AlreadyWritten,
    following_reviews,
    has_more_than_its_start,
    sitting_days,
)
from models.rules.participation_codes import fits_age
from models.rules.series import ReviewDay, completed_on, review_date
from models.rules.working_days import WorkingDays
from models.signs import Answered, Note, ScaleAnswer
from models.wishes import Wish

R = TypeVar("R", bound=Shared)


class OpenReview:
    """One review and what is done in it. Made inside `database.saving()`, never kept."""

    def __init__(self, session: Session, review_id: str) -> None:
        found = session.get(Review, review_id)
        if found is None:
            raise Refused("no review with that id")
        self.session = session
        self.review = found

    def _add(self, kind: type[R], /, **fields: Any) -> R:
        review = self.review
        made: R = kind(
            **{
                "authority_id": review.authority_id,
                "case_id": review.case_id,
                "review_id": review.id,
                **fields,
            }
        )
        self.session.add(made)
        self.session.flush()
        return made

    def _next(self, column: Any) -> int:
        owner = column.class_
        highest = self.session.scalar(
            select(func.max(column)).where(owner.review_id == self.review.id)
        )
        return (highest or 0) + 1

    def _one(self, kind: type[R], /, **found_by: Any) -> R:
        """The one record of that kind so found, made if there is none yet."""
        wanted = select(kind).filter_by(review_id=self.review.id, **found_by)
        found: R | None = self.session.scalars(wanted.order_by(kind.removed_at)).first()
        if found is not None and found.removed_at is not None:
            begin_anew(found, found_by)
        return found or self._add(kind, **found_by)

    def add_note(self, column: str, words: str, **fields: Any) -> str:
        """Add a note under a column; fields as in Note. Gives its id."""
        if not words.strip():
            raise Refused("a note needs words")
        fields.setdefault("step", "A8" if column == "worry" else "A4")
        position = self._next(Note.position)
        return self._add(Note, column=column, words=words, position=position, **fields).id

    def add_wish(self, words: str, **fields: Any) -> str:
        """Keep the child's own words exactly as they are; fields as in Wish. Gives their id."""
        if not words.strip():
            raise Refused("the child's words cannot be empty")
        return self._add(Wish, words=words, position=self._next(Wish.position), **fields).id

    def decide(self, what: str, who: str = "", by_when: date | None = None, **fields: Any) -> str:
        """Add a decision with the next number; fields as in Decision. Gives its id."""
        number = self._next(Decision.number)
        return self._add(Decision, what=what, who=who, by_when=by_when, number=number, **fields).id

    def order_decisions(self, decision_ids: Sequence[str]) -> None:
        """Number these decisions from 1 in this order."""
        for number, decision_id in enumerate(decision_ids, start=1):
            decision = self._decision(decision_id)
            if decision.number != number:
                decision.number = number
        self.session.flush()

    def take_out_decision(self, decision_id: str, rest: Sequence[str]) -> None:
        """Remove a decision and number the rest from 1 in this order."""
        self._decision(decision_id).remove(self.session.info["by"], self.session.info["at"])
        self.order_decisions(rest)

    def put_in_decision(self, decision_id: str, order: Sequence[str]) -> None:
        """Bring a removed decision back, in this order."""
        decision = self._decision(decision_id)
        decision.removed_by, decision.removed_at = None, None
        self.order_decisions(order)

    def _decision(self, decision_id: str) -> Decision:
        found = self.session.get(Decision, decision_id)
        if found is None or found.review_id != self.review.id:
            raise Refused("no decision of this review with that id")
        return found

    def hear_progress(
        self, decision_id: str, outcome: str, why: str = "", new_by_when: date | None = None
    ) -> str:
        """Note how an earlier decision went; hearing it again corrects it."""
        heard = self._one(DecisionProgress, decision_id=decision_id)
        heard.outcome, heard.why, heard.new_by_when = Outcome(outcome), why, new_by_when
        decision = self.session.get(Decision, decision_id)
        if decision is None:
            raise Refused("no decision with that id")
        if not self._heard_later(decision_id):
            decision.outcome = Outcome(outcome)
        self.session.flush()
        return heard.id

    def _heard_later(self, decision_id: str) -> bool:
        """Whether a later review of this child has said how a decision went."""
        later = (
            select(DecisionProgress.id)
            .join(Review, Review.id == DecisionProgress.review_id)
            .where(
                DecisionProgress.decision_id == decision_id,
                DecisionProgress.removed_at.is_(None),
                DecisionProgress.outcome != Outcome.OPEN,
                Review.number > self.review.number,
                Review.removed_at.is_(None),
            )
        )
        return self.session.scalars(later).first() is not None

    def give_number(
        self,
        number: float | None,
        reason: str = "",
        *,
        person_id: str | None = None,
        answered: str = Answered.NUMBER,
        **fields: Any,
    ) -> str:
        """Note one person's number from 0 to 10; no `person_id` means the child's own."""
        if (answered == Answered.NUMBER) != (number is not None):
            raise Refused("a number, or no number, but not both")
        who = {"person_id": person_id, "is_child": person_id is None}
        given = self._one(ScaleAnswer, scale=fields.pop("scale", "overall"), **who)
        given.answered, given.number, given.reason = answered, number, reason
        given.removed_by, given.removed_at = None, None
        for name, value in fields.items():
            setattr(given, name, value)
        self.session.flush()
        return given.id

    def attendance_of(self, person_id: str) -> Attendance:
        """How one person took part, made if nothing was said yet."""
        return self._one(Attendance, person_id=person_id)

    def add_person(self, name: str, **fields: Any) -> str:
        """Add somebody round the child, and ask them to this review. Gives the person's id."""
        position = self.session.scalar(
            select(func.count()).where(Person.child_id == self.review.child_id)
        )
        person = Person(
            child_id=self.review.child_id,
            authority_id=self.review.authority_id,
            case_id=self.review.case_id,
            name=name,
            position=(position or 0) + 1,
            **fields,
        )
        self.session.add(person)
        self.session.flush()
        self.attendance_of(person.id)
        return person.id

    def mark_step(self, step: str, *, done: bool = True, left_out_why: str = "") -> None:
        """Note that a step was gone through, or left out and why."""
        mark = self._one(StepMark, step=step)
        mark.done, mark.left_out_why = done, left_out_why

    def explain_right(self, right: str, *, done: bool = True, note: str = "") -> None:
        """Tick one line of the rights checklist."""
        line = self._one(RightExplained, right=right)
        line.done, line.note = done, note

    @property
    def participation(self) -> Participation:
        """How the child took part, made if nothing was answered yet."""
        return self._one(Participation)

    def answer_participation(self, field: str, value: Any) -> str:
        """Answer one question of how the child took part. Gives the code, or ""."""
        told = self.participation
        if field not in Participation.TYPED:
            raise Refused(f"participation.{field} is not typed")
        known = told.how_known
        setattr(told, field, value)
        code = self.recode()
        if field == "how_known" and code == "PN0":
            self._tell_the_letter(known, value)
        return code

    def _tell_the_letter(self, before: str, words: str) -> None:
        """Let the letter to a little child without words have the same text as the record."""
        said = select(Wish).where(Wish.review_id == self.review.id, Wish.removed_at.is_(None))
        if self.session.scalars(said).first() is None and self.review.no_words_why in {"", before}:
            self.review.no_words_why = words

    def recode(self) -> str:
        """Work the code out again; a chosen one that the age refuses goes, its reason stays."""
        told, child = self.participation, self.child
        told.suggested_code = code_from_answers(self.session, told, self.review, child)
        day = day_of_code(self.review, child)
        if told.chosen_code and not fits_age(told.chosen_code, child.born_on, day):
            told.chosen_code = ""
        self.session.flush()
        return told.code

    @property
    def child(self) -> Child:
        """The child whose review this is."""
        found = self.session.get(Child, self.review.child_id)
        if found is None:
            raise Refused("a review needs its child")
        return found

    def begin(self, on: date, at: str, calendar: WorkingDays, place: str = "") -> None:
        """Begin the review: its first part, its date for every clock. `at` is "16:04"."""
        if self.review.state != ReviewState.PLANNED:
            raise Refused("this review has begun already")
        child = self.child
        self.review.due_on = child.review_due_on
        self.review.due_clock = child.review_due_clock
        self.review.counted_from = child.review_counted_from
        self.review.state, self.review.held_on = ReviewState.OPEN, on
        self._add(Sitting, number=1, held_on=on, began_at=at, place=place or self.review.place)
        self.recode()
        recount(self.session, child, calendar)

    @property
    def last_sitting(self) -> Sitting:
        """The latest part."""
        found = self.session.scalars(
            select(Sitting)
            .where(Sitting.review_id == self.review.id, Sitting.removed_at.is_(None))
            .order_by(Sitting.number.desc())
        ).first()
        if found is None:
            raise Refused("this review has not begun")
        return found

    def resume(self, on: date, at: str, calendar: WorkingDays) -> None:
        """Go on with an adjourned review, or hold its next part."""
        last = self.last_sitting
        self._add(Sitting, number=last.number + 1, held_on=on, began_at=at, place=last.place)
        self.review.state = ReviewState.OPEN
        self.date_it(calendar)

    def date_it(self, calendar: WorkingDays) -> None:
        """Work out the review's days again from its parts, by the council's rule.

        Source: domain reference 2.3 rule 9.
        """
        self.session.flush()
        council = self.session.scalars(select(Council)).first()
        counts = ReviewDay(council.review_day) if council else ReviewDay.FIRST_PART
        days = sitting_days(self.session, self.review.id)
        self.review.held_on = review_date(days, counts)
        if self.review.state == ReviewState.FINISHED:
            self.review.completed_on = completed_on(days)
        self.recode()
        recount(self.session, self.child, calendar)

    def take_back_begin(self, calendar: WorkingDays) -> None:
        """Put a review started by mistake back to planned.

        Raises: AlreadyWritten once anything but the start was recorded.
        """
        review = self.review
        if review.state != ReviewState.OPEN or has_more_than_its_start(self.session, review):
            raise AlreadyWritten
        self.last_sitting.remove(self.session.info["by"], self.session.info["at"])
        review.state, review.held_on = ReviewState.PLANNED, None
        review.due_on, review.due_clock, review.counted_from = None, "", None
        self.recode()
        recount(self.session, self.child, calendar)

    def correct_sitting(
        self, sitting_id: str, field: str, value: date | str, calendar: WorkingDays
    ) -> None:
        """Correct a part's day or times; the review's days and the child's clocks follow."""
        put(self.session, "sitting", sitting_id, field, value)
        if field == "held_on":
            self.date_it(calendar)

    def finish(self, at: datetime, ended_at: str, calendar: WorkingDays) -> None:
        """Complete the review on the day of its last part, and put the next in the diary.

        Raises: TwoVersionsWait.
        """
        if self.review.state != ReviewState.OPEN:
            raise Refused("only a review that is under way can be finished")
        refuse_while_two_wait(self.session, self.review.case_id, self.review.id)
        sitting = self.last_sitting
        sitting.ended_at = sitting.ended_at or ended_at
        self.review.state, self.review.finished_at = ReviewState.FINISHED, at
        self.review.completed_on = completed_on(sitting_days(self.session, self.review.id))
        self.session.flush()
        note_open_clocks(self.session, self.review)
        self._book_next(calendar)

    def put_next(self, field: str, value: date | str | None, calendar: WorkingDays) -> None:
        """Set the next review's day, time or place; once finished the diary follows."""
        put(self.session, "review", self.review.id, field, value)
        if self.review.state == ReviewState.FINISHED:
            self._book_next(calendar)

    def _book_next(self, calendar: WorkingDays) -> None:
        review = self.review
        following = following_reviews(self.session, review)
        planned = next((each for each in following if each.state == ReviewState.PLANNED), None)
        begun = any(each.state != ReviewState.PLANNED for each in following)
        if not begun and planned is None and review.next_review_on is not None:
            planned = plan_review(self.session, self.child)
        if not begun and planned is not None:
            planned.booked_on = review.next_review_on
            planned.booked_time = review.next_review_time
            planned.place = review.next_review_place
        recount(self.session, self.child, calendar)


def plan_review(session: Session, child: Child, **fields: Any) -> Review:
    """A new review of this child, not begun; fields as in Review."""
    number = session.scalar(select(func.max(Review.number)).where(Review.child_id == child.id))
    held = (number or 0) + 1
    review = Review(
        authority_id=child.authority_id,
        case_id=child.case_id,
        child_id=child.id,
        number=held,
        kind=kind_for(session, child, held, fields.get("booked_on")),
        chair_id=child.iro_id,
        **fields,
    )
    session.add(review)
    session.flush()
    for person in session.scalars(
        select(Person).where(Person.child_id == child.id, Person.removed_at.is_(None))
    ):
        session.add(
            Attendance(
                authority_id=child.authority_id,
                case_id=child.case_id,
                review_id=review.id,
                person_id=person.id,
            )
        )
    session.flush()
    return review
