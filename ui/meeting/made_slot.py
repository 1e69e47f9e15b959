"""One thing the child made in their turn: shown as it is, and never changed in its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.review_sheet import ReviewSheet, WishOnSheet
from ui.appearance import appearance
from ui.childs_turn.thing_card import pictogram
from ui.language import _
from ui.meeting import choices
from ui.meeting.made_editor import MadeEditor
from ui.meeting.made_words import put_where, what_it_is
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.note_card import NoteCard

_WIDE_PX, _TALL_PX, _PICTURE_PX = 320, 200, 96


class MadeSlot(Slot):
    """A card with the words, the drawing or the picture; it opens to what the chair decides."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self._row: WishOnSheet | None = None
        self._card: NoteCard | None = None
        self._thumbnail: QLabel | None = None
        self._editor: MadeEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_row(self, row: WishOnSheet) -> None:
        """Show the thing as it now stands."""
        if row == self._row:
            return
        self._row = row
        if self._editor is not None:
            self._editor.show_row(row)
            return
        self._show_card(row)

    def card(self) -> NoteCard:
        """Give the card that is shown while the thing is not open."""
        if self._card is None:
            raise LookupError("this is open")
        return self._card

    def fold(self) -> None:
        """Close the editor, and fold what is private."""
        self._close_editor(focus=False)
        if self._card is not None:
            self._card.fold()
            self._show_thumbnail()

    def unfold(self) -> None:
        """Show what is private."""
        if self._card is not None and self._card.is_folded:
            self._card.unfold()

    def open_editor(self) -> None:
        """Open it to who may see it, the letter and what it is about."""
        row = self._row
        if row is None or self._editor is not None:
            return
        self._editor = MadeEditor(self._page, row)
        self._editor.closed.connect(self._close_editor)
        self._swap(self._card, self._editor)
        self._card = self._thumbnail = None
        self._editor.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> bool:
        """Close the editor, with the keyboard on what stood there; say whether it was open."""
        was_open = self._editor is not None
        self._close_editor()
        return was_open

    def _close_editor(self, *, focus: bool = True) -> None:
        editor, self._editor = self._editor, None
        if editor is None or self._row is None:
            return
        self._swap(editor, None)
        self._show_card(self._row)
        if focus and self._card is not None:
            self._card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, row: WishOnSheet) -> None:
        had_focus = self._card is not None and self._card.hasFocus()
        card = self._make_card(row)
        self._thumbnail = thumbnail_of(row, self._page.meeting.sheet)
        if self._thumbnail is not None:
            card.column.insertWidget(0, self._thumbnail)
            card.words.setVisible(bool(row.words.strip()))
        self._swap(self._card, card)
        self._card = card
        self._show_thumbnail()
        if had_focus:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_card(self, row: WishOnSheet) -> NoteCard:
        meeting = self._page.meeting
        made_by = _("Made by {name}").format(name=meeting.name)
        who = meeting.name if row.private else made_by
        kept = _("Private: {name} asked that this be kept").format(name=meeting.name)
        in_letter = _("In the letter") if row.in_letter else _("Not in the letter")
        area = choices.area_name(meeting.form, row.life_area)
        card = NoteCard(
            row.words,
            who,
            tags=[each for each in (put_where(row), area) if each],
            kind="restricted" if row.private else "child",
            foot=kept if row.private else in_letter,
        )
        card.say_restrict(_("Stop restricting") if row.private else _("Keep private"))
        card.move_on.hide()
        card.setObjectName(f"card_{row.id}")
        card.setAccessibleDescription("" if row.private else what_it_is(row, meeting.name))
        card.edit_asked.connect(self.open_editor)
        card.restrict_asked.connect(self._restrict)
        card.unfolded.connect(self._show_thumbnail)
        return card

    def _show_thumbnail(self) -> None:
        if self._thumbnail is not None and self._card is not None:
            self._thumbnail.setVisible(not self._card.is_folded)

    def _restrict(self) -> None:
        row = self._row
        if row is not None:
            self._page.meeting.put("wish", row.id, "private", not row.private)

    def _swap(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        if new is not None:
            self._column.addWidget(new)
            new.show()


def thumbnail_of(row: WishOnSheet, sheet: ReviewSheet) -> QLabel | None:
    """Give a small picture of a drawing, or of a picture that was chosen; else nothing."""
    drawn = next((each.png for each in sheet.drawings if each.id == row.drawing_id), b"")
    if not drawn and not row.picture:
        return None
    label = QLabel()
    label.setObjectName(f"thumbnail_{row.id}")
    label.setAccessibleName(what_it_is(row, sheet.child.called))
    looks, kind = appearance(), Qt.AspectRatioMode.KeepAspectRatio
    if drawn:
        room = QSize(looks.px(_WIDE_PX), looks.px(_TALL_PX))
        smooth = Qt.TransformationMode.SmoothTransformation
        label.setPixmap(QPixmap.fromImage(QImage.fromData(drawn).scaled(room, kind, smooth)))
        return label
    side = looks.px(_PICTURE_PX)
    picture = QPixmap(side, side)
    picture.fill(looks.paint("paper"))
    painter = QPainter(picture)
    pictogram(row.picture).render(painter, QRectF(0, 0, side, side))
    painter.end()
    label.setPixmap(picture)
    return label
