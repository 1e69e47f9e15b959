"""One line of the letter: its words, where they come from, a newer proposal, leaving it out."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.letter_as_typed import LineTyped, Place
from models.one_id import one_id
from ui.language import _
from ui.letter.leaving_out import LeavingOut
from ui.letter.letter_in_hand import OWN_LINE, LetterInHand
from ui.letter.line_editor import line_editor
from ui.letter.line_keeping import LineKeeping
from ui.letter.newer_proposal import NewerProposal
from ui.letter.shown_lines import ShownLine
from ui.letter.typing_now import TypingNow
from ui.letter.where_from import way_words
from ui.meeting.kept_field import KeptField, Value
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.plain.looking import looking_of

INSIDE_PX = 10


class LineRow(QWidget):
    """A line that can be written; its tools stand under it while it has the keyboard."""

    source_asked = Signal(object)

    def __init__(
        self, letter: LetterInHand, typing: TypingNow, line: ShownLine, name: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._letter, self._typing, self.line = letter, typing, line
        self._id, self._saved = (
            _row_id(line) or one_id(OWN_LINE, letter.own_id, line.id),
            line.words,
        )
        label = _("How I will say it to {name}").format(name=letter.name)
        looking = looking_of(letter, letter.desk.background)
        self.editor = line_editor(
            looking, name, label=label if line.says_again else "", placeholder=line.gap
        )
        self.editor.control.setObjectName("line_box")
        self.origin = Words("", "small", "ink2", wrap=True, parent=self)
        self._newer: NewerProposal | None = None  # these are made when they are first asked for
        self._leaving: LeavingOut | None = None
        self.go_button = _tool("", "arrow-right", "go_to_source")
        self.again_button = _tool(_("Use the proposal"), "arrow-u-up-left", "use_proposal")
        self.out_button = _tool(_("Leave out"), "minus-circle", "leave_out")
        self.tools = QWidget(self)
        self._build()
        self._kept = KeptField(letter, self.editor, self.place, save=self._save)
        self._kept.shows_proposals()
        self.editor.keeping = self.keeping = LineKeeping(letter, self.editor, self.flush)
        self._connect()
        self.show_line(line)

    def _build(self) -> None:
        tools = FlowLayout(self.tools)
        tools.setContentsMargins(INSIDE_PX, 2, INSIDE_PX, 4)
        for button in (self.go_button, self.again_button, self.out_button):
            tools.addWidget(button)
        self.editor.label.setContentsMargins(INSIDE_PX, 4, 0, 0)
        self.origin.setContentsMargins(INSIDE_PX, 0, INSIDE_PX, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.editor, self.origin, self.tools):
            self._column.addWidget(part)
        self.tools.hide()

    def _connect(self) -> None:
        self.editor.edited.connect(self._take)
        self.editor.control.installEventFilter(self)
        self.go_button.clicked.connect(lambda: self.source_asked.emit(self.line.source))
        self.again_button.clicked.connect(self.use_proposal)
        self.out_button.clicked.connect(self._ask_why)

    @property
    def newer(self) -> NewerProposal:
        """Newer words that are offered."""
        if self._newer is None:
            self._newer = NewerProposal()
            self._column.insertWidget(self._column.indexOf(self.tools), self._newer)
            self._newer.use_asked.connect(self.use_proposal)
            self._newer.keep_asked.connect(self._keep_mine)
        return self._newer

    @property
    def leaving(self) -> LeavingOut:
        """Where it is asked why the line is left out."""
        if self._leaving is None:
            self._leaving = LeavingOut(self._letter, self.line.id)
            self._leaving.hide()
            self._column.addWidget(self._leaving)
            self._leaving.closed.connect(self._show_tools)
        return self._leaving

    @property
    def place(self) -> Place:
        """Where the words are kept; a line that was never written has its id already."""
        table, row_id, field = self.line.place or (OWN_LINE, "", "words")
        return (table, self._id if table == OWN_LINE else row_id, field)

    def show_line(self, line: ShownLine) -> None:
        """Show the line as the record has it, unless something newer is typed here."""
        self.line = line
        if (known := _row_id(line)) and known != self._id:
            self._id = known
            self._kept.move_to(known)
        if not self._is_echo(line):
            self._kept.show(line.words)
            self._saved = line.words
        self.keeping.show_line(line)
        self.origin.say(origin_words(line))
        show_if(self.origin, bool(self.origin.said))
        self.editor.control.setAccessibleDescription(self.origin.said or line.gap)
        if line.newer or self._newer is not None:
            self.newer.show_words(line.newer, line.says_again)
        way = way_words(line.source, self._letter.sheet)
        self.go_button.say(way or _("Show it in the meeting"))
        show_if(self.go_button, bool(way))
        show_if(self.out_button, line.can_leave_out)
        has_own = bool(line.proposed.strip()) and line.proposed != line.words
        show_if(self.again_button, has_own and not line.newer)

    def show_tools(self, *, shown: bool) -> None:
        """Show what can be done with the line, or leave its words alone."""
        is_asked_why = self._leaving is not None and not self._leaving.isHidden()
        self.tools.setVisible(shown and not is_asked_why)

    def use_proposal(self) -> None:
        """Give the line back to what the program would say."""
        if self._letter.save_line(self._typed("")):
            self._typing.let_go(self.place)
            self._letter.catch_up()
            self._kept.show(self.line.words)
            self._saved = self.line.words
        self.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save now what still waits."""
        return self._kept.flush()

    @property
    def is_at_rest(self) -> bool:
        """Whether the record holds what stands here."""
        return self.editor.text() == self._saved

    def enter(self) -> None:
        """Put the keyboard behind the words."""
        self.editor.control.go_to_end()

    def _is_echo(self, line: ShownLine) -> bool:
        """Whether the record only says back what was typed here, and typing may go on."""
        if not self.editor.control.hasFocus() or self.editor.text() != self._saved:
            return False
        said_back = line.words.strip() == self._saved.strip()
        return said_back or (not self._saved.strip() and line.words == line.proposed)

    def _typed(self, words: str) -> LineTyped:
        return LineTyped(self.place, self.line.id, words, self.line.proposed)

    def _take(self) -> None:
        self._typing.take(self._typed(self.editor.text()))

    def _save(self, value: Value) -> bool:
        words = str(value or "")
        saved = self._letter.save_line(self._typed(words))
        if saved:
            self._saved = words
        return saved

    def _keep_mine(self) -> None:
        self._letter.keep_mine(self.line.id, self.line.proposed)

    def _ask_why(self) -> None:
        self.tools.hide()
        self.leaving.ask()

    def _show_tools(self) -> None:
        self.tools.show()
        self.out_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._typing.enter(self.line.id)
        elif event.type() == QEvent.Type.FocusOut and not self.editor.text().strip():
            self._kept.flush()
            self._kept.show(self.line.words)
        return False


def origin_words(line: ShownLine) -> str:
    """Say which note or decision a line says again, where it says it in other words."""
    if not line.original.strip() or line.original == line.words:
        return ""
    said = _("The note: {words}") if line.says_again == "note" else _("The decision: {words}")
    return said.format(words=line.original)


def _row_id(line: ShownLine) -> str:
    return line.place[1] if line.place else ""


def _tool(words: str, icon: str, name: str) -> SmallButton:
    button = SmallButton(words, icon, in_row=True)
    button.setObjectName(name)
    return button
