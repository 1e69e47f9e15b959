"""What is owed at a time that no number can say, with its source and day in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.sources import CARE_PLANNING, CARE_PLANNING_IN_FORCE
from models.rules.timescale import Kind, Start


@dataclass(frozen=True)
class Duty:
    """Something owed at a time that no number can say."""

    id: str
    name: str
    when: str
    starts_from: Start
    kind: Kind
    source: str
    in_force_from: date | None


EARLY_REVIEW = Duty(
    "T13",
    N_("Review brought forward"),
    N_("before the event, or as soon as practicable"),
    Start.EVENT,
    Kind.LAW,
    f"{CARE_PLANNING}reg 33(3)",
    CARE_PLANNING_IN_FORCE,
)
MIDPOINT = Duty(
    "T50",
    N_("Midpoint check"),
    N_("half-way to the next review"),
    Start.REVIEW,
    Kind.LOCAL,
    "Wandsworth, Pride in Practice Standards; five annual reports of IRO services",
    None,
)

DUTIES: Mapping[str, Duty] = MappingProxyType(
    {
        duty.id: duty
        for duty in (
            Duty(
                "T03",
                N_("New IRO when the post falls vacant"),
                N_("as soon as practicable"),
                Start.VACANCY,
                Kind.LAW,
                "Children Act 1989, s25A(3)",
                CARE_PLANNING_IN_FORCE,
            ),
            EARLY_REVIEW,
            Duty(
                "T14",
                N_("Permanence plan in place"),
                N_("by the second review"),
                Start.LOOKED_AFTER,
                Kind.GUIDE,
                "i-space fostering handbook, chapter 6; Herefordshire 2021/22, 7.4",
                None,
            ),
            Duty(
                "T26",
                N_("IRO speaks with the child in private"),
                N_("before the review, or as part of it"),
                Start.REVIEW,
                Kind.LAW,
                f"{CARE_PLANNING}reg 36(1)(b)",
                CARE_PLANNING_IN_FORCE,
            ),
            Duty(
                "T43",
                N_("Referral to Cafcass"),
                N_("at any time, before or beside a dispute"),
                Start.EVENT,
                Kind.LAW,
                "Children Act 1989, s25B(3)",
                CARE_PLANNING_IN_FORCE,
            ),
            MIDPOINT,
        )
    }
)
