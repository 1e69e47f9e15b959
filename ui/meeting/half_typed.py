"""Keeps what is half typed in a capture card, so that it is there again after a cut."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from models.drafts import TABLE, keep_draft
from ui.autosave import Autosave
from ui.meeting.kept_field import NotSaved
from ui.meeting.meeting import Meeting
from ui.parts.fields import Field
from ui.parts.text_field import GrowingText

if TYPE_CHECKING:
    from models.open_review import OpenReview

Draft = dict[str, str]


class HalfTyped(QObject):
    """One capture card's words: journalled and kept at each pause, forgotten once added."""

    def __init__(
        self,
        meeting: Meeting,
        step: str,
        field: Field,
        read: Callable[[], Draft],
        show: Callable[[Draft], None],
    ) -> None:
        super().__init__(field)
        self._meeting, self._step, self._field, self._read = meeting, step, field, read
        found = meeting.drafts().pop(step, None)
        if found:
            show(found)
            self._go_on_where_it_ended()
        self._autosave = Autosave(self._keep, self._note, self)
        self._autosave.bind(field, step, self._as_text)
        field.edited.connect(meeting.draft_changed)

    def _go_on_where_it_ended(self) -> None:
        box = self._field.control
        if isinstance(box, GrowingText):
            box.moveCursor(QTextCursor.MoveOperation.End)

    def note(self) -> None:
        """Something beside the words was chosen."""
        self._field.edited.emit()

    def add(self, act: "Callable[[OpenReview], object]") -> bool:
        """Do what adds the words, and forget the draft in the same commit."""
        review_id, step = self._meeting.review_id, self._step

        def added(review: "OpenReview") -> None:
            act(review)
            keep_draft(review.session, review_id, step, {})

        if not self._meeting.act(added):
            return False
        self._meeting.note_typing((TABLE, review_id, step), "")
        return True

    def emptied(self) -> None:
        """The card was cleared after adding: what stands in it counts as kept."""
        self._autosave.take(self._step)
        self._meeting.draft_changed.emit()

    @property
    def waits(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._autosave.has_unsaved

    def flush(self) -> bool:
        """Keep now what still waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _as_text(self) -> str:
        draft = self._read()
        return json.dumps(draft) if draft["words"].strip() else ""

    def _note(self, step: str, text: str) -> None:
        words = json.loads(text)["words"] if text else ""
        self._meeting.desk.journal(TABLE, self._meeting.review_id, step, words)

    def _keep(self, step: str, text: str) -> None:
        draft = json.loads(text) if text else {}
        review_id = self._meeting.review_id
        if not self._meeting.save(lambda session: keep_draft(session, review_id, step, draft)):
            raise NotSaved
