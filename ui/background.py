"""Long work off the window's thread: one worker, so that work on the record queues."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any  # work gives back whatever it makes

from PySide6.QtCore import QObject, Qt, QThread, Signal
from shiboken6 import isValid

from ui.overriding import override
from ui.pace import Pace


def _nothing(*_given: object) -> None:
    """What finished work does."""


class Stopped(Exception):
    """The person pressed Stop."""


@dataclass
class Work:
    """One piece of work; inside it, `step` tells how far it is and raises Stopped when asked."""

    task: Callable[["Work"], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progressed: Callable[[int, int], None] | None = None
    is_owed: bool = False  # done even when the program closes, or the record is locked
    _stop: threading.Event = field(default_factory=threading.Event)
    _tell: Callable[["Work", int, int], None] | None = None

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises: Stopped once the person asked for it.
        """
        if self._stop.is_set():
            raise Stopped
        if self._tell is not None:
            self._tell(self, done, total)

    def stop(self) -> None:
        """Ask the work to end at its next step; neither `done` nor `failed` is called."""
        self._stop.set()

    def let_go(self) -> None:
        """Drop what it holds of a page, in the window's thread: pages may end nowhere else."""
        self.task = _nothing
        self.done = self.failed = _nothing
        self.progressed = None

    @property
    def is_stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stop.is_set()


class Background(QObject):
    """Runs one piece of work after another; what comes of it arrives in the window's thread."""

    busy_changed = Signal(bool)
    _finished = Signal(object, object)
    _broken = Signal(object, object)
    _stepped = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self)
        self._aside = _Worker(self)
        self.pace = Pace(self)
        self._running = 0
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._hand_over, queued)
        self._broken.connect(self._hand_over_failure, queued)
        self._stepped.connect(self._hand_over_step, queued)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Work:
        """Do this away from the window, then call `done` with what it gave, or `failed`."""
        return self.run_in_steps(lambda _work: work(), done, failed)

    def run_surely(self, work: Callable[[], Any], failed: Callable[[Exception], None]) -> Work:
        """Do short work on the record before it closes, even where all else is dropped by then."""
        return self._begin(
            Work(lambda _work: work(), _nothing, failed, is_owed=True), self._worker
        )

    def run_aside(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Work:
        """Do the same for long work that leaves the record alone: nothing else waits for it."""
        return self._begin(Work(lambda _work: work(), done, failed), self._aside)

    def run_in_steps(
        self,
        task: Callable[[Work], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> Work:
        """Do the same for work that calls `Work.step` and so can be watched and stopped."""
        return self._begin(Work(task, done, failed, progressed), self._worker)

    def _begin(self, work: Work, worker: "_Worker") -> Work:
        work._tell = self._stepped.emit
        if worker.is_ending:
            work.stop()  # the program is closing: nobody is left to be told
            return work
        self._running += 1
        if self._running == 1:
            self.busy_changed.emit(True)
        worker.add(work)
        return work

    @property
    def is_busy(self) -> bool:
        """Whether work is running or waiting."""
        return self._running > 0

    def forget(self) -> None:
        """Stop what can be stopped and hand nothing over, as when the record is locked."""
        self._worker.forget()
        self._aside.forget()

    def close(self) -> None:
        """Stop what can be stopped, do what is owed, wait for the rest and end the worker."""
        self.pace.end()
        self._worker.end()
        self._aside.end()

    def _hand_over(self, work: Work, given: Any) -> None:
        self._one_less()
        done = work.done
        work.let_go()
        if not work.is_stopped and _is_there(done):
            done(given)

    def _hand_over_failure(self, work: Work, failure: Exception) -> None:
        self._one_less()
        failed = work.failed
        work.let_go()
        if not work.is_stopped and _is_there(failed):
            failed(failure)

    def _hand_over_step(self, work: Work, done: int, total: int) -> None:
        if work.progressed is not None and not work.is_stopped:
            work.progressed(done, total)

    def _one_less(self) -> None:
        self._running -= 1
        if not self._running:
            self.busy_changed.emit(False)


def _is_there(callback: Callable[..., object]) -> bool:
    """Whether the window that is to be told was not closed meanwhile."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class _Worker(QThread):
    """One thread; it starts with the first work and waits for more."""

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self._waiting: deque[Work] = deque()
        self._changed = threading.Condition()
        self._ending = False
        self._current: Work | None = None

    @property
    def is_ending(self) -> bool:
        """Whether no more work is taken."""
        return self._ending

    def add(self, work: Work) -> None:
        """Put work at the end of the queue."""
        with self._changed:
            self._waiting.append(work)
            self._changed.notify()
        if not self.isRunning():
            self.start()

    def end(self) -> None:
        """Forget what waits, stop what runs, do what is owed; then the thread has ended."""
        with self._changed:
            self._ending = True
            self._stop_all()
            self._waiting = deque(work for work in self._waiting if work.is_owed)
            self._changed.notify()
        self.wait()

    def forget(self) -> None:
        """Stop what runs and what waits, but for what is owed."""
        with self._changed:
            self._stop_all()

    def _stop_all(self) -> None:
        for work in (*self._waiting, *([self._current] if self._current else [])):
            if not work.is_owed:
                work.stop()

    @override
    def run(self) -> None:
        while (work := self._next()) is not None:
            self._do(work)

    def _next(self) -> Work | None:
        with self._changed:
            self._current = None
            self._changed.wait_for(lambda: self._waiting or self._ending)
            self._current = self._waiting.popleft() if self._waiting else None
            return self._current

    def _do(self, work: Work) -> None:
        background = self._background
        try:
            given = None if work.is_stopped else work.task(work)
        except Stopped:
            background._finished.emit(work, None)
        except Exception as failure:  # noqa: BLE001 the window is told, whatever it is
            logging.getLogger(__name__).info("Background work ended in %s", type(failure).__name__)
            background._broken.emit(work, failure)
        else:
            background._finished.emit(work, given)
