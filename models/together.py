"""Brothers and sisters in one sitting: one record each, and notes sent to the children chosen.

Nothing of a child's own page is ever sent: not their words, numbers, drawings, or how they
took part; nor anything that is restricted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import Child
from models.children_named import Called, named_in
from models.day_checks import wrong_first_day
from models.decision import Decision
from models.editing import find
from models.open_review import OpenReview
from models.people import Attendance, Attended, Person
from models.plain_reading import Connection, read_all
from models.planning import review_to_open
from models.problems import N_, Problem
from models.quick_note import Named, offered
from models.record import Refused, new_id
from models.review import Review, ReviewState, Sitting
from models.review_days import AlreadyWritten
from models.rules.working_days import WorkingDays
from models.signs import Note

LEAST_LETTERS: Final = 2
"""So much of a name is typed before any child is shown."""


class NotToBeShared(Problem):
    """A restricted note or decision stays in the record of the one child."""

    what = N_("A restricted note is not put into the record of a brother or sister.")
    kept = N_("It is kept in this record, as it was.")
    next = N_("Stop restricting it first, or write what may be shared as a note of its own.")


class StaysBegun(Problem):
    """A review of the sitting holds more than its start, and so it stays begun."""

    what = N_("A review that was started with this one stays started: more was written in it.")
    kept = N_("Everything that was written is still there. The others are planned again.")
    next = N_("See on the first step, Welcome, whose review it is.")


@dataclass(frozen=True)
class InTheSitting:
    """Another review held in the same sitting, by the name its child is called."""

    id: str
    child_id: str
    state: str
    called: str = field(
        metadata={"sql": "(select coalesce(nullif(chosen_name, ''), given_name) from child "
                         "where child.id = review.child_id)"}
    )  # fmt: skip
    given_name: str = field(
        metadata={"sql": "(select given_name from child where child.id = review.child_id)"}
    )
    family_name: str = field(
        metadata={"sql": "(select family_name from child where child.id = review.child_id)"}
    )


@dataclass(frozen=True)
class MayBeTogether:
    """Another child in care of the same IRO, who may be a brother or sister."""

    id: str
    called: str = field(
        metadata={"sql": "coalesce(nullif(child.chosen_name, ''), child.given_name)"}
    )
    given_name: str
    family_name: str
    born_on: date


def in_the_sitting(connection: Connection, review_id: str) -> tuple[InTheSitting, ...]:
    """The other reviews of this sitting, in the order of their names."""
    rest = (
        "where together_id <> '' and together_id = (select together_id from review where id = ?1) "
        "and id <> ?1 and removed_at is null order by 4, id"
    )
    return read_all(connection, InTheSitting, "review", rest, (review_id,))


def may_be_together(connection: Connection, child_id: str) -> tuple[MayBeTogether, ...]:
    """The other children in care of the same IRO with the same family name."""
    same_name = "child.family_name = own.family_name and child.family_name <> ''"
    return _others_of_the_iro(connection, child_id, same_name)


def find_child(connection: Connection, child_id: str, typed: str) -> tuple[MayBeTogether, ...]:
    """The other children in care of the same IRO whose name, or a word of it, begins as typed.

    Fewer letters than LEAST_LETTERS find nobody.
    """
    if len(typed.strip()) < LEAST_LETTERS:
        return ()
    children = {each.id: each for each in _others_of_the_iro(connection, child_id, "1")}
    named = [
        Named(
            each.id,
            (f"{each.called} {each.family_name}", f"{each.given_name} {each.family_name}"),
        )
        for each in children.values()
    ]
    return tuple(children[one.key] for one in offered(typed, named))


def hold_together(
    session: Session, review_id: str, child_ids: Sequence[str], calendar: WorkingDays
) -> None:
    """Hold the reviews of these brothers and sisters in one sitting with this one.

    Children left out of `child_ids` leave the sitting again; what was sent to them stays.
    """
    own = OpenReview(session, review_id).review
    chosen = [_own_review(session, child_id, calendar) for child_id in child_ids]
    before = _of_sitting(session, own.together_id)
    together_id = own.together_id or new_id()
    for review in {*before, *chosen, own}:
        stays = review is own or review in chosen
        review.together_id = together_id if stays and chosen else ""
    session.flush()


def begin_together(session: Session, review_id: str, calendar: WorkingDays) -> None:
    """Begin the other reviews of the sitting as this one was begun.

    A review that cannot have been held on that day is left, for its own chair to begin.
    """
    own = OpenReview(session, review_id)
    first = own.last_sitting
    for review in _of_sitting(session, own.review.together_id):
        if review.id == review_id or review.state != ReviewState.PLANNED:
            continue
        if wrong_first_day(_held_before(session, review), first.held_on, first.held_on):
            continue
        OpenReview(session, review.id).begin(first.held_on, first.began_at, calendar, first.place)


def take_back_begin_together(
    session: Session, review_id: str, calendar: WorkingDays
) -> tuple[str, ...]:
    """Take back the start of this review and of those that were begun by the same act.

    Gives the ids of those that stay begun, for more was written in them since.

    Raises: AlreadyWritten where that is so of this one; then none is taken back.
    """
    own = OpenReview(session, review_id)
    began = own.last_sitting.created_at
    own.take_back_begin(calendar)
    stay: list[str] = []
    for review in _of_sitting(session, own.review.together_id):
        if review.id == review_id or not _was_begun_at(session, review, began):
            continue
        try:
            OpenReview(session, review.id).take_back_begin(calendar)
        except AlreadyWritten:
            stay.append(review.id)
    return tuple(stay)


def standing_equal(connection: Connection, review_id: str) -> tuple[InTheSitting, ...]:
    """The other reviews of this sitting that stand as this one does: the same parts, as far on."""
    own = _standing(connection, review_id)
    others = in_the_sitting(connection, review_id)
    return tuple(each for each in others if _standing(connection, each.id) == own)


def do_together(
    review: OpenReview, review_ids: Sequence[str], act: Callable[[OpenReview], object]
) -> None:
    """Do the same in this review and in these others of its sitting."""
    act(review)
    for other in _others(review.session, review.review.id, review_ids):
        act(OpenReview(review.session, other.id))


def same_people_came(session: Session, review_id: str) -> None:
    """Note in the other records of the sitting who was there, by name, where it is not said."""
    own = OpenReview(session, review_id)
    came = {
        person.name.casefold(): attendance.attended
        for person, attendance in session.execute(
            select(Person, Attendance)
            .join(Attendance, Attendance.person_id == Person.id)
            .where(Attendance.review_id == review_id, Attendance.removed_at.is_(None))
        )
        if attendance.attended != Attended.NOT_SAID
    }
    for review in _of_sitting(session, own.review.together_id):
        if review.id != review_id:
            _say_who_came(session, OpenReview(session, review.id), came)


def send_note(session: Session, note_id: str, review_ids: Sequence[str]) -> None:
    """Put a note into the records of these other reviews of the sitting, once each.

    The copy is in no letter until it is written for that child.

    Raises: NotToBeShared for a restricted note.
    """
    note = session.get(Note, note_id)
    if note is None:
        raise Refused("no note with that id")
    if note.restricted:
        raise NotToBeShared
    key = note.shared_key or note.id
    for review in _others(session, note.review_id, review_ids):
        if _has_copy(session, Note, review, key):
            continue
        other = OpenReview(session, review.id)
        other.add_note(
            note.column,
            note.words,
            step=note.step,
            life_area=note.life_area,
            sort=note.sort,
            said_by=note.said_by,
            person_id=same_person(session, note.person_id, other),
            in_letter=False,
            shared_key=key,
        )


def send_decision(session: Session, decision_id: str, review_ids: Sequence[str]) -> None:
    """Put a decision into the records of these other reviews of the sitting, once each.

    A copy that names another child of the sitting is in no letter until it is written for
    the child whose record it is in.

    Raises: NotToBeShared for a restricted decision.
    """
    decision = session.get(Decision, decision_id)
    if decision is None:
        raise Refused("no decision with that id")
    if decision.restricted:
        raise NotToBeShared
    key = decision.shared_key or decision.id
    children = children_of(session, OpenReview(session, decision.review_id).review.together_id)
    for review in _others(session, decision.review_id, review_ids):
        if _has_copy(session, Decision, review, key):
            continue
        other = OpenReview(session, review.id)
        other.decide(
            decision.what,
            decision.who,
            decision.by_when,
            person_id=same_person(session, decision.person_id, other),
            life_area=decision.life_area,
            in_letter=decision.in_letter
            and not named_in(f"{decision.what} {decision.who}", children, {review.child_id}),
            shared_key=key,
        )


def write_for_child(session: Session, table: str, row_id: str, words: str) -> None:
    """Say how a child will hear a copy; the first words put it into the letter, none take it out.

    Raises: Refused for what is not a note or a decision.
    """
    copy = find(session, table, row_id)
    if not isinstance(copy, Note | Decision):
        raise Refused("only notes and decisions are shared")
    if not words.strip():
        copy.in_letter = False
    elif not copy.letter_words.strip():
        copy.in_letter = True
    copy.letter_words = words


def children_of(session: Session, together_id: str) -> list[Called]:
    """The children of a sitting, by the names they have."""
    children = (session.get(Child, each.child_id) for each in _of_sitting(session, together_id))
    return [
        Called(child.id, child.called, child.given_name, child.family_name)
        for child in children
        if child is not None
    ]


def _held_before(session: Session, review: Review) -> list[date | None]:
    """The days on which the earlier reviews of the same child were held."""
    wanted = select(Review.held_on).where(
        Review.child_id == review.child_id,
        Review.number < review.number,
        Review.removed_at.is_(None),
    )
    return list(session.scalars(wanted))


def _was_begun_at(session: Session, review: Review, at: datetime | None) -> bool:
    """Whether the first part of a review was written down by the act of that moment."""
    wanted = select(Sitting.created_at).where(
        Sitting.review_id == review.id, Sitting.number == 1, Sitting.removed_at.is_(None)
    )
    return at is not None and session.scalars(wanted).first() == at


def _standing(connection: Connection, review_id: str) -> tuple[object, ...]:
    """How far a review is: its state, and the day of each part and whether it was adjourned."""
    state = connection.execute("select state from review where id = ?", (review_id,)).fetchone()
    parts = connection.execute(
        "select number, held_on, adjourned, ended_at = '' from sitting "
        "where review_id = ? and removed_at is null order by number",
        (review_id,),
    ).fetchall()
    return (*state, *parts)


def _others_of_the_iro(
    connection: Connection, child_id: str, which: str
) -> tuple[MayBeTogether, ...]:
    rest = (
        "join child own on own.id = ?1 where child.id <> own.id and child.iro_id = own.iro_id "
        f"and {which} and child.in_care = 1 and child.removed_at is null order by 2, child.id"
    )
    return read_all(connection, MayBeTogether, "child", rest, (child_id,))


def _own_review(session: Session, child_id: str, calendar: WorkingDays) -> Review:
    return OpenReview(session, review_to_open(session, child_id, calendar)).review


def _of_sitting(session: Session, together_id: str) -> list[Review]:
    if not together_id:
        return []
    wanted = select(Review).where(Review.together_id == together_id, Review.removed_at.is_(None))
    return list(session.scalars(wanted))


def _others(session: Session, review_id: str, review_ids: Sequence[str]) -> list[Review]:
    own = OpenReview(session, review_id).review
    sitting = {review.id: review for review in _of_sitting(session, own.together_id)}
    if not set(review_ids) <= sitting.keys() - {review_id}:
        raise Refused("only to the other reviews of the same sitting")
    return [sitting[each] for each in review_ids]


def _has_copy(
    session: Session, kind: type[Note] | type[Decision], review: Review, key: str
) -> bool:
    wanted = select(kind.id).where(
        kind.review_id == review.id,
        (kind.shared_key == key) | (kind.id == key),
        kind.removed_at.is_(None),
    )
    return session.scalars(wanted).first() is not None


def same_person(session: Session, person_id: str | None, other: OpenReview) -> str | None:
    """The person of the same name round the other child; the note keeps who said it in words."""
    person = session.get(Person, person_id) if person_id else None
    if person is None:
        return None
    wanted = select(Person.id).where(
        Person.child_id == other.review.child_id,
        Person.name == person.name,
        Person.removed_at.is_(None),
    )
    return session.scalars(wanted).first()


def _say_who_came(session: Session, other: OpenReview, came: dict[str, str]) -> None:
    people = select(Person).where(
        Person.child_id == other.review.child_id, Person.removed_at.is_(None)
    )
    for person in session.scalars(people).all():
        attended = came.get(person.name.casefold())
        attendance = other.attendance_of(person.id)
        if attended and attendance.attended == Attended.NOT_SAID:
            attendance.attended = attended
