"""What released copies there are and where each stands on its way: plain statements only."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from models.plain_reading import Connection, read_all
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sending_steps import SENT, SendingWay, Step


class CopyState(StrEnum):
    """Where one copy stands."""

    TO_CHECK = "to_check"  # a second person has to look first
    STOPPED = "stopped"  # the second person gave it back to the chair
    TO_PRINT = "to_print"
    TO_POST = "to_post"  # printed, for the post
    TO_EMAIL = "to_email"
    TO_HAND = "to_hand"  # printed, to be handed over
    TO_FILE = "to_file"
    SENT = "sent"
    RETURNED = "returned"  # it came back
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # a newer version was released before this one went


WAITING: Final = frozenset({
    CopyState.TO_CHECK, CopyState.STOPPED, CopyState.TO_PRINT, CopyState.TO_POST,
    CopyState.TO_EMAIL, CopyState.TO_HAND, CopyState.TO_FILE,
})  # fmt: skip
_NEXT: Final[dict[str, tuple[CopyState, CopyState]]] = {
    SendingWay.EMAIL: (CopyState.TO_EMAIL, CopyState.TO_EMAIL),
    SendingWay.FILE: (CopyState.TO_FILE, CopyState.TO_FILE),
    SendingWay.HAND: (CopyState.TO_PRINT, CopyState.TO_HAND),
}
_BY_POST: Final = (CopyState.TO_PRINT, CopyState.TO_POST)


_PART: Final = r"[^\s@,;:<>()\[\]\"\\\x00-\x1f\x7f-\U0010ffff]+"
_ONE_EMAIL: Final = re.compile(rf"{_PART}@{_PART}\.{_PART}")

_IN_ORDER: Final = (
    "case reader when 'child' then -1 when 'file' then 9999 else coalesce("
    "(select p.position from person p where p.id = paper_copy.reader), 999) end, "
    "reader_name, reader, kind, version, format"
)
"""The child first, then the people as they stand on the child's page, the file last."""


class Group(StrEnum):
    """The groups of the queue, in their order."""

    LATE = "late"
    TODAY = "today"
    LATER = "later"


_NOT_TO_GO: Final = frozenset({CopyState.WITHDRAWN, CopyState.REPLACED, CopyState.STOPPED})
_NEWEST: Final = (
    "(select max(q.version) from paper_copy q where q.review_id is paper_copy.review_id "
    "and q.case_id = paper_copy.case_id and q.reader = paper_copy.reader "
    "and q.kind = paper_copy.kind and q.removed_at is null)"
)
_SHOWN_FOR: Final = timedelta(days=28)
_NOT_LONG_GONE: Final = (
    "(not exists (select 1 from delivery d where d.copy_id = paper_copy.id "
    "and d.removed_at is null and d.step in ('posted', 'emailed', 'handed', 'filed') "
    'and d."on" < ?) or exists (select 1 from delivery d where d.copy_id = paper_copy.id '
    "and d.removed_at is null and d.step in ('returned', 'sent_again')))"
)


@dataclass(frozen=True)
class StepLine:
    """One step of a copy; `maker` is who wrote it, as the record itself knows."""

    id: str
    copy_id: str
    step: str
    on: date
    by: str
    note: str
    address: str
    run_id: str
    maker: str = field(metadata={"sql": "coalesce(nullif(delivery.created_by, ''), delivery.by)"})
    by_name: str = field(
        metadata={
            "sql": "coalesce((select s.name from staff_member s where s.id = delivery.by), '')"
        }
    )


@dataclass(frozen=True)
class _Copy:
    id: str
    case_id: str
    review_id: str | None
    reader: str
    reader_name: str
    role: str
    kind: str
    format: str
    version: int
    language: str
    way: str
    address: str
    email: str
    due_on: date | None
    wanted: int
    released_at: datetime
    released_by: str
    digest: str
    maker: str = field(
        metadata={"sql": "coalesce(nullif(paper_copy.created_by, ''), paper_copy.released_by)"}
    )
    is_here: bool = field(metadata={"sql": "paper_copy.pages is not null"})
    releaser: str = field(
        metadata={
            "sql": "coalesce((select s.name from staff_member s "
            "where s.id = paper_copy.released_by), '')"
        }
    )
    newest: int = field(default=1, metadata={"sql": _NEWEST})
    left_out: int = field(default=0, kw_only=True)


@dataclass(frozen=True)
class CopyLine(_Copy):
    """One released copy with the steps it took, and where it stands."""

    steps: tuple[StepLine, ...] = ()
    state: CopyState = CopyState.TO_PRINT
    where_to: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be done with it."""
        return self.state in WAITING

    @property
    def is_to_destroy(self) -> bool:
        """Whether it lies printed somewhere and is not to go."""
        return self.state in _NOT_TO_GO and self.sent_on is None and is_printed(self)

    @property
    def sent_on(self) -> date | None:
        """The day it last went."""
        days = [each.on for each in self.steps if each.step in SENT]
        return days[-1] if days else None

    @property
    def last(self) -> StepLine | None:
        """The newest step."""
        return self.steps[-1] if self.steps else None

    def noted(self, *steps: Step) -> StepLine | None:
        """The newest of these steps since the copy was last sent on its way again."""
        found = [each for each in since_sent_again(self.steps) if each.step in steps]
        return found[-1] if found else None


@dataclass(frozen=True)
class QueueLine:
    """All copies of one child and review that are on their way. Units: working days."""

    key: str
    case_id: str
    review_id: str | None
    name: str
    called: str
    number: int
    met_on: date | None
    chair: str
    copies: tuple[CopyLine, ...]
    due_on: date | None
    group: Group
    days_late: int = 0

    def only(self, *states: CopyState) -> tuple[CopyLine, ...]:
        """The copies in one of these states."""
        return tuple(each for each in self.copies if each.state in states)

    @property
    def waiting(self) -> tuple[CopyLine, ...]:
        """The copies with which something is still to be done."""
        return tuple(each for each in self.copies if each.is_waiting)


@dataclass(frozen=True)
class _Whose:
    id: str
    name: str = field(metadata={"sql": "trim(child.given_name || ' ' || child.family_name)"})
    called: str = field(
        metadata={"sql": "coalesce(nullif(child.chosen_name, ''), child.given_name)"}
    )


@dataclass(frozen=True)
class _Review:
    id: str
    number: int
    held_on: date | None
    chair: str = field(
        metadata={
            "sql": "coalesce((select s.name from staff_member s where s.id = review.chair_id), '')"
        }
    )


def since_sent_again(steps: Sequence[StepLine]) -> Sequence[StepLine]:
    """The steps of the last time that a copy was sent on its way."""
    again = [at for at, each in enumerate(steps) if each.step == Step.SENT_AGAIN]
    return steps[again[-1] + 1 :] if again else steps


def is_looked_at(copy: CopyLine) -> bool:
    """Whether another person than who released it, or changed where it goes, looked at it."""
    readdressed = [at for at, each in enumerate(copy.steps) if _goes_elsewhere(each)]
    begin = readdressed[-1] if readdressed else -1
    own = {copy.maker, *(copy.steps[at].maker for at in readdressed[-1:])}
    looks = [each for each in copy.steps[begin + 1 :] if each.step in (Step.CHECKED, Step.STOPPED)]
    return bool(looks) and looks[-1].step == Step.CHECKED and looks[-1].maker not in own


def is_printed(copy: CopyLine) -> bool:
    """Whether it is printed, with the address that it goes to now."""
    now = [each.step for each in since_sent_again(copy.steps)]
    since = max(_last(now, Step.NEW_ADDRESS), _last(now, Step.DESTROYED))
    return Step.PRINTED in now[since:]


def is_reached(copy: CopyLine) -> bool:
    """Whether somebody is reached where it goes: by an address, or by one e-mail address."""
    if copy.way == SendingWay.EMAIL:
        return _ONE_EMAIL.fullmatch(copy.where_to) is not None
    return copy.way in (SendingWay.HAND, SendingWay.FILE) or bool(copy.where_to.strip())


def _last(steps: Sequence[str], wanted: Step) -> int:
    return max((at for at, step in enumerate(steps) if step == wanted), default=0)


def _goes_elsewhere(step: StepLine) -> bool:
    return step.step in (Step.NEW_ADDRESS, Step.BY_HAND) or (
        step.step == Step.SENT_AGAIN and bool(step.address)
    )


def state_of(copy: CopyLine, *, second_look: bool) -> CopyState:
    """Where a copy stands."""
    taken = [each.step for each in copy.steps]
    if Step.WITHDRAWN in taken:
        return CopyState.WITHDRAWN
    now = [each.step for each in since_sent_again(copy.steps)]
    sent = [at for at, step in enumerate(now) if step in SENT]
    if sent:
        came_back = Step.RETURNED in now[sent[-1] :]
        return CopyState.RETURNED if came_back else CopyState.SENT
    if copy.version < copy.newest:
        return CopyState.REPLACED
    looks = [step for step in taken if step in (Step.CHECKED, Step.STOPPED)]
    if looks and looks[-1] == Step.STOPPED:
        return CopyState.STOPPED
    if second_look and not is_looked_at(copy):
        return CopyState.TO_CHECK
    first, printed = _NEXT.get(copy.way, _BY_POST)
    return printed if is_printed(copy) else first


def queue(
    connection: Connection, today: date, calendar: WorkingDays
) -> tuple[QueueLine, ...]:  # fmt: skip
    """Every child and review with released copies, whoever chairs it, the latest first.

    What went out four weeks ago and did not come back is no longer among them.
    """
    by_line: defaultdict[str, list[CopyLine]] = defaultdict(list)
    long_ago = (today - _SHOWN_FOR).isoformat()
    for copy in read_copies(connection, _NOT_LONG_GONE, (long_ago,)):
        by_line[f"{copy.case_id}/{copy.review_id or ''}"].append(copy)
    rest = "where id in (select case_id from paper_copy)"
    people = {each.id: each for each in read_all(connection, _Whose, "child", rest)}
    reviews = {each.id: each for each in _reviews(connection)}
    lines = [
        _line(key, copies, people, reviews, today, calendar) for key, copies in by_line.items()
    ]
    return tuple(sorted(lines, key=_order))


def copies_of(connection: Connection, review_id: str) -> tuple[CopyLine, ...]:
    """The released copies of one review."""
    return read_copies(connection, "paper_copy.review_id = ?", (review_id,))


def one_copy(connection: Connection, copy_id: str) -> CopyLine:
    """One released copy.

    Raises: LookupError.
    """
    found = read_copies(connection, "paper_copy.id = ?", (copy_id,))
    if not found:
        raise LookupError(copy_id)
    return found[0]


def read_copies(
    connection: Connection, where: str = "1 = 1", given: Sequence[str | None] = ()
) -> tuple[CopyLine, ...]:
    """The released copies that a condition of ours picks."""
    rest = f"where paper_copy.removed_at is null and {where} order by {_IN_ORDER}"
    plain = read_all(connection, _Copy, "paper_copy", rest, given)
    steps = _steps(connection, plain)
    second_look = {
        case for (case,) in connection.execute(
            "select p.case_id from paper_copy p join council c on c.authority_id = p.authority_id "
            "where c.second_look = 1 group by p.case_id"
        )
    }  # fmt: skip
    return tuple(
        _with_state(each, steps[each.id], second_look=each.case_id in second_look)
        for each in plain
    )


def read_pages(connection: Connection, copy_id: str) -> tuple[bytes | None, str]:
    """The pages of a copy as they lie here, and the digest they must have.

    Raises: LookupError.
    """
    row = connection.execute(
        "select pages, digest from paper_copy where id = ?", (copy_id,)
    ).fetchone()
    if row is None:
        raise LookupError(copy_id)
    return (None if row[0] is None else bytes(row[0])), str(row[1])


def _with_state(copy: _Copy, steps: Sequence[StepLine], *, second_look: bool) -> CopyLine:
    by_hand = _last([each.step for each in steps], Step.BY_HAND) if steps else 0
    way = copy.way
    if any(each.step == Step.BY_HAND for each in steps):
        way = SendingWay.HAND.value
    own = copy.email if way == SendingWay.EMAIL else copy.address
    addresses = [own, *(each.address for each in steps[by_hand:] if each.address)]
    line = CopyLine(**{**vars(copy), "way": way}, steps=tuple(steps), where_to=addresses[-1])
    return replace(line, state=state_of(line, second_look=second_look))


def _steps(connection: Connection, copies: Iterable[_Copy]) -> dict[str, list[StepLine]]:
    found: dict[str, list[StepLine]] = {each.id: [] for each in copies}
    rest = (
        "where removed_at is null and copy_id in (select value from json_each(?)) "
        "order by created_at, id"
    )
    for step in read_all(connection, StepLine, "delivery", rest, (json.dumps(list(found)),)):
        found[step.copy_id].append(step)
    return found


def _reviews(connection: Connection) -> tuple[_Review, ...]:
    rest = "where id in (select review_id from paper_copy)"
    return read_all(connection, _Review, "review", rest)


def _line(
    key: str, copies: Sequence[CopyLine], people: dict[str, _Whose],
    reviews: dict[str, _Review], today: date, calendar: WorkingDays,
) -> QueueLine:  # fmt: skip
    first = copies[0]
    child = people.get(first.case_id, _Whose(first.case_id, "", ""))
    review = reviews.get(first.review_id or "", _Review("", 0, None, ""))
    due_on = min((each.due_on for each in copies if each.is_waiting and each.due_on), default=None)
    group = Group.LATER
    if due_on is not None and due_on <= today:
        group = Group.LATE if due_on < today else Group.TODAY
    return QueueLine(
        key, first.case_id, first.review_id, child.name, child.called, review.number,
        review.held_on, review.chair, tuple(copies), due_on, group,
        _days_late(due_on, today, calendar),
    )  # fmt: skip


def _days_late(due_on: date | None, today: date, calendar: WorkingDays) -> int:
    if due_on is None or due_on >= today:
        return 0
    try:
        return max(1, calendar.between(due_on, today))
    except BeyondCalendar:
        return (today - due_on).days


def _order(line: QueueLine) -> tuple[date, str, str]:
    return line.due_on or date.max, line.name, line.key
