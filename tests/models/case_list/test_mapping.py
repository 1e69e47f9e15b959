"""A mapping is a value with a name, kept as JSON and found again for the same headings."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_list.guessing import guess
from models.case_list.mapping import ColumnMapping, column_letter, fitted_to, recognised

HEADINGS = ("Person ID", "Forename", "Surname", "DOB", "Date became LAC", "Postcode")
MAPPING = guess(HEADINGS, []).called("  Monthly   list ")


def test_a_mapping_is_the_same_after_json() -> None:
    kept = json.loads(json.dumps(MAPPING.to_dict()))
    assert ColumnMapping.from_dict(kept) == MAPPING
    assert MAPPING.name == "Monthly list"


def test_what_is_not_right_in_a_kept_mapping_is_left_out() -> None:
    kept = MAPPING.to_dict() | {
        "columns": {"identifier": 0, "gone": 1, "born_on": 99, "team": "x", "lives_with": 5}
    }
    assert ColumnMapping.from_dict(kept).columns == (("identifier", 0),)
    assert ColumnMapping.from_dict({}) == ColumnMapping((), ())


def test_a_mapping_is_recognised_for_the_same_headings_however_spaced() -> None:
    again = [heading.upper().replace(" ", "_") for heading in HEADINGS]
    found = recognised([MAPPING], again)
    assert found is not None
    assert (found.name, found.columns, found.headings) == (
        "Monthly list", MAPPING.columns, tuple(again),
    )  # fmt: skip


def test_columns_that_moved_are_found_and_a_missing_one_is_not_guessed() -> None:
    moved = fitted_to(MAPPING, ["New", *reversed(HEADINGS)])
    assert moved is not None
    assert moved.column_of("identifier") == 6
    assert fitted_to(MAPPING, HEADINGS[1:]) is None
    assert fitted_to(MAPPING, [*HEADINGS, "DOB"]) is None
    assert recognised([MAPPING], ["Else"]) is None


def test_taking_another_column_frees_the_old_one() -> None:
    changed = MAPPING.take("chosen_name", 1)
    assert changed.column_of("chosen_name") == 1
    assert changed.column_of("given_name") is None
    assert changed.missing == ("given_name",)
    assert changed.take("chosen_name", None).take("given_name", 1) == MAPPING


def test_a_blank_heading_is_called_by_its_letter() -> None:
    blank = ColumnMapping(("Person ID", ""), (("born_on", 1),))
    assert blank.heading_of("born_on") == "B"


@pytest.mark.parametrize(("column", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_a_spreadsheet(column: int, letter: str) -> None:
    assert column_letter(column) == letter


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text() | st.lists(st.text())))
def test_any_kept_values_give_a_mapping(kept: dict[str, object]) -> None:
    assert isinstance(ColumnMapping.from_dict(kept), ColumnMapping)
