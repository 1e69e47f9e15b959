"""What the child made in their turn, on the page of their own words; first what to leave alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.wishes import Question
from ui.language import _, ngettext
from ui.meeting.made_slot import MadeSlot
from ui.meeting.made_words import in_order
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.words import Icon, Words


class NotTodayPart(Card):
    """One line that something is not to be talked about; what it is stays folded."""

    def __init__(self, page: StepPage) -> None:
        super().__init__("restricted")
        self._meeting = page.meeting
        self.setObjectName("not_today")
        self.words = Words("", wrap=True, bold=True)
        self.show_button = SmallButton(_("Show"), in_row=True)
        self.show_button.setObjectName("show_not_today")
        self.things = SlotList(lambda _id: MadeSlot(page))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Icon("lock-simple-fill", "lock", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        line.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        self.column.addWidget(self.things)
        self.show_button.clicked.connect(self._turn)
        self._is_shown = False

    def show_sheet(self) -> None:
        """Show the line where there is something to leave alone."""
        wishes = self._meeting.sheet.wishes
        rows = [each for each in wishes if each.question == Question.NOT_TODAY]
        asked = _("{name} asked not to talk about something today.")
        self.words.say(asked.format(name=self._meeting.name))
        self.things.show_rows(rows)
        self.setVisible(bool(rows))
        self._draw()

    def fold(self) -> None:
        """Hide what it is."""
        self._is_shown = False
        self.things.fold()
        self._draw()

    def _turn(self) -> None:
        self._is_shown = not self._is_shown
        if self._is_shown:
            for slot in self.things.slots.values():
                slot.unfold()
        self._draw()

    def _draw(self) -> None:
        self.things.setVisible(self._is_shown)
        self.show_button.say(_("Hide") if self._is_shown else _("Show"))
        shown = _("Hide what {name} asked not to talk about")
        hidden = _("Show what {name} asked not to talk about")
        spoken = shown if self._is_shown else hidden
        self.show_button.setAccessibleName(spoken.format(name=self._meeting.name))


class MadePart(QWidget):
    """Everything else the child made, house by house and question by question."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._meeting = page.meeting
        self.heading = Words("", "h3", wrap=True)
        self.things = SlotList(lambda _id: MadeSlot(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.things)

    def show_sheet(self) -> None:
        """Show what was made."""
        rows = in_order(
            [
                each
                for each in self._meeting.sheet.wishes
                if each.made_by_child and each.question != Question.NOT_TODAY
            ]
        )
        words = ngettext("{name} made {count} thing", "{name} made {count} things", len(rows))
        self.heading.say(words.format(name=self._meeting.name, count=len(rows)))
        self.things.show_rows(rows)
        self.setVisible(bool(rows))

    def fold(self) -> None:
        """Fold what is private."""
        self.things.fold()
