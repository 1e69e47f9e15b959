"""Typing into a full review: each key from its moment to the screen; opening it; undo."""

import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from letters.papers import make_ready
from tests.benchmarks.full_review import with_full_review
from tests.benchmarks.timing import MILLISECONDS, Figure, once_ms
from tests.benchmarks.windows import Painted, at_desk, dressed_application, put_away, wait_until
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage
from ui.quiet_loading import quiet_loading
from ui.tidying import Tidying

FRAME_MS, SLOWEST_MS, OPENING_MS, UNDO_MS = 16, 100, 200, 150
WIDTH, HEIGHT = 1282, 700
APART_SECONDS, PAUSE_SECONDS, KEYS_TO_A_PAUSE = 0.09, 0.9, 60
IDLE_SECONDS = 0.0005
KEYS_TO_A_TRIAL = 10  # where it is only tried, as in the tests
TYPED = "Sam told us about the sleepover and how it went and what she would like next time. "


def figures(folder: Path, repeats: int) -> Iterator[Figure]:
    """The figures of typing, with the letter beside it being set, and of opening and undo."""
    dressed_application()
    with quiet_loading():  # as the program does in idle time
        make_ready()
    database, made = with_full_review(folder)
    with at_desk(database) as desk:
        tidying = Tidying(desk.background.pace)
        tidying.start()
        yield _opening(desk, made.review_id, repeats)
        page = _opened(desk, made.review_id)
        yield from _typing(page, repeats)
        yield _undoing(page, repeats)
        put_away(page)
        tidying.stop()
    database.close()


def _opened(desk: Desk, review_id: str) -> ReviewPage:
    page = ReviewPage(desk, review_id)
    page.resize(WIDTH, HEIGHT)
    seen = Painted(page)
    page.show()
    page.activateWindow()
    page.go("A4")
    wait_until(lambda: seen.times > 0)
    return page


def _opening(desk: Desk, review_id: str, repeats: int) -> Figure:
    took, pages = [], deque[ReviewPage]()
    for _ in range(repeats + 1):
        took.append(once_ms(lambda: pages.append(_opened(desk, review_id))))
        put_away(pages.popleft())
        wait_until(lambda: not desk.background.is_busy)
    return Figure("opening a full review, painted", median(took[1:]), "", None, OPENING_MS)


def _typing(page: ReviewPage, repeats: int) -> Iterator[Figure]:
    """In the capture card, and in a note that is changed where it stands."""
    keys = (TYPED * 6)[: min(480, 60 * repeats) if repeats > 1 else KEYS_TO_A_TRIAL]
    capture = page.window().focusWidget()
    yield from _typed("a new note", _boxed(capture), keys)
    note = next(each for each in page.meeting.sheet.notes if each.step == "A4")
    page.go_to("A4", ("note", note.id, "words"))
    yield from _typed("a note that is changed", _boxed(page.window().focusWidget()), keys)
    page.go("A4")


def _boxed(box: QWidget | None) -> QTextEdit:
    if not isinstance(box, QTextEdit):
        raise TypeError("the keyboard is not in a text field")
    return box


def _typed(where: str, box: QTextEdit, keys: str) -> Iterator[Figure]:
    took = _typist(box, keys)
    slow = quantiles(took, n=100, method="inclusive")[98]
    yield Figure(f"key to screen in {where}, median", median(took), "", None, FRAME_MS)
    yield Figure(f"key to screen in {where}, 99th in 100", slow, "", None, FRAME_MS)
    yield Figure(f"key to screen in {where}, slowest", max(took), "", None, SLOWEST_MS)


def _typist(box: QTextEdit, keys: str) -> list[float]:
    """Press each key when it is due, whatever the window is doing; how late each was painted."""
    seen, window, took = Painted(box.viewport()), _window(box), []
    due = time.perf_counter()
    for place, key in enumerate(keys, start=1):
        due += APART_SECONDS if place % KEYS_TO_A_PAUSE else PAUSE_SECONDS
        _work_until(due)
        before = seen.times
        QTest.keyClick(window, key)  # type: ignore[call-overload]  # a letter, in this form
        while seen.times == before:
            QApplication.processEvents()
        took.append((time.perf_counter() - due) * MILLISECONDS)
    return took


def _window(box: QTextEdit) -> QWindow:
    """Give the window that keys come to."""
    shown = (box.window().windowHandle(), *QGuiApplication.topLevelWindows())
    handle = next((each for each in shown if isinstance(each, QWindow)), None)
    if handle is None:
        raise TypeError("Qt handed over the wrapper of something gone at the same address")
    return handle


def _work_until(due: float) -> None:
    """Let the window work, and the worker while the window waits."""
    while time.perf_counter() < due:
        QApplication.processEvents()
        time.sleep(IDLE_SECONDS)


def _undoing(page: ReviewPage, repeats: int) -> Figure:
    """From the key to the place that changed, painted; redo between is not counted."""
    seen, acts = Painted(page.centre), page.acts()
    note = page.meeting.sheet.notes[0]
    page.meeting.put("note", note.id, "restricted", not note.restricted)

    def undo() -> None:
        acts.undo()
        seen.wait()

    took = []
    for _ in range(repeats + 1):
        took.append(once_ms(undo))
        acts.redo()
        _work_until(time.perf_counter() + PAUSE_SECONDS)
    return Figure("undo in a full review, painted", median(took[1:]), "", None, UNDO_MS)
