"""One line to write in from anywhere in the review: type, Enter, and it is where it belongs."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout

from models.quick_note import MARKS, Kind, Known, Unread, read_line, unread, with_mark
from models.quick_place import Placed, known_in, place, usual_kind, write
from ui.language import N_, _
from ui.meeting import choices
from ui.meeting.clock_words import day_words
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.kept_focus import KeptFocus
from ui.meeting.meeting import Meeting
from ui.meeting.quick_names import QuickNames, whom_words
from ui.meeting.step_page import step_name
from ui.meeting.words_being_typed import (
    Typed,
    decision_being_typed,
    note_being_typed,
    wish_being_typed,
)
from ui.overriding import override
from ui.parts.buttons import SecondaryButton, SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.fields import LineField
from ui.parts.one_line import OneLine
from ui.parts.ticks import Tick

if TYPE_CHECKING:
    from models.open_review import OpenReview

DRAFT: Final = "line"
"""The name of a half-typed line among the half-typed words of a review."""
_DONE: Final = {
    Kind.WORRY: N_("Worry noted under {step}"),
    Kind.GOING_WELL: N_("Going well: noted under {step}"),
    Kind.NEXT: N_("Next step noted under {step}"),
    Kind.VOICE: N_("{name}’s own words kept under {step}"),
    Kind.DECISION: N_("Decision {number} noted"),
}


class QuickLine(QFrame):
    """Opened with Ctrl+K; Enter adds the line, Esc gives the keyboard back to where it was."""

    left = Signal()  # the keyboard has nowhere to go back to

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.setObjectName("quick_line")
        self.setProperty("part", "foot")
        self._meeting, self._step = meeting, meeting.sheet.steps[0].id
        self._kind: Kind | None = None
        self._asked_of = ""  # a line with a name that is not understood, once that was said
        self.begun_in = ""  # the step in which a line was left half typed
        self._came_from: KeptFocus | None = None
        self._known = self._all_known()
        self.field = LineField(_("Quick note"))
        self.field.control.setObjectName("quick_line_box")
        self.field.label.hide()
        self.add_button = SecondaryButton(_("Add"))
        self.add_button.setObjectName("quick_line_add")
        self.kinds = ChipGroup(_("What it is"), self._kind_words(), may_be_none=False)
        self.restricted = Tick(_("Restricted"))
        self.understood = OneLine("", "small", "ink2")
        self.close_button = SmallButton(_("Close"), in_row=True)
        self.close_button.setAccessibleName(_("Close the quick note"))
        self._build()
        self.hide()
        self.half_typed = HalfTyped(meeting, DRAFT, self.field, self._draft, self._take_draft)
        self._connect()
        self.names = QuickNames(self.field.control, self.known)  # its keys go before ours
        self._make_keys()
        self.follow()

    def _build(self) -> None:
        self._show_marks()
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add_button)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.understood, 1)
        under.addWidget(self.restricted)
        under.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 6)
        column.setSpacing(6)
        column.addWidget(self.kinds)
        column.addLayout(line)
        column.addLayout(under)

    def _show_marks(self) -> None:
        """Say which marks begin a name; the one for other children only where there are some."""
        words = _("Type what is said. @ begins who said it, # what it is about.")
        if self._known.others:
            words = _(
                "Type what is said. @ begins who said it, # what it is about, "
                "& whose record it goes into too."
            )
        self.field.control.setPlaceholderText(words)

    def _connect(self) -> None:
        control = self.field.control
        control.textEdited.connect(self.follow)
        control.installEventFilter(self)
        self.add_button.clicked.connect(self.add)
        self.close_button.clicked.connect(self.close_line)
        self.kinds.chosen_changed.connect(lambda key: self.mark(Kind(key)))
        self.restricted.toggled.connect(self.half_typed.note)
        self._meeting.changed.connect(self._show_sheet)

    def _make_keys(self) -> None:
        for number, kind in enumerate(MARKS.values(), start=1):
            key = QShortcut(QKeySequence(f"Alt+{number}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda kind=kind: self.mark(kind))

    def _kind_words(self) -> list[tuple[str, str]]:
        name = self._meeting.name
        words = {
            Kind.WORRY: _("{mark} Worry"),
            Kind.GOING_WELL: _("{mark} Going well"),
            Kind.NEXT: _("{mark} Next step"),
            Kind.DECISION: _("{mark} Decision"),
            Kind.VOICE: _("{mark} {name}’s words"),
        }
        return [(kind, words[kind].format(mark=mark, name=name)) for mark, kind in MARKS.items()]

    def open(self) -> None:
        """Show the line with the keyboard in it, and remember where the keyboard was."""
        came_from = KeptFocus()
        if not came_from.is_inside(self):
            self._came_from = came_from
        self.show()
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Give the keyboard back to where it was; a line with words in it stays in sight."""
        came_from, self._came_from = self._came_from, None
        if came_from is None or not came_from.give_back():
            self.left.emit()
        self.setVisible(self.has_words)

    @property
    def has_words(self) -> bool:
        """Whether something is typed and not yet added."""
        return bool(self.field.text().strip())

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_step(self, step: str) -> None:
        """From now on lines belong to this step."""
        self._step = step
        self.follow()

    def known(self) -> Known:
        """Give everybody and everything that a line may name."""
        return replace(self._known, chosen=tuple(self.names.chosen.items()))

    def placed(self) -> Placed:
        """Give what stands in the line, read, and where it will go."""
        sheet = self._meeting.sheet
        usual = usual_kind(sheet.form, self._step)
        note = read_line(self.field.text(), self.known(), usual)
        note = replace(note, also=self._meeting.sitting.meant(note.also))
        return place(note, sheet, self._step, restricted=self.restricted.isChecked())

    def not_understood(self) -> Unread | None:
        """Give a name in the line that nobody has, or several."""
        usual = usual_kind(self._meeting.sheet.form, self._step)
        return unread(self.field.text(), self.known(), usual)

    def mark(self, kind: Kind) -> None:
        """Make the line a worry, or another kind, by its mark; the cursor keeps its place."""
        control = self.field.control
        before = control.text()
        after = with_mark(before, kind)
        from_end = len(before) - control.cursorPosition()
        control.selectAll()
        control.insert(after)
        control.setCursorPosition(max(0, len(after) - from_end))
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow()
        self.half_typed.note()

    def restrict(self) -> None:
        """Restrict what is being typed, or take that back."""
        self.restricted.setChecked(not self.restricted.isChecked())

    def follow(self) -> None:
        """Show what kind of line it is, and what is understood of it."""
        placed = self.placed()
        if placed.kind is not self._kind:
            self._kind = placed.kind
            self.kinds.choose(placed.kind)
        self.understood.say(self._said(placed))

    def _said(self, placed: Placed) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        unclear = whom_words(self.not_understood())
        goes = ""
        if placed.kind is not Kind.DECISION:
            step = step_name(self._meeting, placed.step)
            goes = _("Goes under {step}").format(step=step)
        day = _("by {day}").format(day=day_words(placed.by_when, today)) if placed.by_when else ""
        area = choices.area_name(sheet.form, placed.life_area)
        also, whom = self._meeting.sitting.sent_words(f"{placed.words} {placed.who}", placed.also)
        return " · ".join(filter(None, (unclear, whom, goes, also, placed.who, day, area)))

    def add(self) -> None:
        """Add the line where it belongs, and make room for the next."""
        placed = self.placed()
        if not placed.words.strip():
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._asks_whom():
            return
        made: list[str] = []

        def written(review: "OpenReview") -> None:
            made.append(write(review, placed))

        if self.half_typed.add(written):
            self._empty()
            self._meeting.offer_undo(
                self._done_words(placed), lambda: self._take_back(placed.table, made[-1])
            )

    def _asks_whom(self) -> bool:
        """Ask once whom a name means before the line is added as it stands."""
        name, typed = self.not_understood(), self.field.text()
        if name is None or typed == self._asked_of:
            return False
        self._asked_of = typed
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        if len(name.among) > 1:
            self.names.open_at(name.end)
        return True

    def _empty(self) -> None:
        self.field.control.setText("")  # unlike clear(), nothing to undo in the field
        self.restricted.setChecked(False)
        self.names.chosen.clear()
        self.half_typed.emptied()
        self.follow()
        self.show()
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done_words(self, placed: Placed) -> str:
        return _(_DONE[placed.kind]).format(
            step=step_name(self._meeting, placed.step),
            name=self._meeting.name,
            number=len(self._meeting.sheet.decisions),
        )

    def _take_back(self, table: str, row_id: str) -> None:
        from models.editing import remove

        rest = [one.id for one in self._meeting.sheet.decisions if one.id != row_id]
        if table == "decision":
            self._meeting.act(lambda review: review.take_out_decision(row_id, rest))
        else:
            self._meeting.save(lambda session: remove(session, table, row_id))

    def being_typed(self) -> Typed | None:
        """Give what stands in the line, as the letter would have it."""
        if not self.has_words or self.restricted.isChecked():
            return None
        one = self.placed()
        if one.table == "decision":
            number = len(self._meeting.sheet.decisions) + 1
            return decision_being_typed(one.words, one.who, one.person_id, one.by_when, number)
        if one.table == "wish":
            return wish_being_typed(one.words, "said", "", one.life_area)
        return note_being_typed(one.words, one.step, one.column, one.life_area)

    def _all_known(self) -> Known:
        sheet = self._meeting.sheet
        words = {area.key: _(area.name) for area in sheet.form.areas}
        others = self._meeting.sitting.as_named()
        return known_in(sheet, self._meeting.desk.today(), words, others)

    def _show_sheet(self) -> None:
        self._known = self._all_known()
        self._show_marks()
        self.follow()

    def _draft(self) -> Draft:
        held = "yes" if self.restricted.isChecked() else ""
        return {"words": self.field.text(), "restricted": held, "step": self._step}

    def _take_draft(self, draft: Draft) -> None:
        """Show what was half typed, unless it was added just before the cut."""
        sheet, words = self._meeting.sheet, draft.get("words", "")
        said = read_line(words, self._known, usual_kind(sheet.form, self._step)).words
        added = {note.words for note in sheet.notes} | {wish.words for wish in sheet.wishes}
        if said in added | {decision.what for decision in sheet.decisions}:
            return
        self.field.set_text(words)
        self.restricted.setChecked(bool(draft.get("restricted")))
        step = draft.get("step", "")
        self.begun_in = step if step in {each.id for each in sheet.steps} else ""

    def _hide_if_left(self) -> None:
        """An empty line goes once the keyboard is elsewhere in the window."""
        focused = QApplication.focusWidget()
        is_away = focused is not None and focused.window() is self.window()
        if is_away and not self.has_keyboard and not self.has_words:
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._hide_if_left)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter:
            self.add()
        return is_enter

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
            return
        super().keyPressEvent(event)
