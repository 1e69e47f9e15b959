"""Convening a review as frozen values: the form, who is invited, what came back."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from models.problems import N_
from models.rules.recipients import CHILD_READER

THE_CHILD: Final = CHILD_READER
WHOLE_MEETING: Final = 0
TOLD_CANCELLED: Final = "cancelled"  # in Invited.told: they know that it does not take place


class ListState(StrEnum):
    """Where the convening of a review stands. Source: domain reference 7.2."""

    NOT_SENT = "not_sent"
    REMINDED = "reminded"
    REMINDED_AGAIN = "reminded_again"
    LATE = "late"
    RECEIVED = "received"
    HANDED_BACK = "handed_back"
    CANCELLED = "cancelled"


LIST_STATE_WORDS = {
    ListState.NOT_SENT: N_("Invitation list not here yet"),
    ListState.REMINDED: N_("Reminded once"),
    ListState.REMINDED_AGAIN: N_("Reminded twice"),
    ListState.LATE: N_("Invitation list late"),
    ListState.RECEIVED: N_("Invitation list is here"),
    ListState.HANDED_BACK: N_("Handed back to the social worker"),
    ListState.CANCELLED: N_("Cancelled"),
}


class InviteAnswer(StrEnum):
    """What somebody answered to an invitation."""

    NONE = ""
    COMING = "coming"
    VIDEO = "video"
    PHONE = "phone"
    NOT_COMING = "not_coming"
    MAYBE = "maybe"


ANSWER_WORDS = {
    InviteAnswer.NONE: N_("No answer yet"),
    InviteAnswer.COMING: N_("Comes"),
    InviteAnswer.VIDEO: N_("Joins by video"),
    InviteAnswer.PHONE: N_("Joins by phone"),
    InviteAnswer.NOT_COMING: N_("Does not come"),
    InviteAnswer.MAYBE: N_("Not sure yet"),
}


@dataclass(frozen=True)
class ConveningOnSheet:
    """The convening form of one review; without an `id` nobody has begun it."""

    id: str = ""
    list_in_on: date | None = None
    reminded_on: date | None = None
    reminded_again_on: date | None = None
    handed_back_on: date | None = None
    handed_back_why: str = ""
    room: str = ""
    travel: str = ""
    access_needs: str = ""
    interpreter: str = ""
    risk: str = ""
    calendar_sequence: int = 0
    calendar_said: str = ""
    cancelled_on: date | None = None


@dataclass(frozen=True)
class Convened:
    """What convening needs to know of one review, its child, its chair and its council."""

    id: str
    child_id: str
    number: int
    kind: str
    state: str
    chair_id: str
    due_on: date | None
    booked_on: date | None
    booked_time: str
    place: str
    mode: str
    called: str = field(metadata={"sql": "coalesce(nullif(c.chosen_name, ''), c.given_name)"})
    full_name: str = field(metadata={"sql": "trim(c.given_name || ' ' || c.family_name)"})
    born_on: date = field(metadata={"sql": "c.born_on"})
    first_language: str = field(metadata={"sql": "c.first_language"})
    childs_interpreter: str = field(metadata={"sql": "c.interpreter"})
    social_worker: str = field(metadata={"sql": "c.social_worker"})
    chair: str = field(
        metadata={"sql": "coalesce((select name from staff_member s "
                         "where s.id = review.chair_id), '')"}
    )  # fmt: skip
    moved: int = field(
        metadata={"sql": "(select count(*) from rearranged m where m.review_id = review.id "
                         "and m.removed_at is null)"}
    )  # fmt: skip
    last_moved_on: date | None = field(
        metadata={"sql": "(select max(m.asked_on) from rearranged m where m.review_id = review.id "
                         "and m.removed_at is null)"}
    )  # fmt: skip
    parts_held: int = field(
        metadata={"sql": "(select count(*) from sitting s where s.review_id = review.id "
                         "and s.removed_at is null)"}
    )  # fmt: skip


@dataclass(frozen=True)
class Invited:
    """One line of the invitation list: somebody, whether they are invited, what went and came.

    `reader` is a person's id or THE_CHILD. `form` is a key of models.rules.forms, "" for none.
    """

    reader: str
    name: str
    role: str
    what_they_are: str
    has_responsibility: bool
    is_invited: bool
    not_invited_why: str
    part: str
    form: str
    needs_interpreter: bool
    way: str
    address: str
    email: str
    invited_on: date | None = None
    form_sent_on: date | None = None
    form_back_on: date | None = None
    answer: str = ""
    told: str = ""
    told_on: date | None = None
    told_time: str = ""
    hide_place: bool = False

    @property
    def is_child(self) -> bool:
        """Whether it is the child's own line."""
        return self.reader == THE_CHILD

    @property
    def waits_for_notice(self) -> bool:
        """Whether they were invited and do not know yet that they need not come."""
        return self.invited_on is not None and self.told != TOLD_CANCELLED

    @property
    def is_taken_off(self) -> bool:
        """Whether they were taken off the list after they had been invited."""
        return self.invited_on is not None and not self.is_invited

    @property
    def is_settled(self) -> bool:
        """Whether it is said that they are invited, or why not."""
        return self.is_child or self.is_invited or bool(self.not_invited_why.strip())


def told_of(on: date | None, at: str, place: str) -> str:
    """A digest of a day, time and place that somebody is invited to."""
    return hashlib.sha256("\n".join((str(on or ""), at, place.strip())).encode()).hexdigest()


def was_moved(line: Invited, on: date | None, at: str, place: str) -> bool:
    """Whether somebody was invited to another day, time or place than these."""
    shown = "" if line.hide_place else place
    return bool(line.invited_on and line.told) and line.told != told_of(on, at, shown)


@dataclass(frozen=True)
class MeetingPart:
    """A part of the meeting that somebody comes to; number 0 is the whole of it.

    Units: `begins` and `ends` are "16:00", empty where it was not said.
    """

    number: int
    words: str = ""
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True)
class FormBack:
    """A form that came back. `has_scan` says whether a scan is attached, here or elsewhere."""

    id: str
    reader: str
    form: str
    back_on: date
    way: str
    words: str
    taken_in_on: date | None
    media_type: str
    digest: str
    has_scan: bool = field(metadata={"sql": "returned_form.digest <> ''"})
