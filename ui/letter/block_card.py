"""One block of the letter as a card: its title, how it reads, and its lines in their order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.checks.plain import NOT_LOOKED_AT
from letters.plain.reading import Reading
from ui.language import _
from ui.letter.fixed_row import FixedRow, OwnRow
from ui.letter.leaving_out import LeftOutRow
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.line_row import INSIDE_PX, LineRow
from ui.letter.reading_words import age_words, is_hard
from ui.letter.shown_lines import ShownBlock, ShownLine
from ui.letter.typing_now import TypingNow
from ui.parts.cards import VOICE_BAR_PX, Card
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.plain.reading_badge import ReadingBadge
from ui.regions import first_stop

SIDE_PX = 6
Row = LineRow | FixedRow | OwnRow | LeftOutRow


class BlockCard(Card):
    """Rows stay where they are while the record changes under them; only what differs is new."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand, typing: TypingNow, block: ShownBlock) -> None:
        super().__init__()
        self._letter, self._typing, self.block = letter, typing, block
        self._rows: dict[str, Row] = {}
        self._lines: dict[str, ShownLine] = {}
        self.setObjectName(f"block_{block.id}")
        self.title = Words("", "h3", wrap=True)
        kept = _("{name}’s words, kept as they were said").format(name=letter.name)
        self.kept = IconWords("quotes-fill", kept, "small", wrap=True)
        self.reading = ReadingBadge()
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(INSIDE_PX, 0, INSIDE_PX, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.kept, 1)
        head.addWidget(self.reading)
        self.column.addLayout(head)
        self.column.addLayout(self._column)
        self.show_block(block)

    def show_block(self, block: ShownBlock) -> None:
        """Show the block as it now stands."""
        self.block = block
        self.title.say(block.title)
        self.setAccessibleName(block.title)
        own = [line for line in block.lines if line.shape == "own"]
        self.kept.setVisible(bool(own))
        self._is_yellow = bool(own) and len(own) == len(block.lines)
        kind = "child" if self._is_yellow else "plain"
        if self.property("kind") != kind:
            self.set_kind(kind)
        bar = VOICE_BAR_PX if self._is_yellow else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (SIDE_PX, SIDE_PX + bar) if mirrored else (SIDE_PX + bar, SIDE_PX)
        self.column.setContentsMargins(left, 10, right, 10)
        self._show_lines(block.lines)

    def show_reading(self, reading: Reading | None) -> None:
        """Show for which age it reads, at the right of the title."""
        is_own = any(line.shape == "own" for line in self.block.lines)
        words = age_words(reading) if reading is not None and not is_own else ""
        hard = reading is not None and is_hard(reading)
        self.reading.show_words(words, reading, hard=hard)
        for row in self.written():
            row.editor.read_by(reading.rule if reading is not None else None)

    def row(self, key: str) -> Row | None:
        """Give the row of a line, where it stands here."""
        return self._rows.get(key)

    def written(self) -> list[LineRow]:
        """Give the lines that can be written."""
        return [row for row in self._rows.values() if isinstance(row, LineRow)]

    def flush(self) -> bool:
        """Save now what still waits in a line."""
        flushed = [row.flush() for row in self.written()]
        return all(flushed)

    def _show_lines(self, lines: tuple[ShownLine, ...]) -> None:
        focused, wanted = self.window().focusWidget(), {line.id for line in lines}
        lost = ""
        for key in list(self._rows):
            row, line = self._rows[key], next((x for x in lines if x.id == key), None)
            if line is None or not self._stays(row, line):
                lost = key if focused is not None and row.isAncestorOf(focused) else lost
                self._let_go(key)
        for place, line in enumerate(lines):
            row = self._rows.get(line.id) or self._made(line, place + 1)
            if isinstance(row, LineRow):
                row.show_line(line)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                show_if(row, True)
            self._rows[line.id], self._lines[line.id] = row, line
        if lost in wanted:
            self._bring_keyboard(self._rows[lost])

    def _stays(self, row: Row, line: ShownLine) -> bool:
        before = self._lines[line.id]
        if isinstance(row, LineRow):
            same_table = (before.place or ("",))[0] == (line.place or ("",))[0]
            return line.shape == "written" and same_table
        return before == line

    def _made(self, line: ShownLine, number: int) -> Row:
        if line.shape == "left_out":
            return LeftOutRow(self._letter, line)
        if line.shape == "written":
            name = _("{block}, line {number}").format(block=self.block.title, number=number)
            written = LineRow(self._letter, self._typing, line, name, self)
            if self.block.id in NOT_LOOKED_AT:
                written.editor.look_only_for_spelling()
            row: LineRow | OwnRow | FixedRow = written
        elif line.shape == "own":
            row = OwnRow(self._letter, line, on_yellow=self._is_yellow)
        else:
            row = FixedRow(line)
        row.source_asked.connect(self.source_asked)
        return row

    def _let_go(self, key: str) -> None:
        row = self._rows.pop(key)
        self._lines.pop(key)
        if isinstance(row, LineRow):
            row.flush()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _bring_keyboard(self, row: QWidget) -> None:
        if isinstance(row, LineRow):
            row.enter()
        elif (stop := first_stop(row)) is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
