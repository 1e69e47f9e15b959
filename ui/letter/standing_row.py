"""How the whole letter reads, and how much is still to be looked at."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from letters.checks import checks_of, unanswered
from letters.letter import Letter
from letters.plain.reading import Reading, measure
from models.review_sheet import ReviewSheet
from ui.language import ngettext
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.reading_words import is_hard, whole_words
from ui.pace import keys_come
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.plain.reading_badge import hardest_words

PAUSE_MS, QUIET_SECONDS = 100, 0.6


class StandingRow(QWidget):
    """Badges over the blocks, worked out away from the window; one leads to the decisions."""

    decisions_asked = Signal()

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter = letter
        self._waiting: Letter | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self.reads_well = Badge("", "ok")
        self.reads_hard = Badge("", "due", "warning-circle-fill")
        self.to_look_at = Badge("", "due", "warning-circle-fill")
        self.not_told = SmallButton("", "warning-circle-fill", in_row=True)
        self.not_told.setObjectName("decisions_not_in_letter")
        flow = FlowLayout(self)
        for badge in (self.reads_well, self.reads_hard, self.to_look_at, self.not_told):
            flow.addWidget(badge)
            badge.hide()
        self.not_told.clicked.connect(self.decisions_asked)

    def show_letter(self, letter: Letter) -> None:
        """Show how this letter stands, once nobody types: its page goes first."""
        self._waiting = letter
        self._soon.start()

    def _look(self) -> None:
        if keys_come(QUIET_SECONDS):
            self._soon.start()
            return
        letter, self._waiting = self._waiting, None
        if letter is None:
            return
        sheet, desk = self._letter.sheet, self._letter.desk
        today, calendar = desk.today(), desk.calendar

        def look() -> tuple[ReviewSheet, Reading, int]:
            waiting = unanswered(sheet, checks_of(sheet, letter, today, calendar))
            return sheet, measure(letter), len(waiting)

        desk.background.run(look, self._show, _raise)

    def show_decisions(self, undecided: int) -> None:
        """Say how many decisions are in only one of the letter and the minutes."""
        said = ngettext(
            "{count} decision is not in both the letter and the minutes",
            "{count} decisions are not in both the letter and the minutes",
            undecided,
        )
        self.not_told.say(said.format(count=undecided))
        self.not_told.setVisible(undecided > 0)

    def _show(self, found: tuple[ReviewSheet, Reading, int]) -> None:
        sheet, reading, waiting = found
        if sheet is not self._letter.sheet:
            return
        words, hard = whole_words(reading), is_hard(reading)
        for badge, shown in ((self.reads_hard, hard), (self.reads_well, not hard)):
            badge.say(words)
            badge.setVisible(shown and bool(reading.words))
        hardest = hardest_words(reading)
        self.reads_hard.setToolTip(hardest)
        self.reads_hard.setAccessibleDescription(hardest)
        said = ngettext("{count} thing to look at", "{count} things to look at", waiting)
        self.to_look_at.say(said.format(count=waiting))
        self.to_look_at.setVisible(waiting > 0)


def _raise(failure: Exception) -> None:
    raise failure
