"""The settings: of this laptop, and in an open record of its owner and council; saved at once."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.own_council import OwnCouncil, council_of
from models.settings import SETTINGS, Setting, Settings
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.parts.buttons import SecondaryButton
from ui.parts.fields import ChoiceField
from ui.parts.fitting import fit_to_words
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words
from ui.settings.council_part import CouncilPart
from ui.settings.envelope_part import EnvelopePart
from ui.settings.letter_head_part import LetterHeadPart
from ui.settings.letters.letters_part import LettersPart
from ui.settings.pictures_part import PicturesPart
from ui.settings.pin_part import PinPart
from ui.settings.record_part import RecordPart
from ui.settings.sharing_part import SharingPart
from ui.settings.words_part import WordsPart
from ui.settings.you_part import YouPart

WIDTH_PX: Final = 480
Part = RecordPart | PinPart | LettersPart | PicturesPart | WordsPart | EnvelopePart
WORDS: Final = {
    "system": N_("The same as this computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class SettingsDialog(QDialog):
    """There is nothing to confirm. `desk` is given while a record is open."""

    setting_changed = Signal(str)
    connect_asked = Signal()

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, desk: Desk | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self.fields = {one.name: self._field(one) for one in SETTINGS}
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.accept)
        self.notices = NoticeArea()
        self.sharing = SharingPart()
        self.sharing.connect_asked.connect(self._ask_to_connect)
        self.parts = self._parts(desk) if desk is not None else []
        self._page = ScrollingPage(24)
        self._build()
        appearance().changed.connect(self._fit_soon)

    def _build(self) -> None:
        column = self._page.column
        column.setSpacing(16)
        column.addWidget(Words(_("Settings"), "h1"))
        column.addWidget(self.notices)
        if self.parts:
            column.addWidget(Words(_("This laptop"), "h2"))
        column.addWidget(Words(_("These are for this laptop. Changes show at once."), wrap=True))
        for field in self.fields.values():
            column.addWidget(field)
        for part in self.parts:
            column.addWidget(part)
        if self.parts:
            column.addWidget(self.sharing)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.close_button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 20)
        whole.addWidget(self._page, 1)
        whole.addLayout(row)
        fit_to_words(self, self._page, WIDTH_PX)

    def _parts(self, desk: Desk) -> list[Part]:
        """Give the parts that are kept in the record."""
        parts: list[Part] = [
            YouPart(desk, self.notices),
            PinPart(desk, self.notices),
        ]
        with desk.database.reading() as connection:
            council = council_of(connection, desk.me.id)
        if council is not None:
            parts.extend(self._of_council(desk, council))
        parts.append(EnvelopePart(desk, self.notices))
        return parts

    def _of_council(self, desk: Desk, council: OwnCouncil) -> list[Part]:
        """Give the parts that are for the whole council, as far as this person sets them."""
        reach = desk.reach()
        parts: list[Part] = [CouncilPart(desk, council, self.notices)]
        if reach.writes("letter_template", "text"):
            parts.append(LettersPart(desk, council.id))
        parts.append(LetterHeadPart(desk, council, self.notices))
        if reach.writes("letter_picture", "says", of_council=True):
            parts.append(PicturesPart(desk, council.id))
        if reach.writes("plain_word", "term", of_council=True):
            parts.append(WordsPart(desk, council.id))
        return parts

    def go_to(self, table: str, field: str) -> None:
        """Put the keyboard on a field that is kept in the record."""
        control = self.findChild(QWidget, f"{table}_{field}")
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            # once every part has its size: the page may just have grown
            QTimer.singleShot(0, control, lambda: self._page.ensureWidgetVisible(control, 12, 24))

    def _ask_to_connect(self) -> None:
        """Close, and ask for the council's shared database: one dialog at a time."""
        if self.flush():
            self.accept()
            self.connect_asked.emit()

    def flush(self) -> bool:
        """Save what is half typed; say whether nothing is left unsaved."""
        flushed = [part.flush() for part in self.parts]
        return all(flushed)

    @override
    def done(self, result: int) -> None:
        """Close, once everything typed is saved; what cannot be saved is told and stays."""
        if self.flush():
            super().done(result)

    def _fit_soon(self) -> None:
        """Grow with the text, once every part has taken its new size."""
        QTimer.singleShot(0, self, lambda: fit_to_words(self, self._page, WIDTH_PX))

    def _field(self, setting: Setting) -> ChoiceField:
        choices = [(str(value), value_in_words(setting, value)) for value in setting.allowed]
        field = ChoiceField(_(setting.title), choices, hint=_(setting.meaning))
        field.setObjectName(setting.name)
        field.set_value(str(self._settings.value(setting.name)))
        field.chosen.connect(lambda value: self._set(setting, value))
        return field

    def _set(self, setting: Setting, value: str) -> None:
        self._settings.set(setting.name, setting.type(value))
        self.setting_changed.emit(setting.name)


def value_in_words(setting: Setting, value: str | int) -> str:
    """Say one of a setting's values, with its unit."""
    if isinstance(value, str):
        return _(WORDS[value])
    if setting.unit == "%":
        return _("{number}%").format(number=value)
    return _("{number} {unit}").format(number=value, unit=_(setting.unit))
