"""Every planted disclosure is found in its real file, on its page, with a frame round it."""

import pytest

from tests.letters.disclosure.planted.every import (
    PLACES,
    PLAIN,
    Disclosure,
    hits_of,
    in_every_form,
    in_every_place,
    missed,
)

_FACTS = tuple(PLAIN)
_SHOWN = {
    "note_on_page": "a note on a page",
    "bookmark": "a bookmark",
    "picture": "what a picture is said to show",
    "link": "a link",
    "title": "the properties of the file",
    "attached_pdf": "an attached file",
    "field_to_fill_in": "a field to fill in",
    "earlier_version": "an earlier version inside the file",
    "name_of_file": "the name of the file",
    "square_code": "what the square code opens",
    "word_text": "the text",
    "word_comment": "a comment",
    "word_deleted": "a tracked deletion",
    "word_hidden": "hidden text",
    "word_foot": "the foot of a page",
    "word_footnote": "a footnote",
    "word_own_property": "the properties of the file",
    "word_picture": "what a picture is said to show",
    "word_bookmark": "a bookmark",
    "word_link": "a link",
    "word_part_name": "the name of a part inside the file",
    "mail_subject": "the head of the e-mail",
    "mail_attached_name": "the name of an attached file",
    "entry": "the entry for the calendar",
}


def test_there_are_at_least_three_hundred_of_them() -> None:
    every = {*in_every_form(), *in_every_place()}
    assert len(every) >= 300
    assert len(PLACES) >= 60


def test_one_fact_is_found_in_each_place_of_a_file() -> None:
    places = [place for place in PLACES if place not in {"body", "two_columns", "in_parts"}]
    some = (
        Disclosure("mother" if at % 2 else "home", place, PLAIN["mother" if at % 2 else "home"])
        for at, place in enumerate(places)
    )
    assert missed(some) == []


@pytest.mark.parametrize("place", _SHOWN)
def test_where_it_stands_is_told(place: str) -> None:
    _made, hits = hits_of(Disclosure("mother", place, PLAIN["mother"]))
    assert _SHOWN[place] in {hit.where for hit in hits}


@pytest.mark.slow
def test_every_one_is_found_in_a_real_file() -> None:
    assert missed(in_every_place()) == []
    assert missed(in_every_form()) == []
