"""A part of the form's window: lines of words that save themselves, and follow the form."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import MeetingForm
from ui.autosave import Autosave
from ui.language import _
from ui.parts.fields import NAME_LENGTH, LineField
from ui.parts.text_field import TextField
from ui.settings.form.form_desk import FormDesk

Read = Callable[[MeetingForm], str]
Write = Callable[[MeetingForm, str], MeetingForm]
NAME, SENTENCE, PROMPT = "name", "sentence", "prompt"


@dataclass
class _Line:
    """One field: what it shows of the form, and how the form is with other words in it."""

    field: LineField | TextField
    read: Read
    write: Write
    may_be_empty: bool


class FormPart(QWidget):
    """`column` takes what is in it; `add_line` gives fields that save themselves."""

    def __init__(self, form_desk: FormDesk) -> None:
        super().__init__()
        self.form_desk = form_desk
        self._lines: dict[str, _Line] = {}
        self._autosave = Autosave(self._save, None, self)
        self._autosave.failed.connect(form_desk.notices.tell)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.build()
        self.show_form()
        form_desk.changed.connect(self.show_form)

    @property
    def form(self) -> MeetingForm:
        """The form as the record has it."""
        return self.form_desk.form

    def build(self) -> None:
        """Make what is in the part, once."""

    def show_form(self) -> None:
        """Show the form as it now is; what is being typed in is left alone."""
        for key, line in self._lines.items():
            if not line.field.control.hasFocus() and not line.field.has_error:
                self._fill(key, line)

    def show_afresh(self) -> None:
        """Show the form in every line, whoever has the keyboard."""
        for key, line in self._lines.items():
            line.field.clear_error()
            self._fill(key, line)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def add_line(
        self, key: str, label: str, read: Read, write: Write, kind: str = NAME
    ) -> LineField | TextField:
        """Give a field for words of the form: a name, a sentence, or a prompt or none."""
        field: LineField | TextField
        if kind == NAME:
            field = LineField(label, most=NAME_LENGTH)
        else:
            field = TextField(label, optional=kind == PROMPT, lines=1)
        field.setObjectName(key)
        field.control.setObjectName(f"{key}_box")
        self._lines[key] = _Line(field, read, write, kind == PROMPT)
        self._fill(key, self._lines[key], bind=True)
        return field

    def _fill(self, key: str, line: _Line, *, bind: bool = False) -> None:
        line.field.set_text(_shown(line.read(self.form)))
        if bind:
            self._autosave.bind(line.field, key)
        else:
            self._autosave.take(key)

    def _save(self, key: str, text: str) -> None:
        line, words = self._lines[key], " ".join(text.split())
        if not words and not line.may_be_empty:
            line.field.show_error(_("Write some words here."))
            return
        if words == _shown(line.read(self.form)):
            line.field.clear_error()
            return
        line.field.show_error(self.form_desk.change(lambda form: line.write(form, words)))


def _shown(words: str) -> str:
    """Give words of the form in the language of the windows."""
    return _(words) if words else ""
