"""The convening page by key and click: the list, who is invited, papers, and what came back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from letters.disclosure.extracting import extract
from models.convening_acts import note_forms_sent, note_invited, put_invitation
from models.convening_on_sheet import THE_CHILD
from models.convening_queue import ToDo, to_convene
from models.editing import put
from models.sync.roles import SUPPORT
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.convening.conftest import Filled
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import desk_of, refused
from ui.convening import wanted_papers
from ui.convening.convening_page import ConveningPage
from ui.convening.invited_slot import InvitedSlot
from ui.convening.making_papers import make_calendars, make_papers
from ui.desk import Desk
from ui.meeting.scan_view import ScanView
from ui.parts.words import Words

CARERS = "7 Fisher Row, Penhallow PE2 3QX"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, filled: Filled) -> ConveningPage:
    made = ConveningPage(desk, filled[1].review_id)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    return made


def slot(page: ConveningPage, reader: str) -> InvitedSlot:
    return page.people.slots[reader]


def press(page: ConveningPage, name: str, within: QWidget | None = None) -> None:
    button = (within or page).findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.keyClick(button, Qt.Key.Key_Space)


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


def everybody_has_an_address(page: ConveningPage) -> None:
    def put_each(session: object) -> None:
        for line in page.convened.lines[1:]:
            put(
                session, "person", line.reader, "address", f"{len(line.name)} Quay Road, Penhallow"
            )  # type: ignore[arg-type]

    page.convened.meeting.save(put_each)


def test_only_those_whom_it_reaches_are_noted_as_invited(
    page: ConveningPage, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    mum, teacher = filled[1].people["mum"], filled[1].people["teacher"]

    def reached(session: object) -> None:
        put(session, "person", mum, "address", "3 Quay Road, Penhallow")  # type: ignore[arg-type]
        put(session, "person", teacher, "send_by", "email")  # type: ignore[arg-type]

    page.convened.meeting.save(reached)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    press(page, "sent_today")
    assert {line.reader for line in page.convened.lines if line.invited_on} == {THE_CHILD, mum}
    with qtbot.waitSignal(page.papers.told, timeout=20_000) as told:
        page.papers.save_drafts_into(tmp_path)
    assert "Joan Fennimore" in told.args[0]
    assert page.papers.went_out.sent_button.isHidden()


def test_a_cancelled_meeting_waits_until_everybody_was_told(
    page: ConveningPage, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    def waits() -> ToDo:
        with filled[0].reading() as connection:
            (line,) = to_convene(connection, None, page.convened.desk.today(), sample.calendar())
        return line.to_do

    mum = filled[1].people["mum"]
    page.convened.act(lambda review: note_invited(review, [mum], page.convened.desk.today()))
    page.convened.meeting.put("review", filled[1].review_id, "place", "Town hall")
    press(page, "here")
    page.convened.act(lambda review: note_forms_sent(review, everyone(page), date(2026, 7, 13)))
    page.convened.act(lambda review: note_invited(review, everyone(page)[1:], date(2026, 7, 13)))
    page.convened.act(lambda review: note_invited(review, everyone(page)[:1], date(2026, 7, 13)))
    assert waits() is ToDo.FORMS_BACK
    page.convened.meeting.put("review", filled[1].review_id, "place", "The library")
    assert waits() is ToDo.INVITE_AGAIN
    press(page, "cancel")
    assert waits() is ToDo.TELL_CANCELLED
    made = make_papers(page.papers.wanted())
    assert {paper.document for paper in made.papers} == {"notice"}
    assert len(made.may_leave) == len(page.convened.lines)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_calendars_into(tmp_path)
    press(page, "sent_today")
    assert waits() is ToDo.CANCELLED
    press(page, "not_cancelled")
    assert waits() is ToDo.INVITE_AGAIN


def everyone(page: ConveningPage) -> list[str]:
    return [line.reader for line in page.convened.lines]


def test_papers_are_saved_and_it_is_noted_that_they_went_out_and_taken_back(
    page: ConveningPage, qtbot: QtBot, tmp_path: Path
) -> None:
    everybody_has_an_address(page)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert len(names) == 6 + 5
    assert not [name for name in names if "Sam" in name or "Tillbrook" in name]
    press(page, "sent_today")
    today = page.convened.desk.today()
    assert all(line.invited_on == today for line in page.convened.lines)
    assert [line.form_sent_on for line in page.convened.lines].count(today) == 5
    press(page, "undo")
    assert all(line.invited_on is None for line in page.convened.lines)


def test_a_kept_address_stops_a_parent_s_invitation_until_the_place_is_left_out(
    page: ConveningPage, desk: Desk, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    made = filled[1]
    carer, mum = made.people["carer"], made.people["mum"]

    def at_the_carers(session: object) -> None:
        put(session, "person", carer, "address", CARERS)  # type: ignore[arg-type]
        put(session, "person", carer, "address_kinds", ["R1"])  # type: ignore[arg-type]
        put(session, "review", made.review_id, "place", CARERS)  # type: ignore[arg-type]

    page.convened.meeting.save(at_the_carers)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    stopped = {row.paper.reader for row in page.papers.stopped_rows}
    assert mum in stopped and carer not in stopped and THE_CHILD not in stopped
    row = next(row for row in page.papers.stopped_rows if row.paper.reader == mum)
    assert "Fisher Row" in row.found.said
    press(page, "leave_place_out", row)
    for path in tmp_path.glob("*.pdf"):
        path.unlink()
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_into(tmp_path)
    assert mum not in {row.paper.reader for row in page.papers.stopped_rows}
    again = ConveningPage(desk, made.review_id)
    qtbot.addWidget(again)
    assert [each.reader for each in again.convened.lines if each.hide_place] == [mum]
    assert not slot(again, mum).hidden.isHidden()
    slot(again, mum).hidden.click()
    assert not [each for each in again.convened.lines if each.hide_place]


def test_calendar_entries_count_on_only_when_something_moved(
    page: ConveningPage, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    def saved() -> set[bytes]:
        with qtbot.waitSignal(page.papers.told, timeout=20_000):
            page.papers.save_calendars_into(tmp_path)
        lines = (path.read_bytes().split(b"\r\n") for path in tmp_path.glob("*.ics"))
        return {line for each in lines for line in each if line.startswith(b"SEQUENCE")}

    assert saved() == {b"SEQUENCE:0"}
    assert saved() == {b"SEQUENCE:0"}
    page.convened.meeting.put("review", filled[1].review_id, "place", "Town hall")
    assert saved() == {b"SEQUENCE:1"}
    press(page, "cancel")
    assert saved() == {b"SEQUENCE:2"}
    assert all(b"STATUS:CANCELLED" in path.read_bytes() for path in tmp_path.glob("*.ics"))


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


def test_e_mail_drafts_go_to_those_who_are_written_to_so(
    page: ConveningPage, filled: Filled, qtbot: QtBot, tmp_path: Path
) -> None:
    teacher = filled[1].people["teacher"]

    def by_mail(session: object) -> None:
        put(session, "person", teacher, "email", "joan@example.org")  # type: ignore[arg-type]
        put(session, "person", teacher, "send_by", "email")  # type: ignore[arg-type]

    page.convened.meeting.save(by_mail)
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_drafts_into(tmp_path)
    (draft,) = tmp_path.glob("*.eml")
    words = draft.read_bytes()
    assert b"X-Unsent: 1" in words and b"To: joan@example.org" in words
    assert words.count(b"application/pdf") == 2
    assert words.count(b"Content-Type: text/calendar") == 1
    assert b"Tillbrook" not in words
    press(page, "sent_today")
    assert [line.name for line in page.convened.lines if line.invited_on] == ["Joan Fennimore"]


def test_each_person_is_a_job_and_only_whose_sheets_came_out_are_invited(
    page: ConveningPage, filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody_has_an_address(page)
    monkeypatch.setattr(wanted_papers, "PRINT_WIDTH_PX", 200)
    _made, jobs = wanted_papers.drawn(page.papers.wanted())
    assert [job.reader for job in jobs] == everyone(page)
    for job in jobs:
        begins = [at for at, side in enumerate(job.sides) if at and job.sides[at - 1] is None]
        assert not [at for at in begins if at % 2], "no paper begins on another's back"
    printer, files = QPrinter(), tmp_path / "printed.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(files))
    page.papers.printing.print_on(printer, jobs)
    with pikepdf.open(files) as pdf:
        assert len(pdf.pages) == len(jobs[-1].sides), "the last job holds the last person alone"
    went, mum = page.papers.went_out, filled[1].people["mum"]
    assert list(went.ticks) == everyone(page)
    assert went.sent_button.isHidden(), "nothing counts as sent before somebody says so"
    went.ticks[mum].click()
    press(page, "sent_today")
    assert [line.reader for line in page.convened.lines if line.invited_on] == [mum]
    assert mum not in went.ticks
    asked: list[tuple[str, ...]] = []
    went.again_asked.connect(asked.append)
    monkeypatch.setattr(page.papers, "print", lambda *_given: None)
    went.again.click()
    assert asked == [tuple(each for each in everyone(page) if each != mum)]
    went.ticks[THE_CHILD].click()
    page.papers.printing.given.emit(tuple(job for job in jobs if job.reader == asked[0][-1]))
    ticked = [key for key, tick in went.ticks.items() if tick.isChecked()]
    assert ticked == [THE_CHILD], "who is ticked is not lost when the others are printed again"


def test_who_was_invited_to_another_place_is_invited_again_each_by_themselves(
    page: ConveningPage, filled: Filled
) -> None:
    mum = filled[1].people["mum"]
    page.convened.act(lambda review: note_invited(review, everyone(page), date(2026, 7, 13)))
    page.convened.act(lambda review: note_forms_sent(review, everyone(page), date(2026, 7, 13)))
    assert slot(page, mum).again_button.isHidden()
    page.convened.meeting.put("review", filled[1].review_id, "booked_time", "10:00")
    assert not slot(page, mum).again_button.isHidden()
    page.convened.act(lambda review: note_invited(review, [mum], date(2026, 7, 13)))
    assert slot(page, mum).again_button.isHidden()
    assert mum not in page.papers.wanted().readers
    assert THE_CHILD in page.papers.wanted().readers


def test_who_is_taken_off_the_list_after_the_invitation_is_told(
    page: ConveningPage, filled: Filled
) -> None:
    gran = filled[1].people["gran"]
    page.convened.act(lambda review: note_invited(review, everyone(page), date(2026, 7, 13)))
    page.convened.act(lambda review: note_forms_sent(review, everyone(page), date(2026, 7, 13)))
    slot(page, gran).invited.click()
    made = make_papers(page.papers.wanted())
    assert [(paper.reader, paper.document) for paper in made.papers] == [(gran, "notice")]
    entries = make_calendars(replace(page.papers.wanted(), stamped=page.convened.desk.now()))
    assert b"STATUS:CANCELLED" in entries.papers[0].data
    take_back = wanted_papers.note_went_out(page.convened, [gran])
    assert not page.convened.line(gran).waits_for_notice
    assert take_back is not None and take_back()
    assert page.convened.line(gran).waits_for_notice


def test_an_address_is_named_before_anything_is_printed_and_can_be_mended_here(
    page: ConveningPage, filled: Filled, qtbot: QtBot
) -> None:
    mum = filled[1].people["mum"]
    assert "Rosa Tillbrook has no address" in page.papers.not_posted.said[mum].said
    long = "Flat 4\nLarch Court\n12 Long Lane\nNether Penhallow\nLittle Wren\nWR1 2AB"
    field = slot(page, mum).address
    field.set_text(long)
    field.control.setFocus()
    type_text(qtbot, field.control, " ")
    assert page.flush()
    assert page.convened.line(mum).address.strip() == long
    assert "does not show whole" in page.papers.not_posted.said[mum].said
    assert mum not in {job.reader for job in wanted_papers.drawn(page.papers.wanted([mum]))[1]}
    press(page, f"label_{mum}")
    (paper, *_rest) = make_papers(page.papers.wanted([mum])).papers
    text = " ".join(each.text for each in extract(paper.data, "pdf", "form.pdf").pages)
    assert "WR1 2AB" in text and "Flat 4" in text
    press(page, f"by_hand_{mum}")
    assert mum not in page.papers.not_posted.said


def test_a_part_without_a_time_and_a_wrong_address_are_said_at_the_field(
    page: ConveningPage, filled: Filled
) -> None:
    mum = filled[1].people["mum"]
    for part, is_read in (("from 4pm", True), ("the first half hour", False)):
        page.convened.act(lambda review, part=part: put_invitation(review, mum, "part", part))
        assert slot(page, mum).part.hint.said.startswith("Such as") is is_read
    page.convened.meeting.put("person", mum, "email", "rosa@example.org, bea@example.org")
    assert "not one e-mail" in slot(page, mum).email.hint.said


def test_which_file_is_for_whom_stands_on_the_page_and_a_key_goes_to_the_papers(
    page: ConveningPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.papers.told, timeout=20_000):
        page.papers.save_calendars_into(tmp_path)
    said = [each.said for each in page.papers.went_out.findChildren(Words)]
    for line in page.convened.lines:
        (found,) = (words for words in said if words.startswith(f"{line.name}: "))
        assert (tmp_path / found.partition(": ")[2]).exists()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.papers.print_button.hasFocus()


def test_a_closed_page_is_freed(
    desk: Desk, filled: Filled, freed: Callable[[Callable[[], QWidget]], None]
) -> None:
    def make() -> QWidget:
        made = ConveningPage(desk, filled[1].review_id)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    freed(make)
