"""Who will do what was decided: the child, people who are known, everybody, or words as typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from letters.plain.deeds import Doing
from models.people_on_sheet import PersonOnSheet
from models.review_sheet import ReviewSheet
from models.said_on_sheet import DecisionOnSheet

_ROLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "social_worker": ("sw", "social worker", "allocated social worker", "asw", "ccsw"),
        "team_manager": ("tm", "team manager", "manager"),
        "supervising_worker": ("ssw", "supervising social worker", "fostering social worker"),
        "teacher": ("teacher", "class teacher", "designated teacher", "dt"),
        "virtual_school": ("vs", "virtual school", "virtual school head", "vsh"),
        "nurse": ("nurse", "lac nurse", "cla nurse", "school nurse", "health visitor"),
        "advocate": ("advocate",),
        "independent_visitor": ("iv", "independent visitor"),
        "personal_adviser": ("pa", "personal adviser", "personal advisor"),
        "guardian": ("guardian", "cg", "children's guardian", "childrens guardian"),
        "interpreter": ("interpreter",),
        "carer": ("carer", "foster carer", "fc", "foster carers", "carers", "fcs"),
    }
)
_IN_THE_PLURAL = frozenset({"carers", "foster carers", "fcs"})
_EVERYBODY = frozenset(
    {"all", "everyone", "everybody", "all present", "everyone present", "all attendees", "we",
     "everyone who was there", "all professionals", "professionals", "team", "all of us", "us"}
)  # fmt: skip
_IRO = frozenset({"iro", "the iro", "independent reviewing officer", "me", "i", "myself"})
_BETWEEN = re.compile(r"\s*(?:[,/&+;]|\band\b)\s*")


@dataclass(frozen=True)
class Doers:
    """Those who will do it: `people` as they are known, and `others` as they were typed."""

    people: tuple[PersonOnSheet, ...] = ()
    others: tuple[str, ...] = ()
    child: bool = False
    writer: bool = False
    everybody: bool = False

    @property
    def is_nobody(self) -> bool:
        """Whether nothing was said at all."""
        return self == Doers()


def doers_of(sheet: ReviewSheet, decision: DecisionOnSheet) -> Doers:
    """Who will do what was decided, out of the person chosen or the words typed for them."""
    person = sheet.person.get(decision.person_id or "")
    if person is not None:
        return Doers(people=(person,))
    typed = decision.who.strip()
    if not typed:
        return Doers()
    whole = _one(sheet, typed)
    parts = [whole] if not whole.others else [_one(sheet, each) for each in _parts(typed)]
    people = dict.fromkeys(each for part in parts for each in part.people)
    return Doers(
        tuple(people),
        tuple(each for part in parts for each in part.others),
        child=any(part.child for part in parts),
        writer=any(part.writer for part in parts),
        everybody=any(part.everybody for part in parts),
    )


def names_nobody(sheet: ReviewSheet, decision: DecisionOnSheet) -> bool:
    """Whether no person is named: nothing, "All", or a role that nobody known has."""
    doers = doers_of(sheet, decision)
    if doers.people or doers.child or doers.writer:
        return False
    return all(_is_a_role(sheet, each) for each in doers.others)


def doing_of(sheet: ReviewSheet, decision: DecisionOnSheet) -> Doing:
    """Every name and role by which the record may call those who will do it."""
    doers = doers_of(sheet, decision)
    return Doing.by([decision.who, *doers.others, *_names(sheet, doers)])


def _names(sheet: ReviewSheet, doers: Doers) -> Iterator[str]:
    for person in doers.people if len(doers.people) == 1 else ():
        yield from (person.name, person.called)
        if _by_first_name(sheet, person.name.split(" ")[0]) == [person]:
            yield person.name.split(" ")[0]
    roles = {person.role for person in doers.people}
    role = roles.pop() if len(roles) == 1 else ""
    if role and _with_role(sheet, role) == list(doers.people):
        yield from _ROLES.get(role, ())


def _one(sheet: ReviewSheet, typed: str) -> Doers:
    """One of those typed: the child, the writer, everybody, somebody known, or the words."""
    low = _bare(sheet, typed)
    child = sheet.child
    if low in {each.casefold() for each in (child.chosen_name, child.given_name, child.full_name)}:
        return Doers(child=True)
    if low in _IRO or low == sheet.chair.name.strip().casefold():
        return Doers(writer=True)
    if low in _EVERYBODY:
        return Doers(everybody=True)
    people = _known(sheet, low)
    return Doers(people=tuple(people)) if people else Doers(others=(typed,))


def _known(sheet: ReviewSheet, low: str) -> list[PersonOnSheet]:
    """Who is called so, or is the only one of this role."""
    named = [
        each for each in sheet.people if low in {each.name.casefold(), each.called.casefold()}
    ]
    if len(named) == 1:
        return named
    first = _by_first_name(sheet, low)
    if not named and len(first) == 1:
        return first
    role = next((role for role, said in _ROLES.items() if low in said), "")
    of_role = _with_role(sheet, role) if role and not named and not first else []
    return of_role if len(of_role) == 1 or low in _IN_THE_PLURAL else []


def _by_first_name(sheet: ReviewSheet, first: str) -> list[PersonOnSheet]:
    low = first.casefold()
    return [each for each in sheet.people if each.name.split(" ")[0].casefold() == low]


def _with_role(sheet: ReviewSheet, role: str) -> list[PersonOnSheet]:
    return [each for each in sheet.people if each.role == role]


def _is_a_role(sheet: ReviewSheet, typed: str) -> bool:
    low = _bare(sheet, typed)
    return any(low in said for said in _ROLES.values())


def _parts(typed: str) -> list[str]:
    return [each for each in _BETWEEN.split(typed) if each.strip()]


def _bare(sheet: ReviewSheet, typed: str) -> str:
    """What was typed in small letters, without "the" or "Sam's" before it."""
    low = " ".join(typed.split()).rstrip(".").replace("’", "'").casefold()
    called = sheet.child.called.casefold()
    for before in ("the ", "her ", "his ", "their ", f"{called}'s "):
        low = low.removeprefix(before)
    return low
