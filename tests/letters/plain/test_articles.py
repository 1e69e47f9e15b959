"""A or an."""

import pytest

from letters.plain.articles import article_for, in_case_of


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("home", "a"), ("assessment", "an"), ("hour", "an"), ("honest answer", "an"),
        ("university", "a"), ("uniform", "a"), ("unhappy day", "an"), ("uninvited guest", "an"),
        ("LA", "an"), ("GP", "a"), ("SDQ", "an"), ("one-page plan", "a"), ("8-year-old", "an"),
        ("“what I think” form", "a"), ("European", "a"), ("", "a"), ("UK school", "a"),
    ],
)  # fmt: skip
def test_the_article_goes_by_the_sound(words: str, article: str) -> None:
    assert article_for(words) == article


def test_the_capital_stays() -> None:
    assert in_case_of("a", "An") == "A"
    assert in_case_of("an", "a") == "an"
