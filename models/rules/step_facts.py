"""The facts that each step of a review may gather: a few short answers beside the talk."""

from collections.abc import Mapping
from types import MappingProxyType

from models.rules.fact_asked import FactAsked
from models.rules.facts_of_daily_life import FAMILY, HEALTH, HOME, LEARNING, WELCOME
from models.rules.facts_of_safety_and_plan import LONG_PLAN, SAFETY

STEP_FACTS: Mapping[str, FactAsked] = MappingProxyType(
    {
        each.key: each
        for each in (
            *WELCOME,
            *HOME,
            *FAMILY,
            *HEALTH,
            *LEARNING,
            *SAFETY,
            *LONG_PLAN,
        )
    }
)


def facts_asked(step: str, age: int, kind_of_review: str) -> tuple[FactAsked, ...]:
    """The facts of a step that are asked of a child of this age, in their order."""
    return tuple(
        each
        for each in STEP_FACTS.values()
        if each.step == step and each.is_asked(age, kind_of_review)
    )
