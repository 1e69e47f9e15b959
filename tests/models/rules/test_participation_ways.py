"""Several ways in one review: each answers its question; the first code that fits is taken."""

from dataclasses import replace
from datetime import date

import pytest

from models.rules.participation_codes import PARTICIPATION_CODES
from models.rules.participation_questions import Answers, Presence, Question, work_out
from models.rules.participation_ways import (
    ALL,
    ASKED_BEFORE,
    CHAIRED_WORDS,
    PART,
    WAYS,
    is_there,
    offered,
    question_of,
    ways_of,
)

BORN, REVIEW_ON = date(2016, 3, 3), date(2026, 6, 10)
NOTHING = Answers(
    spoke=False,
    someone_spoke=False,
    showed_without_speech=False,
    someone_spoke_who_child_asked=False,
    own_words_reached=False,
)


def _code(presence: Presence, *ways: str, counts: bool = False) -> str | None:
    answers = replace(NOTHING, was_there=presence)
    for way in ways:
        question = question_of(way, presence, counts)
        if question is not None:
            answers = replace(answers, **{question.value: True})
    return work_out(BORN, REVIEW_ON, answers, video_counts_as_attending=counts).code


@pytest.mark.parametrize(
    ("presence", "ways", "code"),
    [
        (Presence.IN_ROOM, ("spoke", "form", "drawing"), "PN1"),
        (Presence.IN_ROOM, ("spoken_for", "drawing"), "PN2"),
        (Presence.IN_ROOM, ("drawing", "form"), "PN3"),
        (Presence.IN_ROOM, ("talking_aid",), "PN3"),
        (Presence.IN_ROOM, ("form",), "PN4"),
        (Presence.IN_ROOM, (), "PN4"),
        (Presence.NO, ("spoken_for", "app", "form"), "PN5"),
        (Presence.NO, ("drawing",), "PN6"),
        (Presence.NO, ("app", "call"), "PN6"),
        (Presence.NO, ("spoke",), "PN7"),
        (Presence.NO, (), "PN7"),
        (Presence.VIDEO, ("spoke",), "PN6"),
        (Presence.VIDEO, ("spoken_for", "spoke"), "PN5"),
        (Presence.PHONE, ("spoke",), "PN6"),
    ],
)
def test_the_first_code_that_fits_is_taken(
    presence: Presence, ways: tuple[str, ...], code: str
) -> None:
    assert _code(presence, *ways) == code


def test_a_council_that_counts_video_counts_each_way_as_in_the_room() -> None:
    for ways in (("spoke",), ("spoken_for",), ("symbols",), ("form",), ()):
        assert _code(Presence.VIDEO, *ways, counts=True) == _code(Presence.IN_ROOM, *ways)
    assert not is_there(Presence.VIDEO, video_counts_as_attending=False)
    assert not is_there(Presence.PHONE, video_counts_as_attending=True)


def test_the_ways_of_a_question_are_those_that_answer_it() -> None:
    sent = ways_of(Question.OWN_WORDS_REACHED, ("spoke", "form", "app"), Presence.NO, False)
    assert tuple(sent) == ("form", "app")
    assert question_of("no such way", Presence.NO, False) is None


def test_who_chaired_is_offered_pn1_and_so_is_a_talking_aid() -> None:
    for chaired in (ALL, PART):
        for code in ("PN2", "PN3", "PN4"):
            found = offered(code, chaired, ())
            assert found is not None
            assert found.code == "PN1"
            assert "{name}" in found.reason
    found = offered("PN3", "", ("talking_aid",))
    assert found is not None
    assert "talking aid" in found.reason


@pytest.mark.parametrize("code", ["", "PN0", "PN1", "PN5", "PN6", "PN7"])
def test_no_other_code_is_offered_one(code: str) -> None:
    assert offered(code, PART, ("talking_aid",)) is None


def test_nothing_is_offered_without_a_reason() -> None:
    assert offered("PN3", "", ("symbols",)) is None
    assert offered("PN2", "", ("talking_aid",)) is None


def test_every_key_stands_for_itself_and_fits_the_column() -> None:
    assert all(key == way.key for key, way in WAYS.items())
    assert max(map(len, ASKED_BEFORE)) <= 30
    assert set(CHAIRED_WORDS) == {ALL, PART, ""}
    assert "PN1" in PARTICIPATION_CODES
