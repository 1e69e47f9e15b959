"""For which age words read, as a band; older than their reader, it says so by an icon too."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from letters.plain.reading import Reading
from ui.language import _
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words


class ReadingBadge(QWidget):
    """Its tip and its description name the hardest words."""

    def __init__(self) -> None:
        super().__init__()
        self.usual = Words("", "small", "ink2")
        self.hard = IconWords("warning-circle-fill", "", "label", "due")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.usual)
        row.addWidget(self.hard)
        self.show_words("")

    def show_words(
        self, words: str, reading: Reading | None = None, *, hard: bool = False
    ) -> None:
        """Show these words of a reading; with no words it takes no room."""
        self.usual.say(words)
        self.hard.words.say(words)
        show_if(self.usual, bool(words) and not hard)
        show_if(self.hard, bool(words) and hard)
        show_if(self, bool(words))
        why = hardest_words(reading) if reading is not None and hard else ""
        self.setToolTip(why)
        self.setAccessibleName(words)
        self.setAccessibleDescription(why)


def hardest_words(reading: Reading) -> str:
    """Name the hardest words of a reading."""
    found = reading.hardest_words()
    return _("Hardest words: {words}").format(words=", ".join(found)) if found else ""
