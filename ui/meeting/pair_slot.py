"""One worry statement with its goal beside it and its own scale under both."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.mapping import unpair
from models.review_sheet import NoteOnSheet, ScaleAnswerOnSheet
from models.rules.note_sorts import Sort
from models.worry_pairs import WorryPair
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.goal_part import GoalPart
from ui.meeting.note_slot import NoteSlot
from ui.meeting.pair_scale import PairScale
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import IconWords


@dataclass(frozen=True)
class PairRow:
    """A pair with its place from 1, and all that its card shows beside it."""

    id: str
    pair: WorryPair
    place: int
    answers: tuple[ScaleAnswerOnSheet, ...]
    free_goals: tuple[NoteOnSheet, ...]


class PairSlot(Slot):
    """Both halves are notes, and open where they stand for changing."""

    def __init__(self, page: StepPage, worry_id: str) -> None:
        super().__init__()
        self._page, self._worry_id = page, worry_id
        names = page.meeting.form.sort_names
        self.setObjectName(f"pair_{worry_id}")
        self.worry_head = IconWords("cloud-fill", "", "label", "worry")
        self._worry_name = _(names.get(Sort.WORRY_STATEMENT, ""))
        self.goal_head = IconWords("signpost-fill", _(names.get(Sort.GOAL, "")), "label", "next")
        self.worry = NoteSlot(page)
        self.goal = GoalPart(page, worry_id)
        self.part_button = SmallButton(_("Part them"), kind="quiet", in_row=True)
        self.scale = PairScale(page)
        self._build()
        self.part_button.clicked.connect(self._part)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        worry, goal = QVBoxLayout(left), QVBoxLayout(right)
        for column in (worry, goal):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.goal_head, 1)
        head.addWidget(self.part_button)
        worry.addWidget(self.worry_head)
        worry.addWidget(self.worry, 1, Qt.AlignmentFlag.AlignTop)
        goal.addLayout(head)
        goal.addWidget(self.goal, 1, Qt.AlignmentFlag.AlignTop)
        sides = FieldsLayout()
        sides.add(left)
        sides.add(right)
        card = Card()
        card.column.addLayout(sides)
        card.column.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_row(self, row: PairRow) -> None:
        """Show the pair as it now stands."""
        words = _("{kind} {number}").format(kind=self._worry_name, number=row.place)
        self.worry_head.words.say(words)
        self.worry.show_row(row.pair.worry)
        self.goal.show_pair(row.pair)
        show_if(self.part_button, row.pair.goal is not None)
        self.part_button.setAccessibleName(
            _("Part worry {number} from its goal").format(number=row.place)
        )
        self.scale.show_pair(row.pair, row.place)

    def fold(self) -> None:
        """Close what is open, and fold what is restricted."""
        self.worry.fold()
        self.goal.slot.fold()

    def note_slots(self) -> list[NoteSlot]:
        """Give the slots of its notes."""
        return [self.worry, self.goal.slot]

    def _part(self) -> None:
        meeting, worry_id = self._page.meeting, self._worry_id
        meeting.act(lambda review: unpair(review, worry_id))
