"""The papers of a meeting on its convening page: made, sent, noted, and who is told again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from letters.disclosure.extracting import extract
from models.convening_acts import note_forms_sent, note_invited
from models.convening_on_sheet import THE_CHILD
from models.convening_queue import ToDo, to_convene
from models.editing import put
from tests import sample
from tests.typing_keys import type_text
from tests.ui.convening.conftest import Filled
from tests.ui.convening.on_the_page import everybody_has_an_address, everyone, press, slot
from tests.ui.shown import shown
from ui.convening import wanted_papers
from ui.convening.convening_page import ConveningPage
from ui.convening.making_papers import make_calendars, make_papers
from ui.desk import Desk
from ui.parts.words import Words

CARERS = "7 Fisher Row, Penhallow PE2 3QX"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, filled: Filled) -> ConveningPage:
    made = ConveningPage(desk, filled[1].review_id)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    return made


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
