"""Who asked for another day, on which day, and why: asked wherever a booked review is moved."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rules.adjourning import MOVE_REASONS, says_enough
from ui.desk import Desk
from ui.language import _, day_in_words, ngettext
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.sittings import NewDay


class WhoAskedPart(QWidget):
    """The fields, and how late the new day would be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.how_late = Words("", "small", "due", wrap=True)
        self.asked_by = LineField(_("Who asked for it"))
        self.asked_by.control.setObjectName("asked_by_box")
        self.asked_on = DateField(_("Day they asked"), desk.today, towards="past")
        self.asked_on.control.setObjectName("asked_on_box")
        self.asked_on.check = self._wrong_day
        offered = [(each.key, _(each.words)) for each in MOVE_REASONS]
        self.reason = ChoiceField(_("Why"), [("", _("Choose a reason")), *offered])
        self.reason.control.setObjectName("move_reason_box")
        self.words = LineField(_("In your words"), optional=True)
        self.words.control.setObjectName("move_words_box")
        self._build()
        self.forget()

    def _build(self) -> None:
        first, second = FieldsLayout(), FieldsLayout()
        first.add(self.asked_by, 3)
        first.add(self.asked_on, 2)
        second.add(self.reason, 1)
        second.add(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.how_late)
        column.addLayout(first)
        column.addLayout(second)
        self.how_late.hide()

    def forget(self) -> None:
        """Empty the fields; asked today, unless said otherwise."""
        for line in (self.asked_by, self.words):
            line.set_text("")
        self.reason.set_value("")
        self.asked_on.set_day(self._desk.today())
        for field in (self.asked_by, self.reason, self.words):
            field.clear_error()

    def day_asked(self) -> date:
        """Give the day on which it was asked for."""
        return self.asked_on.day() or self._desk.today()

    def new_day(self, day: date, at: str) -> "NewDay":
        """Give the new day with who asked for it and why. Units: `at` is "16:00"."""
        from models.sittings import NewDay  # SQLAlchemy is loaded when saving

        asked_by, words = self.asked_by.text().strip(), self.words.text().strip()
        return NewDay(day, at, asked_by, words, self.reason.value())

    def lacks(self) -> Field | None:
        """Give the first field that is still to be filled, with what it needs said at it."""
        self.asked_on.read()
        for field in (self.asked_by, self.reason, self.words):
            field.clear_error()
        key = self.reason.value()
        if not self.asked_by.text().strip():
            return _with(self.asked_by, _("Say who asked for it"))
        if self.asked_on.has_error:
            return self.asked_on
        if not key:
            return _with(self.reason, _("Choose a reason"))
        if not says_enough(MOVE_REASONS, key, self.words.text()):
            return _with(self.words, _("Say why, in a few words"))
        return None

    def say_how_late(self, day: date | None, due_on: date | None) -> None:
        """Say how long after the last day in time the new day is."""
        words = late_words(day, due_on, self._desk.today())
        self.how_late.say(words)
        show_if(self.how_late, bool(words))

    def enter(self) -> None:
        """Put the keyboard on who asked."""
        self.asked_by.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrong_day(self, day: date) -> str:
        is_to_come = day > self._desk.today()
        return _("That day is still to come.") if is_to_come else ""


def late_words(day: date | None, due_on: date | None, today: date) -> str:
    """Say by how many days a day is after the last day in time; nothing where it is not."""
    late = (day - due_on).days if day and due_on else 0
    if due_on is None or late <= 0:
        return ""
    words = ngettext(
        "That is {count} day after the last day in time, {day}.",
        "That is {count} days after the last day in time, {day}.",
        late,
    )
    return words.format(count=late, day=day_in_words(due_on, today))


def _with(field: Field, words: str) -> Field:
    field.show_error(words)
    return field
