"""The papers of a review: which are needed, and which came in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.papers import (
    PAPERS,
    PaperStanding,
    PaperState,
    paper_standing,
    papers_due,
    papers_needed,
)
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.working_days import BeyondCalendar, WorkingDays

ENGLAND = WorkingDays.of_england_and_wales()


@pytest.mark.parametrize(
    ("review_on", "due"),
    [
        (date(2026, 4, 7), date(2026, 3, 31)),  # Easter in the way
        (date(2026, 1, 5), date(2025, 12, 30)),  # New Year in the way
        (date(2026, 8, 12), date(2026, 8, 7)),  # a weekend in the way
    ],
)
def test_papers_are_due_three_working_days_before(review_on: date, due: date) -> None:
    assert papers_due(review_on, ENGLAND) == due


@pytest.mark.parametrize(
    ("came_on", "late_by"),
    [
        (date(2026, 3, 31), 0),  # the last day that is in time
        (date(2026, 4, 1), 1),
        (date(2026, 4, 2), 2),
        (date(2026, 4, 3), 3),  # Good Friday counts as the Tuesday after Easter
        (date(2026, 4, 4), 3),
        (date(2026, 4, 7), 3),  # the day of the review itself
        (date(2026, 4, 8), 4),
    ],
)
def test_a_late_paper_is_late_by_so_many_working_days(came_on: date, late_by: int) -> None:
    standing = paper_standing(came_on, "", date(2026, 4, 7), ENGLAND)
    state = PaperState.LATE if late_by else PaperState.ON_TIME
    assert standing == PaperStanding(state, late_by)


def test_a_paper_not_here_is_said_with_a_reason_and_otherwise_nothing_is_said() -> None:
    review_on = date(2026, 4, 7)
    assert paper_standing(None, " ", review_on, ENGLAND).state is PaperState.NOT_SAID
    assert paper_standing(None, "Not asked for", review_on, ENGLAND).state is PaperState.ABSENT
    came = paper_standing(date(2026, 4, 1), "Lost in the post at first", review_on, ENGLAND)
    assert came.state is PaperState.LATE


def test_without_the_day_of_the_review_a_paper_is_neither_late_nor_in_time() -> None:
    assert paper_standing(date(2026, 4, 1), "", None, ENGLAND).state is PaperState.HERE


def test_a_review_beyond_the_calendar_is_not_guessed_at() -> None:
    with pytest.raises(BeyondCalendar):
        paper_standing(date(2150, 1, 1), "", date(2150, 1, 6), ENGLAND)


@given(st.dates(date(2025, 2, 1), date(2027, 11, 1)), st.integers(-40, 40))
def test_a_paper_is_late_exactly_when_it_came_after_its_day(review_on: date, days: int) -> None:
    due = papers_due(review_on, ENGLAND)
    came_on = due + timedelta(days=days)
    standing = paper_standing(came_on, "", review_on, ENGLAND)
    assert (standing.late_by > 0) == (days > 0)
    later = paper_standing(came_on + timedelta(days=1), "", review_on, ENGLAND)
    assert later.late_by >= standing.late_by


@pytest.mark.parametrize("kind", list(REVIEW_KINDS))
def test_each_kind_of_review_has_the_papers_of_its_list(kind: str) -> None:
    assert set(REVIEW_KINDS[kind].papers) <= {paper.key for paper in papers_needed(kind, 15)}


def test_short_breaks_need_no_pep_and_pathway_plans_are_for_those_who_have_one() -> None:
    assert [paper.key for paper in papers_needed("short_breaks", 9)] == [
        "social_worker_report", "placement_plan", "carer_report",
    ]  # fmt: skip
    assert "pathway_plan" in {paper.key for paper in papers_needed("pathway", 16)}
    assert "pathway_plan" not in {paper.key for paper in papers_needed("later", 9)}
    assert "pep" not in {paper.key for paper in papers_needed("later", 1)}
    assert papers_needed("of a later program", 9) == papers_needed("later", 9)


def test_from_sixteen_every_review_but_that_of_short_breaks_has_the_pathway_plan() -> None:
    asked = {
        (kind, age): "pathway_plan" in {paper.key for paper in papers_needed(kind, age)}
        for kind in REVIEW_KINDS
        for age in (9, 15, 16, 17)
    }
    assert all(
        wanted is (kind == "pathway" or (age >= 16 and kind != "short_breaks"))
        for (kind, age), wanted in asked.items()
    )


def test_only_the_care_plan_is_authorised() -> None:
    assert [paper.key for paper in PAPERS.values() if paper.is_authorised] == ["care_plan"]
