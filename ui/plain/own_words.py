"""The words of a council or of a child: a list, changed where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.letter_making import PlainWordOnSheet
from models.whose_words import BadWord, WantedWord, WhoseWords, words_of
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.plain.word_form import WordForm
from ui.plain.word_row import WordRow


class OwnWords(QWidget):
    """One form is open at a time; `changed` comes when the record holds something else."""

    changed = Signal()

    def __init__(self, desk: Desk, whose: WhoseWords, name: str) -> None:
        super().__init__()
        self._desk, self._whose = desk, whose
        self.rows: dict[str, WordRow] = {}
        self.form: WordForm | None = None
        self.add_button = SmallButton(_("Add a word"), "plus")
        self.add_button.setObjectName(f"add_word_{whose.table}")
        self.add_button.setAccessibleDescription(name)
        self.nothing = Words(_("No words yet."), "small", "ink2", wrap=True)
        self.card = CardRows()
        self.card.setAccessibleName(name)
        self.notices = NoticeArea()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.notices, self.nothing, self.card):
            self._column.addWidget(part)
        self.add_button.clicked.connect(self.ask_for_one)
        self.reload()

    def reload(self) -> None:
        """Show what the record holds; a row that is there already stays as it is."""
        words = self._read()
        if [each.id for each in words] != list(self.rows):
            self._rebuild(words)
        for word in words:
            self.rows[word.id].show_word(word)
        show_if(self.nothing, not words)
        show_if(self.card, bool(words))

    def flush(self) -> bool:
        """Keep a word that is half written; say whether nothing is left unsaved."""
        form = self.form
        if form is None or not form.is_changed:
            return True
        form.keep()
        return self.form is not form

    def ask_for_one(self) -> None:
        """Ask for a new word."""
        if self.form is not None and not self.form.word_id:
            self.form.take_keyboard()
            return
        if self._close_form():
            form = self._begin(WordForm())
            self._column.insertWidget(1, form)
            form.lay_out(self.width())
            form.take_keyboard()

    def change(self, word_id: str) -> None:
        """Open the form in the row of a word."""
        if self._close_form():
            form = self._begin(self.rows[word_id].open_form())
            form.take_keyboard()

    def remove(self, word_id: str) -> None:
        """Take a word out of the list; it can be brought back."""
        from models.plain_words import bring_word_back, remove_word  # SQLAlchemy when saving

        def undo() -> None:
            if self.notices.attempt(
                lambda: self._desk.save(lambda s: bring_word_back(s, word_id))
            ):
                self._show_changed()
                self.rows[word_id].setFocus(Qt.FocusReason.OtherFocusReason)

        if not self._close_form():
            return
        place = list(self.rows).index(word_id)
        if self.notices.attempt(lambda: self._desk.save(lambda s: remove_word(s, word_id))):
            self._show_changed()
            self._go_to_row(place)
            self.notices.offer_undo(_("The word is no longer in the list."), undo)

    def _begin(self, form: WordForm) -> WordForm:
        self.form = form
        form.kept.connect(self._keep)
        form.closed.connect(self._leave_form)
        return form

    def _keep(self, wanted: WantedWord, word_id: str) -> None:
        from models.plain_words import put_word

        kept: list[str] = []

        def act() -> None:
            try:
                desk, whose = self._desk, self._whose
                kept.append(desk.save(lambda s: put_word(s, whose, wanted, word_id)))
            except BadWord as problem:
                self._complain(problem)

        if self.notices.attempt(act) and kept:
            self.notices.clear("problem")
            self._drop_form()
            self._show_changed()
            self._go_back_from(kept[0], is_new=not word_id)

    def _complain(self, problem: BadWord) -> None:
        if self.form is not None:
            self.form.show_problem(problem)

    def _leave_form(self) -> None:
        form = self.form
        if form is not None:
            self._drop_form()
            self._go_back_from(form.word_id, is_new=not form.word_id)

    def _close_form(self) -> bool:
        """Keep what the open form holds, or let it go where nothing was written in it."""
        if not self.flush():
            return False
        self._drop_form()
        return True

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        if form.word_id in self.rows:
            self.rows[form.word_id].close_form()
        else:
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _go_back_from(self, word_id: str, *, is_new: bool) -> None:
        stop = self.add_button if is_new else self.rows.get(word_id, self.add_button)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_row(self, place: int) -> None:
        rows = list(self.rows.values())
        stop: QWidget = rows[min(place, len(rows) - 1)] if rows else self.add_button
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, words: tuple[PlainWordOnSheet, ...]) -> None:
        if self.form is not None and self.form.word_id:
            self.form = None  # it stood in a row that goes
        self.card.clear()
        self.rows = {}
        for word in words:
            row = self.rows[word.id] = WordRow(word)
            row.change_asked.connect(self.change)
            row.remove_asked.connect(self.remove)
            row.lay_out(self.width())
            self.card.add_row(row)
            row.show()  # at once, so that it can take the keyboard

    def _read(self) -> tuple[PlainWordOnSheet, ...]:
        with self._desk.database.reading() as connection:
            return words_of(connection, self._whose)

    def _show_changed(self) -> None:
        self.reload()
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows.values():
            row.lay_out(self.width())
        if self.form is not None:
            self.form.lay_out(self.width())
