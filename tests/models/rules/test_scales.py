"""Scales from 0 to 10."""

import pytest

from models.rules.scales import (
    FACES,
    FOLLOW_UP_QUESTIONS,
    SCALE_ANSWER_NAMES,
    SCALES,
    ScaleAnswer,
    is_on_scale,
)


def test_there_are_seven_ready_wordings() -> None:
    assert len(SCALES) == 7
    assert SCALES["permanence"].ten == "{name} has a home for good and knows it"


@pytest.mark.parametrize(
    ("key", "number", "allowed"),
    [
        ("overall", 0, True),
        ("overall", 10, True),
        ("overall", 11, False),
        ("overall", -1, False),
        ("overall", 2.5, False),
        ("overall_young_child", 2.5, True),
        ("overall_young_child", 3, False),
    ],
)
def test_whole_numbers_or_a_face(key: str, number: float, allowed: bool) -> None:
    assert is_on_scale(SCALES[key], number) is allowed


def test_five_faces_stand_for_even_steps() -> None:
    assert [face.number for face in FACES] == [0, 2.5, 5, 7.5, 10]


def test_not_asked_and_rather_not_say_are_answers_of_their_own() -> None:
    assert set(SCALE_ANSWER_NAMES) == set(ScaleAnswer)
    assert len(FOLLOW_UP_QUESTIONS) == 3
