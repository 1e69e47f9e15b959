"""Who gets which paper of a review and what is left out for them: the default, as data.

A council changes any cell (Council.sends), and the chair one for a review (models.recipient).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from models.rules.marking import N_
from models.rules.restrictions import RESTRICTIONS

SOURCE: Final = "IRO Handbook 2010 and five annual reports of IRO services; a choice of ours"
ALL_TAGS: Final = frozenset(RESTRICTIONS)
CHILD_READER: Final = "child"
"""The reader that is no person of the record: the child."""
FILE_READER: Final = "file"
"""The reader that is nobody: the council's own file copy."""


class Share(StrEnum):
    """How much of a paper somebody gets."""

    YES = "yes"
    NO = "no"
    ASK = "ask"  # only when it is noted who agreed (Recipient.agreed)
    PART = "part"  # only what is of their part of life, or theirs to do


SHARE_WORDS: Mapping[Share, str] = MappingProxyType(
    {
        Share.YES: N_("Yes"),
        Share.NO: N_("No"),
        Share.ASK: N_("Only if it is agreed"),
        Share.PART: N_("Only their part"),
    }
)
_MORE: Final = {Share.NO: 0, Share.ASK: 1, Share.PART: 2, Share.YES: 3}


def is_raised(before: Share, now: Share) -> bool:
    """Whether somebody gets more than before."""
    return _MORE[now] > _MORE[before]


@dataclass(frozen=True)
class ReaderRule:
    """What one kind of reader gets. `cuts` are the tags left out for them.

    `areas` are the parts of life (models.rules.life_areas) that PART means; without any it means
    what names them as who does it. `asks` says who has to agree where a share is ASK.
    """

    key: str
    name: str
    letter: Share
    decisions: Share
    record: Share
    cuts: frozenset[str]
    areas: frozenset[str] = frozenset()
    asks: str = ""
    of_birth_family: bool = False


def _tags(*ranges: str) -> frozenset[str]:
    """Turn "R1-R4" and "R9" into tags."""
    found: set[str] = set()
    for each in ranges:
        first, _dash, last = each.replace("R", "").partition("-")
        found |= {f"R{number}" for number in range(int(first), int(last or first) + 1)}
    return frozenset(found)


_TO_ADULTS = _tags("R4-R8", "R10-R12")
_TO_PARENTS = _tags("R1-R4", "R6-R12")
_LEARNING = frozenset({"learning"})
_HEALTH = frozenset({"health", "feelings"})
_SW_AND_IRO = N_("the social worker and the IRO")

READER_RULES: Mapping[str, ReaderRule] = MappingProxyType(
    {
        rule.key: rule
        for rule in (
            ReaderRule("child", N_("The child or young person"), Share.YES, Share.NO, Share.ASK,
                       ALL_TAGS - {"R1", "R2", "R9", "R11", "R12"},
                       asks=N_("the child asked for it")),
            ReaderRule("parent_with_pr", N_("Parent with parental responsibility"), Share.ASK,
                       Share.YES, Share.YES, _TO_PARENTS, asks=N_("the child"),
                       of_birth_family=True),
            ReaderRule("parent", N_("Parent without parental responsibility"), Share.NO,
                       Share.ASK, Share.NO, _TO_PARENTS, asks=_SW_AND_IRO,
                       of_birth_family=True),
            ReaderRule("family", N_("Family or friend"), Share.NO, Share.NO, Share.NO,
                       ALL_TAGS, asks=_SW_AND_IRO, of_birth_family=True),
            ReaderRule("carer", N_("Carer"), Share.YES, Share.YES, Share.YES, _TO_ADULTS),
            ReaderRule("adopter", N_("Prospective adopter"), Share.YES, Share.YES, Share.ASK,
                       _tags("R3-R12"), asks=N_("the adoption agency")),
            ReaderRule("social_worker", N_("Social worker"), Share.YES, Share.YES, Share.YES,
                       _tags("R9")),
            ReaderRule("team_manager", N_("Team manager"), Share.YES, Share.YES, Share.YES,
                       _tags("R9")),
            ReaderRule("supervising_worker", N_("Fostering or adoption worker, children’s home"),
                       Share.NO, Share.YES, Share.YES, _TO_ADULTS),
            ReaderRule("teacher", N_("School or designated teacher"), Share.NO, Share.PART,
                       Share.NO, ALL_TAGS, _LEARNING),
            ReaderRule("virtual_school", N_("Virtual school"), Share.NO, Share.PART, Share.NO,
                       ALL_TAGS, _LEARNING),
            ReaderRule("nurse", N_("Nurse or CAMHS"), Share.NO, Share.PART, Share.NO,
                       ALL_TAGS - {"R12"}, _HEALTH),
            ReaderRule("advocate", N_("Advocate"), Share.ASK, Share.ASK, Share.NO,
                       _tags("R1", "R3-R12"), asks=N_("the child")),
            ReaderRule("independent_visitor", N_("Independent visitor"), Share.ASK, Share.ASK,
                       Share.NO, _tags("R1", "R3-R12"), asks=N_("the child")),
            ReaderRule("guardian", N_("Children’s Guardian"), Share.YES, Share.YES, Share.YES,
                       _tags("R10")),
            ReaderRule("solicitor", N_("Child’s solicitor"), Share.YES, Share.YES, Share.YES,
                       _tags("R10")),
            ReaderRule("interpreter", N_("Interpreter or translator"), Share.ASK, Share.NO,
                       Share.NO, ALL_TAGS, asks=N_("they translate it")),
            ReaderRule("personal_adviser", N_("Personal adviser"), Share.NO, Share.PART,
                       Share.YES, _tags("R3-R8", "R10-R12")),
            ReaderRule("youth_justice", N_("Youth justice worker"), Share.NO, Share.PART,
                       Share.YES, _tags("R3-R8", "R10-R12")),
            ReaderRule("iro", N_("Independent Reviewing Officer"), Share.NO, Share.NO, Share.NO,
                       frozenset()),
            ReaderRule("other", N_("Someone else"), Share.NO, Share.NO, Share.NO, ALL_TAGS,
                       asks=_SW_AND_IRO),
            ReaderRule("file", N_("The council’s own file"), Share.YES, Share.YES, Share.YES,
                       frozenset()),
        )
    }
)  # fmt: skip
"""Every kind of reader by its key: a Role of models.people, or one of the four that are none.

Source: domain reference 6.4. The child gets the letter; other people's matters are kept from
the child too (third-party facts). An untagged restriction is kept from everybody but the file.
"""


def rule_for(role: str, *, has_responsibility: bool) -> ReaderRule:
    """The rule for somebody's role; a parent's goes by parental responsibility."""
    key = "parent_with_pr" if role == "parent" and has_responsibility else role
    return READER_RULES.get(key, READER_RULES["other"])
