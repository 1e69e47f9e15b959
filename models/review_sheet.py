"""Everything one review holds, as frozen values read in one go: for windows and for paper."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from models.checked_on_sheet import (
    ConsultationOnSheet as ConsultationOnSheet,
)
from models.checked_on_sheet import (
    DisputeOnSheet as DisputeOnSheet,
)
from models.checked_on_sheet import (
    DocumentOnSheet as DocumentOnSheet,
)
from models.checked_on_sheet import (
    EarlierReview as EarlierReview,
)
from models.checked_on_sheet import (
    FactOnSheet as FactOnSheet,
)
from models.checked_on_sheet import (
    MatterOnSheet as MatterOnSheet,
)
from models.checked_on_sheet import (
    MilestoneOnSheet as MilestoneOnSheet,
)
from models.checked_on_sheet import (
    PaperOnSheet as PaperOnSheet,
)
from models.checked_on_sheet import (
    RearrangedOnSheet as RearrangedOnSheet,
)
from models.checked_on_sheet import (
    RightOnSheet as RightOnSheet,
)
from models.checked_on_sheet import (
    StepMarkOnSheet as StepMarkOnSheet,
)
from models.conflicts_on_sheet import ConflictOnSheet as ConflictOnSheet
from models.form import FormStep, MeetingForm, shipped_form
from models.letter_making import LetterMaking as LetterMaking
from models.people_on_sheet import (
    AttendanceOnSheet as AttendanceOnSheet,
)
from models.people_on_sheet import (
    ChildOnSheet as ChildOnSheet,
)
from models.people_on_sheet import (
    CouncilOnSheet as CouncilOnSheet,
)
from models.people_on_sheet import (
    PersonOnSheet as PersonOnSheet,
)
from models.people_on_sheet import (
    SittingOnSheet as SittingOnSheet,
)
from models.rules.schedule7 import SCHEDULE_7
from models.said_on_sheet import (
    DecisionOnSheet as DecisionOnSheet,
)
from models.said_on_sheet import (
    DrawingOnSheet as DrawingOnSheet,
)
from models.said_on_sheet import (
    NoteOnSheet as NoteOnSheet,
)
from models.said_on_sheet import (
    ParticipationOnSheet as ParticipationOnSheet,
)
from models.said_on_sheet import (
    ProgressOnSheet as ProgressOnSheet,
)
from models.said_on_sheet import (
    ScaleAnswerOnSheet as ScaleAnswerOnSheet,
)
from models.said_on_sheet import (
    WishOnSheet as WishOnSheet,
)
from models.sending_on_sheet import CopyChangeOnSheet as CopyChangeOnSheet
from models.sending_on_sheet import DecisionChangeOnSheet as DecisionChangeOnSheet
from models.sending_on_sheet import DisclosureAnswerOnSheet as DisclosureAnswerOnSheet
from models.sending_on_sheet import ManagerReplyOnSheet as ManagerReplyOnSheet
from models.sending_on_sheet import ProtectedFactOnSheet as ProtectedFactOnSheet
from models.sending_on_sheet import RecipientOnSheet as RecipientOnSheet
from models.sending_on_sheet import RestrictionOnSheet as RestrictionOnSheet
from models.staff_on_sheet import StaffOnSheet as StaffOnSheet  # a sheet names its chair


@dataclass(frozen=True, kw_only=True)
class ReviewFacts:
    """The review's own facts."""

    id: str
    case_id: str
    child_id: str
    number: int
    kind: str
    state: str
    chair_id: str
    due_on: date | None
    due_clock: str
    counted_from: date | None
    booked_on: date | None
    booked_time: str
    place: str
    mode: str
    held_on: date | None
    completed_on: date | None
    finished_at: datetime | None
    late_why: str
    what_for: str
    warm_line: str
    home_line: str
    plan_agreed: str
    permanence_plan: str
    legal_line: str
    iro_view: str
    one_more_line: str
    no_words_why: str
    no_code_why: str
    no_next_review_why: str
    resumed_late_why: str
    next_review_on: date | None
    next_review_time: str
    next_review_place: str
    midpoint_on: date | None
    see_child_by: date | None
    see_child_how: str
    covering_for: str = ""
    together_id: str = ""
    moving_on: bool = False
    numbers_hidden: bool = False
    gaps_why: str = ""
    not_resumed_why: str = ""
    permanence_type: str = ""
    permanence_agreed_on: date | None = None
    permanence_on_track: str = ""
    permanence_why: str = ""
    plan_ratified_on: date | None = None
    plan_ratify_by: date | None = None
    plan_not_ratified_why: str = ""
    plan_agreed_why: str = ""
    tell_how: str = ""
    tell_words: str = ""
    tell_by: str = ""
    child_feedback: str = ""
    others_feedback: str = ""
    finalised_on: date | None = None
    papers_made: str = ""
    reopened_why: str = ""


@dataclass(frozen=True, kw_only=True)
class ReviewSheet(ReviewFacts):
    """One review with all it contains. `earlier_decisions` are those not closed before it.

    `mapped_last_time` are the worry statements and goals of the review before this one;
    `making` is how the letter to the child is made, `conflicts` what waits in two versions.
    """

    council: CouncilOnSheet
    chair: StaffOnSheet
    child: ChildOnSheet
    care_began_on: date | None
    sittings: tuple[SittingOnSheet, ...]
    people: tuple[PersonOnSheet, ...]
    attendances: tuple[AttendanceOnSheet, ...]
    wishes: tuple[WishOnSheet, ...]
    notes: tuple[NoteOnSheet, ...]
    scale_answers: tuple[ScaleAnswerOnSheet, ...]
    earlier_scale_answers: tuple[ScaleAnswerOnSheet, ...]
    decisions: tuple[DecisionOnSheet, ...]
    earlier_decisions: tuple[DecisionOnSheet, ...]
    progress: tuple[ProgressOnSheet, ...]
    participation: ParticipationOnSheet | None
    step_marks: tuple[StepMarkOnSheet, ...]
    rights: tuple[RightOnSheet, ...]
    milestones: tuple[MilestoneOnSheet, ...]
    documents: tuple[DocumentOnSheet, ...]
    earlier_reviews: tuple[EarlierReview, ...]
    form: MeetingForm = field(default_factory=shipped_form)
    care_path: str = "ordinary"
    care_path_since: date | None = None
    care_ended_on: date | None = None
    matters: tuple[MatterOnSheet, ...] = ()
    facts: tuple[FactOnSheet, ...] = ()
    earlier_facts: tuple[FactOnSheet, ...] = ()
    papers: tuple[PaperOnSheet, ...] = ()
    rearranged: tuple[RearrangedOnSheet, ...] = ()
    consultations: tuple[ConsultationOnSheet, ...] = ()
    drawings: tuple[DrawingOnSheet, ...] = ()
    disputes: tuple[DisputeOnSheet, ...] = ()
    carried: tuple[DecisionOnSheet, ...] = ()
    mapped_last_time: tuple[NoteOnSheet, ...] = ()
    conflicts: tuple[ConflictOnSheet, ...] = ()
    protected: tuple[ProtectedFactOnSheet, ...] = ()
    restrictions: tuple[RestrictionOnSheet, ...] = ()
    recipients: tuple[RecipientOnSheet, ...] = ()
    copy_changes: tuple[CopyChangeOnSheet, ...] = ()
    disclosure_answers: tuple[DisclosureAnswerOnSheet, ...] = ()
    replies: tuple[ManagerReplyOnSheet, ...] = ()
    decision_changes: tuple[DecisionChangeOnSheet, ...] = ()
    making: LetterMaking = field(default_factory=LetterMaking)

    @cached_property
    def steps(self) -> tuple[FormStep, ...]:
        """The steps of this kind of review, in their order."""
        return self.form.steps_of(self.kind)

    @cached_property
    def matters_of_law(self) -> tuple[str, ...]:
        """The matters of Schedule 7 that the steps of this review cover, in their order."""
        covered = {key for step in self.steps if not step.covers_all for key in step.schedule_7}
        return tuple(key for key in SCHEDULE_7 if key in covered)

    @cached_property
    def person(self) -> dict[str, PersonOnSheet]:
        """The people round the child by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def who_came(self) -> tuple[PersonOnSheet, ...]:
        """The people who were there, in their order."""
        came = {attendance.person_id for attendance in self.attendances if attendance.came}
        return tuple(person for person in self.people if person.id in came)

    def notes_in(self, column: str) -> tuple[NoteOnSheet, ...]:
        """The notes of one column, in their order."""
        return tuple(note for note in self.notes if note.column == column)

    def progress_of(self, decision_id: str) -> ProgressOnSheet | None:
        """What this review heard of an earlier decision."""
        return next(
            (
                heard
                for heard in self.progress
                if heard.decision_id == decision_id and heard.review_id == self.id
            ),
            None,
        )

    def latest_document(self, kind: str) -> DocumentOnSheet | None:
        """The newest issued version of one kind."""
        issued = [document for document in self.documents if document.kind == kind]
        return max(issued, key=lambda document: document.version, default=None)
