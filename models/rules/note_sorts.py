"""The kinds of answer within each column of the map, in two ready sets of names."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.rules.marking import N_

SOURCE = (
    "Adaptations of Signs of Safety for the Continuum of Service, 2015; Durham Safeguarding "
    "Children Partnership, Signs of Safety for practitioners"
)


class Sort(StrEnum):
    """What kind of answer a note is; each belongs to one column."""

    HARM = "harm"
    WORRY_STATEMENT = "worry_statement"
    COMPLICATING = "complicating"
    STRENGTH = "strength"
    EXISTING_SAFETY = "existing_safety"
    GOAL = "goal"
    NEXT_STEP = "next_step"
    BOTTOM_LINE = "bottom_line"


COLUMN_OF: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.WORRY_STATEMENT: "worry",
        Sort.HARM: "worry",
        Sort.COMPLICATING: "worry",
        Sort.STRENGTH: "going_well",
        Sort.EXISTING_SAFETY: "going_well",
        Sort.GOAL: "next",
        Sort.NEXT_STEP: "next",
        Sort.BOTTOM_LINE: "next",
    }
)


@dataclass(frozen=True)
class NameSet:
    """One ready set of names for the columns, and for the kinds of answer in them.

    `scale` is what the step of the scale is called, where it is not called as usual.
    """

    key: str
    name: str
    columns: Mapping[str, str]
    sorts: Mapping[Sort, str]
    scale: str = ""


NAME_SETS: Mapping[str, NameSet] = MappingProxyType(
    {
        each.key: each
        for each in (
            NameSet(
                "success",
                N_("Signs of Success"),
                MappingProxyType(
                    {
                        "going_well": N_("Going well"),
                        "worry": N_("Worries"),
                        "next": N_("What happens next"),
                    }
                ),
                MappingProxyType(
                    {
                        Sort.WORRY_STATEMENT: N_("Worry statement"),
                        Sort.HARM: N_("What has happened"),
                        Sort.COMPLICATING: N_("What makes it harder"),
                        Sort.STRENGTH: N_("Strength"),
                        Sort.EXISTING_SAFETY: N_("Connections"),
                        Sort.GOAL: N_("Success goal"),
                        Sort.NEXT_STEP: N_("Next step"),
                        Sort.BOTTOM_LINE: N_("Bottom line"),
                    }
                ),
            ),
            NameSet(
                "safety",
                N_("Signs of Safety"),
                MappingProxyType(
                    {
                        "going_well": N_("What is working well"),
                        "worry": N_("What we are worried about"),
                        "next": N_("What needs to happen"),
                    }
                ),
                MappingProxyType(
                    {
                        Sort.WORRY_STATEMENT: N_("Danger statement"),
                        Sort.HARM: N_("Harm"),
                        Sort.COMPLICATING: N_("Complicating factor"),
                        Sort.STRENGTH: N_("Existing strength"),
                        Sort.EXISTING_SAFETY: N_("Existing safety"),
                        Sort.GOAL: N_("Safety goal"),
                        Sort.NEXT_STEP: N_("Next step"),
                        Sort.BOTTOM_LINE: N_("Bottom line"),
                    }
                ),
                N_("How safe and settled, 0 to 10"),
            ),
        )
    }
)
USUAL_SET = "success"

EARS: tuple[tuple[str, str], ...] = (
    (N_("Elicit"), N_("When was it last a bit better?")),
    (N_("Amplify"), N_("What happened? Who did what? What did {name} notice?")),
    (N_("Reflect"), N_("What does that tell us? Who would be proud?")),
    (N_("Start over"), N_("What else?")),
)
"""Questions that stay with a good answer. Source: North Yorkshire SCP; domain reference 4.4."""
