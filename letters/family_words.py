"""What family and carers are to the child, in words that a child reads about their own people."""

from collections.abc import Mapping
from types import MappingProxyType

from letters.in_bands import InBands
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import PersonOnSheet

_ADOPTION = frozenset({"authorised", "placed"})
_LOOKS_AFTER = InBands(N_("who looks after you"), u=N_("who looked after you"))
_LOOK_AFTER = InBands(N_("who look after you"), u=N_("who looked after you"))
_MUM, _DAD = InBands(N_("your mum")), InBands(N_("your dad"))
_GRANDMOTHER, _GRANDFATHER = InBands(N_("your grandmother")), InBands(N_("your grandfather"))
_WORDS: Mapping[str, InBands] = MappingProxyType(
    {
        "parent": InBands(N_("your mum or dad")),
        **dict.fromkeys(("mother", "mum", "mam", "birth mother", "birth mum"), _MUM),
        **dict.fromkeys(("father", "dad", "birth father", "birth dad"), _DAD),
        **dict.fromkeys(("grandmother", "grandma", "gran", "nan", "nana"), _GRANDMOTHER),
        **dict.fromkeys(("grandfather", "grandad", "grandpa"), _GRANDFATHER),
        "sister": InBands(N_("your sister")),
        "brother": InBands(N_("your brother")),
        "aunt": InBands(N_("your aunt")),
        "uncle": InBands(N_("your uncle")),
    }
)
_FOSTERS = frozenset({"foster carer", "foster carers"})
_CARERS = _FOSTERS | {"carer", "carers", "main carer"}
_FOSTER_CARER, _FOSTER_CARERS = N_("your foster carer"), N_("your foster carers")


def what_they_are_to_you(writing: Writing, person: PersonOnSheet) -> str:
    """Such as "your mum" or "who looks after you"; what was typed where it is no such word.

    Empty where nothing was typed, or where the child's own word for them says it already.
    """
    typed = person.what_they_are.strip().rstrip(".")
    if typed.casefold() in _FOSTERS and writing.introduces_in_full:
        return writing.wording.say(_FOSTER_CARERS if are_several(person) else _FOSTER_CARER)
    if typed.casefold() in _CARERS:
        return writing.say(_LOOK_AFTER if are_several(person) else _LOOKS_AFTER).text
    known = _WORDS.get(typed.casefold())
    if known is None:
        return typed
    said = writing.say(known).text
    own = person.called.strip().casefold()
    return "" if own and said.casefold().endswith(own) else said


def are_several(person: PersonOnSheet) -> bool:
    """Whether two are named as one, such as "Jo and Dele Brambleden"."""
    return " and " in person.name or " & " in person.name


def may_be_named(writing: Writing, person: PersonOnSheet) -> bool:
    """Whether somebody of the family or a carer may be named in full; who adopts never is.

    Source: domain reference 3.4 (adoption reviews) and 5.2.
    """
    if writing.sheet.kind not in _ADOPTION:
        return True
    adopts = "adopt" in person.what_they_are.casefold()
    return not adopts and not (writing.sheet.kind == "placed" and person.role == "carer")
