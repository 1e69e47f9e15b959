"""The letter in another language, line by line: what is still to do, or every line."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from letters.languages import language_of
from letters.translating.reading import Brought
from letters.two_languages import State, Translated, TwoLines
from ui.language import _, ngettext
from ui.letter.brought_words import brought_words
from ui.letter.language_faces import load_faces_of
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.translation_row import TranslationRow
from ui.letter.translators_file import TranslatorsFile
from ui.letter.typing_now import TypingNow
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words

MARGIN = 20
AT_ONCE = 8
TO_DO = (State.MISSING, State.CHANGED)


class TranslationPage(ScrollingPage):
    """Lines stay where they are until the page is left, also once they are done."""

    left = Signal()

    def __init__(self, letter: LetterInHand, typing: TypingNow, file: TranslatorsFile) -> None:
        super().__init__(MARGIN)
        self._letter, self._typing, self._file = letter, typing, file
        self._both: Translated | None = None
        self._language = ""
        self._wanted = ""  # the line to go to once it is there
        self.rows: dict[str, TranslationRow] = {}
        self.setObjectName("translation_page")
        self.title = Words("", "h2", wrap=True)
        self.back_button = SmallButton(_("Back to the words"), "arrow-left")
        self.back_button.setObjectName("back_to_words")
        self.summary = Words("", "body", wrap=True)
        self.came = Notice("", kind="info")
        self.save_button = SmallButton(_("Save the file for the translator"), "download-simple")
        self.bring_button = SmallButton(_("Bring in the translation"), "upload-simple")
        self.drop_hint = Words(_("Or drop the translator’s file here."), "small", "ink2",
                               wrap=True)  # fmt: skip
        self.every = Tick(_("Show every line, also those that have words"))
        self.every.setObjectName("every_line")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.bring_button)
        self.column.addLayout(head)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.came)
        self.column.addLayout(buttons)
        self.column.addWidget(self.drop_hint)
        self.column.addWidget(self.every)
        self.column.addLayout(self._column)
        self.column.addStretch(1)
        self.came.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self._file.ask_folder)
        self.bring_button.clicked.connect(self._file.ask_file)
        self.every.clicked.connect(self._show_rows)
        self._more.timeout.connect(self._show_rows)
        self._file.brought.connect(self._say_what_came)
        self._file.drop.take_drops_on(self)

    def show_lines(self, both: Translated) -> None:
        """Take how every line stands now; shown while the page is."""
        self._both = both
        if self.isVisible():
            self._show_rows()
            if self._wanted:
                self.go_to(self._wanted)

    def enter(self, key: str = "") -> None:
        """Show what is still to do, and put the keyboard into this line or the first."""
        self._let_go_of(list(self.rows))
        self._wanted = key
        self.to_top()
        self._show_rows()
        first = next(iter(self.rows), "")
        if not self.go_to(key or first):
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: str) -> bool:
        """Put the keyboard into a line; say whether it is there."""
        line = next((each for each in self._lines() if each.key == key), None)
        if line is None:
            return False
        self._wanted = ""
        if key not in self.rows:
            self.every.setChecked(self.every.isChecked() or line.state not in TO_DO)
            self._show_rows(until=key)
        self.rows[key].enter()
        self.ensureWidgetVisible(self.rows[key], 12, 60)
        return True

    @property
    def is_whole(self) -> bool:
        """Whether every line that is to be shown is there."""
        return not self._more.isActive()

    @property
    def is_at_rest(self) -> bool:
        """Whether the record holds what stands in every line."""
        return all(row.is_at_rest for row in self.rows.values())

    def flush(self) -> bool:
        """Save now what still waits in a line."""
        flushed = [row.flush() for row in self.rows.values()]
        return all(flushed)

    def _lines(self) -> list[TwoLines]:
        """The lines that have words to give; a gap is filled in English first."""
        lines = self._both.lines if self._both else ()
        return [line for line in lines if line.state is not State.GAP]

    def _show_rows(self, *_checked: bool, until: str = "") -> None:
        """Show these rows in this order, keeping those that are here; the rest comes soon."""
        self._follow_the_language()
        lines, known, made = self._lines(), self._row_ids(), 0
        shown = [line for line in lines if self._is_shown(line)]
        keys = {line.key for line in shown}
        self._let_go_of([key for key in self.rows if key not in keys])
        for place, line in enumerate(shown):
            if line.key not in self.rows:
                made += 1
                self.rows[line.key] = self._made(line, known.get(line.key, ""))
            else:
                self.rows[line.key].show_line(line, known.get(line.key, ""))
            self._put(self.rows[line.key], place)
            until = "" if line.key == until else until
            if made >= AT_ONCE and not until:
                self._more.start()
                break
        self._say(lines)

    def _put(self, row: TranslationRow, place: int) -> None:
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)
            show_if(row, True)

    def _is_shown(self, line: TwoLines) -> bool:
        return self.every.isChecked() or line.state in TO_DO or line.key in self.rows

    def _follow_the_language(self) -> None:
        language = self._letter.setting.language
        if language == self._language:
            return
        self._let_go_of(list(self.rows))
        self._language = language
        load_faces_of(language_of(language))
        self.came.hide()
        name = _(language_of(language).name)
        self.title.say(_("In {language}, line by line").format(language=name))
        self.setAccessibleName(self.title.said)

    def _row_ids(self) -> Mapping[str, str]:
        rows = self._letter.sheet.making.translations
        return {row.key: row.id for row in rows if row.language == self._language}

    def _made(self, line: TwoLines, row_id: str) -> TranslationRow:
        row = TranslationRow(self._letter, self._typing, language_of(self._language), line, row_id)
        self._file.drop.take_drops_on(row.editor.control.viewport())
        return row

    def _let_go_of(self, keys: list[str]) -> None:
        for key in keys:
            row = self.rows.pop(key)
            row.flush()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _say(self, lines: list[TwoLines]) -> None:
        waiting = sum(1 for line in lines if line.state in TO_DO)
        words = ngettext(
            "{count} line is still to be translated.",
            "{count} lines are still to be translated.",
            waiting,
        )
        done = _("Every line has its words.") if lines else ""
        self.summary.say(words.format(count=waiting) if waiting else done)

    def _say_what_came(self, brought: Brought, both: Translated) -> None:
        first, *others = brought_words(brought, both.lines)
        self.came.title.say(first)
        self.came.detail.say("\n".join(others))
        show_if(self.came.detail, bool(others))
        self.came.show()
