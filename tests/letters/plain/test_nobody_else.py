"""A pronoun becomes "you" only where nobody and nothing else that was said before may be meant."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from letters.plain.safe_words import PLACES, THINGS
from letters.plain.small_words import set_of
from models.people_on_sheet import ChildOnSheet
from tests.letters.plain.words import HE, SAM, THEY

SHIPPED = Glossary.of()
CHILDREN = [("she", "her", SAM), ("he", "him", HE), ("they", "them", THEY)]
WAYS = [
    "Sam met the {noun} and {she} was kind.",
    "Sam has a {noun} and {she} is leaving in May.",
    "Sam is scared of the {noun} because {she} drinks.",
    "Sam saw the {noun}. {She} was late.",
    "Sam likes Jo’s {noun}. {She} is proud of it.",
    "Sam was with an older {noun} and {she} has gone.",
    "The {noun} likes Sam and {she} said so.",
    "Sam asked the {noun} and {she} said no.",
    "Sam plays with {noun}. It worries {her}.",
    "Sam told the new {noun} that {she} will come.",
]


def proposed(words: str, child: ChildOnSheet = SAM) -> str:
    return proposed_words(words, SHIPPED, child)


@cache
def dictionary_words() -> tuple[str, ...]:
    """Every word of the dictionary that may be a noun: in small letters, of three and more."""
    lines = resources.text("dictionary/en-GB.dic").splitlines()[1:]
    bare = (line.split("/")[0] for line in lines)
    return tuple(word for word in bare if re.fullmatch(r"[a-z]{3,}", word))


def is_on_the_list(word: str, child: ChildOnSheet) -> bool:
    if child is THEY:
        return False  # "they" is said of those who decide, too, and never changed
    return word in THINGS | PLACES or word in {"bit", "lot"}  # "a bit", "a lot"


@settings(max_examples=60)
@given(st.data())
def test_beside_a_noun_that_is_on_no_list_no_pronoun_is_changed(data: st.DataObject) -> None:
    pronoun, object_, child = data.draw(st.sampled_from(CHILDREN))
    way = data.draw(st.sampled_from(WAYS))
    for _each in range(8):
        noun = data.draw(st.sampled_from(dictionary_words()))
        _look(way, noun, pronoun, object_, child)


def test_three_hundred_and_more_nouns_of_the_dictionary_leave_each_text_as_typed() -> None:
    nouns = dictionary_words()[::100]
    assert len(nouns) > 300
    for place, noun in enumerate(nouns):
        pronoun, object_, child = CHILDREN[place % 3]
        _look(WAYS[place % len(WAYS)], noun, pronoun, object_, child)


def _look(way: str, noun: str, pronoun: str, object_: str, child: ChildOnSheet) -> None:
    words = way.format(noun=noun, she=pronoun, She=pronoun.capitalize(), her=object_)
    if not is_on_the_list(noun, child):
        assert proposed(words, child) == words


PEOPLE = set_of(
    """optician paediatrician psychiatrist keyworker key-worker SENCO TA physio midwife mam
    nanna pal bestie ex kid kids toddler newborn half-sister half-brother leader captain chair
    barrister consultant surgeon boss landlady lodger vicar imam teen youngster youth male female
    offender perpetrator abuser defendant colleague trainer instructor classmate relative guest
    inspector practitioner puppy lamb goat cow foal council panel clinic court company team SW
    cook visitor donor voice face contact other older eldest accused deceased"""
)


@pytest.mark.parametrize("child", [SAM, HE, THEY])
def test_nobody_is_taken_for_the_child(child: ChildOnSheet) -> None:
    pronoun, object_ = next((each[0], each[1]) for each in CHILDREN if each[2] is child)
    for noun in sorted(PEOPLE):
        for way in WAYS:
            _look(way, noun, pronoun, object_, child)


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (HE, "Sam is scared of the lodger because he drinks."),
        (HE, "Sam was hurt by an older male and he has been charged."),
        (HE, "Sam has seen the abuser near school and he was arrested."),
        (HE, "Sam wants to live with his mam’s ex. He has a conviction."),
        (HE, "Sam was visited on Monday and he was late."),
        (HE, "Sam rang on Monday and he was out."),
        (HE, "Sam spoke to school and he was kind."),
        (HE, "Hope is kind. He likes Sam."),
        (HE, "Sam sees April and he is glad."),
        (SAM, "Sam sees May. She is glad."),
        (SAM, "Her school says Sam is polite."),
        (SAM, "Sam sits by the younger and she is glad."),
        (SAM, "Sam said “my nan is ill” and she cried."),
        (THEY, "Sam has asked the council and they said no."),
        (THEY, "Sam has new boots. They are too big."),
        (THEY, "Sam has a bike and a scooter. They are new."),
        (THEY, "Sam asked to move and they said no."),
        (THEY, "Sam is upset because they said no."),
        (THEY, "Sam says they are too strict."),
        (THEY, "Sam loves school but they will not let Sam in."),
        (replace(SAM, pronouns="she/they"), "Sam is here. She is glad."),
    ],
)
def test_what_may_be_said_of_somebody_else_stays(child: ChildOnSheet, words: str) -> None:
    assert proposed(words, child) == words
