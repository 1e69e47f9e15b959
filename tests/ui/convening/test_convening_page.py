"""The convening page by key and click: the list, who is invited, papers, and what came back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.convening_acts import put_invitation
from models.convening_on_sheet import THE_CHILD
from models.editing import put
from models.sync.roles import SUPPORT
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.convening.conftest import Filled
from tests.ui.convening.on_the_page import press, slot
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import desk_of, refused
from ui.convening.convening_page import ConveningPage
from ui.desk import Desk
from ui.meeting.scan_view import ScanView


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, filled: Filled) -> ConveningPage:
    made = ConveningPage(desk, filled[1].review_id)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    return made


def test_everything_on_the_page_is_named_and_stands_with_the_child_first(
    page: ConveningPage, filled: Filled
) -> None:
    slots = list(page.people.slots)
    assert slots[0] == THE_CHILD
    assert len(slots) == 6
    assert slot(page, THE_CHILD).form.value() == "child_8"
    assert slot(page, filled[1].people["mum"]).form.value() == "parent"
    assert unnamed(page) == []


def test_who_is_not_invited_needs_why_before_the_list_counts_as_here(
    page: ConveningPage, filled: Filled, qtbot: QtBot
) -> None:
    gran = slot(page, filled[1].people["gran"])
    QTest.keyClick(gran.invited, Qt.Key.Key_Space)
    assert not gran.why.isHidden()
    assert gran.part.isHidden()
    press(page, "here")
    assert page.convened.form.list_in_on is None
    gran.why.control.setFocus()
    type_text(qtbot, gran.why.control, "Sam asked for it")
    assert gran.flush()
    press(page, "here")
    assert page.convened.form.list_in_on == page.convened.desk.today()
    assert page.list_card.badge.accessibleName() == "Invitation list is here"


def test_two_reminders_then_it_is_handed_back_with_a_reason_and_taken_back(
    page: ConveningPage, qtbot: QtBot
) -> None:
    press(page, "remind")
    assert page.list_card.badge.accessibleName() == "Reminded once"
    press(page, "remind")
    assert page.list_card.remind.isHidden()
    why = page.findChild(QLineEdit, "hand_back_why")
    assert why is not None
    press(page, "hand_back")
    assert page.convened.form.handed_back_on is None
    type_text(qtbot, why, "No list came")
    press(page, "hand_back")
    assert page.convened.form.handed_back_why == "No list came"
    assert page.list_card.badge.accessibleName() == "Handed back to the social worker"
    press(page, "take_it_back")
    assert page.convened.form.handed_back_on is None


def test_the_room_and_a_part_save_themselves(
    page: ConveningPage, filled: Filled, qtbot: QtBot
) -> None:
    type_text(qtbot, page.meeting_card.first_field(), "Room 2")
    mum = slot(page, filled[1].people["mum"])
    type_text(qtbot, mum.part.control, "4pm to 4:30pm")
    assert page.flush()
    assert page.convened.form.room == "Room 2"
    assert page.convened.line(filled[1].people["mum"]).part == "4pm to 4:30pm"


def test_a_form_that_came_back_is_typed_and_can_be_taken_out_again(
    page: ConveningPage, filled: Filled, qtbot: QtBot
) -> None:
    mum = filled[1].people["mum"]
    press(page, f"back_{mum}")
    back = slot(page, mum).back
    type_text(qtbot, back.words.control, "Sam sleeps well.")
    press(page, f"keep_form_{mum}")
    assert [each.words for each in page.convened.back] == ["Sam sleeps well."]
    assert page.convened.line(mum).form_back_on == page.convened.desk.today()
    press(page, "remove_form", back)
    assert page.convened.back == ()
    press(page, "undo")
    assert [each.words for each in page.convened.back] == ["Sam sleeps well."]


def test_a_scan_is_attached_and_another_kind_of_file_is_refused(
    page: ConveningPage, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    mum = filled[1].people["mum"]
    back = slot(page, mum).back
    press(page, f"back_{mum}")
    odd = tmp_path / "scan.docx"
    odd.write_bytes(b"PK not a scan")
    with qtbot.waitSignal(page.convened.meeting.troubled, timeout=10_000):
        back.bring(odd)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7\n%%EOF")
    back.bring(scan)
    qtbot.waitUntil(lambda: back.attached.said == "A scan is attached", timeout=10_000)
    press(page, f"keep_form_{mum}")
    assert [each.has_scan for each in page.convened.back] == [True]
    assert unnamed(page) == []
    press(page, "look_at_scan", back)
    said = back.findChild(ScanView).said
    qtbot.waitUntil(lambda: said.said.startswith("This scan cannot be shown"), timeout=10_000)
    page.convened.reload()
    assert not said.isHidden()


def test_business_support_asks_the_iro_before_an_address_goes_out(
    sam: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        put(session, "review", made.review_id, "place", "14 Mill Lane, Penhallow")
    with desk_of(sam, SUPPORT) as desk:
        page = ConveningPage(desk, made.review_id)
        qtbot.addWidget(page)
        shown(qtbot, page)
        _support_leaves_the_place_out(page, qtbot, tmp_path)


def _support_leaves_the_place_out(page: ConveningPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    assert len(page.papers.stopped_rows) == 6
    row = page.papers.stopped_rows[1]
    assert "ask the IRO" in row.found.said
    assert row.answer.isHidden()
    assert list(tmp_path.glob("*.pdf")) == []
    for each in list(page.papers.stopped_rows):
        press(page, "leave_place_out", each)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == 11
    for name in ("sent_today", "remind", "here"):
        press(page, name)
    mum = page.convened.lines[1].reader
    slot(page, mum).invited.click()
    press(page, f"back_{page.convened.lines[2].reader}")
    back = slot(page, page.convened.lines[2].reader).back
    type_text(qtbot, back.words.control, "All is well.")
    back.add()
    assert len(page.convened.back) == 1
    assert refused(page.convened.desk.database, SUPPORT) == []


def test_somebody_who_is_missing_is_added_and_asked(page: ConveningPage, qtbot: QtBot) -> None:
    before = len(page.convened.lines)
    type_text(qtbot, page.add_card.name.control, "Dele Dunmore")
    page.add_card.add()
    assert len(page.convened.lines) == before + 1
    assert page.convened.lines[-1].is_invited


def test_a_part_without_a_time_and_a_wrong_address_are_said_at_the_field(
    page: ConveningPage, filled: Filled
) -> None:
    mum = filled[1].people["mum"]
    for part, is_read in (("from 4pm", True), ("the first half hour", False)):
        page.convened.act(lambda review, part=part: put_invitation(review, mum, "part", part))
        assert slot(page, mum).part.hint.said.startswith("Such as") is is_read
    page.convened.meeting.put("person", mum, "email", "rosa@example.org, bea@example.org")
    assert "not one e-mail" in slot(page, mum).email.hint.said


def test_a_closed_page_is_freed(
    desk: Desk, filled: Filled, freed: Callable[[Callable[[], QWidget]], None]
) -> None:
    def make() -> QWidget:
        made = ConveningPage(desk, filled[1].review_id)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    freed(make)
