"""Which rules a child's reviews follow is changed on her page, and the due date follows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.child_story import CareNow, read_story
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.child.child_page import ChildPage
from ui.child.rules_row import RulesRow, care_words
from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: Sample) -> ChildPage:
    page = ChildPage(desk, made.child_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def open_row(qtbot: QtBot, page: ChildPage) -> RulesRow:
    row = page.about.rules
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert row.path.control.hasFocus()
    return row


def press(qtbot: QtBot, row: RulesRow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(row.path.control, key)


def care(desk: Desk, made: Sample) -> CareNow:
    with desk.database.reading() as connection:
        found = read_story(connection, made.child_id).care
    assert found is not None
    return found


def test_placing_for_adoption_is_kept_with_its_day_and_the_due_date_follows(
    qtbot: QtBot, page: ChildPage, desk: Desk, made: Sample
) -> None:
    row = open_row(qtbot, page)
    assert row.since.isHidden()
    press(qtbot, row, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert row.path.value() == "placed_for_adoption"
    assert row.since.isVisible()
    row.since.control.setFocus()
    type_text(qtbot, row.since.control, "30 july 2026")
    qtbot.keyClick(row.since.control, Qt.Key.Key_Return)
    assert (care(desk, made).path, care(desk, made).path_since) == (
        "placed_for_adoption", date(2026, 7, 30)
    )  # fmt: skip
    assert row.value.said == "Placed for adoption, since 30 July 2026"
    assert row.hasFocus()
    assert page.story.child.review_due_on == date(2026, 8, 27)
    assert page.story.child.review_due_clock == "V2"
    assert unnamed(page) == []


def test_without_its_day_adoption_is_not_kept_and_nothing_is_lost(
    qtbot: QtBot, page: ChildPage, desk: Desk, made: Sample
) -> None:
    row = open_row(qtbot, page)
    press(qtbot, row, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert row.since.error.said == "Write the day. Until then nothing is changed."
    assert row.since.control.hasFocus()
    page.about.rows["plan"].setFocus()
    qtbot.waitUntil(row.since.control.hasFocus)
    type_text(qtbot, row.since.control, "1 may 2025")
    qtbot.keyClick(row.since.control, Qt.Key.Key_Return)
    assert row.since.error.said == "The time in care began on 3 November 2025."
    assert care(desk, made).path == "ordinary"
    qtbot.keyClick(row.since.control, Qt.Key.Key_Escape)
    assert not row.is_open
    assert row.value.said == "The usual rules"


def test_short_breaks_may_have_always_been(
    qtbot: QtBot, page: ChildPage, desk: Desk, made: Sample
) -> None:
    row = open_row(qtbot, page)
    press(qtbot, row, Qt.Key.Key_End)
    assert row.path.value() == "short_breaks"
    assert row.since.isVisible()
    page.about.rows["plan"].setFocus()
    qtbot.waitUntil(lambda: care(desk, made).path == "short_breaks")
    assert page.story.child.review_due_clock == "V4a"
    assert page.story.planned is not None
    row = open_row(qtbot, page)
    press(qtbot, row, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert care(desk, made).path == "ordinary"
    assert care(desk, made).began_on == date(2025, 11, 3)


def test_a_path_from_a_newer_program_is_shown_as_it_is() -> None:
    newer = CareNow(date(2025, 11, 3), None, "a newer path", None)
    assert care_words(newer) == "a newer path"


def test_a_child_who_left_care_has_no_rules_to_show(
    qtbot: QtBot, page: ChildPage, desk: Desk
) -> None:
    page.about.rules.show_care(None)
    assert page.about.rules.isHidden()
    page.about.rules.begin()
    assert not page.about.rules.is_open


def test_a_long_legal_status_does_not_make_the_page_too_wide(
    qtbot: QtBot, page: ChildPage
) -> None:
    page.resize(1000, 580)
    page.about.rows["legal_status"].begin()
    settle()
    assert cut_off(page) == []
