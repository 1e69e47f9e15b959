"""The IRO's lists: children, next reviews, what is due and what is late. Plain statements only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from models.owed import REPLY, Owed, owed
from models.plain_reading import Connection, read_all
from models.rules.deadlines import resume_by
from models.rules.timescales import RESUMED
from models.rules.working_days import WorkingDays

ALIVE = "removed_at is null"
_LAST_LETTER = (
    "(select max(m.met_on) from review r join milestone m on m.review_id = r.id "
    "where r.child_id = child.id and m.clock = 'T37' and m.removed_at is null)"
)
LETTER_OWED = (
    "r.clocks_open = 1 and r.removed_at is null and not exists (select 1 from milestone m "
    "where m.review_id = r.id and m.clock = 'T37' and m.removed_at is null)"
)
_LETTER_OWED_SINCE = (
    f"(select min(r.completed_on) from review r where r.child_id = child.id and {LETTER_OWED})"  # noqa: S608 our own names
)
_OWED_SINCE = (
    "(select min(r.completed_on) from review r where r.child_id = child.id and r.clocks_open = 1)"
)
_UNDER_WAY = (
    "(select r.id from review r where r.child_id = child.id "
    "and r.state in ('open', 'adjourned') limit 1)"
)
_ADJOURNED = (
    "exists (select 1 from review r where r.child_id = child.id and r.state = 'adjourned')"
)
_HERE = "exists (select 1 from shared_case s where s.case_id = child.case_id and {that})"
_WISHES = "(select count(*) from wish w where w.review_id = review.id and w.removed_at is null)"
_ASKED = (
    "(select count(*) from attendance a where a.review_id = review.id and a.invited = 1 "
    "and a.removed_at is null)"
)
NOT_DUE = "9999-12-31"  # sorts after every real day: children with no review to come


@dataclass(frozen=True)
class Only:
    """A condition that narrows the list down, with its values."""

    sql: str = "1 = 1"
    given: tuple[str, ...] = ()


EVERYONE = Only()


def _whose(column: str, iro_id: str | None) -> Only:
    return EVERYONE if iro_id is None else Only(f"{column} = ?", (iro_id,))


@dataclass(frozen=True)
class ChildLine:
    """One child as a line of the list."""

    id: str
    identifier: str
    given_name: str
    family_name: str
    chosen_name: str
    pronouns: str
    born_on: date
    lives_with: str
    social_worker: str
    first_language: str
    interpreter: str
    legal_status: str
    review_due_on: date | None
    review_due_clock: str
    review_counted_from: date | None
    reviews_held: int
    last_reviewed_on: date | None
    booked_on: date | None
    in_care: bool
    last_letter_on: date | None = field(metadata={"sql": _LAST_LETTER})
    owed_since: date | None = field(metadata={"sql": _OWED_SINCE})
    under_way_id: str | None = field(metadata={"sql": _UNDER_WAY})
    is_adjourned: bool = field(metadata={"sql": _ADJOURNED})
    is_restricted: bool = field(metadata={"sql": _HERE.format(that="s.restricted = 1")})
    is_cover: bool = field(metadata={"sql": _HERE.format(that="s.kind = 'cover'")})
    letter_owed_since: date | None = field(metadata={"sql": _LETTER_OWED_SINCE})

    @property
    def called(self) -> str:
        """The name the child chose, or their given name."""
        return self.chosen_name or self.given_name

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class ReviewLine:
    """A review to come, or under way."""

    id: str
    child_id: str
    number: int
    state: str
    booked_on: date | None
    booked_time: str
    place: str
    mode: str
    held_on: date | None
    called: str = field(metadata={"sql": "coalesce(nullif(c.chosen_name, ''), c.given_name)"})
    full_name: str = field(metadata={"sql": "trim(c.given_name || ' ' || c.family_name)"})
    pronouns: str = field(metadata={"sql": "c.pronouns"})
    born_on: date = field(metadata={"sql": "c.born_on"})
    interpreter: str = field(metadata={"sql": "c.interpreter"})
    review_due_on: date | None = field(metadata={"sql": "c.review_due_on"})
    first_language: str = field(metadata={"sql": "c.first_language"})
    lives_with: str = field(metadata={"sql": "c.lives_with"})
    wishes: int = field(metadata={"sql": _WISHES})
    asked: int = field(metadata={"sql": _ASKED})


@dataclass(frozen=True)
class DueLine:
    """Something due or late: which clock, counted from when, for which child and review."""

    clock: str
    counted_from: date
    due_on: date
    child_id: str
    review_id: str | None
    full_name: str


@dataclass(frozen=True)
class _Finished:
    """A finished review with clocks still open."""

    id: str
    child_id: str
    completed_on: date
    midpoint_on: date | None
    full_name: str = field(metadata={"sql": "trim(c.given_name || ' ' || c.family_name)"})


@dataclass(frozen=True)
class _Adjourned:
    """A review that was adjourned and is to be resumed."""

    id: str
    child_id: str
    full_name: str = field(metadata={"sql": "trim(c.given_name || ' ' || c.family_name)"})
    adjourned_on: date = field(
        metadata={"sql": "(select max(s.held_on) from sitting s where s.review_id = review.id)"}
    )


def children(
    connection: Connection,
    iro_id: str | None = None,
    after: ChildLine | None = None,
    most: int = 200,
    only: Only = EVERYONE,
) -> tuple[ChildLine, ...]:
    """Children in care by the next day a review is due: one IRO's, or everyone's (None).

    Gives at most so many, those that come after the line `after`.
    """
    where, given = f"{ALIVE} and in_care = 1 and {only.sql}", list(only.given)
    if iro_id is not None:
        where, given = f"{where} and iro_id = ?", [*given, iro_id]
    dated = (
        () if after and not after.review_due_on else _dated(connection, where, given, after, most)
    )
    room = most - len(dated)
    if not room:
        return dated
    past = after.id if after and not after.review_due_on else ""
    rest = f"where {where} and review_due_on is null and id > ? order by id limit ?"
    return dated + read_all(connection, ChildLine, "child", rest, (*given, past, room))


def _dated(
    connection: Connection, where: str, given: list[str], after: ChildLine | None, most: int
) -> tuple[ChildLine, ...]:
    """Those with a day: asked for by themselves, so that the index gives them in order."""
    due_on = after.review_due_on.isoformat() if after and after.review_due_on else ""
    rest = f"where {where} and (review_due_on, id) > (?, ?) order by review_due_on, id limit ?"
    past = (due_on, after.id if after else "")
    return read_all(connection, ChildLine, "child", rest, (*given, *past, most))


def count_children(
    connection: Connection, iro_id: str | None = None, only: Only = EVERYONE
) -> int:
    """How many children in care there are: one IRO's, or everyone's (None)."""
    mine = "" if iro_id is None else " and iro_id = ?"
    statement = f"select count(*) from child where {ALIVE} and in_care = 1 and {only.sql}{mine}"  # noqa: S608 our own names
    given = only.given if iro_id is None else (*only.given, iro_id)
    return int(connection.execute(statement, given).fetchone()[0])


def search_words(typed: str) -> str:
    """What was typed as a search for words that begin so; empty when there is nothing to find."""
    words = "".join(letter if letter.isalnum() else " " for letter in typed).split()
    return " ".join(f'"{word}"*' for word in words)


def find_children(
    connection: Connection,
    typed: str,
    iro_id: str | None = None,
    most: int = 200,
    only: Only = EVERYONE,
) -> tuple[ChildLine, ...]:
    """Children whose names, identifier or social worker begin with what was typed.

    By the next day a review is due, unless there are more than so many.
    """
    words = search_words(typed)
    if not words:
        return children(connection, iro_id, most=most, only=only)
    if iro_id is None:
        found = _found_among_all(connection, words, most, only)
    else:
        found = _found_among_own(connection, words, iro_id, most, only)
    return tuple(sorted(found, key=_soonest_first)) if len(found) < most else found


def _found_among_all(
    connection: Connection, words: str, most: int, only: Only
) -> tuple[ChildLine, ...]:
    rest = (
        "join child_search on child_search.rowid = child.rowid "
        f"where child_search match ? and child.{ALIVE} and {only.sql} "
        "order by child_search.rowid limit ?"
    )
    return read_all(connection, ChildLine, "child", rest, (words, *only.given, most))


def _found_among_own(
    connection: Connection, words: str, iro_id: str, most: int, only: Only
) -> tuple[ChildLine, ...]:
    """Of one IRO's few children those that match: never each match among everyone's."""
    rest = (
        f"where child.iro_id = ? and child.{ALIVE} and {only.sql} and child.rowid in "  # noqa: S608 our own names
        "(select rowid from child_search where child_search match ?) limit ?"
    )
    return read_all(connection, ChildLine, "child", rest, (iro_id, *only.given, words, most))


def _soonest_first(line: ChildLine) -> tuple[str, str]:
    return (line.review_due_on.isoformat() if line.review_due_on else NOT_DUE, line.id)


def reviews_to_come(
    connection: Connection, iro_id: str | None, first: date, last: date
) -> tuple[ReviewLine, ...]:
    """The reviews this IRO chairs, or all, booked from one day to another, or under way."""
    chaired = _whose("review.chair_id", iro_id)
    rest = (
        f"join child c on c.id = review.child_id where {chaired.sql} "
        "and review.removed_at is null and (review.state in ('open', 'adjourned') "
        "or (review.state = 'planned' and review.booked_on between ? and ?)) "
        "order by coalesce(review.booked_on, review.held_on), review.booked_time, review.id"
    )
    given = (*chaired.given, first.isoformat(), last.isoformat())
    return read_all(connection, ReviewLine, "review", rest, given)


def review_to_come(connection: Connection, child_id: str) -> str:
    """The id of the child's review that is under way, or else planned; nothing without one."""
    row = connection.execute(
        "select id from review where child_id = ? and removed_at is null "
        "and state in ('open', 'adjourned', 'planned') order by state = 'planned' limit 1",
        (child_id,),
    ).fetchone()
    return "" if row is None else str(row[0])


def what_is_due(
    connection: Connection, iro_id: str | None, today: date, until: date, calendar: WorkingDays
) -> tuple[DueLine, ...]:
    """All that this IRO, or any, owes by `until`, or owes already: soonest first.

    Reviews not yet held (T10 to T12 and the rest), adjourned reviews (T30), and what follows
    a review (T31 to T37, T50). Raises: BeyondCalendar.
    """
    found = [
        *_reviews_due(connection, iro_id, until),
        *_to_resume(connection, iro_id, calendar),
        *_after_reviews(connection, iro_id, calendar),
    ]
    return tuple(
        sorted(
            (line for line in found if line.due_on <= until and not _stands(line, today)),
            key=lambda line: (line.due_on, line.full_name, line.clock),
        )
    )


def _stands(line: DueLine, today: date) -> bool:
    """Whether the manager's silence has settled it: past its day nobody owes an answer."""
    return line.clock == REPLY and line.due_on < today


def _reviews_due(connection: Connection, iro_id: str | None, until: date) -> Iterable[DueLine]:
    own = _whose("iro_id", iro_id)
    rest = (
        f"where {own.sql} and in_care = 1 and removed_at is null and review_due_on <= ? "  # noqa: S608 our own names
        "and not exists (select 1 from review r where r.child_id = child.id "
        "and r.state in ('open', 'adjourned')) order by review_due_on"
    )
    for line in read_all(connection, ChildLine, "child", rest, (*own.given, until.isoformat())):
        if line.review_due_on is not None and line.review_counted_from is not None:
            yield DueLine(
                line.review_due_clock,
                line.review_counted_from,
                line.review_due_on,
                line.id,
                None,
                line.full_name,
            )


def _to_resume(
    connection: Connection, iro_id: str | None, calendar: WorkingDays
) -> Iterable[DueLine]:
    chaired = _whose("review.chair_id", iro_id)
    rest = (
        "join child c on c.id = review.child_id "
        f"where {chaired.sql} and review.state = 'adjourned' and review.removed_at is null"
    )
    for line in read_all(connection, _Adjourned, "review", rest, chaired.given):
        due = resume_by(line.adjourned_on, calendar)
        yield DueLine(RESUMED.id, line.adjourned_on, due, line.child_id, line.id, line.full_name)


def _after_reviews(
    connection: Connection, iro_id: str | None, calendar: WorkingDays
) -> Iterable[DueLine]:
    chaired = _whose("review.chair_id", iro_id)
    rest = (
        f"join child c on c.id = review.child_id where {chaired.sql} "
        "and review.clocks_open = 1 and review.removed_at is null"
    )
    for review in read_all(connection, _Finished, "review", rest, chaired.given):
        for each in owed_after(
            connection, review.id, review.completed_on, review.midpoint_on, calendar
        ):
            yield DueLine(
                each.clock,
                each.counted_from,
                each.due_on,
                review.child_id,
                review.id,
                review.full_name,
            )


def owed_after(
    connection: Connection,
    review_id: str,
    completed_on: date,
    midpoint_on: date | None,
    calendar: WorkingDays,
) -> tuple[Owed, ...]:
    """What is still owed after one finished review. Raises: BeyondCalendar."""
    met = {
        clock: date.fromisoformat(met_on)
        for clock, met_on in connection.execute(
            f"select clock, met_on from milestone where review_id = ? and {ALIVE}",  # noqa: S608
            (review_id,),
        ).fetchall()
    }
    return owed(completed_on, met, midpoint_on, calendar)
