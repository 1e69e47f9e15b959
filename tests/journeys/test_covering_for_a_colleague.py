"""An IRO covers for a colleague: the day moved, held late, old decisions carried or disputed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.document_kind import DocumentKind
from models.open_review import OpenReview
from tests import sample
from tests.journeys.playing import Clock, Playing, prepared
from tests.real_program import running
from ui.meeting.earlier_decision_slot import EarlierDecisionSlot
from ui.meeting.since_last_time_page import SinceLastTimePage
from ui.meeting.welcome_page import WelcomePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

RUTH = "Ruth Castlemaine"
HELD = date(2026, 8, 20)
LATE = "Ruth was ill and nobody else could come"
NOT_DONE = "Nana Bea has not been visited yet"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playing(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Playing]:
    folder = tmp_path / "record"
    with prepared(folder, clock) as (database, made):
        sample.write_what_was_said(database, made)
        with database.saving(made.iro_id) as session:
            for decision_id in made.earlier_decisions:
                OpenReview(session, made.review_id).hear_progress(decision_id, "")
    with running(qtbot, folder, clock) as program:
        yield Playing(program, made.review_id)


def test_an_iro_covers_for_a_colleague(playing: Playing, clock: Clock) -> None:
    _move_the_day(playing)
    clock.on(days=8)
    _begin_for_ruth(playing)
    _why_it_is_late(playing)
    sleepover, hearing = playing.sheet.earlier_decisions
    _carry_it_forward(playing, hearing.id)
    _open_a_dispute(playing, sleepover.id)
    papers = _finish_and_issue(playing)
    _letter_says_whose_review_it_is(papers[DocumentKind.LETTER])
    _minutes_say_it_too(papers[DocumentKind.MINUTES])


def _welcome(playing: Playing) -> WelcomePage:
    page = playing.page.page()
    assert isinstance(page, WelcomePage)
    return page


def _move_the_day(playing: Playing) -> None:
    moving = _welcome(playing).sitting.moving
    playing.click("move_day")
    playing.keys.type("20/8/2026\t")
    assert "4 days after the last day in time" in moving.asked.how_late.said
    playing.click("move_review")
    assert moving.asked.asked_by.has_error, "it is not moved before it is said who asked"
    playing.keys.type(f"{RUTH}\t")
    playing.choose("move_reason_box", "The chair could not come")
    playing.look("covering-1-moving")
    playing.click("move_review")
    sheet = playing.sheet
    assert (sheet.booked_on, sheet.state) == (HELD, "planned")
    assert [(each.from_day, each.asked_by) for each in sheet.rearranged] == [
        (sample.REVIEW_ON, RUTH)
    ]


def _begin_for_ruth(playing: Playing) -> None:
    playing.click("covers")
    playing.keys.type(f"{RUTH}\t")
    playing.click("begin")
    sheet = playing.sheet
    assert (sheet.covering_for, sheet.held_on, sheet.state) == (RUTH, HELD, "open")


def _why_it_is_late(playing: Playing) -> None:
    sitting = _welcome(playing).sitting
    assert not sitting.late_why.isHidden()
    playing.click_on(sitting.late_why.control)
    playing.keys.type(f"{LATE}\t")
    assert playing.sheet.late_why == LATE
    playing.look("covering-2-late")


def _slot(playing: Playing, decision_id: str) -> EarlierDecisionSlot:
    playing.page.go("A3")
    page = playing.page.page()
    assert isinstance(page, SinceLastTimePage)
    return page.decisions.slots[decision_id]


def _not_done(playing: Playing, decision_id: str, why: str) -> None:
    slot = _slot(playing, decision_id)
    playing.click_on(slot.outcome.chip("not_done"))
    playing.click_on(slot.why.control)
    playing.keys.type(f"{why}\t")


def _carry_it_forward(playing: Playing, decision_id: str) -> None:
    _not_done(playing, decision_id, "The clinic moved it twice")
    playing.keys.type("30 sep\t")
    playing.click(f"carry_{decision_id}")
    carried = playing.sheet.decisions[-1]
    assert (carried.carried_from_id, carried.by_when) == (decision_id, date(2026, 9, 30))
    assert "Now decision 3" in _slot(playing, decision_id).carried.words.said


def _open_a_dispute(playing: Playing, decision_id: str) -> None:
    _not_done(playing, decision_id, NOT_DONE)
    playing.click(f"dispute_{decision_id}")
    playing.keys.type("Sam sleeps at Nana Bea's before Christmas\t")
    playing.look("covering-3-dispute")
    (dispute,) = playing.sheet.disputes
    assert (dispute.decision_id, dispute.opened_on) == (decision_id, HELD)
    assert dispute.outcome_sought == "Sam sleeps at Nana Bea's before Christmas"


def _finish_and_issue(playing: Playing) -> dict[DocumentKind, str]:
    playing.page.go("A12")
    playing.keys.consider_the_rest()
    desk = playing.program.waymark.desk
    assert desk is not None
    assert lacking(playing.sheet, desk.today(), desk.calendar) == ()
    playing.keys.finish()
    return playing.issue()


def _letter_says_whose_review_it_is(letter: str) -> None:
    assert f"From Nadia Brightwell, an Independent Reviewing Officer. {RUTH} is yours" in letter
    assert "Alma, Nana Bea, Samir Oakenshaw (your social worker)" in letter
    assert f"From Nadia Brightwell For {RUTH}, your Independent Reviewing Officer" in letter
    assert LATE not in letter


def _minutes_say_it_too(minutes: str) -> None:
    for words in (
        f"Chaired in the place of {RUTH}, Sam’s Independent Reviewing Officer.",
        LATE,
        NOT_DONE,
        f"Moved from 12 August 2026 to 20 August 2026. {RUTH} asked on 12 August 2026, because: "
        "The chair could not come. That was 4 days after the last day in time, 16 August 2026.",
        "Due by 16 August 2026, held late",
        "Now by 30 September 2026. Carried forward as decision 3.",
        "Opened on 20 August 2026: Not done: Find out if Sam can sleep over at Nana Bea’s",
    ):
        assert words in minutes, words
