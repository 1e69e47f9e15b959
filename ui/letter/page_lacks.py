"""What a choice of the page asks for and is not there: said at once, with the way to bring it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.engine.families import family_for
from letters.looks.envelope import fits
from models.letter_making import LetterOnSheet
from models.review_sheet import ReviewSheet
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words

Way = tuple[str, str]  # the two parts of the name that a control of the settings goes by
PHOTO, CODE, ABOUT = ("choose", "photo"), ("council", "letter_page"), ("staff_member", "about_me")


@dataclass(frozen=True)
class Lack:
    """One thing that is not there; `way` leads to the settings, and is none where it is here."""

    field: str
    words: str
    way: Way | None = None


def what_lacks(sheet: ReviewSheet, setting: LetterOnSheet) -> tuple[Lack, ...]:
    """What is chosen for the page and cannot be on it yet."""
    lacks = []
    if setting.with_photo and sheet.making.picture_of("photo", sheet.chair.id) is None:
        words = _("There is no photograph of you yet. Put one into the settings.")
        lacks.append(Lack("with_photo", words, PHOTO))
    if setting.with_code and not sheet.council.letter_page.strip():
        words = _("The page that the code opens is not set. It is in the settings.")
        lacks.append(Lack("with_code", words, CODE))
    if setting.with_about_me and not sheet.chair.about_me.strip():
        words = _("You have not written about yourself yet. That is in the settings.")
        lacks.append(Lack("with_about_me", words, ABOUT))
    if setting.is_posted and not setting.address.strip():
        lacks.append(Lack("address", _("It is to be posted, and no address is written yet.")))
    return tuple(lacks)


def address_fits(setting: LetterOnSheet, address: str) -> bool:
    """Whether an address, as far as it is written, shows whole in the window of an envelope."""
    lines = [line for line in address.splitlines() if line.strip()]
    return not lines or fits(lines, family_for(setting.language))


class LackRows(QWidget):
    """A line for each thing that lacks, with a button to where it is brought."""

    way_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Lack, ...] = ()
        self.buttons: dict[str, SmallButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def said(self) -> str:
        """All of it, one under the other."""
        return "\n".join(lack.words for lack in self._shown)

    def show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Show these."""
        show_if(self, bool(lacks))
        if lacks == self._shown:
            return
        self._shown, self.buttons = lacks, {}
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for lack in lacks:
            self._column.addWidget(self._row(lack))

    def _row(self, lack: Lack) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon("warning-circle-fill", "due", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(lack.words, "small", "due", wrap=True), 1)
        if lack.way is not None:
            table, field = lack.way
            button = self.buttons[lack.field] = SmallButton(_("Bring it"), in_row=True)
            button.setObjectName(f"bring_{lack.field}")
            button.setAccessibleDescription(lack.words)
            button.clicked.connect(lambda: self.way_asked.emit(table, field))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
