"""The chosen scale over time on the page of numbers: a line for each person."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import ReviewSheet
from models.scaling import covered, over_time
from ui.child.scaling import series
from ui.child.scaling_lines import ScalingLines
from ui.language import _
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words


class NumbersOverTime(QWidget):
    """Stands here once numbers of more than one review can be compared."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = ScalingLines()
        head = QHBoxLayout()
        head.addWidget(Words(_("Over time"), "h3", wrap=True), 1)
        head.addWidget(self.lines.toggle)
        card = Card()
        card.column.addLayout(head)
        card.column.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_scale(self, sheet: ReviewSheet, scale: str, *, is_hidden: bool) -> None:
        """Show this scale, without this review's numbers while nobody is to see them."""
        shown = covered(sheet, [scale] if is_hidden else [])
        people = {person.id: person for person in sheet.people}
        lines = series(over_time(shown), scale, people, sheet.child.called)
        reviews = {review for line in lines for review, _number in line.numbers}
        self.lines.show_lines(lines)
        show_if(self, len(reviews) > 1)
