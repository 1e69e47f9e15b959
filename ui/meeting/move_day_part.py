"""Moving a review that has not begun to another day: to which, who asked, and why."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import RearrangedOnSheet
from models.rules.adjourning import MOVE_REASONS, why_words
from models.sittings import move_to_another_day
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.meeting import Meeting
from ui.meeting.who_asked_part import WhoAskedPart, late_words
from ui.parts.buttons import SmallButton
from ui.parts.date_field import DateField
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
        self.asked = WhoAskedPart(meeting.desk)
        self.move_button = SmallButton(_("Move the review"), kind="primary")
        self.move_button.setObjectName("move_review")
        self.leave_button = SmallButton(_("Leave it as it is"), kind="quiet")
        self.before = Words("", "small", "ink2", wrap=True)
        self._fields = QWidget()
        self._build()
        self.open_button.clicked.connect(self.open)
        self.leave_button.clicked.connect(self._close)
        self.move_button.clicked.connect(self.move_review)
        self.new_day.day_chosen.connect(self._say_how_late)

    def _build(self) -> None:
        when = FieldsLayout()
        when.add(self.new_day, 3)
        when.add(self.new_time, 3)
        when.add(QWidget(), 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.move_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(when)
        inside.addWidget(self.asked)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        column.addWidget(self.before)
        self._fields.hide()

    def show_sheet(self) -> None:
        """Show whether it can be moved, and how often it was."""
        sheet = self._meeting.sheet
        can_move = sheet.state == "planned" and sheet.booked_on is not None
        asking = not self._fields.isHidden()
        show_if(self.open_button, can_move and not asking)
        if not can_move:
            self._fields.hide()
        lines = [self._moved(each) for each in sheet.rearranged]
        self.before.say("\n".join(lines))
        show_if(self.before, bool(lines))

    def open(self, *_clicked: bool, day: date | None = None) -> None:
        """Ask for the new day, or who asked and why where the day is typed already."""
        self._fields.show()
        self.open_button.hide()
        if day is None:
            self.new_day.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.new_day.set_day(day)
        self._say_how_late(day)
        QTimer.singleShot(0, self, self.asked.enter)  # after the field that is being left

    def move_review(self) -> None:
        """Book the new day, once it is said who asked and why."""
        self.new_day.read()
        day = self.new_day.day()
        if day is None and not self.new_day.has_error:
            self.new_day.show_error(_("Choose the new day"))
        lacks = self.new_day if day is None else self.asked.lacks()
        if lacks is not None:
            lacks.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif day is not None:
            self._move(day)

    def _move(self, day: date) -> None:
        asked, desk = self.asked, self._meeting.desk
        new_day, asked_on = asked.new_day(day, self.new_time.time()), asked.day_asked()
        moved = self._meeting.act(
            lambda review: move_to_another_day(review, new_day, asked_on, desk.calendar)
        )
        if moved:
            self._close()

    def _moved(self, moved: RearrangedOnSheet) -> str:
        """Say from which day to which it was moved, who asked when, why, and how late."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        said = _("Moved from {day} to {new_day}. {who} asked on {asked_on}, because: {why}")
        if moved.to_day is None:
            said = _("Moved from {day}. {who} asked on {asked_on}, because: {why}")
        told = said.format(
            day=day_words(moved.from_day, today),
            new_day=day_words(moved.to_day, today) if moved.to_day else "",
            who=moved.asked_by,
            asked_on=day_words(moved.asked_on, today),
            why=why_words(MOVE_REASONS, moved.why_kind, moved.why, _),
        )
        late = late_words(moved.to_day, sheet.due_on or sheet.child.review_due_on, today)
        return f"{told}\n{late}" if late else told

    def _close(self) -> None:
        self._fields.hide()
        self.new_day.set_day(None)
        self.new_time.set_time("")
        self.asked.forget()
        self.show_sheet()
        if not self.open_button.isHidden():
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_how_late(self, day: date | None) -> None:
        self.asked.say_how_late(day, self._meeting.sheet.child.review_due_on)
