"""Where the chair says what became of one matter of law: four choices, and why."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.considering import consider
from models.coverage import (
    NOT_APPLICABLE_WHY,
    NOT_CONSIDERED_WHY,
    MatterStanding,
    standing_of,
)
from models.lacking import MATTER
from models.rules.schedule7 import Considered
from ui.language import _
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.matter_words import confirming, name_of, why_words
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import in_words
from ui.parts.buttons import SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout

Reasons = tuple[tuple[str, str], ...]


class MatterAnswer(QWidget):
    """Chosen again, a choice is taken back; a ready reason is one click."""

    said = Signal()

    def __init__(self, meeting: Meeting, matter: str) -> None:
        super().__init__()
        self._meeting, self.matter = meeting, matter
        name = name_of(matter)
        self.chips = ChipGroup(
            _("What became of “{matter}”").format(matter=name),
            [
                (Considered.WITH_NOTE, _("With a note")),
                (Considered.NOTHING_TO_ADD, _("Nothing to add")),
                (Considered.NOT_APPLICABLE, _("Does not apply")),
                (Considered.NOT_CONSIDERED, _("Not considered")),
            ],
        )
        self.why = LineField(why_words(None))
        self.why.setObjectName(f"why_{matter}")
        self.ready: list[SmallButton] = []
        self._ready_for: Reasons = ()
        self._ready_place = QWidget()
        self._ready_line = FlowLayout(self._ready_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.chips, self._ready_place, self.why):
            column.addWidget(part)
        place = (MATTER, matter, "words")
        self._kept = KeptField(meeting, self.why, place, save=self._put_words)
        self.chips.chosen_changed.connect(self._choose)
        self.show_sheet()

    @property
    def state(self) -> str:
        """What the chair said of it, or nothing."""
        rows = self._meeting.sheet.matters
        return next((row.state for row in rows if row.matter == self.matter), "")

    def show_sheet(self) -> None:
        """Show what became of the matter so far."""
        found = standing_of(self._meeting.sheet, self.matter)
        state = None if found.is_likely else found.state
        self.chips.choose(state or "")
        label = why_words(state)
        self.why.set_label(label)
        self.why.control.setAccessibleName(
            _("{matter}: {words}").format(matter=name_of(self.matter), words=label)
        )
        self._kept.show(found.words if found.is_said else "")
        self.why.setVisible(found.is_said or bool(self.why.text()))
        self._show_ready(found)

    def take_keyboard(self) -> None:
        """Put the keyboard on the choices, or on the reason that is still to be said."""
        reason = Qt.FocusReason.ShortcutFocusReason
        lacks = standing_of(self._meeting.sheet, self.matter).lacks_words
        target = self.why.control if lacks else self.chips
        target.setFocus(reason)

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        return self._kept.flush()

    def _show_ready(self, found: MatterStanding) -> None:
        """Offer what is likely to be confirmed, and what is often the reason, until one is given.

        A click on what is likely says it with no words: they stand in the note it follows from.
        """
        state, has_words = found.state, bool(found.words)
        likely: Reasons = ()
        if found.is_likely and state is not None:
            likely, state = ((str(state), ""),), None
        usual = (Considered.NOT_APPLICABLE, NOT_APPLICABLE_WHY.get(self.matter, ()))
        offered: tuple[tuple[Considered, tuple[str, ...]], ...] = ()
        if state in (None, Considered.NOT_APPLICABLE) and not has_words:
            offered = (usual,)
        if state is Considered.NOT_CONSIDERED and not has_words:
            offered = ((state, NOT_CONSIDERED_WHY),)
        reasons = (*likely, *((str(key), words) for key, several in offered for words in several))
        self._ready_place.setVisible(bool(reasons))
        if reasons != self._ready_for:
            self._ready_for = reasons
            self._make_ready(reasons)

    def _make_ready(self, reasons: Reasons) -> None:
        for button in self.ready:
            self._ready_line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.ready = []
        for state, words in reasons:
            reason = in_words(words, self._meeting.name)
            said = reason or confirming(Considered(state))
            button = SmallButton(said, in_row=True)
            button.setObjectName("ready_reason")
            button.clicked.connect(partial(self._take_ready, state, reason))
            self._ready_line.addWidget(button)
            self.ready.append(button)

    def _take_ready(self, state: str, reason: str, _on: bool = False) -> None:
        self.chips.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._say(state, reason):
            self.said.emit()

    def _choose(self, state: str) -> None:
        self._say(state, self.why.text() if state else "")
        if standing_of(self._meeting.sheet, self.matter).lacks_words:
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state:
            self.said.emit()

    def _put_words(self, words: Value) -> bool:
        return self._say(self.state, str(words or ""))

    def _say(self, state: str, words: str) -> bool:
        return self._meeting.act(lambda review: consider(review, self.matter, state, words))
