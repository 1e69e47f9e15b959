"""The end of the letter: the next meeting, its place, and when the child is seen before it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters.words_of import words_of
from tests.letters import sheets
from tests.letters.papers_expected import letter
from tests.letters.said import gaps, words

NEARLY_GROWN = replace(sheets.SAM, born_on=date(2009, 5, 12))  # 18 as the next limit ends
LAST = "This was your last review of this kind, because you will be 18 before the next one."
LAST_AND_WHY = "This was your last review of this kind."
RING = "If you want to talk after this, ring me on 07700 900 120."
EARLIER = "You can ask for an earlier meeting."
NOT_SET = "The day of your next meeting is not set yet. I will tell you when it is."


def ending(**changes: Any) -> list[str]:
    return words(letter(sheets.full(**changes)), "L11")


def test_a_day_that_is_not_set_for_a_reason_is_no_gap() -> None:
    found = letter(sheets.full(next_review_on=None, no_next_review_why="Jo is moving house."))
    assert found.missing == ()
    assert words(found, "L11") == [NOT_SET, "I will ring you by Friday 12 February 2027."]
    assert "moving house" not in words_of(found)


def test_without_a_day_it_is_still_said_when_the_child_is_seen() -> None:
    sheet = sheets.full(next_review_on=None, no_next_review_why="Later.", see_child_by=None)
    assert gaps(letter(sheet)) == [("L11", "review", "see_child_by")]


def test_a_child_who_will_be_18_has_had_the_last_meeting_and_lacks_nothing() -> None:
    sheet = sheets.full(child=NEARLY_GROWN, next_review_on=None, see_child_by=None)
    assert letter(sheet).missing == ()
    assert words(letter(sheet), "L11") == [LAST, RING]
    rung = ending(child=NEARLY_GROWN, next_review_on=None, no_next_review_why="She will be 18.")
    assert rung == [
        LAST_AND_WHY,
        "She will be 18.",
        RING,
        "I will ring you by Friday 12 February 2027.",
    ]


def test_the_reason_that_was_typed_is_told_though_the_child_will_soon_be_18() -> None:
    given = {"child": NEARLY_GROWN, "next_review_on": None, "moving_on": True}
    found = ending(**given, no_next_review_why="You are going home to Mum for good.")
    assert found[:2] == [LAST_AND_WHY, "You are going home to Mum for good."]


def test_a_child_who_is_18_only_after_the_next_meeting_is_due_has_one_more() -> None:
    younger = replace(sheets.SAM, born_on=date(2009, 5, 13))
    found = letter(sheets.full(child=younger, next_review_on=None))
    assert gaps(found) == [("L11", "review", "next_review_on")]


def test_a_day_that_was_set_outranks_the_reason_for_none() -> None:
    found = ending(child=NEARLY_GROWN, no_next_review_why="Stale.")
    assert found[0].startswith("We will meet again on Wednesday 12 May 2027")


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"see_child_by": date(2027, 5, 13)}, ["see_child_by"]),
        ({"see_child_by": date(2027, 5, 12)}, []),
        ({"see_child_by": date(2026, 11, 12)}, ["see_child_by"]),
        ({"see_child_by": date(2026, 11, 13)}, []),
        ({"next_review_on": date(2026, 11, 12)}, ["next_review_on"]),
        ({"next_review_on": date(2026, 10, 1)}, ["next_review_on"]),
    ],
)
def test_days_that_cannot_be_are_gaps(change: dict[str, Any], fields: list[str]) -> None:
    assert [field for _block, _table, field in gaps(letter(sheets.full(**change)))] == fields


def test_a_time_that_is_none_is_not_printed() -> None:
    found = ending(next_review_time="25:99", next_review_place="")
    assert found[0] == "We will meet again on Wednesday 12 May 2027."


TOLD = ["Room 3, The Hub", "at school", "Civic Centre, 2nd floor", "St Mary’s School", "by video",
        "Jo and Dele’s", "Year 6 classroom", "somewhere close to home"]  # fmt: skip
NOT_TOLD = ["12 Mill Lane", "Mill Lane", "2 Fuller’s Row, WR0 7FR", "WR0 7FR", "wr07fr",
            "at home, 14a Brook Street", "Flat 3, The Maltings", "7 The Brambles",
            "Jo’s, 12 Mill Close", "at 5 Hilltop", "3 High St.", "5 SW1A 1AA"]  # fmt: skip


@pytest.mark.parametrize("place", TOLD)
def test_a_place_that_is_no_address_is_told(place: str) -> None:
    assert ending(next_review_place=place)[0].endswith(f"Place: {place}.")


@pytest.mark.parametrize("place", NOT_TOLD)
def test_of_a_place_that_looks_like_an_address_only_the_day_is_told(place: str) -> None:
    assert ending(next_review_place=place, next_review_time="")[0] == (
        "We will meet again on Wednesday 12 May 2027."
    )
