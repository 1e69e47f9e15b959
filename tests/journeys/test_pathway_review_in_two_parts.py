"""A pathway plan review at sixteen, held in two parts: adjourned once, and not a second time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.child import Child
from models.document_kind import DocumentKind
from models.kind_of_review import usual_kinds_followed
from tests import sample
from tests.journeys.keyboard import KEY
from tests.journeys.playing import Clock, Playing, prepared
from tests.real_program import running
from tests.typing_keys import type_text
from ui.meeting.long_plan_page import LongPlanPage
from ui.meeting.welcome_page import WelcomePage
from ui.parts.ticks import Tick
from ui.settings.settings_dialog import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

SIXTEEN = date(2010, 5, 9)
FIRST, SECOND = date(2026, 8, 12), date(2026, 8, 26)
LACKS = "Samir is still writing it"
STILL_NO_PLAN = "A manager has still not authorised the plan"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playing(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Playing]:
    folder = tmp_path / "record"
    with prepared(folder, clock) as (database, made):
        with database.saving(made.iro_id) as session:
            child = session.get(Child, made.child_id)
            assert child is not None
            with usual_kinds_followed(session, child):
                child.born_on = SIXTEEN
        sample.write_what_was_said(database, made)
    with running(qtbot, folder, clock) as program:
        yield Playing(program, made.review_id)


def test_a_pathway_review_in_two_parts(playing: Playing, clock: Clock) -> None:
    _begin_without_a_pathway_plan(playing)
    _facts_of_moving_on(playing)
    _adjourn_for_a_reason(playing)
    clock.on(days=14)
    _go_on(playing)
    _no_second_time_without_a_reason(playing)
    _who_was_at_each_part(playing)
    _the_reported_day_by_either_rule(playing)
    papers = _finish_and_issue(playing)
    letter, minutes = papers[DocumentKind.LETTER], papers[DocumentKind.MINUTES]
    assert "your review on Wednesday 12 August and Wednesday 26 August." in letter
    assert LACKS not in letter
    _minutes_tell_of_it(minutes)


def _welcome(playing: Playing) -> WelcomePage:
    playing.page.go("A1")
    page = playing.page.page()
    assert isinstance(page, WelcomePage)
    return page


def _begin_without_a_pathway_plan(playing: Playing) -> None:
    page = _welcome(playing)
    assert page.kind.control.currentText() == "Pathway plan review"
    playing.keys.press(KEY.Key_Return)
    assert playing.sheet.state == "open"
    playing.click_on(page.papers.open_button)
    playing.write("social_worker_report_received_on_box", "7 aug")
    playing.write("pathway_plan_missing_why_box", LACKS)
    (plan,) = [each for each in playing.sheet.papers if each.paper == "pathway_plan"]
    assert plan.missing_why == LACKS
    playing.look("pathway-1-papers")
    assert "1 not here" in page.papers.summary.said


def _facts_of_moving_on(playing: Playing) -> None:
    playing.page.go("A9")
    page = playing.page.page()
    assert isinstance(page, LongPlanPage)
    playing.click_on(page.facts.open_button)
    slots = page.facts.slots
    for fact, answer in (("passport", "yes"), ("bank_account", "no")):
        playing.click_on(slots[fact].field.control.chip(answer))  # type: ignore[attr-defined]  # chips
    staying = slots["staying_put"].field.control
    staying.setFocus(Qt.FocusReason.TabFocusReason)
    playing.keys.press(KEY.Key_Down, times=2)
    adviser = slots["personal_adviser"].field.control
    type_text(playing.qtbot, adviser, "Dilys Underhay\t")
    playing.look("pathway-2-facts")
    said = {each.fact: each.choice or each.words for each in playing.sheet.facts}
    assert (said["passport"], said["bank_account"]) == ("yes", "no")
    assert (said["staying_put"], said["personal_adviser"]) == ("wanted", "Dilys Underhay")


def _adjourn_for_a_reason(playing: Playing) -> None:
    page = _welcome(playing)
    playing.click("adjourn")
    assert "10 September" in page.sitting.adjourning.by_when.said, "20 working days"
    playing.click("adjourn_leave")
    assert playing.keys.at is page.sitting.adjourn_button, "one may think better of it"
    playing.keys.press(KEY.Key_Space)
    playing.click("adjourn_now")
    assert page.sitting.adjourning.reason.has_error
    playing.choose("adjourn_reason_box", "Papers that the review needs have not come")
    playing.click("adjourn_now")
    assert playing.sheet.state == "adjourned"
    assert page.sitting.standing.said.endswith("Go on with it by Thursday 10 September")


def _go_on(playing: Playing) -> None:
    _welcome(playing)
    playing.click("resume")
    sheet = playing.sheet
    assert [each.held_on for each in sheet.sittings] == [FIRST, SECOND]
    assert (sheet.state, sheet.held_on) == ("open", FIRST)


def _no_second_time_without_a_reason(playing: Playing) -> None:
    page = _welcome(playing)
    playing.click("adjourn")
    playing.choose("adjourn_reason_box", "There is no care plan that a manager has authorised")
    playing.click("adjourn_now")
    assert page.sitting.adjourning.again_why.has_error
    playing.look("pathway-3-again")
    assert playing.sheet.state == "open"
    playing.click("adjourn_leave")
    assert len(playing.sheet.sittings) == 2


def _who_was_at_each_part(playing: Playing) -> None:
    people = {each.short: each.id for each in playing.sheet.people}
    for part, came in ((1, ("child", people["Alma"])), (2, ("child", people["Samir"]))):
        for key in came:
            playing.click(f"part_{part}_{key}")
    playing.look("pathway-4-parts")
    first, second = playing.sheet.sittings
    assert (first.came, second.came) == (
        ("child", people["Alma"]), ("child", people["Samir"]),
    )  # fmt: skip


def _the_reported_day_by_either_rule(playing: Playing) -> None:
    """By the last part it would be ten days late; the council here goes by the first."""
    page = _welcome(playing)
    assert page.sitting.late_why.isHidden()
    for expected, is_late in ((SECOND, True), (FIRST, False)):
        _change_the_setting(playing)
        assert playing.sheet.held_on == expected
        assert page.sitting.late_why.isHidden() is not is_late


def _change_the_setting(playing: Playing) -> None:
    window = playing.program.waymark.window
    window.menus.actions["settings"].trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    tick = dialog.findChild(Tick, "council_review_day")
    assert tick is not None
    playing.qtbot.keyClick(tick, KEY.Key_Space)
    playing.qtbot.keyClick(dialog, KEY.Key_Escape)
    playing.program.at_rest()


def _finish_and_issue(playing: Playing) -> dict[DocumentKind, str]:
    playing.page.go("A12")
    playing.keys.consider_the_rest()
    desk = playing.program.waymark.desk
    assert desk is not None
    assert lacking(playing.sheet, desk.today(), desk.calendar) == ()
    playing.keys.finish()
    sheet = playing.sheet
    assert (sheet.state, sheet.held_on, sheet.completed_on) == ("finished", FIRST, SECOND)
    return playing.issue()


def _minutes_tell_of_it(minutes: str) -> None:
    for words in (
        "Pathway plan review",
        "Review 3, in 2 parts, from 12 August 2026 to 26 August 2026",
        "Due by 16 August 2026, in time",
        "Part 1: Wednesday 12 August 2026",
        "Adjourned, because: Papers that the review needs have not come.",
        "At part 1: Samantha Tillbrook and Alma Dunmore.",
        "At part 2: Samantha Tillbrook and Samir Oakenshaw.",
        LACKS,
        "Dilys Underhay",
        "Wanted, to be arranged",
    ):
        assert words in minutes, words
