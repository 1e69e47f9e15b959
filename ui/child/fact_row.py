"""One fact about a child, changed where it stands: Enter or a click opens it, leaving it saves."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from models.review_sheet import ChildOnSheet
from ui.autosave import Autosave
from ui.caseload.row import Row
from ui.child.facts import CHOICE, DAY, TEXT, Fact
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.date_field import DateField
from ui.parts.fields import LINE_LENGTH, NAME_LENGTH, ChoiceField, Field, LineField
from ui.parts.text_field import TextField
from ui.parts.words import Words
from ui.typing_hold import Held


class FactRow(Row):
    """Shows the fact; while it is typed in, shows the field instead."""

    chosen = Signal(str, object)  # the field, and the day or choice
    leaving = Signal()

    def __init__(self, fact: Fact, desk: Desk, autosave: Autosave) -> None:
        super().__init__(fact.field)
        self.setObjectName(f"fact_{fact.field}")
        self.fact = fact
        self._desk, self._autosave = desk, autosave
        self._held = Held(desk.database.typing)
        self._child: ChildOnSheet | None = None
        self.editor: Field | None = None
        self.label = Words("", "label", "ink2", wrap=True)
        self.value = Words("", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 7, 12, 8)
        self._column.setSpacing(1)
        self._column.addWidget(self.label)
        self._column.addWidget(self.value)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleDescription(_("Enter changes it"))
        self.opened.connect(self.begin)
        self.destroyed.connect(self._held.let_go)

    def be_read(self, who: str) -> None:
        """Be read only; `who` says who changes it."""
        self.opened.disconnect(self.begin)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription(who)
        self.setToolTip(who)

    def show_child(self, child: ChildOnSheet) -> None:
        """Show what the record says, unless it is being typed in here."""
        self._child = child
        label, said = self.fact.label_for(child.called), self.fact.said(child)
        self.label.say(label)
        self.value.say(said or _("Not written yet"))
        self.value.set_colour("ink" if said else "ink2")
        self.setAccessibleName(_("{label}: {value}").format(label=label, value=self.value.said))

    def begin(self) -> None:
        """Open the field where the fact stands."""
        if self.editor is not None or self._child is None:
            return
        place = ("child", self._child.id, self.fact.field)
        self._held.hold(place, getattr(self._child, self.fact.field))
        self.editor = self._make(self._child)
        self.editor.setObjectName("editor")
        self.editor.label.hide()
        self.value.hide()
        self._column.addWidget(self.editor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.editor.control.installEventFilter(self)
        self.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, stay: bool = False) -> None:
        """Save what was typed and show the fact again; `stay` keeps the keyboard here."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        if isinstance(editor, DateField):
            editor.read()
        self.leaving.emit()
        self._held.let_go()
        self._column.removeWidget(editor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.value.show()
        if stay:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        editor.hide()
        editor.deleteLater()

    def _make(self, child: ChildOnSheet) -> Field:
        label, value = self.fact.label_for(child.called), getattr(child, self.fact.field)
        if self.fact.kind == DAY:
            day = DateField(label, self._desk.today, towards="past")
            day.set_day(value)
            day.day_chosen.connect(self._choose)
            return day
        if self.fact.kind == CHOICE:
            choice = ChoiceField(label, self.fact.choices())
            choice.let_shrink()
            choice.set_value(str(value))
            choice.chosen.connect(self._choose)
            return choice
        hint = _(self.fact.hint) if self.fact.hint else ""
        most = NAME_LENGTH if self.fact.field.endswith("_name") else LINE_LENGTH
        text: TextField | LineField = LineField(label, hint=hint, most=most)
        if self.fact.kind == TEXT:
            text = TextField(label, hint=hint)
        text.set_text(str(value or ""))
        self._autosave.bind(text, self.fact.field)
        if isinstance(text, TextField):
            text.control.finished.connect(lambda: self.finish(stay=True))
        return text

    def _choose(self, value: date | str | None) -> None:
        self.chosen.emit(self.fact.field, value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.editor is None or watched is not self.editor.control:
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in passing and not self.editor.has_error:
                self.finish()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Esc ends it; so does Enter, except where it begins a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and self.fact.kind != TEXT):
            if isinstance(self.editor, DateField):
                self.editor.read()
            if self.editor is not None and not self.editor.has_error:
                self.finish(stay=True)
            return True
        return False
