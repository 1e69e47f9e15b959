"""Moving a review that has not begun to another day: to which, who asked, and why."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rules.adjourning import MOVE_REASONS, says_enough
from models.sittings import NewDay, move_to_another_day
from ui.language import _, ngettext
from ui.meeting.clock_words import day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.showing import show_if
from ui.parts.time_field import TimeField
from ui.parts.words import Words


class MoveDayPart(QWidget):
    """A button that unfolds the fields; what was moved before is told below it."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.open_button = SmallButton(_("Move to another day"), kind="quiet")
        self.open_button.setObjectName("move_day")
        self.new_day = DateField(_("New day"), meeting.desk.today)
        self.new_day.control.setObjectName("new_day_box")
        self.new_time = TimeField(_("New time"), optional=True)
        self.asked_by = LineField(_("Who asked for it"))
        self.asked_by.control.setObjectName("asked_by_box")
        offered = [(each.key, _(each.words)) for each in MOVE_REASONS]
        self.reason = ChoiceField(_("Why"), [("", _("Choose a reason")), *offered])
        self.reason.control.setObjectName("move_reason_box")
        self.words = LineField(_("In your words"), optional=True)
        self.words.control.setObjectName("move_words_box")
        self.how_late = Words("", "small", "due", wrap=True)
        self.move_button = SmallButton(_("Move the review"), kind="primary")
        self.move_button.setObjectName("move_review")
        self.leave_button = SmallButton(_("Leave it as it is"), kind="quiet")
        self.before = Words("", "small", "ink2", wrap=True)
        self._fields = QWidget()
        self._build()
        self.open_button.clicked.connect(self._open)
        self.leave_button.clicked.connect(self._close)
        self.move_button.clicked.connect(self.move_review)
        self.new_day.day_chosen.connect(self._say_how_late)

    def _build(self) -> None:
        first, second = FieldsLayout(), FieldsLayout()
        first.add(self.new_day, 3)
        first.add(self.new_time, 2)
        first.add(self.asked_by, 4)
        second.add(self.reason, 1)
        second.add(self.words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(first)
        inside.addWidget(self.how_late)
        inside.addLayout(second)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        column.addWidget(self.before)
        self._fields.hide()
        self.how_late.hide()

    def show_sheet(self) -> None:
        """Show whether it can be moved, and how often it was."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        can_move = sheet.state == "planned" and sheet.booked_on is not None
        asking = not self._fields.isHidden()
        show_if(self.open_button, can_move and not asking)
        if not can_move:
            self._fields.hide()
        lines = [
            _("Moved from {day}: {who} asked. {why}").format(
                day=day_words(each.from_day, today), who=each.asked_by, why=each.why
            )
            for each in sheet.rearranged
        ]
        self.before.say("\n".join(lines))
        show_if(self.before, bool(lines))

    def move_review(self) -> None:
        """Book the new day, once it is said who asked and why."""
        self.new_day.read()
        day = self.new_day.day()
        for field in (self.new_day, self.asked_by, self.reason, self.words):
            if not (field is self.new_day and field.has_error):
                field.clear_error()
        if day is None:
            self._wants(self.new_day, _("Choose the new day"))
        elif not self.asked_by.text().strip():
            self._wants(self.asked_by, _("Say who asked for it"))
        elif not self.reason.value():
            self._wants(self.reason, _("Choose a reason"))
        elif not says_enough(MOVE_REASONS, self.reason.value(), self.words.text()):
            self._wants(self.words, _("Say why, in a few words"))
        else:
            self._move(day)

    def _move(self, day: date) -> None:
        chosen = next(each for each in MOVE_REASONS if each.key == self.reason.value())
        said = [_(chosen.words), self.words.text().strip()]
        if chosen.needs_words:
            said = said[1:]
        why = ". ".join(each for each in said if each)
        new_day = NewDay(day, self.new_time.time(), self.asked_by.text().strip(), why)
        desk = self._meeting.desk
        moved = self._meeting.act(
            lambda review: move_to_another_day(review, new_day, desk.today(), desk.calendar)
        )
        if moved:
            self._close()

    def _wants(self, field: Field, words: str) -> None:
        if not field.has_error:
            field.show_error(words)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._fields.show()
        self.open_button.hide()
        self.new_day.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._fields.hide()
        self.show_sheet()
        if not self.open_button.isHidden():
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_how_late(self, day: date | None) -> None:
        due_on = self._meeting.sheet.child.review_due_on
        late = (day - due_on).days if day and due_on else 0
        words = ngettext(
            "That is {count} day after the last day in time, {day}.",
            "That is {count} days after the last day in time, {day}.",
            late,
        )
        if late > 0 and due_on:
            today = self._meeting.desk.today()
            self.how_late.say(words.format(count=late, day=day_words(due_on, today)))
        show_if(self.how_late, late > 0)
