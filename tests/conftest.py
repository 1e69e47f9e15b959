"""What every test stands on: no screen, British dates, a real PostgreSQL when asked for."""

import gc
import os
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

if sys.platform == "linux" and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from models.database import Database
from tests import demo_record, sample
from tests.once import made_once
from tests.postgres import PostgresServer
from tests.pseudo import TwiceAsLong
from tests.shared_council import SharedCouncil
from tools import words
from ui import language

QLocale.setDefault(QLocale("en_GB"))
gc.disable()  # never in a thread that is not Qt's, nor while Qt goes through its windows
MUCH_IS_LEFT = 100_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: no worker is left with it while the others have ended."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_sessionfinish() -> None:
    """Let go of what was copied while Python can still free it: Qt would do it after the end."""
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send what a program keeps in its user's folders to a temporary one."""
    with pytest.MonkeyPatch.context() as environment:
        for kind in ("DATA", "CONFIG", "STATE"):
            environment.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))
        yield


@pytest.fixture(autouse=True)
def _collected_between_tests_only() -> Iterator[None]:
    """Leave what is held in circles until nothing of Qt is at work, as the program does."""
    yield
    gc.disable()
    if gc.get_count()[0] > MUCH_IS_LEFT:
        gc.collect(1)


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_looked_through_again() -> Iterator[None]:
    """Let go of a module's windows, and spare later collections what stays for good."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def compiled_words() -> None:
    """Compile the translations, as ./run does before it starts anything."""
    words.compile_all()


@pytest.fixture
def long_words() -> Iterator[None]:
    """Make every word on the screen twice as long."""
    language.use_catalogue(TwiceAsLong())
    yield
    language.set_language(language.SOURCE_LANGUAGE)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Give a running PostgreSQL server, one for each worker that asks."""
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture
def council(postgres: PostgresServer) -> Iterator[SharedCouncil]:
    """Give a council's shared database, fresh from the template, with nobody in it yet."""
    made = SharedCouncil(postgres)
    yield made
    made.close()


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make the demo council once: its folder, and the id of the IRO whose record it is."""
    base = tmp_path_factory.getbasetemp()
    among_all = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return made_once(among_all, "demo-council", demo_record.make)


@pytest.fixture
def demo(demo_made: tuple[Path, str], tmp_path: Path) -> Iterator[Database]:
    """Give a fresh copy of the demo council, open."""
    database = demo_record.open_copy(demo_made[0], tmp_path / "demo")
    yield database
    database.close()


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[tuple[Database, sample.Sample]]:
    """Give an open record with Sam's family, her third review planned, and their ids."""
    database, family = sample.open_filled(tmp_path / "sam")
    yield database, family
    database.close()


@pytest.fixture
def freed(qapp: QApplication) -> Callable[[Callable[[], QWidget]], None]:
    """Give a check that a window, made, shown and closed, is really freed.

    Use: freed(lambda: SettingsDialog(settings)); the dialog must delete itself on closing.
    """

    def check(make: Callable[[], QWidget]) -> None:
        window = make()
        gone: list[bool] = []
        window.destroyed.connect(lambda: gone.append(True))
        alive = weakref.ref(window)
        window.show()
        qapp.processEvents()
        window.close()
        del window
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        assert gone, "the window was closed and its widget lives on: set WA_DeleteOnClose"
        assert alive() is None, "the window was closed and something in Python still holds it"

    return check
