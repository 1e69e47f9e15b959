"""How safe and settled it is over time: a chart, or the same as a table."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory, NumberGiven
from models.review_sheet import PersonOnSheet
from ui.child.scaling import Series, child_reason, families, scale_name, series
from ui.child.scaling_lines import ScalingLines
from ui.language import _
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.empty_state import EmptyState
from ui.parts.showing import show_if
from ui.parts.words import Words


class ScalingCard(QWidget):
    """The numbers of one scale; chips choose the scale when there is more than one."""

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[NumberGiven, ...] = ()
        self._people: dict[str, PersonOnSheet] = {}
        self._child = ""
        self._lines = ScalingLines()
        self.chart, self.table, self.toggle = (
            self._lines.chart, self._lines.table, self._lines.toggle,
        )  # fmt: skip
        self.reason = Words("", "small", wrap=True)
        self.scales = ChipGroup(_("Which scale"), may_be_none=False, shown=4)
        detail = _("Numbers from 0 to 10, each with whose it is, stand here after a review.")
        self.nothing = EmptyState("sliders-horizontal", _("No numbers given yet"), detail)
        self._card = Card()
        self._build()
        self.scales.chosen_changed.connect(self._show)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(_("How safe and settled"), "h2", wrap=True), 1)
        head.addWidget(self.toggle)
        for part in (self.scales, self._lines, self.reason, self.nothing):
            self._card.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._card)

    def show_story(self, story: ChildStory) -> None:
        """Show the numbers given so far."""
        people = {person.id: person for person in story.people}
        if (story.numbers, people) == (self._given, self._people) and self._child:
            return
        self._given, self._people, self._child = story.numbers, people, story.child.called
        found = families(story.numbers)
        chosen = self.scales.chosen()
        self.scales.set_choices([(scale, scale_name(scale, story.numbers)) for scale in found])
        self.scales.choose(chosen if chosen in found else next(iter(found), ""))
        show_if(self.scales, len(found) > 1)
        self._show()

    @property
    def lines(self) -> list[Series]:
        """The lines shown now."""
        return series(self._given, self.scales.chosen(), self._people, self._child)

    def _show(self) -> None:
        lines = self.lines
        self._lines.show_lines(lines)
        show_if(self._lines, bool(lines))
        self.reason.say(child_reason(self._given, self.scales.chosen(), self._child))
        show_if(self.reason, bool(self.reason.said))
        show_if(self.nothing, not lines)
