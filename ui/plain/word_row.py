"""One word in a list: the hard one, what to say, and what is done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.letter_making import PlainWordOnSheet
from ui.appearance import appearance
from ui.caseload.row import Row
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.plain.word_form import WordForm
from ui.plain.word_words import sentence, way_words

BESIDE_PX = 420


class WordRow(Row):
    """Enter changes it, Delete removes it, the arrows go on; one sentence to a screen reader."""

    change_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, word: PlainWordOnSheet) -> None:
        super().__init__(sentence(word))
        self.word = word
        self.form: WordForm | None = None
        self.setObjectName(f"word_{word.id}")
        self.setAccessibleDescription(_("Enter changes it, Delete removes it"))
        self.term = Words("", "label", wrap=True)
        self.instead = Words("", wrap=True)
        self.way = Words("", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Change"), in_row=True)
        self.change_button.setObjectName("change_word")
        self.remove_button = SmallButton(_("Remove"), "trash", in_row=True)
        self.remove_button.setObjectName("remove_word")
        self._said = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._said)
        self._build()
        self.opened.connect(self._ask_change)
        self.change_button.clicked.connect(self._ask_change)
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.word.id))
        self.show_word(word)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.instead)
        words.addWidget(self.way)
        self._line.addWidget(self.term, 2, middle)
        self._line.addLayout(words, 3)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self._line.addLayout(buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.addWidget(self._said)

    def show_word(self, word: PlainWordOnSheet) -> None:
        """Show what the record says of it now."""
        self.word = word
        self.term.say(word.term)
        self.instead.say(word.instead)
        show_if(self.instead, bool(word.instead))
        self.way.say(way_words(word))
        self.setAccessibleName(sentence(word))
        change = _("Change the word: {term}").format(term=word.term)
        self.change_button.setAccessibleName(change)
        remove = _("Remove the word: {term}").format(term=word.term)
        self.remove_button.setAccessibleName(remove)

    def open_form(self) -> WordForm:
        """Put the form in place of the words."""
        form = self.form = WordForm(self.word)
        self._said.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(form)
        form.lay_out(self.width())
        return form

    def close_form(self) -> None:
        """Show the words again."""
        form, self.form = self.form, None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._said.show()
        if form is not None:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def lay_out(self, width: int) -> None:
        """Put the words side by side where there is room."""
        directions = QBoxLayout.Direction
        beside = width >= appearance().px(BESIDE_PX)
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if self.form is not None:
            self.form.lay_out(width)

    def _ask_change(self) -> None:
        if self.form is None:
            self.change_asked.emit(self.word.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(self.word.id)
            return
        super().keyPressEvent(event)
