"""A time of day that is typed as people say it: 4pm, 4.30, 16:00."""

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Signal

from models.typed_times import UnreadableTime, read_time
from ui.language import _, time_in_words
from ui.parts.fields import LineField


class TimeField(LineField):
    """When it is left, the time is written out so that it can be checked; kept as "16:00".

    `check` gives what is wrong with a time that was read, in words, or nothing.
    """

    time_chosen = Signal(str)

    def __init__(self, label: str, *, hint: str = "", optional: bool = False) -> None:
        super().__init__(label, hint=hint, optional=optional)
        self._time = self._shown = ""
        self.check: Callable[[str], str] = _nothing_wrong
        self.control.editingFinished.connect(self.read)

    def time(self) -> str:
        """Give the time as "16:00", or nothing for an empty or unreadable box."""
        return "" if self.has_error else self._time

    def set_time(self, clock: str) -> None:
        """Show a time kept as "16:00", or nothing, without telling anyone."""
        self._time, self._shown = clock, _said(clock)
        self.set_text(self._shown)
        self.clear_error()

    def read(self) -> None:
        """Read what was typed: write the time out, or say over the box what would be read."""
        typed = self.control.text().strip()
        if typed == self._shown and not self.has_error:
            return
        try:
            clock = read_time(typed) if typed else ""
            wrong = self.check(clock) if clock else ""
        except UnreadableTime as problem:
            wrong = _(problem.next)
        if wrong:
            self._shown = typed
            self.show_error(wrong)
            return
        changed = clock != self._time
        self.set_time(clock)
        if changed:
            self.time_chosen.emit(clock)


def _nothing_wrong(_clock: str) -> str:
    return ""


def _said(clock: str) -> str:
    try:
        return time_in_words(time.fromisoformat(clock))
    except ValueError:
        return clock
