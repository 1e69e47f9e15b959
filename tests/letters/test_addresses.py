"""What gives away where somebody lives, in sentences: an address, or the name of a place."""

import pytest

from letters.addresses import homes_in, tells_an_address

TELLS = [
    "They live at 14 Mill Lane.",
    "They live at 14 mill lane.",
    "You live at 14 Saddler’s Way.",
    "14 Mill Lane",
    "Mill Lane",
    "Nana lives at HR1 2AB.",
    "You walk to WR0 4PL.",
    "Mum lives at Flat 2, Rook House.",
    "Your house in Kettle Lane is warm.",
    "You moved to Brook Street in May.",
    "Jo is at 3 High St. with Dele.",
    "Dad’s new flat is on Court Road.",
    "Dad stays at 7 The Brambles.",
]
TELLS_NOT = [
    "You have two good friends in your street.",
    "They take the number 9 bus to Mill Lane.",
    "You like the park in Amberley Road.",
    "The bus stop is in Court Road.",
    "You passed your Grade 2 exam.",
    "You got 3 A grades and play in the close season.",
    "We met at 4 in the afternoon.",
    "You like to play in the gardens and on the terrace.",
    "You walk down the lane to school.",
    "You cross the road on your own now.",
    "At 10 you moved up a group.",
    "Dad will drive you home.",
    "You came to live there on 8 May 2024.",
]


@pytest.mark.parametrize("text", TELLS)
def test_an_address_is_found(text: str) -> None:
    assert tells_an_address(text)


@pytest.mark.parametrize("text", TELLS_NOT)
def test_a_street_that_is_no_address_is_none(text: str) -> None:
    assert not tells_an_address(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("You moved to Wrenmouth last May.", ["Wrenmouth"]),
        ("Dad now lives in Bristol.", ["Bristol"]),
        ("Mum is living near St Ives, and is well.", ["St Ives"]),
        ("They have a new home in Long Barrow.", ["Long Barrow"]),
        ("Nana used to live at Court Farm.", ["Court Farm"]),
        ("You live with Jo in Wrenmouth.", ["Wrenmouth"]),
        ("You live in a village by the sea.", []),
        ("You moved to Year 6.", []),
        ("You moved in May. You live in England.", []),
        ("You moved in with Jo.", []),
        ("You live at Jo’s.", []),
        ("Your family lived in Eritrea.", []),
        ("You moved to Oakfield School.", []),
        ("You go to Court Farm on Fridays.", []),
    ],
)
def test_the_place_where_somebody_lives_is_found(text: str, places: list[str]) -> None:
    assert list(homes_in(text, {"Jo", "Dele"})) == places
