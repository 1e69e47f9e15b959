"""Children: found as one types, narrowed down, opened and started with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.caseload import children
from tests import demo_record
from tests.benchmarks import big_record
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.caseload.child_row_words import Column
from ui.caseload.children_page import ChildrenPage
from ui.desk import Desk
from ui.language import short_day


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ChildrenPage:
    made = ChildrenPage(desk)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    made.enter()
    qtbot.waitUntil(lambda: "31" in made.whose.chip("mine").text())
    return made


@pytest.fixture
def many(qtbot: QtBot, tmp_path: Path) -> Iterator[ChildrenPage]:
    """Give the list of a council with 2,000 children, none of them this IRO's."""
    database = big_record.with_children(tmp_path / "many", 2_000)
    with at_desk(database, "nobody", demo_record.NOW) as desk:
        page = ChildrenPage(desk)
        qtbot.addWidget(page)
        page.resize(1282, 736)
        shown(qtbot, page)
        yield page
    database.close()


def _names(page: ChildrenPage) -> list[str]:
    return [page.rows.words(row).cells[0].fact for row in range(page.rows.rowCount())]


def test_my_children_stand_by_the_next_review_due(page: ChildrenPage, desk: Desk) -> None:
    with desk.database.reading() as connection:
        mine = children(connection, desk.me.id)
    assert _names(page) == [f"{line.called} {line.family_name}" for line in mine]
    assert page.subtitle.said == "31 children you review"


def test_a_row_is_said_as_one_sentence(page: ChildrenPage) -> None:
    index = page.rows.index(0, Column.NAME)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    line = page.rows.line(0)
    assert line.last_letter_on is not None
    assert said == (
        f"Ives Tallowfield. 14, he/him. Lives with: {line.lives_with}. "
        "Last review: Review 4, Thu 30 Apr. Next review by: Fri 30 Oct, late, not booked. "
        f"Last letter: {short_day(line.last_letter_on)}. 9 working days late"
    )


def test_the_rows_keep_qt_s_rules(page: ChildrenPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.rows, force_py=True)


@pytest.mark.parametrize("typed", ["wren", "ashcombe", "W040252", "Wren Ash"])
def test_typing_finds_by_name_and_by_identifier(
    page: ChildrenPage, qtbot: QtBot, typed: str
) -> None:
    type_text(qtbot, page.box, typed)
    assert "Wren Ashcombe-Fell" in _names(page)
    assert page.rows.rowCount() < 4


def test_typing_finds_by_social_worker(page: ChildrenPage, qtbot: QtBot) -> None:
    worker = page.rows.line(0).social_worker
    type_text(qtbot, page.box, worker)
    lines = [page.rows.line(row) for row in range(page.rows.rowCount())]
    assert lines
    assert {line.social_worker for line in lines} == {worker}
    assert [line.review_due_on for line in lines] == sorted(
        line.review_due_on for line in lines if line.review_due_on
    )


def test_down_goes_into_the_list_and_enter_opens(page: ChildrenPage, qtbot: QtBot) -> None:
    page.box.setFocus()
    QTest.keyClick(page.box, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.child_opened) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [page.rows.line(1).id]
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    assert page.box.hasFocus()


def test_letters_in_the_list_go_to_a_name(page: ChildrenPage, qtbot: QtBot) -> None:
    page.go_into_table()
    QTest.keyClick(page.table, Qt.Key.Key_P)
    assert page.rows.line(page.table.currentIndex().row()).called == "Posy"


def test_ctrl_enter_opens_the_review_that_is_planned(page: ChildrenPage, qtbot: QtBot) -> None:
    page.go_into_table()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.review_started) as started:
        QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    child_id = page.rows.line(1).id
    with page._desk.database.reading() as connection:
        row = connection.execute(
            "select child_id, state from review where id = ?", (started.args[0],)
        ).fetchone()
    assert tuple(row) == (child_id, "planned")


def test_a_filter_shows_as_many_as_it_counts(page: ChildrenPage, qtbot: QtBot) -> None:
    for key in ("soon", "late", "interpreter", "letter"):
        chip = page.filters.chip(key)
        count = int(chip.text().split()[-1])
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert page.rows.rowCount() == count > 0
    QTest.keyClick(page.filters.chip("letter"), Qt.Key.Key_Space)
    assert page.rows.rowCount() == 31


def test_everyone_s_children_are_a_chip_away(page: ChildrenPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.whose.chip("everyone"), Qt.MouseButton.LeftButton)
    assert page.rows.rowCount() == 60
    assert page.subtitle.said == "60 children in care"


def test_nothing_found_says_what_to_try(page: ChildrenPage, qtbot: QtBot) -> None:
    type_text(qtbot, page.box, "zzz")
    assert page.nothing.isVisible()
    assert page.nothing.title.said == "No child found"
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    assert page.rows.rowCount() == 31


def test_a_change_of_the_record_shows_at_once(
    page: ChildrenPage, qtbot: QtBot, desk: Desk
) -> None:
    line = page.rows.line(3)
    page.table.go_to_row(3)
    desk.put("child", line.id, "chosen_name", "Button")
    qtbot.waitUntil(lambda: f"Button {line.family_name}" in _names(page))
    assert page.table.current_child() == line.id


def test_a_long_list_is_read_a_page_at_a_time(many: ChildrenPage, qtbot: QtBot) -> None:
    assert many.whose.chosen() == "everyone"
    assert many.rows.rowCount() < 2_000
    while many.rows.canFetchMore(many.table.rootIndex()):
        many.rows.fetchMore(many.table.rootIndex())
    assert many.rows.rowCount() == 2_000
    lines = [many.rows.line(row) for row in range(2_000)]
    assert len({line.id for line in lines}) == 2_000
    due = [line.review_due_on for line in lines if line.review_due_on]
    assert due == sorted(due)


def test_columns_go_in_order_of_need(page: ChildrenPage, qtbot: QtBot) -> None:
    def shown_columns() -> set[Column]:
        return {column for column in Column if not page.table.isColumnHidden(column)}

    assert shown_columns() == set(Column)
    page.resize(940, 590)
    qtbot.wait(0)
    assert shown_columns() == set(Column) - {Column.LAST_LETTER, Column.LIVES_WITH}
    appearance().apply(text_size=200)
    page.resize(1282, 736)
    qtbot.wait(0)
    assert {Column.NAME, Column.NEXT_REVIEW, Column.TO_KNOW} <= shown_columns()
    heads = page.table.horizontalHeader()
    assert heads.length() <= page.table.viewport().width()


def test_every_control_has_a_name(page: ChildrenPage) -> None:
    assert unnamed(page) == []
