"""Terms of the glossary where they are everyday words."""

import pytest

from letters.plain.glossary import Glossary

SHIPPED = Glossary.of()


def found(text: str) -> list[str]:
    return [each.words for each in SHIPPED.findings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Read for twenty minutes.",
        "It is 10 minutes away.",
        "Mum was a few minutes late.",
        "Book your hearing check.",
        "You have a hearing aid.",
        "You were placed second in the race.",
        "You got an order of chips.",
        "You had a case of chickenpox.",
        "Take a coat in case it rains.",
        "Ring in order to book.",
        "You can contact us.",
    ],
)
def test_an_everyday_word_is_none_where_that_is_plain(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minutes were sent.", "The minutes"),
        ("There is a hearing in June.", "a hearing"),
        ("You were placed with Jo.", "placed"),
        ("The judge made an order.", "order"),
        ("Your case is closed.", "case"),
    ],
)
def test_elsewhere_it_is_offered_and_said_to_be_an_everyday_word(text: str, words: str) -> None:
    (only,) = SHIPPED.findings(text)
    assert (only.words, only.is_sure, only.at_home) == (words, False, True)


@pytest.mark.parametrize("text", ["Your placement is near.", "You have contact.", "Your PEP."])
def test_words_of_the_service_are_no_everyday_words(text: str) -> None:
    (only,) = SHIPPED.findings(text)
    assert not only.at_home
