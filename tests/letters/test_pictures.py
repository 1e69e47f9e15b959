"""The picture that stands by words."""

import pytest

import resources
from letters.pictures import PICTURES, picture_for


def test_every_picture_comes_with_the_program() -> None:
    for name in PICTURES:
        assert resources.path(f"pictograms/{name}.svg").exists()


@pytest.mark.parametrize(
    ("words", "life_area", "picture"),
    [
        ("A sleepover at Nana’s", "home", "sleep"),
        ("Ring Nana", "", "phone"),
        ("See your brother", "home", "brothers-sisters"),
        ("Thread a needle", "", "next"),
        ("Something", "home", "home"),
        ("Something", "health", "next"),
        ("FOOTBALL club", "", "football"),
    ],
)
def test_a_word_chooses_first_and_then_the_part_of_life(
    words: str, life_area: str, picture: str
) -> None:
    assert picture_for(words, life_area) == picture


def test_another_picture_may_stand_in() -> None:
    assert picture_for("Something", "", "hope") == "hope"
