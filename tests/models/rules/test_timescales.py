"""The limits: every worked date, on real weekdays, and the order of the table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.duties import DUTIES
from models.rules.sources import HANDBOOK_IN_FORCE
from models.rules.timescale import START_NAMES, Kind, Start, Timescale, Unit, limit
from models.rules.timescales import TIMESCALES
from models.rules.working_days import WorkingDays

CALENDAR = WorkingDays.of_england_and_wales()

# start, rule, limit: as a person would write them, with their weekdays.
WORKED = [
    ("Mon 1 Sep 2025", "T10", "Mon 29 Sep 2025"),
    ("Fri 19 Dec 2025", "T10", "Wed 21 Jan 2026"),
    ("Fri 19 Dec 2025", "T02", "Tue 30 Dec 2025"),
    ("Mon 30 Mar 2026", "T10", "Wed 29 Apr 2026"),
    ("Fri 3 Apr 2026", "T10", "Tue 5 May 2026"),
    ("Sat 25 Apr 2026", "T10", "Tue 26 May 2026"),
    ("Fri 18 Dec 2026", "T10", "Wed 20 Jan 2027"),
    ("Sun 30 Nov 2025", "T11", "Sat 28 Feb 2026"),
    ("Mon 29 Nov 2027", "T11", "Tue 29 Feb 2028"),
    ("Sun 31 Aug 2025", "T12", "Sat 28 Feb 2026"),
    ("Sat 28 Feb 2026", "T12", "Fri 28 Aug 2026"),
    ("Tue 31 Mar 2026", "T12", "Wed 30 Sep 2026"),
    ("Wed 22 Jul 2026", "T30", "Wed 19 Aug 2026"),
    ("Wed 9 Dec 2026", "T30", "Mon 11 Jan 2027"),
    ("Thu 26 Mar 2026", "T31", "Thu 2 Apr 2026"),
    ("Thu 26 Mar 2026", "T33", "Mon 13 Apr 2026"),
    ("Thu 26 Mar 2026", "T35", "Mon 20 Apr 2026"),
    ("Thu 26 Mar 2026", "T36", "Mon 27 Apr 2026"),
    ("Wed 16 Dec 2026", "T31", "Wed 23 Dec 2026"),
    ("Wed 16 Dec 2026", "T33", "Mon 4 Jan 2027"),
    ("Wed 16 Dec 2026", "T35", "Mon 11 Jan 2027"),
    ("Wed 16 Dec 2026", "T36", "Mon 18 Jan 2027"),
    ("Tue 7 Apr 2026", "T25", "Tue 31 Mar 2026"),
    ("Tue 7 Apr 2026", "T21", "Fri 13 Mar 2026"),
    ("Tue 7 Apr 2026", "T20", "Fri 6 Mar 2026"),
    ("Mon 5 Jan 2026", "T25", "Tue 30 Dec 2025"),
    ("Mon 5 Jan 2026", "T21", "Wed 10 Dec 2025"),
    ("Mon 5 Jan 2026", "T20", "Wed 3 Dec 2025"),
    ("Tue 31 Mar 2026", "T41", "Thu 23 Apr 2026"),
    ("Tue 31 Mar 2026", "T40", "Thu 30 Apr 2026"),
    ("Mon 4 May 2026", "V2", "Mon 1 Jun 2026"),
    # and some more, one for each unit
    ("Fri 20 Nov 2026", "T22", "Mon 9 Nov 2026"),
    ("Fri 20 Nov 2026", "T23", "Tue 10 Nov 2026"),
    ("Fri 20 Nov 2026", "T24", "Fri 6 Nov 2026"),
    ("Fri 20 Nov 2026", "T24a", "Fri 23 Oct 2026"),
    ("Tue 31 Mar 2026", "V5", "Thu 30 Apr 2026"),
    ("Wed 1 Apr 2026", "V4", "Wed 1 Jul 2026"),
    ("Thu 2 Apr 2026", "T01", "Wed 8 Apr 2026"),
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def day(written: str) -> date:
    """Read "Mon 1 Sep 2025", and insist that it was that weekday."""
    weekday, number, month, year = written.split()
    read = date(int(year), MONTHS.index(month) + 1, int(number))
    assert WEEKDAYS[read.weekday()] == weekday, written
    return read


@pytest.mark.parametrize(("start", "rule", "ends"), WORKED)
def test_a_limit_falls_on_the_day_worked_out_by_hand(start: str, rule: str, ends: str) -> None:
    assert limit(TIMESCALES[rule], day(start), CALENDAR) == day(ends)


def test_twenty_working_days_and_twenty_eight_days_differ_over_christmas() -> None:
    start = day("Fri 19 Dec 2025")
    twenty_eight = TIMESCALES["V2"]
    assert limit(twenty_eight, start, CALENDAR) == day("Fri 16 Jan 2026")
    assert limit(TIMESCALES["T10"], start, CALENDAR) == day("Wed 21 Jan 2026")


@pytest.mark.parametrize(
    ("rule", "length", "unit", "kind"),
    [
        ("T01", 2, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T02", 5, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T04", 10, Unit.WORKING_DAYS, Kind.LAW),
        ("T10", 20, Unit.WORKING_DAYS, Kind.LAW),
        ("T11", 3, Unit.MONTHS, Kind.LAW),
        ("T12", 6, Unit.MONTHS, Kind.LAW),
        ("T30", 20, Unit.WORKING_DAYS, Kind.LAW),
        ("T31", 5, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T32", 5, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T33", 10, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T34", 10, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T35", 15, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T36", 20, Unit.WORKING_DAYS, Kind.GUIDE),
        ("T37", 20, Unit.WORKING_DAYS, Kind.LOCAL),
        ("T37a", 10, Unit.WORKING_DAYS, Kind.DESIGN),
        ("T42", 10, Unit.WORKING_DAYS, Kind.LOCAL),
        ("V1", 3, Unit.MONTHS, Kind.LAW),
        ("V2", 4, Unit.WEEKS, Kind.LAW),
        ("V11", 15, Unit.WORKING_DAYS, Kind.GUIDE),
    ],
)
def test_the_table_says_what_the_source_says(
    rule: str, length: int, unit: Unit, kind: Kind
) -> None:
    timescale = TIMESCALES[rule]
    assert (timescale.length, timescale.unit, timescale.kind) == (length, unit, kind)


def test_only_limits_before_a_review_are_counted_back() -> None:
    back = {each.id for each in TIMESCALES.values() if each.counted_back}
    assert back == {"T20", "T21", "T22", "T23", "T24", "T24a", "T25"}
    assert {TIMESCALES[each].starts_from for each in back} == {Start.REVIEW}


def test_every_limit_and_duty_has_a_source_and_law_has_a_day_in_force() -> None:
    for owed in (*TIMESCALES.values(), *DUTIES.values()):
        assert owed.source
        assert owed.name
        if owed.kind is Kind.LAW:
            assert owed.in_force_from is not None
    assert date(2011, 4, 1) == HANDBOOK_IN_FORCE


def test_every_limit_has_a_length_and_no_id_is_used_twice() -> None:
    assert all(each.length > 0 for each in TIMESCALES.values())
    assert not set(TIMESCALES) & set(DUTIES)
    assert all(key == each.id for key, each in TIMESCALES.items())


def test_every_start_can_be_said() -> None:
    assert set(START_NAMES) == set(Start)


def test_the_clocks_without_a_number_are_kept_as_duties() -> None:
    assert list(DUTIES) == ["T03", "T13", "T14", "T26", "T43", "T50"]


@given(st.sampled_from(list(TIMESCALES.values())), st.dates(date(2010, 6, 1), date(2028, 6, 1)))
def test_a_limit_never_falls_on_the_wrong_side_of_its_start(
    timescale: Timescale, start: date
) -> None:
    ends = limit(timescale, start, CALENDAR)
    assert ends < start if timescale.counted_back else ends > start


@given(
    st.sampled_from(list(TIMESCALES.values())),
    st.dates(date(2010, 6, 1), date(2028, 6, 1)),
    st.dates(date(2010, 6, 1), date(2028, 6, 1)),
)
def test_a_later_start_never_gives_a_sooner_limit(
    timescale: Timescale, one: date, other: date
) -> None:
    first, second = sorted((one, other))
    assert limit(timescale, first, CALENDAR) <= limit(timescale, second, CALENDAR)
