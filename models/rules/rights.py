"""The rights that the IRO goes through with the child at each review."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_

SOURCE = "Children Act 1989, s25B and s26; IRO Handbook 2010; annual reports of IRO services"


@dataclass(frozen=True)
class Right:
    """One line of the checklist: ticked, with a note and a date."""

    key: str
    words: str


RIGHTS: Mapping[str, Right] = MappingProxyType(
    {
        each.key: each
        for each in (
            Right("advocate", N_("An advocate was explained and offered")),
            Right("independent_visitor", N_("An independent visitor was considered")),
            Right("complain", N_("Knows how to complain")),
            Right("early_review", N_("Knows that they may ask for a review early")),
            Right("own_records", N_("Knows that they may see their own records")),
            Right("legal_advice", N_("Knows that they may get legal advice or ask the court")),
            Right("contact_details", N_("Has the IRO’s contact details")),
            Right("copy_of_plan", N_("Has a copy of the plan in a form they can use")),
        )
    }
)
