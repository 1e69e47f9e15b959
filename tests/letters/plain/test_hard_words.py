"""The glossary of hard words, and finding them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.plain.hard_words import hard_words
from letters.plain.suggestion import Mode
from letters.plain.terms import terms


def found(text: str) -> list[str]:
    return [text[word.start : word.end] for word in hard_words(text)]


def test_the_glossary_is_whole() -> None:
    assert len(terms()) == 211
    forms = [form.lower() for term in terms() for form in term.forms]
    assert len(forms) == len(set(forms))
    assert all(term.plain_words for term in terms())
    assert {term.mode for term in terms()} == set(Mode)


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("Your placement will change.", ["placement"]),
        ("Your Placements will change.", ["Placements"]),
        ("the placement’s rules", ["placement’s"]),
        ("a PEP, not pep or Peps", ["PEP"]),
        ("IV and iv", ["IV"]),
        ("an interim care order now", ["interim care order"]),
        ("a care order", ["care order"]),
        ("care of her", []),
        ("an EHC plan", ["EHC plan"]),
        ("a children's guardian", ["children's guardian"]),
        ("the children’s guardians", ["children’s guardians"]),
        ("misplacement displaced", []),
        ("self-harm", ["self-harm"]),
        ("Signs of Safety and drift", ["Signs of Safety", "drift"]),
        ("s20 and section 47", ["s20", "section 47"]),
        ("", []),
    ],
)
def test_whole_words_the_longest_first(text: str, hard: list[str]) -> None:
    assert found(text) == hard


def test_words_that_are_also_said_at_home_are_marked() -> None:
    (order,) = hard_words("in order to")
    assert order.has_everyday_meaning
    (camhs,) = hard_words("CAMHS")
    assert not camhs.has_everyday_meaning


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.term)
def test_every_form_is_found_as_itself(term) -> None:  # noqa: ANN001 parametrized
    for form in term.forms:
        (word,) = hard_words(f"So: {form}.")
        assert (word.term, word.form) == (term, form)


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    for word in hard_words(text):
        assert 0 <= word.start < word.end <= len(text)
