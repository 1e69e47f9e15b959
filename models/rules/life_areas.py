"""The parts of a child's life that a note in a review can be about."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_


@dataclass(frozen=True)
class LifeArea:
    """One part of life, the step of the meeting it is spoken of in, and its Schedule 7 keys."""

    key: str
    name: str
    step: str
    schedule_7: tuple[str, ...]


LIFE_AREAS: Mapping[str, LifeArea] = MappingProxyType(
    {
        each.key: each
        for each in (
            LifeArea("home", N_("Home"), "A4", ("S7.5", "S7.13")),
            LifeArea("health", N_("Health"), "A6", ("S7.8",)),
            LifeArea("learning", N_("Learning"), "A7", ("S7.6",)),
            LifeArea("family_time", N_("Family time"), "A5", ("S7.4",)),
            LifeArea("friends_and_fun", N_("Friends and fun"), "A7", ("S7.7",)),
            LifeArea("identity", N_("Identity"), "A5", ("S7.9",)),
            LifeArea("feelings", N_("Feelings"), "A6", ("S7.8",)),
            LifeArea("safety", N_("Safety"), "A8", ("S7.1", "S7.10", "S7.14")),
            LifeArea("long_plan", N_("The long plan"), "A9", ("S7.2", "S7.3")),
            LifeArea("money", N_("Money"), "A9", ("S7.11",)),
            LifeArea("moving_on", N_("Moving on"), "A9", ("S7.11",)),
        )
    }
)
