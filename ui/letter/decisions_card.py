"""Decisions that the minutes have and the letter has not, or the reverse: why, and a way in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.decisions_compared import WHY_NOT, Compared, WhyNot, decisions_compared
from letters.letter import Letter
from letters.paragraph import Source
from ui.language import _
from ui.letter.leaving_out import LeavingOut
from ui.letter.letter_in_hand import LetterInHand
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card, parting
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Disc, Words

_UNDECIDED = frozenset({WhyNot.SWITCHED_OFF, WhyNot.BEYOND_ROWS, WhyNot.ONLY_IN_LETTER})


class DecisionsCard(Card):
    """Left out on purpose is a choice with a reason; anything else is shown to be decided."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter = letter
        self._shown: tuple[Compared, ...] = ()
        self.setObjectName("decisions_compared")
        self.title = Words(_("Decisions in the minutes and in the letter"), "h3", wrap=True)
        self.rows: dict[str, DecisionRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.column.addWidget(self.title)
        self.column.addLayout(self._column)
        self.hide()

    @property
    def undecided(self) -> int:
        """How many are in only one of the two, and nobody has said why."""
        return sum(1 for each in self._shown if each.why_not in _UNDECIDED)

    def show_letter(self, letter: Letter) -> None:
        """Show the decisions that are in one and not in the other."""
        sheet = self._letter.sheet
        found = decisions_compared(sheet, letter) if letter.tells_decisions else ()
        differing = tuple(each for each in found if each.why_not is not WhyNot.NOT_MISSING)
        self.setVisible(bool(differing))
        if differing == self._shown:
            return
        self._shown = differing
        self._clear()
        for place, each in enumerate(differing):
            if place:
                self._column.addWidget(parting())
            row = self.rows[each.id] = DecisionRow(self._letter, each)
            row.source_asked.connect(self.source_asked)
            self._column.addWidget(row)

    def _clear(self) -> None:
        self.rows = {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class DecisionRow(QWidget):
    """One decision that stands in only one of the two."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand, found: Compared) -> None:
        super().__init__()
        self._letter, self._found = letter, found
        self.setAccessibleName(found.what)
        self.why = Words(_(WHY_NOT[found.why_not]).format(why=found.why), "small", wrap=True)
        self.in_button = self._button(_("Take it into the letter"), "take_in")
        self.out_button = self._button(_("Leave out, because…"), "leave_out_because")
        self.back_button = self._button(_("Put back"), "put_back")
        self.go_button = self._button(_("Show it in the meeting"), "go_to_source")
        self.leaving = LeavingOut(letter, found.key, self._leave_out)
        self._tools = QWidget()
        self._build()
        self.in_button.clicked.connect(self._take_in)
        self.out_button.clicked.connect(self.leaving.ask)
        self.back_button.clicked.connect(lambda: letter.put_back(found.key))
        self.go_button.clicked.connect(self._go)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(self._found.what, wrap=True))
        words.addWidget(self.why)
        line = QHBoxLayout()
        line.setSpacing(10)
        if self._found.number is not None:
            disc = Disc(str(self._found.number), "next", 28)
            line.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        tools = FlowLayout(self._tools)
        for button in self._wanted():
            button.show()
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._tools)
        column.addWidget(self.leaving)
        self.leaving.hide()

    def _wanted(self) -> tuple[SmallButton, ...]:
        """The ways on from here; a copy that waits to be written is written in the meeting."""
        if self._found.why_not is WhyNot.LEFT_OUT:
            return (self.back_button, self.go_button)
        if self._found.why_not is WhyNot.BEYOND_ROWS:
            return (self.in_button, self.go_button)
        if self._found.why_not is WhyNot.SWITCHED_OFF and not self._waits():
            return (self.in_button, self.out_button, self.go_button)
        return (self.go_button,)

    def _waits(self) -> bool:
        decisions = self._letter.sheet.decisions
        return any(each.waits_to_be_written for each in decisions if each.id == self._found.id)

    def _take_in(self) -> None:
        if self._found.why_not is WhyNot.BEYOND_ROWS:
            self._letter.put_back(self._found.key)
            return
        self._letter.put("decision", self._found.id, "in_letter", value=True)

    def _leave_out(self, why: str) -> None:
        self._letter.leave_out_decision(self._found.id, self._found.key, why)

    def _go(self) -> None:
        table, _stroke, row_id = self._found.key.partition("/")
        self.source_asked.emit(Source(table, row_id, "what" if table == "decision" else "words"))

    def _button(self, words: str, name: str) -> SmallButton:
        button = SmallButton(words, in_row=True)
        button.setObjectName(name)
        button.setAccessibleDescription(self._found.what)
        button.setParent(self)
        button.hide()
        return button
