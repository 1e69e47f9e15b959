"""Every kind of record in one place, so that the whole schema is known when it is needed."""

from models.child import CarePeriod, Child
from models.council import Council, LaptopFact, StaffMember
from models.decision import Decision, DecisionProgress
from models.document import Document
from models.participation import Participation
from models.people import Attendance, Person
from models.record import Record, Shared
from models.review import Milestone, Review, RightExplained, Sitting, StepMark
from models.signs import Note, ScaleAnswer
from models.wishes import Wish

SHARED: tuple[type[Shared], ...] = (
    Council, StaffMember, Child, CarePeriod, Person, Review, Sitting, Milestone, StepMark,
    RightExplained, Attendance, Participation, Decision, DecisionProgress, Wish, Note,
    ScaleAnswer, Document,
)  # fmt: skip
LOCAL: tuple[type[Record], ...] = (LaptopFact,)
BY_TABLE: dict[str, type[Shared]] = {
    mapper.local_table.description: mapper.class_
    for mapper in Record.registry.mappers
    if issubclass(mapper.class_, Shared)
}
