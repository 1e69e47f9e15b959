"""The child's page: facts changed where they stand, the review opened, people looked after."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.child_story import read_story
from models.review import Review
from models.rules.legal_status import LEGAL_STATUSES
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.child.child_head import STATUS_WORDS
from ui.child.child_page import ChildPage
from ui.child.fact_row import FactRow
from ui.child.new_person_form import NewPersonForm
from ui.child.person_form import PersonForm
from ui.desk import Desk
from ui.parts.notices import Notice


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: Sample) -> ChildPage:
    page = ChildPage(desk, made.child_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def _kept(desk: Desk, child_id: str, field: str) -> object:
    with desk.database.reading() as connection:
        return connection.execute(
            f"select {field} from child where id = ?",  # noqa: S608 our own names
            (child_id,),
        ).fetchone()[0]


def _open(page: ChildPage, field: str) -> FactRow:
    row = page.about.rows[field]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.editor is not None
    assert row.editor.control.hasFocus()
    return row


def test_the_head_says_who_it_is(page: ChildPage) -> None:
    assert page.title() == page.head.name.said == page.story.child.full_name
    assert "years old, born" in page.head.about.said
    assert page.head.status.accessibleName()
    assert page.head.start.text() == "Start review 3"


def test_each_legal_status_has_its_few_words() -> None:
    assert set(STATUS_WORDS) == set(LEGAL_STATUSES)


def test_a_fact_is_saved_when_it_is_left(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    row = _open(page, "what_helps")
    type_text(qtbot, row.editor.control, "Zoë’s dog, and breaks")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert row.editor is None
    assert str(_kept(desk, made.child_id, "what_helps")).startswith("Zoë’s dog, and breaks")
    assert row.value.said.startswith("Zoë’s dog, and breaks")


def test_a_fact_is_saved_while_it_is_typed(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    row = _open(page, "pronouns")
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "they/them")
    qtbot.waitUntil(lambda: _kept(desk, made.child_id, "pronouns") == "they/them")
    assert row.editor is not None, "it is still being typed in"
    assert row.editor.control.text() == "they/them"
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert row.editor is None
    assert row.hasFocus()


def test_what_was_typed_is_journalled_and_not_overwritten_by_an_import(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    row = _open(page, "school")
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "Millpond Primary")
    assert page.flush()
    assert "school" in str(_kept(desk, made.child_id, "iro_typed"))
    noted = [(typed.field, typed.text) for typed in desk.database.journal.newest()]
    assert ("school", "Millpond Primary") in noted


def test_a_day_is_typed_as_people_say_it_and_an_unreadable_one_stays(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    row = _open(page, "lives_there_since")
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "soon")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert row.editor is not None
    assert row.editor.has_error
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "3 apr 2026")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert row.editor is None
    assert _kept(desk, made.child_id, "lives_there_since") == "2026-04-03"


def test_a_corrected_birthday_is_shown_and_counted(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    row = _open(page, "born_on")
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "1 august 2008")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert _kept(desk, made.child_id, "review_due_on") is None
    assert "18 years old, born 1 August 2008" in page.head.about.said
    assert page.timeline.due.said.startswith("No further review falls before")


def test_the_letter_s_colour_is_chosen_with_the_arrows(
    page: ChildPage, desk: Desk, made: Sample
) -> None:
    row = _open(page, "letter_colour")
    before = _kept(desk, made.child_id, "letter_colour")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Down)
    assert _kept(desk, made.child_id, "letter_colour") != before
    QTest.keyClick(row.editor.control, Qt.Key.Key_Escape)
    assert row.hasFocus()


def test_the_next_review_says_how_its_day_was_counted(page: ChildPage) -> None:
    assert page.timeline.due.said == "Next review by Sunday 16 August."
    assert page.timeline.explained.said.startswith("6 months from 16 February 2026, the review")
    titles = [entry.happening.title for entry in page.timeline.entries]
    assert titles[0].startswith("Review 3")
    assert any(title.startswith("Review 2, Monday 16 February") for title in titles)


def test_start_opens_the_review_that_is_planned(
    page: ChildPage, qtbot: QtBot, made: Sample
) -> None:
    with qtbot.waitSignal(page.review_opened) as opened:
        QTest.keyClick(page.head.start, Qt.Key.Key_Return)
    assert opened.args == [made.review_id]


def test_without_a_plan_start_asks_for_day_time_and_place(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    desk.save(
        lambda session: session.get_one(Review, made.review_id).remove(
            made.iro_id, session.info["at"]
        )
    )
    qtbot.waitUntil(lambda: page.story.planned is None)
    QTest.mouseClick(page.head.start, Qt.MouseButton.LeftButton)
    panel = page.booking
    assert panel is not None
    assert panel.day.day() == date(2026, 8, 12)
    panel.time.control.selectAll()
    type_text(qtbot, panel.time.control, "later")
    QTest.keyClick(panel.time.control, Qt.Key.Key_Return)
    assert panel.time.has_error
    panel.time.control.selectAll()
    type_text(qtbot, panel.time.control, "4pm")
    panel.place.control.selectAll()
    with qtbot.waitSignal(page.review_opened) as opened:
        type_text(qtbot, panel.place.control, "At school\n")
    with desk.database.reading() as connection:
        planned = read_story(connection, made.child_id).planned
    assert planned is not None
    assert opened.args == [planned.id]
    assert (planned.booked_on, planned.booked_time, planned.place) == (
        date(2026, 8, 12), "16:00", "At school",
    )  # fmt: skip


def test_the_day_of_a_review_can_be_changed(page: ChildPage, qtbot: QtBot, desk: Desk) -> None:
    QTest.mouseClick(page.timeline.book, Qt.MouseButton.LeftButton)
    assert page.booking is not None
    page.booking.day.control.selectAll()
    asked = page.booking.asked
    assert asked.isHidden()
    type_text(qtbot, page.booking.day.control, "14 aug\n")
    assert QApplication.focusWidget() is asked.asked_by.control
    type_text(qtbot, asked.asked_by.control, "Samir")
    asked.reason.set_value("worker_away")
    QTest.mouseClick(page.booking.do_button, Qt.MouseButton.LeftButton)
    assert page.booking is None
    qtbot.waitUntil(lambda: page.story.child.booked_on == date(2026, 8, 14))
    assert page.timeline.entries[0].happening.title.startswith("Review 3, Friday 14 August")


def test_esc_closes_what_is_open_and_then_goes_back(page: ChildPage, qtbot: QtBot) -> None:
    page.ask_for_the_day()
    assert page.booking is not None
    QTest.keyClick(page.booking.day.control, Qt.Key.Key_Escape)
    assert page.booking is None
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.head.start, Qt.Key.Key_Escape)


def test_somebody_is_added_changed_and_removed_again(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    before = len(page.story.people)
    QTest.keyClick(page.people.add_button, Qt.Key.Key_Return)
    form = page.people.form
    assert isinstance(form, NewPersonForm)
    QTest.keyClick(form.name.control, Qt.Key.Key_Return)
    assert form.name.has_error
    type_text(qtbot, form.name.control, "Łucja Hollowell\n")
    qtbot.waitUntil(lambda: len(page.story.people) == before + 1)
    person = page.story.people[-1]
    assert (person.name, person.role) == ("Łucja Hollowell", "family")
    QTest.mouseClick(page.people.chips.chip(person.id), Qt.MouseButton.LeftButton)
    changed = page.people.form
    assert isinstance(changed, PersonForm)
    type_text(qtbot, changed.called.control, "Auntie")
    QTest.mouseClick(changed.responsibility, Qt.MouseButton.LeftButton)
    QTest.keyClick(changed.close_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.story.people[-1].called == "Auntie")
    assert page.story.people[-1].parental_responsibility
    QTest.mouseClick(page.people.chips.chip(person.id), Qt.MouseButton.LeftButton)
    again = page.people.form
    assert isinstance(again, PersonForm)
    QTest.keyClick(again.remove_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.story.people) == before)
    undo = page.notices.findChild(Notice, "undo_notice")
    assert undo is not None
    QTest.keyClick(undo.action, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.story.people) == before + 1)


def test_a_person_keeps_a_name(page: ChildPage, qtbot: QtBot, desk: Desk) -> None:
    person = page.story.people[0]
    QTest.mouseClick(page.people.chips.chip(person.id), Qt.MouseButton.LeftButton)
    form = page.people.form
    assert isinstance(form, PersonForm)
    form.name.control.selectAll()
    type_text(qtbot, form.name.control, "\b")
    form.flush()
    assert form.name.has_error
    with desk.database.reading() as connection:
        kept = connection.execute("select name from person where id = ?", (person.id,)).fetchone()
    assert kept[0] == person.name


def test_every_control_has_a_name_whatever_is_open(page: ChildPage, qtbot: QtBot) -> None:
    page.ask_for_the_day()
    page.people.ask_for_someone()
    page.about.rows["plan"].begin()
    page.about.rows["legal_status"].begin()
    assert unnamed(page) == []
    QApplication.processEvents()


@pytest.mark.parametrize(("size", "text_size"), [((940, 590), 100), ((1282, 736), 200)])
def test_nothing_runs_out_at_the_side(
    qtbot: QtBot, demo_desk: Desk, size: tuple[int, int], text_size: int
) -> None:
    with demo_desk.database.reading() as connection:
        child_id = connection.execute("select id from child where given_name = 'Wren'").fetchone()[
            0
        ]
    page = ChildPage(demo_desk, child_id)
    qtbot.addWidget(page)
    page.show()
    appearance().apply(text_size=text_size)
    page.resize(*size)
    qtbot.wait(0)
    inside = page._scrolling.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page._scrolling.viewport().width()
    assert page.head.minimumSizeHint().width() <= page.width()
