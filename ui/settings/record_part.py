"""A part of the settings that is kept in the record: each line saves itself as it is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.parts.fields import LineField
from ui.parts.words import Words

SERVICE_SETS = N_("Your service sets these. Ask your manager.")


@dataclass(frozen=True)
class Line:
    """One line: its field, label and hint; `empty` is what to say where it must not be empty."""

    field: str
    label: str
    hint: str = ""
    empty: str = ""


class RecordPart(QWidget):
    """One row of the record: a heading, what it is for, and its lines."""

    saved = Signal()

    def __init__(self, desk: Desk, table: str, row_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._notices = desk, notices
        self._table, self._row_id = table, row_id
        self._reach = desk.reach()
        self.fields: dict[str, LineField] = {}
        self._empty: dict[str, str] = {}
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.failed.connect(notices.tell)
        typing = desk.database.typing
        self._autosave.hold_still(typing, lambda field: (self._table, self._row_id, field))
        self._autosave.saved.connect(lambda _field: notices.clear("problem"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.setSpacing(16)

    def build(
        self, heading: str, what_for: str, lines: Sequence[Line], read: Callable[[str], str]
    ) -> None:
        """Make the lines, each with what `read` says that the record holds of its field.

        Where the council's service sets every line, that is said in place of what they are for.
        """
        is_typed = any(self.may_change(line.field) for line in lines)
        said = what_for if is_typed else _(SERVICE_SETS)
        self.column.addWidget(Words(heading, "h2", wrap=True))
        self.column.addWidget(Words(said, wrap=True))
        for line in lines:
            field = LineField(_(line.label), hint=_(line.hint) if line.hint else "")
            field.control.setObjectName(f"{self._table}_{line.field}")
            field.set_text(read(line.field))
            self.fields[line.field] = field
            self._empty[line.field] = line.empty
            self.column.addWidget(field)
            if self.may_change(line.field):
                self._autosave.bind(field, line.field)
            else:
                _let_be_read(field, said=not is_typed)

    def may_change(self, field: str) -> bool:
        """Whether this person sets this field, and not the council's service."""
        is_own = self._table == "staff_member" and self._row_id == self._desk.me.id
        return self._reach.writes(self._table, field, is_own=is_own)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _is_refused(self, field: str, text: str) -> bool:
        return bool(self._empty[field]) and not text.strip()

    def _note(self, field: str, text: str) -> None:
        if not self._is_refused(field, text):
            self._desk.journal(self._table, self._row_id, field, text)

    def _save(self, field: str, text: str) -> None:
        if self._is_refused(field, text):
            self.fields[field].show_error(_(self._empty[field]))
            return
        self.fields[field].clear_error()
        self._desk.put(self._table, self._row_id, field, text.strip())
        self.saved.emit()


def _let_be_read(field: LineField, *, said: bool) -> None:
    """Let a field be read and copied only; who sets it is said at it, unless above."""
    field.control.setReadOnly(True)
    field.control.setProperty("final", True)
    field.set_hint("" if said else _("Your service sets this. Ask your manager."))
