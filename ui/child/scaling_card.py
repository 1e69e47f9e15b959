"""How safe and settled it is over time: a chart, or the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory, NumberGiven
from models.review_sheet import PersonOnSheet
from ui.child.scaling import Series, child_reason, families, finding, scale_name, series
from ui.child.scaling_chart import ScalingChart
from ui.language import _
from ui.parts.buttons import SmallButton
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
        self.chart = ScalingChart()
        self.table = QWidget()
        self.reason = Words("", "small", wrap=True)
        self.scales = ChipGroup(_("Which scale"), may_be_none=False)
        self.toggle = SmallButton(_("Show as table"), in_row=True)
        self.toggle.setObjectName("toggle_table")
        detail = _("Numbers from 0 to 10, each with whose it is, stand here after a review.")
        self.nothing = EmptyState("sliders-horizontal", _("No numbers given yet"), detail)
        self._card = Card()
        self._build()
        self.toggle.clicked.connect(self._toggle)
        self.scales.chosen_changed.connect(self._show)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(_("How safe and settled"), "h2", wrap=True), 1)
        head.addWidget(self.toggle)
        for part in (self.scales, self.chart, self.table, self.reason, self.nothing):
            self._card.column.addWidget(part)
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self.table.hide()
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
        self.scales.set_choices([(scale, scale_name(scale)) for scale in found])
        self.scales.choose(chosen if chosen in found else next(iter(found), ""))
        show_if(self.scales, len(found) > 1)
        self._show()

    @property
    def lines(self) -> list[Series]:
        """The lines shown now."""
        return series(self._given, self.scales.chosen(), self._people, self._child)

    def _show(self) -> None:
        lines = self.lines
        self.chart.show_lines(lines)
        self.toggle.setAccessibleDescription(finding(lines) if lines else "")
        self._fill_table(lines)
        self.reason.say(child_reason(self._given, self.scales.chosen(), self._child))
        is_table = not self.table.isHidden()
        show_if(self.chart, bool(lines) and not is_table)
        show_if(self.toggle, bool(lines))
        show_if(self.reason, bool(self.reason.said))
        show_if(self.nothing, not lines)

    def _toggle(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self.chart.setVisible(not to_table)
        self.toggle.say(_("Show as chart") if to_table else _("Show as table"))

    def _fill_table(self, lines: Sequence[Series]) -> None:
        while (place := self._grid.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        reviews = sorted({review for line in lines for review, _number in line.numbers})
        for column, review in enumerate(reviews, 1):
            head = Words(_("Review {number}").format(number=review), "label", wrap=True)
            self._grid.addWidget(head, 0, column)
        for row, line in enumerate(lines, 1):
            who = Words(line.who, bold=True, wrap=True)
            who.setAccessibleName(line.sentence)
            self._grid.addWidget(who, row, 0)
            numbers = dict(line.numbers)
            for column, review in enumerate(reviews, 1):
                number = Words(str(numbers.get(review, "")))
                self._grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignLeft)
