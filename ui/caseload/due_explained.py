"""Under a thing that is due, when asked: how its date was counted, and the day it was done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.caseload.clock_words import DueWords
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.words import Words


class DueExplained(QWidget):
    """Made when it is first asked for: most rows are never explained."""

    marked = Signal(object)  # the day it was done

    def __init__(self, words: DueWords, today: Callable[[], date], *, may_mark: bool) -> None:
        super().__init__()
        self._today = today
        self.counted = Words(words.how_counted, "small", wrap=True)
        self.source = Words(words.source, "small", "ink2", wrap=True)
        self.day = DateField(_("Done on"), today, towards="past")
        self.day.setObjectName("day")
        self.day.set_day(today())
        self.day.check = self._is_to_come
        self.mark = SmallButton(_("Mark as done"))
        self.mark.setObjectName("mark")
        self._build(may_mark=may_mark)
        self.mark.clicked.connect(self._mark)
        self.day.control.returnPressed.connect(self._mark)

    def say_who_marks(self) -> None:
        """Say who marks it as done, to those who may not."""
        words = _("The IRO marks it as done.")
        self.source.say(_("{source} {who}").format(source=self.source.said, who=words).strip())

    def _build(self, *, may_mark: bool) -> None:
        marking = QHBoxLayout()
        marking.setSpacing(8)
        marking.addWidget(self.day, 1)
        marking.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 0, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.counted)
        column.addWidget(self.source)
        column.addLayout(marking)
        for part in (self.day, self.mark):
            show_if(part, may_mark)

    def _mark(self) -> None:
        self.day.read()
        day = self.day.day()
        if day is None and not self.day.has_error:
            self.day.show_error(_("Write the day on which it was done."))
        elif day is not None:
            self.marked.emit(day)

    def _is_to_come(self, day: date) -> str:
        return _("Choose today or a day before it.") if day > self._today() else ""
