"""Sam, Max and Theo in one sitting: what is shared is said once, what is private stays."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.considering import consider
from models.coverage import matters_open
from models.database import Database
from models.document_kind import REVIEW_PAPERS
from models.issuing import issued_pdf
from models.open_review import OpenReview
from models.plain_reading import Connection
from models.reading_a_review import read_review
from models.rules.rights import RIGHTS
from models.rules.schedule7 import Considered
from tests import sample
from tests.journeys.keyboard import KEY
from tests.journeys.playing import LEFT, Clock, Playing, prepared
from tests.letters.reading import everything, whole_text
from tests.real_program import running
from tests.siblings import add_brothers
from ui.meeting.choices import CHILD
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.note_editor import NoteEditor
from ui.meeting.notes_page import NotesPage
from ui.meeting.welcome_page import WelcomePage
from ui.parts.words import Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

SHARED = "You see Nana Bea every Saturday."
SHARED_DECISION = "Book one longer visit"
OF_ONES_OWN = {  # one word for each thing that must not travel
    "wish": "{}wishes", "whisper": "{}whispers", "secret": "{}secrets", "note": "{}notes",
    "number": "{}reasons", "alone": "{}alone", "warm": "{}warmth", "home": "{}homely",
    "decision": "{}deeds",
}  # fmt: skip
UNSAID = {"whisper", "secret"}  # in no letter and no shared minutes, not even one's own
NAMES = ("Sam", "Max", "Theo")


def _own(name: str, thing: str) -> str:
    return OF_ONES_OWN[thing].format(name)


@pytest.fixture
def reviews(tmp_path: Path) -> dict[str, str]:
    """The ids of the three reviews: what each child said before the day is written."""
    with prepared(tmp_path / "record", Clock()) as (database, made):
        found = {"Sam": made.review_id, **add_brothers(database, made)}
        for name, review_id in found.items():
            _write_ones_own(database, review_id, name, made)
    return found


@pytest.fixture
def playing(qtbot: QtBot, tmp_path: Path, reviews: dict[str, str]) -> Iterator[Playing]:
    with running(qtbot, tmp_path / "record", Clock()) as program:
        yield Playing(program, reviews["Sam"])


def _write_ones_own(database: Database, review_id: str, name: str, made: sample.Sample) -> None:
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, review_id)
        review.add_wish(_own(name, "wish"))
        review.add_note("worry", _own(name, "note"), step="A7", life_area="learning")
        review.add_note("going_well", f"{name} sleeps well.", step="A4", life_area="home")
        review.give_number(7, _own(name, "number"))
        review.decide(_own(name, "decision"), "Alma Dunmore", date(2026, 9, 30))
        review.answer_participation("was_there", "in_room")
        review.answer_participation("spoke", True)
        told = review.participation
        told.seen_alone_on = sample.REVIEW_ON
        told.seen_alone, told.seen_alone_why = "declined", _own(name, "alone")
        for step in ("A6", "A8", "A9"):
            review.mark_step(step)
        row = review.review
        row.permanence_type, row.plan_not_ratified_why = "long_term_fostering", "It is new."
        row.permanence_plan, row.plan_agreed = "Long-term fostering", "yes"
        row.warm_line, row.home_line = _own(name, "warm"), _own(name, "home")
        row.iro_view = "The plan meets what is needed."
        row.next_review_on, row.see_child_by = date(2026, 11, 4), date(2026, 9, 30)
        for right in RIGHTS:
            review.explain_right(right)
        if name == "Sam":
            for decision_id in made.earlier_decisions:
                review.hear_progress(decision_id, "done")
    with database.reading() as connection:
        still_open = matters_open(read_review(connection, review_id))
    with database.saving(made.iro_id) as session:
        for each in still_open:
            consider(OpenReview(session, review_id), each.matter, Considered.NOTHING_TO_ADD)


def test_three_brothers_in_one_sitting(playing: Playing, reviews: dict[str, str]) -> None:
    _held_together_and_begun_at_once(playing, reviews)
    _who_came_is_said_once(playing, reviews)
    _a_note_for_all_and_a_decision_for_one(playing, reviews)
    for name, review_id in reviews.items():
        if name != "Sam":
            _go_to_the_record_of(playing, review_id)
            _what_was_sent_is_here(playing)
        _what_must_not_travel(playing, name)
    for review_id in reversed(reviews.values()):
        playing.page.go("A12")
        _go_to_the_record_of(playing, review_id)
        _finish_and_issue(playing)
    _nobodys_words_are_with_another(playing.database, reviews)


def _held_together_and_begun_at_once(playing: Playing, reviews: dict[str, str]) -> None:
    page = playing.page.page()
    assert isinstance(page, WelcomePage)
    playing.click("together")
    names = page.sitting.together.finder.list
    playing.qtbot.waitUntil(lambda: names.is_open)
    shown = [names.item(number).text() for number in range(names.count())]
    assert shown == ["Max Tillbrook", "Theo Tillbrook"]
    playing.keys.press(KEY.Key_Return)
    playing.keys.type("the")
    playing.keys.press(KEY.Key_Return)
    playing.look("brothers-1-together")
    playing.click("begin")
    for review_id in reviews.values():
        sheet = playing.sheet_of(review_id)
        assert (sheet.state, sheet.held_on) == ("open", sample.REVIEW_ON)


def _who_came_is_said_once(playing: Playing, reviews: dict[str, str]) -> None:
    page = playing.page.page()
    assert isinstance(page, WelcomePage)
    for person in playing.sheet.people:
        there = "no" if person.short == "Mum" else "in_room"
        playing.click_on(page.people.slots[person.id].attended.chip(there))
    playing.click("same_people")
    for name in ("Max", "Theo"):
        came = [person.short for person in playing.sheet_of(reviews[name]).who_came]
        assert came == ["Alma", "Samir"]


def _a_note_for_all_and_a_decision_for_one(playing: Playing, reviews: dict[str, str]) -> None:
    page = _notes(playing, "A5")
    playing.keys.type(SHARED)
    for name in ("Max", "Theo"):
        playing.click_on(page.capture.also_for.chip(reviews[name]))
    playing.look("brothers-2-note")
    playing.keys.press(KEY.Key_Return, ctrl=True)
    assert playing.keys.at is page.capture.field.control
    playing.page.go("A11")
    decisions = playing.page.page()
    assert isinstance(decisions, DecisionsPage)
    playing.keys.type(f"{SHARED_DECISION}\tSamir Oakenshaw\t4 sep\t")
    playing.click_on(decisions.capture.also_for.chip(reviews["Max"]))
    playing.look("brothers-3-decision")
    playing.click("add_decision")
    assert [len(playing.sheet_of(each).decisions) for each in reviews.values()] == [2, 2, 1]


def _go_to_the_record_of(playing: Playing, review_id: str) -> None:
    before = playing.page.step
    playing.qtbot.mouseClick(playing.page.sitting_bar.chips.chip(review_id), LEFT)
    playing.qtbot.waitUntil(lambda: playing.page.meeting.review_id == review_id)
    assert playing.page.step == before
    playing.qtbot.waitUntil(lambda: playing.page.isAncestorOf(playing.keys.at))


def _what_was_sent_is_here(playing: Playing) -> None:
    page = _notes(playing, "A5")
    said = {each.said for each in page.findChildren(Words)}
    assert SHARED in said
    assert any(words.startswith("Also in the records of") for words in said)
    assert f"Not in the letter until you write it for {playing.page.meeting.name}" in said
    waits = f"Not in the letter until you write it for {playing.page.meeting.name}"
    assert waits in said
    (copy,) = [note for note in playing.sheet.notes if note.words == SHARED]
    slot = page.notes.slot(copy.id)
    assert slot is not None
    slot.card().setFocus()
    playing.keys.press(KEY.Key_Return)
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    editor.letter_words.control.setFocus()
    playing.keys.type(SHARED)
    playing.look("brothers-3-written")
    playing.keys.press(KEY.Key_Return, ctrl=True)
    (copy,) = [note for note in playing.sheet.notes if note.words == SHARED]
    assert copy.in_letter


def _what_must_not_travel(playing: Playing, name: str) -> None:
    page = _notes(playing, "A5")
    capture = page.capture
    playing.click_on(capture.restricted)
    assert capture.also_for.isHidden()
    capture.field.control.setFocus()
    playing.keys.type(_own(name, "secret"))
    playing.keys.press(KEY.Key_Return, ctrl=True)
    playing.click_on(capture.said_by.chip(CHILD))
    assert capture.also_for.isHidden()
    playing.click_on(capture.restricted)
    capture.field.control.setFocus()
    playing.keys.type(_own(name, "whisper"))
    playing.keys.press(KEY.Key_Return, ctrl=True)
    playing.look(f"brothers-4-{name}")
    sheet = playing.sheet
    assert [note.restricted for note in sheet.notes if note.words == _own(name, "secret")] == [
        True
    ]
    assert [wish.private for wish in sheet.wishes if wish.words == _own(name, "whisper")] == [True]


def _notes(playing: Playing, step: str) -> NotesPage:
    playing.page.go(step)
    page = playing.page.page()
    assert isinstance(page, NotesPage)
    return page


def _finish_and_issue(playing: Playing) -> None:
    desk = playing.program.waymark.desk
    assert desk is not None
    assert lacking(playing.sheet, desk.today(), desk.calendar) == ()
    playing.keys.finish()
    playing.issue()


def _nobodys_words_are_with_another(database: Database, reviews: dict[str, str]) -> None:
    with database.reading() as connection:
        sheets = {name: read_review(connection, each) for name, each in reviews.items()}
        stored = {name: _all_rows(connection, sheet.case_id) for name, sheet in sheets.items()}
        papers = {
            (name, kind): issued_pdf(connection, document.id)
            for name, sheet in sheets.items()
            for kind in REVIEW_PAPERS
            if (document := sheet.latest_document(kind)) is not None
        }
    assert len(papers) == 6
    for name in reviews:
        assert not [thing for thing in OF_ONES_OWN if _own(name, thing) not in stored[name]]
        assert _words_of_others(name, stored[name]) == []
    for (name, kind), pdf in papers.items():
        text, inside = whole_text(pdf), everything(pdf).decode()
        assert SHARED in text
        assert (SHARED_DECISION in text) is (name != "Theo")
        assert _own(name, "wish") in text, "the search finds what is there"
        assert not [thing for thing in UNSAID if _own(name, thing) in text + inside], (name, kind)
        assert _words_of_others(name, text + inside) == [], (name, kind)


def _words_of_others(name: str, where: str) -> list[str]:
    words = [_own(other, thing) for other in NAMES for thing in OF_ONES_OWN if other != name]
    return [word for word in words if word in where]


def _all_rows(connection: Connection, case_id: str) -> str:
    """Everything that the record of one child holds, in every table."""
    tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    found: list[str] = []
    for (table,) in tables:
        columns = [row[1] for row in connection.execute(f"pragma table_info({table})").fetchall()]
        if "case_id" in columns:
            wanted = f"select * from {table} where case_id = ?"  # noqa: S608 - the record's own name
            found += map(repr, connection.execute(wanted, (case_id,)).fetchall())
    return "\n".join(found)
