"""`--self-check`: tries every part that a packaged program could lack, on invented data."""

import json
import os
import tempfile
from pathlib import Path

import resources
from letters.engine import Frame, PageDesign, Text, TextStyle, build, family_for
from letters.papers import paper
from letters.wording import wording
from models.database import Database
from models.demo.council import demo_council
from models.document_kind import REVIEW_PAPERS
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.security import unlock
from models.security.key_file import Cost
from models.settings import Settings
from ui.commands.command_line import PROBLEM, say
from ui.record_place import now

PASSPHRASE = "four words to check"  # noqa: S105 of a record that lives for seconds
CHILDREN = 12
LEAST_LIBPQ = 16  # the first that asks for the server's certificate as we do
CHEAP = Cost(times=1, memory_kib=8 * 1024, lanes=1)


_PAGE = PageDesign(Frame(20, 277, 20, 20), Frame(20, 277, 20, 20), lambda _furniture: None)
SCRIPTS = {
    "cy": "Helo Cêt, diolch am ddod i’r tŷ.",
    "ar": "مرحباً ليلى، قلتِ: «أحب الرسم».",
    "ti": "ሰላም ሰሎሞን፣ ስእሊ ትፈቱ።",
    "bn": "হ্যালো মিতা, আমরা দেখা করেছি।",
}


def self_check() -> int:
    """Open an encrypted record, show a window, write both papers; prints what it did as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    done: dict[str, object] = {"version": resources.version()}
    done["licences"] = _licences()
    done["scripts"] = _scripts()
    done["sharing"] = _sharing()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record"
        _make(place)
        done["pages"] = _papers(place)
        done["window"] = _window(place)
    say(json.dumps(done))
    return 0 if all(_is_good(found) for found in done.values()) else PROBLEM


def _is_good(found: object) -> bool:
    return bool(found) and (not isinstance(found, dict) or all(found.values()))


def _licences() -> int:
    """The number of licences that came along, Waymark's own among them; each must have words."""
    from ui.about_box import everything_bundled

    bundled = everything_bundled()
    return len(bundled) if all(one.words.strip() for one in bundled) else 0


def _scripts() -> dict[str, bool]:
    """Whether words and a date in each script come back from a page letter for letter."""
    return {language: _comes_back(language, words) for language, words in SCRIPTS.items()}


def _sharing() -> dict[str, bool]:
    """Whether what sharing stands on came along: the driver, the steps, the keyring."""
    from models.security.kept_passwords import loads_here
    from models.sync.server_steps import steps
    from models.sync.shared_database import driver_version

    return {
        "driver": driver_version() >= LEAST_LIBPQ,
        "steps": all(step.words(way) for step in steps() for way in ("up", "down")),
        "keyring": loads_here(),
    }


def _comes_back(language: str, words: str) -> bool:
    import pypdfium2

    say = wording(language)
    today = now().date()
    written = f"{words} {say.full_day(today).text}"
    text = Text(written, TextStyle(family_for(language), 13, 30))
    made = build([text], _PAGE, "A check", language, "Waymark", today, say.right_to_left)
    with pypdfium2.PdfDocument(made.bytes) as document:
        found = document[0].get_textpage().get_text_range()
    return _characters(found) == _characters(written)


def _characters(words: str) -> list[str]:
    """What can be seen, whatever its order: reading a page back adds marks of no width."""
    return sorted(mark for mark in words if mark.isprintable() and not mark.isspace())


def _make(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, CHEAP)
    database = Database.create(folder, key, now)
    with database.saving("") as session:
        calendar = WorkingDays.of_england_and_wales()
        demo_council(session, now().date(), calendar, children=CHILDREN)
    database.close()


def _papers(folder: Path) -> dict[str, int]:
    """The number of pages of each paper, counted in the finished PDF."""
    import pypdfium2

    sheet = _a_finished_review(folder)
    pages = {}
    for kind in REVIEW_PAPERS:
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
