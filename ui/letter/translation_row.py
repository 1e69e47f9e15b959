"""One line of the letter in both languages: the English, and beneath it the translator's words."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from letters.languages import Language
from letters.two_languages import State, TwoLines
from models.letter_as_typed import TRANSLATION, LineTyped, Place
from models.one_id import one_id
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.typing_now import TypingNow
from ui.meeting.kept_field import KeptField, Value
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words

LABEL_PX = 40
LEFT = Qt.AlignmentFlag.AlignLeft


class TranslationRow(Card):
    """What is typed is saved with the English it was typed for, and seen on the page at once."""

    def __init__(
        self, letter: LetterInHand, typing: TypingNow, language: Language, line: TwoLines,
        row_id: str,
    ) -> None:  # fmt: skip
        super().__init__()
        self._letter, self._typing, self._language = letter, typing, language
        self._id = row_id or one_id(TRANSLATION, letter.own_id, language.code, line.key)
        self.line, self._saved = line, line.words
        self.setObjectName("translation_row")
        self.label = Words(line.label, "label")
        self.english = Words(line.english, "body", wrap=True)
        self.standing = Words("", "small", "ink2", wrap=True)
        self.flag = Words(_("The English has changed since it was translated."), "label", "due",
                          wrap=True)  # fmt: skip
        self.before = Words("", "small", wrap=True)
        self.editor = TextField("", lines=1)
        self.editor.control.setObjectName("translation_box")
        self.fits_button = SmallButton(_("The words still fit"), "check-circle", in_row=True)
        self.fits_button.setObjectName("words_still_fit")
        self._build()
        self._kept = KeptField(letter, self.editor, self.place, save=self._save)
        self._connect()
        self.show_line(line, row_id)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        self.label.setMinimumWidth(LABEL_PX)
        head.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.english)
        words.addWidget(self.flag)
        words.addWidget(self.before)
        words.addWidget(self.standing)
        head.addLayout(words, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.editor)
        self.column.addWidget(self.fits_button, 0, LEFT)
        self.editor.label.hide()
        self._run_as_the_language_does()

    def _run_as_the_language_does(self) -> None:
        if not self._language.right_to_left:
            return
        control, way = self.editor.control, Qt.LayoutDirection.RightToLeft
        control.setLayoutDirection(way)
        option = control.document().defaultTextOption()
        option.setTextDirection(way)
        control.document().setDefaultTextOption(option)

    def _connect(self) -> None:
        self.editor.edited.connect(self._take)
        self.editor.control.installEventFilter(self)
        self.fits_button.clicked.connect(self.keep_words)

    @property
    def place(self) -> Place:
        """Where the words are kept; a line without any has its id already."""
        return (TRANSLATION, self._id, "words")

    @property
    def is_at_rest(self) -> bool:
        """Whether the record holds what stands here."""
        return self.editor.text() == self._saved

    def show_line(self, line: TwoLines, row_id: str) -> None:
        """Show the line as the record has it, unless something newer is typed here."""
        self.line = line
        if row_id and row_id != self._id:
            self._id = row_id
            self._kept.move_to(row_id)
        self.label.say(line.label)
        self.english.say(line.english)
        self._name_it()
        if not self._is_echo():
            self._kept.show(line.words)
            self._saved = line.words
            self._show_how_it_stands()

    def enter(self) -> None:
        """Put the keyboard behind the words."""
        self.editor.control.go_to_end()

    def keep_words(self) -> None:
        """Say that the words fit the new English too."""
        self._kept.flush()
        if self._save(self.editor.text()):
            self._letter.catch_up()
        self.enter()

    def flush(self) -> bool:
        """Save now what still waits."""
        return self._kept.flush()

    def _name_it(self) -> None:
        named = _("Line {number} in {language}: {words}").format(
            number=self.line.label, language=_(self._language.name), words=self.line.english
        )
        self.editor.control.setAccessibleName(named)

    def _show_how_it_stands(self) -> None:
        line, is_changed = self.line, self.line.state is State.CHANGED
        kind = "due" if is_changed else "plain"
        if self.property("kind") != kind:
            self.set_kind(kind)
        show_if(self.flag, is_changed)
        show_if(self.before, is_changed)
        show_if(self.fits_button, is_changed)
        before = _("It was: {words}").format(words=line.original) if is_changed else ""
        self.before.say(before)
        self.standing.say(_standing_words(line, self._letter.name))
        show_if(self.standing, bool(self.standing.said))
        flagged = " ".join((self.flag.said, before)) if is_changed else self.standing.said
        self.editor.control.setAccessibleDescription(flagged)

    def _is_echo(self) -> bool:
        """Whether the record only says back what was typed here, and typing may go on."""
        if not self.editor.control.hasFocus() or self.editor.text() != self._saved:
            return False
        return self.line.words.strip() == self._saved.strip() or not self._saved.strip()

    def _typed(self, words: str) -> LineTyped:
        return LineTyped(self.place, self.line.key, words, self.line.english)

    def _take(self) -> None:
        self._typing.take(self._typed(self.editor.text()))

    def _save(self, value: Value) -> bool:
        words = str(value or "")
        saved = self._letter.save_translation(self._language.code, self._typed(words))
        if saved:
            self._saved = words
        return saved

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._typing.enter(self.line.key)
        elif event.type() == QEvent.Type.FocusOut:
            self._kept.flush()
            self._show_how_it_stands()
            if not self.editor.text().strip() and self.line.state is State.FIXED:
                self._kept.show(self.line.words)
                self._saved = self.line.words
        return False


def _standing_words(line: TwoLines, name: str) -> str:
    """How a line stands, where that is not seen from its words."""
    if line.state is State.FIXED:
        return _("Fixed words. What is typed here stands in their place.")
    if line.is_quoted:
        return _("{name}’s own words: to be said as {name} said them.").format(name=name)
    return ""
