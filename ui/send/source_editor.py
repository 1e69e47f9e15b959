"""Words of the record changed in place, at the one place where they are kept."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from sqlalchemy import String, Text, inspect

from letters.paragraph import Source
from models.every_record import BY_TABLE
from models.sync.field_words import field_words
from ui.language import _
from ui.meeting.kept_field import KeptField
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words

_OF_NAMES = 100  # a shorter column holds a code, which is chosen and not typed


class SourceEditor(Card):
    """A click on the page brings its words here; what is chosen is changed in the meeting."""

    meeting_asked = Signal(object)  # the Source
    begun = Signal(object)  # the Source whose words are here now
    amend_asked = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._source: Source | None = None
        self._kept: KeptField | None = None
        self.setObjectName("source_editor")
        self.heading = Words(_("Mend the words"), "h3", wrap=True)
        self.told = Words("", "small", wrap=True)
        self.field: TextField | None = None
        self.meeting_button = SmallButton(_("Change it in the meeting"), "note-pencil")
        self.meeting_button.setObjectName("change_in_meeting")
        self.amend_button = SmallButton(_("Amend the decision"), "pencil-simple")
        self.amend_button.setObjectName("amend_from_record")
        self.before_button = SmallButton(_("Words before"), "arrow-up", in_row=True)
        self.before_button.setObjectName("words_before")
        self.next_button = SmallButton(_("Next words"), "arrow-down", in_row=True)
        self.next_button.setObjectName("next_words")
        self._sources: list[Source] = []
        for part in (self.heading, self.told):
            self.column.addWidget(part)
        turning = QWidget()
        flow = FlowLayout(turning)
        for button in (self.before_button, self.next_button):
            flow.addWidget(button)
        self.column.addWidget(turning)
        for button in (self.meeting_button, self.amend_button):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.meeting_button.clicked.connect(lambda: self.meeting_asked.emit(self._source))
        self.amend_button.clicked.connect(self.amend_asked)
        self.before_button.clicked.connect(lambda: self.turn(-1))
        self.next_button.clicked.connect(lambda: self.turn(1))
        self.show_sheet()

    @property
    def _is_final(self) -> bool:
        return self._meeting.sheet.finalised_on is not None

    def begin(self, source: Source) -> None:
        """Bring the words of this place here."""
        self._let_go()
        self._source = source
        if not self._is_final and not self._is_sent(source) and is_typed(source):
            self._take_up(source)
        self.show_sheet()
        if self.field is not None:
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begun.emit(source)

    def offer(self, sources: Iterable[Source]) -> None:
        """Know the places of the record in their order, to go from one to the next."""
        self._sources = [each for each in sources if is_typed(each)]

    def turn(self, by: int) -> None:
        """Go to the next words that are typed, or those before."""
        if not self._sources:
            return
        at = -1 if by > 0 else len(self._sources)
        if self._source in self._sources:
            at = self._sources.index(self._source)
        self.begin(self._sources[(at + by) % len(self._sources)])

    def show_sheet(self) -> None:
        """Say what can be done with the words that were chosen."""
        source = self._source
        show_if(self.amend_button, source is not None and self._is_sent(source))
        others = source is not None and self.field is None and not self._is_final
        show_if(self.meeting_button, others and not self.amend_button.isVisibleTo(self))
        for button in (self.before_button, self.next_button):
            show_if(button, not self._is_final)
        self.told.say(self._told())
        show_if(self.told, bool(self.told.said))
        if self._is_final:
            self._let_go()
        if self._kept is not None and source is not None:
            self._kept.show(self._words_at(source))

    def flush(self) -> bool:
        """Save now what still waits."""
        return self._kept is None or self._kept.flush()

    def _told(self) -> str:
        if self._is_final:
            return _("The record is final, so its words are locked.")
        if self._source is None:
            return _("Click on words of the record to change them. They change everywhere.")
        if self._is_sent(self._source):
            return _("The manager has this decision, so a change to it needs a reason.")
        if self.field is None:
            return _("This is chosen or worked out in the meeting, and not typed here.")
        return ""

    def _is_sent(self, source: Source) -> bool:
        is_out = self._meeting.sheet.latest_document("decisions") is not None
        return source.table == "decision" and is_out and not self._is_final

    def _take_up(self, source: Source) -> None:
        label = _(field_words(source.table, source.field))
        self.field = TextField(f"{label[:1].upper()}{label[1:]}", lines=3)
        self.field.control.setObjectName("words_of_record")
        self.column.insertWidget(2, self.field)
        self.field.show()  # it takes the keyboard at once
        place = (source.table, source.row_id, source.field)
        empty = _("Write something here, or remove it in the meeting.")
        self._kept = KeptField(self._meeting, self.field, place, empty=empty)
        self._kept.show(self._words_at(source))
        self.field.control.moveCursor(QTextCursor.MoveOperation.End)

    def _words_at(self, source: Source) -> str:
        sql = f'select "{source.field}" from "{source.table}" where id = ?'  # noqa: S608 - names of columns that is_typed knows
        with self._meeting.desk.database.reading() as connection:
            row = connection.execute(sql, (source.row_id,)).fetchone()
        return str(row[0] or "") if row else ""

    def _let_go(self) -> None:
        self.flush()
        self._kept = None
        if self.field is not None:
            self.column.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None


def is_typed(source: Source) -> bool:
    """Whether a place of the record holds words that somebody types."""
    mapped = BY_TABLE.get(source.table)
    typed: frozenset[str] = getattr(mapped, "TYPED", frozenset())
    if mapped is None or source.table in {"council", "staff_member"}:
        return False
    column = inspect(mapped).columns.get(source.field)
    if column is None or (source.field not in typed and source.table != "child"):
        return False
    kind = column.type
    return isinstance(kind, Text) or (isinstance(kind, String) and (kind.length or 0) >= _OF_NAMES)
