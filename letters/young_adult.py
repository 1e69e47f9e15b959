"""The plan for 18 and after, where the record has it: a section for age 16 to 17.

Source: domain reference 5.4, band D; models.rules.facts_of_safety_and_plan.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from letters.bands import Band
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import FactOnSheet

_HEADING = InBands(N_("Your money, and your plan for 18 and after"))
_TYPED: Mapping[str, InBands] = MappingProxyType(
    {
        "personal_adviser": InBands(N_("Your personal adviser: {words}")),
        "accommodation": InBands(N_("Your home from 18 on: {words}")),
        "money": InBands(N_("Your money: {words}")),
        "savings": InBands(N_("Your savings: {words}")),
        "work": InBands(N_("Learning and work from 18 on: {words}")),
        "people_who_help": InBands(N_("People who will be there for you: {words}")),
    }
)
_CHOSEN: Mapping[tuple[str, str], InBands] = MappingProxyType(
    {
        ("staying_put", "arranged"): InBands(
            N_("You can stay with your carers after you are 18. That is arranged.")
        ),
        ("staying_put", "wanted"): InBands(
            N_("You want to stay with your carers after you are 18. That is still to be arranged.")
        ),
        ("staying_put", "not_possible"): InBands(
            N_("You cannot stay with your carers after you are 18. You can ask me why.")
        ),
        ("staying_put", "too_soon"): InBands(
            N_("It is too soon to say if you can stay with your carers after you are 18.")
        ),
        ("bank_account", "yes"): InBands(N_("You have a bank account.")),
        ("bank_account", "no"): InBands(N_("You do not have a bank account yet.")),
        ("passport", "yes"): InBands(N_("You have a passport.")),
        ("passport", "no"): InBands(N_("You do not have a passport yet.")),
        ("national_insurance", "yes"): InBands(N_("You have a National Insurance number.")),
        ("national_insurance", "no"): InBands(
            N_("You do not have a National Insurance number yet.")
        ),
    }
)
_ASSESSED = InBands(N_("The check of what you need for your pathway plan was on {date}."))
_TO_ASSESS = InBands(N_("The check of what you need for your pathway plan is on {date}."))
_ORDER = (
    "personal_adviser", "pathway_assessment", "accommodation", "staying_put", "money", "savings",
    "bank_account", "national_insurance", "passport", "work", "people_who_help",
)  # fmt: skip


def money_and_after_eighteen(writing: Writing) -> LetterBlock | None:
    """What this review recorded of the young person's money and plan, in a fixed order."""
    if writing.band is not Band.D:
        return None
    held = {fact.fact: fact for fact in writing.sheet.facts}
    lines = tuple(line for key in _ORDER if key in held for line in _told(writing, held[key]))
    if not lines:
        return None
    heading = writing.heading(_HEADING)
    return LetterBlock("L10a", BlockKind.SECTION, lines, heading=heading, picture="growing-up")


def _told(writing: Writing, fact: FactOnSheet) -> Iterator[Paragraph]:
    key = f"fact/{fact.fact}"
    if fact.fact in _TYPED and fact.words.strip():
        words = writing.proposed(fact.words.strip())
        yield writing.keyed(
            key, _TYPED[fact.fact], Source("step_fact", fact.id, "words"), words=words
        )
    elif (chosen := _CHOSEN.get((fact.fact, fact.choice))) is not None:
        yield writing.keyed(key, chosen, Source("step_fact", fact.id, "choice"))
    elif fact.fact == "pathway_assessment" and fact.day is not None:
        said = _ASSESSED if fact.day <= writing.dated else _TO_ASSESS
        source = Source("step_fact", fact.id, "day")
        yield writing.keyed(key, said, source, date=writing.day(fact.day))
