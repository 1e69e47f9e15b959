"""The composer: from a key in a line of the letter to its words, and to the page they stand on."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest

from tests import sample
from tests.benchmarks.timing import Figure, alone
from tests.benchmarks.windows import Painted, at_desk, dressed_application, put_away, wait_until
from ui.desk import Desk
from ui.letter.composer_page import ComposerPage

PAGE_MS, KEY_MS = 150, 16
WIDTH, HEIGHT = 1282, 700


def figures(folder: Path, repeats: int) -> Iterator[Figure]:
    """The figures of one key at the end of a line, on a review with everything in it."""
    dressed_application()
    database = sample.open_database(folder)
    made = sample.fill(database)
    sample.write_whole_review(database, made)
    with at_desk(database) as desk:
        page = _opened(desk, made.review_id)
        live, window = page.preview.live, _window(page)
        row = page.lines.rows()[3]
        row.enter()
        drawn = Painted(page.preview.sheet)
        typed = Painted(row.editor.control.viewport())

        def key_to_page() -> None:
            before = live.paper
            QTest.keyClick(window, "e")  # type: ignore[call-overload]  # a letter, in this form
            wait_until(lambda: live.paper is not before)
            drawn.wait()

        def key_to_words() -> None:
            before = typed.times
            QTest.keyClick(window, "e")  # type: ignore[call-overload]  # as above
            wait_until(lambda: typed.times > before)

        yield alone("key in the letter to its new page", key_to_page, PAGE_MS, repeats * 5)
        yield alone("key to screen in the letter", key_to_words, KEY_MS, repeats * 20)
        put_away(page)
    database.close()


def _opened(desk: Desk, review_id: str) -> ComposerPage:
    page = ComposerPage(desk, review_id)
    page.resize(WIDTH, HEIGHT)
    page.show()
    page.activateWindow()
    live = page.preview.live
    wait_until(lambda: live.paper is not None and live.is_at_rest)
    return page


def _window(page: ComposerPage) -> QWindow:
    """Give the window that keys come to."""
    handle = page.windowHandle()
    if not isinstance(handle, QWindow):
        raise TypeError("the composer is in no window")
    return handle
