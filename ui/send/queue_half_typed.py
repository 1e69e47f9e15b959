"""Keeps what is half typed for a step of a copy, so that it is there again after a cut."""

from typing import Any, Final  # Any: what keep_draft takes is a session

from PySide6.QtCore import QObject, Signal

from models.drafts import TABLE, keep_draft, read_drafts
from models.problems import Problem
from models.sending_queue import CopyLine
from models.sending_steps import Step
from ui.autosave import Autosave
from ui.desk import Desk
from ui.parts.fields import LineField
from ui.parts.text_field import TextField

_BEGINS: Final = "send."
_WORDS, _ADDRESS = "words", "address"

Draft = dict[str, str]


class HalfTypedStep(QObject):
    """The words and the address of one form: journalled and kept, forgotten once noted."""

    failed = Signal(object)  # a Problem

    def __init__(self, desk: Desk, words: LineField, address: TextField, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: dict[str, LineField | TextField] = {_WORDS: words, _ADDRESS: address}
        self._copy: CopyLine | None = None
        self._step = Step.POSTED
        self._autosave = Autosave(self._keep, self._note, self)
        self._autosave.failed.connect(self.failed)
        for name, field in self._fields.items():
            self._autosave.bind(field, name, field.text)

    def begin(self, copy: CopyLine, step: Step) -> None:
        """Fill the form with what was half typed for this step of a copy, or with nothing."""
        self.flush()
        self._copy, self._step = copy, step
        found = self.found(copy).get(step, {})
        for name, field in self._fields.items():
            field.set_text(found.get(name, ""))
            self._autosave.take(name)

    def found(self, copy: CopyLine) -> dict[Step, Draft]:
        """What is half typed for this copy, by the step it is for."""
        begins = f"{_BEGINS}{copy.id}."
        with self._desk.database.reading() as connection:
            kept = read_drafts(connection, copy.case_id)
        drafts = {key[len(begins) :]: each for key, each in kept.items() if key.startswith(begins)}
        for typed in self._desk.database.journal.newest():
            if (typed.table, typed.row_id) == (TABLE, copy.id):
                step, _dot, name = typed.field.partition(".")
                drafts.setdefault(step, {})[name] = typed.text
        found = {Step(step): draft for step, draft in drafts.items()}
        return {
            step: draft for step, draft in found.items() if any(map(str.strip, draft.values()))
        }

    def forget(self, copy: CopyLine, step: Step) -> None:
        """It is noted: nothing is half typed any more."""
        try:
            for name, field in self._fields.items():
                field.set_text("")
                self._autosave.take(name)
                self._desk.journal(TABLE, copy.id, f"{step}.{name}", "")
            self._save(copy, step, {})
        except Problem as problem:
            self.failed.emit(problem)

    def flush(self) -> bool:
        """Keep now what still waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _note(self, name: str, text: str) -> None:
        if self._copy is not None:
            self._desk.journal(TABLE, self._copy.id, f"{self._step}.{name}", text)

    def _keep(self, _name: str, _text: str) -> None:
        if self._copy is not None:
            texts = {name: field.text() for name, field in self._fields.items()}
            is_empty = not any(text.strip() for text in texts.values())
            self._save(self._copy, self._step, {} if is_empty else texts)

    def _save(self, copy: CopyLine, step: Step, draft: Draft) -> None:
        key = f"{_BEGINS}{copy.id}.{step}"

        def keep(session: Any) -> None:
            keep_draft(session, copy.case_id, key, draft)

        self._desk.save(keep)
