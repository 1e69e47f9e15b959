"""What was checked and noted at a review, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime


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
    on: date | None = None


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
    kind: str = ""
    permanence_plan: str = ""
    permanence_type: str = ""
    permanence_agreed_on: date | None = None


@dataclass(frozen=True)
class MatterOnSheet:
    """What became of one matter of Schedule 7."""

    id: str
    matter: str
    state: str
    words: str


@dataclass(frozen=True)
class FactOnSheet:
    """One fact of one step, at this review or an earlier one."""

    id: str
    review_id: str
    fact: str
    words: str
    day: date | None
    choice: str


@dataclass(frozen=True)
class PaperOnSheet:
    """One paper that the review should have."""

    id: str
    paper: str
    received_on: date | None
    seen: bool
    authorised: str
    child_friendly: bool
    missing_why: str


@dataclass(frozen=True)
class RearrangedOnSheet:
    """Once that the review was put off or brought forward."""

    id: str
    from_day: date
    to_day: date | None
    asked_on: date
    asked_by: str
    why: str
    why_kind: str = ""


@dataclass(frozen=True)
class ConsultationOnSheet:
    """One way in which the child was asked before the review."""

    id: str
    way: str
    on: date | None
    by: str
    note: str


@dataclass(frozen=True)
class DisputeOnSheet:
    """A dispute opened at this review."""

    id: str
    decision_id: str | None
    opened_on: date
    what: str
    outcome_sought: str
