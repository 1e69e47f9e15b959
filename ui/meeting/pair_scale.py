"""The scale of one worry under it: everyone's number, and the way to give one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.scaling import answers_on
from models.signs import Answered
from models.worry_pairs import WorryPair
from ui.language import _
from ui.meeting.scale_line import ScaleLine
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class PairScale(QWidget):
    """No number shows here while nobody is to see it."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self._scale = ""
        self.said = Words("", "small", "ink2", wrap=True)
        self.line = ScaleLine()
        self.give_button = SmallButton(_("Give numbers"), "sliders-horizontal", in_row=True)
        self.give_button.setObjectName("give_numbers")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.said, 1)
        head.addWidget(self.give_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(head)
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
        sheet = meeting.sheet
        answers = answers_on(sheet, self._scale)
        is_hidden = meeting.hidden.are_hidden(sheet, self._scale)
        marks = [
            (
                _who(sheet.child.called, answer.who, own=answer.is_child),
                answer.number,
                answer.is_child,
            )
            for answer in answers.values()
            if answer.answered == Answered.NUMBER and answer.number is not None
        ]
        self.line.show_marks([] if is_hidden else marks)
        form = sheet.form.scale.get("worry")
        if answers and is_hidden:
            self.said.say(_("Numbers are hidden until all are in."))
        elif not marks:
            self.said.say(_("No number yet"))
        else:
            ends = (_(form.zero), _(form.ten)) if form else ("", "")
            self.said.say(_("0: {zero}. 10: {ten}.").format(zero=ends[0], ten=ends[1]))
        show_if(self.line, bool(marks) and not is_hidden)

    def _go(self) -> None:
        self._page.place_asked.emit("A10", ("scale", self._scale, "number"))


def _who(child: str, who: str, *, own: bool) -> str:
    return child if own else who
