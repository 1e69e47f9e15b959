"""One note, or the child's own words, in its place: a card, or the fields to change it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import MeetingForm
from models.review_sheet import NoteOnSheet, WishOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.note_editor import NoteEditor
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.meeting.wish_editor import WishEditor
from ui.parts.cards import NoteCard

Row = NoteOnSheet | WishOnSheet


class NoteSlot(Slot):
    """A note card that opens into its editor and closes again."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self._row: Row | None = None
        self._card: NoteCard | None = None
        self._editor: NoteEditor | WishEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_row(self, row: Row) -> None:
        """Show the note as it now stands."""
        if row == self._row:
            return
        self._row = row
        if self._editor is not None:
            self._editor.show_row(row)  # type: ignore[arg-type]  # the editor of this kind
            return
        self._show_card()

    def card(self) -> NoteCard:
        """Give the card that is shown while the note is not open for changing."""
        if self._card is None:
            raise LookupError("this note is open for changing")
        return self._card

    def editor(self) -> NoteEditor | WishEditor:
        """Give the fields that are shown while it is."""
        if self._editor is None:
            raise LookupError("this note is not open for changing")
        return self._editor

    @property
    def editor_is_closed(self) -> bool:
        """Whether the card is shown."""
        return self._editor is None

    def fold(self) -> None:
        """Close the editor and fold a restricted note."""
        if self._editor is not None:
            self._close_editor(focus=False)
        if self._card is not None:
            self._card.fold()

    def open_editor(self) -> None:
        """Open the note for changing, with the cursor in its words."""
        row = self._row
        if row is None or self._editor is not None:
            return
        self._editor = self._make_editor(row)
        self._editor.closed.connect(self._close_editor)
        self._swap(self._card, self._editor)
        self._card = None
        self._editor.words.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_editor(self, row: Row) -> NoteEditor | WishEditor:
        if isinstance(row, WishOnSheet):
            return WishEditor(self._page, row)
        return NoteEditor(self._page, row)

    def _close_editor(self, *, focus: bool = True) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.flush()
        self._swap(editor, None)
        self._show_card()
        if focus and self._card is not None:
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self) -> None:
        if self._row is None:
            return
        card = _card_of(self._row, self._page.meeting.name, self._page.meeting.form)
        had_focus = self._card is not None and self._card.hasFocus()
        card.edit_asked.connect(self.open_editor)
        card.restrict_asked.connect(self.restrict)
        card.move_asked.connect(self._open_to_move)
        self._swap(self._card, card)
        self._card = card
        if had_focus:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def restrict(self) -> None:
        """Restrict the note, or keep the child's words private; or take that back."""
        row = self._row
        if isinstance(row, NoteOnSheet):
            self._page.meeting.put("note", row.id, "restricted", not row.restricted)
        elif isinstance(row, WishOnSheet):
            self._page.meeting.put("wish", row.id, "private", not row.private)

    def _open_to_move(self) -> None:
        self.open_editor()
        if self._editor is not None:
            self._editor.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if new is not None:
            self._column.addWidget(new)
            new.show()


def _card_of(row: Row, name: str, form: MeetingForm) -> NoteCard:
    area = choices.area_name(form, row.life_area)
    if isinstance(row, NoteOnSheet):
        kind = "restricted" if row.restricted else "other"
        who = row.said_by or _("Nobody named")
        kept = choices.restriction_words(row.restriction_kinds)
    else:
        kind = "restricted" if row.private else "child"
        who = _("{name}’s words").format(name=name)
        kept = _("Private: {name} asked that this be kept").format(name=name)
    in_letter = _("In the letter") if row.in_letter else _("Not in the letter")
    card = NoteCard(
        row.words, who, area=area, kind=kind, foot=kept if kind == "restricted" else in_letter
    )
    if kind == "restricted":
        card.restrict.say(_("Stop restricting"))
    elif kind == "child":
        card.restrict.say(_("Keep private"))
    card.setObjectName(f"card_{row.id}")
    return card
