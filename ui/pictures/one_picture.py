"""The one picture of its kind: a council's crest, or a photograph of the IRO."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.letter_making import LetterPictureOnSheet
from models.typing_now import Place
from models.whose_picture import WhosePicture, pictures_of
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.pictures.bringing import Bringing
from ui.pictures.shown_picture import ShownPicture

if TYPE_CHECKING:  # SQLAlchemy and what reads pictures are loaded when one is brought
    from models.images import CleanImage
    from models.letter_pictures import Brought

SIDE_PX = 96


@dataclass(frozen=True)
class OneWords:
    """What the one picture is called on the screen, and what a new one says of itself."""

    heading: str
    told: str
    choose: str
    change: str
    remove: str
    changed: str
    removed: str
    says: str


class OnePicture(QWidget):
    """See it, change it, remove it; a file may be dropped on it."""

    changed = Signal()

    def __init__(
        self, desk: Desk, whose: WhosePicture, words: OneWords, *, may_change: bool = True
    ) -> None:
        super().__init__()
        self._desk, self._whose, self._words = desk, whose, words
        self._may_change = may_change
        self._picture: LetterPictureOnSheet | None = None
        self.shown = ShownPicture(SIDE_PX)
        self.choose_button = SmallButton(words.choose, "image")
        self.choose_button.setObjectName(f"choose_{whose.use}")
        self.remove_button = SmallButton(words.remove, "trash")
        self.remove_button.setObjectName(f"remove_{whose.use}")
        hint = _("For those who cannot see it: a screen reader reads this out.")
        self.says = LineField(_("What the picture shows"), hint=hint)
        self.says.control.setObjectName(f"{whose.use}_says")
        self.notices = NoticeArea()
        self.bringing = Bringing(desk.background, whose.use, self)
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.hold_still(desk.database.typing, self._place_of)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(self._words.heading, "label", wrap=True))
        told = Words(self._words.told, "small", "ink2", wrap=True)
        show_if(told, self._may_change)
        column.addWidget(told)
        column.addWidget(self.notices)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.choose_button.reason)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.says)

    def _connect(self) -> None:
        self._autosave.bind(self.says, "says")
        self._autosave.failed.connect(self.notices.tell)
        self._autosave.saved.connect(lambda _field: self.reload())
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.remove)
        if self._may_change:
            self.bringing.take_drops_on(self)
        self.bringing.cleaned.connect(self._keep)
        self.bringing.refused.connect(self.notices.tell)
        self.bringing.busy_changed.connect(self._show_busy)

    @property
    def picture(self) -> LetterPictureOnSheet | None:
        """The picture there is now."""
        return self._picture

    def reload(self) -> None:
        """Show what the record holds."""
        with self._desk.database.reading() as connection:
            found = pictures_of(connection, self._whose)
        self._picture = found[-1] if found else None
        self.shown.show_picture(self._picture)
        self.choose_button.say(self._words.change if self._picture else self._words.choose)
        has_one = self._picture is not None
        show_if(self.choose_button, self._may_change)
        show_if(self.remove_button, has_one and self._may_change)
        show_if(self.says, has_one and self._may_change)
        if not self._autosave.has_unsaved:
            self.says.set_text(self._picture.says if self._picture else "")
            self._autosave.take("says")
        self.changed.emit()

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def choose(self) -> None:
        """Ask for a file."""
        if not self.choose_button.is_off:
            self.bringing.ask(self.window(), many=False)

    def remove(self) -> None:
        """Take the picture away; it can be brought back."""
        from models.letter_pictures import bring_picture_back, remove_picture

        self.flush()
        picture = self._picture
        if picture is None:
            return
        if self.notices.attempt(lambda: self._desk.save(lambda s: remove_picture(s, picture.id))):
            self.reload()
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer_undo(
                self._words.removed,
                lambda: self._desk.save(lambda s: bring_picture_back(s, picture.id)),
            )

    def _keep(self, image: "CleanImage") -> None:
        from models.letter_pictures import add_picture, take_back

        self.flush()
        kept: list[Brought] = []
        says = self._picture.says if self._picture else self._words.says

        def act() -> None:
            kept.append(self._desk.save(lambda s: add_picture(s, self._whose, image, says)))

        if self.notices.attempt(act):
            self.notices.clear("problem")
            self.reload()
            self._offer_undo(
                self._words.changed, lambda: self._desk.save(lambda s: take_back(s, kept[0]))
            )

    def _offer_undo(self, words: str, act: object) -> None:
        def undo() -> None:
            if callable(act) and self.notices.attempt(act):
                self.reload()
                self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

        self.notices.offer_undo(words, undo)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.choose_button.turn_off(_("Looking at the picture."))
        else:
            self.choose_button.turn_on()

    def _place_of(self, field: str) -> Place:
        return "letter_picture", self._picture.id if self._picture else "", field

    def _save(self, field: str, text: str) -> None:
        if not text.strip():
            self.says.show_error(_("Say what it shows, in a few words."))
            return
        self.says.clear_error()
        if self._picture is not None:
            self._desk.put("letter_picture", self._picture.id, field, text.strip())

    def _note(self, field: str, text: str) -> None:
        if self._picture is not None and text.strip():
            self._desk.journal("letter_picture", self._picture.id, field, text)
