"""A thread of its own for all that goes over the network, which can be stopped within a second."""

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol  # Any: what comes of a task is whatever it makes

from PySide6.QtCore import QObject, QThread, Signal

from models.problems import Problem
from ui.overriding import override

END_MS = 1_000
Progress = Callable[[str, int, int], None]


class Line(Protocol):
    """A connection with the council, and the rounds that go over it."""

    def round(self, progress: Progress, stop: Callable[[], bool]) -> object:
        """Share what waits and fetch what is new."""

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the shared database one thing."""

    def cut(self) -> None:
        """Break off whatever is under way, from another thread."""

    def close(self) -> None:
        """Let the connection go."""


Task = Callable[[Line, Progress, Callable[[], bool]], Any]


@dataclass(frozen=True)
class Errand:
    """One thing to do over the line, and who is told of it in the window's thread."""

    task: Task
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class RoundThread(QThread):
    """Runs one errand after another over one line, which is opened for the first of them."""

    ended = Signal(object, object)  # an Errand, and what came of it
    failed = Signal(object, object)  # an Errand, and the exception
    stepped = Signal(str, int, int)

    def __init__(self, open_line: Callable[[], Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_line = open_line
        self._line: Line | None = None
        self._waiting: deque[Errand] = deque()
        self._changed = threading.Condition()
        self._is_ending = False
        self._stop = threading.Event()

    def add(self, errand: Errand) -> None:
        """Put an errand at the end of the queue."""
        with self._changed:
            if self._is_ending:
                return
            self._waiting.append(errand)
            self._changed.notify()
        if not self.isRunning():
            self.start()

    def stop_errand(self) -> None:
        """Ask what is under way to end at its next page; what has come stays."""
        self._stop.set()

    def end(self) -> bool:
        """Cut the line and end; say whether the thread was gone within a second."""
        with self._changed:
            self._is_ending = True
            self._waiting.clear()
            self._stop.set()
            line = self._line
            self._changed.notify()
        if line is not None:
            with contextlib.suppress(Problem):
                line.cut()
        return self.wait(END_MS)

    @override
    def run(self) -> None:
        while (errand := self._next()) is not None:
            self._do(errand)
        self._hang_up()

    def _next(self) -> Errand | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_ending)
            if self._is_ending:
                return None
            self._stop.clear()
            return self._waiting.popleft()

    def _do(self, errand: Errand) -> None:
        try:
            given = errand.task(self._opened(), self.stepped.emit, self._stop.is_set)
        except Exception as failure:  # noqa: BLE001 the window is told, whatever it is
            logging.getLogger(__name__).info("Sharing ended in %s", type(failure).__name__)
            self._hang_up()
            self.failed.emit(errand, failure)
        else:
            self.ended.emit(errand, given)

    def _opened(self) -> Line:
        if self._line is None:
            line = self._open_line()
            with self._changed:
                self._line = line
                if self._is_ending:
                    line.cut()
        return self._line

    def _hang_up(self) -> None:
        """Let the line go; the next errand opens a new one."""
        with self._changed:
            line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(Problem):
                line.close()
