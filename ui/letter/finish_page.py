"""The end of the letter: what is to be looked at first, and then it is issued."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.checks import Concern, checks_of
from letters.letter import Letter
from letters.lines import BLOCK_NAMES
from ui.language import _, ngettext
from ui.letter.concern_group import TOGETHER, ConcernGroup, one_by_one, the_rest
from ui.letter.concern_place import line_of
from ui.letter.concern_row import ConcernRow
from ui.letter.issue_card import IssueCard
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.shown_lines import title_of
from ui.parts.buttons import SmallButton
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
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
        self.first = Words(_("Look at each of these yourself"), "h3", wrap=True)
        self.rest = Words(_("Then the rest"), "h3", wrap=True)
        self.groups = {kind: ConcernGroup(kind) for kind in TOGETHER}
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._build()
        self.back_button.clicked.connect(self.left)
        for group in self.groups.values():
            group.given.connect(self._set_all_aside)

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
        first, rest = one_by_one(concerns), the_rest(concerns)
        self._show_rows(first, rest)
        self._shown = letter
        for concern in concerns:
            self._show_where(self.rows[concern.key], concern, letter)
        for key, row in self.rows.items():
            row.show_waiver(waived[key].why if key in waived else "")
        for kind, group in self.groups.items():
            group.show_keys([c.key for c in rest if c.check == kind and c.key not in waived])
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

    def _show_rows(self, first: list[Concern], rest: list[Concern]) -> None:
        concerns = {concern.key: concern for concern in (*first, *rest)}
        for gone in [key for key in self.rows if key not in concerns]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key in [key for key in concerns if key not in self.rows]:
            row = self.rows[key] = ConcernRow(self._letter, concerns[key])
            row.go_asked.connect(self._go)
        self.rows = {key: self.rows[key] for key in concerns}
        for place, part in enumerate(self._in_order(first, rest)):
            if self._column.indexOf(part) != place:
                self._column.insertWidget(place, part)
                if isinstance(part, ConcernRow):
                    part.show()  # now, so that the keyboard can go there at once
        show_if(self.first, bool(first))
        show_if(self.rest, bool(first and rest))

    def _in_order(self, first: list[Concern], rest: list[Concern]) -> Iterator[QWidget]:
        """Every part of the list; a group stands before the first of its kind."""
        yield self.first
        yield from (self.rows[concern.key] for concern in first)
        yield self.rest
        groups = dict(self.groups)
        for concern in rest:
            kind = next((each for each in groups if each == concern.check), None)
            if kind is not None:
                yield groups.pop(kind)
            yield self.rows[concern.key]
        yield from groups.values()

    def _set_all_aside(self, keys: tuple[str, ...], why: str) -> None:
        if self._letter.set_all_aside(keys, why):
            self.enter()

    def _say(self, waiting: int, all_of_them: int) -> None:
        words = ngettext("{count} thing to look at.", "{count} things to look at.", waiting)
        done = _("Everything is mended or set aside.")
        self.summary.say(words.format(count=waiting) if waiting else done)
        self.summary.setVisible(all_of_them > 0)
        self.all_well.setVisible(all_of_them == 0)

    def _show_where(self, row: ConcernRow, concern: Concern, letter: Letter) -> None:
        line, block = line_of(concern, letter), letter.block(concern.block)
        heading = block.heading if block else ""
        known = heading or concern.block in BLOCK_NAMES
        title = title_of(concern.block, heading, letter) if known else ""
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
