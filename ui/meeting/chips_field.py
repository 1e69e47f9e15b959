"""A field whose few answers stand side by side as chips."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.parts.chips import ChipGroup
from ui.parts.fields import Field


class ChipsField(Field):
    """One of a few answers, by its key; choosing it again takes it back."""

    chosen = Signal(str)
    control: ChipGroup

    def __init__(self, label: str, choices: Sequence[tuple[str, str]], *, hint: str = "") -> None:
        super().__init__(label, ChipGroup(label, choices), hint=hint)
        self.control.chosen_changed.connect(self._tell)

    def value(self) -> str:
        """Give the key of the one chosen, or nothing."""
        return self.control.chosen()

    def set_value(self, key: str) -> None:
        """Choose without telling anyone."""
        if key != self.control.chosen():
            self.control.choose(key)

    def _tell(self, key: str) -> None:
        self.chosen.emit(key)
        self.edited.emit()
