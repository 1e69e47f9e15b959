"""The end of the letter: what is to be looked at first, and then it is issued."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from letters.checks import Concern, checks_of
from letters.letter import Letter
from letters.lines import BLOCK_NAMES
from ui.language import _, ngettext
from ui.letter.concern_place import line_of
from ui.letter.concern_row import ConcernRow
from ui.letter.issue_card import IssueCard
from ui.letter.letter_in_hand import LetterInHand
from ui.parts.buttons import SmallButton
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

MARGIN = 20


class FinishPage(ScrollingPage):
    """Each warning is mended where it stands, or set aside with a reason."""

    left = Signal()
    source_asked = Signal(object)
    line_asked = Signal(str)

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__(MARGIN)
        self._letter = letter
        self._shown: Letter | None = None
        self.setObjectName("finish_page")
        self.setAccessibleName(_("Check and finish"))
        self.rows: dict[str, ConcernRow] = {}
        self.back_button = SmallButton(_("Back to the words"), "arrow-left")
        self.back_button.setObjectName("back_to_words")
        self.title = Words(_("Check and finish"), "h2", wrap=True)
        self.summary = Words("", "body", wrap=True)
        self.all_well = Notice(_("Nothing needs to be looked at."), kind="well", closable=False)
        self.issue = IssueCard(letter)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._build()
        self.back_button.clicked.connect(self.left)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button)
        self.column.addLayout(head)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.all_well)
        self.column.addLayout(self._column)
        self.column.addWidget(self.issue)
        self.column.addStretch(1)

    def show_letter(self, letter: Letter) -> None:
        """Look at the letter again, and show what is to be done before it is issued."""
        desk, sheet = self._letter.desk, self._letter.sheet
        concerns = checks_of(sheet, letter, desk.today(), desk.calendar)
        waived = sheet.making.waived
        self._show_rows({concern.key: concern for concern in concerns})
        self._shown = letter
        for concern in concerns:
            self._show_where(self.rows[concern.key], concern, letter)
        for key, row in self.rows.items():
            row.show_waiver(waived[key].why if key in waived else "")
        waiting = [row for row in self.rows.values() if row.is_waiting]
        self._say(len(waiting), len(concerns))
        self.issue.show_letter(letter, len(waiting))

    def enter(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.to_top()
        waiting = next((row for row in self.rows.values() if row.is_waiting), None)
        target = waiting.first_stop() if waiting else self.issue.issue_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Nothing waits here: a reason is kept when it is given."""
        return True

    def _show_rows(self, concerns: dict[str, Concern]) -> None:
        for gone in [key for key in self.rows if key not in concerns]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (key, concern) in enumerate(concerns.items()):
            if key not in self.rows:
                row = self.rows[key] = ConcernRow(self._letter, concern)
                row.go_asked.connect(self._go)
            if self._column.indexOf(self.rows[key]) != place:
                self._column.insertWidget(place, self.rows[key])
                self.rows[key].show()  # now, so that the keyboard can go there at once

    def _say(self, waiting: int, all_of_them: int) -> None:
        words = ngettext("{count} thing to look at.", "{count} things to look at.", waiting)
        done = _("Everything is mended or set aside.")
        self.summary.say(words.format(count=waiting) if waiting else done)
        self.summary.setVisible(all_of_them > 0)
        self.all_well.setVisible(all_of_them == 0)

    def _show_where(self, row: ConcernRow, concern: Concern, letter: Letter) -> None:
        name = BLOCK_NAMES.get(concern.block, "")
        line = line_of(concern, letter)
        title = _(name).format(name=letter.child_called) if name else ""
        row.show_where(title, line.text if line and line.gap is None else "")

    def _go(self, concern: Concern) -> None:
        """Go to the line of the letter, else to where it is put right."""
        line = line_of(concern, self._shown) if self._shown else None
        if line is not None:
            self.line_asked.emit(line.key)
        elif concern.source is not None:
            self.source_asked.emit(concern.source)
        else:
            self.line_asked.emit(concern.block)
