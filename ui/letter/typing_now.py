"""What stands in the lines on the screen and may not be in the record yet."""

from PySide6.QtCore import QObject, Signal

from models.letter_as_typed import LineTyped, Place


class TypingNow(QObject):
    """The words of each line that was typed in since the letter was last read."""

    changed = Signal()
    line_entered = Signal(str)  # the key of the line that has the keyboard

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[Place, LineTyped] = {}
        self.line = ""

    def lines(self) -> tuple[LineTyped, ...]:
        """Give what is typed and not yet known to be saved."""
        return tuple(self._lines.values())

    def take(self, line: LineTyped) -> None:
        """Note what a line holds now."""
        self._lines[line.place] = line
        self.changed.emit()

    def let_go(self, place: Place) -> None:
        """Forget what was typed in a place: the record holds it now."""
        self._lines.pop(place, None)

    def forget(self) -> None:
        """Forget every line: the record holds them all now."""
        self._lines.clear()

    def enter(self, key: str) -> None:
        """Note which line is being written."""
        self.line = key
        self.line_entered.emit(key)
