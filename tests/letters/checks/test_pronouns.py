"""That the child is not called by the pronouns of somebody else, where the letter says "you"."""

from dataclasses import replace

import pytest

from letters import child_letter
from letters.checks import checks_of
from letters.wording import wording
from tests.letters import sheets


def told(words: str, pronouns: str = "she/her") -> list[str]:
    """What is said to be wrong where one line of the letter says these words."""
    child = replace(sheets.SAM, pronouns=pronouns)
    sheet = sheets.full(home_line=words, child=child)
    letter = child_letter.compose(sheet, wording(), sheets.DATED)
    found = checks_of(sheet, letter, sheets.DATED)
    return [each.values["found"] for each in found if each.check == "pronoun"]


@pytest.mark.parametrize(
    ("words", "pronouns", "found"),
    [
        ("He is good at maths.", "she/her", ["He"]),
        ("You like maths. He is good at it.", "she/her", ["He"]),
        ("His plan is to stay here.", "she/her", ["His"]),
        ("She is good at maths.", "he/him", ["She"]),
        ("Her plan is good.", "they/them", ["Her"]),
        ("He’s good at maths.", "she/her", ["He"]),
        ("She is good at maths.", "she/her", []),
        ("He is good at maths.", "", []),
        ("He is good at maths.", "she/he", []),
        ("Dele is here. He is well.", "she/her", []),
        ("Your dad rang. He is well.", "she/her", []),
        ("You saw the optician. He was kind.", "she/her", []),
        ("You have a new football coach. He is fun.", "she/her", []),
        ("You met Gary. He is fun.", "she/her", []),
        ("Jo rang. She is well.", "he/him", []),
        ("You said that he is kind.", "she/her", []),
        ("Here is your plan. Heat is on.", "she/her", []),
    ],
)
def test_a_sentence_of_another_pronoun_where_nobody_else_is_named(
    words: str, pronouns: str, found: list[str]
) -> None:
    assert told(words, pronouns) == found
