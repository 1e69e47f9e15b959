"""The worries and goals again above the decisions, and the bottom lines to be said aloud."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import NoteOnSheet, ScaleAnswerOnSheet
from models.rules.note_sorts import Sort
from models.scaling import answers_on
from models.worry_pairs import WorryPair, bottom_lines, worry_pairs
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.pair_scale import PairScale
from ui.meeting.slot_list import Slot, SlotList
from ui.meeting.step_page import StepPage
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


@dataclass(frozen=True)
class ShownPair:
    """A pair, its place from 1, its numbers and the decisions that serve its goal."""

    id: str
    pair: WorryPair
    place: int
    answers: tuple[ScaleAnswerOnSheet, ...]
    decisions: tuple[int, ...]


class PairsShownPart(QWidget):
    """Read only: a pair is changed where staying safe is talked about."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        names = page.meeting.form.sort_names
        said = _("{kind}: say it aloud").format(kind=_(names.get(Sort.BOTTOM_LINE, "")))
        self.pairs = SlotList(lambda _id: ShownPairSlot(page))
        self.lines_card = Card("due")
        self.lines_card.setObjectName("bottom_lines")
        self.lines = SlotList(lambda _id: BottomLineSlot(), gap=4)
        self.lines_card.column.addWidget(Words(said, "h3", wrap=True))
        self.lines_card.column.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pairs)
        column.addWidget(self.lines_card)

    def show_sheet(self) -> None:
        """Show the pairs and the bottom lines as they now stand."""
        sheet = self._meeting.sheet
        pairs, lines = worry_pairs(sheet), bottom_lines(sheet)
        self.pairs.show_rows(
            [
                ShownPair(
                    pair.worry.id,
                    pair,
                    place,
                    tuple(answers_on(sheet, pair.scale).values()),
                    tuple(each.number for each in sheet.decisions
                          if pair.goal and each.goal_id == pair.goal.id),
                )
                for place, pair in enumerate(pairs, 1)
            ]
        )  # fmt: skip
        self.lines.show_rows(lines)
        show_if(self.lines_card, bool(lines))
        show_if(self, bool(pairs or lines))

    def fold(self) -> None:
        """Hide restricted words again."""
        self.pairs.fold()
        self.lines.fold()


class ShownPairSlot(Slot):
    """The worry and the goal in words, their scale and the decisions that serve the goal."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.worry, self.goal = HiddenWords("small"), HiddenWords("small")
        self.served = Words("", "label", "next", wrap=True)
        self.scale = PairScale(page, in_words=True)
        sides = FieldsLayout()
        for icon, colour, words in (
            ("cloud-fill", "worry", self.worry), ("signpost-fill", "next", self.goal),
        ):  # fmt: skip
            side = QWidget()
            line = QHBoxLayout(side)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            sides.add(side)
        card = Card()
        card.column.addLayout(sides)
        card.column.addWidget(self.served)
        card.column.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_row(self, row: ShownPair) -> None:
        """Show the pair as it now stands."""
        worry, goal = row.pair.worry, row.pair.goal
        self.worry.say(worry.words, _("A restricted worry") if worry.restricted else "")
        self.goal.say(
            goal.words if goal else _("No goal yet"),
            _("A restricted goal") if goal and goal.restricted else "",
        )
        numbers = ", ".join(str(number) for number in row.decisions)
        self.served.say(_("Decisions for this goal: {numbers}").format(numbers=numbers))
        show_if(self.served, bool(numbers))
        self.scale.show_pair(row.pair, row.place)

    def fold(self) -> None:
        """Hide restricted words again."""
        self.worry.fold()
        self.goal.fold()


class BottomLineSlot(Slot):
    """One bottom line in words."""

    def __init__(self) -> None:
        super().__init__()
        self.words = HiddenWords()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)

    def show_row(self, row: NoteOnSheet) -> None:
        """Show it as it now stands."""
        self.words.say(row.words, _("A restricted note") if row.restricted else "")

    def fold(self) -> None:
        """Hide restricted words again."""
        self.words.fold()
