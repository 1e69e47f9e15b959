"""Words chosen on a reader's page: left out for them, in part or whole, or kept from many."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import GrowingText, TextField
from ui.parts.words import Words
from ui.protected.tag_chips import TagChips

_END_OF_LINE: Final = "\u2029"


class _ShownText(TextField):
    """Words that are read and selected, never typed."""

    @override
    def box(self, lines: int, most: int) -> GrowingText:
        box = GrowingText(lines, most_lines=4, most=most)
        box.setReadOnly(True)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        return box


class ChosenCard(Card):
    """With words selected only those go; Escape closes it."""

    out_asked = Signal(str)  # the words that are selected, or none for all of them
    restrict_asked = Signal(tuple)  # the kinds of restriction
    turned = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chosen_card")
        self._for, self._told = "", ""
        self.field = _ShownText(_("Words in the copy"), lines=1)
        self.field.control.setObjectName("chosen_words")
        self.told = Words("", "small", "ink2", wrap=True)
        self.out_button = self._button(_("Leave it out"), "leave_chosen_out")
        self.restrict_button = self._button(_("Restrict it for everybody"), "restrict_chosen")
        self.before_button = self._button(_("Words before"), "chosen_before", "arrow-up")
        self.next_button = self._button(_("Next words"), "chosen_next", "arrow-down")
        self.close_button = self._button(_("Close"), "close_chosen")
        self.kinds = TagChips(_("What kind it is"))
        self.do_button = self._button(_("Restrict it"), "do_restrict", kind="primary")
        self._build()
        self._connect()
        self.hide()

    def _button(
        self, words: str, name: str, icon: str = "", kind: str = "secondary"
    ) -> SmallButton:
        button = SmallButton(words, icon, in_row=True, kind=kind)
        button.setObjectName(name)
        return button

    def _build(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (
            self.out_button, self.restrict_button, self.before_button, self.next_button,
            self.close_button,
        ):  # fmt: skip
            flow.addWidget(button)
        for part in (self.field, self.told, buttons, self.kinds):
            self.column.addWidget(part)
        self.column.addWidget(self.do_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.field.control.selectionChanged.connect(self._name_out)
        self.out_button.clicked.connect(lambda: self.out_asked.emit(self.selected()))
        self.restrict_button.clicked.connect(self._ask_kinds)
        self.do_button.clicked.connect(self._restrict)
        self.before_button.clicked.connect(lambda: self.turned.emit(-1))
        self.next_button.clicked.connect(lambda: self.turned.emit(1))
        self.close_button.clicked.connect(self.close_it)

    def show_words(self, label: str, words: str, told: str, kinds: tuple[str, ...]) -> None:
        """Show these words, what else is to be known of them, and which kinds they have now."""
        self._told = told
        self.field.set_label(label)
        self.field.set_text(words)
        self.field.control.moveCursor(QTextCursor.MoveOperation.Start)
        self.kinds.show_kinds(kinds)
        self._show_kinds(shown=False)
        self.say(told)
        self._name_out()
        self.setAccessibleName(label)
        self.show()

    def say(self, words: str) -> None:
        """Say something of the words."""
        self.told.say(words)
        show_if(self.told, bool(words))

    def selected(self) -> str:
        """The words that are selected; none where they are all of them."""
        words = self.field.control.textCursor().selectedText().replace(_END_OF_LINE, "\n").strip()
        return "" if words == self.field.text().strip() else words

    def enter(self) -> None:
        """Put the keyboard on the words."""
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Fold it away."""
        self.hide()
        self.closed.emit()

    def _name_out(self) -> None:
        self.out_button.say(
            _("Leave the selected words out") if self.selected() else _("Leave it out")
        )

    def _ask_kinds(self) -> None:
        self._show_kinds(shown=True)
        self.say(_("It is restricted as a whole, and for everybody whom its kinds are kept from."))
        self.kinds.focus_chosen()

    def _show_kinds(self, *, shown: bool) -> None:
        for part in (self.kinds, self.do_button):
            show_if(part, shown)

    def _restrict(self) -> None:
        kinds = self.kinds.chips.all_chosen()
        if not kinds:
            self.say(_("Choose what kind it is, so that it is known from whom it is kept."))
            self.kinds.focus_chosen()
            return
        self.restrict_asked.emit(kinds)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)
