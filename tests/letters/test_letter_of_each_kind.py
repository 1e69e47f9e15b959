"""Each kind of review has a letter that is true for it, and minutes that call it what it was."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters.words_of import words_of
from tests.letters import sheets
from tests.letters.papers_expected import letter, record
from tests.letters.said import gaps, words

LAST = "This was your last meeting of this kind."
RING = "If you want to talk after this, ring me on 07700 900 120."
EARLIER = "You can ask for an earlier meeting."
HOME_AGAIN = "You are going home to Mum for good."
MOVING: dict[str, Any] = {
    "kind": "moving_on", "moving_on": True, "next_review_on": None, "see_child_by": None,
    "no_next_review_why": HOME_AGAIN,
}  # fmt: skip

ADOPTION = "It was an adoption review. Adoption means a new family for good."


def told(**changes: Any) -> str:
    return words_of(letter(sheets.full(**changes)))


def test_a_moving_on_letter_says_it_was_the_last_why_and_whom_to_ring() -> None:
    found = letter(sheets.full(**MOVING))
    assert words(found, "L11") == [LAST, HOME_AGAIN, RING]
    assert found.missing == ()
    said = words_of(found)
    assert "Your last meeting" in said
    assert "We met to check you have what you need from now on." in told(**MOVING, what_for="")
    for untrue in (EARLIER, "Your next meeting", "not set yet", "I will tell you when it is"):
        assert untrue not in said


def test_the_social_worker_is_named_where_their_number_is_known() -> None:
    people = tuple(
        replace(each, phone="01632 960 131") if each.role == "social_worker" else each
        for each in sheets.full().people
    )
    assert words(letter(sheets.full(**MOVING, people=people)), "L11")[-1] == (
        "If you want to talk after this, ring Samir on 01632 960 131, or me on 07700 900 120."
    )


def test_without_a_phone_of_the_chair_nobody_is_named_to_ring() -> None:
    chair = replace(sheets.full().chair, phone="")
    assert words(letter(sheets.full(**MOVING, chair=chair)), "L11") == [LAST, HOME_AGAIN]


def test_a_moving_on_letter_without_its_reason_has_a_gap_there() -> None:
    found = letter(sheets.full(**{**MOVING, "no_next_review_why": ""}))
    assert gaps(found) == [("L11", "review", "no_next_review_why")]


def test_who_has_left_care_and_who_will_be_18_cannot_ask_for_an_earlier_meeting() -> None:
    assert EARLIER in told()
    left = told(next_review_on=None, care_ended_on=date(2026, 11, 20), no_next_review_why="Home.")
    assert LAST in left
    assert EARLIER not in left
    grown = replace(sheets.full().child, born_on=date(2009, 5, 12))
    assert EARLIER not in told(child=grown, next_review_on=None)


def test_a_moving_on_review_with_a_day_set_promises_that_day() -> None:
    said = told(
        **{**MOVING, "next_review_on": date(2027, 5, 12), "see_child_by": date(2027, 2, 12)}
    )
    assert "We will meet again on Wednesday 12 May 2027" in said
    assert EARLIER in said
    assert LAST not in said


@pytest.mark.parametrize(
    ("kind", "named", "why"),
    [
        ("authorised", ADOPTION, "looking for a new family for you"),
        ("placed", ADOPTION, "how things are in your new family"),
        ("short_breaks", "It was a meeting about your short breaks.", "right for you"),
    ],
)
def test_the_opening_names_why_we_met(kind: str, named: str, why: str) -> None:
    (first, *_rest) = words(letter(sheets.full(kind=kind, what_for="")), "L3")
    assert named in first
    assert why in first
    (typed, *_rest) = words(letter(sheets.full(kind=kind, what_for="We looked at May.")), "L3")
    assert typed.endswith(f"{named} We looked at May.")


def test_minutes_of_short_breaks_never_speak_of_care() -> None:
    assert "In care since" in words_of(record(sheets.full()))
    for changes in (
        {"kind": "short_breaks"},
        {"child": replace(sheets.full().child, legal_status="V4")},
    ):
        said = words_of(record(sheets.full(**changes)))
        assert "Short breaks since" in said
        assert "In care since" not in said


def test_minutes_of_an_adoption_review_say_since_when() -> None:
    said = words_of(
        record(
            sheets.full(
                kind="placed", care_path="placed_for_adoption", care_path_since=date(2026, 11, 2)
            )
        )
    )
    assert "Adoption review, placed" in said
    assert "Placed for adoption" in said
    assert "2 November 2026" in said


def test_minutes_of_a_last_review_promise_no_day() -> None:
    said = words_of(record(sheets.full(**MOVING)))
    assert "None: this was the last review" in said
    assert f"This was the last review, because: {HOME_AGAIN}" in said
    assert "No day" not in said
    grown = replace(sheets.full().child, born_on=date(2009, 5, 12))
    assert "None: this was the last review" in words_of(
        record(sheets.full(child=grown, next_review_on=None))
    )
