"""A review is called together by two desks, and a mother's form is quoted in the record."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from letters.papers import paper
from letters.pdfium import opened
from models.document_kind import DocumentKind
from models.review import Review
from tests import sample
from tests.journeys import shared_folders
from tests.journeys.keyboard import KEY
from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.letters.reading import whole_text
from tests.shared_council import SharedCouncil
from ui.convening import printing_people, wanted_papers
from ui.convening.convening_page import ConveningPage
from ui.send.queue_lists import Which
from ui.send.send_page import SendPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

HELD = date(2026, 8, 26)
NO_LIST = "No list came after two reminders"
GRAN = "Sam asked that she does not come"
FORM = "Sam sleeps well when I ring her. I want her to see the dentist."


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        council.person("nadia")
        folder = tmp_path / "nadia"
        made.family = shared_folders.sam(folder, begun=False)
        with shared_folders.opened(folder, made.clock) as database:
            with database.saving(made.family.iro_id) as session:
                session.get_one(Review, made.family.review_id).booked_on = HELD
            made.family.iro_id = shared_folders.joined(council, "nadia", database, made.clock)
            made.round("nadia", database)
        made.join("beth", role="business_support", shares=False)
        yield made


def test_a_review_is_called_together_and_a_form_is_quoted(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    nadia, beth = office.open("nadia"), office.open("beth")
    beth.share()
    _beth_builds_the_list_and_hands_it_back(office, beth)
    beth.share()
    nadia.share()
    _nadia_completes_it(office, nadia)
    nadia.share()
    beth.share()
    monkeypatch.setattr(wanted_papers, "PRINT_WIDTH_PX", 300)  # so that it is quick
    monkeypatch.setattr(printing_people, "QDialog", _PrintsToFile(tmp_path / "printed.pdf"))
    _beth_prints_and_sends(office, beth, tmp_path)
    _the_day_is_moved_and_cancelled(office, beth, folder)
    _the_form_comes_back_typed(office, beth)
    beth.share()
    nadia.share()
    office.clock.now = datetime(2026, 8, 27, 14, 55, tzinfo=UTC)
    _the_chair_takes_it_in(office, nadia)


class _PrintsToFile:
    """Somebody who chooses, where the printer is asked for, to print into a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def open(self, dialog: QPrintDialog) -> None:
        """Answer the question for the printer."""
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(self._file))
        dialog.accepted.emit(dialog.printer())
        dialog.reject()  # it is over; Qt would set the printer up anew where it is accepted


def _convening(who: Sharer, office: Office) -> ConveningPage:
    """Open the review from the desk of convening, by its row."""
    who.come_forward()
    send = who.waymark.window.go("send")
    assert isinstance(send, SendPage)
    who.click_on(send.chips.chip(Which.TO_INVITE))
    part = send.to_invite
    assert part is not None
    (row,) = [each for each in part.rows if each.key == office.family.review_id]
    who.look(f"calling-{who.login}-row")
    row.setFocus()
    who.qtbot.keyClick(row, KEY.Key_Return)
    page = who.program.page
    assert isinstance(page, ConveningPage)
    everybody = [line.reader for line in page.convened.lines]
    who.qtbot.waitUntil(
        lambda: [key for key, slot in page.people.slots.items() if slot.isVisible()] == everybody
    )
    return page


def _beth_builds_the_list_and_hands_it_back(office: Office, beth: Sharer) -> None:
    page, people = _convening(beth, office), office.family.people
    beth.look("calling-1-page")
    beth.click("room_box")
    beth.type("Room 2\t")
    beth.click(f"part_{people['mum']}")
    beth.type("4pm to 4:30pm\t")
    beth.click("remind")
    office.clock.on(days=3)
    beth.click("remind")
    assert page.list_card.badge.accessibleName() == "Reminded twice"
    beth.click("hand_back_why")
    beth.type(NO_LIST)
    beth.click("hand_back")
    beth.look("calling-2-handed-back")
    assert page.convened.form.handed_back_why == NO_LIST


def _nadia_completes_it(office: Office, nadia: Sharer) -> None:
    page, people = _convening(nadia, office), office.family.people
    assert NO_LIST in page.list_card.so_far.said
    nadia.look("calling-3-iro")
    nadia.click("take_it_back")
    nadia.click(f"is_invited_{people['gran']}")
    nadia.click("here")
    assert page.convened.form.list_in_on is None, "not before it is said why somebody is not asked"
    nadia.click(f"not_invited_why_{people['gran']}")
    nadia.type(f"{GRAN}\t")
    nadia.click("here")
    assert page.list_card.badge.accessibleName() == "Invitation list is here"
    nadia.look("calling-4-list")


def _beth_prints_and_sends(office: Office, beth: Sharer, folder: Path) -> None:
    page = _convening(beth, office)
    assert not page.convened.line(office.family.people["gran"]).is_invited
    with beth.qtbot.waitSignal(page.papers.told, timeout=ROUND_MS) as told:
        beth.click("print_button")
    assert "sent to the printer" in told.args[0]
    assert "no address" in page.papers.not_posted.said[office.family.people["mum"]].said
    with opened((folder / "printed.pdf").read_bytes()) as printed:
        assert len(printed) <= 6, "each person is a job of their own"
    with beth.qtbot.waitSignal(page.papers.told, timeout=ROUND_MS):
        beth.click("save_button")
    beth.look("calling-5-papers")
    papers = [each for each in (folder / "stick").iterdir() if each.suffix == ".pdf"]
    read = {each.name: whole_text(each.read_bytes()) for each in papers}
    assert not [name for name in read if "sam" in name.lower() or "tillbrook" in name.lower()]
    (hers,) = [words for words in read.values() if "4pm to 4:30pm" in words]
    assert "Room 2" in hers and "Wednesday 26 August" in hers
    assert not [words for words in read.values() if "Beatrice Tillbrook" in words.split("Dear")[0]]
    way = page.people.slots[office.family.people["mum"]].way.control
    for _down in ("e-mail", "by hand"):
        QTest.keyClick(way, Qt.Key.Key_Down)
    with beth.qtbot.waitSignal(page.papers.told, timeout=ROUND_MS):
        beth.click("save_button")
    beth.click("sent_today")
    assert page.convened.line(office.family.people["mum"]).invited_on == office.clock().date()


def _entries(beth: Sharer, page: ConveningPage, folder: Path) -> list[str]:
    """Save the calendar entries, and give each in one line."""
    with beth.qtbot.waitSignal(page.papers.told, timeout=ROUND_MS):
        beth.click("calendar_button")
    found = [each.read_bytes().decode() for each in sorted(folder.glob("*.ics"))]
    assert found and not [each for each in found if "Sam" in each or "Tillbrook" in each]
    return [each.replace("\r\n ", "") for each in found]


def _said(entries: list[str], name: str) -> set[str]:
    """What the entries say for a property."""
    lines = (line for each in entries for line in each.splitlines())
    return {line.partition(":")[2] for line in lines if line.startswith(name)}


def _the_day_is_moved_and_cancelled(office: Office, beth: Sharer, folder: Path) -> None:
    page = beth.program.page
    assert isinstance(page, ConveningPage)
    first = _entries(beth, page, folder)
    assert _said(first, "SEQUENCE") == {"0"}
    beth.click("change_day_or_place")
    beth.click("change_booking")
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]  # the line of the day
    beth.type("27/8/2026\t")
    beth.click("asked_by_box")
    beth.type("Samir Oakenshaw\t")
    reason = beth.shown("move_reason_box")
    reason.setFocus()
    beth.qtbot.keyClick(reason, KEY.Key_Down)
    beth.look("calling-6-move")
    beth.click("do_booking")
    page = _convening(beth, office)
    moved = _entries(beth, page, folder)
    assert _said(moved, "SEQUENCE") == {"1"}
    assert _said(moved, "UID") == _said(first, "UID")
    assert any("20260827T" in each for each in _said(moved, "DTSTART"))
    beth.click("cancel")
    off = _entries(beth, page, folder)
    assert (_said(off, "SEQUENCE"), _said(off, "STATUS")) == ({"2"}, {"CANCELLED"})
    beth.look("calling-7-cancelled")
    beth.click("not_cancelled")
    again = _entries(beth, page, folder)
    assert _said(again, "SEQUENCE") == {"3"} and "CANCELLED" not in _said(again, "STATUS")


def _the_form_comes_back_typed(office: Office, beth: Sharer) -> None:
    mum = office.family.people["mum"]
    office.clock.on(days=4)
    beth.click(f"back_{mum}")
    beth.type(FORM)
    beth.look("calling-8-form-back")
    beth.click(f"keep_form_{mum}")
    page = beth.program.page
    assert isinstance(page, ConveningPage)
    assert [each.words for each in page.convened.back] == [FORM]


def _the_chair_takes_it_in(office: Office, nadia: Sharer) -> None:
    nadia.come_forward()
    nadia.waymark.open_review(office.family.review_id)
    nadia.click("begin")
    nadia.review.go("A2")
    nadia.look("calling-9-a2")
    nadia.click("show_form")
    nadia.click("take_in")
    nadia.look("calling-10-taken")
    made = sample.sheet(nadia.database, office.family)
    words = paper(made, DocumentKind.MINUTES, office.clock().date()).words
    assert "From the form that came back on" in words
    assert FORM in words
