"""Asks for one word: the hard one, what to do with it, and what to say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from models.letter_making import PlainWordOnSheet
from models.whose_words import KEEP, LONGEST_TERM, SWAP, BadWord, WantedWord, way_of
from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.showing import show_if
from ui.plain.word_words import INSTEAD_LABELS, WAYS, WHAT_KEEPING_MEANS

LONGEST_INSTEAD = 300
BESIDE_PX = 560


class WordForm(Card):
    """Enter in a field keeps the word, Esc leaves it as it was."""

    kept = Signal(object, str)  # the WantedWord, and the id of the one that is changed
    closed = Signal()

    def __init__(self, word: PlainWordOnSheet | None = None) -> None:
        super().__init__()
        self.setObjectName("word_form")
        self.word_id = word.id if word is not None else ""
        self.term = LineField(_("Hard word"), most=LONGEST_TERM)
        self.term.control.setObjectName("hard_word")
        self.way = ChoiceField(_("What to do"), [(key, _(words)) for key, words in WAYS])
        self.way.let_shrink()
        self.instead = LineField("", most=LONGEST_INSTEAD)
        self.instead.control.setObjectName("say_instead")
        self.keep_button = SmallButton(
            _("Keep the change") if word else _("Add this word"), kind="primary"
        )
        self.keep_button.setObjectName("keep_word")
        self.close_button = SmallButton(_("Not now"))
        self.close_button.setObjectName("close_word")
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self._fill(word)

    def _build(self) -> None:
        self._fields.setSpacing(12)
        for field in (self.term, self.way, self.instead):
            self._fields.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addLayout(self._fields)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self.keep)
        self.close_button.clicked.connect(self.closed)
        self.way.chosen.connect(lambda _way: self._show_way())
        for field in (self.term, self.instead):
            field.control.returnPressed.connect(self.keep)
            field.edited.connect(field.clear_error)

    def _fill(self, word: PlainWordOnSheet | None) -> None:
        self.way.set_value(way_of(word) if word is not None else SWAP)
        if word is not None:
            self.term.set_text(word.term)
            self.instead.set_text(word.instead)
        self._before = self.wanted()
        self._show_way()

    def wanted(self) -> WantedWord:
        """Give what is written now."""
        way = self.way.value()
        return WantedWord(self.term.text(), "" if way == KEEP else self.instead.text(), way)

    @property
    def is_changed(self) -> bool:
        """Whether something was written here that is not kept yet."""
        wanted = self.wanted()
        return wanted != self._before and bool(wanted.term.strip() or wanted.instead.strip())

    def keep(self) -> None:
        """Ask for the word to be kept."""
        self.kept.emit(self.wanted(), self.word_id)

    def show_problem(self, problem: BadWord) -> None:
        """Say at the field what cannot be used, and go there."""
        field: Field = self.instead if problem.field == "instead" else self.term
        said = (_(each).format(**problem.values) for each in (problem.what, problem.next))
        field.show_error(" ".join(said))
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field."""
        self.term.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self, width: int) -> None:
        """Put the fields side by side where there is room."""
        directions = QBoxLayout.Direction
        beside = width >= appearance().px(BESIDE_PX)
        self._fields.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _show_way(self) -> None:
        way = self.way.value()
        if way != KEEP:
            self.instead.set_label(_(INSTEAD_LABELS[way]))
        self.way.set_hint(_(WHAT_KEEPING_MEANS) if way == KEEP else "")
        self.instead.clear_error()
        show_if(self.instead, way != KEEP)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
