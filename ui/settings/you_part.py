"""You: who the letters are from, how children reach you, and what you tell them of yourself."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.image_use import Use
from models.whose import owner_of
from models.whose_picture import WhosePicture
from ui.appearance import register_font
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words
from ui.pictures.one_picture import OnePicture, OneWords
from ui.pictures.shown_picture import ShownPicture
from ui.settings.record_part import Line, RecordPart

LINES = (
    Line(
        "name",
        N_("Your name"),
        N_("As it will stand in letters to children."),
        N_("Type your name. Letters are from you."),
    ),
    Line("phone", N_("Your phone"), N_("The number that children can ring or text.")),
    Line("email", N_("Your email")),
    Line("days", N_("The days you work"), N_("Such as Monday to Thursday")),
)
ABOUT: Final = "about_me"
PREVIEW_PX: Final = 80


class YouPart(RecordPart):
    """The one whose record this is."""

    def __init__(self, desk: Desk, notices: NoticeArea) -> None:
        me = desk.me
        super().__init__(desk, "staff_member", me.id, notices)
        told = _("Every letter says how to reach you. Give a phone or an email.")
        self.build(_("You"), told, LINES, lambda field: str(getattr(me, field)))
        self.photo = OnePicture(
            desk, WhosePicture("staff_member", me.id, Use.PHOTO), _photo_words(me.name)
        )
        hint = _(
            "A few short sentences to children: what you do, what you like, how you will listen. "
            "You choose for each letter whether this page goes with it."
        )
        self.about = TextField(_("About me"), hint=hint, lines=4)
        self.about.control.setObjectName(f"staff_member_{ABOUT}")
        self.preview_photo = ShownPicture(PREVIEW_PX)
        self.preview_name = Words("", "h3", wrap=True)
        register_font("child")
        self.preview_words = Words("", "child_body", wrap=True)
        self.preview = Card()
        self._build_about(me.about_me)
        self.saved.connect(self._be_that_person)

    def _build_about(self, words: str) -> None:
        self.about.set_text(words)
        self._autosave.bind(self.about, ABOUT)
        self.column.addWidget(self.photo)
        self.column.addWidget(self.about)
        self.column.addWidget(Words(_("How children see it"), "label", wrap=True))
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.preview_name)
        beside.addWidget(self.preview_words)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.preview_photo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self.preview.column.addLayout(row)
        self.column.addWidget(self.preview)
        self.about.edited.connect(self._show_preview)
        self.fields["name"].edited.connect(self._show_preview)
        self.photo.changed.connect(self._show_preview)
        self._show_preview()

    @override
    def flush(self) -> bool:
        flushed = self.photo.flush()
        return super().flush() and flushed

    def _show_preview(self) -> None:
        self.preview_photo.show_picture(self.photo.picture)
        show_if(self.preview_photo, self.photo.picture is not None)
        self.preview_name.say(self.fields["name"].text().strip())
        self.preview_words.say(self.about.text().strip() or _("Nothing is written here yet."))

    @override
    def _save(self, field: str, text: str) -> None:
        if field != ABOUT:
            super()._save(field, text)
            return
        self._desk.put(self._table, self._row_id, field, text.strip())
        self.saved.emit()

    @override
    def _note(self, field: str, text: str) -> None:
        if field != ABOUT:
            super()._note(field, text)
            return
        self._desk.journal(self._table, self._row_id, field, text)

    def _be_that_person(self) -> None:
        """Let every page know the name and numbers from now on."""
        with self._desk.database.reading() as connection:
            me = owner_of(connection)
        if me.id == self._desk.me.id:
            self._desk.me = me


def _photo_words(name: str) -> OneWords:
    return OneWords(
        heading=_("Photograph of you"),
        told=_("It stands beside your name where you choose so. Where and when it was taken is "
               "left out of it. PNG or JPEG; or drop a file here."),
        choose=_("Choose a photograph"),
        change=_("Change the photograph"),
        remove=_("Remove the photograph"),
        changed=_("Your photograph is kept."),
        removed=_("Your photograph is no longer on letters."),
        says=_("A photograph of {name}").format(name=name),
    )  # fmt: skip
