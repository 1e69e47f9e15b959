"""What a review must consider, by Schedule 7 of the Care Planning Regulations 2010."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.sources import CARE_PLANNING, CARE_PLANNING_IN_FORCE

SOURCE = f"{CARE_PLANNING}Schedule 7"
ASYLUM_IN_FORCE_FROM = date(2014, 8, 18)  # SI 2014/1917, reg 5


@dataclass(frozen=True)
class Matter:
    """One thing that the review must consider, in our words; `{name}` is the child’s name."""

    key: str
    short_name: str
    must_consider: str
    in_force_from: date = CARE_PLANNING_IN_FORCE
    source: str = SOURCE


class Considered(StrEnum):
    """What became of a matter at this review."""

    WITH_NOTE = "with_note"
    NOTHING_TO_ADD = "nothing_to_add"
    NOT_APPLICABLE = "not_applicable"
    NOT_CONSIDERED = "not_considered"

    @property
    def needs_words(self) -> bool:
        """Whether a note or a reason belongs with it."""
        return self is not Considered.NOTHING_TO_ADD

    @property
    def blocks_completion(self) -> bool:
        """Whether the chair must confirm it before the review can be finished."""
        return self is Considered.NOT_CONSIDERED


CONSIDERED_NAMES: Mapping[Considered, str] = MappingProxyType(
    {
        Considered.WITH_NOTE: N_("Considered, with a note"),
        Considered.NOTHING_TO_ADD: N_("Considered, nothing to add"),
        Considered.NOT_APPLICABLE: N_("Does not apply, with the reason"),
        Considered.NOT_CONSIDERED: N_("Not considered, with the reason"),
    }
)

SCHEDULE_7: Mapping[str, Matter] = MappingProxyType(
    {
        each.key: each
        for each in (
            Matter(
                "S7.1",
                N_("What has changed"),
                N_(
                    "what has changed for {name} since last time, above all any change the"
                    " council made to the care plan; whether the last decisions were carried "
                    "out, and if not, why"
                ),
            ),
            Matter(
                "S7.2",
                N_("Legal status"),
                N_("whether the council should seek a change in legal status"),
            ),
            Matter(
                "S7.3",
                N_("Permanence"),
                N_("whether there is a plan for permanence"),
            ),
            Matter(
                "S7.4",
                N_("Family time"),
                N_(
                    "family time: the arrangements, and whether they need to change to help "
                    "{name} keep in touch with parents and other connected people"
                ),
            ),
            Matter(
                "S7.5",
                N_("Home"),
                N_(
                    "whether the home is still the best available, and whether anything about"
                    " the placement plan or where {name} lives is likely to need changing "
                    "before the next review"
                ),
            ),
            Matter(
                "S7.6",
                N_("Education or training"),
                N_(
                    "education or training: needs, progress, and any change needed before the"
                    " next review, with the advice of the school and the designated teacher"
                ),
            ),
            Matter(
                "S7.7",
                N_("Leisure"),
                N_("leisure interests"),
            ),
            Matter(
                "S7.8",
                N_("Health"),
                N_(
                    "health: the latest health assessment, and any change needed, with the "
                    "advice of health professionals"
                ),
            ),
            Matter(
                "S7.9",
                N_("Identity"),
                N_("identity: religion, racial origin, culture and language; are these needs met"),
            ),
            Matter(
                "S7.10",
                N_("Advice and support"),
                N_(
                    "advice, support and assistance between visits (regulation 31): is it "
                    "still right, and does {name} understand it"
                ),
            ),
            Matter(
                "S7.11",
                N_("Preparing to leave care"),
                N_("preparing for when {name} will no longer be looked after"),
            ),
            Matter(
                "S7.12",
                N_("Wishes and feelings"),
                N_(
                    "{name}’s wishes and feelings, and the IRO’s own view, about any part "
                    "of the case and any change made or proposed"
                ),
            ),
            Matter(
                "S7.13",
                N_("Social worker’s visits"),
                N_(
                    "how often the social worker visits, where {name} is placed with "
                    "parents for a time (regulation 28(3))"
                ),
            ),
            Matter(
                "S7.14",
                N_("Asylum and trafficking"),
                N_(
                    "where {name} is unaccompanied and seeking asylum, or may have been "
                    "trafficked: whether the needs that follow are met"
                ),
                ASYLUM_IN_FORCE_FROM,
            ),
        )
    }
)
