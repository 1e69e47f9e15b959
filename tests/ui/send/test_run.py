"""A print run: a jam, a crash, a printer that stops, and nothing printed twice or missed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from letters.disclosure.extracting import extract
from models.problems import Problem
from models.sending_queue import CopyState, copies_of
from models.sync.registry import SUPPORT
from tests import released
from tests.ui.accessibility import unnamed
from tests.ui.every_window import settle
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, desk_of, refused, said
from ui.desk import Desk
from ui.send.run_making import MadeSet
from ui.send.run_paper import FolderPaper, Paper, PrinterPaper
from ui.send.send_page import SendPage


class OutOfPaper(Problem):
    """The tray is empty."""


@dataclass
class Tray:
    """A printer of a test: keeps what it was given, and stops where it is told to."""

    both_sides: bool = True
    in_files: bool = False
    stops_at: int = 0
    given: list[MadeSet] = field(default_factory=list)

    def take(self, made: MadeSet) -> None:
        """Take a set, or stop."""
        self.given.append(made)
        if made.number == self.stops_at:
            raise OutOfPaper


@pytest.fixture
def copies(sam: Sam) -> dict[str, str]:
    """Give the copies of Sam's earlier review, and two more that go by post."""
    found = released.release_all(*sam)
    for reader in ("carer", "teacher"):
        released.READERS[reader] = ("Alma Dunmore", "carer", "decisions", "post")
        found[reader] = released.release(*sam, reader)
        del released.READERS[reader]
    return found


@pytest.fixture
def desk(sam: Sam, copies: dict[str, str], qapp: object) -> Iterator[Desk]:
    """Give the desk of business support."""
    with desk_of(sam, SUPPORT) as desk:
        yield desk


def _page(qtbot: QtBot, desk: Desk) -> SendPage:
    page = SendPage(desk)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def _print_on(page: SendPage, paper: Paper, qtbot: QtBot) -> None:
    """Press Print today's batch, and choose this printer."""
    page.printing.ask_printer = lambda chosen: chosen(paper)
    QTest.keyClick(page.print_button, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.run.all_button.isVisible)


def _states(sam: Sam) -> dict[str, CopyState]:
    with sam[0].reading() as connection:
        return {each.id: each.state for each in copies_of(connection, sam[1].earlier_review_id)}


def _words_of(made: MadeSet) -> str:
    return "\n".join(page.text for page in extract(made.pdf, "pdf", made.name).pages)


def test_one_press_prints_each_persons_papers_with_an_envelope_sheet(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str]
) -> None:
    page, tray = _page(qtbot, desk), Tray()
    _print_on(page, tray, qtbot)
    assert [made.number for made in tray.given] == [1, 2, 3, 4]
    assert all(made.pages for made in tray.given)
    assert "14 Quarry Lane" not in _words_of(tray.given[0])  # Sam's letter is handed over
    assert "14 Quarry Lane" in _words_of(tray.given[1])
    assert _states(sam)[copies["mum"]] is CopyState.TO_PRINT  # until somebody says so
    assert unnamed(page) == []
    QTest.keyClick(page.run.all_button, Qt.Key.Key_Return)
    assert page.run.isHidden()
    printed = {copies[reader] for reader in ("mum", "carer", "teacher")}
    assert {key for key, state in _states(sam).items() if state is CopyState.TO_POST} == printed
    assert _states(sam)[copies["child"]] is CopyState.TO_HAND
    assert refused(desk.database, SUPPORT) == []
    assert page.print_button.is_off


def test_after_a_jam_it_goes_on_where_it_stopped(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str]
) -> None:
    page, tray = _page(qtbot, desk), Tray()
    _print_on(page, tray, qtbot)
    page.run.jam_button.click()
    assert page.run.which_set.control.hasFocus()
    page.run.which_set.control.setCurrentIndex(1)
    page.run.which_set.control.activated.emit(1)
    page.run.which_sheet.control.setCurrentIndex(1)  # only its first sheet, the envelope's
    page.run.on_button.click()
    qtbot.waitUntil(page.run.all_button.isVisible)
    assert [made.number for made in tray.given] == [1, 2, 3, 4, 2, 3, 4]
    assert "14 Quarry Lane" in _words_of(tray.given[1])
    assert "14 Quarry Lane" not in _words_of(tray.given[4])  # its envelope sheet is out
    assert _states(sam)[copies["child"]] is CopyState.TO_HAND
    page.run.all_button.click()
    assert CopyState.TO_PRINT not in _states(sam).values()


def test_a_printer_that_stops_is_asked_about_and_the_run_can_be_ended(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str]
) -> None:
    page = _page(qtbot, desk)
    _print_on(page, Tray(stops_at=2), qtbot)
    page.run.jam_button.click()
    page.run.end_button.click()
    assert page.run.isVisible() and page.run.which_set.has_error, "nothing is answered for anybody"
    page.run.which_set.control.setCurrentIndex(0)
    page.run.which_set.control.activated.emit(0)
    page.run.which_sheet.control.setCurrentIndex(0)
    page.run.end_button.click()  # none of the first set came out
    assert page.run.isHidden()
    assert set(_states(sam).values()) == {CopyState.TO_PRINT, CopyState.TO_EMAIL}
    tray = Tray()
    _print_on(page, tray, qtbot)
    assert len(tray.given) == 4


def test_a_run_that_a_crash_cut_off_is_asked_about_when_the_place_is_opened(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str]
) -> None:
    first = _page(qtbot, desk)
    _print_on(first, Tray(stops_at=3), qtbot)
    first.close()
    page, tray = _page(qtbot, desk), Tray()
    qtbot.waitUntil(page.run.all_button.isVisible)
    assert page.run.title.said == "Did all 3 sets come out?"
    page.printing.ask_printer = lambda chosen: chosen(tray)
    page.run.all_button.click()
    qtbot.waitUntil(page.run.all_button.isVisible)
    assert [made.number for made in tray.given] == [4]
    page.run.all_button.click()
    assert CopyState.TO_PRINT not in _states(sam).values()


def test_a_batch_is_saved_as_one_file_for_each_person(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "a stick"
    folder.mkdir()
    page = _page(qtbot, desk)
    page.printing.ask_folder = lambda chosen: chosen(FolderPaper(folder))
    page.save_button.click()
    qtbot.waitUntil(page.run.all_button.isVisible)
    names = sorted(file.name for file in folder.iterdir())
    assert [name[:7] for name in names] == ["set-001", "set-002", "set-003", "set-004"]
    assert not any(name in " ".join(names) for name in ("sam", "tillbrook", "dunmore"))
    assert page.run.title.said == "Are all 4 sets printed?"


def test_what_cannot_be_printed_is_said_with_why(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str]
) -> None:
    with desk.database.sharing() as hand:
        hand.connection.execute(
            "update paper_copy set address = '' where id = ?", (copies["mum"],)
        )
    page, tray = _page(qtbot, desk), Tray()
    _print_on(page, tray, qtbot)
    settle()
    assert "Samantha Tillbrook: Rosa Tillbrook, parent: no address stands on it." in said(page)
    assert len(tray.given) == 3


def test_a_real_printer_takes_a_set(
    qtbot: QtBot, desk: Desk, sam: Sam, copies: dict[str, str], tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    page = _page(qtbot, desk)
    page.printing.ask_printer = lambda chosen: chosen(PrinterPaper(printer))
    page.people.choose(copies["mum"])
    page.act("print", copies["mum"])
    qtbot.waitUntil(page.run.all_button.isVisible, timeout=15_000)
    assert page.run.title.said == "Did the set come out whole?"
    assert (tmp_path / "out.pdf").stat().st_size > 1000
