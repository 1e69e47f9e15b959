"""Somebody's own words that are names: no article before them, and what belongs to them."""

import pytest

from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from letters.plain.suggestion import Suggestion
from tests.letters.plain.words import NAMES, SAM, wanted

OWN = Glossary.of(
    [
        wanted("foster carers", "Lynne and Jo", by_child=True),
        wanted("foster carer", "Lynne", by_child=True),
        wanted("helper", "McKenna O'Neil", by_child=True),
        wanted("keyworker", "Dr Fern", by_child=True),
        wanted("short-stay house", "Jo's house", by_child=True),
    ]
)


def only(text: str, glossary: Glossary = OWN) -> Suggestion:
    (suggestion,) = glossary.findings(text, NAMES)
    return suggestion


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You trust your foster carers.", "You trust Lynne and Jo."),
        ("Your foster carers say so.", "Lynne and Jo say so."),
        ("Say hello to the foster carers’ dog.", "Say hello to Lynne and Jo’s dog."),
        ("The dog is your foster carers'.", "The dog is Lynne and Jo's."),
        ("Your helper rang.", "McKenna O'Neil rang."),
        ("Your foster carer's dog is old.", "Lynne's dog is old."),
        ("The foster carer will ring.", "Lynne will ring."),
        ("Ask keyworker.", "Ask Dr Fern."),
        ("You like your short-stay house.", "You like Jo's house."),
    ],
)
def test_the_article_goes_and_what_is_theirs_is_said_rightly(text: str, said: str) -> None:
    found = only(text)
    assert found.is_sure
    assert found.applied(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rafi trusts his foster carers.", "Rafi trusts Lynne and Jo."),  # perhaps other carers
        ("A foster carer came.", "Lynne came."),
        ("All the foster carers came.", "All Lynne and Jo came."),
        ("Foster carers need rest.", "Lynne and Jo need rest."),  # perhaps all that there are
        ("The foster carers you had.", "Lynne and Jo you had."),
        ("Your foster carers, Lynne and Jo, came.", "Lynne and Jo, Lynne and Jo, came."),
    ],
)
def test_who_may_be_somebody_else_is_only_offered(text: str, said: str) -> None:
    found = only(text)
    assert found.applied(text) == said
    assert not found.is_sure


@pytest.mark.parametrize(
    "text",
    [
        "Your new foster carers.",
        "Rafi's foster carers.",
        "two foster carers",
        "a foster carer group",
    ],
)
def test_where_no_name_can_stand_nothing_can_be_put_in_by_one_key(text: str) -> None:
    found = only(text)
    assert (found.replacement, found.is_sure) == ("", False)
    assert found.why.startswith("Lynne")


def test_one_and_many_are_not_taken_for_each_other() -> None:
    own = Glossary.of([wanted("foster carers", "Lynne", by_child=True)])
    assert not only("Your foster carers are kind.", own).is_sure
    assert only("Your foster carers’ dog.", own).is_sure


@pytest.mark.parametrize("instead", ["Home", "Family Time", "mum and dad"])
def test_what_may_be_no_name_is_only_offered(instead: str) -> None:
    own = Glossary.of([wanted("zog", instead, by_child=True)])
    assert not only("You like your zog.", own).is_sure


def test_a_note_is_proposed_with_the_names() -> None:
    said = proposed_words("Sam says hello to the foster carers' dog.", OWN, SAM)
    assert said == "You say hello to Lynne and Jo's dog."
