"""The papers of a review: what came, what is missing and why, and how late."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from models.considered import PaperReceived
from models.database import Database
from models.open_review import OpenReview
from models.papers_on_sheet import PaperNow, papers_of
from models.papers_received import note_paper
from models.record import Refused, new_id
from models.rules.papers import PaperState
from tests import sample

Sam = tuple[Database, sample.Sample]


def _note(sam: Sam, key: str, row_id: str = "", **fields: Any) -> str:  # any field of a paper
    database, made = sam
    with database.saving(made.iro_id) as session:
        return note_paper(OpenReview(session, made.review_id), key, row_id, **fields)


def _papers(sam: Sam) -> dict[str, PaperNow]:
    papers = papers_of(sample.sheet(*sam), sample.REVIEW_ON, sample.calendar())
    return {each.paper.key: each for each in papers}


def test_a_paper_in_time_a_late_one_and_one_that_is_not_here(sam: Sam) -> None:
    _note(sam, "care_plan", received_on=date(2026, 8, 7), seen=True, authorised="yes")
    _note(sam, "social_worker_report", received_on=date(2026, 8, 11))
    _note(sam, "pep", missing_why="School is closed")
    papers = _papers(sam)
    assert list(papers) == [
        "social_worker_report", "care_plan", "placement_plan", "pep", "health_plan",
        "carer_report",
    ]  # fmt: skip
    assert papers["care_plan"].standing.state is PaperState.ON_TIME
    assert papers["social_worker_report"].standing.late_by == 2
    assert papers["pep"].standing.state is PaperState.ABSENT
    assert [key for key, paper in papers.items() if not paper.is_said] == [
        "placement_plan", "health_plan", "carer_report",
    ]  # fmt: skip


def test_noting_more_of_a_paper_keeps_what_was_noted(sam: Sam) -> None:
    wanted = new_id()
    assert _note(sam, "care_plan", wanted, received_on=date(2026, 8, 7)) == wanted
    assert _note(sam, "care_plan", new_id(), child_friendly=True) == wanted
    (noted,) = sample.sheet(*sam).papers
    assert (noted.received_on, noted.child_friendly) == (date(2026, 8, 7), True)


def test_a_paper_that_was_not_needed_is_shown_once_it_is_noted(sam: Sam) -> None:
    _note(sam, "pathway_plan", seen=True)
    assert list(_papers(sam))[-1] == "pathway_plan"


def test_what_is_not_noted_of_a_paper_is_refused(sam: Sam) -> None:
    for key, fields in (
        ("shopping_list", {"seen": True}),
        ("pep", {"authorised": "yes"}),
        ("pep", {"review_id": "another"}),
    ):
        with pytest.raises(Refused):
            _note(sam, key, **fields)
    assert sample.sheet(*sam).papers == ()


def test_a_removed_paper_that_is_noted_again_begins_empty(sam: Sam) -> None:
    database, made = sam
    row_id = _note(sam, "pep", received_on=date(2026, 8, 7), seen=True)
    with database.saving(made.iro_id) as session:
        session.get_one(PaperReceived, row_id).remove(
            made.iro_id, datetime(2026, 8, 12, tzinfo=UTC)
        )
    assert not _papers(sam)["pep"].is_said
    assert _note(sam, "pep", missing_why="Lost") == row_id
    (noted,) = sample.sheet(*sam).papers
    assert (noted.received_on, noted.seen, noted.missing_why) == (None, False, "Lost")


def test_a_review_beyond_the_calendar_has_papers_that_are_simply_here(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).review.booked_on = date(2150, 1, 6)
    _note(sam, "care_plan", received_on=date(2150, 1, 2))
    assert _papers(sam)["care_plan"].standing.state is PaperState.HERE
