"""The convening desk: the reviews to be called together, and children new in care without one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.convening_list import (
    ALIVE,
    convening_clocks,
    invitation_lists,
    last_working_day,
    list_state,
    read_convenings,
)
from models.convening_on_sheet import (
    Convened,
    ConveningOnSheet,
    Invited,
    ListState,
    was_moved,
)
from models.plain_reading import Connection, read_all
from models.problems import N_
from models.rules import timescales
from models.rules.timescale import limit
from models.rules.working_days import WorkingDays

_BEGAN = (
    "(select max(p.began_on) from care_period p where p.child_id = child.id "
    "and p.ended_on is null and p.removed_at is null)"
)
_TOLD = (
    "(select p.told_on from care_period p where p.child_id = child.id and p.ended_on is null "
    "and p.removed_at is null order by p.began_on desc limit 1)"
)
_NEXT = (
    "(select r.booked_on from review r where r.child_id = child.id and r.removed_at is null "
    "and r.state in ('planned', 'open', 'adjourned') order by r.booked_on is null limit 1)"
)
_HELD = (
    "exists (select 1 from review r where r.child_id = child.id and r.removed_at is null "  # noqa: S608 our own names
    f"and r.held_on >= {_BEGAN})"
)


class ToDo(StrEnum):
    """What convening a review waits for next, in the order of the work."""

    LIST = "list"
    FORMS = "forms"
    INVITE = "invite"
    INVITE_AGAIN = "invite_again"
    FORMS_BACK = "forms_back"
    TELL_CANCELLED = "tell_cancelled"
    TELL_TAKEN_OFF = "tell_taken_off"
    SOCIAL_WORKER = "social_worker"
    CANCELLED = "cancelled"
    NOTHING = "nothing"


TO_DO_WORDS = {
    ToDo.LIST: N_("Ask for the invitation list"),
    ToDo.FORMS: N_("Send the forms"),
    ToDo.INVITE: N_("Send the invitations"),
    ToDo.INVITE_AGAIN: N_("Invite again: the day, the time or the place has changed"),
    ToDo.FORMS_BACK: N_("Ask for the forms back"),
    ToDo.TELL_CANCELLED: N_("Cancelled: tell those who were invited"),
    ToDo.TELL_TAKEN_OFF: N_("Tell those who need not come any more"),
    ToDo.SOCIAL_WORKER: N_("The social worker arranges it"),
    ToDo.CANCELLED: N_("Cancelled, and everybody knows"),
    ToDo.NOTHING: N_("Everything is sent, and the forms are back"),
}
_WAITS_OF_STATE = {
    ListState.HANDED_BACK: ToDo.SOCIAL_WORKER,
    **dict.fromkeys(
        (ListState.NOT_SENT, ListState.REMINDED, ListState.REMINDED_AGAIN, ListState.LATE),
        ToDo.LIST,
    ),
}
CLOCK_OF = {
    ToDo.LIST: timescales.INVITATION_LIST.id,
    ToDo.FORMS: timescales.CONSULTATION_FORMS.id,
    ToDo.INVITE: timescales.INVITATIONS_OUT.id,
    ToDo.INVITE_AGAIN: timescales.INVITATIONS_OUT.id,
    ToDo.FORMS_BACK: timescales.REPORTS_IN.id,
}


@dataclass(frozen=True)
class ConveningLine:
    """One review to be called together: where it stands, what waits, and by when.

    `ask_by` is the working day on or before the limit `due_on`.
    """

    review: Convened
    state: ListState
    to_do: ToDo
    due_on: date | None
    ask_by: date | None
    reminded: int
    to_invite: int
    invited: int
    forms: int
    forms_sent: int
    forms_back: int

    def is_late(self, today: date) -> bool:
        """Whether what waits should have been done already."""
        return self.due_on is not None and self.due_on < today

    def is_due(self, today: date) -> bool:
        """Whether today is the last working day for what waits."""
        return self.ask_by is not None and self.ask_by <= today and not self.is_late(today)


@dataclass(frozen=True)
class NewChild:
    """A child who came into care, as a line of the list."""

    id: str
    identifier: str
    born_on: date
    social_worker: str
    iro_id: str
    full_name: str = field(metadata={"sql": "trim(child.given_name || ' ' || child.family_name)"})
    began_on: date = field(metadata={"sql": _BEGAN})
    told_on: date | None = field(metadata={"sql": _TOLD})
    booked_on: date | None = field(metadata={"sql": _NEXT})


@dataclass(frozen=True)
class NewInCare:
    """A child who came into care and has no IRO, or no day for the first review.

    Units: `iro_by` and `review_by` are the last days, T02 and T10.
    """

    child: NewChild
    iro_by: date
    review_by: date
    was_told_late: bool

    @property
    def lacks_iro(self) -> bool:
        """Whether nobody is named as their IRO."""
        return not self.child.iro_id

    @property
    def due_on(self) -> date:
        """The limit of what is lacking that comes first."""
        return min(self.iro_by, self.review_by) if self.lacks_iro else self.review_by


def to_convene(
    connection: Connection, iro_id: str | None, today: date, calendar: WorkingDays
) -> tuple[ConveningLine, ...]:
    """The booked reviews that this IRO chairs, or all, the oldest limit first.

    Those with nothing left to do, or with the social worker, come last.
    Raises: BeyondCalendar.
    """
    mine, given = ("", ()) if iro_id is None else ("and review.chair_id = ? ", (iro_id,))
    rest = (
        "join child c on c.id = review.child_id where review.removed_at is null "
        "and review.state in ('planned', 'adjourned') and review.booked_on >= ? "
        f"{mine}order by review.booked_on, review.booked_time, review.id"
    )
    found = read_all(connection, Convened, "review", rest, (today.isoformat(), *given))
    forms = read_convenings(connection, [each.id for each in found])
    lists = invitation_lists(connection, found)
    lines = (
        _line(each, forms.get(each.id, ConveningOnSheet()), lists[each.id], (today, calendar))
        for each in found
    )
    return tuple(sorted(lines, key=_oldest_limit_first))


def new_in_care(
    connection: Connection, iro_id: str | None, calendar: WorkingDays
) -> tuple[NewInCare, ...]:
    """The children new in care with no IRO, or with no day for a first review; oldest first.

    With an IRO's id only theirs, and those who are nobody's.

    Source: timescales.SERVICE_TOLD, REVIEWING_OFFICER_NAMED, FIRST_REVIEW; Raises: BeyondCalendar.
    """
    mine, given = ("", ()) if iro_id is None else ("and iro_id in (?, '') ", (iro_id,))
    rest = (
        f"where child.{ALIVE} and in_care = 1 {mine}and {_BEGAN} is not null "
        f"and (iro_id = '' or (not {_HELD} and {_NEXT} is null)) order by {_BEGAN}, id"
    )
    return tuple(_new(each, calendar) for each in read_all(connection, NewChild, "child", rest,
                                                           given))  # fmt: skip


def _new(child: NewChild, calendar: WorkingDays) -> NewInCare:
    began = child.began_on
    told_by = limit(timescales.SERVICE_TOLD, began, calendar)
    return NewInCare(
        child,
        limit(timescales.REVIEWING_OFFICER_NAMED, began, calendar),
        limit(timescales.FIRST_REVIEW, began, calendar),
        child.told_on is not None and child.told_on > told_by,
    )


def _line(
    convened: Convened,
    form: ConveningOnSheet,
    everybody: tuple[Invited, ...],
    on: tuple[date, WorkingDays],
) -> ConveningLine:
    today, calendar = on
    lines = [line for line in everybody if line.is_invited]
    with_form = [line for line in lines if line.form]
    state = list_state(form, convened.booked_on, today)
    to_do = what_waits(state, everybody, convened)
    clocks = convening_clocks(convened.booked_on, calendar) if convened.booked_on else {}
    due_on = clocks.get(CLOCK_OF.get(to_do, ""))
    return ConveningLine(
        review=convened,
        state=state,
        to_do=to_do,
        due_on=due_on,
        ask_by=last_working_day(due_on, calendar) if due_on else None,
        reminded=sum(day is not None for day in (form.reminded_on, form.reminded_again_on)),
        to_invite=len(lines),
        invited=sum(line.invited_on is not None for line in lines),
        forms=len(with_form),
        forms_sent=sum(line.form_sent_on is not None for line in with_form),
        forms_back=sum(line.form_back_on is not None for line in with_form),
    )


def what_waits(state: ListState, lines: Iterable[Invited], convened: Convened) -> ToDo:
    """What is to be done next for everybody on the list of a review."""
    everybody = tuple(lines)
    if state is ListState.CANCELLED:
        waiting = any(line.waits_for_notice for line in everybody)
        return ToDo.TELL_CANCELLED if waiting else ToDo.CANCELLED
    if any(line.is_taken_off and line.waits_for_notice for line in everybody):
        return ToDo.TELL_TAKEN_OFF
    if state in _WAITS_OF_STATE:
        return _WAITS_OF_STATE[state]
    asked = tuple(line for line in everybody if line.is_invited)
    waits = {
        ToDo.FORMS: any(line.form and line.form_sent_on is None for line in asked),
        ToDo.INVITE: any(line.invited_on is None for line in asked),
        ToDo.INVITE_AGAIN: any(was_invited_before(line, convened) for line in asked),
        ToDo.FORMS_BACK: any(line.form and line.form_back_on is None for line in asked),
    }
    return next((to_do for to_do, is_open in waits.items() if is_open), ToDo.NOTHING)


def was_invited_before(line: Invited, convened: Convened) -> bool:
    """Whether somebody was invited to another day, time or place than it now has."""
    if line.told:
        return was_moved(line, convened.booked_on, convened.booked_time, convened.place)
    moved_on = convened.last_moved_on
    return bool(moved_on and line.invited_on and line.invited_on < moved_on)


def _oldest_limit_first(line: ConveningLine) -> tuple[bool, date, str]:
    return (line.due_on is None, line.due_on or line.review.booked_on or date.max, line.review.id)
