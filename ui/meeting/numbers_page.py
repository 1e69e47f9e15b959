"""A10, Where are we, 0 to 10: everyone's number and why, the child first, never averaged."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from models.rules.scales import FOLLOW_UP_QUESTIONS, OVERALL, family
from models.scaling import CHILD, asks_with_faces, waited_for
from models.signs import Answered
from ui.language import _, ngettext
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.leave_out_part import LeaveOutPart
from ui.meeting.map_nudge import MapNudge
from ui.meeting.number_rows import NumberRow, number_rows
from ui.meeting.number_slot import NumberSlot
from ui.meeting.numbers_over_time import NumbersOverTime
from ui.meeting.scale_chooser import ScaleChooser
from ui.meeting.scale_line import ScaleLine
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import Place, StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words

_TYPED: Final = ("reason", "one_more")


class NumbersPage(StepPage):
    """One scale at a time: a slot for each person who came, and anybody else who is asked."""

    def build(self) -> None:
        """Make the scales, the line, the slots, and the way to ask somebody else."""
        self._with_faces: bool | None = None
        self._shown_scale = OVERALL
        self.nudge = MapNudge(self)
        self.scales = ScaleChooser(self.meeting)
        self.hide_tick = Tick(_("Nobody sees others’ numbers until all are in"))
        self.hide_tick.setObjectName("numbers_hidden")
        self.waiting = Words("", "small", "ink2", wrap=True)
        self.show_button = SmallButton(_("Show the numbers"), in_row=True)
        self.show_button.setObjectName("show_numbers")
        self.line = ScaleLine()
        self.people = SlotList(self._slot)
        self.somebody_else = ChoiceField(_("Ask somebody else"))
        self.over_time = NumbersOverTime()
        self.one_more_line = TextField(
            _("What one more would take, in words for {name}").format(name=self.meeting.name),
            optional=True,
            lines=1,
        )
        self.leave_out = LeaveOutPart(self)
        self._lay_out()
        place = ("review", self.meeting.review_id, "one_more_line")
        self._kept_line = self.keep(self.one_more_line, place)
        self._connect()

    def _lay_out(self) -> None:
        questions = " ".join(_(each) for each in FOLLOW_UP_QUESTIONS)
        hiding = QHBoxLayout()
        hiding.setSpacing(12)
        hiding.addWidget(self.hide_tick)
        hiding.addStretch(1)
        hiding.addWidget(self.show_button)
        others = FieldsLayout()
        others.add(self.somebody_else)
        others.add(self.scales.more)
        self.column.addWidget(self.nudge)
        self.column.addWidget(self.scales)
        self.column.addWidget(Words(questions, "small", "ink2", wrap=True))
        self.column.addLayout(hiding)
        self.column.addWidget(self.waiting)
        self.column.addWidget(self.line)
        self.column.addWidget(self.people)
        self.column.addLayout(others)
        for part in (self.over_time, self.one_more_line, self.leave_out):
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.somebody_else.chosen.connect(self._ask)
        self.scales.scale_chosen.connect(self.show_sheet)
        self.hide_tick.clicked.connect(self._hide_numbers)
        self.show_button.clicked.connect(self._show_numbers)
        self.meeting.hidden.changed.connect(self.show_sheet)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._fold_soon)

    def _rows(self) -> list[NumberRow]:
        sheet, scale, hidden = self.meeting.sheet, self.scales.key, self.meeting.hidden
        return number_rows(
            sheet,
            scale,
            hidden.also_asked(scale),
            with_faces=scale == OVERALL and self.with_faces,
            is_hidden=hidden.are_hidden(sheet, scale),
        )

    def _slot(self, row_id: str) -> NumberSlot:
        slot = NumberSlot(self, next(row for row in self._rows() if row.id == row_id))
        slot.faces_asked.connect(self._swap_faces)
        return slot

    @property
    def with_faces(self) -> bool:
        """Whether the child is asked for a face rather than a number."""
        if self._with_faces is None:
            return asks_with_faces(self.meeting.sheet)
        return self._with_faces

    def show_sheet(self) -> None:
        """Show everyone's number on the scale that is chosen."""
        sheet = self.meeting.sheet
        self.nudge.show_sheet()
        self.scales.show_sheet()
        if self.scales.key != self._shown_scale:
            self._begin_again()
        rows = self._rows()
        self.people.show_rows(rows)
        self._show_hiding(rows)
        self._offer_others(rows)
        self._kept_line.show(sheet.one_more_line)
        self.leave_out.show_sheet()

    def _show_hiding(self, rows: list[NumberRow]) -> None:
        sheet, scale = self.meeting.sheet, self.scales.key
        is_hidden = self.meeting.hidden.are_hidden(sheet, scale)
        self.hide_tick.setChecked(sheet.numbers_hidden)
        waits = len(waited_for(sheet, scale, self.meeting.hidden.also_asked(scale)))
        words = ngettext("Waiting for {count} person", "Waiting for {count} people", waits)
        self.waiting.say(words.format(count=waits) if is_hidden else "")
        show_if(self.waiting, is_hidden)
        show_if(self.show_button, is_hidden)
        marks = [
            (row.who, row.answer.number, row.is_child)
            for row in rows
            if not row.is_hidden
            and row.answer
            and row.answer.answered == Answered.NUMBER
            and row.answer.number is not None
        ]
        self.line.show_marks(marks)
        self.over_time.show_scale(sheet, scale, is_hidden=is_hidden)

    def _offer_others(self, rows: list[NumberRow]) -> None:
        shown = {row.id for row in rows}
        people = self.meeting.sheet.people
        others = [(each.id, each.short) for each in people if each.id not in shown]
        self.somebody_else.set_choices([("", _("Choose a person")), *others])
        self.somebody_else.set_value("")
        show_if(self.somebody_else, bool(others))

    def _begin_again(self) -> None:
        """Save what waits on the scale before, and make the slots of this one."""
        self.flush()
        self._shown_scale = self.scales.key
        self.people.show_rows([])

    def _swap_faces(self) -> None:
        self._with_faces = not self.with_faces
        self._begin_again()
        self.show_sheet()
        self.people.slots[CHILD].take_keyboard()

    def _ask(self, person_id: str) -> None:
        if person_id:
            self.meeting.hidden.ask(self.scales.key, person_id)
            self.people.slots[person_id].take_keyboard()

    def _hide_numbers(self, on: bool) -> None:
        self.meeting.hidden.hide_again()
        self.meeting.put("review", self.meeting.review_id, "numbers_hidden", on)

    def _show_numbers(self) -> None:
        self.meeting.hidden.show_numbers(self.scales.key)
        self.people.slots[CHILD].take_keyboard()

    def _fold_soon(self) -> None:
        """Fold what was given once the keyboard has settled somewhere else."""
        QTimer.singleShot(0, self, self._fold_left)

    def _fold_left(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window():
            return
        for slot in self.people.slots.values():
            if not slot.isAncestorOf(focused):
                slot.fold()

    def first_field(self) -> QWidget:
        """Give the child's numbers or faces."""
        slot = self.people.slots[CHILD]
        return slot.change_button if slot.is_folded else slot.first_control()

    def leave(self) -> None:
        """Save what waits, and fold what nobody is to see."""
        self.flush()
        self.scales.fold()
        self.people.fold()

    def go_to(self, place: Place) -> bool:
        """Go to an answer; one that nobody is to see stays folded, with the way to open it."""
        if place[0] != "scale_answer":
            return super().go_to(place)
        found = next((a for a in self.meeting.sheet.scale_answers if a.id == place[1]), None)
        if place[1] and found is None:
            return self._rest_keyboard()
        self.scales.choose(family(found.scale) if found else OVERALL)
        slot = self.people.slots.get((found.person_id or CHILD) if found else CHILD)
        if slot is None:
            return self._rest_keyboard()
        if slot.is_folded or place[2] not in _TYPED or not super().go_to(place):
            slot.take_keyboard()
            self.ensureWidgetVisible(slot, 12, 60)
        return True

    def _rest_keyboard(self) -> bool:
        """Put the keyboard where it gives and opens nobody's answer."""
        self.scales.chips.focus_chosen()
        return False

    def reveal(self, place: Place) -> None:
        """Choose the scale that a link leads to."""
        if place[0] == "scale":
            self.scales.choose(place[1])
