"""Long work queues on one thread and comes back in the window’s own; some is done aside."""

import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background import Background, Work


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


def test_what_the_work_gave_arrives_in_the_windows_thread(
    qtbot: QtBot, background: Background
) -> None:
    came: list[tuple[int, int, int]] = []
    here = threading.get_ident()
    background.run(
        threading.get_ident,
        lambda there: came.append((there, here, threading.get_ident())),
        _fail,
    )
    qtbot.waitUntil(lambda: len(came) == 1)
    there, here_then, back = came[0]
    assert there != here_then
    assert back == here_then


def test_work_is_done_one_piece_after_another(qtbot: QtBot, background: Background) -> None:
    order: list[int] = []
    running = threading.Semaphore(1)

    def piece(number: int) -> int:
        assert running.acquire(blocking=False)
        running.release()
        return number

    for number in range(20):
        background.run(lambda number=number: piece(number), order.append, _fail)
    assert background.is_busy
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert not background.is_busy


def test_a_failure_arrives_as_it_was(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []
    background.run(lambda: 1 // 0, _fail, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)


def test_progress_is_told_and_stop_ends_the_work(qtbot: QtBot, background: Background) -> None:
    steps: list[tuple[int, int]] = []
    go_on, ended = threading.Event(), threading.Event()

    def count(work: Work) -> None:
        try:
            for number in range(1_000_000):
                work.step(number, 1_000_000)
                go_on.wait(5)
        finally:
            ended.set()

    work = background.run_in_steps(count, _fail, _fail, lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: steps == [(0, 1_000_000)])
    work.stop()
    go_on.set()
    assert ended.wait(5)
    qtbot.waitUntil(lambda: not background.is_busy)


def test_closing_forgets_what_waits(qtbot: QtBot) -> None:
    background = Background()
    started, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def first() -> int:
        started.set()
        go_on.wait(5)
        return 1

    background.run(first, done.append, _fail)
    background.run(lambda: 2, done.append, _fail)
    assert started.wait(5)
    go_on.set()
    background.close()
    qtbot.wait(0)
    assert 2 not in done


@pytest.mark.parametrize("end", [Background.close, Background.forget])
def test_what_is_owed_is_done_though_all_else_is_dropped(
    qtbot: QtBot, end: Callable[[Background], None]
) -> None:
    background = Background()
    started, done = threading.Event(), list[str]()

    def first(work: Work) -> None:
        started.set()
        while not work.is_stopped:
            work._stop.wait(5)

    background.run_in_steps(first, _nothing, _fail)
    background.run(lambda: done.append("dropped"), _nothing, _fail)
    background.run_surely(lambda: done.append("owed"), _fail)
    assert started.wait(5)
    end(background)
    background.close()
    qtbot.wait(0)
    assert done == ["owed"]


def _nothing(_given: object) -> None:
    pass


def test_forgetting_hands_nothing_over_and_goes_on_with_new_work(
    qtbot: QtBot, background: Background
) -> None:
    started, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def first() -> int:
        started.set()
        go_on.wait(5)
        return 1

    background.run(first, _fail, _fail)
    background.run(lambda: 2, _fail, _fail)
    assert started.wait(5)
    background.forget()
    go_on.set()
    background.run(lambda: 3, done.append, _fail)
    qtbot.waitUntil(lambda: not background.is_busy)
    assert done == [3]


class _Told(QObject):
    def tell(self, _anything: object) -> None:
        raise AssertionError("the window that asked is gone")


def test_a_window_that_is_gone_is_told_nothing(qtbot: QtBot, background: Background) -> None:
    told = _Told()
    background.run(lambda: 1, told.tell, _fail)
    background.run(lambda: 1 // 0, _fail, told.tell)
    shiboken6.delete(told)
    qtbot.waitUntil(lambda: not background.is_busy)


def test_work_that_comes_after_the_closing_is_not_begun(qtbot: QtBot) -> None:
    background = Background()
    background.close()
    work = background.run(lambda: 1, _fail, _fail)
    assert work.is_stopped
    assert not background.is_busy
    assert not background._worker.isRunning()


def test_closing_unused_is_no_trouble() -> None:
    Background().close()


def _fail(_anything: object) -> None:
    raise AssertionError("this was not to be called")


def test_finished_work_holds_nothing_of_the_page_that_asked(
    qtbot: QtBot, background: Background
) -> None:
    page = QObject()
    told: list[object] = []

    def done(given: object, page: QObject = page) -> None:
        told.append((given, page.objectName()))

    alive = weakref.ref(page)
    background.run(lambda: "made", done, told.append)
    del page, done
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: alive() is None)


def test_nothing_waits_for_work_that_is_done_aside(qtbot: QtBot, background: Background) -> None:
    may_end, done = threading.Event(), list[str]()
    background.run_aside(may_end.wait, lambda _given: done.append("aside"), _fail)
    background.run(lambda: None, lambda _given: done.append("page"), _fail)
    qtbot.waitUntil(lambda: done == ["page"])
    assert background.is_busy
    may_end.set()
    qtbot.waitUntil(lambda: done == ["page", "aside"])
    assert not background.is_busy
