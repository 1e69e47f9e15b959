"""Each clock is said in words, and how it was counted, on real weekdays with Easter among them."""

from datetime import date

import pytest

from models.caseload import DueLine
from models.owed import CLOCKS
from models.rules.working_days import WorkingDays
from ui.caseload.clock_words import MARKED_AS_DONE, due_words, source_of

CALENDAR = WorkingDays.of_england_and_wales()
TODAY = date(2026, 11, 12)


def _line(clock: str, counted_from: date, due_on: date) -> DueLine:
    return DueLine(clock, counted_from, due_on, "c", "r", "Ives Tallowfield")


STANDING = [
    ("T12", date(2026, 5, 8), date(2026, 11, 8), "4 working days late, was due Sunday 8 November"),
    ("T12", date(2026, 5, 12), date(2026, 11, 12), "Due today"),
    ("T12", date(2026, 5, 13), date(2026, 11, 13), "Due tomorrow, Friday 13 November"),
    ("T12", date(2026, 5, 30), date(2026, 11, 30), "Due Monday 30 November"),
    ("T31", date(2026, 11, 4), date(2026, 11, 11),
     "1 working day late, was due Wednesday 11 November"),
    ("T31", date(2026, 11, 5), date(2026, 11, 12), "Due today, day 5 of 5"),
    ("T31", date(2026, 11, 6), date(2026, 11, 13), "Due tomorrow, Friday 13 November: day 4 of 5"),
    ("T36", date(2026, 10, 30), date(2026, 11, 27), "Day 9 of 20, due Friday 27 November"),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "counted_from", "due_on", "said"), STANDING)
def test_how_it_stands_is_said_in_working_days(
    clock: str, counted_from: date, due_on: date, said: str
) -> None:
    assert due_words(_line(clock, counted_from, due_on), TODAY, CALENDAR).standing == said


def test_late_since_the_weekend_counts_no_working_day() -> None:
    line = _line("T12", date(2026, 5, 14), date(2026, 11, 14))
    words = due_words(line, date(2026, 11, 15), CALENDAR)
    assert words.standing == "Late, was due Saturday 14 November"
    assert words.kind == "late"


COUNTED = [
    ("T12", date(2026, 5, 8), "6 months from 8 May 2026, the review before."),
    ("T11", date(2026, 5, 8), "3 months from 8 May 2026, the first review."),
    (
        "T36", date(2026, 3, 9),
        "20 working days from 9 March 2026, the day the review was completed; "
        "Good Friday and Easter Monday do not count.",
    ),
    (
        "T30", date(2026, 3, 10),
        "20 working days from 10 March 2026, the meeting that was adjourned; "
        "Good Friday and Easter Monday do not count.",
    ),
    (
        "T31", date(2026, 4, 3),
        "5 working days from 3 April 2026, the day the review was completed; "
        "Easter Monday does not count.",
    ),
    (
        "T35", date(2026, 12, 16),
        "15 working days from 16 December 2026, the day the review was completed; Christmas Day, "
        "Boxing Day (substitute day) and New Year’s Day do not count.",
    ),
    ("T50", date(2026, 5, 8),
     "Half-way from the review of 8 May 2026 to the day the next one is due."),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "counted_from", "said"), COUNTED)
def test_how_it_was_counted_names_the_days_that_do_not_count(
    clock: str, counted_from: date, said: str
) -> None:
    words = due_words(_line(clock, counted_from, date(2026, 11, 30)), TODAY, CALENDAR)
    assert words.how_counted == said


def test_the_source_of_a_limit_says_how_binding_it_is() -> None:
    law = source_of("T12")
    assert law.startswith("The law sets this limit. Source: Care Planning")
    assert law.endswith("reg 33(2).")
    assert source_of("T31").startswith("Statutory guidance")
    assert source_of("T50").startswith("There is no national limit")


def test_every_clock_has_its_own_task_and_sentence() -> None:
    said = {
        clock: due_words(_line(clock, date(2026, 11, 5), date(2026, 11, 30)), TODAY, CALENDAR)
        for clock in (*CLOCKS, "T10", "T11", "T12", "T30", "T32", "T50")
    }
    tasks = {words.task for words in said.values()}
    assert len(tasks) == len(said) - 2  # T10 to T12 are one thing to do
    assert said["T37"].sentence == (
        "Send the letter to Ives Tallowfield: Day 5 of 20, due Monday 30 November"
    )


def test_only_what_follows_a_review_is_marked_as_done() -> None:
    assert {"T31", "T32", "T36", "T37", "T50"} <= MARKED_AS_DONE
    assert not {"T10", "T11", "T12", "T30"} & MARKED_AS_DONE
