"""The pictures of a council or of a child: a list, with a button and a place to drop files."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.letter_making import LetterPictureOnSheet
from models.typing_now import Place
from models.whose_picture import WhosePicture, pictures_of
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.pictures.bringing import Bringing
from ui.pictures.picture_row import PictureRow, as_kept

if TYPE_CHECKING:  # SQLAlchemy and what reads pictures are loaded when one is brought
    from models.images import CleanImage


class OwnPictures(QWidget):
    """`changed` comes when the record holds something else."""

    changed = Signal()

    def __init__(self, desk: Desk, whose: WhosePicture, name: str) -> None:
        super().__init__()
        self._desk, self._whose = desk, whose
        self.rows: dict[str, PictureRow] = {}
        self.add_button = SmallButton(_("Add pictures"), "plus")
        self.add_button.setObjectName(f"add_pictures_{whose.table}")
        self.add_button.setAccessibleDescription(name)
        self.nothing = Words("", "small", "ink2", wrap=True)
        self.nothing.say(_("None yet. Drop PNG, JPEG or SVG files here, or add them."))
        self.card = CardRows()
        self.card.setAccessibleName(name)
        self.notices = NoticeArea()
        self.bringing = Bringing(desk.background, whose.use, self)
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.hold_still(desk.database.typing, _place_of)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.add_button.reason)
        column.addWidget(self.notices)
        column.addWidget(self.nothing)
        column.addWidget(self.card)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.choose)
        self._autosave.failed.connect(self.notices.tell)
        self._autosave.saved.connect(self._show_saved)
        self.bringing.take_drops_on(self)
        self.bringing.cleaned.connect(self._keep)
        self.bringing.refused.connect(self.notices.tell)
        self.bringing.busy_changed.connect(self._show_busy)

    def reload(self) -> None:
        """Show what the record holds; a row that is there already stays as it is."""
        pictures = self._read()
        if [each.id for each in pictures] != list(self.rows):
            self._rebuild(pictures)
        for picture in pictures:
            self.rows[picture.id].show_picture(picture)
        show_if(self.nothing, not pictures)
        show_if(self.card, bool(pictures))

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def choose(self) -> None:
        """Ask for files."""
        if not self.add_button.is_off:
            self.bringing.ask(self.window(), many=True)

    def remove(self, picture_id: str) -> None:
        """Take a picture away; it can be brought back."""
        from models.letter_pictures import bring_picture_back, remove_picture

        def undo() -> None:
            if self.notices.attempt(
                lambda: self._desk.save(lambda s: bring_picture_back(s, picture_id))
            ):
                self._show_changed()
                self.rows[picture_id].change_button.setFocus(Qt.FocusReason.OtherFocusReason)

        self.flush()
        if self.notices.attempt(lambda: self._desk.save(lambda s: remove_picture(s, picture_id))):
            self._show_changed()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.notices.offer_undo(_("The picture is no longer here."), undo)

    def _keep(self, image: "CleanImage") -> None:
        from models.letter_pictures import add_picture

        kept: list[str] = []

        def act() -> None:
            kept.append(self._desk.save(lambda s: add_picture(s, self._whose, image).id))

        if self.notices.attempt(act):
            self._show_changed()
            self.rows[kept[0]].open_editor()

    def _rebuild(self, pictures: tuple[LetterPictureOnSheet, ...]) -> None:
        opened = {picture_id for picture_id, row in self.rows.items() if row.is_open}
        self.flush()
        self.card.clear()
        self.rows = {}
        for picture in pictures:
            row = self.rows[picture.id] = PictureRow(picture, self._autosave)
            row.remove_asked.connect(self.remove)
            self.card.add_row(row)
            if picture.id in opened:
                row.open_editor()

    def _read(self) -> tuple[LetterPictureOnSheet, ...]:
        with self._desk.database.reading() as connection:
            return pictures_of(connection, self._whose)

    def _show_changed(self) -> None:
        self.reload()
        self.changed.emit()

    def _show_saved(self, _field: str) -> None:
        self.notices.clear("problem")
        self._show_changed()

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.add_button.turn_off(_("Looking at the pictures."))
        else:
            self.add_button.turn_on()

    def _save(self, name: str, text: str) -> None:
        picture_id, _slash, field = name.partition("/")
        self._desk.put("letter_picture", picture_id, field, as_kept(field, text))

    def _note(self, name: str, text: str) -> None:
        picture_id, _slash, field = name.partition("/")
        self._desk.journal("letter_picture", picture_id, field, as_kept(field, text))


def _place_of(name: str) -> Place:
    picture_id, _slash, field = name.partition("/")
    return "letter_picture", picture_id, field
