"""A10, Where are we, 0 to 10: everyone's number and why, the child first, never averaged."""

from PySide6.QtWidgets import QWidget

from models.rules.scales import FOLLOW_UP_QUESTIONS
from models.signs import Answered
from ui.language import _
from ui.meeting.leave_out_part import LeaveOutPart
from ui.meeting.number_slot import CHILD, NumberSlot, number_rows
from ui.meeting.scale_line import ScaleLine
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage, in_words
from ui.parts.fields import ChoiceField
from ui.parts.text_field import TextField
from ui.parts.words import Words


class NumbersPage(StepPage):
    """A slot for each person who came, and anybody else who is asked."""

    def build(self) -> None:
        """Make the line, the slots, and the way to ask somebody else."""
        self._also: list[str] = []
        name, scale = self.meeting.name, self.meeting.form.scale["overall"]
        ends = _("0: {zero}. 10: {ten}.").format(
            zero=in_words(scale.zero, name), ten=in_words(scale.ten, name)
        )
        questions = " ".join(_(each) for each in FOLLOW_UP_QUESTIONS)
        self.line = ScaleLine()
        self.people = SlotList(self._slot)
        self.somebody_else = ChoiceField(_("Ask somebody else"))
        self.one_more_line = TextField(
            _("What one more would take, in words for {name}").format(name=name),
            optional=True,
            lines=1,
        )
        self.column.addWidget(Words(ends, "small", "ink2", wrap=True))
        self.column.addWidget(Words(questions, "small", "ink2", wrap=True))
        for part in (self.line, self.people, self.somebody_else, self.one_more_line):
            self.column.addWidget(part)
        self.leave_out = LeaveOutPart(self)
        self.column.addWidget(self.leave_out)
        place = ("review", self.meeting.review_id, "one_more_line")
        self._kept_line = self.keep(self.one_more_line, place)
        self.somebody_else.chosen.connect(self._ask)

    def _slot(self, row_id: str) -> NumberSlot:
        rows = number_rows(self.meeting.sheet, self._also)
        return NumberSlot(self, next(row for row in rows if row.id == row_id))

    def show_sheet(self) -> None:
        """Show everyone's number."""
        sheet = self.meeting.sheet
        rows = number_rows(sheet, self._also)
        self.people.show_rows(rows)
        self.line.show_marks(
            [
                (row.who, row.answer.number, row.is_child)
                for row in rows
                if row.answer
                and row.answer.answered == Answered.NUMBER
                and row.answer.number is not None
            ]
        )
        shown = {row.id for row in rows}
        others = [(each.id, each.short) for each in sheet.people if each.id not in shown]
        self.somebody_else.set_choices([("", _("Choose a person")), *others])
        self.somebody_else.set_value("")
        self.somebody_else.setVisible(bool(others))
        self._kept_line.show(sheet.one_more_line)
        self.leave_out.show_sheet()

    def _ask(self, person_id: str) -> None:
        if person_id:
            self._also.append(person_id)
            self.show_sheet()
            self.people.slots[person_id].numbers.setFocus()

    def first_field(self) -> QWidget:
        """Give the child's numbers."""
        return self.people.slots[CHILD].numbers
