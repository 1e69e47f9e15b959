"""Where the decisions of a review stand, from draft to distributed, and what holds them up.

Source: domain reference 2.1 T31 to T36, 2.3 rule 20 and 6.2 (order of finalising).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from models.rules.marking import N_
from models.rules.timescale import limit
from models.rules.timescales import DECISIONS_WRITTEN, MANAGER_REPLIES, RECORD_SENT
from models.rules.working_days import BeyondCalendar, WorkingDays

_AGREED, _QUERY, _OBJECTION = "agreed", "query", "objection"
_NOT_YET, _STANDS = "", "stands"
_SHEET = "decisions"


class Standing(StrEnum):
    """One step of finalising."""

    DRAFT = "draft"
    WITH_MANAGER = "with_manager"
    AGREED = "agreed"
    NO_REPLY = "no_reply"
    DISPUTED = "disputed"
    FINAL = "final"
    DISTRIBUTED = "distributed"


class _Met(Protocol):
    @property
    def clock(self) -> str: ...
    @property
    def met_on(self) -> date: ...


class _Answer(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def decision_id(self) -> str | None: ...
    @property
    def version(self) -> int: ...
    @property
    def reply(self) -> str: ...
    @property
    def settled(self) -> str: ...


class _Change(Protocol):
    @property
    def version(self) -> int: ...


class _Decided(Protocol):
    @property
    def id(self) -> str: ...


class _Paper(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def issued_at(self) -> datetime: ...


class _Council(Protocol):
    @property
    def silence_stands(self) -> bool: ...


class _Reviewed(Protocol):
    """What the standing of the decisions is read from: the sheet of a review has all of it."""

    @property
    def finalised_on(self) -> date | None: ...
    @property
    def milestones(self) -> Sequence[_Met]: ...
    @property
    def replies(self) -> Sequence[_Answer]: ...
    @property
    def decision_changes(self) -> Sequence[_Change]: ...
    @property
    def decisions(self) -> Sequence[_Decided]: ...
    @property
    def documents(self) -> Sequence[_Paper]: ...
    @property
    def council(self) -> _Council | None: ...


@dataclass(frozen=True)
class DecisionsStanding:
    """How the decisions stand on one day.

    `version` is that of the newest sheet, 0 before the first; `sent_on` the day that one went,
    and `written_on` the day of the first (T31). `reply_by` is the manager's last day (T32).
    `disputed` are the decisions that the manager objects to; the others stand by themselves.
    `why` says why it stands so, with {day} for the last day of the answer.
    """

    state: Standing
    version: int = 0
    written_on: date | None = None
    sent_on: date | None = None
    reply_by: date | None = None
    final_on: date | None = None
    open_replies: tuple[str, ...] = ()
    disputed: frozenset[str] = frozenset()
    others_stand: bool = False
    is_amended: bool = False
    why: str = ""

    @property
    def may_finalise(self) -> bool:
        """Whether the record can be made final now."""
        settled = not self.open_replies and not self.is_amended and self.others_stand
        return settled and self.final_on is None

    def is_decided(self, decision_id: str) -> bool:
        """Whether this decision may be told as a fact."""
        return self.others_stand and decision_id not in self.disputed


def standing_of_decisions(
    sheet: _Reviewed, today: date, calendar: WorkingDays
) -> DecisionsStanding:
    """How the decisions of a review stand on this day."""
    met = {each.clock: each.met_on for each in sheet.milestones}
    version, sent_on = _sent(sheet, met.get(DECISIONS_WRITTEN.id))
    found = DecisionsStanding(
        Standing.DRAFT,
        version,
        met.get(DECISIONS_WRITTEN.id),
        sent_on,
        _reply_by(sent_on, calendar),
        sheet.finalised_on,
        _open(sheet),
        _disputed(sheet),
        is_amended=version > 0 and any(each.version >= version for each in sheet.decision_changes),
    )
    state, stand, why = _state(sheet, met, found, today)
    return DecisionsStanding(**{**vars(found), "state": state, "others_stand": stand, "why": why})


def _state(
    sheet: _Reviewed, met: dict[str, date], found: DecisionsStanding, today: date
) -> tuple[Standing, bool, str]:
    if found.final_on is not None:
        return (Standing.DISTRIBUTED if RECORD_SENT.id in met else Standing.FINAL), True, ""
    if found.sent_on is None:
        return Standing.DRAFT, False, N_("The decisions have not gone to the manager yet.")
    agreed, stand, why = _by_answer_or_silence(sheet, met, found, today)
    if found.disputed:
        return Standing.DISPUTED, stand, _why_disputed(found)
    if found.open_replies or found.is_amended:
        asked = N_("The manager asked something; answer it first.")
        amended = N_("The decisions were amended after the sheet went. Send a new version.")
        return Standing.WITH_MANAGER, False, asked if found.open_replies else amended
    silent = Standing.NO_REPLY if stand else Standing.WITH_MANAGER
    return (Standing.AGREED if agreed else silent), stand, why


def _by_answer_or_silence(
    sheet: _Reviewed, met: dict[str, date], found: DecisionsStanding, today: date
) -> tuple[bool, bool, str]:
    """Whether the manager agreed, whether what is not disputed stands, and why."""
    if _is_agreed(sheet, found):
        return True, True, N_("The manager agreed.")
    if found.disputed and {each.id for each in sheet.decisions} <= found.disputed:
        return False, True, N_("The manager answered all of them.")
    if MANAGER_REPLIES.id in met and not sheet.replies:
        return False, True, N_("It was noted that the manager has answered.")
    if found.reply_by is not None and today <= found.reply_by:
        return False, False, N_("The manager has until {day} to answer.")
    if sheet.council is not None and not sheet.council.silence_stands:
        said = N_("The manager did not answer by {day}. Here decisions wait for an answer.")
        return False, False, said
    return False, True, N_("There was no reply by {day}, so the decisions stand.")


def _why_disputed(found: DecisionsStanding) -> str:
    if found.open_replies:
        return N_("The manager objects. Say what became of it first.")
    return N_("The manager objects; the decision stays, with the manager’s reason beside it.")


def _is_agreed(sheet: _Reviewed, found: DecisionsStanding) -> bool:
    """Whether all was agreed at once, or everything that is not disputed one by one."""
    yes = [
        each for each in sheet.replies if each.reply == _AGREED and each.version >= found.version
    ]
    if any(each.decision_id is None for each in yes):
        return True
    agreed = {each.decision_id for each in yes}
    rest = {each.id for each in sheet.decisions} - found.disputed
    return bool(rest) and rest <= agreed


def _sent(sheet: _Reviewed, written_on: date | None) -> tuple[int, date | None]:
    """The newest sheet, and the day on which it went to the manager."""
    sheets = [each for each in sheet.documents if each.kind == _SHEET]
    newest = max(sheets, key=lambda each: each.version, default=None)
    if newest is None:
        return 0, written_on
    if newest.version == 1 and written_on is not None:
        return 1, written_on
    return newest.version, newest.issued_at.date()


def _reply_by(sent_on: date | None, calendar: WorkingDays) -> date | None:
    """The manager's last day; none where it cannot be counted."""
    if sent_on is None:
        return None
    try:
        return limit(MANAGER_REPLIES, sent_on, calendar)
    except BeyondCalendar:
        return None


def _open(sheet: _Reviewed) -> tuple[str, ...]:
    return tuple(
        each.id
        for each in sheet.replies
        if each.reply in (_QUERY, _OBJECTION) and each.settled == _NOT_YET
    )


def _disputed(sheet: _Reviewed) -> frozenset[str]:
    """The decisions that the manager objects to; an objection to the whole is to each."""
    against = [
        each.decision_id
        for each in sheet.replies
        if each.reply == _OBJECTION and each.settled in (_NOT_YET, _STANDS)
    ]
    if None in against:
        return frozenset(each.id for each in sheet.decisions)
    return frozenset(each for each in against if each is not None)
