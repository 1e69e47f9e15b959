"""The composer: the letter's words on the left, the page as it will print on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from letters.paragraph import Source
from letters.plain.reading import measure_blocks
from models.letter_as_typed import TRANSLATION, Place
from models.letter_needs import TYPED_IN_SETTINGS
from models.problems import Problem
from ui.appearance import NARROW_PX, PANE_FOLDS_FROM_PERCENT, appearance
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _
from ui.letter.composer_bar import ComposerBar
from ui.letter.composer_keys import help_words
from ui.letter.finish_page import FinishPage
from ui.letter.language_panel import LanguagePanel
from ui.letter.letter_in_hand import OWN_LINE, LetterInHand
from ui.letter.letter_undoing import LetterUndoing
from ui.letter.lines_pane import LinesPane
from ui.letter.page_panel import PagePanel
from ui.letter.paper_out import PaperOut
from ui.letter.preview import Preview, focus_page
from ui.letter.shown_lines import shown_blocks
from ui.letter.standing_row import StandingRow
from ui.letter.translation_page import TranslationPage
from ui.letter.typing_now import TypingNow
from ui.letter.where_from import own_words_of
from ui.meeting.edge_line import EdgeLine
from ui.meeting.notice_line import NoticeLine
from ui.meeting.review_keys import make_keys
from ui.meeting.tab_order import go_to_next_stop
from ui.meeting.undo_buttons import UndoButtons
from ui.overriding import override
from ui.page import Page
from ui.plain.looking import looking_of
from ui.plain.plain_editor import step_from_outside
from ui.plain.reader_of_letter import reader_of

LEFT, RIGHT = 620, 662
SETTING = "child_letter"
KEPT_ELSEWHERE = TYPED_IN_SETTINGS | {"letter_picture", "plain_word", "letter_template"}


class ComposerPage(Page):
    """One letter, from what was said in the meeting to its issued pages."""

    left = Signal()
    meeting_asked = Signal(object)  # the Source of words, in the meeting
    settings_asked = Signal(str, str)  # the table and field that only the settings hold

    def __init__(self, desk: Desk, review_id: str = "", *, letter_id: str = "") -> None:
        self.meeting = _letter_in_hand(desk, review_id, letter_id)
        letter = self.meeting
        super().__init__(_("Letter to {name}").format(name=letter.sheet.child.full_name))
        letter.setParent(self)
        self.setObjectName("composer_page")
        self.step = ""
        self.typing = TypingNow(self)
        self.looking = looking_of(letter, desk.background)
        self.bar = ComposerBar(letter)
        self.notices = NoticeLine()
        self.lines = LinesPane(letter, self.typing)
        self.panel = PagePanel(letter)
        self.standing = StandingRow(letter)
        self.language = LanguagePanel(letter)
        self.finish = FinishPage(letter)
        self.translation = TranslationPage(letter, self.typing, self.language.file)
        self.words = QStackedWidget()
        self.preview = Preview(letter, self.typing)
        self.out = PaperOut(letter, self)
        self.undoing = LetterUndoing(self)
        self._is_folded = self._shows_page = False
        self._build()
        self._connect()
        self.show_letter()

    def _build(self) -> None:
        self.lines.head.addWidget(self.standing)
        self.lines.head.addWidget(self.language)
        self.lines.head.addWidget(self.panel)
        self.panel.hide()
        self.bar.head.insertWidget(2, UndoButtons(self.undoing))
        self.words.addWidget(self.lines)
        self.words.addWidget(self.finish)
        self.words.addWidget(self.translation)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.notices)
        left.addWidget(self.words, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._left, LEFT)
        body.addWidget(self.preview, RIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        column.addWidget(EdgeLine(self.meeting.desk))

    def _connect(self) -> None:
        letter = self.meeting
        letter.changed.connect(self.show_letter)
        letter.saved.connect(self._forget_saved)
        letter.undo_offered.connect(self.notices.offer_undo)
        letter.troubled.connect(self._tell)
        self.bar.left.connect(self.leave)
        self.bar.finish_asked.connect(self.check)
        self.bar.page_button.toggled.connect(self._show_panel)
        self.bar.letter_button.clicked.connect(self.swap_page)
        self.lines.source_asked.connect(self.go_to_source)
        self.finish.source_asked.connect(self.go_to_source)
        self.finish.line_asked.connect(self.go_to)
        self.finish.left.connect(self.write)
        self.standing.decisions_asked.connect(self.lines.go_to_decisions)
        self.panel.way_asked.connect(self.settings_asked)
        self.preview.line_clicked.connect(self.go_to)
        self.preview.save_button.clicked.connect(self._save_pdf)
        self.preview.print_button.clicked.connect(self._print)
        self.preview.issued_wanted.connect(self.out.want_issued)
        self.out.told.connect(self._say)
        self.language.told.connect(self._say)
        self.language.lines_asked.connect(self.translate)
        self.language.counted.connect(self.translation.show_lines)
        self.translation.left.connect(self.write)
        appearance().changed.connect(self._fit)
        changes_of(letter.desk.database).changed.connect(self._read_settings)
        make_keys(
            self,
            {
                "PgUp": lambda: self.preview.sheet.turn(-1),
                "PgDown": lambda: self.preview.sheet.turn(1),
                "Ctrl+E": self.leave,
                "Ctrl+P": self._print,
                "F7": lambda: step_from_outside(self.looking, 1),
                "Shift+F7": lambda: step_from_outside(self.looking, -1),
            },
        )

    def show_letter(self) -> None:
        """Show the letter as the record has it."""
        letter = self.meeting.composed()
        self.bar.show_letter(letter)
        self.looking.read_for(reader_of(letter, self.meeting.sheet))
        self.lines.show_blocks(shown_blocks(letter, self.meeting.sheet))
        self.lines.show_readings(measure_blocks(letter))
        self.lines.decisions.show_letter(letter)
        self.standing.show_decisions(self.lines.decisions.undecided)
        self.standing.show_letter(letter)
        if self.words.currentWidget() is self.translation and letter.other is None:
            self.write()
        if self.words.currentWidget() is self.finish:
            self.finish.show_letter(letter)

    def enter(self) -> None:
        """Read the letter again and put the cursor where something lacks, or in its first line."""
        self.meeting.reload()
        self._fit()
        self.lines.enter()

    def write(self) -> None:
        """Go back to the words."""
        self.words.setCurrentWidget(self.lines)
        self.lines.enter()

    def check(self) -> None:
        """See what is to be looked at before it is issued."""
        self.flush()
        self.meeting.catch_up()
        self.lines.remember_kept()
        self._show_the_page(shown=False)
        self.words.setCurrentWidget(self.finish)
        self.finish.show_letter(self.meeting.composed())
        self.finish.enter()

    def translate(self, key: str = "") -> None:
        """Go to the lines in the other language, to this one or the first that waits."""
        self._show_the_page(shown=False)
        self.words.setCurrentWidget(self.translation)
        self.translation.enter(key)

    def go_to(self, key: str) -> None:
        """Put the keyboard into a line of the letter, or into a block."""
        self._show_the_page(shown=False)
        if self.words.currentWidget() is self.translation and self.translation.go_to(key):
            return
        self.words.setCurrentWidget(self.lines)
        self.lines.go_to(key)

    def go_to_source(self, source: Source) -> None:
        """Go to where words come from: a line here, the settings, or the meeting."""
        if source.table in TYPED_IN_SETTINGS:
            self.settings_asked.emit(source.table, source.field)
        elif source.table == TRANSLATION:
            self.translate(source.field)
        elif source.table == SETTING:
            self._go_to_setting(source.field)
        else:
            self.flush()
            self.meeting_asked.emit(own_words_of(source))

    def show_place(self, place: Place) -> None:
        """Lead to what was undone, where it is a line of the letter."""
        rows = (row for row in self.lines.rows() if row.place[:2] == place[:2])
        row = next(rows, None)
        if place[0] == TRANSLATION:
            given = self.meeting.sheet.making.translations
            self.translate(next((each.key for each in given if each.id == place[1]), ""))
        elif row is not None:
            self.go_to(row.line.id)
        elif place[0] == OWN_LINE:
            self.words.setCurrentWidget(self.lines)

    def leave(self) -> None:
        """Save everything and go back."""
        if self.flush():
            self.meeting.catch_up()
            self.lines.remember_kept()
            self.left.emit()

    def flush(self) -> bool:
        """Save whatever is half typed; say whether nothing is left unsaved."""
        return all([self.lines.flush(), self.panel.flush(), self._flush_languages()])

    def _flush_languages(self) -> bool:
        return all([self.language.flush(), self.translation.flush()])

    def regions(self) -> list[QWidget]:
        """Give the parts that F6 goes round."""
        if self.panel.isVisible():
            return [self.bar, self.notices, self.panel, self.lines.body, self.preview]
        return [self.bar, self.notices, self.words, self.preview]

    def acts(self) -> LetterUndoing:
        """Give undo and redo."""
        return self.undoing

    def help_words(self) -> str:
        """Say what this page is for and how it is used."""
        return help_words(self.meeting.name)

    def swap_page(self) -> None:
        """Where there is room for one of them, show the page or the words."""
        self._show_the_page(shown=not self._shows_page)
        if self._shows_page:
            focus_page(self.preview)
        elif not self.lines.go_to(self.typing.line):
            self.lines.enter()

    def _go_to_setting(self, field: str) -> None:
        """Go to the choice of the language, or to what is said of who translated it."""
        self._show_the_page(shown=False)
        self.words.setCurrentWidget(self.lines)
        target = self.language.field(field)
        if target is None and field in self.panel.fields:
            self.bar.page_button.setChecked(True)
            self.panel.enter(field)
            return
        (target or self.bar.language).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_the_page(self, *, shown: bool) -> None:
        self._shows_page = shown
        self._fit()

    def _read_settings(self, tables: frozenset[str]) -> None:
        """Show what the settings, or the child's own page, now hold for the letter."""
        if tables & KEPT_ELSEWHERE:
            self.meeting.reload()

    def _show_panel(self, on: bool) -> None:
        self.panel.setVisible(on)
        if on:
            self.write_panel()

    def write_panel(self) -> None:
        """Go to the choices of the page."""
        self._show_the_page(shown=False)
        self.words.setCurrentWidget(self.lines)
        self.lines.to_top()
        self.panel.enter()

    def _forget_saved(self) -> None:
        """What is in the record need not be laid over it any more."""
        if self.lines.is_at_rest and self.translation.is_at_rest:
            self.typing.forget()

    def _save_pdf(self) -> None:
        self.flush()
        self.meeting.catch_up()
        self.out.save()

    def _print(self) -> None:
        self.flush()
        self.meeting.catch_up()
        self.out.print()

    def _say(self, words: str) -> None:
        self.notices.say(words)

    def _tell(self, problem: Problem) -> None:
        self.notices.tell(problem)

    def _fit(self) -> None:
        """Where there is not room for both, the page becomes a button that swaps."""
        large = appearance().menu_replaces_rail
        self.bar.be_large(large=large)
        if large:
            self.lines.head.insertWidget(0, self.bar.choices)
        else:
            self.bar.take_choices()
        narrow = appearance().text_size >= PANE_FOLDS_FROM_PERCENT
        folded = narrow or self.window().width() < NARROW_PX
        shows_page = self._shows_page and folded
        self._left.setVisible(not shows_page)
        self.preview.setVisible(not folded or shows_page)
        self.bar.letter_button.setVisible(folded)
        self.bar.letter_button.say(_("Back to the words") if shows_page else _("See the page"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        step = 1 if next else -1
        return go_to_next_stop(self.window(), step) or super().focusNextPrevChild(next)


def _letter_in_hand(desk: Desk, review_id: str, letter_id: str) -> LetterInHand:
    if letter_id:
        from ui.letter.other_letter import OtherLetter

        return OtherLetter(desk, letter_id)
    return LetterInHand(desk, review_id)
