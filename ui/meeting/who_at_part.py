"""Who was at one part of a review that is held in several."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.review_sheet import ReviewSheet, SittingOnSheet
from models.sittings import put_who_came
from ui.language import _
from ui.meeting import choices
from ui.meeting.meeting import Meeting
from ui.parts.flow_layout import FlowLayout
from ui.parts.ticks import Tick
from ui.parts.words import Words


class WhoAtPart(QWidget):
    """A tick for the child and for everyone who came to the review."""

    def __init__(self, meeting: Meeting, sitting_id: str) -> None:
        super().__init__()
        self._meeting, self._id = meeting, sitting_id
        self.ticks: dict[str, Tick] = {}
        self._flow = FlowLayout(gap_across=20, gap_down=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(_("Who was at this part"), "label"))
        column.addLayout(self._flow)

    def show_row(self, row: SittingOnSheet) -> None:
        """Show who was there; nobody said yet means everyone who came."""
        offered = _offered(self._meeting.sheet)
        if list(self.ticks) != [key for key, _words in offered]:
            self._offer(offered, row.number)
        for key, tick in self.ticks.items():
            tick.setChecked(key in row.came)

    def _offer(self, offered: choices.Choices, number: int) -> None:
        for old in self.ticks.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.ticks = {}
        for key, words in offered:
            tick = Tick(words)
            tick.setObjectName(f"part_{number}_{key}")
            tick.clicked.connect(self._put)
            self._flow.addWidget(tick)
            tick.show()
            self.ticks[key] = tick

    def _put(self) -> None:
        came = [key for key, tick in self.ticks.items() if tick.isChecked()]
        self._meeting.act(lambda review: put_who_came(review, self._id, came))


def _offered(sheet: ReviewSheet) -> choices.Choices:
    came = {each.id for each in sheet.who_came}
    everyone = choices.people(sheet, with_child=True)
    return [(key, words) for key, words in everyone if key == choices.CHILD or key in came]
