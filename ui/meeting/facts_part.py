"""The facts of one step: one line on how much is filled, opening to short fields."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.facts_on_sheet import FactNow, facts_for
from models.rules.fact_asked import FactKind
from models.rules.facts_of_safety_and_plan import LEGAL_CHANGE
from ui.language import _, ngettext
from ui.meeting.fact_slot import FactSlot
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.folded_card import FoldedCard
from ui.meeting.step_page import Place, StepPage

TABLE = "step_fact"


class FactsPart(FoldedCard):
    """Two fields side by side; not there where a step asks for none. The law has its own card."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(_("Facts of this step"))
        self.setObjectName("facts")
        self._page, self._meeting = page, page.meeting
        self.slots: dict[str, FactSlot] = {}

    def show_sheet(self) -> None:
        """Show how much is filled, and the answers where it is open."""
        facts = self._facts()
        filled = sum(fact.is_filled for fact in facts)
        words = ngettext("{filled} of {count} filled", "{filled} of {count} filled", len(facts))
        self.say(words.format(filled=filled, count=len(facts)))
        self.setVisible(bool(facts))
        if self.is_open:
            self.show_inside()

    def show_inside(self) -> None:
        """Show the answers of now and of last time."""
        facts = self._facts()
        if [fact.asked.key for fact in facts] != list(self.slots):
            self._lay_out(facts)
        for fact in facts:
            self.slots[fact.asked.key].show_row(fact)

    def first_stop(self) -> QWidget | None:
        """Give the first fact that is not answered, or the first of all."""
        empty = (fact.asked.key for fact in self._facts() if not fact.is_filled)
        key = next(empty, next(iter(self.slots), ""))
        return self.slots[key].field.control if key else None

    def reveal(self, place: Place) -> None:
        """Open it for a link that leads to one of its facts."""
        if place[0] == TABLE and not self.is_open:
            self.open()

    def _facts(self) -> tuple[FactNow, ...]:
        found = facts_for(self._meeting.sheet, self._page.step, self._meeting.desk.today())
        return tuple(fact for fact in found if fact.asked.key != LEGAL_CHANGE)

    def _lay_out(self, facts: Sequence[FactNow]) -> None:
        self._clear()
        self.slots = {fact.asked.key: FactSlot(self._page, fact) for fact in facts}
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in _lines(facts):
            beside = FieldsLayout()
            for fact in line:
                beside.add(self.slots[fact.asked.key])
            column.addLayout(beside)
        self.inside_column.addWidget(fields)

    def _clear(self) -> None:
        for slot in self.slots.values():
            slot.flush()
        while (item := self.inside_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _lines(facts: Sequence[FactNow]) -> Iterator[list[FactNow]]:
    """Give the facts line by line: two beside each other, a long text on a line of its own."""
    beside: list[FactNow] = []
    for fact in facts:
        if fact.asked.kind is FactKind.TEXT:
            if beside:
                yield beside
            yield [fact]
            beside = []
            continue
        beside.append(fact)
        if len(beside) == 2:
            yield beside
            beside = []
    if beside:
        yield beside
