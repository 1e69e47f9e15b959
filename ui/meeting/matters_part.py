"""Every matter that the law asks of this review: what became of it, and where that is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.coverage import MatterStanding, standing_of, standings
from models.lacking import MATTER
from ui.language import _
from ui.meeting.matter_answer import MatterAnswer
from ui.meeting.matter_words import asked_alone, icon_of, name_of, number_of, shown
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card, parting
from ui.parts.words import Icon, Words


class MattersPart(Card):
    """A line for each matter of this kind of review; the answer opens below its line."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self.heading = Words(_("What the law asks"), "h3")
        self.count = Words("", "small", "ink2")
        self.lines: dict[str, MatterLine] = {}
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.count)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(head)
        self.column.addLayout(self._list)

    def show_sheet(self) -> None:
        """Show what became of each matter so far."""
        found = standings(self._page.meeting.sheet)
        if tuple(self.lines) != tuple(each.matter for each in found):
            self._make_lines([each.matter for each in found])
        for each in found:
            self.lines[each.matter].show_standing(each)
        count = sum(each.is_considered for each in found)
        words = _("Considered: {count} of {total}").format(count=count, total=len(found))
        self.count.say(words)

    def _make_lines(self, matters: list[str]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        for matter in matters:
            line = self.lines[matter] = MatterLine(self._page, matter)
            self._page.mark(line.open_button, (MATTER, matter, "state"))
            self._list.addWidget(parting())
            self._list.addWidget(line)

    def open(self, matter: str) -> None:
        """Open where a matter is answered, and let links to it lead there."""
        if matter in self.lines:
            answer = self.lines[matter].open()
            lacks = standing_of(self._page.meeting.sheet, matter).lacks_words
            target = answer.why.control if lacks else answer.chips
            self._page.mark(target, (MATTER, matter, "state"))

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        flushed = [line.answer.flush() for line in self.lines.values() if line.answer]
        return all(flushed)


class MatterLine(QWidget):
    """One matter: its name, what the law asks, what became of it, and the way to say so."""

    def __init__(self, page: StepPage, matter: str) -> None:
        super().__init__()
        self._meeting, self.matter = page.meeting, matter
        self.answer: MatterAnswer | None = None
        title = _("{number}. {matter}").format(number=number_of(matter), matter=name_of(matter))
        self.title = Words(title, "body", wrap=True, bold=True)
        self.icon = Icon(*icon_of(MatterStanding(matter)), 18)
        self.standing = Words("", "label", wrap=True)
        self.open_button = SmallButton(_("Say"), in_row=True)
        self.open_button.setObjectName(f"say_{matter}")
        asked = asked_alone(matter, page.meeting.name)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.title, 1)
        top.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(top)
        self._column.addWidget(Words(asked, "small", "ink2", wrap=True))
        self._column.addWidget(self.standing)
        self.open_button.clicked.connect(self._swap)

    def show_standing(self, standing: MatterStanding) -> None:
        """Show what became of the matter so far."""
        self.icon.show_icon(*icon_of(standing))
        self.standing.say(shown(standing))
        if self.answer is not None:
            self.answer.show_sheet()
        self._name(standing)

    def open(self) -> MatterAnswer:
        """Show where it is answered."""
        if self.answer is None:
            self.answer = MatterAnswer(self._meeting, self.matter)
            self._column.addWidget(self.answer)
            self.answer.said.connect(self._close)
        self.answer.show()
        self._name(standing_of(self._meeting.sheet, self.matter))
        return self.answer

    def _name(self, standing: MatterStanding) -> None:
        """Say on the button what it does, and of which matter."""
        name = name_of(self.matter)
        if self.answer is not None and not self.answer.isHidden():
            self.open_button.say(_("Fold"))
            spoken = _("Fold “{matter}”")
        elif standing.is_open:
            self.open_button.say(_("Say"))
            spoken = _("Say what became of “{matter}”")
        else:
            self.open_button.say(_("Change"))
            spoken = _("Change what became of “{matter}”")
        self.open_button.setAccessibleName(spoken.format(matter=name))

    def _swap(self) -> None:
        if self.answer is None or self.answer.isHidden():
            self.open().take_keyboard()
        else:
            self._close()

    def _close(self) -> None:
        if self.answer is not None:
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.answer.flush()
            self.answer.hide()
            self._name(standing_of(self._meeting.sheet, self.matter))
