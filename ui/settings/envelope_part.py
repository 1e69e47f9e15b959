"""The envelope with a window: the usual one, or another that is measured and tried on paper."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from letters.out.envelope import window_test_sheet
from letters.out.window import DL, WindowEnvelope
from models.envelopes import Measures, keep_measures, measured
from models.exports.to_folder import write_files
from models.problems import Problem
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.parts.buttons import SecondaryButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.showing import show_if
from ui.parts.words import Words

USUAL: Final = "usual"
OTHER: Final = "other"
TEST_SHEET: Final = "envelope-test-sheet.pdf"
LABELS: Final = {
    "wide": N_("Envelope, width"),
    "high": N_("Envelope, height"),
    "folded_high": N_("Folded sheet, height"),
    "window_left": N_("From its left edge to the window"),
    "window_bottom": N_("From its bottom edge to the window"),
    "window_wide": N_("Window, width"),
    "window_high": N_("Window, height"),
}


class EnvelopePart(QWidget):
    """Which envelope the desk uses; measures are kept once they leave room for an address."""

    def __init__(self, desk: Desk, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._notices = desk, notices
        with desk.database.reading() as connection:
            kept = measured(connection)
        choices = ((USUAL, _("DL, the usual one")), (OTHER, _("Another one, measured here")))
        self.which = ChoiceField(_("Envelopes with a window"), choices)
        self.which.setObjectName("envelope")
        self.which.set_value(OTHER if kept else USUAL)
        self.fields = {name: LineField(_(label), most=6) for name, label in LABELS.items()}
        self._measures = QWidget()
        self.stands = Words("", "small", wrap=True)
        self.test_button = SecondaryButton(_("Save a test sheet"))
        self.test_button.setObjectName("save_test_sheet")
        self._build(kept)
        self._connect()
        self._show_standing()

    def _build(self, kept: Measures | None) -> None:
        shown = kept or Measures(*_of(DL))
        lines = QVBoxLayout(self._measures)
        lines.setContentsMargins(0, 0, 0, 0)
        for name, field in self.fields.items():
            field.control.setObjectName(f"envelope_{name}")
            field.control.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            field.set_text(f"{getattr(shown, name):g}")
            lines.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(_("Envelopes"), "h2"))
        column.addWidget(self.which)
        column.addWidget(self._measures)
        column.addWidget(self.stands)
        row = QHBoxLayout()
        row.addWidget(self.test_button)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.which.chosen.connect(self.keep)
        for field in self.fields.values():
            field.edited.connect(self._show_standing)
            field.control.editingFinished.connect(self.keep)
        self.test_button.clicked.connect(self.save_test_sheet)

    @property
    def envelope(self) -> WindowEnvelope | None:
        """The envelope as it stands here; None where the measures cannot be right."""
        if self.which.value() == USUAL:
            return DL
        numbers = [_number(field.text()) for field in self.fields.values()]
        if None in numbers:
            return None
        found = WindowEnvelope(*(each for each in numbers if each is not None))
        return found if found.is_usable else None

    def flush(self) -> bool:
        """Keep what is half typed, where it can be used."""
        self.keep()
        return True

    def keep(self) -> None:
        """Use this envelope from now on; measures that cannot be right change nothing."""
        self._show_standing()
        envelope, is_usual = self.envelope, self.which.value() == USUAL
        if envelope is None:
            return
        wanted = None if is_usual else Measures(*_of(envelope))
        with self._desk.database.reading() as connection:
            if measured(connection) == wanted:
                return
        try:
            self._desk.save(lambda session: keep_measures(session, wanted))
        except Problem as problem:
            self._notices.tell(problem)

    def save_test_sheet(self) -> None:
        """Save the sheet that draws what the window shows where the person chooses."""
        title = _("Save the test sheet in this folder")
        folder = QFileDialog.getExistingDirectory(self.window(), title)
        if folder:
            self.save_test_sheet_into(Path(folder))

    def save_test_sheet_into(self, folder: Path) -> None:
        """Write the sheet into this folder."""
        envelope = self.envelope
        if envelope is None:
            return
        try:
            for name in write_files(folder, [(TEST_SHEET, window_test_sheet(envelope))]):
                said = _("Saved as {file}. Print it at its full size, fold it and try it.")
                self.stands.say(said.format(file=name))
        except Problem as problem:
            self._notices.tell(problem)

    def _show_standing(self) -> None:
        is_usual, is_right = self.which.value() == USUAL, self.envelope is not None
        show_if(self._measures, not is_usual)
        words = _("220 by 110 millimetres, the sheet folded in three.")
        if not is_usual and is_right:
            words = _("Measures are in millimetres. Print a test sheet and try it.")
        elif not is_usual:
            words = _(
                "These measures leave no room for an address, or a corner would show more than "
                "that. The envelope that was kept last is used until they are right."
            )
        self.stands.say(words)
        self.test_button.setEnabled(is_right)


def _of(envelope: WindowEnvelope) -> tuple[float, ...]:
    return tuple(getattr(envelope, name) for name in LABELS)


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
