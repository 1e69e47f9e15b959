"""A record of one's own: its first letter is issued once the settings say what letters need."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from letters.paragraph import Source
from models.agenda import lacking
from models.case_list.apply import apply_plan
from models.case_list.case_list_file import open_case_list
from models.case_list.owner import owner_in
from models.child import Child
from models.document_kind import DocumentKind
from models.letter_needs import TYPED_IN_SETTINGS
from models.open_review import OpenReview, plan_review
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.rights import RIGHTS
from tests import sample
from tests.journeys.issuing import issue_the_letter
from tests.journeys.keyboard import Keyboard
from tests.models.case_list import lists
from tests.real_program import PASSPHRASE, Program, running
from tests.typing_keys import type_text
from ui.case_list.import_window import ImportWindow
from ui.caseload.children_page import ChildrenPage
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage
from ui.settings.settings_dialog import SettingsDialog
from ui.unlock.first_run_page import FirstRunPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

KIT = "0012345"
TYPED = (
    ("staff_member_phone", "01632 960 101"),
    ("council_advocacy_name", "Speak Out Penhallow"),
    ("council_advocacy_phone", "01632 960 114"),
    ("council_complaints_phone", "01632 960 120"),
)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path / "record") as started:
        yield started


def test_the_first_letter_of_a_new_record(program: Program, tmp_path: Path) -> None:
    _first_run(program)
    _the_empty_list_leads_to_the_import(program)
    review_id = _import_and_chair(program, tmp_path)
    program.waymark.open_review(review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    _the_end_of_the_letter_says_that_there_are_gaps(program, page)
    page = program.page
    assert isinstance(page, ReviewPage)
    _a_gap_in_the_letter_opens_its_field(program, page)
    _what_is_still_needed_opens_its_field(program, page)
    _fill_in_the_settings(program)
    assert _of_settings(page) == []
    _issue(program, page)


def _first_run(program: Program) -> None:
    page = program.waymark.door._page
    assert isinstance(page, FirstRunPage)
    for field, words in (
        (page.name, "Nadia Brightwell"),
        (page.council, "Penhallow Council"),
        (page.passphrase, PASSPHRASE),
        (page.again, PASSPHRASE),
    ):
        type_text(program.qtbot, field.control, words)
    with program.qtbot.waitSignal(program.waymark.opened):
        program.qtbot.keyClick(page.again.control, Qt.Key.Key_Return)
    program.at_rest()


def _the_empty_list_leads_to_the_import(program: Program) -> None:
    page = program.waymark.window.go("children")
    assert isinstance(page, ChildrenPage)
    assert page.nothing.action.isVisible()
    program.qtbot.mouseClick(page.nothing.action, Qt.MouseButton.LeftButton)
    (window,) = program.waymark.window.findChildren(ImportWindow)
    assert window.isVisible()
    program.qtbot.keyClick(window, Qt.Key.Key_Escape)
    program.at_rest()


def _import_and_chair(program: Program, tmp_path: Path) -> str:
    desk = program.waymark.desk
    assert desk is not None
    with desk.database.reading() as connection:
        owner = owner_in(connection)
    assert owner is not None
    found = open_case_list(lists.liquid_list(tmp_path))
    apply_plan(desk.database, owner, found.plan(found.guessed, {}, desk.today()), desk.calendar)
    with desk.database.saving(desk.me.id) as session:
        kit = session.scalars(select(Child).where(Child.identifier == KIT)).one()
        review = OpenReview(session, plan_review(session, kit).id)
        review.begin(desk.today(), "16:00", desk.calendar)
        _write(review)
        review.finish(desk.now(), "17:00", desk.calendar)
        return review.review.id


def _write(review: OpenReview) -> None:
    carer = review.add_person("Bea Marrow", called="Bea", role="carer")
    review.attendance_of(carer).attended = "in_room"
    review.answer_participation("was_there", "in_room")
    review.answer_participation("spoke", True)
    review.participation.seen_alone = "yes"
    review.add_wish("Lunch time is too loud.")
    review.add_note("going_well", "You sleep through most nights.", step="A4", life_area="home")
    review.add_note("worry", "Lunch time is hard.", step="A7", life_area="learning")
    review.give_number(7, "Bea keeps her promises.")
    review.decide("Find a quiet place at lunch", "Bea Marrow", date(2026, 9, 18))
    row = review.review
    row.what_for = "We met to see how things are going."
    row.permanence_plan = "Long-term fostering"
    row.home_line = "You will live with Bea until you are grown up."
    row.permanence_type, row.plan_not_ratified_why = "not_yet_known", "It is new."
    row.plan_agreed, row.iro_view = "yes", "The plan meets what Kit needs."
    row.warm_line = "You have been kind to the new boy in your class."
    row.next_review_on, row.see_child_by = date(2027, 2, 10), date(2026, 11, 11)
    for step in MEETING_STEPS:
        review.mark_step(step)
    for right in RIGHTS:
        review.explain_right(right)


def _of_settings(page: ReviewPage) -> list[str]:
    sheet = page.meeting.sheet
    found = lacking(sheet, sample.REVIEW_ON, sample.calendar())
    return [each.field for each in found if each.table in TYPED_IN_SETTINGS]


def _check_letter(program: Program) -> ComposerPage:
    program.qtbot.mouseClick(program.control("check_letter"), Qt.MouseButton.LeftButton)
    letter = program.page
    assert isinstance(letter, ComposerPage)
    return letter


def _the_end_of_the_letter_says_that_there_are_gaps(program: Program, page: ReviewPage) -> None:
    page.go("A12")
    letter = _check_letter(program)
    button = letter.finish.issue.issue_button
    assert button.is_off
    assert button.reason.said == "The letter still has 3 gaps."
    row = next(row for key, row in letter.finish.rows.items() if "L13" in key and row.is_waiting)
    assert row.aside_button.isHidden(), "a gap is filled, and not set aside"
    program.qtbot.mouseClick(program.control("leave"), Qt.MouseButton.LeftButton)
    program.at_rest()


def _a_gap_in_the_letter_opens_its_field(program: Program, page: ReviewPage) -> None:
    page.show_paper(DocumentKind.LETTER)
    large = page.papers[DocumentKind.LETTER]
    program.qtbot.waitUntil(lambda: large.live.paper is not None and large.live.is_at_rest)
    assert large.live.paper is not None
    missing = large.live.paper.missing
    assert [each.field for each in missing] == ["advocacy_phone", "complaints_phone", "phone"]
    gap = next(each for each in missing if each.field == "complaints_phone")
    large.view.source_clicked.emit(Source(gap.table, gap.row_id, gap.field))
    _opened_at(program, "council_complaints_phone")


def _what_is_still_needed_opens_its_field(program: Program, page: ReviewPage) -> None:
    assert _of_settings(page) == [
        "phone",
        "advocacy_name",
        "advocacy_phone",
        "complaints_phone",
    ]
    page.steps.open_list()
    menu = page.steps.findChild(QWidget, "still_needed_list")
    assert menu is not None
    action = next(one for one in menu.actions() if "how Kit can reach you" in one.text())
    action.trigger()
    menu.close()
    _opened_at(program, "staff_member_phone")


def _opened_at(program: Program, name: str) -> None:
    """Check that the settings are open with the keyboard on this field, and close them."""
    dialog = _settings(program)
    control = dialog.findChild(QWidget, name)
    dialog.activateWindow()
    program.qtbot.waitUntil(lambda: QApplication.focusWidget() is control)
    program.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    program.at_rest()


def _settings(program: Program) -> SettingsDialog:
    (dialog,) = program.waymark.window.findChildren(SettingsDialog)
    return dialog


def _fill_in_the_settings(program: Program) -> None:
    program.waymark.window.menus.actions["settings"].trigger()
    dialog = _settings(program)
    for name, words in TYPED:
        control = dialog.findChild(QWidget, name)
        assert control is not None
        type_text(program.qtbot, control, words)
    program.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    program.at_rest()


def _issue(program: Program, page: ReviewPage) -> None:
    page.close_paper()
    page.go("A12")
    program.waymark.window.activateWindow()
    program.qtbot.waitUntil(program.waymark.window.isActiveWindow)
    letter = _check_letter(program)
    issue_the_letter(program.qtbot, Keyboard(program.qtbot, page), letter)
    program.at_rest()
    desk = program.waymark.desk
    assert desk is not None
    with desk.database.reading() as connection:
        row = connection.execute("select words from document").fetchone()
    for _field, words in TYPED:
        assert words in row[0]
