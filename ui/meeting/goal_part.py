"""The goal of one worry: its note, or the field in which it is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.mapping import pair as join
from models.mapping import write_goal
from models.worry_pairs import WorryPair, free_goals
from ui.language import _
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.note_slot import NoteSlot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField


class GoalPart(QWidget):
    """What people will see, and for how long, that shows the worry is dealt with."""

    def __init__(self, page: StepPage, worry_id: str) -> None:
        super().__init__()
        self._page, self._meeting, self._worry = page, page.meeting, worry_id
        self.slot = NoteSlot(page)
        self._shown = ""
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.slot)
        self._column.addWidget(self.writing)
        key = f"{page.step}.{worry_id}"
        self.half_typed = HalfTyped(self._meeting, key, self.words, self._draft, self._take_draft)
        self.words.control.finished.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.there.chosen.connect(self._use)

    def show_pair(self, pair: WorryPair) -> None:
        """Show the goal, or the way to write one."""
        goal = pair.goal
        if goal is not None:
            self._slot_for(goal.id).show_row(goal)
        show_if(self.slot, goal is not None)
        show_if(self.writing, goal is None)
        free = [(each.id, _shown(each.words, restricted=each.restricted))
                for each in free_goals(self._meeting.sheet)]  # fmt: skip
        self.there.set_choices([("", _("Choose a goal")), *free])
        self.there.set_value("")
        show_if(self.there, goal is None and bool(free))

    def add(self) -> None:
        """Write the goal that is typed."""
        words = self.words.text()
        if not words.strip():
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.half_typed.add(lambda review: write_goal(review, self._worry, words)):
            self.words.set_text("")
            self.half_typed.emptied()

    def _slot_for(self, goal_id: str) -> NoteSlot:
        """Give the slot, a fresh one where another goal takes the place of the first."""
        if self._shown not in {"", goal_id}:
            old, self.slot = self.slot, NoteSlot(self._page)
            self._column.replaceWidget(old, self.slot)
            old.hide()
            old.deleteLater()
        self._shown = goal_id
        return self.slot

    def _use(self, goal_id: str) -> None:
        if goal_id:
            self._meeting.act(lambda review: join(review, self._worry, goal_id))

    def _draft(self) -> Draft:
        return {"words": self.words.text()}

    def _take_draft(self, draft: Draft) -> None:
        self.words.set_text(draft.get("words", ""))


def _shown(words: str, *, restricted: bool) -> str:
    return _("A restricted goal") if restricted else words
