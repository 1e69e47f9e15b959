"""Every kind of record in one place, so that the whole schema is known when it is needed."""

from sqlalchemy import Index, text

from models.child import CarePeriod, Child
from models.conflict import Conflict
from models.considered import MatterConsidered, PaperReceived, StepFact
from models.convening import Convening, Invitation, ReturnedForm
from models.council import Council, LaptopFact, StaffMember
from models.decision import Decision, DecisionProgress
from models.dispute import Dispute
from models.document import Document
from models.letter import (
    ChildLetter,
    LetterLine,
    LetterPicture,
    LetterTemplateText,
    LetterTranslation,
    LetterWaiver,
    PlainWord,
)
from models.manager_reply import DecisionChange, ManagerReply
from models.paper_copy import Delivery, PaperCopy
from models.participation import Consultation, Participation
from models.people import Attendance, Person
from models.protected import ProtectedFact, Restriction
from models.recipient import CopyChange, DisclosureAnswer, Recipient
from models.record import Record, Shared
from models.review import Milestone, Rearranged, Review, RightExplained, Sitting, StepMark
from models.signs import Note, ScaleAnswer
from models.sync.kept_here import (
    Arrival,
    ArrivedRow,
    HeldWork,
    Looked,
    SealedBatch,
    SharedCase,
)
from models.undo_step import UndoStep
from models.wishes import Drawing, Wish

SHARED: tuple[type[Shared], ...] = (
    Council, StaffMember, Child, CarePeriod, Person, Review, Sitting, Milestone, StepMark,
    RightExplained, Attendance, Participation, Decision, DecisionProgress, Wish, Note,
    ScaleAnswer, Document, MatterConsidered, StepFact, PaperReceived, Rearranged, Consultation,
    Drawing, Dispute, ChildLetter, LetterLine, LetterWaiver, LetterTranslation, LetterPicture,
    LetterTemplateText, PlainWord, Conflict, ProtectedFact, Restriction, Recipient, CopyChange,
    DisclosureAnswer, PaperCopy, Delivery, ManagerReply, DecisionChange, Convening, Invitation,
    ReturnedForm,
)  # fmt: skip
LOCAL: tuple[type[Record], ...] = (
    LaptopFact, UndoStep, SealedBatch, ArrivedRow, HeldWork, Arrival, SharedCase, Looked,
)  # fmt: skip
BY_TABLE: dict[str, type[Shared]] = {
    mapper.local_table.description: mapper.class_
    for mapper in Record.registry.mappers
    if issubclass(mapper.class_, Shared)
}

for _table in (Record.metadata.tables[name] for name in BY_TABLE):
    Index(  # a count of what waits to be shared must not look through every row
        f"ix_{_table.name}_waiting", _table.c.case_id, sqlite_where=text("pending <> '{}'")
    )
