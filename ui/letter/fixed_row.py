"""A line that is not written here: fixed words, a gap filled elsewhere, the child's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.letter.leaving_out import LeavingOut
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.shown_lines import ShownLine
from ui.letter.where_from import way_words
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words

INSIDE_PX = 10


class FixedRow(QWidget):
    """Words that come from elsewhere; a gap says what lacks and leads there."""

    source_asked = Signal(object)

    def __init__(self, line: ShownLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE_PX, 2, INSIDE_PX, 2)
        row.setSpacing(8)
        if line.gap:
            icon = Icon("warning-circle-fill", "due", 18)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = Words(line.gap or line.words, "body", "due" if line.gap else "ink", wrap=True)
        row.addWidget(words, 1)
        if line.gap and line.source is not None:
            self.fill_button = SmallButton(_("Fill it in"), "arrow-right", in_row=True)
            self.fill_button.setObjectName("fill_gap")
            self.fill_button.setAccessibleDescription(line.gap)
            self.fill_button.clicked.connect(lambda: self.source_asked.emit(line.source))
            row.addWidget(self.fill_button)


class OwnRow(ShowsFocus, Card):
    """The child's own words: they can be left out with a reason, and never changed."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand, line: ShownLine, *, on_yellow: bool) -> None:
        super().__init__("child")
        self.line = line
        self.setObjectName("own_row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        self.setAccessibleName(line.words)
        self.words = Words(line.words, wrap=True)
        way = way_words(line.source, letter.sheet)
        self.go_button = SmallButton(
            way or _("Show it in the meeting"), "arrow-right", in_row=True
        )
        self.go_button.setObjectName("go_to_source")
        show_if(self.go_button, bool(way))
        self.out_button = SmallButton(_("Leave out"), "minus-circle", in_row=True)
        self.out_button.setObjectName("leave_out")
        show_if(self.out_button, line.can_leave_out)
        self.leaving = LeavingOut(letter, line.id)
        self.tools = QWidget()
        self._build(on_yellow=on_yellow)
        self.go_button.clicked.connect(lambda: self.source_asked.emit(line.source))
        self.out_button.clicked.connect(self._ask_why)
        self.leaving.closed.connect(self._show_tools)

    def _build(self, *, on_yellow: bool) -> None:
        tools = FlowLayout(self.tools)
        tools.addWidget(self.go_button)
        tools.addWidget(self.out_button)
        for part in (self.words, self.tools, self.leaving):
            self.column.addWidget(part)
        self.column.setSpacing(4)
        self.tools.hide()
        self.leaving.hide()
        if on_yellow:
            self.setProperty("part", "")
            self.set_kind("plain")
            self.column.setContentsMargins(INSIDE_PX, 2, INSIDE_PX, 2)

    def show_tools(self, *, shown: bool) -> None:
        """Show what can be done with the words, or leave them alone."""
        self.tools.setVisible(shown and self.leaving.isHidden())

    def _ask_why(self) -> None:
        self.tools.hide()
        self.leaving.ask()

    def _show_tools(self) -> None:
        self.tools.show()
        self.out_button.setFocus(Qt.FocusReason.OtherFocusReason)
