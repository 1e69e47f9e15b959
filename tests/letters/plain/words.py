"""Words wanted by a child or a council, and a child, for the tests of plain words."""

from dataclasses import replace

from models.letter_making import PlainWordOnSheet
from tests.letters.sams_review import SAM

NAMES = ("Samantha Larkhollow", "Sam", "Samir Oakenshaw", "Nana Bea")
HE = replace(SAM, pronouns="he/him")
THEY = replace(SAM, pronouns="they/them")
NOBODY_ASKED = replace(SAM, pronouns="")


def wanted(
    term: str, instead: str, mode: str = "swap", *, by_child: bool = False
) -> PlainWordOnSheet:
    return PlainWordOnSheet(f"word-{term}", "child-1" if by_child else None, term, instead, mode)
