"""A jam in the middle of a set, the program is killed, and no sheet comes twice or not at all."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from models.database import Database
from models.document_kind import DocumentKind
from models.sending_queue import CopyState, copies_of
from models.sending_steps import Step
from tests import released, sample
from tests.journeys import shared_folders
from tests.journeys.keyboard import KEY
from tests.journeys.playing import Clock
from tests.journeys.sending import Sending
from tests.real_program import running

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

ROOT = Path(__file__).parents[2]
PAPERS = (  # who gets which paper, with how many pages
    ("child", DocumentKind.LETTER, 2),
    ("mum", DocumentKind.DECISIONS, 1),
    ("mum", DocumentKind.MINUTES, 5),
    ("carer", DocumentKind.DECISIONS, 1),
    ("teacher", DocumentKind.DECISIONS, 1),
)
WHO = {
    "child": ("Samantha Tillbrook", "child", "hand"),
    "mum": ("Rosa Tillbrook", "parent", "post"),
    "carer": ("Alma Dunmore", "carer", "post"),
    "teacher": ("Joan Fennimore", "teacher", "post"),
}
JAM = 3  # the sheets that came out before it: the letter, her envelope sheet, her decisions


class AtThePrinter(Sending):
    """Somebody at the place Send after the program was killed."""

    def say_last(self, said_set: str, said_sheet: str) -> None:
        """Say by keys which sheet came out last, and go on from there."""
        card = self.page.run
        if self.at is card.all_button:
            self.press(KEY.Key_Tab)
        self.press(KEY.Key_Space)
        for field, said in ((card.which_set, said_set), (card.which_sheet, said_sheet)):
            assert self.at is field.control
            while field.control.currentText() != said:
                before = field.control.currentIndex()
                self.press(KEY.Key_Down)
                assert field.control.currentIndex() > before, f"there is no {said!r}"
            self.press(KEY.Key_Tab)
        assert self.at is card.on_button
        self.press(KEY.Key_Space)


def _pages(words: str, count: int) -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    for number in range(1, count + 1):
        canvas.drawString(72, 720, f"{words}, page {number}.")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _made(folder: Path) -> sample.Sample:
    """A record in which everybody's papers are released."""
    made = shared_folders.sam(folder)
    with shared_folders.opened(folder, Clock()) as database:
        for reader, kind, count in PAPERS:
            name, role, way = WHO[reader]
            pages = _pages(f"{kind} for {name}", count)
            with pytest.MonkeyPatch.context() as patched:
                patched.setitem(released.READERS, reader, (name, role, kind, way))
                released.release(database, made, reader, pages=pages)
    return made


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    return folder


@pytest.fixture
def jammed(tmp_path: Path, tray: Path) -> Iterator[tuple[Path, sample.Sample]]:
    """The record after the jam, when the program was killed."""
    folder = tmp_path / "record"
    made = _made(folder)
    words = [str(folder), str(tray), str(JAM)]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.paper_jam_process", *words],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "asked\n"
        process.kill()
    yield folder, made


def test_a_jam_and_a_crash_and_no_letter_twice_and_none_missed(
    qtbot: QtBot, jammed: tuple[Path, sample.Sample], tray: Path
) -> None:
    folder, made = jammed
    with running(qtbot, folder) as program:
        at = AtThePrinter(program, tray)
        at.is_asked(after_a_cut=True)
        assert at.page.run.title.said == "Did all 4 sets come out?"
        assert len(at.sheets) == JAM
        assert _printed(at.database, made) == []  # nothing is marked before somebody says so
        at.choose_printer(jams_after=1)
        at.look("jam-1-asked")
        at.say_last("Set 2: Samantha Tillbrook: Rosa Tillbrook, parent", "Sheet 2 of 5")
        at.is_asked()  # it jammed again, after one sheet
        assert _printed(at.database, made) == [("child", DocumentKind.LETTER)]
        at.printer.jams_after = 10_000  # somebody has opened it and taken the paper out
        at.say_last("Set 2: Samantha Tillbrook: Rosa Tillbrook, parent", "Sheet 3 of 5")
        at.is_asked()
        at.press(KEY.Key_Return)
        at.look("jam-2-done")
        assert at.page.run.isHidden()
        assert at.at in at.page.queue.rows.values()
        assert at.page.print_button.is_off
        _every_sheet_once(at.sheets)
        assert _printed(at.database, made) == [(reader, kind) for reader, kind, _ in PAPERS]


def _every_sheet_once(sheets: list[str]) -> None:
    """Each side of each paper is there once, as is each envelope sheet; no sheet holds two."""
    for reader, kind, count in PAPERS:
        for page in range(1, count + 1):
            words = f"{kind} for {WHO[reader][0]}, page {page}."
            assert sum(words in sheet for sheet in sheets) == 1, words
    envelopes = [sheet for sheet in sheets if "Private and personal" in sheet]
    posted = [name for name, _role, way in WHO.values() if way == "post"]
    assert [next(name for name in posted if name in each) for each in envelopes] == posted
    assert len(sheets) == sum(-(-count // 2) for _r, _k, count in PAPERS) + len(posted)


def _printed(database: Database, made: sample.Sample) -> list[tuple[str, str]]:
    """Whose papers are printed, each once and in a run."""
    readers = {made.people.get(reader, reader): reader for reader in WHO}
    with database.reading() as connection:
        copies = copies_of(connection, made.earlier_review_id)
    printed = [copy for copy in copies if copy.state is not CopyState.TO_PRINT]
    assert all([step.step for step in copy.steps] == [Step.PRINTED] for copy in printed)
    found = {(readers[copy.reader], copy.kind) for copy in printed}
    return [(reader, kind) for reader, kind, _count in PAPERS if (reader, kind) in found]
