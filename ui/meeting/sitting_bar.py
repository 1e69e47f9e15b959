"""The children of one sitting, to go from one to the other, and what was left in a record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.language import _
from ui.meeting.left_in_sitting import LeftInSitting
from ui.meeting.meeting import Meeting
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.words import Words


class SittingBar(QFrame):
    """Hidden unless brothers or sisters are reviewed together."""

    review_asked = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setProperty("part", "bar")
        self.chips = ChipGroup(_("Whose record this is"), may_be_none=False, size="filter")
        self.left = LeftInSitting(meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 24, 4)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.left)
        line.addWidget(Words(_("In this sitting"), "label"))
        line.addWidget(self.chips, 1)
        self.chips.chosen_changed.connect(self._ask)
        meeting.changed.connect(self.show_sheet)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the children of the sitting, this one chosen."""
        others = self._meeting.sitting.others
        own = (self._meeting.review_id, self._meeting.name)
        everyone = [own, *((each.id, each.called) for each in others)]
        self.chips.set_choices(sorted(everyone, key=lambda each: (each[1], each[0])))
        self.chips.choose(self._meeting.review_id)
        self.left.show_sheet()
        show_if(self, bool(others))

    def _ask(self, review_id: str) -> None:
        if review_id != self._meeting.review_id:
            self.chips.choose(self._meeting.review_id)
            self.review_asked.emit(review_id)
