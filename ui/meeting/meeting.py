"""The review that is on the screen: what it holds now, and the one door for changing it."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any  # Any: a field may hold any kind of value

from PySide6.QtCore import QObject, QTimer, Signal

from models.drafts import read_drafts, with_journal
from models.form import MeetingForm
from models.problems import Problem, RecordClosed
from models.reading_a_review import NoSuchReview, read_review
from models.review_sheet import DecisionOnSheet, NoteOnSheet, ReviewSheet, WishOnSheet
from models.undo_kind import Standing, standing
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.meeting.hidden_numbers import HiddenNumbers
from ui.meeting.the_sitting import TheSitting
from ui.meeting.words_being_typed import Typed
from ui.pace import QUIET_SECONDS, keys_come

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.open_review import OpenReview
    from models.undo import Done

NOT_OF_A_SHEET = frozenset(
    {"laptop_fact", "undo_step", "looked"}
    | {"outbox", "stage", "arrival", "held_work", "shared_case"}
)
FINISHED = frozenset({"finished", "known"})


class Meeting(QObject):
    """One review at one desk. Its pages read `sheet` and change it only through here."""

    changed = Signal()
    saved = Signal()
    troubled = Signal(object)  # a Problem
    undo_offered = Signal(str, object)  # what was done, and the act that takes it back
    writing = Signal(str, str, str)  # table, row and field of what is being written now
    both_asked = Signal(str)  # a conflict: both of its versions are to be shown
    convening_asked = Signal()  # who is invited, and the papers that call it together
    after_asked = Signal(str)  # what follows the meeting: one of its parts, or the first
    draft_changed = Signal()  # what stands in a capture card, not yet added

    def __init__(self, desk: Desk, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.review_id = desk, review_id
        self.sheet: ReviewSheet = self._read()
        self.being_typed: Typed | None = None
        self.sitting = TheSitting(self)
        self.hidden = HiddenNumbers(self)
        self.hidden.changed.connect(self.draft_changed)
        self._drafts: dict[str, dict[str, str]] | None = None
        self.goes_back = False  # a field's own undo was at work in what is saved next
        self._is_behind = self._may_wait = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(round(QUIET_SECONDS * 1000))
        self._pause.timeout.connect(self._catch_up)
        self._last_step = 0  # the step that the last save made, if it made one
        changes_of(desk.database).changed.connect(self._note_changed)

    @property
    def name(self) -> str:
        """What the child is called."""
        return self.sheet.child.called

    @property
    def form(self) -> MeetingForm:
        """The council's form of a review: its steps, columns and parts of life."""
        return self.sheet.form

    @property
    def is_finished(self) -> bool:
        """Whether the chair has completed this review."""
        return self.sheet.state in FINISHED

    def drafts(self) -> dict[str, dict[str, str]]:
        """Give what was half typed when this review was last open, by its step."""
        if self._drafts is None:
            database, sheet = self.desk.database, self.sheet
            with database.reading() as connection:
                kept = read_drafts(connection, self.review_id)
            added = {note.words for note in sheet.notes}
            added |= {wish.words for wish in sheet.wishes}
            added |= {decision.what for decision in sheet.decisions}
            newest = database.journal.newest()
            self._drafts = with_journal(kept, newest, self.review_id, added)
        return self._drafts

    def sheet_with_draft(self) -> ReviewSheet:
        """Give the review with what is typed and not yet added, for the letter beside it."""
        typed, sheet = self.being_typed, self.hidden.cover(self.sheet)
        if isinstance(typed, NoteOnSheet):
            return replace(sheet, notes=(*sheet.notes, typed))
        if isinstance(typed, WishOnSheet):
            return replace(sheet, wishes=(*sheet.wishes, typed))
        if isinstance(typed, DecisionOnSheet):
            return replace(sheet, decisions=(*sheet.decisions, typed))
        return sheet

    def _note_changed(self, tables: frozenset[str]) -> None:
        self._is_behind = self._is_behind or not tables <= NOT_OF_A_SHEET
        if self._is_behind:
            self._pause.start()  # for what came from others: an own save reads again by itself

    def reload(self) -> None:
        """Read the review again, and tell the pages if anything is different."""
        self._is_behind = False
        fresh = self._read()
        if fresh != self.sheet:
            self.sheet = fresh
            self.changed.emit()

    def act(self, act: "Callable[[OpenReview], object]") -> bool:
        """Do one thing in this review; gives whether it is on the disk."""

        def in_review(session: "Session") -> None:
            from models.open_review import OpenReview

            act(OpenReview(session, self.review_id))

        return self.save(in_review)

    def put(self, table: str, row_id: str, field: str, value: Any) -> bool:
        """Set one typed field; gives whether it is on the disk."""
        from models.editing import put

        return self.save(lambda session: put(session, table, row_id, field, value))

    def put_while_typing(self, table: str, row_id: str, field: str, value: Any) -> bool:
        """Set one typed field; while keys come the pages are told in the next short pause."""
        self._may_wait = True
        try:
            return self.put(table, row_id, field, value)
        finally:
            self._may_wait = False

    def put_all(self, table: str, row_id: str, fields: Mapping[str, Any]) -> bool:
        """Set several typed fields of one record in one change."""
        from models.editing import put

        def all_of_them(session: "Session") -> None:
            for field, value in fields.items():
                put(session, table, row_id, field, value)

        return self.save(all_of_them)

    def note_typing(self, place: tuple[str, str, str], text: str) -> None:
        """Put into the journal what a field holds, before it is a change of the record."""
        try:
            self.desk.journal(*place, text)
        except Problem as problem:
            self.troubled.emit(problem)

    def remove(self, table: str, row_id: str, words: str) -> None:
        """Remove something, and offer to bring it back."""
        from models.editing import bring_back, remove

        if self.save(lambda session: remove(session, table, row_id)):
            self.offer_undo(
                words, lambda: self.save(lambda session: bring_back(session, table, row_id))
            )

    def offer_undo(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, with a way to take it back: undo while nothing came after it."""
        offered = self._last_step

        def take_it_back() -> None:
            if not self._undo_only(offered):
                take_back()

        self.undo_offered.emit(words, take_it_back)

    def _undo_only(self, step: int) -> bool:
        """Undo this step if it is the last and can be undone; say whether it was."""
        if not step or self.standing().last != step:
            return False
        try:
            return self.undo() is not None
        except Problem:
            return False

    def standing(self) -> Standing:
        """Give what can be undone and redone."""
        with self.desk.database.reading() as connection:
            return standing(connection, self.review_id)

    def undo(self) -> "Done | None":
        """Take back the last act of this review; none when there is nothing.

        Raises: CannotUndo, ChangedSince, and what saving raises.
        """
        from models.undo import undo

        return self._turn(undo)

    def redo(self) -> "Done | None":
        """Do again what was taken back last; none when there is nothing.

        Raises: ChangedSince, and what saving raises.
        """
        from models.undo import redo

        return self._turn(redo)

    def _turn(self, turn: "Callable[..., Done | None]") -> "Done | None":
        calendar = self.desk.calendar
        done = self.desk.save(lambda session: turn(session, self.review_id, calendar))
        self._after_saving()
        return done

    def save(self, act: "Callable[[Session], object]") -> bool:
        """Make one change of the record and read the review again; a Problem is told once."""
        from models.undo import keep_step

        goes_back, self.goes_back = self.goes_back, False
        try:
            self._last_step = self.desk.save(
                lambda session: keep_step(session, self.review_id, act, going_back=goes_back)
            )
        except Problem as problem:
            self.troubled.emit(problem)
            return False
        self._after_saving()
        return True

    def _after_saving(self) -> None:
        self.saved.emit()
        if self._is_behind and not (self._may_wait and keys_come()):
            self.reload()
        elif self._is_behind:
            self._pause.start()

    def _catch_up(self) -> None:
        """Read again what was saved while keys came, once they pause."""
        if self._is_behind and keys_come():
            self._pause.start()
        elif self._is_behind:
            # locked meanwhile: it is read when unlocked; or the child left, and the page goes
            with contextlib.suppress(RecordClosed, NoSuchReview):
                self.reload()

    def _read(self) -> ReviewSheet:
        with self.desk.database.reading() as connection:
            return read_review(connection, self.review_id)
