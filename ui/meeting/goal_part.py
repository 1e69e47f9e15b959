"""The goal of one worry in words, or the field in which it is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.mapping import pair as join
from models.mapping import write_goal
from models.worry_pairs import WorryPair, free_goals
from ui.language import _
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.pair_half import PairHalf
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField


class GoalPart(QWidget):
    """What people will see, and for how long, that shows the worry is dealt with."""

    def __init__(self, page: StepPage, worry_id: str) -> None:
        super().__init__()
        self._meeting, self._worry = page.meeting, worry_id
        self.half = PairHalf("signpost-fill", "next", _("A restricted goal"))
        self.part_button = SmallButton(_("Unlink goal"), in_row=True)
        self.half.buttons.insertWidget(1, self.part_button)
        self.words = TextField(
            _("Write its goal"), hint=_("What people will see, and for how long"), lines=1
        )
        self.words.control.setObjectName("goal_box")
        self.add_button = SmallButton(_("Add goal"), in_row=True)
        self.add_button.setObjectName("add_goal")
        self.there = ChoiceField(_("Or use a goal that is there"))
        self.there.control.setObjectName("free_goal_box")
        self.writing = QWidget()
        inside = QVBoxLayout(self.writing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.words)
        inside.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.there)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.half)
        column.addWidget(self.writing)
        column.addStretch(1)
        key = f"{page.step}.{worry_id}"
        self.half_typed = HalfTyped(self._meeting, key, self.words, self._draft, self._take_draft)
        self.words.control.finished.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.there.chosen.connect(self._use)

    def show_pair(self, pair: WorryPair, name: str) -> None:
        """Show the goal under its name, or the way to write one."""
        goal = pair.goal
        if goal is not None:
            self.half.show_note(goal, name)
            self.half.setObjectName(f"goal_{goal.id}")
        show_if(self.half, goal is not None)
        show_if(self.writing, goal is None)
        free = [
            (each.id, _("A restricted goal") if each.restricted else each.words)
            for each in free_goals(self._meeting.sheet)
        ]
        self.there.set_choices([("", _("Choose a goal")), *free])
        self.there.set_value("")
        show_if(self.there, bool(free))

    def add(self) -> None:
        """Write the goal that is typed."""
        words = self.words.text()
        if not words.strip():
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.half_typed.add(lambda review: write_goal(review, self._worry, words)):
            self.words.set_text("")
            self.half_typed.emptied()
            self.half.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self, goal_id: str) -> None:
        if goal_id:
            self._meeting.act(lambda review: join(review, self._worry, goal_id))
            self.half.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft(self) -> Draft:
        return {"words": self.words.text()}

    def _take_draft(self, draft: Draft) -> None:
        self.words.set_text(draft.get("words", ""))
