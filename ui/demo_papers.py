"""Makes the papers of the demo council's reviews: sheets, final records, copies on their way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

from letters.papers import paper
from letters.releasing import ready_copy
from models.conflicts_on_sheet import OfSession
from models.database import Database
from models.demo.after_meetings import AfterMeeting, Stage, after_meetings
from models.document_kind import DocumentKind
from models.issuing import Issue, issue
from models.people import Role
from models.readers_of_papers import Reader, readers
from models.reading_a_review import read_review
from models.releasing import NewCopy, release
from models.rules.recipients import FILE_READER
from models.rules.working_days import WorkingDays
from models.sending import NewStep, note_step
from models.sending_steps import Step

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.review_sheet import ReviewSheet

MOVED: Final = "Not known at this address any more."
RELEASED: Final = {
    Stage.TO_PRINT: (DocumentKind.DECISIONS, 2),
    Stage.SENT: (DocumentKind.MINUTES, 5),
}
"""What was released of a review, and how long ago. Units: working days."""


def make_papers(database: Database, owner_id: str, today: date, calendar: WorkingDays) -> None:
    """Issue and release what has gone so far; some was sent this week, and one came back."""
    _Papers(database, owner_id, today, calendar).make()


@dataclass(frozen=True)
class _Papers:
    """The papers of the reviews that are told."""

    database: Database
    owner_id: str
    today: date
    calendar: WorkingDays

    def make(self) -> None:
        """Issue, release and send, each on its own day."""
        with self.database.saving(self.owner_id, self._noon(30)) as session:
            told = after_meetings(session, self.owner_id, self.today, self.calendar)
            for each in told.values():
                self._issue(session, each)
        copies = {
            stage: self._release(told[stage], kind, days)
            for stage, (kind, days) in RELEASED.items()
            if stage in told
        }
        self._send(copies)

    def _issue(self, session: "Session", after: AfterMeeting) -> None:
        """Freeze the decisions sheet, and the record where it is final."""
        sheet = read_review(OfSession(session), after.review_id)
        wanted = {DocumentKind.DECISIONS: after.sent_on}
        if after.final_on is not None:
            wanted[DocumentKind.MINUTES] = after.final_on
        for kind, on in wanted.items():
            made = paper(sheet, kind, on)
            new = Issue(kind, made.rendered.pdf, made.words)
            at = datetime.combine(on, time(12), UTC)
            issue(session, sheet.id, new, after.chair_id, at)

    def _release(self, after: AfterMeeting, kind: DocumentKind, days: int) -> dict[str, str]:
        """Release this paper to everybody who gets it, so many days ago; gives the copies."""
        at, made, chair = self._noon(days), {}, after.chair_id
        with self.database.saving(chair, at) as session:
            sheet = read_review(OfSession(session), after.review_id)
            every = [each for each in readers(sheet) if each.gets(kind)]
            wanted = sum(not each.is_file for each in every)
            for reader in every:
                new = self._copy(sheet, reader, kind, wanted, at.date())
                made[_whose(reader)] = release(session, sheet.id, new, chair, at)
        return made

    def _copy(
        self, sheet: "ReviewSheet", reader: Reader, kind: DocumentKind, wanted: int, on: date
    ) -> NewCopy:
        copy = ready_copy(sheet, kind, reader, on, self.calendar)
        document = sheet.latest_document(kind)
        return NewCopy(
            kind=kind, reader=reader.key, reader_name=reader.name, role=reader.rule.key,
            data=copy.data, words=copy.made.words, way=reader.way, address=reader.address,
            email=reader.email, document_id=document.id if document else None,
            due_on=copy.due_on, left_out=len(copy.made.cuts), wanted=wanted,
            unanswered=tuple(hit.key for hit in copy.unanswered),
        )  # fmt: skip

    def _send(self, copies: dict[Stage, dict[str, str]]) -> None:
        waiting, sent = copies.get(Stage.TO_PRINT, {}), copies.get(Stage.SENT, {})
        self._note(4, Step.EMAILED, [sent.get(Role.SOCIAL_WORKER)])
        self._note(4, Step.PRINTED, [sent.get(Role.PARENT)])
        self._note(3, Step.POSTED, [sent.get(Role.PARENT)])
        self._note(1, Step.RETURNED, [sent.get(Role.PARENT)], MOVED)
        self._note(1, Step.EMAILED, [waiting.get(Role.SOCIAL_WORKER)])
        self._note(1, Step.FILED, [waiting.get(FILE_READER), sent.get(FILE_READER)])

    def _note(self, days: int, step: Step, copies: Iterable[str | None], note: str = "") -> None:
        at = self._noon(days)
        with self.database.saving(self.owner_id, at) as session:
            for copy_id in filter(None, copies):
                note_step(session, copy_id, NewStep(step, at.date(), note), self.owner_id)

    def _noon(self, days: int) -> datetime:
        """Noon of a working day so long ago. Units: working days."""
        return datetime.combine(self.calendar.before(self.today, days), time(12), UTC)


def _whose(reader: Reader) -> str:
    return reader.person.role if reader.person is not None else reader.key
