"""Everything one review holds, as frozen values read in one go: for windows and for paper."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from models.staff_on_sheet import StaffOnSheet as StaffOnSheet  # a sheet names its chair


@dataclass(frozen=True)
class CouncilOnSheet:
    """The council's names and telephone numbers."""

    authority_id: int
    name: str
    service: str
    advocacy_name: str
    advocacy_phone: str
    complaints_phone: str
    video_counts_as_attending: bool


@dataclass(frozen=True)
class ChildOnSheet:
    """The child, as known today."""

    id: str
    identifier: str
    given_name: str
    family_name: str
    chosen_name: str
    pronouns: str
    born_on: date
    legal_status: str
    legal_status_from: date | None
    first_language: str
    interpreter: str
    communication: str
    lives_with: str
    lives_there_since: date | None
    plan: str
    school: str
    what_helps: str
    letter_wishes: str
    letter_colour: str
    chosen_words: str
    social_worker: str
    team: str
    iro_id: str
    review_due_on: date | None
    review_due_clock: str
    review_counted_from: date | None
    reviews_held: int
    last_reviewed_on: date | None
    booked_on: date | None
    in_care: bool

    @property
    def called(self) -> str:
        """The name the child chose, or their given name."""
        return self.chosen_name or self.given_name

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class PersonOnSheet:
    """Somebody round the child."""

    id: str
    name: str
    called: str
    role: str
    what_they_are: str
    parental_responsibility: bool
    phone: str
    position: int

    @property
    def short(self) -> str:
        """The child's own word for them, or their name."""
        return self.called or self.name


@dataclass(frozen=True)
class AttendanceOnSheet:
    """How one person took part in this review."""

    id: str
    person_id: str
    consulted: bool
    invited: bool
    not_invited_why: str
    attended: str
    part: str
    sent_views: bool
    views: str
    apologies: bool

    @property
    def came(self) -> bool:
        """In the room, or by video or phone."""
        return self.attended in {"in_room", "video", "phone"}


@dataclass(frozen=True)
class SittingOnSheet:
    """One part of the review."""

    id: str
    number: int
    held_on: date
    began_at: str
    ended_at: str
    place: str
    adjourned: bool
    reason: str


@dataclass(frozen=True)
class WishOnSheet:
    """Something the child said, in their own words."""

    id: str
    words: str
    way: str
    heard_by: str
    heard_on: date | None
    column: str
    life_area: str
    step: str
    asked_for: bool
    answer: str
    decision_id: str | None
    private: bool
    in_letter: bool
    position: int


@dataclass(frozen=True)
class NoteOnSheet:
    """A note under one column and one life area."""

    id: str
    step: str
    column: str
    life_area: str
    words: str
    letter_words: str
    said_by: str
    person_id: str | None
    restricted: bool
    restriction_kinds: tuple[str, ...]
    in_letter: bool
    position: int


@dataclass(frozen=True)
class ScaleAnswerOnSheet:
    """One person's number and reason, in this review or an earlier one."""

    id: str
    review_id: str
    scale: str
    person_id: str | None
    who: str
    is_child: bool
    answered: str
    number: int | None
    reason: str
    one_more: str


@dataclass(frozen=True)
class DecisionOnSheet:
    """A decision of this review, or of an earlier one."""

    id: str
    review_id: str
    number: int
    what: str
    who: str
    person_id: str | None
    by_when: date | None
    why: str
    how_we_will_know: str
    life_area: str
    picture: str
    letter_words: str
    in_letter: bool
    restricted: bool
    outcome: str

    @property
    def says_who_and_when(self) -> bool:
        """Whether somebody is named and a day is set."""
        return bool(self.who.strip()) and self.by_when is not None


@dataclass(frozen=True)
class ProgressOnSheet:
    """What this review, or one between, heard of an earlier decision."""

    id: str
    decision_id: str
    review_id: str
    outcome: str
    why: str
    new_by_when: date | None


@dataclass(frozen=True)
class ParticipationOnSheet:
    """How the child took part."""

    id: str
    was_there: str
    spoke: bool | None
    someone_spoke: bool | None
    showed_without_speech: bool | None
    someone_spoke_who_child_asked: bool | None
    own_words_reached: bool | None
    suggested_code: str
    chosen_code: str
    override_reason: str
    pn7_reason: str
    who_spoke: str
    how_known: str
    seen_alone: str
    seen_alone_on: date | None
    seen_alone_why: str
    also: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code that stands."""
        return self.chosen_code or self.suggested_code


@dataclass(frozen=True)
class StepMarkOnSheet:
    """What the chair said of one step."""

    id: str
    step: str
    done: bool
    left_out_why: str


@dataclass(frozen=True)
class RightOnSheet:
    """One line of the rights checklist."""

    id: str
    right: str
    done: bool
    note: str


@dataclass(frozen=True)
class MilestoneOnSheet:
    """A clock that was met."""

    id: str
    clock: str
    met_on: date
    note: str


@dataclass(frozen=True)
class DocumentOnSheet:
    """An issued document, without its pages."""

    id: str
    kind: str
    version: int
    replaces_id: str | None
    reason: str
    issued_at: datetime
    issued_by: str
    digest: str


@dataclass(frozen=True)
class EarlierReview:
    """A review of the same child held before this one."""

    id: str
    number: int
    state: str
    held_on: date | None


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class ReviewSheet(ReviewFacts):
    """One review with all it contains. `earlier_decisions` are those not closed before it."""

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
