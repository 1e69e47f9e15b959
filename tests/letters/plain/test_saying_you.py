"""No "he" or "she" is ever taken for the child: a text with one stays as it was typed, whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from models.people_on_sheet import ChildOnSheet
from tests.letters.plain.words import HE, NOBODY_ASKED, SAM, THEY

SHIPPED = Glossary.of()
CHILDREN = [SAM, HE, THEY, NOBODY_ASKED, replace(SAM, pronouns="she/they")]


def proposed(words: str, child: ChildOnSheet = SAM) -> str:
    return proposed_words(words, SHIPPED, child)


@pytest.mark.parametrize("child", CHILDREN, ids=lambda child: child.pronouns or "none")
@pytest.mark.parametrize(
    "words",
    [
        "Sam is scared at night. He came into Sam's bedroom.",
        "Sam says he drinks every day.",
        "Sam worries that she will die.",
        "Sam does not like her boyfriend being there.",
        "Sam likes his new placement and he is kind.",
        "Sam went to her house.",
        "Sam goes to school by car and he drives too fast.",
        "Sam is upset by her drinking.",
        "Sam is well. The bike is hers.",
        "Sam is ill. It worries him.",
        "Sam is here. SHE'S keen. He’ll come.",
        "The IRO will ring Sam about his care plan.",
        "The IRO is glad. He has read the care plan.",
        "Sam to see the dentist with her.",
        "Dad says his contact with the LAC nurse is good.",
        "Sam is glad, and s/he is well.",
        "Sam saw the nurse hurt herself.",
        "Sam saw Mum wash herself.",
        "Sam saw the cook wash herself.",
        "Sam likes art and washed themselves.",
        "Sam is sad. The lodger hurt himself.",
        "Sam is sad, hurt himself.",
        "Jo told Sam to wash herself himself.",
        "The teacher who helps Sam likes herself himself.",
        "Sam and Mum hurt themselves.",
        "Sam has asked the council and they said no.",
        "Sam asked to move and they said no.",
        "Sam has new boots. Sam likes them.",
        "Sam likes their house.",
    ],
)
def test_what_may_be_said_of_somebody_else_stays(child: ChildOnSheet, words: str) -> None:
    assert proposed(words, child) == words


@pytest.mark.parametrize(
    ("child", "words", "said"),
    [
        (SAM, "Sam has washed herself.", "You have washed yourself."),
        (HE, "Jo says Sam is proud of himself.", "Jo says Sam is proud of himself."),
        (HE, "Sam often teaches himself.", "You often teach yourself."),
        (HE, "Sam has washed herself.", "Sam has washed herself."),
        (THEY, "Sam can wash themself.", "You can wash yourself."),
        (NOBODY_ASKED, "Sam can wash herself.", "Sam can wash herself."),
        (SAM, "Sam said “she hit me” and went home.", "You said “she hit me” and went home."),
        (SAM, "Sam likes the theatre.", "You like the theatre."),
    ],
)
def test_a_reflexive_beside_what_the_child_does_is_theirs(
    child: ChildOnSheet, words: str, said: str
) -> None:
    assert proposed(words, child) == said


PIECES = [
    "Sam", "Sam’s", "is", "likes", "and", "The IRO", "to", "ring", "care plan", ".", "with", "Jo",
    ",", "has", "happy", "said", "the", "herself", "LAC", "12/10/26", "school",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
HE_OR_SHE = ("he", "she", "him", "her", "his", "hers", "He", "SHE", "she's", "he’ll")


@settings(max_examples=60)
@given(SENTENCES, st.sampled_from(HE_OR_SHE), SENTENCES)
def test_any_he_or_she_keeps_the_whole_text(before: str, pronoun: str, after: str) -> None:
    words = f"{before} {pronoun} {after}"
    assert proposed(words) == words
    assert proposed(words, HE) == words
