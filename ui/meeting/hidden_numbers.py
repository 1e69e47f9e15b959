"""Which numbers nobody sees yet: those not all in, until the chair shows them."""

from PySide6.QtCore import QObject, Signal

from models.review_sheet import ReviewSheet
from models.rules.scales import family
from models.scaling import covered, is_hidden


class HiddenNumbers(QObject):
    """Remembers, while the window is open, who else was asked and what was shown early."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._also: dict[str, tuple[str, ...]] = {}
        self._shown: set[str] = set()

    def also_asked(self, scale: str) -> tuple[str, ...]:
        """Who did not come and is asked all the same."""
        return self._also.get(scale, ())

    def ask(self, scale: str, person_id: str) -> None:
        """Ask somebody who did not come."""
        self._also[scale] = (*self.also_asked(scale), person_id)
        self.changed.emit()

    def show_numbers(self, scale: str) -> None:
        """Show what is in, though somebody has not answered."""
        self._shown.add(scale)
        self.changed.emit()

    def hide_again(self) -> None:
        """Begin hiding afresh, as when the chair ticks it."""
        self._shown.clear()
        self.changed.emit()

    def are_hidden(self, sheet: ReviewSheet, scale: str) -> bool:
        """Whether nobody sees the numbers of this scale yet."""
        return scale not in self._shown and is_hidden(sheet, scale, self.also_asked(scale))

    def cover(self, sheet: ReviewSheet) -> ReviewSheet:
        """The review without the numbers that nobody sees yet, for the papers beside it."""
        if not sheet.numbers_hidden:
            return sheet
        scales = {family(answer.scale) for answer in sheet.scale_answers}
        return covered(sheet, [scale for scale in scales if self.are_hidden(sheet, scale)])
