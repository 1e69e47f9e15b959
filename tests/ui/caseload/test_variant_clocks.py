"""Every clock of a review can be said: on the lists, and how it was counted."""

from datetime import date

import pytest

from models.rules.review_clock import explain
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.timescales import TIMESCALES
from models.rules.working_days import WorkingDays
from ui.caseload.clock_words import how_counted, source_of

CALENDAR = WorkingDays.of_england_and_wales()
CLOCKS = sorted({clock for kind in REVIEW_KINDS.values() for clock in kind.clocks})


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_says_how_it_is_counted_and_who_sets_it(clock: str) -> None:
    counted = how_counted(explain(TIMESCALES[clock], date(2026, 7, 30), CALENDAR))
    assert "30 July 2026" in counted
    assert source_of(clock).startswith("The law sets this limit.")


def test_four_weeks_after_placing_are_said_as_weeks() -> None:
    counted = how_counted(explain(TIMESCALES["V2"], date(2026, 7, 30), CALENDAR))
    assert counted == "4 weeks from 30 July 2026, the day the child was placed for adoption."
