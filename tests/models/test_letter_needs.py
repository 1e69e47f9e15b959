"""What only the settings can give a letter is named until it is there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.agenda import lacking
from models.letter_needs import letter_needs
from models.review_sheet import ReviewSheet
from tests import sample


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[ReviewSheet]:
    database = sample.open_database(tmp_path / "record")
    sam = sample.fill(database)
    sample.write_whole_review(database, sam)
    yield sample.sheet(database, sam)
    database.close()


def _bare(sheet: ReviewSheet) -> ReviewSheet:
    council = replace(sheet.council, advocacy_name="", advocacy_phone=" ", complaints_phone="")
    return replace(sheet, council=council, chair=replace(sheet.chair, phone="", email=""))


def _fields(sheet: ReviewSheet) -> list[str]:
    return [field for _words, _table, _row, field in letter_needs(sheet)]


def test_a_letter_that_says_it_all_needs_nothing(sheet: ReviewSheet) -> None:
    assert _fields(sheet) == []


def test_each_number_that_is_not_there_is_named(sheet: ReviewSheet) -> None:
    assert _fields(_bare(sheet)) == [
        "phone",
        "advocacy_name",
        "advocacy_phone",
        "complaints_phone",
    ]


def test_an_email_is_a_way_to_reach_the_iro(sheet: ReviewSheet) -> None:
    chair = replace(sheet.chair, phone="", email="nadia@example.org")
    assert _fields(replace(sheet, chair=chair)) == []


def test_a_child_with_an_advocate_of_their_own_needs_no_service(sheet: ReviewSheet) -> None:
    own = replace(sheet.people[0], role="advocate", phone="01632 960 150")
    people = (own, *sheet.people[1:])
    assert "advocacy_phone" not in _fields(replace(_bare(sheet), people=people))


def test_they_are_among_what_the_meeting_lacks_and_lead_to_their_row(sheet: ReviewSheet) -> None:
    found = lacking(_bare(sheet), sample.REVIEW_ON, sample.calendar())
    assert [(each.step, each.table, each.field) for each in found] == [
        ("A12", "staff_member", "phone"),
        ("A12", "council", "advocacy_name"),
        ("A12", "council", "advocacy_phone"),
        ("A12", "council", "complaints_phone"),
    ]
    assert found[0].words.format(**found[0].values) == "Letters: say how Sam can reach you"
