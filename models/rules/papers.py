"""The papers that a review should have, which review needs which, and when they are in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.rules.age import PATHWAY_AGE
from models.rules.marking import N_
from models.rules.review_kinds import REVIEW_KINDS, is_short_breaks
from models.rules.timescale import limit
from models.rules.timescales import REPORTS_IN
from models.rules.working_days import WorkingDays

SOURCE = "domain reference 3.1 (Endorsing the plan), 3.2 (Papers) and T25"
PEP_FROM_AGE = 2  # a PEP before a place in early learning is not asked for


@dataclass(frozen=True)
class Paper:
    """One paper. A manager authorises the care plan; a plan is given in a form a child can use.

    Units: `from_age` is in whole years.
    """

    key: str
    name: str
    is_authorised: bool = False
    has_childs_form: bool = False
    from_age: int = 0


class PaperState(StrEnum):
    """How a paper stands."""

    NOT_SAID = "not_said"
    HERE = "here"  # it came, and the day of the review is not known
    ON_TIME = "on_time"
    LATE = "late"
    ABSENT = "absent"  # it is not here, and why is written down


@dataclass(frozen=True)
class PaperStanding:
    """How a paper stands, and by how many working days it was late."""

    state: PaperState
    late_by: int = 0


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        each.key: each
        for each in (
            Paper("social_worker_report", N_("Social worker’s report")),
            Paper("care_plan", N_("Care plan"), is_authorised=True, has_childs_form=True),
            Paper("placement_plan", N_("Placement plan")),
            Paper("pep", N_("PEP"), from_age=PEP_FROM_AGE),
            Paper("health_plan", N_("Health plan")),
            Paper("carer_report", N_("Carer’s report")),
            Paper("pathway_plan", N_("Pathway plan"), has_childs_form=True),
        )
    }
)


def papers_needed(kind_of_review: str, age: int) -> tuple[Paper, ...]:
    """The papers that this kind of review needs of a child of this age, in their order.

    From 16 a looked-after child has a pathway plan, whichever of their reviews it is.
    Source: Care Planning Regulations 2010, regs 40 to 43.
    """
    kind = REVIEW_KINDS.get(kind_of_review, REVIEW_KINDS["later"])
    by_age = age >= PATHWAY_AGE and not is_short_breaks(kind.key)
    keys = dict.fromkeys((*kind.papers, "pathway_plan") if by_age else kind.papers)
    return tuple(PAPERS[key] for key in keys if age >= PAPERS[key].from_age)


def papers_due(review_on: date, calendar: WorkingDays) -> date:
    """The last day on which a paper for this review is in time.

    Raises: BeyondCalendar.
    Source: timescales.REPORTS_IN.
    """
    return limit(REPORTS_IN, review_on, calendar)


def paper_standing(
    received_on: date | None, missing_why: str, review_on: date | None, calendar: WorkingDays
) -> PaperStanding:
    """How a paper stands; what comes on a day off counts as coming on the next working day.

    Raises: BeyondCalendar.
    Source: timescales.REPORTS_IN.
    """
    if received_on is None:
        absent = bool(missing_why.strip())
        return PaperStanding(PaperState.ABSENT if absent else PaperState.NOT_SAID)
    if review_on is None:
        return PaperStanding(PaperState.HERE)
    due = papers_due(review_on, calendar)
    if received_on <= due:
        return PaperStanding(PaperState.ON_TIME)
    worked = calendar.is_working_day(received_on)
    counted = received_on if worked else calendar.after(received_on, 1)
    return PaperStanding(PaperState.LATE, calendar.between(due, counted))
