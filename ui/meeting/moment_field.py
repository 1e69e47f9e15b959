"""When something happened: now unless said otherwise, today or earlier, said back in words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.language import _, ngettext
from ui.meeting.clock_words import day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.time_field import TimeField
from ui.parts.words import Words


class MomentField(QWidget):
    """A day and a time; untouched they are the moment at which the button is pressed."""

    def __init__(
        self, desk: Desk, labels: tuple[str, str], name: str, wrong: Callable[[date], str]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_touched = False
        self._offered: date | None = None  # none stands for the day it is
        self.day = DateField(labels[0], desk.today, towards="past")
        self.time = TimeField(labels[1])
        self.day.check, self.time.check = wrong, self._wrong_time
        self.day.control.setObjectName(f"{name}_day_box")
        self.time.control.setObjectName(f"{name}_time_box")
        self.said_back = Words("", "small", "ink2", wrap=True)
        line = FieldsLayout()
        line.add(self.day, 3)
        line.add(self.time, 2)
        line.add(QWidget(), 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.said_back)
        self.day.edited.connect(self._touch)
        self.time.edited.connect(self._touch)
        self.day.day_chosen.connect(self._follow_day)

    def offer(self, day: date | None = None) -> None:
        """Offer a day, or now, unless something is being typed here."""
        if self._is_touched:
            return
        self._offered, now = day, self._desk.now()
        self.day.set_day(day or now.date())
        self.time.set_time(f"{now:%H:%M}" if self.day.day() == now.date() else "")
        self._say_back()

    def forget(self) -> None:
        """Offer now again, whatever was typed."""
        self._is_touched = False

    def moment(self) -> tuple[date, str] | None:
        """Give the day and the time as "16:04", or put the keyboard where something is wrong.

        A time may be left empty for another day than today.
        """
        if not self._is_touched:
            self.offer(self._offered)
        for field in (self.day, self.time):
            field.read()
        day, clock = self.day.day(), self.time.time()
        if day is None and not self.day.has_error:
            self.day.show_error(_("Say on which day."))
        wrong = next((field for field in (self.day, self.time) if field.has_error), None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return None if wrong is not None or day is None else (day, clock)

    def _wrong_time(self, clock: str) -> str:
        now = self._desk.now()
        is_to_come = self.day.day() == now.date() and clock > f"{now:%H:%M}"
        return _("That time is still to come.") if is_to_come else ""

    def _touch(self) -> None:
        self._is_touched = True

    def _follow_day(self, day: date | None) -> None:
        now = self._desk.now()
        self.time.set_time(f"{now:%H:%M}" if day == now.date() else "")
        self._say_back()

    def _say_back(self) -> None:
        day, today = self.day.day(), self._desk.today()
        ago = (today - day).days if day else 0
        words = ngettext(
            "That was {count} day ago, on {day}.", "That was {count} days ago, on {day}.", ago
        )
        self.said_back.say(words.format(count=ago, day=day_words(day, today)) if day else "")
        show_if(self.said_back, ago > 0)
