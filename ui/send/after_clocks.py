"""The clocks after a review, each with how it was counted, and why where it was late."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.managers_reply import give_late_reason
from ui.language import _
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.meeting import Meeting
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.send.standing_words import ClockWords, clock_words

_ICONS = {
    "plain": ("clock", "ink2"),
    "due": ("clock-fill", "due"),
    "late": ("warning-circle-fill", "over"),
    "met": ("check-circle-fill", "well"),
}


class ClockLines(QWidget):
    """Some of the clocks of one review, one under the other."""

    def __init__(self, meeting: Meeting, clocks: Sequence[str]) -> None:
        super().__init__()
        self._meeting = meeting
        self.lines = {clock: _ClockLine(meeting, clock) for clock in clocks}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for line in self.lines.values():
            column.addWidget(line)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show how each stands now."""
        desk = self._meeting.desk
        for clock, line in self.lines.items():
            line.show_words(clock_words(self._meeting.sheet, clock, desk.today(), desk.calendar))

    def flush(self) -> bool:
        """Save now what still waits."""
        flushed = [line.why_kept.flush() for line in self.lines.values()]
        return all(flushed)


class _ClockLine(QWidget):
    def __init__(self, meeting: Meeting, clock: str) -> None:
        super().__init__()
        self._meeting, self._clock = meeting, clock
        self.setObjectName(f"clock_{clock}")
        self.head = IconWords("clock", "", "label", wrap=True)
        self.standing = Words("", "small", wrap=True)
        self.counted = Words("", "small", "ink2", wrap=True)
        self.why = LineField(_("Why it was late"))
        self.why.control.setObjectName(f"why_late_{clock}")
        self.why_kept = KeptField(meeting, self.why, ("milestone", "", "note"), save=self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.head, self.standing, self.counted, self.why):
            column.addWidget(part)

    def show_words(self, words: ClockWords | None) -> None:
        """Show the clock, or nothing where it has not begun."""
        show_if(self, words is not None)
        if words is None:
            return
        icon, colour = _ICONS[words.kind]
        self.head.words.say(words.task)
        self.head.icon.show_icon(icon, colour)
        self.standing.say(words.standing)
        self.counted.say(words.how_counted)
        self.counted.setToolTip(words.source)
        show_if(self.why, words.is_met and words.is_late)
        met = (
            next(each for each in self._meeting.sheet.milestones if each.clock == self._clock)
            if words.is_met
            else None
        )
        if met is not None:
            self.why_kept.move_to(met.id)
            self.why_kept.show(words.why_late)

    def _save(self, why: Value) -> bool:
        clock = self._clock
        return self._meeting.act(lambda review: give_late_reason(review, clock, str(why or "")))
