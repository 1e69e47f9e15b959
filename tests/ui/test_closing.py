"""What closing the window ends: the record, what is still noted and saved, and the process."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from tests import sample
from tests.real_program import (
    PASSPHRASE,
    Program,
    copy_of,
    make_sam,
    opened_elsewhere,
    running,
)
from ui.background import Work
from ui.record_place import open_record


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def sam(sam_made: tuple[Path, sample.Sample]) -> sample.Sample:
    return sam_made[1]


@pytest.fixture
def program(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> Iterator[Program]:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as opened:
        yield opened


def test_closing_the_window_closes_the_record(program: Program) -> None:
    program.unlock()
    program.press(Qt.Key.Key_Q, ctrl=True)
    assert program.waymark.desk is None
    assert opened_elsewhere(program.folder) == "open"
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(program.folder / "record.db").execute("select * from child")


def test_who_looked_is_noted_though_the_window_closes_at_once(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    waymark, started = program.waymark, threading.Event()

    def busy(work: Work) -> None:
        started.set()
        while not work.is_stopped:
            work._stop.wait(10)

    waymark.background.run_in_steps(busy, lambda _none: None, _fail)
    assert started.wait(10)
    waymark.open_child(sam.child_id)
    waymark.window.close()
    database = open_record(program.folder, PASSPHRASE)
    with database.reading() as connection:
        looks = connection.execute("SELECT act, what FROM looked").fetchall()
    database.close()
    assert looks == [("opened_child", f"child:{sam.child_id}")]


def _fail(failure: Exception) -> None:
    raise failure


def test_the_word_of_a_last_save_finds_no_window_once_it_is_closed(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        program.at_rest()
        desk, saves = program.waymark.desk, threading.Event()
        assert desk is not None

        def save() -> None:
            saves.set()
            desk.save(lambda session: session.add(LaptopFact(name="last", value={})))

        program.waymark.background.run(save, lambda _none: None, program.waymark.window.tell)
        assert saves.wait(5)
    QApplication.processEvents()  # the word comes from the worker after the window was freed
    assert program.waymark.desk is None


_OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from models.settings import Settings
from ui.application import Waymark, make_application
application = make_application(["waymark"])
waymark = Waymark(Path(sys.argv[1]), Settings())
waymark.opened.connect(lambda: QTimer.singleShot(0, waymark.window.menus.actions["quit"].trigger))
waymark.start()
waymark.unlock(sys.argv[2])
sys.exit(application.exec() + 40)
"""


def test_closing_ends_the_process_and_leaves_no_page_waiting(
    sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    folder = copy_of(sam_made[0], tmp_path / "record")
    ended = subprocess.run(
        [sys.executable, "-c", _OPEN_AND_CLOSE, str(folder), PASSPHRASE],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (40, "")
    assert not any(path.stat().st_size for path in folder.glob("*-wal"))
