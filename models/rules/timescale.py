"""What a limit is: how long, in what unit, from which day; and the day it falls on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.working_days import WorkingDays, add_months


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Kind(StrEnum):
    """How binding a limit is: law, statutory guidance, one council's way, or our choice."""

    LAW = "law"
    GUIDE = "guide"
    LOCAL = "local"
    DESIGN = "design"


class Start(StrEnum):
    """The day that a limit is counted from."""

    LOOKED_AFTER = "looked_after"
    FIRST_REVIEW = "first_review"
    PREVIOUS_REVIEW = "previous_review"
    REVIEW = "review"
    EVENT = "event"
    ADJOURNED_MEETING = "adjourned_meeting"
    FIRST_PART = "first_part"
    COMPLETION = "completion"
    DECISIONS_RECEIVED = "decisions_received"
    NOTICE = "notice"
    ALERT = "alert"
    VACANCY = "vacancy"
    FIRST_PLACEMENT = "first_placement"
    AUTHORITY_TO_PLACE = "authority_to_place"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    FIRST_STAY = "first_stay"
    SECURE_START = "secure_start"
    SIXTEENTH_BIRTHDAY = "sixteenth_birthday"
    STRATEGY_DISCUSSION = "strategy_discussion"
    FIRST_CONFERENCE = "first_conference"
    PREVIOUS_CONFERENCE = "previous_conference"


DAYS_IN_ONE: Mapping[Unit, int] = MappingProxyType({Unit.DAYS: 1, Unit.WEEKS: 7})

START_NAMES: Mapping[Start, str] = MappingProxyType(
    {
        Start.LOOKED_AFTER: N_("the day the child became looked after"),
        Start.FIRST_REVIEW: N_("the first review"),
        Start.PREVIOUS_REVIEW: N_("the review before"),
        Start.REVIEW: N_("the review"),
        Start.EVENT: N_("the event"),
        Start.ADJOURNED_MEETING: N_("the meeting that was adjourned"),
        Start.FIRST_PART: N_("the first part of the review"),
        Start.COMPLETION: N_("the day the review was completed"),
        Start.DECISIONS_RECEIVED: N_("the day the manager received the decisions"),
        Start.NOTICE: N_("the formal notice"),
        Start.ALERT: N_("the alert"),
        Start.VACANCY: N_("the day the post fell vacant"),
        Start.FIRST_PLACEMENT: N_("the start of the first placement"),
        Start.AUTHORITY_TO_PLACE: N_("the day authority to place for adoption was gained"),
        Start.PLACED_FOR_ADOPTION: N_("the day the child was placed for adoption"),
        Start.FIRST_STAY: N_("the first short break"),
        Start.SECURE_START: N_("the start of secure accommodation"),
        Start.SIXTEENTH_BIRTHDAY: N_("the sixteenth birthday"),
        Start.STRATEGY_DISCUSSION: N_("the strategy discussion"),
        Start.FIRST_CONFERENCE: N_("the first child protection conference"),
        Start.PREVIOUS_CONFERENCE: N_("the conference before"),
    }
)


@dataclass(frozen=True)
class Timescale:
    """One limit, counted on from its start, or back from it ("at least 3 days before").

    Units: `length` is in `unit`. `in_force_from` is None where the source gives no day.
    """

    id: str
    name: str
    length: int
    unit: Unit
    starts_from: Start
    kind: Kind
    source: str
    in_force_from: date | None
    counted_back: bool = False


def limit(timescale: Timescale, start: date, calendar: WorkingDays) -> date:
    """Give the last day that is still in time; the whole of that day counts.

    A limit in days, weeks or months is not moved when it falls on a weekend or holiday.

    Raises: BeyondCalendar if it is in working days and the bank holidays are not known.
    """
    if timescale.unit is Unit.WORKING_DAYS:
        count = calendar.before if timescale.counted_back else calendar.after
        return count(start, timescale.length)
    length = -timescale.length if timescale.counted_back else timescale.length
    if timescale.unit is Unit.MONTHS:
        return add_months(start, length)
    return start + timedelta(days=length * DAYS_IN_ONE[timescale.unit])
