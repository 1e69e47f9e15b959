"""One decision in its place: number, what, who and by when; or the fields to change it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.review_sheet import DecisionOnSheet
from ui.language import _
from ui.meeting.both_versions import BothInRow
from ui.meeting.clock_words import day_words
from ui.meeting.decision_editor import DecisionEditor
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Disc, IconWords


class DecisionSlot(Slot):
    """A card that opens into its editor and closes again."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self._row: DecisionOnSheet | None = None
        self._also = ""
        self._shown: QWidget | None = None
        self._editor: DecisionEditor | None = None
        self.edit_button = SmallButton(_("Edit"), in_row=True)
        self.what = HiddenWords(bold=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._both = BothInRow(page.meeting)
        self._column.addWidget(self._both)

    def show_row(self, row: DecisionOnSheet) -> None:
        """Show the decision as it now stands."""
        also = self._meeting.sitting.also_words("decision", row.id)
        self._both.show_row("decision", row.id)
        if row == self._row and also == self._also:
            return
        self._row, self._also = row, also
        if self._editor is not None:
            self._editor.show_row(row)
        else:
            self._show_card()

    def fold(self) -> None:
        """Close the editor, and fold a restricted decision."""
        self._close(focus=False)
        self.what.fold()

    def open_editor(self) -> None:
        """Open the decision for changing, with the cursor in its words."""
        if self._row is None or self._editor is not None:
            return
        editor = self._editor = DecisionEditor(self._page, self._row)
        editor.closed.connect(self._close)
        editor.moved.connect(self._move)
        editor.remove_asked.connect(self._remove)
        self._swap(editor)
        editor.what.control.go_to_end()

    def editor(self) -> DecisionEditor:
        """Give the fields that are shown while it is open."""
        if self._editor is None:
            raise LookupError("this decision is not open for changing")
        return self._editor

    def close_editor(self) -> bool:
        """Close the editor, with the keyboard on what stood there; say whether it was open."""
        was_open = self._editor is not None
        self._close()
        return was_open

    def _close(self, *, focus: bool = True) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.flush()
        self._show_card()
        if focus:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self) -> None:
        row = self._row
        if row is None:
            return
        had_focus = isValid(self.edit_button) and self.edit_button.hasFocus()
        self.edit_button = SmallButton(_("Edit"), in_row=True)
        named = _("Edit decision {number}").format(number=row.number)
        self.edit_button.setAccessibleName(named)
        self.edit_button.setObjectName(f"edit_{row.number}")
        self.edit_button.clicked.connect(self.open_editor)
        self._also = self._meeting.sitting.also_words("decision", row.id)
        self._swap(self._card(row, self.edit_button))
        if had_focus:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, row: DecisionOnSheet, edit_button: SmallButton) -> Card:
        card = Card("restricted" if row.restricted else "plain")
        words = QVBoxLayout()
        words.setSpacing(4)
        self.what = HiddenWords(bold=True)
        folded = _("Restricted decision. Folded while {name} can see the screen.")
        folded = folded.format(name=self._meeting.name)
        self.what.say(row.what, folded if row.restricted else "")
        words.addWidget(self.what)
        facts = self._facts(row)
        words.addWidget(facts)
        show_if(facts, not self.what.is_folded)
        self.what.folded_changed.connect(lambda folded: show_if(facts, not folded))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Disc(str(row.number), "next", 28), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(edit_button, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(line)
        return card

    def _facts(self, row: DecisionOnSheet) -> QWidget:
        whole = QWidget()
        facts = QHBoxLayout(whole)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(18)
        if row.who.strip():
            facts.addWidget(IconWords("user", row.who, "small"))
        if row.by_when is not None:
            day = day_words(row.by_when, self._meeting.desk.today())
            facts.addWidget(IconWords("calendar-blank", _("by {day}").format(day=day), "small"))
        if self._also:
            facts.addWidget(IconWords("users-three", self._also, "small"))
        lacks = _lacks(row)
        if lacks:
            facts.addWidget(IconWords("warning-circle-fill", lacks, "label", "due"))
        facts.addStretch(1)
        return whole

    def _move(self, by: int) -> None:
        order = [each.id for each in self._meeting.sheet.decisions]
        if self._row is None:
            return
        place = order.index(self._row.id)
        if 0 <= place + by < len(order):
            order[place], order[place + by] = order[place + by], order[place]
            self._meeting.act(lambda review: review.order_decisions(order))
            button = self._editor.up_button if self._editor and by < 0 else None
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        if self._row is None:
            return
        meeting, gone = self._meeting, self._row.id
        order = [each.id for each in meeting.sheet.decisions]
        rest = [each for each in order if each != gone]
        if meeting.act(lambda review: review.take_out_decision(gone, rest)):
            words = _("Decision {number} was removed.").format(number=self._row.number)
            meeting.offer_undo(
                words, lambda: meeting.act(lambda review: review.put_in_decision(gone, order))
            )

    def _swap(self, new: QWidget) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = new
        self._column.addWidget(new)
        new.show()


def _lacks(row: DecisionOnSheet) -> str:
    if not row.who.strip() and row.by_when is None:
        return _("Say who will do this, and by when")
    if not row.who.strip():
        return _("Say who will do this")
    return _("Say by when") if row.by_when is None else ""
