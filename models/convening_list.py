"""Who is to be invited to a review, and by when it is all owed; read by plain statements."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from models.convening_on_sheet import (
    THE_CHILD,
    WHOLE_MEETING,
    Convened,
    ConveningOnSheet,
    FormBack,
    Invited,
    ListState,
    MeetingPart,
)
from models.plain_reading import Connection, read_all, read_one
from models.rules import timescales
from models.rules.forms import childs_form, usual_form
from models.rules.timescale import limit
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sending_steps import SendingWay
from models.typed_times import UnreadableTime, read_time

ALIVE = "removed_at is null"
_OF_REVIEWS: Final = "where review_id in (select value from json_each(?)) and removed_at is null"
_OF_CHILDREN: Final = (
    "where child_id in (select value from json_each(?)) and role <> 'iro' "
    "and removed_at is null order by position, id"
)


@dataclass(frozen=True)
class _Person:
    id: str
    child_id: str
    name: str
    role: str
    what_they_are: str
    parental_responsibility: bool
    send_by: str
    address: str
    email: str


@dataclass(frozen=True)
class _Asked:
    review_id: str
    person_id: str
    invited: bool
    not_invited_why: str


@dataclass(frozen=True)
class _Invitation:
    review_id: str
    reader: str
    part: str
    form: str
    needs_interpreter: bool
    invited_on: date | None
    invited_way: str
    form_sent_on: date | None
    form_back_on: date | None
    answer: str
    told: str
    told_on: date | None
    told_time: str
    hide_place: bool


@dataclass(frozen=True)
class _OfReview(ConveningOnSheet):
    review_id: str = ""


def read_convened(connection: Connection, review_id: str) -> Convened | None:
    """What convening needs of one review, or None without such a review."""
    rest = f"join child c on c.id = review.child_id where review.id = ? and review.{ALIVE}"
    return read_one(connection, Convened, "review", rest, (review_id,))


def read_convening(connection: Connection, review_id: str) -> ConveningOnSheet:
    """The convening form of one review; an empty one if nobody has begun it."""
    rest = f"where review_id = ? and {ALIVE}"
    return read_one(connection, ConveningOnSheet, "convening", rest, (review_id,)) or (
        ConveningOnSheet()
    )


def forms_back(connection: Connection, review_id: str) -> tuple[FormBack, ...]:
    """The forms of one review that came back, in the order they came."""
    rest = f"where review_id = ? and {ALIVE} order by back_on, created_at, id"
    return read_all(connection, FormBack, "returned_form", rest, (review_id,))


def read_convenings(
    connection: Connection, review_ids: Sequence[str]
) -> dict[str, ConveningOnSheet]:
    """The convening forms that were begun, by the review they are of."""
    given = (json.dumps(review_ids),)
    found = read_all(connection, _OfReview, "convening", _OF_REVIEWS, given)
    return {each.review_id: each for each in found}


def invitation_list(connection: Connection, convened: Convened) -> tuple[Invited, ...]:
    """Everybody who may be invited: the child first, then the people in their order.

    The IRO who chairs is not among them. Who was never begun with gets the usual form.
    """
    return invitation_lists(connection, (convened,))[convened.id]


def invitation_lists(
    connection: Connection, reviews: Sequence[Convened]
) -> dict[str, tuple[Invited, ...]]:
    """The invitation lists of several reviews, by review, read at once."""
    given = (json.dumps([each.id for each in reviews]),)
    children = (json.dumps([each.child_id for each in reviews]),)
    begun = {
        (each.review_id, each.reader): each
        for each in read_all(connection, _Invitation, "invitation", _OF_REVIEWS, given)
    }
    asked = {
        (each.review_id, each.person_id): each
        for each in read_all(connection, _Asked, "attendance", _OF_REVIEWS, given)
    }
    people: dict[str, list[_Person]] = {}
    for person in read_all(connection, _Person, "person", _OF_CHILDREN, children):
        people.setdefault(person.child_id, []).append(person)
    return {
        own.id: (
            _childs_line(own, begun.get((own.id, THE_CHILD))),
            *(
                _line(each, begun.get((own.id, each.id)), asked.get((own.id, each.id)))
                for each in people.get(own.child_id, ())
            ),
        )
        for own in reviews
    }


def list_state(form: ConveningOnSheet, review_on: date | None, today: date) -> ListState:
    """Where convening stands.

    Source: timescales.INVITATION_LIST; domain reference 7.1 (two reminders, then handed back).
    """
    if form.cancelled_on:
        return ListState.CANCELLED
    if form.handed_back_on:
        return ListState.HANDED_BACK
    if form.list_in_on:
        return ListState.RECEIVED
    if review_on is not None and today > list_by(review_on):
        return ListState.LATE
    if form.reminded_again_on:
        return ListState.REMINDED_AGAIN
    return ListState.REMINDED if form.reminded_on else ListState.NOT_SENT


def list_by(review_on: date) -> date:
    """The last day for the invitation list: more than ten days before the review (T22)."""
    return review_on - timedelta(days=timescales.INVITATION_LIST.length)


def last_working_day(day: date, calendar: WorkingDays | None) -> date:
    """The working day on or before a day: people are asked for nothing on a holiday."""
    with suppress(BeyondCalendar):
        while calendar is not None and not calendar.is_working_day(day):
            day -= timedelta(days=1)
    return day


def convening_clocks(review_on: date, calendar: WorkingDays) -> dict[str, date]:
    """The last day for the list, the forms, the invitations and the reports, by clock.

    Raises: BeyondCalendar.
    """
    owed = (
        timescales.INVITATION_LIST,
        timescales.CONSULTATION_FORMS,
        timescales.INVITATIONS_OUT,
        timescales.REPORTS_IN,
    )
    return {scale.id: limit(scale, review_on, calendar) for scale in owed}


def is_complete(lines: tuple[Invited, ...]) -> bool:
    """Whether of everybody it is said that they are invited, or why not."""
    return all(line.is_settled for line in lines)


def parts_of_meeting(lines: tuple[Invited, ...], booked_time: str) -> tuple[MeetingPart, ...]:
    """The whole meeting, and each part that is written of somebody, by when it begins."""
    told = {line.part.strip() for line in lines if line.is_invited and line.part.strip()}
    parts = sorted(
        (read_part(words) for words in told), key=lambda each: (each.begins, each.words)
    )
    whole = MeetingPart(WHOLE_MEETING, begins=booked_time)
    return (whole, *(MeetingPart(place, part.words, part.begins or booked_time, part.ends)
                     for place, part in enumerate(parts, 1)))  # fmt: skip


def part_of(parts: tuple[MeetingPart, ...], line: Invited) -> MeetingPart:
    """The part of the meeting that somebody comes to."""
    words = line.part.strip()
    return next((each for each in parts if each.number and each.words == words), parts[0])


def read_part(words: str) -> MeetingPart:
    """Read the times off a part such as "4pm to 4:30pm, with Mum"; none where none can be read."""
    first, _comma, _rest = words.partition(",")
    first = first.strip().removeprefix("from ").removeprefix("From ")
    times = [each.strip() for each in first.replace("–", "-").replace(" to ", "-").split("-")]
    try:
        read = [read_time(each) for each in times]
    except UnreadableTime:
        return MeetingPart(0, words)
    ends = read[1] if len(read) > 1 and read[1] > read[0] else ""
    return MeetingPart(0, words, read[0], ends)


def _childs_line(convened: Convened, begun: _Invitation | None) -> Invited:
    on = convened.booked_on or convened.due_on
    usual = childs_form(convened.born_on, on) if on else ""
    line = Invited(
        reader=THE_CHILD,
        name=convened.full_name,
        role=THE_CHILD,
        what_they_are="",
        has_responsibility=False,
        is_invited=bool(usual or (begun and begun.form)),  # under 4 others tell how they are
        not_invited_why="",
        part=begun.part if begun else "",
        form=begun.form if begun else usual,
        needs_interpreter=begun.needs_interpreter if begun else bool(convened.childs_interpreter),
        way=(begun.invited_way if begun else "") or SendingWay.HAND,
        address="",
        email="",
    )
    return _with_dates(line, begun)


def _line(person: _Person, begun: _Invitation | None, asked: _Asked | None) -> Invited:
    usual = usual_form(person.role, has_responsibility=person.parental_responsibility)
    way = (begun.invited_way if begun else "") or person.send_by or usual_way(person)
    line = Invited(
        reader=person.id,
        name=person.name,
        role=person.role,
        what_they_are=person.what_they_are,
        has_responsibility=person.parental_responsibility,
        is_invited=asked.invited if asked else True,
        not_invited_why=asked.not_invited_why if asked else "",
        part=begun.part if begun else "",
        form=begun.form if begun else usual,
        needs_interpreter=begun.needs_interpreter if begun else False,
        way=way,
        address=person.address,
        email=person.email,
    )
    return _with_dates(line, begun)


def usual_way(person: _Person) -> str:
    """How somebody is reached: by e-mail where there is one and no address, else by post."""
    return SendingWay.EMAIL if person.email and not person.address else SendingWay.POST


def _with_dates(line: Invited, begun: _Invitation | None) -> Invited:
    if begun is None:
        return line
    return replace(
        line,
        invited_on=begun.invited_on,
        form_sent_on=begun.form_sent_on,
        form_back_on=begun.form_back_on,
        answer=begun.answer,
        told=begun.told,
        told_on=begun.told_on,
        told_time=begun.told_time,
        hide_place=begun.hide_place,
    )
