"""`--self-check`: tries every part that a packaged program could lack, on invented data."""

import json
import os
import tempfile
from pathlib import Path

from letters.papers import paper
from models.database import Database
from models.demo.council import demo_council
from models.document_kind import DocumentKind
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.security import unlock
from models.security.key_file import Cost
from models.settings import Settings
from ui.commands.command_line import PROBLEM, say
from ui.record_place import now

PASSPHRASE = "four words to check"  # noqa: S105 of a record that lives for seconds
CHEAP = Cost(times=1, memory_kib=8 * 1024, lanes=1)


def self_check() -> int:
    """Open an encrypted record, show a window, write both papers; prints what it did as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    done: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record"
        _make(place)
        done["pages"] = _papers(place)
        done["window"] = _window(place)
    say(json.dumps(done))
    pages = done["pages"]
    good = isinstance(pages, dict) and all(pages.values()) and bool(done["window"])
    return 0 if good else PROBLEM


def _make(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, CHEAP)
    database = Database.create(folder, key, now)
    with database.saving("") as session:
        demo_council(session, now().date(), WorkingDays.of_england_and_wales())
    database.close()


def _papers(folder: Path) -> dict[str, int]:
    """The number of pages of each paper, counted in the finished PDF."""
    import pypdfium2

    sheet = _a_finished_review(folder)
    pages = {}
    for kind in DocumentKind:
        made = paper(sheet, kind, now().date(), draft=True)
        with pypdfium2.PdfDocument(made.rendered.pdf) as document:
            pages[str(kind)] = len(document)
    return pages


def _a_finished_review(folder: Path) -> ReviewSheet:
    database = Database.open(folder, unlock.unlock(folder, PASSPHRASE), now)
    try:
        with database.reading() as connection:
            row = connection.execute(
                "select id from review where state = 'finished' order by held_on desc, id"
            ).fetchone()
            return read_review(connection, row[0])
    finally:
        database.close()


def _window(folder: Path) -> bool:
    """Whether a real window opened on the record and showed a place."""
    from PySide6.QtCore import QEventLoop, QTimer

    from ui.appearance import appearance
    from ui.application import Waymark, make_application

    application = make_application(["waymark"])
    appearance().apply("light", 100)
    waymark = Waymark(folder, Settings())
    waymark.start()
    waiting = QEventLoop()
    waymark.opened.connect(waiting.quit)
    QTimer.singleShot(60_000, waiting.quit)
    waymark.unlock(PASSPHRASE)
    waiting.exec()
    page = waymark.window.pages.page()
    shown = page is not None and not waymark.window.grab().isNull()
    waymark.window.close()
    application.processEvents()
    return shown
