"""Whoever sees a part of a record is told so, and can do there what the council takes of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.settings import Settings
from models.sync.case_here import CaseHere
from models.sync.changes import waiting_changes, waiting_tables
from models.sync.reach import Reach
from models.sync.registry import IRO, MANAGER, SUPPORT
from models.whose import OWNER
from tests import laptop as laptops
from tests import sample
from tests.shared_council import SharedCouncil
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from tests.ui.sync.press_everything import press_everything
from tests.ui.sync.shared_record import join
from ui.appearance import appearance
from ui.caseload.children_page import ChildrenPage
from ui.caseload.today_page import TodayPage
from ui.child.case_line import CaseLine, cover_words
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.meeting.asked_slot import AskedSlot
from ui.meeting.part_of_review_page import PartOfReviewPage
from ui.meeting.review_page import ReviewPage
from ui.parts.words import Words
from ui.settings.council_part import CouncilPart
from ui.settings.letters.letters_part import LettersPart
from ui.settings.pictures_part import PicturesPart
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.words_part import WordsPart
from ui.settings.you_part import YouPart

Sam = tuple[Database, sample.Sample]
NOTICE = "You see the part of Sam’s record that business support works with."
REST = "What Sam said, notes, numbers and the letter are not shown here."


@contextmanager
def _desk_of(sam: Sam, role: str) -> Iterator[Desk]:
    database, made = sam
    with database.saving(made.iro_id) as session:
        value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
        session.add(LaptopFact(name=OWNER, value=value))
    if role:
        join(database, sample.NOW, role=role)
    with at_desk(database, made.iro_id, sample.NOW) as desk:
        yield desk


@pytest.fixture
def desk(sam: Sam, qapp: object) -> Iterator[Desk]:
    """Give the desk of business support, with Sam's record on the laptop."""
    with _desk_of(sam, SUPPORT) as desk:
        yield desk


@pytest.fixture
def review(qtbot: QtBot, desk: Desk, sam: Sam) -> PartOfReviewPage:
    """Show Sam's planned review as business support sees it."""
    return _review(qtbot, desk, sam[1].review_id)


def _review(qtbot: QtBot, desk: Desk, review_id: str) -> PartOfReviewPage:
    page = PartOfReviewPage(desk, review_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def _said(widget: QWidget) -> list[str]:
    return [each.said for each in widget.findChildren(Words) if each.isVisibleTo(widget)]


def _cell(desk: Desk, table: str, row_id: str, field: str) -> Any:
    with desk.database.reading() as connection:
        row = connection.execute(f"select {field} from {table} where id = ?", (row_id,)).fetchone()  # noqa: S608
    return row[0]


def _refused(database: Database, role: str) -> list[str]:
    """Give each field that waits to be shared and that this role may not write."""
    reach, found = Reach(role), []
    with database.reading() as connection:
        for table in waiting_tables(connection):
            rows = connection.execute(
                f'select json_each.key, base_version, case_id from "{table}", json_each(pending)'  # noqa: S608
            ).fetchall()
            found += [
                f"{table}.{field}" for field, version, case_id in rows
                if not reach.writes(table, field, of_council=not case_id, is_own=not case_id)
                or not (version or reach.makes(table) or not case_id)
            ]  # fmt: skip
    return found


def test_the_review_begins_with_what_is_shown_and_what_is_not(
    review: PartOfReviewPage, sam: Sam
) -> None:
    notice = review.part.notice
    assert notice.isVisible()
    assert (notice.title.said, notice.detail.said) == (NOTICE, REST)
    assert not notice.close_button.isVisible()
    said = _said(review)
    assert {"When and where", "Who is asked to come", "What was decided", "The next review"} <= {
        *said
    }
    assert "Booked for Wednesday 12 August at 4:00pm" in said
    assert not review.bar.hand_button.isVisible()
    assert not review.bar.letter_button.isVisible()
    assert unnamed(review) == []
    assert [each for each in said if "still needed" in each or "told you" in each] == []


def test_what_was_said_in_a_review_stands_nowhere_in_the_part(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    page = _review(qtbot, desk, made.review_id)
    words = " ".join(_said(page))
    with database.reading() as connection:
        secret = connection.execute(
            "select words from note union select words from wish union select iro_view from review"
            " union select one_more_line from review"
        ).fetchall()
        decided = connection.execute(
            "select what from decision where review_id = ? and restricted = 0", (made.review_id,)
        ).fetchall()
    assert len(secret) > 5
    assert [text for (text,) in secret if text and text in words] == []
    assert decided
    assert [text for (text,) in decided if text not in words] == []
    assert "In the room" in words


def test_the_day_is_moved_by_keys_with_who_asked_and_why(
    review: PartOfReviewPage, desk: Desk, sam: Sam, qtbot: QtBot
) -> None:
    booking = review.part.booking
    assert booking.change_button.hasFocus()
    QTest.keyClick(booking.change_button, Qt.Key.Key_Space)
    panel = booking.panel
    assert panel is not None
    assert panel.day.control.hasFocus()
    panel.day.control.selectAll()
    type_text(qtbot, panel.day.control, "19 August 2026")
    QTest.keyClick(panel.day.control, Qt.Key.Key_Tab)
    type_text(qtbot, panel.asked.asked_by.control, "The school")
    panel.asked.reason.control.setFocus()
    QTest.keyClick(panel.asked.reason.control, Qt.Key.Key_Down)
    type_text(qtbot, panel.asked.words.control, "A school trip")
    QTest.keyClick(panel.do_button, Qt.Key.Key_Space)
    assert booking.panel is None
    assert booking.change_button.hasFocus()
    assert booking.when.said == "Booked for Wednesday 19 August at 4:00pm"
    assert _cell(desk, "review", sam[1].review_id, "booked_on") == "2026-08-19"
    with desk.database.reading() as connection:
        assert connection.execute("select asked_by from rearranged").fetchall() == [
            ("The school",)
        ]
    assert _refused(desk.database, SUPPORT) == []


def test_somebody_is_not_asked_to_come_and_why_is_typed(
    review: PartOfReviewPage, desk: Desk, sam: Sam, qtbot: QtBot
) -> None:
    slot = review.findChild(AskedSlot, f"asked_{sam[1].people['worker']}")
    assert isinstance(slot, AskedSlot)
    assert slot.asked.isChecked()
    slot.asked.setFocus()
    QTest.keyClick(slot.asked, Qt.Key.Key_Space)
    assert slot.why.control.hasFocus()
    type_text(qtbot, slot.why.control, "Is away that week")
    assert review.flush()
    with desk.database.reading() as connection:
        row = connection.execute(
            "select invited, not_invited_why from attendance where person_id = ?"
            " and review_id = ?", (sam[1].people["worker"], sam[1].review_id),
        ).fetchone()  # fmt: skip
    assert row == (0, "Is away that week")
    assert _refused(desk.database, SUPPORT) == []


def test_a_finished_review_is_only_read_and_leads_to_the_next(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    page = _review(qtbot, desk, sam[1].earlier_review_id)
    assert "Find out if Sam can sleep over at Nana Bea’s" in _said(page)
    assert not [each for each in page.part.findChildren(QLineEdit) if each.isVisible()]
    assert "Who was asked, and who came" in _said(page)
    with qtbot.waitSignal(page.review_asked) as asked:
        QTest.keyClick(page.part.next.open_button, Qt.Key.Key_Space)
    assert asked.args == [sam[1].review_id]


def test_the_childs_page_shows_what_there_is_and_who_changes_it(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    page = ChildPage(desk, sam[1].child_id)
    qtbot.addWidget(page)
    shown(qtbot, page)
    page.enter()
    assert page.part_notice.title.said == NOTICE
    parts = (page.scaling, page.letters, page.own_words, page.own_pictures, page.head.write)
    assert [part for part in parts if part.isVisible()] == []
    assert page.head.start.text() == "Open review 3"
    school, worker = page.about.rows["school"], page.about.rows["social_worker"]
    school.setFocus()
    QTest.keyClick(school, Qt.Key.Key_Return)
    assert school.editor is None
    assert school.toolTip() == "The child’s IRO changes this"
    assert "You can change: Social worker, Team." in page.about.who.said
    worker.setFocus()
    QTest.keyClick(worker, Qt.Key.Key_Return)
    assert worker.editor is not None
    type_text(qtbot, worker.editor.control, " and Ann")
    QTest.keyClick(worker.editor.control, Qt.Key.Key_Return)
    assert _cell(desk, "child", sam[1].child_id, "social_worker").endswith(" and Ann")
    assert unnamed(page) == []


def test_without_a_planned_review_it_says_who_plans_one(
    qtbot: QtBot, desk: Desk, sam: Sam
) -> None:
    with desk.database.sharing() as hand:
        hand.connection.execute(
            "update review set removed_at = ? where id = ?",
            (sample.NOW.isoformat(), sam[1].review_id),
        )
    page = ChildPage(desk, sam[1].child_id)
    qtbot.addWidget(page)
    shown(qtbot, page)
    assert "Sam’s IRO plans the review; then you can book it." in page.timeline.explained.said
    assert not page.timeline.book.isVisible()
    assert not page.head.start.isVisible()
    listed = ChildrenPage(desk)
    qtbot.addWidget(listed)
    shown(qtbot, listed)
    listed.start_review(sam[1].child_id)
    assert "No review is planned yet" in _said(listed)
    assert listed._desk.database is desk.database


@pytest.mark.parametrize("role", [SUPPORT, MANAGER])
def test_today_shows_everybodys_children_to_those_who_work_with_them(
    qtbot: QtBot, sam: Sam, role: str
) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        from models.child import Child
        from models.record import new_id
        from models.review import Review

        other = new_id()
        session.get_one(Child, sam[1].child_id).iro_id = other
        session.get_one(Review, sam[1].review_id).chair_id = other
    with _desk_of(sam, role) as desk:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        assert page.reviews_head.said == "Reviews today"
        assert [card.line.id for card in page.cards] == [sam[1].review_id]
        assert page.due.rows
        assert page.due.may_mark == (role == MANAGER)


def test_an_iro_and_whoever_works_alone_see_today_what_they_chair(qtbot: QtBot, sam: Sam) -> None:
    with _desk_of(sam, IRO) as desk:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        assert page.reviews_head.said == "Your reviews today"
        assert page.due.may_mark


def _settings(qtbot: QtBot, desk: Desk, folder: Path) -> SettingsDialog:
    dialog = SettingsDialog(Settings(folder), None, desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    return dialog


@pytest.mark.parametrize("role", [IRO, SUPPORT])
def test_what_the_service_sets_is_read_in_the_settings(
    qtbot: QtBot, sam: Sam, tmp_path: Path, role: str
) -> None:
    with _desk_of(sam, role) as desk:
        dialog = _settings(qtbot, desk, tmp_path)
        (council,) = dialog.findChildren(CouncilPart)
        assert "Your service sets these. Ask your manager." in _said(council)
        box = council.fields["advocacy_phone"].control
        dialog.go_to("council", "advocacy_phone")
        assert box.hasFocus()
        QTest.keyClicks(box, "999")
        assert box.text() == "01632 960 114"
        assert not council.video.isEnabled()
        assert dialog.findChildren(QWidget, "your_meetings") == []
        for part in (LettersPart, PicturesPart, WordsPart):
            assert dialog.findChildren(part) == []
        (you,) = dialog.findChildren(YouPart)
        assert you.fields["name"].control.isReadOnly()
        type_text(qtbot, you.fields["days"].control, " and Fridays")
        assert dialog.flush()
        assert _cell(desk, "staff_member", desk.me.id, "days") == "Mondays and Fridays"
        assert _refused(desk.database, role) == []
        assert unnamed(dialog) == []


@pytest.mark.parametrize("role", ["", MANAGER])
def test_a_manager_and_whoever_works_alone_set_it(
    qtbot: QtBot, sam: Sam, tmp_path: Path, role: str
) -> None:
    with _desk_of(sam, role) as desk:
        dialog = _settings(qtbot, desk, tmp_path)
        (council,) = dialog.findChildren(CouncilPart)
        assert not council.fields["advocacy_phone"].control.isReadOnly()
        assert council.video.isEnabled()
        assert dialog.findChildren(QWidget, "your_meetings")
        for part in (LettersPart, PicturesPart, WordsPart):
            assert len(dialog.findChildren(part)) == 1


def test_a_child_whom_one_covers_for_says_so_and_a_restricted_one_is_marked(
    qtbot: QtBot, sam: Sam
) -> None:
    with _desk_of(sam, IRO) as desk:
        page = ReviewPage(desk, sam[1].review_id)
        qtbot.addWidget(page)
        page.show()
        (line,) = page.findChildren(CaseLine)
        assert not line.isVisible()
        with desk.database.sharing() as hand:
            hand.connection.execute(
                "insert into shared_case (case_id, kind, granted_seq, until, restricted, has)"
                " values (?, 'cover', 1, '2026-08-14T17:00:00+00:00', 1, 'whole')",
                (sam[1].child_id,),
            )
            hand.changed.add("shared_case")
        qtbot.waitUntil(line.isVisible)
        assert line.cover.words.said == "You cover for Nadia until Friday 14 August"
        assert line.restricted.words.said == "Restricted: few people see this record"
        child = ChildPage(desk, sam[1].child_id)
        qtbot.addWidget(child)
        (line,) = child.findChildren(CaseLine)
        assert line.cover.words.said == "You cover for Nadia until Friday 14 August"


def test_cover_without_an_end_or_a_name_is_said_too() -> None:
    now = sample.NOW
    assert cover_words(CaseHere("cover"), now) == "You cover for a colleague"
    assert cover_words(CaseHere("cover", None, iro="Ruth Ash"), now) == "You cover for Ruth"
    assert cover_words(CaseHere("allocated"), now) == ""


@pytest.mark.parametrize(("theme", "size"), [("light", 200), ("contrast", 100)])
def test_no_words_are_cut_off(
    qtbot: QtBot, desk: Desk, sam: Sam, theme: str, size: int, long_words: None
) -> None:
    appearance().apply(theme, size)
    page = _review(qtbot, desk, sam[1].review_id)
    page.part.booking.open()
    settle()
    assert cut_off(page) == []


@pytest.fixture
def shared_support(
    council: SharedCouncil, tmp_path: Path, qapp: object
) -> Iterator[Callable[[], laptops.Laptop]]:
    """Give the laptop of business support, which shares with the real shared database."""
    council.person("ruth", IRO)
    council.person("joan", SUPPORT)
    first, _sam = laptops.with_sam(council, "ruth", tmp_path / "ruth")
    first.round()
    second = laptops.empty(council, "joan", tmp_path / "joan")
    while second.round().more_waits:
        pass
    yield lambda: second
    first.close()
    second.close()


def test_everything_that_can_be_used_is_taken_by_the_shared_database(
    qtbot: QtBot,
    shared_support: Callable[[], laptops.Laptop],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_told: ("", ""))
    laptop = shared_support()
    child = laptop.one("SELECT id FROM child")
    reviews = laptop.one("SELECT group_concat(id) FROM review ORDER BY number").split(",")
    with at_desk(laptop.database, laptop.person, sample.NOW) as desk:
        makers: list[Callable[[], QWidget]] = [
            lambda: ChildPage(desk, child),
            *(lambda each=each: PartOfReviewPage(desk, each) for each in reviews),
            lambda: TodayPage(desk),
            lambda: ChildrenPage(desk),
            lambda: SettingsDialog(Settings(tmp_path), None, desk),
        ]  # fmt: skip
        used = []
        for make in makers:
            page = make()
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            qtbot.addWidget(page)
            shown(qtbot, page)
            parts = page.parts if isinstance(page, SettingsDialog) else [page]
            for part in parts:
                used += press_everything(part)
            assert page.flush()
            page.close()
            QApplication.processEvents()
    written = {"review", "person", "attendance", "child", "staff_member", "rearranged"}
    with laptop.database.reading() as connection:
        waiting = [
            table
            for table in waiting_tables(connection)
            if connection.execute(f"SELECT 1 FROM {table} WHERE pending <> '{{}}'").fetchone()  # noqa: S608
        ]
    assert set(waiting) == written
    assert _refused(laptop.database, SUPPORT) == []
    report = laptop.round()
    assert report.sent
    assert laptop.one("SELECT count(*) FROM held_work") == 0
    with laptop.database.reading() as connection:
        assert waiting_changes(connection) == 0
    assert (report.held, report.refused, report.conflicts) == (0, 0, 0)
    assert len(used) > 30
