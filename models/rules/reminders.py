"""Who is reminded of which clock, when, how often, and who hears of it after that: as data.

A council changes any of it (Council.reminders). They are shown on the day, never sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from models.rules import timescales
from models.rules.marking import N_
from models.rules.timescale import Timescale
from models.rules.working_days import WorkingDays

SOURCE: Final = "Domain reference 7.1 and 7.2: two reminders, then it goes to somebody else; ours"
IRO, SUPPORT, MANAGER = "iro", "business_support", "manager"
"""As models.sync.roles names them."""
ROLE_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {IRO: N_("IRO"), SUPPORT: N_("Business support"), MANAGER: N_("Manager of the service")}
)
FORMS_BACK: Final = "forms_back"
NO_DATE: Final = "no_date"
HANDED_BACK: Final = "handed_back"
MOST_DAYS: Final = 90
MOST_TIMES: Final = 10


@dataclass(frozen=True)
class ReminderRule:
    """When somebody is reminded of one clock.

    The first reminder comes `days_before` its limit, another each `again_after`, `most` in all;
    after that it also stands with `escalates_to`, "" for nobody. Units: working days.
    """

    clock: str
    name: str
    to: str
    days_before: int
    again_after: int
    most: int
    escalates_to: str = ""


def _of(scale: Timescale, to: str, before: int, again: int, most: int,
        escalates_to: str = "") -> ReminderRule:  # fmt: skip
    return ReminderRule(scale.id, scale.name, to, before, again, most, escalates_to)


RULES: Mapping[str, ReminderRule] = MappingProxyType(
    {
        rule.clock: rule
        for rule in (
            _of(timescales.REVIEWING_OFFICER_NAMED, MANAGER, 3, 1, 3),
            ReminderRule(NO_DATE, N_("First review put in the diary"), IRO, 15, 3, 3, MANAGER),
            _of(timescales.INVITATION_LIST, SUPPORT, 6, 3, 2, IRO),
            ReminderRule(HANDED_BACK, N_("Review handed back: cannot convene"), IRO, 10, 2, 2,
                         MANAGER),
            _of(timescales.CONSULTATION_FORMS, SUPPORT, 2, 2, 2, MANAGER),
            _of(timescales.INVITATIONS_OUT, SUPPORT, 3, 2, 2, MANAGER),
            ReminderRule(FORMS_BACK, N_("Consultation forms back"), SUPPORT, 3, 2, 2, IRO),
            _of(timescales.REPORTS_IN, IRO, 2, 1, 2, MANAGER),
            _of(timescales.DECISIONS_WRITTEN, IRO, 2, 1, 2, MANAGER),
            _of(timescales.MANAGER_REPLIES, MANAGER, 2, 1, 2),
            _of(timescales.DECISIONS_SENT, SUPPORT, 2, 1, 2, MANAGER),
            _of(timescales.RECORD_WRITTEN, IRO, 3, 2, 2, MANAGER),
            _of(timescales.RECORD_SENT, SUPPORT, 3, 2, 2, MANAGER),
            _of(timescales.LETTER_SENT, IRO, 5, 3, 2, MANAGER),
        )
    }
)  # fmt: skip
"""The usual rules by clock: an id of models.rules.timescales, or one of the four named above."""


@dataclass(frozen=True)
class Stands:
    """That a reminder stands: the which-th it is, and whether it has gone on to somebody else."""

    number: int
    is_late: bool
    has_gone_on: bool


def rules_with(changes: Mapping[str, object]) -> Mapping[str, ReminderRule]:
    """Give the rules with a council's changes; what cannot be so is passed over."""
    return {clock: _changed(rule, changes.get(clock)) for clock, rule in RULES.items()}


def change_of(rule: ReminderRule) -> dict[str, object]:
    """Give a rule as a council's change is kept."""
    return {
        "to": rule.to,
        "days_before": rule.days_before,
        "again_after": rule.again_after,
        "most": rule.most,
        "escalates_to": rule.escalates_to,
    }


def stands(rule: ReminderRule, due_on: date, today: date, calendar: WorkingDays) -> Stands | None:
    """Say how a reminder stands today, or None before its first day.

    Raises: BeyondCalendar.
    """
    first = calendar.before(due_on, rule.days_before)
    if rule.most < 1 or today < first:
        return None
    number, day = 1, first
    while number <= rule.most and (day := calendar.after(day, rule.again_after)) <= today:
        number += 1
    has_gone_on = bool(rule.escalates_to) and number > rule.most
    return Stands(min(number, rule.most), today > due_on, has_gone_on)


def _changed(rule: ReminderRule, change: object) -> ReminderRule:
    if not isinstance(change, Mapping):
        return rule
    return replace(
        rule,
        to=_role(change.get("to"), rule.to),
        days_before=_number(change.get("days_before"), rule.days_before, 0, MOST_DAYS),
        again_after=_number(change.get("again_after"), rule.again_after, 1, MOST_DAYS),
        most=_number(change.get("most"), rule.most, 0, MOST_TIMES),
        escalates_to=_role(change.get("escalates_to"), rule.escalates_to, nobody=True),
    )


def _role(given: object, usual: str, *, nobody: bool = False) -> str:
    if isinstance(given, str) and (given in ROLE_NAMES or (nobody and not given)):
        return given
    return usual


def _number(given: object, usual: int, least: int, most: int) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        return usual
    return given if least <= given <= most else usual
