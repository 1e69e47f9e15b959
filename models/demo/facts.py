"""Invents the facts, the papers and the lasting plan of a review, from a chance of their own."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any  # Any: the fields of a new record
from uuid import UUID

from models.considered import PaperReceived, StepFact
from models.rules.age import PATHWAY_AGE, age_on
from models.rules.fact_asked import FactAsked, FactKind
from models.rules.papers import papers_needed
from models.rules.step_facts import STEP_FACTS

if TYPE_CHECKING:
    from models.demo.review import InventedReview
    from models.demo.timeline import Held
    from models.record import Shared
    from models.review import Review

TO_SHOW = frozenset({"Kit", "Posy", "Wren", "Ives"})  # every review of theirs has facts
REVIEWS_WITH_FACTS, FILLED_SHARE = 0.2, 0.85
LATE_SHARE, ABSENT_SHARE = 0.15, 0.08

WRITTEN = {
    "sharing": ("What is said stays with the people here and with the school.",),
    "house_rules": ("One at a time. {name} may ask for a break.", "Phones away."),
    "moves": ("None", "None"),
    "delegated_authority": (
        "{carer}: trips, sleepovers and haircuts. The council: operations and trips abroad.",
    ),
    "plan_b": ("To be found with the family", "Weekends first, then more, with {helper}’s help"),
    "family_time_plan": (
        "Every other Saturday at the family centre, with the family support worker there.",
        "Once a month at the park, three hours, with nobody watching over it.",
    ),
    "brothers_and_sisters": ("See each other every week after school", "One, who lives nearby"),
    "identity": ("Knows where the family comes from; the memory box is kept up",),
    "faith": ("None", "Goes to church at Christmas"),
    "language": ("English at home and at school",),
    "sdq_score": ("11", "14", "17"),
    "diagnoses": ("None", "Asthma"),
    "medicines": ("None", "Blue inhaler when needed"),
    "attendance": ("94%", "96%", "98%"),
    "exclusions": ("None",),
    "clubs": ("Swimming on Tuesdays", "Football on Saturdays", "Drama club"),
    "missing": ("None", "Once, two hours; came back alone"),
    "online": ("Phone stays downstairs at night", "Knows whom to tell"),
    "exploitation": ("None known",),
    "offending": ("None",),
    "immigration": ("British",),
    "help_between_visits": ("Rings {helper} or the social worker, and knows the number",),
    "savings": ("Junior ISA, £10 a week", "Junior ISA, £5 a week"),
    "personal_adviser": ("To be named by the autumn",),
    "accommodation": ("Stay {living}",),
    "money": ("Has a bank card, and saves for driving lessons",),
    "work": ("College, then an apprenticeship",),
    "daily_living": ("Cooks twice a week",),
    "people_who_help": ("{carer}, and one aunt",),
}
OF_KIT = {"brothers_and_sisters": "One sister, in another home"}
CHOSEN = {
    "recording": ("nobody",),
    "stability": ("settled", "settled", "some_worries"),
    "visits": ("six_weeks", "six_weeks", "three_months"),
    "life_story": ("not_begun", "under_way", "under_way"),
    "independent_visitor": ("not_needed", "waiting", "has_one"),
    "camhs": ("not_needed", "not_needed", "waiting"),
    "pep_quality": ("good", "good", "some_gaps"),
    "ehcp": ("not_needed", "not_needed", "has_one"),
    "after_school_age": ("school_or_college",),
    "safety_plan": ("not_needed", "works"),
    "legal_change": ("no",),
    "staying_put": ("wanted", "too_soon"),
}
DAYS_AGO = {
    "last_visit": (4, 35), "health_check": (10, 330), "dentist": (10, 180), "eyes": (30, 360),
    "sdq_on": (20, 300), "pep_on": (10, 120), "pathway_assessment": (20, 200),
}  # fmt: skip
ABSENT = ("Asked for twice; it will be sent this week.", "The new worker has yet to write it.")


def invent_facts(invented: InventedReview, held: Held) -> None:
    """Give a review that was held its facts, its papers and the plan for growing up."""
    chance = Random(f"facts {invented.review.id}")  # noqa: S311 invention, not secrets
    if invented.child.given_name in TO_SHOW or chance.random() < REVIEWS_WITH_FACTS:
        _facts(invented, chance, held.begun_on)
        _papers(invented, chance, invented.review, held.begun_on)
    _plan(invented, held, chance)


def invent_papers_so_far(invented: InventedReview, review: Review) -> None:
    """Give a review that is booked for today what came in before it."""
    today = invented.council.today
    if review.booked_on == today:
        chance = Random(f"papers {review.id}")  # noqa: S311 invention, not secrets
        _papers(invented, chance, review, today, said_share=0.7)


def _make(invented: InventedReview, chance: Random, kind: type[Shared], **fields: Any) -> None:
    made_id = str(UUID(int=chance.getrandbits(128), version=4))
    invented.council.make(kind, id=made_id, case_id=invented.child.id, **fields)


def _facts(invented: InventedReview, chance: Random, on: date) -> None:
    age = age_on(invented.child.born_on, on)
    for asked in STEP_FACTS.values():
        if asked.is_asked(age, invented.review.kind) and chance.random() < FILLED_SHARE:
            _make(
                invented, chance, StepFact, review_id=invented.review.id, fact=asked.key,
                **_answer(invented, chance, asked, on),
            )  # fmt: skip


def _answer(
    invented: InventedReview, chance: Random, asked: FactAsked, on: date
) -> dict[str, str | date]:
    if asked.kind is FactKind.DATE:
        day = on - timedelta(days=chance.randint(*DAYS_AGO[asked.key]))
        return {"day": max(invented.child.born_on, invented.council.calendar.before(day, 1))}
    if asked.kind is FactKind.YES_NO:
        return {"choice": chance.choice(("yes", "yes", "yes", "no"))}
    if asked.kind is FactKind.CHOICE:
        return {"choice": chance.choice(CHOSEN[asked.key])}
    words = chance.choice(WRITTEN[asked.key])
    if invented.child.given_name == "Kit":
        words = OF_KIT.get(asked.key, words)
    return {"words": invented.said(words)}


def _papers(
    invented: InventedReview, chance: Random, review: Review, on: date, said_share: float = 1.0
) -> None:
    calendar, age = invented.council.calendar, age_on(invented.child.born_on, on)
    for paper in papers_needed(review.kind, age):
        fields: dict[str, Any] = {"review_id": review.id, "paper": paper.key}
        luck, days = chance.random(), chance.randint(3, 9)
        if chance.random() >= said_share:
            continue
        if luck < ABSENT_SHARE and not paper.is_authorised:
            _make(invented, chance, PaperReceived, missing_why=chance.choice(ABSENT), **fields)
            continue
        days = days % 2 + 1 if luck < ABSENT_SHARE + LATE_SHARE else days
        if paper.is_authorised:
            fields["authorised"] = "yes"
        _make(
            invented, chance, PaperReceived, received_on=calendar.before(on, days), seen=True,
            child_friendly=paper.has_childs_form and chance.random() < 0.4, **fields,
        )  # fmt: skip


def _plan(invented: InventedReview, held: Held, chance: Random) -> None:
    review, child = invented.review, invented.child
    review.permanence_type = "not_yet_known"
    if review.plan_agreed == "partly":
        review.plan_agreed_why = "It does not say yet who is asked if this home ends."
    if held.number == 1:
        review.plan_not_ratified_why = "The plan for the long term is still to be written."
        return
    review.permanence_type = _kind_of_plan(invented, held.begun_on)
    began_on = child.lives_there_since or held.begun_on
    review.permanence_agreed_on = min(
        invented.council.calendar.before(held.begun_on, 7), began_on + timedelta(days=100)
    )
    review.permanence_on_track = chance.choice(("yes", "yes", "yes", "not_sure"))
    if review.permanence_on_track != "yes":
        review.permanence_why = "The matching panel has no date yet."
    if held.completed_on is not None:
        review.plan_ratified_on = held.completed_on


def _kind_of_plan(invented: InventedReview, on: date) -> str:
    if age_on(invented.child.born_on, on) >= PATHWAY_AGE:
        return "to_independence"
    if invented.round_child.is_in_a_home:
        return "residential"
    family = "grandmother" in invented.round_child.lives_with
    return "connected_person" if family else "long_term_fostering"
