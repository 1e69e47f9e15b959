"""The scale of one worry under it: everyone's number, and the way to give one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.scaling import CHILD, answers_on
from models.signs import Answered
from models.worry_pairs import WorryPair
from ui.language import _
from ui.meeting.scale_line import ScaleLine
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class PairScale(QWidget):
    """A line of numbers, or only words where there is less room; none while they are hidden."""

    def __init__(self, page: StepPage, *, in_words: bool = False) -> None:
        super().__init__()
        self._page, self._in_words = page, in_words
        self._scale = ""
        self.said = Words("", "small", "ink2", wrap=True)
        self.line = ScaleLine()
        self.give_button = SmallButton(_("Give numbers"), "sliders-horizontal", in_row=True)
        self.give_button.setObjectName("give_numbers")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.give_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(foot)
        self.give_button.clicked.connect(self._go)
        page.meeting.hidden.changed.connect(self._show)

    def show_pair(self, pair: WorryPair, place: int) -> None:
        """Show the numbers of this worry, the `place`-th from 1."""
        self._scale = pair.scale
        named = _("Give numbers for worry {number}").format(number=place)
        self.give_button.setAccessibleName(named)
        self._show()

    def _show(self) -> None:
        meeting = self._page.meeting
        is_hidden = meeting.hidden.are_hidden(meeting.sheet, self._scale)
        marks = [] if is_hidden else self._marks()
        self.line.show_marks(marks)
        show_if(self.line, bool(marks) and not self._in_words)
        if is_hidden and answers_on(meeting.sheet, self._scale):
            self.said.say(_("Numbers are hidden until all are in."))
        elif marks:
            self.said.say(self._numbers_said(marks) if self._in_words else self._ends())
        else:
            self.said.say(_("No number yet"))

    def _marks(self) -> list[tuple[str, float, bool]]:
        sheet = self._page.meeting.sheet
        return [
            (self._who(key, answer.who), answer.number, answer.is_child)
            for key, answer in answers_on(sheet, self._scale).items()
            if answer.answered == Answered.NUMBER and answer.number is not None
        ]

    def _who(self, key: str, who: str) -> str:
        meeting = self._page.meeting
        person = meeting.sheet.person.get(key)
        if key == CHILD:
            return meeting.name
        return person.short if person else who

    def _numbers_said(self, marks: list[tuple[str, float, bool]]) -> str:
        said = [
            _("{person}: {number}").format(person=who, number=f"{number:g}")
            for who, number, _own in marks
        ]
        return _("0 to 10, {numbers}").format(numbers=", ".join(said))

    def _ends(self) -> str:
        scale = self._page.meeting.form.scale.get("worry")
        zero, ten = (_(scale.zero), _(scale.ten)) if scale else ("", "")
        return _("0: {zero}. 10: {ten}.").format(zero=zero, ten=ten)

    def _go(self) -> None:
        self._page.place_asked.emit("A10", ("scale", self._scale, "number"))
