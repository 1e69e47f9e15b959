"""The kinds of review: which steps, which clocks, which letter, and whether it is returned."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.rules.age import PATHWAY_AGE, age_on
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.marking import N_
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.review_clock import ReviewPath

EVERY_STEP = tuple(MEETING_STEPS)
STEPS_ALWAYS_KEPT = ("A1", "A2", "A11", "A12")  # who came, the child's words, decisions, rights


@dataclass(frozen=True)
class KindOfReview:
    """One kind: its steps in their order, its clocks by id, its letter and its papers.

    `in_return` says whether the national return of reviews counts it, `considers_every_matter`
    whether Schedule 7 binds it as a whole.
    """

    key: str
    name: str
    steps: tuple[str, ...]
    clocks: tuple[str, ...]
    letter: str
    papers: tuple[str, ...]
    in_return: bool = True
    considers_every_matter: bool = True
    source: str = "domain reference 3.4; Care Planning Regulations 2010, reg 33"


_USUAL_PAPERS = ("social_worker_report", "care_plan", "placement_plan", "pep", "health_plan",
                 "carer_report")  # fmt: skip

REVIEW_KINDS: Mapping[str, KindOfReview] = MappingProxyType(
    {
        each.key: each
        for each in (
            KindOfReview(
                "first", N_("First review"), EVERY_STEP, ("T10",), "review", _USUAL_PAPERS
            ),
            KindOfReview(
                "second", N_("Second review"), EVERY_STEP, ("T11",), "review", _USUAL_PAPERS
            ),
            KindOfReview(
                "later", N_("Later review"), EVERY_STEP, ("T12",), "review", _USUAL_PAPERS
            ),
            KindOfReview(
                "pathway",
                N_("Pathway plan review"),
                EVERY_STEP,
                ("T12",),
                "review",
                (*_USUAL_PAPERS, "pathway_plan"),
                source="Care Planning Regulations 2010, regs 40 to 43",
            ),
            KindOfReview(
                "authorised",
                N_("Adoption review, not yet placed"),
                EVERY_STEP,
                ("V1", "V1a"),
                "adoption",
                _USUAL_PAPERS,
                source="Adoption Agencies Regulations 2005, reg 36(1)",
            ),
            KindOfReview(
                "placed",
                N_("Adoption review, placed"),
                EVERY_STEP,
                ("V2", "V2a", "V2b"),
                "placed",
                _USUAL_PAPERS,
                source="Adoption Agencies Regulations 2005, reg 36(3)",
            ),
            KindOfReview(
                "short_breaks",
                N_("Short breaks review"),
                ("A1", "A2", "A3", "A4", "A6", "A7", "A8", "A10", "A11", "A12"),
                ("V4", "V4a"),
                "short_breaks",
                ("social_worker_report", "placement_plan", "carer_report"),
                in_return=False,
                considers_every_matter=False,
                source="Care Planning Regulations 2010, reg 48; validation rule 399",
            ),
            KindOfReview(
                "moving_on",
                N_("Moving-on review"),
                EVERY_STEP,
                ("T12",),
                "moving_on",
                _USUAL_PAPERS,
                source="domain reference 3.4 (exit from care) and 2.3 rule 15",
            ),
        )
    }
)
SHORT_BREAK_STATUSES = frozenset(
    code for code, status in LEGAL_STATUSES.items() if not status.in_national_return
)
_BY_NUMBER = ("first", "second")
_OF_PATH: Mapping[str, str] = MappingProxyType(
    {
        ReviewPath.AUTHORISED: "authorised",
        ReviewPath.PLACED_FOR_ADOPTION: "placed",
        ReviewPath.SHORT_BREAKS: "short_breaks",
    }
)
_PATH_OF = MappingProxyType({kind: path for path, kind in _OF_PATH.items()})
ANY_PATH = frozenset({"moving_on"})  # a child moves on from whichever rules there were


def usual_kind(number: int, path: str, born_on: date, on: date | None) -> str:
    """The kind that a review usually is: by its path, then its number, then the child's age.

    `on` is the day it is booked, due or held, where one is known.
    """
    if path in _OF_PATH:
        return _OF_PATH[path]
    if number <= len(_BY_NUMBER):
        return _BY_NUMBER[number - 1]
    is_of_pathway_age = on is not None and age_on(born_on, on) >= PATHWAY_AGE
    return "pathway" if is_of_pathway_age else "later"


def path_of(kind: str, path_now: str) -> str:
    """The rules that a review of this kind is counted by, for a child on these rules now."""
    if kind in ANY_PATH:
        return path_now
    return _PATH_OF.get(kind, ReviewPath.ORDINARY)


def is_short_breaks(kind: str) -> bool:
    """Say whether a review of this kind is one of short breaks."""
    return path_of(kind, ReviewPath.ORDINARY) == ReviewPath.SHORT_BREAKS


def is_returned(kind: str, legal_statuses: Collection[str]) -> bool:
    """Say whether the national return has a row for a review of this kind.

    `legal_statuses` are the codes of all the child's episodes. Reviews of short breaks are
    never returned; nor is any review of a child who was only ever in agreed short breaks.
    Source: validation rule 399; domain reference 1.4.
    """
    known = REVIEW_KINDS.get(kind)
    only_short_breaks = bool(legal_statuses) and SHORT_BREAK_STATUSES.issuperset(legal_statuses)
    return (known is None or known.in_return) and not only_short_breaks
