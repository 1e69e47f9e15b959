"""Working days of England and Wales: counting them, and where the calendar ends."""

import json
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Self

import resources
from models.rules.marking import N_

SATURDAY = 5
MONTHS_IN_A_YEAR = 12

HOLIDAY_NAMES = (
    N_("New Year’s Day"),
    N_("New Year’s Day (substitute day)"),
    N_("Good Friday"),
    N_("Easter Monday"),
    N_("Early May bank holiday"),
    N_("Early May bank holiday (VE day)"),
    N_("Spring bank holiday"),
    N_("Summer bank holiday"),
    N_("Christmas Day"),
    N_("Christmas Day (substitute day)"),
    N_("Boxing Day"),
    N_("Boxing Day (substitute day)"),
    N_("Royal wedding"),
    N_("Queen’s Diamond Jubilee"),
    N_("Queen’s Platinum Jubilee"),
    N_("State funeral of Queen Elizabeth II"),
    N_("Coronation of King Charles III"),
)


class BeyondCalendar(Exception):
    """A day was asked for whose bank holidays are not known; it is never guessed."""

    def __init__(self, first_day: date, last_day: date) -> None:
        self.first_day = first_day
        self.last_day = last_day
        super().__init__(f"bank holidays are known from {first_day} to {last_day} only")


@dataclass(frozen=True, order=True)
class Holiday:
    """A day that is not a working day although it is not a Saturday or Sunday."""

    day: date
    name: str


@dataclass(frozen=True)
class WorkingDays:
    """The days that count: not a Saturday, a Sunday or a bank holiday.

    Source: Banking and Financial Dealings Act 1971; Care Planning, Placement and Case
    Review (England) Regulations 2010, reg 2(1), in force 1 April 2011.
    """

    holidays: tuple[Holiday, ...]
    first_day: date
    last_day: date

    @classmethod
    @cache  # the list never changes while the program runs
    def of_england_and_wales(cls) -> "WorkingDays":
        """Give the calendar that comes with the program."""
        known = json.loads(resources.text("bank_holidays.json"))
        return cls(
            holidays=tuple(
                Holiday(date.fromisoformat(day), name)
                for year in known["years"].values()
                for day, name in year.items()
            ),
            first_day=date.fromisoformat(known["complete_from"]),
            last_day=date.fromisoformat(known["complete_to"]),
        )

    def with_extra_days(
        self,
        extra: Iterable[Holiday],
        instead_of: Collection[date] = (),
        known_to: date | None = None,
    ) -> Self:
        """Give a calendar with days proclaimed since, some perhaps in place of others.

        `known_to` says that with these days the list is complete up to that day.
        """
        kept = {holiday.day: holiday for holiday in self.holidays}
        kept |= {holiday.day: holiday for holiday in extra}
        return type(self)(
            holidays=tuple(kept[day] for day in sorted(kept) if day not in instead_of),
            first_day=self.first_day,
            last_day=max(self.last_day, known_to or self.last_day),
        )

    def is_working_day(self, day: date) -> bool:
        """Say whether this day counts.

        Raises: BeyondCalendar if the bank holidays of that year are not known.
        """
        self._check(day)
        return day.weekday() < SATURDAY and day not in self._names

    def after(self, start: date, working_days: int) -> date:
        """Give the nth working day after the start, which is day 0 even on a weekend.

        Raises: BeyondCalendar; ValueError if the number is below 0.
        """
        if working_days < 1:
            return self._same_day(start, working_days)
        self._check(start)
        place = bisect_right(self._days, start) + working_days - 1
        if place >= len(self._days):
            raise BeyondCalendar(self.first_day, self.last_day)
        return self._days[place]

    def before(self, day: date, working_days: int) -> date:
        """Give the nth working day before this day.

        Raises: BeyondCalendar; ValueError if the number is below 0.
        """
        if working_days < 1:
            return self._same_day(day, working_days)
        self._check(day)
        place = bisect_left(self._days, day) - working_days
        if place < 0:
            raise BeyondCalendar(self.first_day, self.last_day)
        return self._days[place]

    def between(self, start: date, end: date) -> int:
        """Count the working days that come after the start, up to and with the end.

        Below 0 when the end comes first.

        Raises: BeyondCalendar.
        """
        self._check(start)
        self._check(end)
        return bisect_right(self._days, end) - bisect_right(self._days, start)

    def holidays_between(self, start: date, end: date) -> tuple[Holiday, ...]:
        """Give the holidays on weekdays after the start, up to and with the end."""
        return tuple(
            holiday
            for holiday in self.holidays
            if start < holiday.day <= end and holiday.day.weekday() < SATURDAY
        )

    @cached_property
    def _names(self) -> dict[date, str]:
        return {holiday.day: holiday.name for holiday in self.holidays}

    @cached_property
    def _days(self) -> tuple[date, ...]:
        length = (self.last_day - self.first_day).days + 1
        every_day = (self.first_day + timedelta(days=passed) for passed in range(length))
        return tuple(day for day in every_day if self.is_working_day(day))

    def _check(self, day: date) -> None:
        if not self.first_day <= day <= self.last_day:
            raise BeyondCalendar(self.first_day, self.last_day)

    def _same_day(self, day: date, working_days: int) -> date:
        if working_days < 0:
            raise ValueError("a number of working days cannot be below 0")
        self._check(day)
        return day


def add_months(day: date, months: int) -> date:
    """Give the same day of the month so many calendar months on, or that month's last day.

    Source: Freeman v Read (1863); a limit in months is not moved for a weekend.
    """
    years, month = divmod(day.month - 1 + months, MONTHS_IN_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
