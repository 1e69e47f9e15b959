"""That a letter says neither an address nor where somebody lives who must not be found."""

from dataclasses import replace
from typing import Any

import pytest

from letters import child_letter
from letters.checks import Concern, checks_of
from letters.wording import wording
from tests.letters import sheets
from tests.letters.on_sheet import note


def told(words: str, **given: Any) -> list[Concern]:
    sheet = sheets.full(home_line=words, **given)
    letter = child_letter.compose(sheet, wording(), sheets.DATED)
    kinds = {"address", "home_place"}
    return [each for each in checks_of(sheet, letter, sheets.DATED) if each.check in kinds]


def test_the_place_where_somebody_lives_is_a_warning_that_names_it() -> None:
    (only,) = told("You moved to Wrenmouth in May.")
    assert only.said() == "This says where somebody lives: Wrenmouth. Is it safe to tell?"
    assert only.can_be_set_aside


def test_a_well_known_city_is_none_where_nobody_is_kept_safe() -> None:
    assert told("Dad lives in Bristol.") == []


@pytest.mark.parametrize("kind", ["R1", "R2", "R3", "R8"])
def test_any_place_is_one_where_an_address_is_kept_from_somebody(kind: str) -> None:
    kept = note("n-1", "worry", "Kept.", restricted=True, restriction_kinds=(kind,))
    assert told("Dad lives in Bristol.", notes=(kept,))
    assert told("Dad lives in Bristol.", notes=(replace(kept, restriction_kinds=("R5",)),)) == []


def test_any_place_is_one_in_adoption() -> None:
    assert told("Dad lives in Bristol.", kind="placed")
    assert told("Dad lives in Bristol.", care_path="placed_for_adoption")


def test_the_home_that_is_on_record_is_none_unless_it_is_kept_from_somebody() -> None:
    child = replace(sheets.SAM, lives_with="Ferry Lodge")
    assert told("You live at Ferry Lodge.", child=child) == []
    assert told("You live at Ferry Lodge.", child=child, kind="placed")


def test_a_street_where_a_friend_lives_is_none() -> None:
    assert told("You have two good friends in your street.") == []
