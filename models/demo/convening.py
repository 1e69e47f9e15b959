"""Invents how the reviews of the next weeks are called together: lists, invitations and forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any  # Any: the fields of a new record
from uuid import UUID

from sqlalchemy import select

from models.child import Child
from models.convening import Convening, Invitation, ReturnedForm
from models.convening_on_sheet import THE_CHILD, InviteAnswer, told_of
from models.next_review import recount
from models.people import Attendance, Person, Role
from models.review import Review, ReviewState
from models.rules.forms import childs_form, usual_form
from models.sending_steps import SendingWay

if TYPE_CHECKING:
    from models.demo.council import DemoCouncil
    from models.record import Shared

LATE_DAYS = 9  # a list is wanted more than ten days before the review
HANDED_BACK = "Two reminders, and nobody has said yet who is to be invited."
NOT_INVITED = "The court has said no family time until its next hearing."
CAME_BACK = (
    "{name} looks well when we meet, and tells me about school. I want to know why our Saturday "
    "was moved twice. I would like one afternoon in the holidays."
)
TOLD = ("late", "reminded", "handed_back", "form_back", "complete")


def invent_convening(council: DemoCouncil, owner_id: str) -> None:
    """Write it for the owner's booked reviews, with nothing drawn from the council's chance."""
    today, session = council.today, council.session
    wanted = select(Review).where(
        Review.chair_id == owner_id, Review.state == ReviewState.PLANNED,
        Review.booked_on >= today,
    )  # fmt: skip
    booked = session.scalars(wanted.order_by(Review.booked_on, Review.booked_time, Review.id))
    every = list(booked)
    for review in every:
        if review.booked_on == today:
            _Calling(council, review).everything_is_sent()
    to_come = (each for each in every if each.booked_on != today)
    for told, review in zip(TOLD, to_come, strict=False):
        getattr(_Calling(council, review), told)()
    session.flush()


class _Calling:
    """One review being called together; ids come from a chance of its own."""

    def __init__(self, council: DemoCouncil, review: Review) -> None:
        self._council, self._review = council, review
        self._session = council.session
        self._child = self._session.get_one(Child, review.child_id)
        self._chance = Random(f"{review.id} called together")  # noqa: S311 invention

    def everything_is_sent(self) -> None:
        """The meeting is today: all are invited and have answered."""
        self._form(list_in_on=self._ago(9))
        for reader, kind in self._asked():
            self._line(reader, kind, sent=8, invited=8, answer=InviteAnswer.COMING)

    def late(self) -> None:
        """The list should be here, and the meeting is soon."""
        soon = self._council.today + timedelta(days=LATE_DAYS)
        if self._review.booked_on is not None and self._review.booked_on > soon:
            self._review.booked_on = self._council.calendar.before(soon, 1)
            recount(self._session, self._child, self._council.calendar)
        self._form(reminded_on=self._ago(4))

    def reminded(self) -> None:
        """The social worker was reminded once."""
        self._form(reminded_on=self._ago(1))

    def handed_back(self) -> None:
        """Nobody answered two reminders."""
        self._form(
            reminded_on=self._ago(6), reminded_again_on=self._ago(3),
            handed_back_on=self._ago(1), handed_back_why=HANDED_BACK,
        )  # fmt: skip

    def form_back(self) -> None:
        """The forms went out; a parent's is back and waits for the chair."""
        self._form(
            list_in_on=self._ago(6), room="The small room, with the door to the garden",
            travel="The carers drive; the parent comes by bus 14",
        )  # fmt: skip
        parent = self._person(Role.PARENT)
        for reader, kind in self._asked():
            self._line(reader, kind, sent=5)
        if parent is None:
            return
        words = CAME_BACK.format(name=self._child.called)
        self._make(
            ReturnedForm, reader=parent.id, form=self._form_of(parent), back_on=self._ago(1),
            way=SendingWay.POST, words=words,
        )  # fmt: skip
        line = self._session.scalars(
            select(Invitation).filter_by(review_id=self._review.id, reader=parent.id)
        ).one()
        line.form_back_on = self._ago(1)

    def complete(self) -> None:
        """The list came today: somebody on it is not invited, and it says why."""
        self._form(list_in_on=self._council.today)
        parent = self._person(Role.PARENT)
        if parent is not None:
            wanted = select(Attendance).filter_by(review_id=self._review.id, person_id=parent.id)
            told = self._session.scalars(wanted).one()
            told.invited, told.not_invited_why = False, NOT_INVITED

    def _asked(self) -> Sequence[tuple[str, str]]:
        """Everybody with the form that is usual for them."""
        on = self._review.booked_on or self._council.today
        people = select(Person).filter_by(child_id=self._child.id).order_by(Person.position)
        return (
            (THE_CHILD, childs_form(self._child.born_on, on)),
            *((each.id, self._form_of(each)) for each in self._session.scalars(people)),
        )

    def _form_of(self, person: Person) -> str:
        return usual_form(person.role, has_responsibility=person.parental_responsibility)

    def _person(self, role: Role) -> Person | None:
        wanted = select(Person).filter_by(child_id=self._child.id, role=role)
        return self._session.scalars(wanted).first()

    def _ago(self, days: int) -> date:
        return self._council.calendar.before(self._council.today, days)

    def _form(self, **fields: Any) -> None:
        self._make(Convening, **fields)

    def _line(
        self, reader: str, form: str, *, sent: int, invited: int = 0, answer: str = ""
    ) -> None:
        self._make(
            Invitation, reader=reader, form=form, answer=answer,
            form_sent_on=self._ago(sent) if form else None,
            invited_on=self._ago(invited) if invited else None,
            **(self._told() if invited else {}),
        )  # fmt: skip

    def _told(self) -> dict[str, Any]:
        """What those are told who are invited to the review as it now stands."""
        own = self._review
        told = told_of(own.booked_on, own.booked_time, own.place)
        return {"told": told, "told_on": own.booked_on, "told_time": own.booked_time}

    def _make(self, kind: type[Shared], /, **fields: Any) -> None:
        own: dict[str, Any] = {
            "id": str(UUID(int=self._chance.getrandbits(128), version=4)),
            "authority_id": self._review.authority_id,
            "case_id": self._review.case_id,
            "review_id": self._review.id,
        }
        made = kind(**(own | fields))
        self._session.add(made)
        self._session.flush()
