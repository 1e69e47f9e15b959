"""Where a worry statement and its goal are written in one act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from models.mapping import make_pair
from models.rules.note_sorts import Sort
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.text_field import TextField


class NewPairCard(Card):
    """The goal may follow; Ctrl+Enter in either field adds the pair."""

    closed = Signal()

    def __init__(self, page: StepPage) -> None:
        super().__init__("chosen")
        self._meeting = page.meeting
        names = page.meeting.form.sort_names
        self.setObjectName("new_pair")
        self.worry = TextField(
            _(names.get(Sort.WORRY_STATEMENT, "")),
            hint=_("Who is worried, about what, what could happen if nothing changes"),
            lines=2,
        )
        self.worry.control.setObjectName("worry_box")
        self.goal = TextField(
            _(names.get(Sort.GOAL, "")),
            hint=_("What people will see, and for how long"),
            optional=True,
            lines=2,
        )
        self.goal.control.setObjectName("new_goal_box")
        self.add_button = SmallButton(_("Add worry and goal"), kind="primary")
        self.add_button.setObjectName("add_pair")
        self.close_button = SmallButton(_("Close"))
        self.close_button.setAccessibleName(_("Close without adding"))
        self._build()
        key = f"{page.step}.pair"
        self.half_typed = HalfTyped(self._meeting, key, self.worry, self._draft, self._take_draft)
        self.goal.edited.connect(self.half_typed.note)
        for field in (self.worry, self.goal):
            field.control.finished.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.close_button.clicked.connect(self.closed)

    def _build(self) -> None:
        sides = FieldsLayout()
        sides.add(self.worry)
        sides.add(self.goal)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addLayout(sides)
        self.column.addLayout(buttons)

    @property
    def holds_words(self) -> bool:
        """Whether something is half typed here."""
        return bool(self.worry.text().strip() or self.goal.text().strip())

    def add(self) -> None:
        """Add the pair, and close."""
        worry, goal = self.worry.text(), self.goal.text()
        if not worry.strip():
            self.worry.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.half_typed.add(lambda review: make_pair(review, worry, goal)):
            self.worry.set_text("")
            self.goal.set_text("")
            self.half_typed.emptied()
            self.closed.emit()

    def _draft(self) -> Draft:
        return {"words": self.worry.text(), "goal": self.goal.text()}

    def _take_draft(self, draft: Draft) -> None:
        self.worry.set_text(draft.get("words", ""))
        self.goal.set_text(draft.get("goal", ""))
