"""A field that saves itself: when it is left, and soon after typing pauses."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from models.problems import Problem
from ui.autosave import Autosave
from ui.meeting.chips_field import ChipsField
from ui.meeting.meeting import Meeting
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.text_field import TextField
from ui.parts.time_field import TimeField
from ui.typing_hold import Held, TypingHold

Value = str | date | None


class NotSaved(Problem):
    """The record did not take it; the meeting has told why, and it will be tried again."""


class KeptField(QObject):
    """Keeps one field of one record equal to what is typed in it, a second behind at most.

    `empty` is what to say when the field is left with nothing in it, where that cannot be.
    """

    def __init__(
        self,
        meeting: Meeting,
        field: Field,
        place: tuple[str, str, str],
        *,
        empty: str = "",
        save: Callable[[Value], bool] | None = None,
    ) -> None:
        super().__init__(field)
        self._meeting, self._field, self._place = meeting, field, place
        self._empty = empty
        self._save = save or self._put
        self._autosave: Autosave | None = None
        self._read_later: TypingHold | None = None
        self._known: Value = None
        self._is_read = True  # what is typed of a day or a time was taken
        if isinstance(field, DateField):
            field.day_chosen.connect(self._take)
            self._hold_read(field)
        elif isinstance(field, TimeField):
            field.time_chosen.connect(self._take)
            self._hold_read(field)
        elif isinstance(field, ChoiceField | ChipsField):
            field.chosen.connect(self._take)
        else:
            self._autosave = Autosave(self._save_text, self._note, self)
            self._hold_written(self._autosave)
            self._autosave.bind(field, place[2])
            field.edited.connect(self._tell)

    def shows_proposals(self) -> None:
        """Say that the field may show what the program proposes, and not just the record."""
        if self._autosave is not None:
            self._hold_written(self._autosave, as_kept=False)

    def _hold_written(self, autosave: Autosave, *, as_kept: bool = True) -> None:
        typing = self._meeting.desk.database.typing
        autosave.hold_still(typing, lambda _name: self._place, as_kept=as_kept)

    def _hold_read(self, field: DateField | TimeField) -> None:
        """Hold the row while a day or a time is typed that is read when the field is left."""
        self._read_later = hold = TypingHold(
            field.control, Held(self._meeting.desk.database.typing)
        )

        def begin() -> None:
            self._is_read = False
            hold.begin(self._place, self._known)

        field.edited.connect(begin)

    def move_to(self, row_id: str) -> None:
        """Keep another row from now on, as when the row has only just been made."""
        self._place = (self._place[0], row_id, self._place[2])

    def show(self, value: Value) -> None:
        """Show what the record holds, unless something newer is being typed here."""
        field, is_new = self._field, value != self._known
        if self._autosave is not None and (field.has_error or self._autosave.has_unsaved):
            return
        if self._read_later is not None and self._read_later.is_holding and not self._is_read:
            return
        if field.has_error and not is_new:
            return
        self._known = value
        if isinstance(field, DateField):
            field.set_day(value if isinstance(value, date) else None)
        elif isinstance(field, TimeField):
            field.set_time(str(value or ""))
        elif isinstance(field, ChoiceField | ChipsField):
            field.set_value(str(value or ""))
        elif isinstance(field, LineField | TextField):
            field.set_text(str(value or ""))
        if self._autosave is not None:
            self._autosave.take(self._place[2])

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        return self._autosave is None or self._autosave.flush()

    def _tell(self) -> None:
        self._meeting.writing.emit(*self._place)

    def _lacks_words(self, text: str) -> bool:
        return bool(self._empty) and not text.strip()

    def _note(self, _name: str, text: str) -> None:
        if not self._lacks_words(text):
            self._meeting.desk.journal(*self._place, text)

    def _save_text(self, _name: str, text: str) -> None:
        if self._lacks_words(text):
            self._field.show_error(self._empty)
            return
        self._field.clear_error()
        if not self._save(text):
            raise NotSaved

    def _take(self, value: Value) -> None:
        self._is_read = True
        self._tell()
        self._save(value)

    def _put(self, value: Value) -> bool:
        return self._meeting.put_while_typing(*self._place, value)
