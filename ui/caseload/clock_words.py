"""The statutory clocks in words: what is to be done, how it stands, and how it was counted."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from models.caseload import DueLine
from models.owed import CLOCKS, MIDPOINT
from models.rules import duties, timescales
from models.rules.review_clock import Explanation, explain
from models.rules.standing import Standing, State, standing
from models.rules.timescale import START_NAMES, Kind, Unit
from models.rules.working_days import Holiday, WorkingDays
from ui.language import N_, _, date_in_words, day_in_words, ngettext

MARKED_AS_DONE: Final = frozenset({*CLOCKS, timescales.MANAGER_REPLIES.id, MIDPOINT})

_REVIEW: Final = N_("Review {name}")
_TASKS: Final = {
    "T30": N_("Go on with the review of {name}"),
    "T31": N_("Write the decisions for {name}"),
    "T32": N_("The manager’s answer on the decisions for {name}"),
    "T33": N_("Send the decisions for {name}"),
    "T34": N_("The care plan of {name}, brought up to date"),
    "T35": N_("Write the record for {name}"),
    "T36": N_("Send the record for {name}"),
    "T37": N_("Send the letter to {name}"),
    "T50": N_("Midpoint check with {name}"),
}
_ICONS: Final = {"T37": "envelope-simple", "T50": "phone", "T36": "paper-plane-tilt"}
_BINDING: Final = {
    Kind.LAW: N_("The law sets this limit."),
    Kind.GUIDE: N_("Statutory guidance sets this limit."),
    Kind.LOCAL: N_("There is no national limit; this is local practice."),
    Kind.DESIGN: N_("There is no national limit; this is what Waymark aims for."),
}


@dataclass(frozen=True)
class DueWords:
    """One thing that is due, ready to be shown: kind is plain, due or late."""

    task: str
    standing: str
    kind: str
    icon: str
    colour: str
    how_counted: str
    source: str

    @property
    def sentence(self) -> str:
        """All of it as one sentence for a screen reader."""
        return _("{task}: {standing}").format(task=self.task, standing=self.standing)


def due_words(line: DueLine, today: date, calendar: WorkingDays) -> DueWords:
    """Say one thing that is due.

    Raises: BeyondCalendar.
    """
    stands = standing(line.due_on, today, calendar)
    explained = _explained(line, calendar)
    kind = "late" if stands.is_late else "due" if stands.is_pressing else "plain"
    icon, colour = {
        "late": ("warning-circle-fill", "over"),
        "due": ("clock-fill", "due"),
        "plain": (_ICONS.get(line.clock, "clock"), "ink"),
    }[kind]
    return DueWords(
        task=_(_TASKS.get(line.clock, _REVIEW)).format(name=line.full_name),
        standing=standing_words(stands, today, explained, calendar),
        kind=kind,
        icon=icon,
        colour=colour,
        how_counted=how_counted(explained) if explained else _midpoint_words(line),
        source=source_of(line.clock),
    )


def standing_words(
    stands: Standing, today: date, explained: Explanation | None, calendar: WorkingDays
) -> str:
    """Say how something stands: late, due today or tomorrow, or on which day of how many."""
    day = day_in_words(stands.due_on, today)
    if stands.is_late:
        return late_words(stands.working_days, day)
    count = _day_count(explained, today, calendar)
    if stands.state is State.TODAY:
        words = _("Due today, day {number} of {length}") if count else _("Due today")
    elif stands.due_on == today + timedelta(days=1):
        words = (
            _("Due tomorrow, {day}: day {number} of {length}")
            if count
            else _("Due tomorrow, {day}")
        )
    else:
        words = _("Day {number} of {length}, due {day}") if count else _("Due {day}")
    return words.format(day=day, number=count, length=explained.length if explained else 0)


def late_words(working_days: int, day: str) -> str:
    """Say by how many working days something is late, and when it was due."""
    if not working_days:
        return _("Late, was due {day}").format(day=day)
    return ngettext(
        "{count} working day late, was due {day}",
        "{count} working days late, was due {day}",
        working_days,
    ).format(count=working_days, day=day)


def how_counted(explained: Explanation) -> str:
    """Say how a limit was counted: "20 working days from 3 March; Easter Monday does not …"."""
    start = date_in_words(explained.start)
    what = _(START_NAMES[timescales.TIMESCALES[explained.timescale_id].starts_from])
    length = _length(explained.length, explained.unit)
    values = {"length": length, "start": start, "what": what}
    if not explained.holidays:
        return _("{length} from {start}, {what}.").format(**values)
    return ngettext(
        "{length} from {start}, {what}; {holidays} does not count.",
        "{length} from {start}, {what}; {holidays} do not count.",
        len(explained.holidays),
    ).format(holidays=_named(explained.holidays), **values)


def source_of(clock: str) -> str:
    """Say who sets a limit and where it is written."""
    known = duties.MIDPOINT if clock == MIDPOINT else timescales.TIMESCALES[clock]
    binding = _(_BINDING[known.kind])
    return _("{binding} Source: {source}.").format(binding=binding, source=known.source)


def _explained(line: DueLine, calendar: WorkingDays) -> Explanation | None:
    if line.clock == MIDPOINT:
        return None
    return explain(timescales.TIMESCALES[line.clock], line.counted_from, calendar)


def _midpoint_words(line: DueLine) -> str:
    return _("Half-way from the review of {day} to the day the next one is due.").format(
        day=date_in_words(line.counted_from)
    )


def _day_count(explained: Explanation | None, today: date, calendar: WorkingDays) -> int:
    """The day that today is in a limit of working days; 0 where days are not counted so."""
    if explained is None or explained.unit is not Unit.WORKING_DAYS:
        return 0
    return max(0, calendar.between(explained.start, today))


def _length(length: int, unit: Unit) -> str:
    if unit is Unit.WORKING_DAYS:
        words = ngettext("{count} working day", "{count} working days", length)
    elif unit is Unit.MONTHS:
        words = ngettext("{count} month", "{count} months", length)
    elif unit is Unit.WEEKS:
        words = ngettext("{count} week", "{count} weeks", length)
    else:
        words = ngettext("{count} day", "{count} days", length)
    return words.format(count=length)


def _named(holidays: tuple[Holiday, ...]) -> str:
    words, *others = [_(holiday.name) for holiday in holidays]
    for name in others[:-1]:
        words = _("{names}, {name}").format(names=words, name=name)
    return _("{names} and {last}").format(names=words, last=others[-1]) if others else words
