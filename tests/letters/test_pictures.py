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


TYPICAL = [
    ("Book the dentist", "health", "next"),
    ("Book a place at the climbing club", "", "next"),
    ("Ms Fennimore books the hall", "", "next"),
    ("Choose a book together each week", "learning", "reading"),
    ("Bring your story book to show", "", "reading"),
    ("Read with you every Friday", "", "reading"),
    ("Get you a library ticket", "", "reading"),
    ("Contact the court", "", "next"),
    ("Contact CAMHS about the waiting list", "health", "next"),
    ("Arrange contact with Mum on Sundays", "", "next"),
    ("Family time with Mum every other Sunday", "", "visit"),
    ("Visit you at school", "", "visit"),
    ("Find out if you can sleep over at Nana Bea’s", "family_time", "sleep"),
    ("Make your bedtime later at weekends", "home", "sleep"),
    ("Give you a quiet place at lunch", "learning", "quiet"),
    ("Read the answer out loud to you", "", "reading"),
    ("Show you the photos of when you were small", "identity", "life-story"),
    ("Send a passport photo to the office", "", "next"),
    ("Plan a day out with your brothers", "family_time", "brothers-sisters"),
    ("Write to the Home Office about your passport", "", "next"),
    ("Bring the care plan up to date", "", "next"),
    ("Tell you the date of the next trip", "", "calendar"),
    ("Ask the panel for an answer", "", "meeting"),
    ("Ring Nana Bea every week", "", "phone"),
    ("Buy you football boots", "friends_and_fun", "football"),
    ("Buy you new school shoes", "", "shoe"),
    ("Ask your advocate to write to you", "", "advocate"),
    ("Train the house parents in first aid", "", "home"),
]


@pytest.mark.parametrize(("words", "life_area", "picture"), TYPICAL)
def test_a_typical_decision_gets_its_picture_or_a_neutral_one(
    words: str, life_area: str, picture: str
) -> None:
    assert picture_for(words, life_area) == picture


def test_another_picture_may_stand_in() -> None:
    assert picture_for("Something", "", "hope") == "hope"
