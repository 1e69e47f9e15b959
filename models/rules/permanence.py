"""Where a child will grow up: the kinds of lasting plan, and when one must be in place."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from models.rules.duties import DUTIES
from models.rules.marking import N_

NOT_YET_KNOWN = "not_yet_known"
PLAN_IN_PLACE = DUTIES["T14"]
BY_REVIEW_NUMBER = 2  # T14: by the second review

PERMANENCE_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "return_home": N_("Return home"),
        "special_guardianship": N_("Special guardianship"),
        "long_term_fostering": N_("Long-term fostering"),
        "connected_person": N_("With family or friends"),
        "residential": N_("Children’s home"),
        "adoption": N_("Adoption"),
        "to_independence": N_("Care until independence"),
        NOT_YET_KNOWN: N_("Not yet known"),
    }
)
ON_TRACK: Mapping[str, str] = MappingProxyType(
    {"yes": N_("Yes"), "no": N_("No"), "not_sure": N_("Not sure")}
)


def is_known(permanence_type: str) -> bool:
    """Whether this says what the lasting plan is."""
    return permanence_type in PERMANENCE_TYPES and permanence_type != NOT_YET_KNOWN


def is_plan_missing(review_number: int, kind: str, permanence_type: str) -> bool:
    """Whether a lasting plan should be in place by this review and is not.

    A series of short breaks needs none.

    Source: duties, T14.
    """
    due = kind != "short_breaks" and review_number >= BY_REVIEW_NUMBER
    return due and not is_known(permanence_type)


def needs_why(on_track: str) -> bool:
    """Whether it must be said why the plan is not on track."""
    return on_track in {"no", "not_sure"}


def is_ratification_late(ratified_on: date | None, ratify_by: date | None, today: date) -> bool:
    """Whether the day by which the plan was to be ratified has passed without it."""
    return ratified_on is None and ratify_by is not None and ratify_by < today
