"""A date that is typed as people say it: 18 dec, friday, 2 weeks, 18/12/2026."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from models.typed_dates import Towards, UnreadableDay, read_day
from ui.language import _, date_in_words, day_in_words
from ui.parts.fields import Field, IconLine


class DateField(Field):
    """Day first; when it is left, the day is written out in full so that it can be checked.

    `check` gives what is wrong with a day that was read, in words, or nothing.
    """

    day_chosen = Signal(object)
    control: IconLine

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        hint: str = "",
        optional: bool = False,
        towards: Towards = "future",
    ) -> None:
        super().__init__(label, IconLine(), hint=hint, optional=optional)
        self._today, self._towards = today, towards
        self._day: date | None = None
        self._shown = ""
        self.check: Callable[[date], str] = _nothing_wrong
        self.control.textEdited.connect(self.edited)
        self.control.editingFinished.connect(self.read)

    def day(self) -> date | None:
        """Give the day that was read, or none for an empty, unreadable or refused one."""
        return None if self.has_error else self._day

    def text(self) -> str:
        """Give the day as ISO text, or what stands there unread, for saving."""
        day = self.day()
        return day.isoformat() if day else self.control.text()

    def set_day(self, day: date | None) -> None:
        """Show a day, or nothing, without telling anyone."""
        self._day = day
        self._shown = date_in_words(day) if day else ""
        self.control.setText(self._shown)
        self.control.setToolTip(day_in_words(day, self._today()) if day else "")
        self.clear_error()

    def read(self) -> None:
        """Read what was typed: write the day out, or say over the box what would be read."""
        typed = self.control.text().strip()
        if typed == self._shown and not self.has_error:
            return
        if not typed:
            self._take(None)
            return
        try:
            day = read_day(typed, self._today(), self._towards)
        except UnreadableDay as problem:
            self._refuse(typed, _(problem.next))
            return
        wrong = self.check(day)
        if wrong:
            self._refuse(typed, wrong)
        else:
            self._take(day)

    def _refuse(self, typed: str, words: str) -> None:
        self._shown = typed
        self.show_error(words)

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_chosen.emit(day)


def _nothing_wrong(_day: date) -> str:
    return ""
