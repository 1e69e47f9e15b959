"""Notes a step of a copy from the page, and takes it back; late papers are asked why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from models.papers_late import LateSending
from models.problems import Problem
from models.sending_queue import CopyLine
from models.sending_steps import SENT, Step
from ui.desk import Desk
from ui.language import _, ngettext
from ui.looked import note_looked
from ui.send.queue_step_form import Filled
from ui.send.queue_words import reader_words, step_words
from ui.send.reading_again import (
    MustNotGo,
    found_in,
    hold_found,
    refuse_what_must_not_go,
    refuse_where_it_goes,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


_READ_AGAIN: Final = SENT | {Step.CHECKED, Step.PRINTED, Step.SENT_AGAIN}


class StepNoting(QObject):
    """Says what was noted, so that it can be undone, and which clock was met late."""

    noted = Signal(str, object)  # what was noted in words, the ids of the steps
    was_late = Signal(str, object)  # the review's id, a LateSending
    taken_back = Signal()
    troubled = Signal(Exception)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def note(self, copy: CopyLine, filled: Filled) -> bool:
        """Note one step; say whether it was noted."""
        made: list[str] = []
        late: list[LateSending | None] = []
        calendar, me = self._desk.calendar, self._desk.me.id

        def act(session: "Session") -> None:
            from models.papers_sent import late_sending
            from models.sending import NewStep, note_step

            new = NewStep(filled.step, filled.on, filled.note, filled.address)
            made.append(note_step(session, copy.id, new, me))
            late.append(late_sending(session, copy.id, calendar))

        try:
            self._read_again(copy, filled)
            self._desk.save(act)
        except Problem as problem:
            self._tell(problem)
            return False
        if filled.step in SENT:
            note_looked(self._desk, "sent", "paper_copy", copy.id)
        what = step_words(filled.step, filled.on, filled.note, self._desk.today(), _("you"))
        said = _("{who}: {what}").format(who=reader_words(copy), what=what)
        self.noted.emit(said, made)
        found = late[0]
        if filled.step in SENT and copy.review_id and found is not None and not found.why:
            self.was_late.emit(copy.review_id, found)
        return True

    def let_go(self, copy: CopyLine, why: str) -> bool:
        """Let a held copy go as it is, for a reason that is kept with all that was found in it."""
        desk, made = self._desk, list[str]()
        finds = [hit.key for hit in found_in(desk.database, (copy,)).get(copy.id, ())]

        def act(session: "Session") -> None:
            from models.holding import let_go

            made.append(let_go(session, copy.id, finds, why, desk.today(), desk.me.id))

        try:
            desk.save(act)
        except Problem as problem:
            self.troubled.emit(problem)
            return False
        self.noted.emit(_("{who}: it may go as it is.").format(who=reader_words(copy)), made)
        return True

    def _read_again(self, copy: CopyLine, filled: Filled) -> None:
        """See that a copy may still go, and go where it is to go.

        Raises: MustNotGo.
        """
        if filled.step in _READ_AGAIN:
            refuse_what_must_not_go(self._desk.database, (copy,))
        if filled.address:
            refuse_where_it_goes(self._desk.database, copy, filled.address)

    def _tell(self, problem: Problem) -> None:
        if isinstance(problem, MustNotGo):
            hold_found(self._desk, problem.found)
        self.troubled.emit(problem)

    def note_run(self, copies: Sequence[CopyLine]) -> None:
        """Note that all these printed copies were posted today: all of them, or none."""
        made: list[str] = []
        late: dict[str, LateSending] = {}
        desk, today = self._desk, self._desk.today()

        def act(session: "Session") -> None:
            from models.papers_sent import late_sending
            from models.sending import NewStep, note_step

            for copy in copies:
                made.append(note_step(session, copy.id, NewStep(Step.POSTED, today), desk.me.id))
                found = late_sending(session, copy.id, desk.calendar)
                if found is not None and not found.why and copy.review_id:
                    late[copy.review_id] = found

        try:
            refuse_what_must_not_go(desk.database, copies)
            desk.save(act)
        except Problem as problem:
            self._tell(problem)
            return
        for copy in copies:
            note_looked(desk, "sent", "paper_copy", copy.id)
        count = len(copies)
        words = ngettext(
            "{count} copy was posted today", "{count} copies were posted today", count
        )
        self.noted.emit(words.format(count=count), made)
        for review_id, found in list(late.items())[:1]:
            self.was_late.emit(review_id, found)

    def take_back(self, step_ids: Sequence[str]) -> None:
        """Take these steps back, all or none."""

        def act(session: "Session") -> None:
            from models.sending import take_back

            for step_id in step_ids:
                take_back(session, step_id)

        try:
            self._desk.save(act)
        except Problem as problem:
            self.troubled.emit(problem)
            return
        self.taken_back.emit()
