"""One worry statement with its goal beside it and its own scale under both."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from models.mapping import unpair
from models.review_sheet import NoteOnSheet, ScaleAnswerOnSheet
from models.rules.note_sorts import Sort
from models.worry_pairs import WorryPair
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.goal_part import GoalPart
from ui.meeting.note_editor import NoteEditor
from ui.meeting.pair_half import PairHalf
from ui.meeting.pair_scale import PairScale
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.cards import Card
from ui.parts.showing import show_if


@dataclass(frozen=True)
class PairRow:
    """A pair with its place from 1, and all that its card shows beside it."""

    id: str
    pair: WorryPair
    place: int
    answers: tuple[ScaleAnswerOnSheet, ...]
    free_goals: tuple[NoteOnSheet, ...]


class PairSlot(Slot):
    """Either half opens under the two for changing, as wide as the card."""

    def __init__(self, page: StepPage, worry_id: str) -> None:
        super().__init__()
        self._page, self._worry_id = page, worry_id
        self._row: PairRow | None = None
        self._editor: NoteEditor | None = None
        self._editing = ""
        self.setObjectName(f"pair_{worry_id}")
        self.worry = PairHalf("cloud-fill", "worry", _("A restricted worry"))
        self.goal = GoalPart(page, worry_id)
        self.scale = PairScale(page)
        self._card = Card()
        sides = FieldsLayout()
        sides.add(self.worry)
        sides.add(self.goal)
        self._card.column.addLayout(sides)
        self._card.column.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.worry.edit_asked.connect(lambda: self.open_note(worry_id))
        self.goal.half.edit_asked.connect(self._open_goal)
        self.goal.part_button.clicked.connect(self._part)

    def show_row(self, row: PairRow) -> None:
        """Show the pair as it now stands."""
        self._row = row
        names = self._page.meeting.form.sort_names
        kind = _(names.get(Sort.WORRY_STATEMENT, ""))
        self.worry.show_note(
            row.pair.worry, _("{kind} {number}").format(kind=kind, number=row.place)
        )
        self.goal.show_pair(row.pair, _(names.get(Sort.GOAL, "")))
        self.goal.part_button.setAccessibleName(
            _("Part worry {number} from its goal").format(number=row.place)
        )
        self.scale.show_pair(row.pair, row.place)
        if self._editor is None:
            return
        note = self._note(self._editing)
        if note is None:
            self._close()
        else:
            self._editor.show_row(note)

    def open_editor(self) -> None:
        """Open the worry for changing."""
        self.open_note(self._worry_id)

    def open_note(self, note_id: str) -> None:
        """Open one half for changing, with the cursor in its words."""
        note = self._note(note_id)
        if note is None:
            return
        self._close(focus=False)
        self._editing, self._editor = note_id, NoteEditor(self._page, note)
        self._editor.closed.connect(self._close)
        self._card.column.insertWidget(1, self._editor)
        show_if(self._editor, True)
        self._editor.words.control.go_to_end()
        QTimer.singleShot(0, self._editor, self._bring_into_view)

    def _bring_into_view(self) -> None:
        if self._editor is not None:
            self._page.ensureWidgetVisible(self._editor, 12, 24)
            self._page.ensureWidgetVisible(self._editor.words.control, 12, 60)

    def editor(self) -> NoteEditor:
        """Give the fields that are shown while one half is open."""
        if self._editor is None:
            raise LookupError("neither half is open for changing")
        return self._editor

    def note_with_keyboard(self) -> NoteOnSheet | None:
        """Give the half that the keyboard is in."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        if self._editor is not None and self._editor.isAncestorOf(focus):
            return self._note(self._editing)
        pair = self._row.pair if self._row else None
        if pair is not None and self.goal.isAncestorOf(focus):
            return pair.goal
        return pair.worry if pair is not None and self.worry.isAncestorOf(focus) else None

    def fold(self) -> None:
        """Close what is open, and fold what is restricted."""
        self._close(focus=False)
        self.worry.words.fold()
        self.goal.half.words.fold()

    def _note(self, note_id: str) -> NoteOnSheet | None:
        pair = self._row.pair if self._row else None
        halves = [pair.worry, pair.goal] if pair else []
        return next((half for half in halves if half and half.id == note_id), None)

    def _open_goal(self) -> None:
        if self._row is not None and self._row.pair.goal is not None:
            self.open_note(self._row.pair.goal.id)

    def close_editor(self) -> bool:
        """Close the editor, with the keyboard on what stood there; say whether it was open."""
        was_open = self._editor is not None
        self._close()
        return was_open

    def _close(self, *, focus: bool = True) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.flush()
        was_goal = self._editing != self._worry_id
        self._card.column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        if focus:
            half = self.goal.half if was_goal else self.worry
            half.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self) -> None:
        meeting, worry_id = self._page.meeting, self._worry_id
        meeting.act(lambda review: unpair(review, worry_id))
        self.goal.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
