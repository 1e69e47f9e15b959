"""How far long work is, in a bar and in words, with a Stop button."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.language import _, number_in_words
from ui.parts.buttons import SmallButton
from ui.parts.words import Words

SHOWN_AFTER_MS: Final = 500


class Progress(QWidget):
    """Shown once work has taken half a second."""

    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Words("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.count = Words("", bold=True)
        self.stop_button = SmallButton(_("Stop"))
        self.stop_button.clicked.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_AFTER_MS)
        self._timer.timeout.connect(self.show)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.words)
        line.addWidget(self.bar, 1)
        line.addWidget(self.count)
        line.addWidget(self.stop_button)
        self.hide()

    def start(self, words: str) -> None:
        """Begin; `words` say what is being done, such as "Making 12 letters"."""
        self.words.say(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.count.say("")
        self.stop_button.say(_("Stop"))
        self._timer.start()

    def step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.say(
            _("{done} of {total}").format(done=number_in_words(done), total=number_in_words(total))
        )

    def finish(self) -> None:
        """End, whether or not it was ever shown."""
        self._timer.stop()
        self.hide()

    def _stop(self) -> None:
        self.stop_button.say(_("Stopping"))
        self.stop_asked.emit()
