"""One note, or the child's own words, in its place: a card, or the fields to change it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import MeetingForm
from models.review_sheet import NoteOnSheet, ReviewSheet, WishOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.both_versions import BothInRow
from ui.meeting.note_drag import drag_note
from ui.meeting.note_editor import NoteEditor
from ui.meeting.note_moving import NoteMoving, Row, focus_card
from ui.meeting.slot_list import Slot, SlotList
from ui.meeting.step_page import StepPage
from ui.meeting.wish_editor import WishEditor
from ui.parts.buttons import SmallButton
from ui.parts.note_card import NoteCard

SPLIT_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")


class NoteSlot(Slot):
    """A note card that opens into its editor and closes again."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self._row: Row | None = None
        self._decision, self._also = 0, ""
        self._card: NoteCard | None = None
        self._editor: NoteEditor | WishEditor | None = None
        self._split_button: SmallButton | None = None
        self.moving = NoteMoving(page, self, self._neighbour)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._both = BothInRow(page.meeting)
        self._column.addWidget(self._both)

    def show_row(self, row: Row) -> None:
        """Show the note as it now stands."""
        decision = _decision_of(row, self._page.meeting.sheet)
        also = self._also_in(row)
        self._both.show_row("note" if isinstance(row, NoteOnSheet) else "wish", row.id)
        if row == self._row and (decision, also) == (self._decision, self._also):
            return
        self._row, self._decision, self._also = row, decision, also
        if self._editor is not None:
            self._editor.show_row(row)  # type: ignore[arg-type]  # the editor of this kind
            return
        self._show_card()

    def _also_in(self, row: Row) -> str:
        """Say in which other children's records it also stands; a child's words never do."""
        if not isinstance(row, NoteOnSheet):
            return ""
        return self._page.meeting.sitting.also_words("note", row.id)

    def row(self) -> Row:
        """Give the note as it was last shown."""
        if self._row is None:
            raise LookupError("no note was shown here yet")
        return self._row

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
        self._offer_split(self._editor)
        self._editor.words.control.go_to_end()

    def _make_editor(self, row: Row) -> NoteEditor | WishEditor:
        if isinstance(row, WishOnSheet):
            return WishEditor(self._page, row)
        return NoteEditor(self._page, row)

    def _offer_split(self, editor: NoteEditor | WishEditor) -> None:
        """Let the note be split where the cursor stands in its words."""
        for keys in SPLIT_KEYS:
            key = QShortcut(QKeySequence(keys), editor)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.split)
        button = SmallButton(_("Split where the cursor is"), kind="quiet", in_row=True)
        button.setObjectName("split_note")
        button.setToolTip(_("Ctrl+Shift+Enter"))
        button.clicked.connect(self.split)
        place = editor.column.indexOf(editor.words)
        editor.column.insertWidget(place + 1, button)

    def close_editor(self) -> bool:
        """Close the editor, with the keyboard on what stood there; say whether it was open."""
        was_open = self._editor is not None
        self._close_editor()
        return was_open

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
        meeting = self._page.meeting
        self._also = self._also_in(self._row)
        more = _made_of(self._decision, self._also)
        card = _card_of(self._row, meeting.name, meeting.form, more)
        had_focus = self._card is not None and self._card.hasFocus()
        self._connect(card)
        self._swap(self._card, card)
        self._card = card
        if had_focus:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, card: NoteCard) -> None:
        card.edit_asked.connect(self.open_editor)
        card.restrict_asked.connect(self.restrict)
        card.move_asked.connect(self.open_menu)
        card.shift_asked.connect(lambda by: self.moving.shift(self.row(), by))
        card.across_asked.connect(lambda by: self.moving.across(self.row(), by))
        card.decision_asked.connect(lambda: self.moving.decide(self.row()))
        card.drag_asked.connect(self._drag)

    def restrict(self) -> None:
        """Restrict the note, or keep the child's words private; or take that back."""
        row = self._row
        if isinstance(row, NoteOnSheet):
            self._page.meeting.put("note", row.id, "restricted", not row.restricted)
        elif isinstance(row, WishOnSheet):
            self._page.meeting.put("wish", row.id, "private", not row.private)

    def split(self) -> None:
        """Split the note where the cursor stands; the keyboard goes to the second half."""
        editor = self._editor
        if editor is None:
            return
        editor.flush()
        row = self.row()
        at = editor.words.control.textCursor().position()
        if not self.moving.part(row, _in_letters(row.words, at)):
            return
        self._close_editor(focus=False)
        second = self._neighbour(1)
        focus_card(self._page, second.id if second is not None else row.id)

    def open_menu(self) -> None:
        """Open the list of everything that can be done with the note."""
        card = self.card()
        corner = card.mapToGlobal(QPoint(card.width() // 2, card.height() - 8))
        self.moving.open_menu(self.row(), corner)

    def _drag(self, taken_at: QPoint) -> None:
        drag_note(self.card(), self.row(), taken_at)

    def _neighbour(self, by: int) -> Row | None:
        """Give the note that stands so many places on in the same list."""
        around = self.parentWidget()
        slot = around.neighbour(self, by) if isinstance(around, SlotList) else None
        return slot.row() if isinstance(slot, NoteSlot) else None

    def _swap(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if new is not None:
            self._column.addWidget(new)
            if self.isVisible():
                new.show()


def _in_letters(words: str, at: int) -> int:
    """Turn a place counted as Qt counts, in UTF-16, into one in letters."""
    return len(words.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))


def _decision_of(row: Row, sheet: ReviewSheet) -> int:
    """Give the number of the decision that was made of a note, or 0."""
    return next((one.number for one in sheet.decisions if one.note_id == row.id), 0)


def _card_of(row: Row, name: str, form: MeetingForm, more: list[str]) -> NoteCard:
    if isinstance(row, NoteOnSheet):
        kind = "restricted" if row.restricted else "other"
        who = row.said_by or _("Nobody named")
        kept = choices.restriction_words(row.restriction_kinds)
    else:
        kind = "restricted" if row.private else "child"
        who = _("{name}’s words").format(name=name)
        kept = _("Private: {name} asked that this be kept").format(name=name)
    in_letter = _("In the letter") if row.in_letter else _("Not in the letter")
    if isinstance(row, NoteOnSheet) and row.waits_to_be_written:
        in_letter = _("Not in the letter until you write it for {name}").format(name=name)
    foot = kept if kind == "restricted" else in_letter
    card = NoteCard(row.words, who, tags=[*_tags(row, form), *more], kind=kind, foot=foot)
    if kind == "restricted":
        card.say_restrict(_("Stop restricting"))
    elif kind == "child":
        card.say_restrict(_("Keep private"))
    card.setObjectName(f"card_{row.id}")
    return card


def _tags(row: Row, form: MeetingForm) -> list[str]:
    """What a note is about, and what kind of answer it is."""
    sort = form.sort_names.get(row.sort, "") if isinstance(row, NoteOnSheet) else ""
    about = choices.area_name(form, row.life_area)
    return [each for each in (about, _(sort) if sort else "") if each]


def _made_of(decision: int, also: str) -> list[str]:
    """The decision made of a note, and the other records that it stands in."""
    made = _("Decision {number}").format(number=decision) if decision else ""
    return [each for each in (made, also) if each]
